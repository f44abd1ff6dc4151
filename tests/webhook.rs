//! The real binary takes updates by webhook: kept before Telegram hears 200, handled once each, from
//! nobody without the secret.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise"
)]

mod bot;

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use bot::{
    binary::{Installation, Process, free_address},
    people::{
        PATIENCE, add_acquainted, add_person, all_reach_their_outcome, answered, catalog, emulator,
        wait_for,
    },
    person,
    script::{Script, What},
};
use serde_json::{Value, json};
use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use twitchwise::{
    emulator::{Emulator, Options},
    model::{Text, keys},
};

const SECRET: &str = "a_secret-of-the-test";

/// A bot whose webhook is at that address.
fn start(installation: &Installation, emulator: &Emulator, at: SocketAddr) -> Process {
    let settings = [
        ("WEBHOOK_URL", &*format!("http://{at}/hook/of/the/bot")),
        ("WEBHOOK_LISTEN", &*at.to_string()),
        ("WEBHOOK_SECRET", SECRET),
    ];
    installation.start_with(&emulator.url(), &settings)
}

/// Posts something to the webhook as Telegram would. Gives the status.
async fn post(at: SocketAddr, path: &str, secret: Option<&str>, body: String) -> u16 {
    let answer = send(at, path, secret, body).await.expect("an answer");
    answer.status().as_u16()
}

async fn send(
    at: SocketAddr,
    path: &str,
    secret: Option<&str>,
    body: String,
) -> reqwest::Result<reqwest::Response> {
    let mut request = reqwest::Client::new().post(format!("http://{at}{path}"));
    if let Some(secret) = secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    request.body(body).send().await
}

/// An update in which the person says something.
fn said(update: i64, person: i64, words: &str) -> Value {
    let from = json!({ "id": person, "is_bot": false, "first_name": "Ann" });
    json!({ "update_id": update, "message": {
        "message_id": update, "date": 1, "text": words, "from": from,
        "chat": { "id": person, "type": "private", "first_name": "Ann" },
    } })
}

async fn count(installation: &Installation, table: &str) -> i64 {
    let path = installation.path().join("data/bot.db");
    let options = SqliteConnectOptions::new().filename(path).read_only(true);
    let mut conn = options.connect().await.expect("opens");
    let query = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
    let rows = sqlx::query_scalar(query).fetch_one(&mut conn).await;
    conn.close().await.expect("closed");
    rows.expect("a count")
}

/// Changes the database behind the bot's back.
async fn sql(installation: &Installation, sql: &'static str) {
    let path = installation.path().join("data/bot.db");
    let options = SqliteConnectOptions::new().filename(path);
    let mut conn = options.connect().await.expect("opens");
    sqlx::raw_sql(sql).execute(&mut conn).await.expect("done");
    conn.close().await.expect("closed");
}

async fn messages(emulator: &Emulator, person: i64, count: usize) {
    let begun = Instant::now();
    while person::count(emulator, person) < count {
        assert!(begun.elapsed() < PATIENCE, "an answer is missing");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_reach_their_outcome_by_webhook_and_by_polling_again() {
    let emulator = emulator(Options::default()).await;
    let (installation, at) = (Installation::new(), free_address());
    let catalog = catalog();
    let process = start(&installation, &emulator, at);
    let scripts = (31..=36).map(|seed| Script::write(&catalog, seed));
    all_reach_their_outcome(&emulator, scripts.collect(), 0).await;
    let (status, took) = process.stop("TERM");
    assert!(
        status.success() && took < Duration::from_secs(5),
        "{status} {took:?}"
    );
    // What comes meanwhile waits at Telegram, and a switch to polling loses none of it.
    let person = add_person(&emulator);
    person::do_it(&emulator, person, &What::Say("/start".to_owned())).expect("said");
    let process = installation.start(&emulator.url());
    answered(&emulator, person, PATIENCE).await;
    all_reach_their_outcome(&emulator, vec![Script::write(&catalog, 37)], 0).await;
    assert!(process.stop("TERM").0.success());
    let process = start(&installation, &emulator, at);
    all_reach_their_outcome(&emulator, vec![Script::write(&catalog, 38)], 0).await;
    assert!(process.stop("INT").0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_without_the_secret_is_heard_and_each_update_is_handled_once() {
    let emulator = emulator(Options::default()).await;
    let (installation, at) = (Installation::new(), free_address());
    let person = add_acquainted(&emulator);
    let process = start(&installation, &emulator, at);
    installation.wait_for_log("updates come by webhook", PATIENCE);
    let path = "/hook/of/the/bot";
    let update = said(900_000_001, person, "/start").to_string();
    for secret in [None, Some(""), Some("a_secret-of-the-tes"), Some("wrong")] {
        let status = post(at, path, secret, update.clone()).await;
        assert_eq!(status, 403, "{secret:?}");
    }
    let huge = "x".repeat(8 * 1024 * 1024);
    // It is refused before it is read: whoever still sends may find the line cut instead.
    if let Ok(answer) = send(at, path, Some("wrong"), huge).await {
        assert_eq!(answer.status().as_u16(), 403);
    }
    assert_eq!(post(at, "/", Some(SECRET), update.clone()).await, 404);
    assert_eq!(count(&installation, "seen").await, 0, "nothing is kept");
    assert_eq!(person::count(&emulator, person), 0);
    // What nobody can read is noted, and not asked for again.
    for body in ["", "{", "[]", "{\"update_id\":\"7\"}", "\u{0}"] {
        let status = post(at, path, Some(SECRET), body.to_owned()).await;
        assert_eq!(status, 200, "{body}");
    }
    installation.wait_for_log("holds no update", PATIENCE);
    // Delivered many times at once, and again later.
    let posts = (0..20).map(|_| post(at, path, Some(SECRET), update.clone()));
    let taken = futures::future::join_all(posts).await;
    assert!(taken.iter().all(|status| *status == 200), "{taken:?}");
    messages(&emulator, person, 1).await;
    assert_eq!(post(at, path, Some(SECRET), update).await, 200);
    let help = said(900_000_002, person, "/help").to_string();
    assert_eq!(post(at, path, Some(SECRET), help).await, 200);
    let title = catalog().words.plain(keys::HELP_TITLE).to_owned();
    wait_for(&emulator, person, &title).await;
    assert_eq!(person::count(&emulator, person), 2, "once each");
    assert_eq!(count(&installation, "seen").await, 2);
    assert!(process.stop("TERM").0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_confirmed_outlives_a_kill() {
    let emulator = emulator(Options::default()).await;
    let (installation, at) = (Installation::new(), free_address());
    let people: Vec<_> = (0..30).map(|_| add_acquainted(&emulator)).collect();
    for (people, round) in people.chunks(10).zip(0..) {
        let process = start(&installation, &emulator, at);
        installation.wait_for_log("updates come by webhook", PATIENCE);
        while tokio::net::TcpStream::connect(at).await.is_err() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let posts = people
            .iter()
            .zip(910_000_000 + 10 * round..)
            .map(|(person, update)| {
                let body = said(update, *person, "/start").to_string();
                post(at, "/hook/of/the/bot", Some(SECRET), body)
            });
        let taken = futures::future::join_all(posts).await;
        process.kill();
        assert!(taken.iter().all(|status| *status == 200), "{taken:?}");
    }
    let process = start(&installation, &emulator, at);
    for person in people {
        answered(&emulator, person, PATIENCE).await;
        assert!(
            person::count(&emulator, person) <= 2,
            "once, or twice where it was killed"
        );
    }
    assert!(process.stop("TERM").0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_can_not_be_kept_is_not_confirmed() {
    let emulator = emulator(Options::default()).await;
    let (installation, at) = (Installation::new(), free_address());
    let process = start(&installation, &emulator, at);
    installation.wait_for_log("updates come by webhook", PATIENCE);
    sql(
        &installation,
        "CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT json ('not JSON'); END",
    )
    .await;
    let person = add_person(&emulator);
    let update = said(920_000_000, person, "/start").to_string();
    let path = "/hook/of/the/bot";
    assert_eq!(post(at, path, Some(SECRET), update).await, 503);
    person::do_it(&emulator, person, &What::Say("/start".to_owned())).expect("said");
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(person::count(&emulator, person), 0);
    assert_eq!(emulator.world(|world| world.waiting_updates()), 1);
    sql(&installation, "DROP TRIGGER full").await;
    // Telegram repeats it.
    let consent = catalog().words.say(&Text::new(keys::CONSENT)).into_owned();
    wait_for(&emulator, person, consent.lines().next().expect("words")).await;
    assert_eq!(emulator.world(|world| world.waiting_updates()), 0);
    assert!(process.stop("TERM").0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_does_not_come_whole_is_not_confirmed() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let at = free_address();
    let process = start(&installation, &emulator, at);
    let person = add_acquainted(&emulator);
    installation.wait_for_log("updates come by webhook", PATIENCE);
    let path = "/hook/of/the/bot";
    let large = "x".repeat(5 * 1024 * 1024);
    // It may be refused while it is still being sent.
    if let Ok(answer) = send(at, path, Some(SECRET), large).await {
        assert_eq!(answer.status().as_u16(), 413);
    }
    let mut half = tokio::net::TcpStream::connect(at).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: a\r\nX-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n\
         Content-Length: 100\r\n\r\n{{\"update_id\":1,"
    );
    half.write_all(head.as_bytes()).await.unwrap();
    half.shutdown().await.unwrap();
    let mut answer = String::new();
    let _ = half.read_to_string(&mut answer).await;
    assert!(!answer.contains("200 OK"), "{answer}");
    // And then all is as before.
    person::do_it(&emulator, person, &What::Say("/help".to_owned())).expect("said");
    answered(&emulator, person, PATIENCE).await;
    assert!(process.stop("TERM").0.success());
}
