//! Updates that would end the process, now and at every start: they are left out, and everybody else is
//! answered.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod bot;

use std::{
    str::FromStr as _,
    time::{Duration, Instant},
};

use bot::{
    binary::Installation,
    people::{PATIENCE, add_acquainted, add_person, answered, catalog, emulator, wait_for},
    person,
    script::What,
};
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
use twitchwise::{
    emulator::{Emulator, Options},
    model::{Text, keys},
    store::{Backlog, Keys, Received, Sealer, Store},
};

/// Kinds that the bot does not ask for, each as nobody should send it. At the first two teloxide panics.
fn unasked() -> Vec<(&'static str, Value)> {
    let mut all = vec![
        ("poll_answer", json!({ "poll_id": "1", "option_ids": [] })),
        (
            "message_reaction",
            json!({
                "chat": { "id": 7, "type": "private", "first_name": "Ann" }, "message_id": 3,
                "date": 1_763_932_800, "old_reaction": [], "new_reaction": [],
            }),
        ),
    ];
    let others = [
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "message_reaction_count",
        "chosen_inline_result",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "not_yet_known",
    ];
    all.extend(others.map(|kind| (kind, json!({}))));
    all
}

async fn store(installation: &Installation) -> Store {
    let keys = Keys::from_file_or_create(&installation.key_file()).expect("the keys");
    let store = Store::open(&installation.database_url(), Sealer::new(&keys)).await;
    store.expect("the store")
}

/// Puts updates into the inbox of a bot that does not run, as an earlier run left them.
async fn left_behind(installation: &Installation, updates: Vec<(Option<i64>, Value)>) {
    let received = updates.into_iter().map(|(chat, update)| Received {
        update_id: update["update_id"].as_i64().expect("its number"),
        chat,
        user: chat,
        body: update.to_string().into_bytes(),
    });
    let store = store(installation).await;
    let kept = store.receive(received.collect(), None, Timestamp::now());
    kept.await.expect("kept");
    store.close().await.expect("closed");
}

fn message(update_id: i64, person: i64, text: &str) -> Value {
    json!({ "update_id": update_id, "message": {
        "message_id": update_id, "date": 1_763_932_800, "text": text,
        "from": { "id": person, "is_bot": false, "first_name": "Ann" },
        "chat": { "id": person, "type": "private", "first_name": "Ann" },
    } })
}

async fn greeted(emulator: &Emulator, person: i64) {
    person::do_it(emulator, person, &What::Say("/start".to_owned())).expect("said");
    answered(emulator, person, PATIENCE).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_asked_for_ends_nothing_now_or_at_the_next_start() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let old = unasked().into_iter().zip(1..).map(|((kind, content), id)| {
        let update = json!({ "update_id": id, kind: content });
        (None, update)
    });
    // Beside what it asks for as well.
    let mut odd = message(90, 7, "hello");
    odd["poll_answer"] = json!({ "poll_id": "1", "option_ids": [] });
    left_behind(&installation, old.chain([(Some(7), odd)]).collect()).await;

    let process = installation.start(&emulator.url());
    let early = add_person(&emulator);
    greeted(&emulator, early).await;
    for (kind, content) in unasked() {
        emulator.world(|world| world.foist(kind, &content));
    }
    let late = add_person(&emulator);
    greeted(&emulator, late).await;
    process.kill();

    let process = installation.start(&emulator.url());
    let later = add_person(&emulator);
    greeted(&emulator, later).await;
    assert!(process.stop("TERM").0.success());
    let log = installation.log();
    assert!(!log.contains("panicked"), "{log}");
    let backlog = installation.backlog().await;
    assert_eq!(backlog.inbox, 0, "nothing of it stays");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_ended_the_process_each_time_it_was_taken_up_is_set_aside() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let people: Vec<_> = (0..3).map(|_| add_acquainted(&emulator)).collect();
    let [culprit, beside, new] = people[..] else {
        panic!("three")
    };
    let updates = vec![
        (Some(culprit), message(1, culprit, "/help")),
        (Some(culprit), message(2, culprit, "/settings")),
        (Some(beside), message(3, beside, "/help")),
        (Some(beside), message(4, beside, "/settings")),
        (Some(new), message(5, new, "/help")),
    ];
    left_behind(&installation, updates).await;
    // As starts leave it behind that ended without a word: the one was taken up alone.
    let options =
        SqliteConnectOptions::from_str(&installation.database_url()).expect("its address");
    let mut conn = options.connect().await.expect("the database");
    for starts in [
        "UPDATE inbox SET starts = 1 WHERE seq IN (3, 4)",
        "UPDATE inbox SET starts = 3 WHERE seq = 1",
    ] {
        sqlx::query(starts).execute(&mut conn).await.expect("noted");
    }
    conn.close().await.expect("closed");

    let process = installation.start(&emulator.url());
    let words = catalog().words;
    let trouble = words.say(&Text::new(keys::TROUBLE)).into_owned();
    let help = words.plain(keys::HELP_TITLE);
    let settings = words.plain(keys::SETTINGS_TITLE);
    wait_for(&emulator, new, help).await;
    wait_for(&emulator, beside, settings).await;
    for (person, expected) in [
        (beside, vec![help, settings]),
        (culprit, vec![trouble.as_str(), settings]),
    ] {
        wait_for_all(&emulator, person, &expected).await;
    }
    assert!(process.stop("TERM").0.success());
    let expected = Backlog {
        inbox: 0,
        outbox: 0,
        set_aside: 1,
    };
    assert_eq!(installation.backlog().await, expected);
}

/// Waits until the person has heard so much, and checks that it is all of this.
async fn wait_for_all(emulator: &Emulator, person: i64, expected: &[&str]) {
    let begun = Instant::now();
    while person::count(emulator, person) < expected.len() {
        assert!(begun.elapsed() < PATIENCE, "{person} hears too little");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let heard = person::messages(emulator, person);
    assert_eq!(heard.len(), expected.len(), "{heard:#?}");
    for words in expected {
        assert!(
            heard.iter().any(|shown| shown.text.contains(words)),
            "{words} not in {heard:#?}"
        );
    }
}

#[tokio::test]
async fn a_clean_end_forgets_what_was_taken_up() {
    let installation = Installation::new();
    left_behind(&installation, vec![(Some(7), message(1, 7, "/help"))]).await;
    let first = store(&installation).await;
    first.started(vec![1]).await.expect("noted");
    let row = &first.pending(0, 1).await.expect("read").rows[0];
    assert_eq!(row.starts, 1);
    first.close().await.expect("closed");
    let again = store(&installation).await;
    let row = &again.pending(0, 1).await.expect("read").rows[0];
    assert_eq!(row.starts, 0);
}
