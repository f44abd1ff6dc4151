//! The power is cut in mid-load, hundreds of times in one run: whatever the disk holds then opens, is
//! whole, and has every update whose receipt Telegram was told.
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
    time::Duration,
};

use bot::{
    binary::{Installation, Process},
    people::{all_reach_their_outcome, catalog, emulator},
    random::{self, Random},
    script::Script,
};
use disk::Disk;
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use trace::{Event, events};
use twitchwise::emulator::Options;

const PEOPLE: u64 = 12;
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
    let catalog = catalog();
    let scripts = (0..PEOPLE).map(|n| Script::write(&catalog, seed * 1_000 + n));
    all_reach_their_outcome(&emulator, scripts.collect(), 0).await;
    let traced = fs::read(&trace).expect("a trace");
    let pid = String::from_utf8_lossy(&traced[..traced.len().min(20)]).into_owned();
    let pid = pid.split(' ').next().expect("a number").to_owned();
    let told = Command::new("kill").args(["-TERM", &pid]).status();
    assert!(told.expect("kill").success());
    process.wait(Duration::from_secs(20));

    let all = events_of(&trace);
    let mut random = Random::new(seed);
    let (mut disk, mut confirmed) = (Disk::default(), i64::MIN);
    let (mut cuts, mut most, mut torn, mut flushes) = (0, 0, 0, 0);
    let every = (all.len() / CUTS).max(1);
    for event in all {
        match event {
            Event::Confirm { offset } => confirmed = confirmed.max(offset),
            Event::Flushed { .. } => flushes += 1,
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
            let kept = check(&copy.path().join("bot.db"), first, confirmed).await;
            let expected = confirmed - first;
            assert_eq!(
                kept, expected,
                "seed {seed}, cut {cuts}: updates that were confirmed"
            );
            cuts += 1;
            most = most.max(expected);
            torn += usize::from(disk.loose() > 0);
        }
    }
    println!(
        "seed {seed}: {cuts} power cuts over {most} updates and {flushes} flushes, {torn} of them with \
         something unflushed: every copy whole, 0 confirmed updates lost"
    );
    assert!(
        cuts > CUTS / 3 && torn > cuts / 10,
        "{cuts} cuts, {torn} torn"
    );
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

/// Opens a copy as the bot's next start would, and counts the updates in it between two numbers.
async fn check(database: &Path, first: i64, end: i64) -> i64 {
    let options = SqliteConnectOptions::new().filename(database);
    let mut conn = SqliteConnection::connect_with(&options)
        .await
        .expect("it opens");
    let whole: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut conn)
        .await
        .expect("checked");
    assert_eq!(whole, "ok");
    let kept =
        sqlx::query_scalar("SELECT count(*) FROM seen WHERE update_id >= ? AND update_id < ?");
    let kept = kept.bind(first).bind(end).fetch_one(&mut conn).await;
    conn.close().await.expect("closed");
    kept.expect("counted")
}
