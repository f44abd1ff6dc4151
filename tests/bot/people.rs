//! People on the emulated phones, as the tests of the running bot need them.

use std::{
    sync::{Arc, atomic::AtomicUsize},
    time::{Duration, Instant},
};

use serde_json::json;
use twitchwise::{
    content,
    emulator::{Emulator, Options},
    model::Catalog,
};

use super::{person, script::Script};

/// How long anything may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(40);

pub(crate) fn catalog() -> Catalog {
    content::embedded().unwrap_or_else(|e| panic!("{e}"))
}

pub(crate) async fn emulator(options: Options) -> Arc<Emulator> {
    Arc::new(Emulator::start(options).await.expect("an emulator"))
}

pub(crate) fn add_person(emulator: &Emulator) -> i64 {
    emulator.world(|world| world.add_person("Ann", Some("en")).id)
}

/// Someone who wrote to the bot before, of which nothing waits any more: Telegram lets the bot
/// write to them.
pub(crate) fn add_acquainted(emulator: &Emulator) -> i64 {
    acquaint(emulator, 1)[0]
}

/// The same of many at once.
pub(crate) fn acquaint(emulator: &Emulator, people: usize) -> Vec<i64> {
    let now = emulator.now();
    let ids: Vec<_> = (0..people).map(|_| add_person(emulator)).collect();
    let drop = json!({ "drop_pending_updates": true });
    let token = Options::default().token;
    emulator.world(|world| {
        for id in &ids {
            world.say(*id, "/start", now).expect("said");
        }
        world
            .call(&token, "deleteWebhook", drop, now)
            .expect("nothing waits");
    });
    ids
}

/// Lets people follow their scripts at the same time, and checks that all reach their outcome. Gives
/// who they were.
pub(crate) async fn all_reach_their_outcome(
    emulator: &Arc<Emulator>,
    scripts: Vec<Script>,
    twice: usize,
) -> Vec<i64> {
    let mut people = Vec::new();
    for script in scripts {
        let emulator = Arc::clone(emulator);
        people.push(tokio::spawn(async move {
            let id = add_person(&emulator);
            let (acted, twice) = (AtomicUsize::new(0), AtomicUsize::new(twice));
            let played = person::play(&emulator, id, &script, PATIENCE, &acted, &twice).await;
            (id, played, script.outcome)
        }));
    }
    let mut ids = Vec::new();
    for task in people {
        let (id, played, outcome) = task.await.expect("no panic");
        assert_eq!(played.unwrap_or_else(|e| panic!("{e}")).outcome, outcome);
        ids.push(id);
    }
    ids
}

/// Waits until the bot said something to the person.
pub(crate) async fn answered(emulator: &Emulator, person: i64, patience: Duration) {
    let begun = Instant::now();
    while person::count(emulator, person) == 0 {
        assert!(begun.elapsed() < patience, "no answer");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Waits until the newest message holds these words.
pub(crate) async fn wait_for(emulator: &Emulator, person: i64, words: &str) {
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
