//! What an earlier run left unsent, on the real binary: in bounded memory, not before its time, and
//! what nobody asked for at its own pace, with replies in front of it.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and shows its figures"
)]

mod bot;

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use bot::{
    binary::Installation,
    people::{PATIENCE, add_acquainted, add_person, catalog, emulator, wait_for},
    person,
    script::What,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use twitchwise::{
    app::{self, Clock, Settings},
    emulator::{Emulator, Options},
    model::keys,
    store::{Handled, Keys, OutboxId, Outgoing, Sealer, SessionChange, Store, Wake, Who},
    telegram,
};

async fn open(installation: &Installation) -> Store {
    let keys = Keys::from_file_or_create(&installation.key_file()).expect("keys");
    let url = installation.database_url();
    Store::open(&url, Sealer::new(&keys))
        .await
        .expect("a store")
}

/// Messages that wait to be sent to a person.
async fn queue(store: &Store, chat: i64, unasked: bool, words: &[String]) -> Vec<OutboxId> {
    let outgoing = words.iter().map(|words| {
        let message = json!({ "body": { "new": {
            "chat_id": chat, "text": words, "parse_mode": "HTML",
        } } });
        let body = message.to_string().into_bytes();
        Outgoing {
            chat,
            unasked,
            body,
        }
    });
    let handled = Handled {
        seq: None,
        who: Who { chat, user: chat },
        session: SessionChange::Keep,
        drop_pending: false,
        wake: Wake::Keep,
        outgoing: outgoing.collect(),
        now: Timestamp::now(),
    };
    store.commit(handled).await.expect("committed")
}

/// The words of the bot's messages to a person.
fn heard(emulator: &Emulator, person: i64) -> Vec<String> {
    let messages = person::messages(emulator, person);
    messages.into_iter().map(|shown| shown.text).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_asked_for_keeps_its_pace_and_replies_overtake_it() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let people: Vec<_> = (0..20).map(|_| add_acquainted(&emulator)).collect();
    let store = open(&installation).await;
    for person in &people {
        let words: Vec<_> = (0..3).map(|n| format!("reminder {n}")).collect();
        queue(&store, *person, true, &words).await;
    }
    store.close().await.expect("closed");
    let settings = [("SEND_PER_SECOND", "20")];
    let process = installation.start_with(&emulator.url(), &settings);
    // The last of them says something as soon as the first was reminded.
    let total = || {
        people
            .iter()
            .map(|p| person::count(&emulator, *p))
            .sum::<usize>()
    };
    let begun = Instant::now();
    while total() == 0 {
        assert!(begun.elapsed() < PATIENCE, "nothing is sent");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let last = people[19];
    person::do_it(&emulator, last, &What::Say("/help".to_owned())).expect("said");
    let title = catalog().words.plain(keys::HELP_TITLE).to_owned();
    let begun = Instant::now();
    loop {
        let heard = heard(&emulator, last);
        if let Some(at) = heard.iter().position(|words| words.contains(&title)) {
            println!(
                "the reply came after {} reminders of its chat, {} of all",
                at,
                total() - 1
            );
            assert!(at < 3, "a reply waits for no turn: {heard:?}");
            break;
        }
        assert!(begun.elapsed() < PATIENCE, "no reply");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let mut seconds = BTreeMap::new();
    while total() < 61 {
        assert!(begun.elapsed() < PATIENCE, "{} of 61", total());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    for person in &people {
        let now = emulator.now();
        let view = emulator.world(|world| world.view(*person, None, now));
        let view = view.expect("a chat");
        for message in view["messages"].as_array().expect("messages") {
            if message["text"]
                .as_str()
                .is_some_and(|t| t.starts_with("reminder"))
            {
                *seconds
                    .entry(message["date"].as_i64().expect("a date"))
                    .or_insert(0) += 1;
            }
        }
        let reminders: Vec<_> = heard(&emulator, *person);
        let reminders: Vec<_> = reminders
            .iter()
            .filter(|w| w.starts_with("reminder"))
            .collect();
        assert_eq!(
            reminders,
            ["reminder 0", "reminder 1", "reminder 2"],
            "in order"
        );
    }
    println!("reminders by second: {seconds:?}");
    assert!(seconds.values().all(|sent| *sent <= 21), "{seconds:?}");
    assert!(process.stop("TERM").0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_to_wait_waits_over_a_restart_and_holds_up_nobody() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let (waits, other) = (add_acquainted(&emulator), add_acquainted(&emulator));
    let store = open(&installation).await;
    let words = ["first".to_owned(), "second".to_owned()];
    let ids = queue(&store, waits, false, &words).await;
    let not_before = Timestamp::now() + SignedDuration::from_secs(6);
    store.postpone(ids[0], not_before, 3).await.expect("noted");
    queue(&store, other, false, &["at once".to_owned()]).await;
    store.close().await.expect("closed");
    let process = installation.start(&emulator.url());
    wait_for(&emulator, other, "at once").await;
    if Timestamp::now() < not_before {
        assert_eq!(heard(&emulator, waits), Vec::<String>::new());
    }
    wait_for(&emulator, waits, "second").await;
    assert!(Timestamp::now() >= not_before, "too early");
    assert_eq!(heard(&emulator, waits), words);
    assert!(process.stop("TERM").0.success());
}

/// Peak memory of a process in MB.
fn peak(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kb = line.and_then(|line| line.trim().strip_suffix(" kB"));
    kb.map_or(0, |kb| kb.trim().parse::<u64>().expect("a number") / 1024)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_waiting_messages_do_not_fill_the_memory() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let store = open(&installation).await;
    // Nobody's, but for one: Telegram doesn't know those chats. They wait for their turn.
    let words: Vec<_> = (0..100)
        .map(|n| format!("{n} {}", "word ".repeat(100)))
        .collect();
    for chat in 1..=1000 {
        queue(&store, 1_000_000 + chat, true, &words).await;
    }
    let person = add_acquainted(&emulator);
    queue(&store, person, false, &["a reply".to_owned()]).await;
    assert_eq!(store.backlog().await.expect("a backlog").outbox, 100_001);
    store.close().await.expect("closed");
    let settings = [("SEND_PER_SECOND", "1")];
    let mut process = installation.start_with(&emulator.url(), &settings);
    wait_for(&emulator, person, "a reply").await;
    person::do_it(&emulator, person, &What::Say("/help".to_owned())).expect("said");
    let title = catalog().words.plain(keys::HELP_TITLE).to_owned();
    wait_for(&emulator, person, &title).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let peak = peak(process.child().id());
    println!("peak memory with 100,000 waiting messages: {peak} MB");
    assert!(peak < 80, "{peak} MB");
    assert!(process.stop("TERM").0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_silent_for_long_is_erased() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let store = open(&installation).await;
    let bot = telegram::Bot::new(Options::default().token)
        .set_api_url(emulator.url().parse().expect("an address"));
    let clock = Clock::with_offset(std::sync::Arc::clone(&emulator.clock().offset));
    let settings = Settings {
        retention_days: 30,
        ..Settings::default()
    };
    let running = app::run_with(catalog().into(), store.clone(), bot, clock, settings);
    let running = running.await.expect("a bot");
    let (silent, speaks) = (add_person(&emulator), add_person(&emulator));
    let consent = "I am not a doctor";
    for person in [silent, speaks] {
        person::do_it(&emulator, person, &What::Say("/start".to_owned())).expect("said");
        wait_for(&emulator, person, consent).await;
    }
    let kept = async |person| {
        let who = Who {
            chat: person,
            user: person,
        };
        store.session(who).await.expect("a session").is_some()
    };
    emulator.advance(20 * 86_400);
    person::do_it(&emulator, speaks, &What::Say("/help".to_owned())).expect("said");
    let title = catalog().words.plain(keys::HELP_TITLE).to_owned();
    wait_for(&emulator, speaks, &title).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(kept(silent).await && kept(speaks).await, "not yet");
    emulator.advance(11 * 86_400);
    let begun = Instant::now();
    while kept(silent).await {
        assert!(begun.elapsed() < PATIENCE, "still kept");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(kept(speaks).await, "who spoke is kept");
    running.stop().await;
}
