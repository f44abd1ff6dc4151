//! The real binary over the emulator, with its log and its files in a folder of their own.

use std::{
    fs::{self, File},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;
use sqlx::{Connection as _, Row as _, SqliteConnection, sqlite::SqliteConnectOptions};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use twitchwise::emulator::{Emulator, Faults, Options, Tap};

use super::binary::twitchwise;

/// Half of the token that nobody may ever see.
const SECRET: &str = "a-token-that-stays-secret";
/// How long the bot may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long it may take to stop.
const STOP: Duration = Duration::from_secs(6);

pub(crate) struct Live {
    runtime: Runtime,
    emulator: Emulator,
    child: Child,
    folder: TempDir,
    /// Where the bot gives its figures.
    watched: String,
}

impl Live {
    pub(crate) fn start(log_format: &str, log: &str) -> Self {
        Self::start_with(log_format, log, async |_, _| {})
    }

    /// The same, with something done in its folder before it runs.
    pub(crate) fn start_with(
        log_format: &str,
        log: &str,
        before: impl AsyncFnOnce(&Emulator, &Path),
    ) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let token = token();
        let options = Options {
            token: token.clone(),
            ..Options::default()
        };
        let emulator = runtime
            .block_on(Emulator::start(options))
            .expect("an emulator");
        // A port that was free just now.
        let free = TcpListener::bind("127.0.0.1:0").and_then(|port| port.local_addr());
        let watched = free.expect("a port").to_string();
        let folder = tempfile::tempdir().expect("a folder");
        runtime.block_on(before(&emulator, folder.path()));
        let file = |name: &str| File::create(folder.path().join(name)).expect("a file");
        let child = twitchwise(folder.path(), &["run"])
            .env("TELOXIDE_TOKEN", token)
            .env("TELOXIDE_API_URL", emulator.url())
            .env("DATABASE_URL", "sqlite://data/bot.db")
            .env("RUST_LOG", log)
            .env("LOG_FORMAT", log_format)
            .env("METRICS_LISTEN", &watched)
            .stdout(Stdio::from(file("stdout")))
            .stderr(Stdio::from(file("stderr")))
            .spawn()
            .expect("starts");
        let live = Self {
            runtime,
            emulator,
            child,
            folder,
            watched,
        };
        live.until(|| live.database().exists());
        live
    }

    fn database(&self) -> PathBuf {
        self.folder.path().join("data/bot.db")
    }

    fn until(&self, mut holds: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !holds() {
            assert!(
                begun.elapsed() < PATIENCE,
                "it takes too long\n{}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn log(&self) -> String {
        let read = |name: &str| fs::read(self.folder.path().join(name)).expect("a file");
        let all = [read("stdout"), read("stderr")].concat();
        String::from_utf8_lossy(&all).into_owned()
    }

    pub(crate) fn add_person(&self, name: &str) -> i64 {
        self.emulator
            .world(|world| world.add_person(name, Some("en")).id)
    }

    pub(crate) fn add_group(&self, title: &str, person: i64) -> i64 {
        let now = self.emulator.now();
        let added = self
            .emulator
            .world(|world| world.add_group(title, &[person], now));
        added.expect("a group")
    }

    pub(crate) fn say(&self, person: i64, text: &str) -> i64 {
        let now = self.emulator.now();
        let said = self.emulator.world(|world| world.say(person, text, now));
        said.expect("said").message_id
    }

    pub(crate) fn edit(&self, person: i64, message: i64, text: &str) {
        let now = self.emulator.now();
        let edited = self
            .emulator
            .world(|world| world.edit(person, message, text, now));
        edited.expect("edited");
    }

    pub(crate) fn send(&self, person: i64, kind: &str, caption: &str) {
        let now = self.emulator.now();
        let sent = self
            .emulator
            .world(|world| world.send(person, kind, Some(caption), now));
        sent.expect("sent");
    }

    pub(crate) fn say_in_group(&self, group: i64, person: i64, text: &str) {
        let now = self.emulator.now();
        let said = self
            .emulator
            .world(|world| world.say_in_group(group, person, text, None, false, now));
        said.expect("said");
    }

    pub(crate) fn block(&self, person: i64, blocked: bool) {
        let now = self.emulator.now();
        self.emulator
            .world(|world| {
                if blocked {
                    world.block(person, now)
                } else {
                    world.unblock(person, now)
                }
            })
            .expect("blocked or not");
    }

    pub(crate) fn foist(&self, kind: &str, content: &Value) {
        self.emulator.world(|world| world.foist(kind, content));
    }

    pub(crate) fn set_faults(&self, faults: Faults) {
        self.emulator.set_faults(faults);
    }

    /// Presses a button with this data under the bot's last message, whether it has it or not.
    pub(crate) fn forge(&self, person: i64, data: &str, inaccessible: bool) {
        self.rest();
        let message_id = self.buttons(person).last().expect("a message").0;
        self.tap(person, message_id, data.to_owned(), inaccessible);
    }

    fn tap(&self, person: i64, message_id: i64, data: String, inaccessible: bool) {
        let tap = Tap {
            message_id,
            data,
            chat_id: None,
            forged: true,
            inaccessible,
        };
        let now = self.emulator.now();
        let pressed = self.emulator.world(|world| world.press(person, &tap, now));
        pressed.expect("pressed");
    }

    /// Message and data of every button of the bot's, oldest first.
    fn buttons(&self, person: i64) -> Vec<(i64, String)> {
        let now = self.emulator.now();
        let view = self
            .emulator
            .world(|world| world.view(person, None, now))
            .expect("a chat");
        let mut found = Vec::new();
        for message in view["messages"].as_array().into_iter().flatten() {
            let rows = message["keyboard"].as_array().into_iter().flatten();
            for button in rows.flat_map(|row| row.as_array().into_iter().flatten()) {
                let data = button["data"].as_str().unwrap_or_default().to_owned();
                let id = message["id"].as_i64().expect("a number");
                found.push((id, data));
            }
        }
        found
    }

    /// Presses a button of the bot's last message: the first of these codes that it has.
    pub(crate) fn press_first(&self, person: i64, codes: &[&str]) -> bool {
        self.rest();
        let buttons = self.buttons(person);
        let last = buttons.last().map(|(id, _)| *id);
        let of_last = || buttons.iter().filter(|(id, _)| Some(*id) == last);
        let found = codes.iter().find_map(|code| {
            of_last().find(|(_, data)| data.split_once(':').is_some_and(|(_, c)| c == *code))
        });
        if let Some((id, data)) = found {
            self.tap(person, *id, data.clone(), false);
            self.rest();
        }
        found.is_some()
    }

    /// Presses that button, which has to be there.
    pub(crate) fn press(&self, person: i64, code: &str) {
        let pressed = self.press_first(person, &[code]);
        let mut buttons = self.buttons(person);
        let latest = buttons.split_off(buttons.len().saturating_sub(12));
        assert!(pressed, "no button {code}: {latest:?}");
    }

    /// Waits until a message of the bot holds these words.
    pub(crate) fn hears(&self, person: i64, words: &str) {
        self.until(|| {
            let now = self.emulator.now();
            let view = self.emulator.world(|world| world.view(person, None, now));
            let view = view.expect("a chat");
            let messages = view["messages"].as_array().into_iter().flatten();
            let mut of_bot = messages.filter(|message| message["from"] == "bot");
            of_bot.any(|message| message["text"].as_str().is_some_and(|t| t.contains(words)))
        });
    }

    /// Waits until everything is handled and sent.
    pub(crate) fn rest(&self) {
        self.until(|| {
            let waiting = self.emulator.world(|world| world.waiting_updates());
            waiting == 0
                && self.count("SELECT (SELECT count(*) FROM inbox) + count(*) FROM outbox") == 0
        });
    }

    fn read<T>(
        &self,
        read: impl AsyncFnOnce(&mut SqliteConnection) -> sqlx::Result<T>,
    ) -> sqlx::Result<T> {
        let options = SqliteConnectOptions::new()
            .filename(self.database())
            .read_only(true);
        self.runtime.block_on(async {
            let mut conn = SqliteConnection::connect_with(&options).await?;
            let found = read(&mut conn).await;
            conn.close().await?;
            found
        })
    }

    /// What the database counts; while it is being made, one.
    fn count(&self, query: &'static str) -> i64 {
        let count = self.read(async |conn| sqlx::query_scalar(query).fetch_one(conn).await);
        count.unwrap_or(1)
    }

    /// How many updates and messages are set aside.
    pub(crate) fn set_aside(&self) -> usize {
        usize::try_from(self.count("SELECT count(*) FROM set_aside")).expect("a small number")
    }

    /// How many rows of all tables name this person or chat.
    pub(crate) fn rows_of(&self, id: i64) -> i64 {
        let count = self.read(async |conn| {
            let tables = sqlx::query(
                "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c \
                 WHERE m.type = 'table' AND c.name IN ('chat', 'user')",
            )
            .fetch_all(&mut *conn)
            .await?;
            assert!(tables.len() >= 8, "every table that names people");
            let mut rows = 0;
            for table in tables {
                let (table, column): (String, String) = (table.get(0), table.get(1));
                let query = format!("SELECT count(*) FROM {table} WHERE {column} = {id}");
                let query = sqlx::AssertSqlSafe(query);
                rows += sqlx::query_scalar::<_, i64>(query)
                    .fetch_one(&mut *conn)
                    .await?;
            }
            Ok(rows)
        });
        count.expect("counted")
    }

    /// Stops the bot, in the time that it has for that.
    pub(crate) fn stop(&mut self) {
        let begun = Instant::now();
        let pid = self.child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-TERM", &pid])
            .status();
        assert!(sent.expect("kill").success());
        let status = self.child.wait().expect("ends");
        assert!(status.success(), "{status}");
        assert!(begun.elapsed() < STOP, "{:?} to stop", begun.elapsed());
        for (path, content) in self.files() {
            let log = path.to_string_lossy().ends_with("-wal");
            assert!(
                !log || content.is_empty(),
                "what was erased may stand in the log"
            );
        }
    }

    /// Every file that the bot made, but its key and its log.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let entries = fs::read_dir(self.folder.path().join("data")).expect("a folder");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        // SQLite may take a file away between the two calls.
        paths
            .filter_map(|path| Some((path.clone(), fs::read(path).ok()?)))
            .collect()
    }

    /// Whether these bytes stand in a file that the bot made.
    pub(crate) fn files_hold(&self, bytes: &[u8]) -> bool {
        self.files()
            .iter()
            .any(|(_, content)| find(content, bytes).is_some())
    }

    /// The bot's figures; none where it has ended.
    fn metrics(&self) -> String {
        let url = format!("http://{}/metrics", self.watched);
        let client = reqwest::Client::builder().no_proxy().build();
        let client = client.expect("a client");
        self.runtime.block_on(async {
            match client.get(url).send().await {
                Ok(answer) => answer.text().await.unwrap_or_default(),
                Err(_) => String::new(),
            }
        })
    }

    /// The words are in no log line, no figure and no file; nor is the token.
    pub(crate) fn assert_silent(&self, words: &str, when: &str) {
        let log = self.log();
        let lower = log.to_lowercase();
        let metrics = self.metrics().to_lowercase();
        for secret in [words, SECRET] {
            if let Some(line) = lower.lines().position(|line| line.contains(secret)) {
                let line = log.lines().nth(line).expect("a line");
                panic!("{when}: {secret} in the log: {line}");
            }
            assert!(!metrics.contains(secret), "{when}: {secret} in the metrics");
            for (path, content) in self.files() {
                let at = find(&content.to_ascii_lowercase(), secret.as_bytes());
                assert_eq!(at, None, "{when}: {secret} in {}", shown(&path));
            }
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn token() -> String {
    format!("123456789:{SECRET}")
}

fn shown(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn find(content: &[u8], bytes: &[u8]) -> Option<usize> {
    content
        .windows(bytes.len())
        .position(|window| window == bytes)
}
