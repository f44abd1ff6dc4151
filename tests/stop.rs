//! Start and end of the real binary: both signals end it in good order and in time, under load and
//! without Telegram; it waits for a Telegram that isn't there yet.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod bot;

use std::{
    net::TcpListener,
    sync::Arc,
    time::{Duration, Instant},
};

use bot::{
    binary::{Installation, free_address},
    people::{PATIENCE, add_person, all_reach_their_outcome, answered, catalog, emulator},
    person,
    script::{Script, What},
};
use twitchwise::emulator::Options;

/// A stop may take so long.
const STOP: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_signals_end_it_in_good_order_under_load() {
    let emulator = emulator(Options::default()).await;
    let catalog = catalog();
    for signal in ["TERM", "INT"] {
        let installation = Installation::new();
        let process = installation.start(&emulator.url());
        let people: Vec<_> = (0..20).map(|_| add_person(&emulator)).collect();
        person::do_it(&emulator, people[0], &What::Say("/start".to_owned())).expect("said");
        answered(&emulator, people[0], PATIENCE).await;
        for person in &people {
            for words in [
                "/start",
                "hello",
                "/help",
                "/settings",
                "/privacy",
                "/emergency",
            ] {
                person::do_it(&emulator, *person, &What::Say(words.to_owned())).expect("said");
            }
        }
        tokio::time::sleep(Duration::from_millis(60)).await;
        let (status, took) = process.stop(signal);
        assert!(
            status.success() && took < STOP,
            "SIG{signal}: {status} {took:?}"
        );
        // What was taken and not answered is answered at the next start.
        let process = installation.start(&emulator.url());
        let script = Script::write(&catalog, 21);
        all_reach_their_outcome(&emulator, vec![script], 0).await;
        for person in people {
            let begun = Instant::now();
            while person::count(&emulator, person) < 6 {
                assert!(begun.elapsed() < PATIENCE, "an answer is missing");
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
        let (status, _) = process.stop(signal);
        assert!(status.success(), "{status}");
    }
}

#[test]
fn both_signals_end_it_while_telegram_cannot_be_reached() {
    // Nobody listens; somebody listens and never answers; the name can't be looked up.
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let silent = silent
        .local_addr()
        .map(|addr| (silent, addr))
        .expect("an address");
    let urls = [
        format!("http://{}", free_address()),
        format!("http://{}", silent.1),
        "http://telegram.invalid".to_owned(),
    ];
    for url in urls {
        for signal in ["TERM", "INT"] {
            let installation = Installation::new();
            let process = installation.start(&url);
            // Far enough to be asking Telegram who it is.
            while !installation.path().join("data/bot.db").exists() {
                std::thread::sleep(Duration::from_millis(5));
            }
            std::thread::sleep(Duration::from_millis(300));
            let (status, took) = process.stop(signal);
            assert!(
                status.success() && took < STOP,
                "{url} SIG{signal}: {status} {took:?}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_waits_for_telegram_at_the_start_and_later() {
    let address = free_address();
    let options = Options {
        listen: address,
        ..Options::default()
    };
    let installation = Installation::new();
    let process = installation.start(&format!("http://{address}"));
    installation.wait_for_log("can't be reached", PATIENCE);
    let first = emulator(options.clone()).await;
    let person = add_person(&first);
    person::do_it(&first, person, &What::Say("/start".to_owned())).expect("said");
    answered(&first, person, PATIENCE).await;
    // Gone, and back with another person.
    Arc::into_inner(first).expect("the last").stop().await;
    installation.wait_for_log("updates can't be received", PATIENCE);
    let second = emulator(Options { seed: 2, ..options }).await;
    let person = add_person(&second);
    person::do_it(&second, person, &What::Say("/start".to_owned())).expect("said");
    answered(&second, person, PATIENCE).await;
    // And gone again while it is told to end.
    Arc::into_inner(second).expect("the last").stop().await;
    let (status, took) = process.stop("TERM");
    assert!(status.success() && took < STOP, "{status} {took:?}");
}
