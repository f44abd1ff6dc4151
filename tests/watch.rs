//! What whoever runs the bot can see of it: health, readiness, counts, and `/status` in the chat.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod bot;

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use bot::{
    binary::{Installation, free_address},
    people::{PATIENCE, add_person, answered, catalog, emulator, wait_for},
    person,
    script::What,
};
use twitchwise::{
    app::{self, Clock},
    emulator::Options,
    store::{Keys, Sealer, Store},
    telegram,
};

async fn get(at: SocketAddr, path: &str) -> Option<(u16, String)> {
    let answer = reqwest::get(format!("http://{at}{path}")).await.ok()?;
    Some((answer.status().as_u16(), answer.text().await.ok()?))
}

async fn until(at: SocketAddr, path: &str, status: u16, words: &str) {
    let begun = Instant::now();
    loop {
        let seen = get(at, path).await;
        if seen
            .as_ref()
            .is_some_and(|(s, w)| *s == status && w.trim() == words)
        {
            return;
        }
        assert!(
            begun.elapsed() < PATIENCE,
            "{path}: {status} {words}, not {seen:?}"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn counted(text: &str, name: &str) -> u64 {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {name} in\n{text}"))
        .parse()
        .expect("a number")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_readiness_and_counts() {
    let (at, api) = (free_address(), free_address());
    let installation = Installation::new();
    let listen = at.to_string();
    let settings = [("METRICS_LISTEN", listen.as_str())];
    let process = installation.start_with(&format!("http://{api}"), &settings);
    // Telegram isn't there yet.
    until(at, "/readyz", 503, "telegram_unreachable").await;
    until(at, "/healthz", 200, "alive").await;
    let emulator = emulator(Options {
        listen: api,
        ..Options::default()
    })
    .await;
    until(at, "/readyz", 200, "ready").await;
    let person = add_person(&emulator);
    let said = ["/start", "My left MARKER-calf", "/help"];
    for words in said {
        person::do_it(&emulator, person, &What::Say(words.to_owned())).expect("said");
    }
    let begun = Instant::now();
    while person::count(&emulator, person) < said.len() {
        assert!(begun.elapsed() < PATIENCE, "no answer");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // The last message is counted a moment after it arrived.
    let begun = Instant::now();
    let text = loop {
        let (status, text) = get(at, "/metrics").await.expect("an answer");
        assert_eq!(status, 200);
        if counted(&text, "twitchwise_messages_sent_total") == 3
            && counted(&text, "twitchwise_outbox_rows") == 0
        {
            break text;
        }
        assert!(begun.elapsed() < PATIENCE, "{text}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    for (name, count) in [
        ("twitchwise_updates_received_total", 3),
        ("twitchwise_updates_repeated_total", 0),
        ("twitchwise_updates_handled_total", 3),
        ("twitchwise_updates_set_aside_total", 0),
        ("twitchwise_messages_refused_total", 0),
        ("twitchwise_handle_seconds_count", 3),
        ("twitchwise_commit_seconds_count", 3),
        ("twitchwise_send_seconds_count", 3),
        ("twitchwise_inbox_rows", 0),
    ] {
        assert_eq!(counted(&text, name), count, "{name}");
    }
    assert!(
        !text.contains("MARKER") && !text.contains(&person.to_string()),
        "{text}"
    );
    // And gone again.
    Arc::into_inner(emulator).expect("the last").stop().await;
    until(at, "/readyz", 503, "telegram_unreachable").await;
    until(at, "/healthz", 200, "alive").await;
    assert!(process.stop("TERM").0.success());
}

/// The seconds until it is noon in Greenwich: a late reminder waits out the night.
const fn until_noon(now: i64) -> i64 {
    const DAY: i64 = 24 * 60 * 60;
    (DAY / 2 - now).rem_euclid(DAY)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_due_is_looked_for_only_when_something_is() {
    let (emulator, at) = (emulator(Options::default()).await, free_address());
    emulator.advance(until_noon(emulator.clock().now()));
    let folder = tempfile::tempdir().expect("a folder");
    let keys = Keys::from_file_or_create(&folder.path().join("data.key")).expect("the keys");
    let url = format!("sqlite://{}/bot.db", folder.path().display());
    let store = Store::open(&url, Sealer::new(&keys))
        .await
        .expect("a store");
    let bot = telegram::Bot::new(Options::default().token)
        .set_api_url(emulator.url().parse().expect("an address"));
    let clock = Clock::with_offset(Arc::clone(&emulator.clock().offset));
    let settings = app::Settings {
        metrics_listen: Some(at),
        ..app::Settings::default()
    };
    let running = app::run_with(Arc::new(catalog()), store, bot, clock, settings).await;
    let running = running.expect("a bot");
    let person = add_person(&emulator);
    let say = |words: &str| {
        person::do_it(&emulator, person, &What::Say(words.to_owned())).expect("said");
    };
    let looks = async || {
        let (_, text) = get(at, "/metrics").await.expect("an answer");
        counted(&text, "twitchwise_due_looks_total")
    };
    // Once at the start, and not for what is said, as long as nothing is to come.
    say("/start");
    wait_for(&emulator, person, "Twitchwise").await;
    let agree = &person::messages(&emulator, person)[0].buttons[0].1;
    person::do_it(&emulator, person, &What::Press(agree.clone())).expect("pressed");
    wait_for(&emulator, person, "Question 1").await;
    say("/settings");
    wait_for(&emulator, person, "Your time: not set").await;
    emulator.advance(30 * 24 * 60 * 60);
    say("/help");
    answered(&emulator, person, PATIENCE).await;
    assert_eq!(looks().await, 1);
    // Nor for one that is far ahead.
    say("remind me in 200 days to call the doctor");
    wait_for(&emulator, person, "Is that right?").await;
    say("yes");
    wait_for(&emulator, person, "What time is it where you are?").await;
    emulator.advance(190 * 24 * 60 * 60);
    say("/settings");
    wait_for(&emulator, person, "Your time: not set").await;
    assert_eq!(looks().await, 1);
    // When it is due, once.
    emulator.advance(11 * 24 * 60 * 60);
    wait_for(&emulator, person, "call the doctor").await;
    say("/settings");
    wait_for(&emulator, person, "Your time: not set").await;
    assert_eq!(looks().await, 2);
    running.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_operator_alone_is_told_how_the_bot_does() {
    let emulator = emulator(Options::default()).await;
    let (operator, other) = (add_person(&emulator), add_person(&emulator));
    let installation = Installation::new();
    let chat = operator.to_string();
    let process = installation.start_with(&emulator.url(), &[("OPERATOR_CHAT_ID", &chat)]);
    let told = |person| {
        person::do_it(&emulator, person, &What::Say("/status".to_owned())).expect("said");
    };
    told(operator);
    let version = env!("CARGO_PKG_VERSION");
    wait_for(&emulator, operator, &format!("Version {version}")).await;
    wait_for(&emulator, operator, "state: ready").await;
    told(other);
    answered(&emulator, other, PATIENCE).await;
    let heard = person::messages(&emulator, other);
    assert!(
        !heard.iter().any(|shown| shown.text.contains(version)),
        "{heard:#?}"
    );
    assert!(process.stop("TERM").0.success());
}

#[tokio::test]
async fn an_address_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let at = taken.local_addr().expect("an address").to_string();
    let installation = Installation::new();
    let mut process =
        installation.start_with("http://127.0.0.1:9", &[("METRICS_LISTEN", at.as_str())]);
    assert!(!process.wait(PATIENCE).success());
    let log = installation.log();
    assert!(log.contains("METRICS_LISTEN") && log.contains(&at), "{log}");
}
