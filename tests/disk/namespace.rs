//! A shell in a mount namespace of its own, where `data` is a small disk and the bot runs.

use std::{
    env,
    io::{BufRead as _, BufReader, Write as _},
    net::TcpListener,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use twitchwise::emulator::Options;

use super::bot::binary::Installation;

/// Said after each command.
const END: &str = "-- done --";

pub(crate) struct Namespace {
    shell: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    /// Where the bot says how it is.
    watched: String,
}

impl Namespace {
    /// None, and a line about it, where this system gives none; in CI that is a failure.
    pub(crate) fn open(installation: &Installation) -> Option<Self> {
        let mut shell = Command::new("unshare")
            .args(["-rm", "sh"])
            .current_dir(installation.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let input = shell.stdin.take()?;
        let output = BufReader::new(shell.stdout.take()?);
        // A port that was free just now.
        let free = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?;
        let mut space = Self {
            watched: free.to_string(),
            shell,
            input,
            output,
        };
        let made =
            "mkdir -p data && mount -t tmpfs -o size=6m none data && command -v strace >/dev/null";
        if space.try_run(&format!("{made} && echo made")).as_deref() == Some("made") {
            return Some(space);
        }
        let words = "no mount namespace or no strace here: no disk was filled";
        assert!(env::var_os("CI").is_none(), "{words}");
        eprintln!("{words}");
        None
    }

    /// Starts the bot; `$bot` is its number.
    pub(crate) fn start(&mut self, installation: &Installation, api_url: &str) {
        let command = installation.command();
        let mut line = String::new();
        let token = Options::default().token;
        let watched = self.watched.clone();
        let settings = [
            ("TELOXIDE_TOKEN", token.as_str()),
            ("TELOXIDE_API_URL", api_url),
            ("METRICS_LISTEN", watched.as_str()),
        ];
        let kept = command
            .get_envs()
            .filter_map(|(name, value)| Some((name.to_str()?, value?.to_str()?)));
        for (name, value) in kept.chain(settings) {
            line += name;
            line += "='";
            line += value;
            line += "' ";
        }
        let program = command.get_program().to_string_lossy();
        self.run(&format!(
            "{line}'{program}' >/dev/null 2>>log </dev/null & bot=$!"
        ));
    }

    /// What `/readyz` says: its status and its word.
    pub(crate) async fn ready(&self) -> (u16, String) {
        let client = reqwest::Client::builder()
            .no_proxy()
            .build()
            .expect("a client");
        let answer = client.get(format!("http://{}/readyz", self.watched)).send();
        let answer = answer.await.expect("it answers");
        let status = answer.status().as_u16();
        (
            status,
            answer.text().await.expect("a word").trim().to_owned(),
        )
    }

    /// How many messages wait to be sent.
    pub(crate) async fn unsent(&self) -> u64 {
        let client = reqwest::Client::builder()
            .no_proxy()
            .build()
            .expect("a client");
        let answer = client
            .get(format!("http://{}/metrics", self.watched))
            .send();
        let text = answer.await.expect("it answers").text().await;
        let text = text.expect("figures");
        let rows = text
            .lines()
            .find_map(|line| line.strip_prefix("twitchwise_outbox_rows "));
        rows.expect("a figure").parse().expect("a number")
    }

    /// Runs a command in the shell and gives what it says.
    pub(crate) fn run(&mut self, command: &str) -> String {
        self.try_run(command).expect("the shell answers")
    }

    fn try_run(&mut self, command: &str) -> Option<String> {
        writeln!(self.input, "{command}\necho '{END}'").ok()?;
        let mut said = Vec::new();
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line).ok()? == 0 {
                return None;
            }
            if line.trim_end() == END {
                return Some(said.join("\n"));
            }
            said.push(line.trim_end().to_owned());
        }
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) {
        self.run("kill -9 $bot; wait $bot; true");
    }

    /// Stops the bot in good order.
    pub(crate) fn stop(&mut self) {
        let status = self.run("kill -TERM $bot; wait $bot; echo $?");
        assert_eq!(status, "0", "it ends well");
    }
}

impl Drop for Namespace {
    fn drop(&mut self) {
        let _ = self.try_run("kill -9 $bot 2>/dev/null; wait");
        let _ = self.shell.kill();
        let _ = self.shell.wait();
    }
}
