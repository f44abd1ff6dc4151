//! The real binary under `kill -9`: two hundred people are in their checks, the bot dies twenty times
//! at random moments, and everybody reaches the outcome that the pure machine gives. Each message that
//! came is matched with one that is expected; each kill may make one come again in a chat.
//!
//! `TWITCHWISE_SEED=N` plays other checks and other moments; the seed is in the figures.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and shows its figures"
)]

mod bot;

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use bot::{
    binary::Installation,
    copies::{by_kill, copies, ends},
    person,
    random::{self, Random},
    script::Script,
};
use twitchwise::{
    content,
    emulator::{Emulator, Options},
};

const PEOPLE: u64 = 200;
const KILLS: usize = 20;
/// How long a person waits for an answer, a restart of the bot included.
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_twenty_times_nothing_is_lost() {
    let seed = random::seed();
    let catalog = content::embedded().unwrap_or_else(|e| panic!("{e}"));
    let scripts: Vec<_> = (0..PEOPLE)
        .map(|n| Script::write(&catalog, seed * 1_000 + n))
        .collect();
    let mut levels = BTreeMap::new();
    for script in &scripts {
        *levels.entry(script.level).or_insert(0) += 1;
    }
    let total: usize = scripts.iter().map(|script| script.acts.len()).sum();
    assert_eq!(levels.len(), 4, "not every level is met: {levels:?}");

    let emulator = Emulator::start(Options {
        seed,
        ..Options::default()
    });
    let emulator = Arc::new(emulator.await.expect("an emulator"));
    let installation = Installation::new();
    let begun = Instant::now();
    let mut process = installation.start(&emulator.url());
    let acted = Arc::new(AtomicUsize::new(0));
    let kills = Arc::new(AtomicUsize::new(0));
    let mut people = Vec::new();
    for script in &scripts {
        let id = emulator.world(|world| world.add_person("Ann", Some("en")).id);
        let (emulator, script) = (Arc::clone(&emulator), script.clone());
        let (acted, kills) = (Arc::clone(&acted), Arc::clone(&kills));
        let task = tokio::spawn(async move {
            person::play(&emulator, id, &script, PATIENCE, &acted, &kills).await
        });
        people.push((id, task));
    }

    let ids: Vec<_> = people.iter().map(|(id, _)| *id).collect();
    let mut random = Random::new(seed);
    let mut chats = Vec::new();
    for kill in 0..KILLS {
        // Somewhere in its own share of the way, and a moment later.
        let share = total / (KILLS + 1);
        let after = share / 2 + kill * share + random.below(share);
        while acted.load(Ordering::SeqCst) < after {
            assert!(begun.elapsed() < PATIENCE * 4, "stuck before kill {kill}");
            tokio::time::sleep(Duration::from_micros(200)).await;
        }
        tokio::time::sleep(Duration::from_micros(random.below(20_000) as u64)).await;
        kills.fetch_add(1, Ordering::SeqCst);
        process.kill();
        chats.push(ends(&emulator, &ids).await);
        process = installation.start(&emulator.url());
    }

    let (mut updates, mut twice, mut worst) = (0, 0, 0);
    for ((id, task), script) in people.into_iter().zip(&scripts) {
        let played = task.await.expect("no panic");
        let played = played.unwrap_or_else(|e| panic!("{e}\n{}", installation.log()));
        assert_eq!(played.outcome, script.outcome, "person {id}");
        updates += played.updates;
        let again = copies(&emulator, id, script);
        let counts = by_kill(id, &again, &chats);
        assert_eq!(counts[0], 0, "person {id}: twice without a kill");
        assert!(
            counts.iter().all(|count| *count <= 1),
            "person {id}: more than one message twice after a kill: {counts:?}"
        );
        twice += again.len();
        worst = worst.max(again.len());
    }
    let seconds = begun.elapsed().as_secs_f64();
    let (status, took) = process.stop("TERM");
    assert!(
        status.success() && took < Duration::from_secs(5),
        "{status} {took:?}"
    );

    let backlog = installation.backlog().await;
    let waiting = emulator.world(|world| world.waiting_updates());
    println!(
        "seed {seed}: {PEOPLE} people {levels:?}, {updates} updates, {KILLS} kills, {} lost, {twice} messages \
         twice (at most 1 after a kill, {worst} in all in a chat), {seconds:.1} s",
        total - updates
    );
    assert_eq!(
        (updates, waiting, backlog.inbox, backlog.outbox),
        (total, 0, 0, 0)
    );
    let violations = emulator.world(|world| format!("{:#?}", world.violations()));
    assert_eq!(violations, "[]", "Telegram would mind");
}
