//! What may go wrong around the bot, and what it does then: Telegram refuses, drops and delays
//! calls, people block the bot, a handler panics.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and shows its figures"
)]

mod bot;

use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant},
};

use bot::{
    binary::Installation,
    people::{
        PATIENCE, add_person, all_reach_their_outcome, answered, catalog, emulator, wait_for,
    },
    person, random,
    script::{Script, What},
};
use serde_json::json;
use twitchwise::{
    app::{self, Clock, Running},
    emulator::{Emulator, Faults, Options},
    model::{Catalog, Field, NodeKind, Text, keys},
    store::{Keys, Sealer, Store},
    telegram,
};

/// Who are in their checks while calls fail.
const PEOPLE: u64 = 60;
/// A stop may take so long.
const STOP: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_call_in_ten_fails_and_everybody_reaches_the_outcome() {
    let seed = random::seed();
    let emulator = emulator(Options {
        seed,
        faults: Faults {
            too_many_requests: 20,
            retry_after: 1,
            bad_gateway: 20,
            dropped_before: 15,
            dropped_after: 15,
            garbled: 15,
            slow: 15,
            slow_millis: 400,
            ..Faults::default()
        },
        ..Options::default()
    })
    .await;
    let installation = Installation::new();
    let begun = Instant::now();
    let process = installation.start(&emulator.url());
    let catalog = catalog();
    let scripts = (0..PEOPLE).map(|n| Script::write(&catalog, seed * 1_000 + n));
    let scripts: Vec<_> = scripts.collect();
    let total: usize = scripts.iter().map(|script| script.acts.len()).sum();
    let messages = |script: &Script| script.acts.last().expect("acts").messages;
    let expected: Vec<_> = scripts.iter().map(messages).collect();
    let people = all_reach_their_outcome(&emulator, scripts, usize::MAX).await;
    emulator.set_faults(Faults::default());
    let (status, took) = process.stop("TERM");
    assert!(status.success() && took < STOP, "{status} {took:?}");
    let url = emulator.url();
    let waiting = || emulator.world(|world| world.waiting_updates());
    // Where the last confirmation failed just before the stop, Telegram gives the update once more.
    if waiting() > 0 {
        let process = installation.start(&url);
        let again = Instant::now();
        while waiting() > 0 && again.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let (status, _) = process.stop("TERM");
        assert!(status.success(), "{status}");
    }
    let backlog = installation.backlog_in_the_end(&url, PATIENCE).await;

    let (mut twice, mut unheard) = (0, 0);
    for (person, expected) in people.into_iter().zip(expected) {
        let again = person::count(&emulator, person) - expected;
        // Where an answer merely could not be read, Telegram had the message.
        let may = emulator.unheard(person);
        assert!(
            again <= may,
            "{person}: {again} messages twice, {may} unheard of"
        );
        twice += again;
        unheard += may;
    }
    let faulted = emulator.faulted();
    let waiting = waiting();
    println!(
        "seed {seed}: {PEOPLE} people, {total} updates, {faulted} calls failed (10 %): {waiting} lost, \
         {twice} messages twice ({unheard} were taken without the bot hearing of it), {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    assert_eq!(
        (waiting, backlog.inbox, backlog.outbox, backlog.set_aside),
        (0, 0, 0, 0)
    );
    assert!(
        faulted > u64::try_from(total).expect("few") / 20,
        "the faults were at work: {faulted}"
    );
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_is_answered_in_order_and_holds_up_nobody_else() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let process = installation.start(&emulator.url());
    let (floods, other) = (add_person(&emulator), add_person(&emulator));
    let words = catalog().words;
    let asked = [
        ("/help", words.plain(keys::HELP_TITLE)),
        ("/settings", words.plain(keys::SETTINGS_TITLE)),
        ("/privacy", words.plain(keys::PRIVACY_TITLE)),
    ];
    let flood: Vec<_> = asked.iter().cycle().take(240).collect();
    // In bursts, so that some come while earlier ones are being taken up.
    for (number, (said, _)) in flood.iter().enumerate() {
        person::do_it(&emulator, floods, &What::Say((*said).to_owned())).expect("said");
        if number % 3 == 0 {
            tokio::time::sleep(Duration::from_millis(number as u64 % 7)).await;
        }
    }
    person::do_it(&emulator, other, &What::Say("/start".to_owned())).expect("said");
    answered(&emulator, other, PATIENCE).await;
    let begun = Instant::now();
    while person::count(&emulator, floods) < flood.len() {
        let count = person::count(&emulator, floods);
        assert!(
            begun.elapsed() < PATIENCE,
            "{count} of {} answered",
            flood.len()
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let heard = person::messages(&emulator, floods);
    for (number, ((_, title), heard)) in flood.iter().zip(heard).enumerate() {
        assert!(
            heard.text.contains(title),
            "answer {number}: {}",
            heard.text
        );
    }
    assert!(process.stop("TERM").0.success());
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

    // What failed twice is set aside; with mended content the person goes on where they were.
    let running = run_here(&emulator, &installation, catalog()).await;
    act(&emulator, person, "34", &says("ask-locations")).await;
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
        let given = feed.give(&update.to_string());
        assert_eq!(given, telegram::Given::Taken, "update {id} is read");
    }
    // In no order: the inbox gives one of a chat at a time.
    let others: BTreeSet<u32> = (1..=30).filter(|id| id % 3 != 0).collect();
    let mut heard = BTreeSet::new();
    while heard.len() < others.len() {
        let next = tokio::time::timeout(PATIENCE, handled.recv()).await;
        assert!(
            heard.insert(next.expect("handled").expect("heard")),
            "once each"
        );
    }
    assert_eq!(heard, others);
    stop.stop();
    dispatching.await.expect("it ended well");
}
