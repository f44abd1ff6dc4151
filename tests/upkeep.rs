//! Backup, restore and change of keys with the real binary, while people talk to it.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and shows its figures"
)]

mod bot;
#[path = "upkeep/killed.rs"]
mod killed;

use std::{fs, path::Path, process::Output, sync::atomic::AtomicUsize, time::Duration};

use bot::{
    binary::{Installation, Process},
    kept::{Kept, Talk},
    people::{PATIENCE, add_person, all_reach_their_outcome, answered, catalog, emulator},
    person,
    script::{Script, What},
};
use sqlx::{Connection as _, Executor as _, SqliteConnection};
use tokio::task::JoinHandle;
use twitchwise::{
    emulator::{Emulator, Options},
    store::{Handled, Keys, Outgoing, Received, Sealer, SessionChange, Store, Wake, Who},
};

const OLD: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const NEW: &str = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

/// How a command ends, and what it says.
fn run(installation: &Installation, arguments: &[&str], keys: &str) -> (bool, String) {
    let mut command = installation.command();
    command.args(arguments).env("DATA_KEY", keys);
    command.stderr(std::process::Stdio::piped());
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .stdout(std::process::Stdio::piped())
        .output()
        .expect("runs");
    let said = [stdout, stderr].concat();
    (
        status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

fn start(installation: &Installation, emulator: &Emulator, keys: &str) -> Process {
    let mut command = installation.command();
    command
        .env("TELOXIDE_TOKEN", Options::default().token)
        .env("TELOXIDE_API_URL", emulator.url())
        .env("DATA_KEY", keys);
    Process::spawn(&mut command)
}

/// A start that is refused.
fn refused(installation: &Installation, keys: &str) -> String {
    let mut command = installation.command();
    command
        .env("TELOXIDE_TOKEN", Options::default().token)
        .env("TELOXIDE_API_URL", "http://127.0.0.1:9")
        .env("DATA_KEY", keys)
        .stderr(std::process::Stdio::piped());
    let output = command.output().expect("ends");
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn say(emulator: &Emulator, person: i64, words: &str) {
    person::do_it(emulator, person, &What::Say(words.to_owned())).expect("said");
}

async fn session(url: &str, keys: &str, id: i64) -> Option<Vec<u8>> {
    let sealer = Sealer::new(&Keys::parse(keys).expect("keys"));
    let store = Store::open(url, sealer).await.expect("opens");
    let session = store.session(Who { chat: id, user: id }).await;
    store.close().await.expect("closed");
    session.expect("readable")
}

async fn change(file: &Path, sql: &'static str) {
    let url = format!("sqlite://{}", file.display());
    let mut conn = SqliteConnection::connect(&url).await.expect("opens");
    conn.execute(sql).await.expect("changed");
    conn.close().await.expect("closed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_under_load_is_of_one_moment() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let process = start(&installation, &emulator, OLD);
    let talks = (1..=20).map(|seed| {
        let (emulator, id) = (emulator.clone(), add_person(&emulator));
        let script = Script::write(&catalog(), seed);
        tokio::spawn(async move {
            let (acted, twice) = (AtomicUsize::new(0), AtomicUsize::new(0));
            let played = person::play(&emulator, id, &script, PATIENCE, &acted, &twice).await;
            Talk::new(id, played.unwrap_or_else(|e| panic!("{e}")), &script)
        })
    });
    let talks: Vec<_> = talks.collect();
    let mut copies = Vec::new();
    while !talks.iter().all(JoinHandle::is_finished) {
        let copy = installation.path().join(format!("copy{}.db", copies.len()));
        let name = copy.to_str().expect("text");
        let (ok, said) = tokio::task::block_in_place(|| run(&installation, &["backup", name], OLD));
        assert!(ok, "{said}");
        copies.push(copy);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut people = Vec::new();
    for talk in talks {
        people.push(talk.await.expect("no panic"));
    }
    assert!(process.stop("TERM").0.success());
    let (mut among, mut waiting, mut unsent) = (0, 0, 0);
    for copy in &copies {
        let sealer = Sealer::new(&Keys::parse(OLD).expect("keys"));
        let kept = Kept::read(copy, sealer).await;
        for talk in &people {
            let handled = kept
                .agrees(talk)
                .unwrap_or_else(|e| panic!("{}: {e}", talk.id));
            among += usize::from(handled > 0 && handled < talk.len());
        }
        waiting += kept.waiting();
        unsent += kept.unsent();
    }
    println!(
        "{} copies made under load, each of one moment: {among} times someone was in the middle, {waiting} \
         updates waited, {unsent} messages",
        copies.len()
    );
    assert!(
        among > 0 && waiting + unsent > 0,
        "no copy was made in mid-load"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_under_load_brings_everybody_back() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let process = start(&installation, &emulator, OLD);
    let early: Vec<_> = (0..20).map(|_| add_person(&emulator)).collect();
    for person in &early {
        say(&emulator, *person, "/start");
    }
    for person in &early {
        answered(&emulator, *person, PATIENCE).await;
    }
    let load = tokio::spawn({
        let (emulator, catalog) = (emulator.clone(), catalog());
        async move {
            let scripts = (1..=10).map(|seed| Script::write(&catalog, seed)).collect();
            all_reach_their_outcome(&emulator, scripts, 0).await;
        }
    });
    let copy = installation.path().join("copy.db");
    let name = copy.to_str().expect("text");
    let (ok, said) = tokio::task::block_in_place(|| run(&installation, &["backup", name], OLD));
    assert!(ok && said.contains("key is not in it"), "{said}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&copy).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let (ok, said) = tokio::task::block_in_place(|| run(&installation, &["backup", name], OLD));
    assert!(!ok && said.contains("exists already"), "{said}");
    let (ok, said) = tokio::task::block_in_place(|| run(&installation, &["restore", name], OLD));
    assert!(!ok && said.contains("in use"), "{said}");
    load.await.expect("all reach their outcome");
    let (status, _) = process.stop("TERM");
    assert!(status.success());

    let (ok, said) = run(&installation, &["restore", name], NEW);
    assert!(!ok && said.contains("another key"), "{said}");
    fs::write(installation.path().join("data/bot.db"), "lost ".repeat(900)).expect("written");
    let (ok, said) = run(&installation, &["restore", name], OLD);
    assert!(ok && said.contains("before-restore"), "{said}");
    assert!(copy.exists());
    for person in &early {
        let session = session(&installation.database_url(), OLD, *person).await;
        assert!(session.is_some(), "a session is missing");
    }
    let process = start(&installation, &emulator, OLD);
    all_reach_their_outcome(&emulator, vec![Script::write(&catalog(), 31)], usize::MAX).await;
    let (status, _) = process.stop("TERM");
    assert!(status.success());
}

#[test]
fn a_copy_that_is_not_whole_changes_nothing() {
    let installation = Installation::new();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let none = runtime.block_on(session(&installation.database_url(), OLD, 1));
    assert_eq!(none, None);
    let database = installation.path().join("data/bot.db");
    let before = fs::read(&database).expect("there");
    let bad = installation.path().join("bad.db");
    let name = bad.to_str().expect("text");
    let (ok, said) = run(&installation, &["restore", name], OLD);
    assert!(!ok && said.contains("no database"), "{said}");
    for (bytes, words) in [
        (before[..before.len() / 2].to_vec(), "damaged"),
        (b"something else".repeat(99), "not a database"),
    ] {
        fs::write(&bad, bytes).expect("written");
        let (ok, said) = run(&installation, &["restore", name], OLD);
        assert!(!ok && said.contains(words), "{said}");
        assert_eq!(fs::read(&database).expect("there"), before);
    }
    fs::remove_file(&bad).expect("gone");
    runtime.block_on(async {
        let url = format!("sqlite://{}?mode=rwc", bad.display());
        let mut conn = SqliteConnection::connect(&url).await.expect("opens");
        conn.execute("CREATE TABLE theirs (x)").await.expect("made");
        conn.close().await.expect("closed");
    });
    let (ok, said) = run(&installation, &["restore", name], OLD);
    assert!(!ok && said.contains("not made by twitchwise"), "{said}");
    // Cut short just before the end.
    fs::write(installation.path().join("data/bot.db.restore-ready"), "").expect("written");
    let said = refused(&installation, OLD);
    assert!(said.contains("cut short"), "{said}");
}

#[test]
fn restored_again_and_again_everything_that_was_there_is_kept() {
    let installation = Installation::new();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let none = runtime.block_on(session(&installation.database_url(), OLD, 1));
    assert_eq!(none, None);
    let copy = installation.path().join("copy.db");
    let copy = copy.to_str().expect("text");
    let (ok, said) = run(&installation, &["backup", copy], OLD);
    assert!(ok, "{said}");
    // Several in a second.
    for times in 1..=4 {
        let (ok, said) = run(&installation, &["restore", copy], OLD);
        assert!(ok, "{said}");
        let files = fs::read_dir(installation.path().join("data")).expect("a folder");
        let names = files.map(|file| file.expect("a file").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        let kept =
            names.filter(|name| name.contains(".before-restore-") && !name.ends_with("-wal"));
        assert_eq!(kept.count(), times);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_is_changed_and_the_old_one_goes_when_all_is_sealed_anew() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let both = format!("{NEW},{OLD}");
    let people: Vec<_> = (0..2).map(|_| add_person(&emulator)).collect();
    for (person, keys) in people.iter().zip([OLD, both.as_str()]) {
        let process = start(&installation, &emulator, keys);
        say(&emulator, *person, "/start");
        answered(&emulator, *person, PATIENCE).await;
        if keys != OLD {
            let (ok, said) = tokio::task::block_in_place(|| run(&installation, &["reseal"], keys));
            assert!(!ok && said.contains("in use"), "{said}");
        }
        let (status, _) = process.stop("TERM");
        assert!(status.success());
    }
    for alone in [NEW, OLD] {
        let said = refused(&installation, alone);
        assert!(said.contains("twitchwise reseal"), "{said}");
    }
    let (ok, said) = run(&installation, &["reseal"], &both);
    assert!(ok && said.contains("may be dropped"), "{said}");
    let (ok, said) = run(&installation, &["reseal"], &both);
    assert!(ok && said.starts_with("0 rows"), "{said}");
    let said = refused(&installation, OLD);
    assert!(said.contains("another key"), "{said}");
    for person in people {
        let session = session(&installation.database_url(), NEW, person).await;
        assert!(session.is_some());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_session_is_told_kindly() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let process = start(&installation, &emulator, OLD);
    let person = add_person(&emulator);
    say(&emulator, person, "/start");
    answered(&emulator, person, PATIENCE).await;
    // The session is there as soon as the answer is.
    let (status, _) = process.stop("TERM");
    assert!(status.success());
    change(
        &installation.path().join("data/bot.db"),
        "UPDATE session SET body = CAST(substr(body, 1, 40) || x'00' || substr(body, 42) AS BLOB)",
    )
    .await;
    let process = start(&installation, &emulator, OLD);
    say(&emulator, person, "hello");
    let words = "could not read your last check";
    let begun = std::time::Instant::now();
    while !person::messages(&emulator, person)
        .iter()
        .any(|shown| shown.text.contains(words))
    {
        assert!(begun.elapsed() < PATIENCE, "not told");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    installation.wait_for_log("session row 1", Duration::from_secs(5));
    let (status, _) = process.stop("TERM");
    assert!(status.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_update_or_message_is_told_kindly_and_the_chat_goes_on() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let people: Vec<_> = (0..2).map(|_| add_person(&emulator)).collect();
    let sealer = Sealer::new(&Keys::parse(OLD).expect("keys"));
    let store = Store::open(&installation.database_url(), sealer).await;
    let store = store.expect("opens");
    let now = jiff::Timestamp::now();
    let update = Received {
        update_id: 1,
        chat: Some(people[0]),
        user: Some(people[0]),
        body: b"{}".to_vec(),
    };
    let kept = store.receive(vec![update], None, now).await;
    assert_eq!(kept.expect("kept").len(), 1);
    let message = Handled {
        seq: None,
        who: Who {
            chat: people[1],
            user: people[1],
        },
        session: SessionChange::Keep,
        drop_pending: false,
        wake: Wake::Keep,
        outgoing: vec![Outgoing {
            chat: people[1],
            unasked: false,
            body: b"{}".to_vec(),
        }],
        now,
    };
    store.commit(message).await.expect("kept");
    store.close().await.expect("closed");
    for sql in [
        "UPDATE inbox SET body = CAST(substr(body, 1, 29) || x'00' AS BLOB)",
        "UPDATE outbox SET body = CAST(substr(body, 1, 29) || x'00' AS BLOB)",
    ] {
        change(&installation.path().join("data/bot.db"), sql).await;
    }
    for person in &people {
        // Telegram lets a bot write only to who wrote to it.
        say(&emulator, *person, "/start");
    }
    let process = start(&installation, &emulator, OLD);
    for person in people {
        let begun = std::time::Instant::now();
        while person::count(&emulator, person) < 2 {
            assert!(begun.elapsed() < PATIENCE, "not told, or not answered");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let all = person::messages(&emulator, person);
        let sorry = "something went wrong on my side";
        assert!(
            all.iter().any(|shown| shown.text.contains(sorry)),
            "{all:#?}"
        );
    }
    let log = installation.log();
    assert!(log.contains("inbox") && log.contains("outbox"), "{log}");
    let (status, _) = process.stop("TERM");
    assert!(status.success());
}

#[test]
fn a_missing_key_file_is_not_replaced() {
    let installation = Installation::new();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(session(&installation.database_url(), OLD, 1));
    let said = refused(&installation, "");
    assert!(said.contains("is missing"), "{said}");
    assert!(!installation.key_file().exists());
}
