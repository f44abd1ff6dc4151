//! The disk is full, or read-only, in mid-load: the bot says so in a line or two, confirms nothing that
//! it has not kept, and goes on by itself once it can write again; every person gets their answer. Killed
//! in the middle of that it has nothing but what was kept, and every person gets their answer all the same.
//!
//! The disk is a small tmpfs in a mount namespace of its own. A disk that the kernel turned read-only
//! under a running process (files stay open, each write fails) can't be had by remounting, which open
//! files forbid: strace makes the bot's writes fail with `EROFS` instead.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test may stop at the first surprise, shows its figures, and says why it did nothing"
)]

mod bot;
#[path = "disk/namespace.rs"]
mod namespace;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use bot::{
    binary::Installation,
    copies::{ends, sent},
    people::{PATIENCE, add_person, catalog, emulator},
    person,
    script::What,
};
use namespace::Namespace;
use twitchwise::{
    emulator::{Emulator, Faults, Options},
    model::keys,
};

const PEOPLE: usize = 60;
/// How long the trouble lasts.
const TROUBLE: Duration = Duration::from_secs(6);
/// Log lines that the trouble may cost at most.
const LINES: usize = 25;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_loses_nothing() {
    survives("full", fill, empty).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_turns_read_only_loses_nothing() {
    survives("read-only", forbid, allow).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_the_disk_is_full_everyone_is_answered_after() {
    survives_a_kill("full", fill, empty).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_the_disk_is_read_only_everyone_is_answered_after() {
    survives_a_kill("read-only", forbid, allow).await;
}

/// The disk has blocks of 4 kB: not even one is left.
fn fill(space: &mut Namespace) {
    space.run("dd if=/dev/zero of=data/filler bs=4k 2>/dev/null; df --output=avail data | tail -1");
}

fn empty(space: &mut Namespace) {
    space.run("rm data/filler");
}

/// Every write fails from now on.
fn forbid(space: &mut Namespace) {
    space.run(
        "strace -f -qq -o /dev/null -e inject=pwrite64,ftruncate,fdatasync:error=EROFS -p $bot & tracer=$!; sleep 1",
    );
}

fn allow(space: &mut Namespace) {
    space.run("kill $tracer 2>/dev/null; wait $tracer; true");
}

/// The bot, started, and people who were greeted by it.
async fn greeted(space: &mut Namespace, installation: &Installation) -> (Arc<Emulator>, Vec<i64>) {
    let emulator = emulator(Options::default()).await;
    space.start(installation, &emulator.url());
    let people: Vec<_> = (0..PEOPLE).map(|_| add_person(&emulator)).collect();
    ask(&emulator, &people, "/start");
    all_heard(&emulator, &people, 1).await;
    (emulator, people)
}

async fn survives(name: &str, trouble: impl Fn(&mut Namespace), mend: impl Fn(&mut Namespace)) {
    let installation = Installation::new();
    let Some(mut space) = Namespace::open(&installation) else {
        return;
    };
    let (emulator, people) = greeted(&mut space, &installation).await;
    assert_eq!(space.ready().await.0, 200);
    trouble(&mut space);
    let before = installation.log().lines().count();
    let waiting = ask(&emulator, &people, "/help");
    let begun = Instant::now();
    while begun.elapsed() < TROUBLE {
        // Who is not answered is not confirmed, or was kept before the disk was full.
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let unconfirmed = emulator.world(|world| world.waiting_updates());
    let answered = people
        .iter()
        .filter(|p| person::count(&emulator, **p) > 1)
        .count();
    let log = installation.log();
    let lines: Vec<_> = log.lines().skip(before).collect();
    assert!(
        lines.iter().any(|line| line.contains("database")),
        "the trouble is named: {lines:#?}"
    );
    assert!(lines.len() <= LINES, "{} lines: {lines:#?}", lines.len());
    let lines = lines.len();
    assert_eq!(space.ready().await, (503, "store_unwritable".to_owned()));
    mend(&mut space);
    ask(&emulator, &people, "/settings");
    all_heard(&emulator, &people, 3).await;
    let words = catalog().words;
    for person in &people {
        let heard = person::messages(&emulator, *person);
        for (shown, title) in heard[1..]
            .iter()
            .zip([keys::HELP_TITLE, keys::SETTINGS_TITLE])
        {
            assert!(shown.text.contains(words.plain(title)), "{heard:#?}");
        }
    }
    assert_eq!(space.ready().await.0, 200);
    space.stop();
    println!(
        "disk {name}: of {waiting} updates {unconfirmed} not confirmed, {answered} answered meanwhile, \
         {lines} log lines, /readyz says 503; all answered after"
    );
    assert!(!installation.log().contains("panicked"));
}

/// Killed in the trouble, so that what was not on the disk is gone: whatever was confirmed to Telegram
/// and not kept would stay without an answer.
async fn survives_a_kill(name: &str, trouble: fn(&mut Namespace), mend: fn(&mut Namespace)) {
    let installation = Installation::new();
    let Some(mut space) = Namespace::open(&installation) else {
        return;
    };
    let (emulator, people) = greeted(&mut space, &installation).await;
    all_sent(&space).await;
    // Some ask just before, and the trouble meets what they asked for anywhere on its way.
    let (before, after) = people.split_at(PEOPLE / 2);
    let mut waiting = ask(&emulator, before, "/help");
    trouble(&mut space);
    waiting += ask(&emulator, after, "/help");
    tokio::time::sleep(TROUBLE).await;
    assert_eq!(space.ready().await, (503, "store_unwritable".to_owned()));
    space.kill();
    ends(&emulator, &people).await;
    let unconfirmed = emulator.world(|world| world.waiting_updates());
    let heard = |person: &i64| person::count(&emulator, *person) > 1;
    let answered: Vec<_> = people.iter().copied().filter(heard).collect();
    mend(&mut space);
    space.start(&installation, &emulator.url());
    all_heard(&emulator, &people, 2).await;
    // What comes once more comes before the answer to what is said now.
    ask(&emulator, &people, "/settings");
    let words = catalog().words;
    let settings = words.plain(keys::SETTINGS_TITLE);
    let begun = Instant::now();
    for person in &people {
        while !last_of(&emulator, *person).contains(settings) {
            assert!(begun.elapsed() < PATIENCE * 2, "no answer");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
    let mut twice = 0;
    for person in &people {
        let heard = sent(&emulator, *person);
        // The answer that came before the kill may come once more; nobody else's does.
        let again = heard.len() - 3;
        assert!(
            again <= usize::from(answered.contains(person)),
            "{again} messages more than there should be: {heard:#?}"
        );
        twice += again;
        for shown in &heard[1..heard.len() - 1] {
            assert!(
                shown.text.contains(words.plain(keys::HELP_TITLE)),
                "{heard:#?}"
            );
        }
    }
    space.stop();
    println!(
        "killed while the disk was {name}: of {waiting} updates {unconfirmed} not confirmed, {} answered \
         before, all answered after, {twice} of those answered before once more",
        answered.len()
    );
    assert!(!installation.log().contains("panicked"));
}

/// Telegram takes these while the disk can't be written: that they were sent is kept once it can.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_sent_while_the_disk_was_read_only_is_not_sent_again() {
    let installation = Installation::new();
    let Some(mut space) = Namespace::open(&installation) else {
        return;
    };
    let (emulator, people) = greeted(&mut space, &installation).await;
    all_sent(&space).await;
    emulator.set_faults(Faults {
        slow: 1_000,
        slow_millis: 5_000,
        spare_get_updates: true,
        ..Faults::default()
    });
    ask(&emulator, &people, "/help");
    let begun = Instant::now();
    while space.unsent().await < PEOPLE as u64 {
        assert!(begun.elapsed() < PATIENCE, "not all is on its way");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    forbid(&mut space);
    emulator.set_faults(Faults::default());
    let meanwhile = PEOPLE
        - people
            .iter()
            .filter(|p| person::count(&emulator, **p) > 1)
            .count();
    all_heard(&emulator, &people, 2).await;
    allow(&mut space);
    // As long as a bot takes to keep it that means to.
    let begun = Instant::now();
    while space.unsent().await > 0 && begun.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    space.stop();
    space.start(&installation, &emulator.url());
    ask(&emulator, &people, "/settings");
    let words = catalog().words;
    let settings = words.plain(keys::SETTINGS_TITLE);
    let begun = Instant::now();
    while !people
        .iter()
        .all(|p| last_of(&emulator, *p).contains(settings))
    {
        assert!(begun.elapsed() < PATIENCE * 2, "no answer");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    space.stop();
    let more = |person: &i64| person::count(&emulator, *person) - 3;
    let twice: usize = people.iter().map(more).sum();
    println!("{meanwhile} messages sent while the disk was read-only, {twice} of them twice");
    assert!(meanwhile > 0, "nothing was on its way");
    assert_eq!(twice, 0, "messages that came twice without a kill");
}

/// Waits until no message waits to be sent.
async fn all_sent(space: &Namespace) {
    let begun = Instant::now();
    while space.unsent().await > 0 {
        assert!(begun.elapsed() < PATIENCE, "something is unsent");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn last_of(emulator: &Emulator, person: i64) -> String {
    let all = person::messages(emulator, person);
    all.last()
        .map(|shown| shown.text.clone())
        .unwrap_or_default()
}

fn ask(emulator: &Emulator, people: &[i64], words: &str) -> usize {
    for person in people {
        person::do_it(emulator, *person, &What::Say(words.to_owned())).expect("said");
    }
    people.len()
}

async fn all_heard(emulator: &Emulator, people: &[i64], messages: usize) {
    let begun = Instant::now();
    for person in people {
        while person::count(emulator, *person) < messages {
            assert!(begun.elapsed() < PATIENCE * 2, "no answer");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

#[tokio::test]
async fn a_start_on_a_read_only_disk_says_so() {
    let installation = Installation::new();
    let Some(mut space) = Namespace::open(&installation) else {
        return;
    };
    space.run("mount -o remount,ro data");
    let emulator = emulator(Options::default()).await;
    space.start(&installation, &emulator.url());
    assert_ne!(space.run("wait $bot; echo $?"), "0");
    let log = installation.log();
    assert!(log.contains("cannot write the database"), "{log}");
    println!(
        "start on a read-only disk: {}",
        log.lines().last().unwrap_or_default()
    );
}
