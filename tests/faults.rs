//! What may go wrong around the bot, and what it does then: Telegram refuses, drops and delays
//! calls or can't be reached, people block the bot, a handler panics, the process is told to end.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod bot;

use std::{
    net::{SocketAddr, TcpListener},
    sync::{Arc, atomic::AtomicUsize},
    time::{Duration, Instant},
};

use bot::{
    binary::Installation,
    person,
    script::{Script, What},
};
use serde_json::json;
use twitchwise::{
    app::{self, Clock, Running},
    content,
    emulator::{Emulator, Faults, Options},
    model::{Catalog, Field, NodeKind, Text, keys},
    store::{Keys, Sealer, Store},
    telegram,
};

const PATIENCE: Duration = Duration::from_secs(40);
/// A stop may take so long.
const STOP: Duration = Duration::from_secs(5);

fn catalog() -> Catalog {
    content::embedded().unwrap_or_else(|e| panic!("{e}"))
}

async fn emulator(options: Options) -> Arc<Emulator> {
    Arc::new(Emulator::start(options).await.expect("an emulator"))
}

fn add_person(emulator: &Emulator) -> i64 {
    emulator.world(|world| world.add_person("Ann", Some("en")).id)
}

/// Lets people follow their scripts at the same time, and checks that all reach their outcome.
async fn all_reach_their_outcome(emulator: &Arc<Emulator>, scripts: Vec<Script>, twice: usize) {
    let mut people = Vec::new();
    for script in scripts {
        let emulator = Arc::clone(emulator);
        people.push(tokio::spawn(async move {
            let id = add_person(&emulator);
            let (acted, twice) = (AtomicUsize::new(0), AtomicUsize::new(twice));
            let played = person::play(&emulator, id, &script, PATIENCE, &acted, &twice).await;
            (played, script.outcome)
        }));
    }
    for task in people {
        let (played, outcome) = task.await.expect("no panic");
        assert_eq!(played.unwrap_or_else(|e| panic!("{e}")).outcome, outcome);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn through_refused_dropped_and_late_calls_everybody_reaches_the_outcome() {
    let emulator = emulator(Options {
        faults: Faults {
            too_many_requests: 20,
            retry_after: 1,
            bad_gateway: 20,
            dropped_before: 20,
            dropped_after: 20,
            slow: 60,
            slow_millis: 150,
            spare_get_updates: false,
        },
        ..Options::default()
    })
    .await;
    let installation = Installation::new();
    let process = installation.start(&emulator.url());
    let catalog = catalog();
    let scripts = (1..=10).map(|seed| Script::write(&catalog, seed)).collect();
    // A dropped answer leaves open whether the message arrived: it is sent again.
    all_reach_their_outcome(&emulator, scripts, usize::MAX).await;
    emulator.set_faults(Faults::default());
    let (status, took) = process.stop("TERM");
    assert!(status.success() && took < STOP, "{status} {took:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_blocked_the_bot_or_is_gone_stops_nobody_else() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let catalog = catalog();
    // They write, and are gone before the bot is there to answer.
    let gone: Vec<_> = (0..5).map(|_| add_person(&emulator)).collect();
    for person in &gone {
        let now = emulator.now();
        emulator.world(|world| {
            world.say(*person, "/start", now).expect("said");
            world.say(*person, "hello", now).expect("said");
            world.block(*person, now).expect("blocked");
        });
    }
    let process = installation.start(&emulator.url());
    let scripts = (11..=14).map(|seed| Script::write(&catalog, seed));
    all_reach_their_outcome(&emulator, scripts.collect(), 0).await;
    for person in gone {
        assert_eq!(person::count(&emulator, person), 0, "nothing reaches them");
        // And when they come back, they are welcome.
        let now = emulator.now();
        emulator.world(|world| world.unblock(person, now).expect("unblocked"));
        person::do_it(&emulator, person, &What::Say("/start".to_owned())).expect("said");
        answered(&emulator, person, PATIENCE).await;
    }
    let (status, _) = process.stop("TERM");
    assert!(status.success(), "{status}");
}

/// Waits until the bot said something to the person.
async fn answered(emulator: &Emulator, person: i64, patience: Duration) {
    let begun = Instant::now();
    while person::count(emulator, person) == 0 {
        assert!(begun.elapsed() < patience, "no answer");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Content as `content` would never let it out: showing "Where?" panics.
fn broken_catalog() -> Catalog {
    let mut catalog = catalog();
    let mut nodes = catalog.nodes.iter_mut();
    let node = nodes.find(|node| node.field == Field::Locations);
    let NodeKind::Many { options, .. } = &mut node.expect("the question").kind else {
        panic!("it has several answers")
    };
    // No set of answers has room for it.
    options.push(200);
    catalog
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handler_that_panics_ends_neither_the_bot_nor_the_chat() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let person = add_person(&emulator);
    let running = run_here(&emulator, &installation, broken_catalog()).await;
    let words = catalog().words;
    let says = |key| words.say(&Text::new(key)).into_owned();
    for (what, answer) in [
        ("/start", says(keys::CONSENT)),
        ("[agree", says("ask-danger_signs")),
        ("[none", says("ask-age_group")),
        // What leads to the next question panics, and the chat goes on.
        ("[=adult", says(keys::TROUBLE)),
        ("/help", says(keys::HELP_TITLE)),
        ("34", says(keys::TROUBLE)),
        ("/settings", says(keys::SETTINGS_TITLE)),
    ] {
        act(&emulator, person, what, &answer).await;
    }
    // Others have nothing to do with it, as long as they don't answer that question.
    let other = add_person(&emulator);
    act(&emulator, other, "/start", &says(keys::CONSENT)).await;
    running.stop().await;

    // With mended content the next start takes up what had failed.
    let running = run_here(&emulator, &installation, catalog()).await;
    wait_for(&emulator, person, &says("ask-locations")).await;
    running.stop().await;
}

/// The bot in this process.
async fn run_here(emulator: &Emulator, installation: &Installation, catalog: Catalog) -> Running {
    let keys = Keys::from_file_or_create(&installation.key_file()).expect("keys");
    let url = installation.database_url();
    let store = Store::open(&url, Sealer::new(&keys))
        .await
        .expect("a store");
    let bot = telegram::Bot::new(Options::default().token)
        .set_api_url(emulator.url().parse().expect("an address"));
    let running = app::run(Arc::new(catalog), store, bot, Clock::default()).await;
    running.expect("a bot")
}

/// Says something, or (`[`) presses the button whose data ends so, and waits for the answer.
async fn act(emulator: &Emulator, person: i64, what: &str, answer: &str) {
    let what = match what.strip_prefix('[') {
        Some(code) => {
            let all = person::messages(emulator, person);
            let data = all
                .iter()
                .flat_map(|shown| &shown.buttons)
                .map(|(_, data)| data);
            What::Press(
                data.rev()
                    .find(|data| data.ends_with(code))
                    .expect("a button")
                    .clone(),
            )
        }
        None => What::Say(what.to_owned()),
    };
    person::do_it(emulator, person, &what).expect("done");
    wait_for(emulator, person, answer).await;
}

/// Waits until the newest message holds these words.
async fn wait_for(emulator: &Emulator, person: i64, words: &str) {
    let begun = Instant::now();
    loop {
        let all = person::messages(emulator, person);
        if all.last().is_some_and(|shown| shown.text.contains(words)) {
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "not said: {words}\n{all:#?}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_while_dealing_with_a_panic_ends_nothing_either() {
    let emulator = emulator(Options::default()).await;
    let bot = telegram::Bot::new(Options::default().token)
        .set_api_url(emulator.url().parse().expect("an address"));
    let (feed, listener) = telegram::listener();
    let stop = listener.stopper();
    let (sender, mut handled) = tokio::sync::mpsc::unbounded_channel();
    let handle: telegram::Handle = Arc::new(move |update| {
        let sender = sender.clone();
        Box::pin(async move {
            assert!(update.id.0 % 3 != 0, "every third one");
            sender.send(update.id.0).expect("heard");
        })
    });
    let panicked: telegram::Handle = Arc::new(|_| panic!("as well"));
    let dispatching = tokio::spawn(telegram::dispatch(bot, listener, handle, panicked));
    for id in 1..=30 {
        let person = json!({ "id": 7, "is_bot": false, "first_name": "Ann" });
        let update = json!({ "update_id": id, "message": {
            "message_id": id, "date": 1, "text": "hello", "from": person,
            "chat": { "id": 7, "type": "private", "first_name": "Ann" },
        } });
        assert!(feed.give(&update.to_string()), "update {id} is read");
    }
    for id in (1..=30).filter(|id| id % 3 != 0) {
        let next = tokio::time::timeout(PATIENCE, handled.recv()).await;
        assert_eq!(next.expect("handled"), Some(id), "all others, in order");
    }
    stop.stop();
    dispatching.await.expect("it ended well");
}

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

/// An address that nobody listens on.
fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address")
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
