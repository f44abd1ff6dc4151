//! What Telegram refuses, on the real binary: a message that it never takes holds nobody up, what makes
//! no difference any more is done, a message that is gone is sent anew, and who can't be reached any
//! more is left alone. Telegram's words quote what was sent: they get into no log and no file.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod bot;

use std::{
    fs,
    net::SocketAddr,
    sync::{Arc, LazyLock},
    time::{Duration, Instant},
};

use bot::{
    binary::{Installation, Process, free_address},
    people::{PATIENCE, add_person, catalog, emulator, wait_for},
    person,
    script::What,
};
use serde_json::json;
use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
use twitchwise::{
    emulator::{ApiError, Emulator, Faults, Options, Refusal},
    model::{Catalog, Text, keys},
};

/// Stands in what the person says, and in Telegram's words about it.
const MARKER: &str = "zqxw7marker";
const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup \
    are exactly the same as a current content and reply markup of the message";
const TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

static CATALOG: LazyLock<Catalog> = LazyLock::new(catalog);

/// The first line of these words.
fn words(key: &'static str) -> String {
    let words = CATALOG.words.say(&Text::new(key)).into_owned();
    words.lines().next().expect("a line").to_owned()
}

/// A bot that runs, and one person who has agreed.
struct Chat {
    emulator: Arc<Emulator>,
    installation: Installation,
    process: Option<Process>,
    watched: SocketAddr,
    person: i64,
}

impl Chat {
    async fn open() -> Self {
        let emulator = emulator(Options::default()).await;
        let person = add_person(&emulator);
        let mut chat = Self {
            emulator,
            installation: Installation::new(),
            process: None,
            watched: free_address(),
            person,
        };
        chat.start();
        chat.say("/start");
        chat.hears(&words(keys::CONSENT)).await;
        chat.press("agree");
        chat.hears(&words("ask-danger_signs")).await;
        chat
    }

    fn start(&mut self) {
        let watched = self.watched.to_string();
        let settings = [("METRICS_LISTEN", watched.as_str()), ("RUST_LOG", "trace")];
        let url = self.emulator.url();
        self.process = Some(self.installation.start_with(&url, &settings));
    }

    fn stop(&mut self) {
        let process = self.process.take().expect("it runs");
        assert!(process.stop("TERM").0.success());
    }

    fn say(&self, words: &str) {
        let what = What::Say(words.to_owned());
        person::do_it(&self.emulator, self.person, &what).expect("said");
    }

    /// Whether there is a button of that code.
    fn has(&self, code: &str) -> bool {
        self.button(code).is_some()
    }

    /// Presses the newest button of that code.
    fn press(&self, code: &str) {
        let data = self.button(code).expect("a button");
        person::do_it(&self.emulator, self.person, &What::Press(data)).expect("pressed");
    }

    fn button(&self, code: &str) -> Option<String> {
        let all = person::messages(&self.emulator, self.person);
        let mut buttons = all.iter().rev().flat_map(|shown| &shown.buttons);
        let of_code =
            |(_, data): &&(String, String)| data.split_once(':').is_some_and(|d| d.1 == code);
        Some(buttons.find(of_code)?.1.clone())
    }

    /// Waits until the newest message holds these words.
    async fn hears(&self, words: &str) {
        wait_for(&self.emulator, self.person, words).await;
    }

    /// From now on, calls of this method are refused so many times.
    fn refuse(&self, method: &str, times: u32, error: ApiError) {
        let named = method != "answerCallbackQuery";
        self.emulator.set_faults(Faults {
            refusals: vec![Refusal {
                method: method.to_owned(),
                chat: named.then_some(self.person),
                times,
                error,
            }],
            ..Faults::default()
        });
    }

    async fn count(&self, query: &'static str) -> i64 {
        let database = self.installation.path().join("data/bot.db");
        let options = SqliteConnectOptions::new()
            .filename(database)
            .read_only(true);
        let mut conn = options.connect().await.expect("opens");
        let query = sqlx::query_scalar(query).bind(self.person);
        let count = query.fetch_one(&mut conn).await.expect("counted");
        conn.close().await.expect("closed");
        count
    }

    /// Waits until the query, about the person, counts so many.
    async fn until(&self, query: &'static str, count: i64) {
        let begun = Instant::now();
        while self.count(query).await != count {
            assert!(
                begun.elapsed() < PATIENCE,
                "{query}\n{}",
                self.installation.log()
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn metric(&self, name: &str) -> u64 {
        let client = reqwest::Client::builder()
            .no_proxy()
            .build()
            .expect("a client");
        let answer = client
            .get(format!("http://{}/metrics", self.watched))
            .send()
            .await;
        let text = answer.expect("it answers").text().await.expect("text");
        let name = format!("twitchwise_{name} ");
        let value = text.lines().find_map(|line| line.strip_prefix(&name));
        value.expect("a figure").parse().expect("a number")
    }

    /// Nothing waits, nothing was set aside, nothing counts as refused or to be repeated.
    async fn assert_as_if_nothing_was(&self) {
        self.until(OUTBOX, 0).await;
        assert_eq!(self.count(ASIDE).await, 0, "{}", self.installation.log());
        for name in ["messages_refused_total", "messages_postponed_total"] {
            assert_eq!(self.metric(name).await, 0, "{name}");
        }
    }

    fn assert_silent(&self) {
        let log = self.installation.log().to_lowercase();
        let line = log.lines().find(|line| line.contains(MARKER));
        assert_eq!(line, None, "said in the log");
        for file in fs::read_dir(self.installation.path().join("data")).expect("a folder") {
            let path = file.expect("a file").path();
            let content = fs::read(&path).unwrap_or_default();
            let found = content
                .windows(MARKER.len())
                .any(|w| w == MARKER.as_bytes());
            assert!(!found, "said in {}", path.display());
        }
    }
}

const OUTBOX: &str = "SELECT count(*) FROM outbox WHERE chat = ?";
const ASIDE: &str = "SELECT count(*) FROM set_aside WHERE chat = ?";
const WAKE: &str = "SELECT count(*) FROM wake WHERE chat = ?";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_refused_for_its_content_is_set_aside_and_the_chat_goes_on() {
    let mut chat = Chat::open().await;
    let quoting =
        format!("can't parse entities: Unsupported start tag \"{MARKER}\" at byte offset 12");
    chat.refuse("sendMessage", 1, ApiError::bad_request(&quoting));
    let heard = person::count(&chat.emulator, chat.person);
    chat.say(&format!("remind me every day at 9 am to {MARKER}"));
    chat.say("/help");
    chat.hears(&words(keys::HELP_TITLE)).await;
    let all = person::messages(&chat.emulator, chat.person);
    assert_eq!(
        all.len(),
        heard + 1,
        "the one refused is not sent again: {all:#?}"
    );
    assert_eq!(chat.emulator.faulted(), 1, "it was refused");
    chat.until(OUTBOX, 0).await;
    assert_eq!(chat.count(ASIDE).await, 1);
    assert_eq!(chat.metric("messages_refused_total").await, 1);
    let log = chat.installation.log();
    let lines: Vec<_> = log
        .lines()
        .filter(|l| l.contains("refuses a message"))
        .collect();
    let id = chat
        .count("SELECT coalesce(max(id), 0) FROM set_aside WHERE chat = ?")
        .await;
    assert!(
        matches!(lines[..], [line] if line.contains(&format!("message={id}"))),
        "logged once, by its number {id}: {lines:#?}"
    );
    chat.assert_silent();
    chat.say("/settings");
    chat.hears(&words(keys::SETTINGS_TITLE)).await;
    chat.stop();
    chat.assert_silent();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_modified_and_an_answer_that_comes_too_late_are_done() {
    let mut chat = Chat::open().await;
    chat.refuse("editMessageText", 1, ApiError::bad_request(NOT_MODIFIED));
    chat.press("none");
    chat.say("34");
    chat.hears(&words("ask-locations")).await;
    assert_eq!(chat.emulator.faulted(), 1, "the edit was refused");
    chat.assert_as_if_nothing_was().await;

    chat.refuse("answerCallbackQuery", 1, ApiError::bad_request(TOO_OLD));
    chat.press("unsure");
    chat.hears(&words("ask-duration")).await;
    // Both calls go out at once.
    let begun = Instant::now();
    while chat.emulator.faulted() < 2 {
        assert!(begun.elapsed() < PATIENCE, "the answer was not refused");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    chat.assert_as_if_nothing_was().await;
    chat.stop();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_of_a_message_that_is_gone_becomes_a_new_message() {
    let mut chat = Chat::open().await;
    chat.stop();
    chat.press("none");
    let gone = person::messages(&chat.emulator, chat.person);
    let gone = gone.last().expect("a message").id;
    let deleted = json!({ "chat_id": chat.person, "message_id": gone });
    let (token, now) = (Options::default().token, chat.emulator.now());
    let deleted = chat
        .emulator
        .world(|world| world.call(&token, "deleteMessage", deleted, now));
    deleted.expect("deleted");
    chat.start();
    chat.hears(&words("ask-age_group")).await;
    let new = person::messages(&chat.emulator, chat.person);
    assert!(new.last().expect("a message").id > gone, "{new:#?}");
    chat.assert_as_if_nothing_was().await;
    // Its buttons work.
    chat.press("=adult");
    chat.hears(&words("ask-locations")).await;
    chat.stop();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_waits_for_who_cannot_be_reached() {
    let mut chat = Chat::open().await;
    let said = [
        format!("remind me every day at 9 am to {MARKER}"),
        "yes".to_owned(),
        "yes".to_owned(),
        "new york".to_owned(),
    ];
    for words in said {
        let heard = person::count(&chat.emulator, chat.person);
        chat.say(&words);
        let begun = Instant::now();
        while person::count(&chat.emulator, chat.person) == heard {
            assert!(begun.elapsed() < PATIENCE, "no answer");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
    chat.until(WAKE, 1).await;
    chat.until(OUTBOX, 0).await;
    // Telegram has trouble of its own: what is to be sent waits.
    chat.refuse("sendMessage", u32::MAX, ApiError::new(502, "Bad Gateway"));
    for words in ["/help", "/settings", "/reminders"] {
        chat.say(words);
    }
    chat.until(OUTBOX, 3).await;
    let blocked = ApiError::new(403, "Forbidden: bot was blocked by the user");
    chat.refuse("sendMessage", u32::MAX, blocked);
    chat.until(OUTBOX, 0).await;
    chat.until(WAKE, 0).await;
    assert_eq!(chat.count(ASIDE).await, 0);
    assert_eq!(chat.metric("chats_unreachable_total").await, 1);
    assert_eq!(chat.metric("messages_refused_total").await, 0);
    // Back again, they are asked whether their reminders shall come again.
    chat.emulator.set_faults(Faults::default());
    chat.say("/help");
    let begun = Instant::now();
    while !chat.has("%resume") {
        assert!(begun.elapsed() < PATIENCE, "not asked");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    chat.press("%resume");
    chat.until(WAKE, 1).await;
    chat.assert_silent();
    chat.stop();
}
