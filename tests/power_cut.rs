//! The power is cut in mid-load, hundreds of times in one run: whatever the disk holds then opens as in
//! the bot's next start, is whole, and has every update whose receipt Telegram was told: it waits in the
//! inbox, or its person stands where the pure machine says that it leads to.
//!
//! strace notes each write, each flush that has ended, and each poll that confirms updates, in their
//! order. From that the test makes the disk as it may stand after a cut at any moment: what was flushed
//! is there; of what was written since, every sector of 512 bytes may be there or not, in any mixture,
//! and so may the file's new length. A database that did not flush before it confirms
//! (`synchronous=NORMAL`) fails this test. What it takes for granted: a disk keeps what it has flushed,
//! writes a sector whole, and does not forget that a file exists which was flushed since.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test may stop at the first surprise, shows its figures, and says why it did nothing"
)]

mod bot;
#[path = "power_cut/disk.rs"]
mod disk;
#[path = "power_cut/trace.rs"]
mod trace;

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, Stdio},
    sync::{Arc, atomic::AtomicUsize},
    time::{Duration, Instant},
};

use bot::{
    binary::{Installation, Process},
    kept::{Kept, Talk},
    people::{PATIENCE, add_person, catalog, emulator},
    person,
    random::{self, Random},
    script::{Script, What},
};
use disk::Disk;
use trace::{Event, events};
use twitchwise::{
    emulator::{Emulator, Options},
    store::{Keys, Sealer},
};

/// People who talk at the same time.
const GROUP: u64 = 6;
/// About so many cuts.
const CUTS: usize = 300;
const CALLS: &str = "trace=pwrite64,ftruncate,fdatasync,fsync,sendto,write,writev";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_confirmed_survives_a_power_cut_at_any_moment() {
    if !works() {
        let ci = env::var_os("CI").is_some();
        assert!(!ci, "strace can't trace here: no power was cut");
        eprintln!("strace can't trace here: no power was cut");
        return;
    }
    let seed = random::seed();
    let Load {
        events,
        people,
        first,
        keys,
    } = load(seed).await;
    let mut random = Random::new(seed);
    let (mut disk, mut confirmed) = (Disk::default(), i64::MIN);
    let (mut cuts, mut most, mut torn, mut flushes) = (0, 0, 0, 0);
    let (mut moved, mut waited) = (Vec::new(), 0);
    let every = (events.len() / CUTS).max(1);
    for event in events {
        match event {
            Event::Confirm { offset } => confirmed = confirmed.max(offset),
            Event::Flushed { .. } => flushes += 1,
            // A checkpoint: from the log into the database.
            Event::Write { ref file, .. } if confirmed > first && file.ends_with("/bot.db") => {
                moved.push(confirmed);
            }
            Event::Write { .. } | Event::Resize { .. } | Event::Flush { .. } => {}
        }
        disk.take(event);
        if confirmed > first && random.below(every) == 0 {
            let copy = tempfile::tempdir().expect("a folder");
            for (ending, name) in [("/bot.db", "bot.db"), ("/bot.db-wal", "bot.db-wal")] {
                if let Some(image) = disk.after_cut(ending, &mut random) {
                    fs::write(copy.path().join(name), image).expect("written");
                }
            }
            let kept = Kept::read(&copy.path().join("bot.db"), Sealer::new(&keys)).await;
            let expected = confirmed - first;
            assert_eq!(
                kept.seen(first, confirmed),
                expected,
                "seed {seed}, cut {cuts}: updates that were confirmed"
            );
            for talk in &people {
                if let Err(lost) = kept.holds(talk, confirmed) {
                    panic!("seed {seed}, cut {cuts}, person {}: {lost}", talk.id);
                }
            }
            cuts += 1;
            most = most.max(expected);
            torn += usize::from(disk.loose() > 0);
            waited += kept.waiting();
        }
    }
    // Not the one at the stop, after the last update.
    let moved = moved.iter().filter(|then| **then < confirmed).count();
    println!(
        "seed {seed}: {cuts} power cuts over {most} updates and {flushes} flushes, {torn} of them with \
         something unflushed, {moved} pages written by checkpoints in mid-load, {waited} times an update \
         waited in the inbox: every copy whole, 0 confirmed updates lost"
    );
    assert!(
        cuts > CUTS / 3 && torn > cuts / 10,
        "{cuts} cuts, {torn} torn"
    );
    assert!(moved > 0, "no checkpoint in mid-load");
    assert!(waited > 0, "no update ever waited");
}

/// What a bot did while people talked to it.
struct Load {
    events: Vec<Event>,
    people: Vec<Talk>,
    /// The first update's number.
    first: i64,
    keys: Keys,
}

/// People talk to a traced bot. Someone is forgotten, a while after which the bot empties its log; until
/// then, and for a while after, others go on talking.
async fn load(seed: u64) -> Load {
    let emulator = emulator(Options {
        seed,
        ..Options::default()
    })
    .await;
    let installation = Installation::new();
    let trace = installation.path().join("trace");
    let program = installation.command();
    let mut command = Command::new("strace");
    command
        .args(["-f", "-qq", "--seccomp-bpf", "-y", "-xx", "-s", "1000000"])
        .args(["-e", CALLS, "-e", "signal=none", "-o"])
        .arg(&trace)
        .arg(program.get_program())
        .current_dir(installation.path())
        .env("DATABASE_URL", installation.database_url())
        .env("DATA_KEY_FILE", installation.key_file())
        .env("TELOXIDE_TOKEN", Options::default().token)
        .env("TELOXIDE_API_URL", emulator.url())
        .env("RUST_LOG", "warn")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut process = Process::spawn(&mut command);
    let first = emulator.world(|world| world.foist("nothing", &serde_json::json!({})));
    let people = talk(&emulator, &installation, seed).await;
    let traced = fs::read(&trace).expect("a trace");
    let pid = String::from_utf8_lossy(&traced[..traced.len().min(20)]).into_owned();
    let pid = pid.split(' ').next().expect("a number").to_owned();
    let told = Command::new("kill").args(["-TERM", &pid]).status();
    assert!(told.expect("kill").success());
    process.wait(Duration::from_secs(20));
    Load {
        events: events_of(&trace),
        people,
        first,
        keys: Keys::from_file_or_create(&installation.key_file()).expect("the keys"),
    }
}

async fn talk(emulator: &Arc<Emulator>, installation: &Installation, seed: u64) -> Vec<Talk> {
    let catalog = catalog();
    let log = installation.path().join("data/bot.db-wal");
    let length = || fs::metadata(&log).map_or(0, |log| log.len());
    be_forgotten(emulator).await;
    let (mut people, mut longest, begun) = (Vec::new(), 0, Instant::now());
    loop {
        let emptied = length() < longest;
        longest = longest.max(length());
        let number = people.len() as u64;
        let group = (number..number + GROUP).map(|n| {
            let script = Script::write(&catalog, seed * 1_000 + n);
            let (emulator, id) = (Arc::clone(emulator), add_person(emulator));
            tokio::spawn(async move {
                let (acted, twice) = (AtomicUsize::new(0), AtomicUsize::new(0));
                let played = person::play(&emulator, id, &script, PATIENCE, &acted, &twice).await;
                Talk::new(id, played.unwrap_or_else(|e| panic!("{e}")), &script)
            })
        });
        for talk in group.collect::<Vec<_>>() {
            people.push(talk.await.expect("no panic"));
        }
        if emptied {
            return people;
        }
        assert!(begun.elapsed() < PATIENCE, "the log is not emptied");
    }
}

/// Someone comes, and asks to be forgotten.
async fn be_forgotten(emulator: &Emulator) {
    let person = add_person(emulator);
    for words in ["/start", "/forget"] {
        let heard = person::count(emulator, person);
        person::do_it(emulator, person, &What::Say(words.to_owned())).expect("said");
        let begun = Instant::now();
        while person::count(emulator, person) == heard {
            assert!(begun.elapsed() < PATIENCE, "no answer");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
    let all = person::messages(emulator, person);
    let mut buttons = all.iter().rev().flat_map(|shown| &shown.buttons);
    let erase = buttons.find(|(_, data)| data.ends_with(":erase"));
    let data = erase.expect("a button").1.clone();
    person::do_it(emulator, person, &What::Press(data)).expect("pressed");
}

/// Whether there is a strace that may trace.
fn works() -> bool {
    let status = Command::new("strace")
        .args(["-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

fn events_of(trace: &Path) -> Vec<Event> {
    let trace = BufReader::new(fs::File::open(trace).expect("a trace"));
    let lines = trace.lines().map_while(Result::ok);
    lines.flat_map(|line| events(&line)).collect()
}
