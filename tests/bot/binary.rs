//! Starts, kills and stops the real binary in a folder of its own.

use std::{
    fs::{self, OpenOptions},
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;
use twitchwise::{
    emulator::Options,
    store::{Backlog, Keys, Sealer, Store},
};

/// Every setting, so that none of the developer's own gets in.
const SETTINGS: [&str; 16] = [
    "TELOXIDE_TOKEN",
    "TELOXIDE_API_URL",
    "TELOXIDE_PROXY",
    "DATABASE_URL",
    "DATA_KEY",
    "DATA_KEY_FILE",
    "PREVIEW_LISTEN",
    "WEBHOOK_URL",
    "WEBHOOK_LISTEN",
    "WEBHOOK_SECRET",
    "METRICS_LISTEN",
    "SEND_PER_SECOND",
    "RETENTION_DAYS",
    "OPERATOR_CHAT_ID",
    "LOG_FORMAT",
    "RUST_LOG",
];

/// An address that nobody listens on.
pub(crate) fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address")
}

/// A folder with what one installation of the bot keeps.
pub(crate) struct Installation {
    folder: TempDir,
}

/// The bot as a process; it doesn't outlive its test.
pub(crate) struct Process(Child);

impl Installation {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn database_url(&self) -> String {
        format!("sqlite://{}/data/bot.db", self.path().display())
    }

    pub(crate) fn key_file(&self) -> PathBuf {
        self.path().join("keys/data.key")
    }

    /// The binary in the folder, with no setting but where it keeps things.
    pub(crate) fn command(&self) -> Command {
        let log = OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.path().join("log"))
            .expect("a log");
        let mut command = Command::new(env!("CARGO_BIN_EXE_twitchwise"));
        for name in SETTINGS {
            command.env_remove(name);
        }
        command
            .current_dir(self.path())
            .env("DATABASE_URL", self.database_url())
            .env("DATA_KEY_FILE", self.key_file())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        command
    }

    /// The bot, talking to the Bot API at that address.
    pub(crate) fn start(&self, api_url: &str) -> Process {
        self.start_as(&Options::default().token, api_url)
    }

    /// The same with more settings.
    pub(crate) fn start_with(&self, api_url: &str, settings: &[(&str, &str)]) -> Process {
        let mut command = self.command();
        command
            .env("TELOXIDE_TOKEN", Options::default().token)
            .env("TELOXIDE_API_URL", api_url)
            .envs(settings.iter().copied());
        Process::spawn(&mut command)
    }

    pub(crate) fn start_as(&self, token: &str, api_url: &str) -> Process {
        let mut command = self.command();
        command
            .env("TELOXIDE_TOKEN", token)
            .env("TELOXIDE_API_URL", api_url);
        Process::spawn(&mut command)
    }

    /// What waits in the database of a bot that has ended.
    pub(crate) async fn backlog(&self) -> Backlog {
        let keys = Keys::from_file_or_create(&self.key_file()).expect("the keys");
        let store = Store::open(&self.database_url(), Sealer::new(&keys)).await;
        let store = store.expect("the store");
        let backlog = store.backlog().await.expect("a backlog");
        store.close().await.expect("closed");
        backlog
    }

    /// What still waits once the bot ran again for as long as it had something to send: what was
    /// to be tried again later when the bot was stopped is kept, and goes out then.
    pub(crate) async fn backlog_in_the_end(&self, api_url: &str, patience: Duration) -> Backlog {
        let begun = Instant::now();
        let mut backlog = self.backlog().await;
        while backlog.inbox + backlog.outbox > 0 && begun.elapsed() < patience {
            let process = self.start(api_url);
            tokio::time::sleep(Duration::from_secs(1)).await;
            let (status, _) = process.stop("TERM");
            assert!(status.success(), "{status}");
            backlog = self.backlog().await;
        }
        backlog
    }

    /// What the bot logged so far.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.path().join("log")).unwrap_or_default()
    }

    /// Waits until the log holds these words.
    pub(crate) fn wait_for_log(&self, words: &str, patience: Duration) {
        let begun = Instant::now();
        while !self.log().contains(words) {
            assert!(
                begun.elapsed() < patience,
                "not logged: {words}\n{}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Process {
    pub(crate) fn spawn(command: &mut Command) -> Self {
        Self(command.spawn().expect("the binary starts"))
    }

    pub(crate) const fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    /// `kill -9`.
    pub(crate) fn kill(mut self) {
        self.0.kill().expect("killed");
        self.0.wait().expect("gone");
    }

    /// Sends a signal (`TERM`, `INT`), and gives how it ended, and after how long.
    pub(crate) fn stop(mut self, signal: &str) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        let sent = Command::new("sh")
            .arg("-c")
            .arg(format!("kill -{signal} {}", self.0.id()))
            .status()
            .expect("a shell");
        assert!(sent.success(), "no such process any more");
        let status = self.wait(Duration::from_secs(20));
        (status, begun.elapsed())
    }

    /// Waits for its end.
    pub(crate) fn wait(&mut self, patience: Duration) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.0.try_wait().expect("a child") {
                return status;
            }
            assert!(begun.elapsed() < patience, "it does not end");
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
