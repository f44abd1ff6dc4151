//! The bot when things go wrong around it: Telegram asks for patience, the database refuses.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise"
)]

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
use tempfile::TempDir;
use twitchwise::{
    app::{self, Clock, Running},
    content,
    emulator::{Emulator, Faults, Options},
    model::{Text, keys},
    store::{Backlog, Keys, Sealer, Store},
    telegram,
};

/// Longer than any of this may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Nothing can be handled: an error that says nothing of the update.
const TROUBLE: &str = "CREATE TRIGGER trouble BEFORE INSERT ON session \
     BEGIN SELECT json ('not JSON'); END";

struct Bot {
    emulator: Emulator,
    store: Store,
    running: Running,
    folder: TempDir,
}

impl Bot {
    async fn start() -> Self {
        let emulator = Emulator::start(Options::default()).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::from_file_or_create(&folder.path().join("data.key")).unwrap();
        let url = format!("sqlite://{}/bot.db", folder.path().display());
        let store = Store::open(&url, Sealer::new(&keys)).await.unwrap();
        let catalog = Arc::new(content::embedded().unwrap_or_else(|e| panic!("{e}")));
        let bot = telegram::Bot::new(Options::default().token)
            .set_api_url(emulator.url().parse().unwrap());
        let running = app::run(catalog, store.clone(), bot, Clock::default()).await;
        Self {
            emulator,
            store,
            running: running.unwrap(),
            folder,
        }
    }

    fn person(&self) -> i64 {
        self.emulator
            .world(|world| world.add_person("Ann", Some("en")).id)
    }

    fn say(&self, person: i64, words: &str) {
        let now = self.emulator.now();
        self.emulator
            .world(|world| world.say(person, words, now))
            .unwrap();
    }

    /// The words of the bot's messages to a person.
    fn heard(&self, person: i64) -> Vec<String> {
        let now = self.emulator.now();
        let view = self.emulator.world(|world| world.view(person, None, now));
        let view = view.unwrap();
        let messages = view["messages"].as_array().unwrap().iter();
        messages
            .filter(|message| message["from"] == "bot")
            .map(|message| message["text"].as_str().unwrap().to_owned())
            .collect()
    }

    async fn until(&self, what: &str, is_so: impl Fn(&Backlog) -> bool) -> Backlog {
        let begun = Instant::now();
        loop {
            let backlog = self.store.backlog().await.unwrap();
            if self.emulator.world(|world| world.waiting_updates()) == 0 && is_so(&backlog) {
                return backlog;
            }
            assert!(begun.elapsed() < PATIENCE, "not {what}: {backlog:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn at_rest(&self) -> Backlog {
        self.until("at rest", |b| b.inbox == 0 && b.outbox == 0)
            .await
    }

    /// Waits until a person got so many messages. What was just said to the bot may not have come to it yet,
    /// so that it is at rest before it has answered.
    async fn until_heard(&self, person: i64, messages: usize) {
        let begun = Instant::now();
        while self.heard(person).len() < messages {
            assert!(begun.elapsed() < PATIENCE, "the person is told");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The words of a text.
    fn says(key: &'static str) -> String {
        let catalog = content::embedded().unwrap_or_else(|e| panic!("{e}"));
        catalog.words.say(&Text::new(key)).into_owned()
    }

    /// Changes the database behind the bot's back.
    async fn sql(&self, sql: impl Into<String>) {
        let options = SqliteConnectOptions::new().filename(self.folder.path().join("bot.db"));
        let mut conn = options.connect().await.unwrap();
        let sql = sqlx::AssertSqlSafe(sql.into());
        sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
        conn.close().await.unwrap();
    }
}

/// One person floods while Telegram takes no message: what they say waits in the inbox, in order.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_waits_in_the_inbox_and_keeps_its_order() {
    let bot = Bot::start().await;
    let person = bot.person();
    bot.say(person, "/start");
    bot.at_rest().await;
    bot.emulator.set_faults(Faults {
        too_many_requests: 1000,
        retry_after: 1,
        spare_get_updates: true,
        ..Faults::default()
    });
    for n in 0..90 {
        bot.say(person, ["/help", "/settings", "/privacy"][n % 3]);
    }
    let crowded = |b: &Backlog| b.inbox + b.outbox == 90 && b.outbox >= 16;
    bot.until("crowded", crowded).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    let backlog = bot.store.backlog().await.unwrap();
    assert!(backlog.outbox <= 24, "{backlog:?}");
    bot.emulator.set_faults(Faults::default());
    bot.at_rest().await;
    let heard = bot.heard(person);
    assert_eq!(heard.len(), 1 + 90);
    for (n, words) in heard[1..].iter().enumerate() {
        assert_eq!(words, &heard[1 + n % 3], "message {n}");
    }
    bot.running.stop().await;
}

/// While the database refuses, an update waits; it is answered when the database is well again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_outlasts_trouble_of_the_database() {
    let bot = Bot::start().await;
    let person = bot.person();
    bot.sql(TROUBLE).await;
    bot.say(person, "/start");
    bot.say(person, "/help");
    tokio::time::sleep(Duration::from_secs(4)).await;
    assert!(bot.heard(person).is_empty());
    bot.sql("DROP TRIGGER trouble").await;
    let backlog = bot.at_rest().await;
    assert_eq!((backlog.set_aside, bot.heard(person).len()), (0, 2));
    bot.running.stop().await;
}

/// What the database will never take is set aside, and the chat goes on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_can_never_be_kept_does_not_hold_up_its_chat() {
    let bot = Bot::start().await;
    let person = bot.person();
    bot.sql(
        "CREATE TRIGGER never BEFORE INSERT ON session BEGIN SELECT RAISE (ABORT, 'never'); END",
    )
    .await;
    bot.say(person, "/start");
    let backlog = bot
        .until("set aside", |b| {
            b.set_aside == 1 && b.inbox == 0 && b.outbox == 0
        })
        .await;
    assert_eq!(backlog.set_aside, 1);
    // Set aside first, then told.
    bot.until_heard(person, 1).await;
    bot.sql("DROP TRIGGER never").await;
    bot.say(person, "/start");
    bot.until_heard(person, 2).await;
    bot.at_rest().await;
    assert_eq!(bot.heard(person).len(), 2);
    bot.running.stop().await;
}

/// A stop does not wait for what can't be done now.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_stops_soon_whatever_hangs() {
    let bot = Bot::start().await;
    let (ann, ben) = (bot.person(), bot.person());
    bot.say(ann, "/start");
    bot.at_rest().await;
    bot.emulator.set_faults(Faults {
        too_many_requests: 1000,
        retry_after: 3600,
        spare_get_updates: true,
        ..Faults::default()
    });
    bot.say(ann, "/start");
    bot.until("answered", |b| b.inbox == 0 && b.outbox == 1)
        .await;
    bot.sql(TROUBLE).await;
    bot.say(ben, "/start");
    tokio::time::sleep(Duration::from_millis(500)).await;
    let begun = Instant::now();
    bot.running.stop().await;
    assert!(
        begun.elapsed() < Duration::from_secs(2),
        "{:?}",
        begun.elapsed()
    );
}

/// A bot that can take in nothing any more says so: it is to be started again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_loss_of_the_store_is_noticed() {
    let bot = Bot::start().await;
    let person = bot.person();
    bot.store.close().await.unwrap();
    bot.say(person, "/start");
    tokio::time::timeout(PATIENCE, bot.running.ended())
        .await
        .expect("it is noticed");
    assert_eq!(
        bot.emulator.world(|world| world.waiting_updates()),
        1,
        "nothing is confirmed that is not kept"
    );
    bot.running.stop().await;
}

/// What was sent is not sent again, and nothing overtakes it, while its row can't be taken out.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_sent_but_cannot_be_recorded_is_not_sent_again() {
    let bot = Bot::start().await;
    let person = bot.person();
    bot.sql("CREATE TRIGGER stays BEFORE DELETE ON outbox BEGIN SELECT json ('not JSON'); END")
        .await;
    bot.say(person, "/start");
    bot.until("sent", |b| {
        b.inbox == 0 && b.outbox == 1 && bot.heard(person).len() == 1
    })
    .await;
    bot.say(person, "/help");
    bot.until("handled", |b| b.inbox == 0 && b.outbox == 2)
        .await;
    assert_eq!(bot.heard(person).len(), 1, "it waits for what is before it");
    bot.sql("DROP TRIGGER stays").await;
    bot.until("sent once each", |b| {
        b.outbox == 0 && bot.heard(person).len() == 2
    })
    .await;
    bot.running.stop().await;
}

/// A chat whose session can't be read is told that it starts anew, also where that fails at first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_starts_anew_is_told_so_whatever_goes_wrong() {
    let bot = Bot::start().await;
    let person = bot.person();
    let damaged = format!(
        "INSERT INTO session (user, chat, updated_at, body) VALUES ({person}, {person}, 0, x'00')"
    );
    bot.sql(damaged).await;
    bot.sql("CREATE TRIGGER trouble BEFORE INSERT ON outbox BEGIN SELECT json ('not JSON'); END")
        .await;
    bot.say(person, "/help");
    bot.until("taken in", |b| b.inbox == 1).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(bot.store.backlog().await.unwrap().set_aside, 0);
    bot.sql("DROP TRIGGER trouble").await;
    let anew = Bot::says(keys::ANEW);
    bot.until("told", |b| {
        b.inbox == 0 && bot.heard(person).contains(&anew)
    })
    .await;
    assert_eq!(bot.store.backlog().await.unwrap().set_aside, 1);
    bot.running.stop().await;
}

/// An update that can't be set aside either is not left behind for what comes later to overtake.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_set_aside_holds_up_its_chat_until_it_can() {
    let bot = Bot::start().await;
    let person = bot.person();
    bot.sql(
        "CREATE TRIGGER never BEFORE INSERT ON session BEGIN SELECT RAISE (ABORT, 'never'); END;
         CREATE TRIGGER nor_aside BEFORE INSERT ON set_aside BEGIN SELECT json ('not JSON'); END",
    )
    .await;
    bot.say(person, "/start");
    bot.say(person, "/help");
    bot.until("taken in", |b| b.inbox == 2).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(bot.heard(person).is_empty(), "nothing is done out of turn");
    bot.sql("DROP TRIGGER never; DROP TRIGGER nor_aside").await;
    let backlog = bot.at_rest().await;
    assert_eq!(backlog.set_aside, 1);
    let trouble = Bot::says(keys::TROUBLE);
    bot.until("both answered", |_| bot.heard(person).len() == 2)
        .await;
    assert_eq!(bot.heard(person)[0], trouble);
    bot.running.stop().await;
}
