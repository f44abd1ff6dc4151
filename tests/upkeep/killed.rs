//! `restore` and `reseal` under `kill -9`: at random moments, and, where there is strace, at each of the
//! calls that change names, lengths or what is on the disk. Whatever is left is the old state or the
//! new one, or says what to do; doing it again finishes the work, and nothing is lost.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use jiff::Timestamp;
use twitchwise::{
    emulator::{Emulator, Options},
    store::{Handled, Keys, Outgoing, Received, Sealer, SessionChange, Store, Wake, Who},
};

use super::{
    NEW, OLD,
    bot::{
        binary::Installation,
        people::{PATIENCE, emulator},
        random::{self, Random},
    },
    refused, run, start,
};

/// People in a database.
const PEOPLE: i64 = 300;
/// Who is in the old one, and in the copy.
const BEFORE: i64 = 1_000;
const COPIED: i64 = 5_000;
/// Kills at random moments.
const KILLS: usize = 20;
/// After so many calls of one kind a command has ended.
const CALLS: usize = 400;

/// What stands in a database, opened.
#[derive(Debug, PartialEq, Eq)]
struct State {
    /// Each person's session.
    sessions: Vec<(i64, Vec<u8>)>,
    /// Each message that waits: its chat and its words.
    outbox: Vec<(i64, Vec<u8>)>,
    /// Updates that wait.
    inbox: u64,
    /// People with a reminder.
    due: usize,
}

/// A moment at which the command is killed.
#[derive(Debug, Clone, Copy)]
enum Kill {
    /// So long after its start.
    After(Duration),
    /// When one of its threads makes the call of these kinds for the so-manieth time.
    At(&'static str, usize),
}

/// People from this number on, each with a session; every tenth has a message, an update and a
/// reminder that wait.
async fn fill(url: &str, keys: &str, first: i64) {
    let store = open(url, keys).await.expect("opens");
    let now = Timestamp::now();
    let (store, people) = (&store, first..first + PEOPLE);
    let kept = people.clone().map(|person| async move {
        let waits = person % 10 == 0;
        let message = Outgoing {
            chat: person,
            unasked: false,
            body: format!("message {person}").into_bytes(),
        };
        let commit = store.commit(Handled {
            seq: None,
            who: Who {
                chat: person,
                user: person,
            },
            session: SessionChange::Save(format!("session {person} ").repeat(20).into_bytes()),
            drop_pending: false,
            wake: if waits { Wake::At(now) } else { Wake::Keep },
            outgoing: waits.then_some(message).into_iter().collect(),
            now,
        });
        commit.await.expect("kept");
    });
    futures::future::join_all(kept).await;
    let updates = people.filter(|person| person % 10 == 0);
    let updates = updates.map(|person| Received {
        update_id: person,
        chat: Some(person),
        user: Some(person),
        body: b"{}".to_vec(),
    });
    let kept = store.receive(updates.collect(), None, now).await;
    kept.expect("kept");
    store.close().await.expect("closed");
}

async fn open(url: &str, keys: &str) -> Result<Store, String> {
    let sealer = Sealer::new(&Keys::parse(keys).expect("keys"));
    Store::open(url, sealer).await.map_err(|e| e.to_string())
}

/// What a start finds, or why there is none.
async fn state(database: &Path, keys: &str) -> Result<State, String> {
    let url = format!("sqlite://{}", database.display());
    let store = open(&url, keys).await?;
    let mut sessions = Vec::new();
    for user in (BEFORE..BEFORE + PEOPLE).chain(COPIED..COPIED + PEOPLE) {
        let session = store.session(Who { chat: user, user }).await;
        sessions.extend(session.expect("readable").map(|session| (user, session)));
    }
    let page = store.outbox(0, 1_000).await.expect("an outbox");
    assert!(page.damaged.is_empty(), "damaged messages");
    let due = store.due(Timestamp::now(), None, 1_000).await;
    let state = State {
        sessions,
        outbox: page
            .rows
            .into_iter()
            .map(|row| (row.chat, row.body))
            .collect(),
        inbox: store.backlog().await.expect("a backlog").inbox,
        due: due.expect("found").len(),
    };
    store.close().await.expect("closed");
    Ok(state)
}

/// Runs a command until it is killed. True where it came to its end.
fn cut_short(installation: &Installation, arguments: &[&str], keys: &str, kill: Kill) -> bool {
    let program = installation.command();
    let mut command = match kill {
        Kill::After(_) => Command::new(program.get_program()),
        Kill::At(calls, number) => {
            let mut strace = Command::new("strace");
            let inject = format!("inject={calls}:signal=KILL:when={number}");
            // With --seccomp-bpf it would inject no signal.
            strace.args(["-f", "-qq", "-o", "/dev/null"]);
            strace.args(["-e", &format!("trace={calls}"), "-e", &inject]);
            strace.arg(program.get_program());
            strace
        }
    };
    command
        .args(arguments)
        .current_dir(installation.path())
        .env("DATABASE_URL", installation.database_url())
        .env("DATA_KEY", keys)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().expect("starts");
    if let Kill::After(wait) = kill {
        std::thread::sleep(wait);
        let _ = child.kill();
    }
    child.wait().expect("an end").success()
}

/// Whether there is a strace that may trace.
fn traces() -> bool {
    let status = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    let works = status.is_ok_and(|status| status.success());
    assert!(works || std::env::var_os("CI").is_none(), "no strace in CI");
    works
}

/// Kills at random moments within `whole`, then at each call of each of these kinds until the command
/// ends before it.
fn kills(whole: Duration, random: &mut Random, calls: &[&'static str]) -> Vec<Kill> {
    let micros = usize::try_from(whole.as_micros()).expect("short");
    let moment = |random: &mut Random| Duration::from_micros(random.below(micros) as u64);
    let mut kills: Vec<_> = (0..KILLS).map(|_| Kill::After(moment(random))).collect();
    if traces() {
        let each = calls
            .iter()
            .flat_map(|c| (1..CALLS).map(|n| Kill::At(c, n)));
        kills.extend(each);
    }
    kills
}

/// The folder with the database as it is in another one.
fn reset(installation: &Installation, from: &Path) {
    let data = installation.path().join("data");
    let _ = fs::remove_dir_all(&data);
    copy_folder(from, &data);
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for file in fs::read_dir(from).expect("a folder") {
        let file = file.expect("a file");
        fs::copy(file.path(), to.join(file.file_name())).expect("copied");
    }
}

/// The real bot starts on what is left, and stops in good order.
fn starts(installation: &Installation, emulator: &Emulator, keys: &str) {
    let polls = || {
        emulator.world(|world| {
            world
                .stats()
                .calls
                .get("getUpdates")
                .copied()
                .unwrap_or_default()
        })
    };
    let before = polls();
    let process = start(installation, emulator, keys);
    let begun = Instant::now();
    while polls() == before {
        assert!(begun.elapsed() < PATIENCE, "{}", installation.log());
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(process.stop("TERM").0.success());
}

/// What was there before a restore, by the names that it was kept under.
fn asides(installation: &Installation) -> Vec<PathBuf> {
    let files = fs::read_dir(installation.path().join("data")).expect("a folder");
    let paths = files.map(|file| file.expect("a file").path());
    let aside = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.contains(".before-restore-") && !name.ends_with("-wal")
    };
    paths.filter(aside).collect()
}

/// Restores, whatever was killed before.
fn restore(installation: &Installation, copy: &str) {
    let (ok, said) = run(installation, &["restore", copy], OLD);
    assert!(ok, "{said}");
}

/// What there is before a restore.
struct Before {
    copy: PathBuf,
    /// With the old database and its log.
    folder: PathBuf,
    old: State,
    new: State,
}

/// Makes a copy, and another database that did not end well, so that part of it is in its log.
async fn prepare(installation: &Installation, database: &Path) -> Before {
    fill(&installation.database_url(), OLD, COPIED).await;
    let copy = installation.path().join("copy.db");
    let name = copy.to_str().expect("text");
    let (ok, said) = run(installation, &["backup", name], OLD);
    assert!(ok, "{said}");
    let new = state(database, OLD).await.expect("the new state");
    fs::remove_dir_all(database.parent().expect("a folder")).expect("gone");
    // The old one ends without a clean end, so that part of it is in its log.
    fill(&installation.database_url(), OLD, BEFORE).await;
    let before = installation.path().join("before");
    let held = open(&installation.database_url(), OLD)
        .await
        .expect("opens");
    let mut more = held
        .session(Who {
            chat: BEFORE,
            user: BEFORE,
        })
        .await
        .expect("read");
    more.as_mut().expect("a session").extend(b"in the log");
    let logged = held.commit(Handled {
        seq: None,
        who: Who {
            chat: BEFORE,
            user: BEFORE,
        },
        session: SessionChange::Save(more.expect("a session")),
        drop_pending: false,
        wake: Wake::Keep,
        outgoing: Vec::new(),
        now: Timestamp::now(),
    });
    logged.await.expect("kept");
    copy_folder(database.parent().expect("a folder"), &before);
    held.close().await.expect("closed");
    let log = fs::metadata(before.join("bot.db-wal"))
        .expect("a log")
        .len();
    assert!(log > 0, "nothing is in the log");
    let old = state(database, OLD).await.expect("the old state");
    assert!(old.sessions[0].1.ends_with(b"in the log"));
    Before {
        copy,
        folder: before,
        old,
        new,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restore_killed_at_any_moment_leaves_the_old_state_or_the_new_one() {
    let seed = random::seed();
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let database = installation.path().join("data/bot.db");
    let Before {
        copy,
        folder: before,
        old,
        new,
    } = prepare(&installation, &database).await;
    let copy = copy.to_str().expect("text");

    reset(&installation, &before);
    let begun = Instant::now();
    restore(&installation, copy);
    let whole = begun.elapsed();
    assert!(
        state(&database, OLD).await.as_ref() == Ok(&new),
        "the new state"
    );

    let mut random = Random::new(seed);
    let (mut found, mut done, mut started) = ([0; 3], BTreeSet::new(), BTreeSet::new());
    let calls = [
        "rename,link,linkat,unlink",
        "fsync,fdatasync,pwrite64,ftruncate",
    ];
    for kill in kills(whole, &mut random, &calls) {
        if let Kill::At(calls, _) = kill
            && done.contains(calls)
        {
            continue;
        }
        reset(&installation, &before);
        if cut_short(&installation, &["restore", copy], OLD, kill)
            && let Kill::At(calls, _) = kill
        {
            done.insert(calls);
        }
        // As it is left: opening the database may change it.
        let left = installation.path().join("left");
        let _ = fs::remove_dir_all(&left);
        copy_folder(database.parent().expect("a folder"), &left);
        let seen = match state(&database, OLD).await {
            Ok(state) if state == old => 0,
            Ok(state) if state == new => 1,
            Ok(state) => panic!(
                "seed {seed}, {kill:?}: neither old nor new: {} people",
                state.sessions.len()
            ),
            Err(said) => {
                assert!(
                    said.contains("cut short") && said.contains("restore"),
                    "{kill:?}: {said}"
                );
                2
            }
        };
        found[seen] += 1;
        // The real binary agrees, once for each of the three.
        if started.insert(seen) {
            if seen == 2 {
                let said = refused(&installation, OLD);
                assert!(said.contains("cut short"), "{said}");
            } else {
                starts(&installation, &emulator, OLD);
            }
        }
        reset(&installation, &left);
        restore(&installation, copy);
        assert!(
            state(&database, OLD).await.as_ref() == Ok(&new),
            "{kill:?}: the new state in the end"
        );
        let mut kept = false;
        for aside in asides(&installation) {
            kept |= state(&aside, OLD).await.as_ref() == Ok(&old);
        }
        assert!(
            kept || seen == 1 && old_is_aside(&left, &old).await,
            "{kill:?}: the old state is lost"
        );
    }
    println!(
        "seed {seed}: restore killed {} times: {} found the old state, {} the new one, {} were told to \
         restore again; nothing lost",
        found.iter().sum::<usize>(),
        found[0],
        found[1],
        found[2]
    );
    if traces() {
        assert_eq!(done.len(), calls.len(), "each call was met");
        assert!(found.iter().all(|count| *count > 0), "{found:?}");
    }
}

/// Whether what was there before lies beside a database that was put in place.
async fn old_is_aside(folder: &Path, old: &State) -> bool {
    for file in fs::read_dir(folder).expect("a folder") {
        let path = file.expect("a file").path();
        let name = path.to_string_lossy().into_owned();
        if name.contains(".before-restore-")
            && name.ends_with('Z')
            && state(&path, OLD).await.as_ref() == Ok(old)
        {
            return true;
        }
    }
    false
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_of_keys_killed_at_any_moment_goes_on_where_it_was() {
    let seed = random::seed();
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let database = installation.path().join("data/bot.db");
    let both = format!("{NEW},{OLD}");
    fill(&installation.database_url(), OLD, BEFORE).await;
    let all = state(&database, OLD).await.expect("a state");
    let before = installation.path().join("before");
    copy_folder(database.parent().expect("a folder"), &before);
    let begun = Instant::now();
    let (ok, said) = run(&installation, &["reseal"], &both);
    let whole = begun.elapsed();
    assert!(ok, "{said}");

    let mut random = Random::new(seed);
    let (mut found, mut done, mut started) = ([0; 3], BTreeSet::new(), BTreeSet::new());
    let calls = ["fdatasync,fsync,ftruncate,unlink"];
    for kill in kills(whole, &mut random, &calls) {
        if let Kill::At(calls, _) = kill
            && done.contains(calls)
        {
            continue;
        }
        reset(&installation, &before);
        if cut_short(&installation, &["reseal"], &both, kill)
            && let Kill::At(calls, _) = kill
        {
            done.insert(calls);
        }
        let left = installation.path().join("left");
        let _ = fs::remove_dir_all(&left);
        copy_folder(database.parent().expect("a folder"), &left);
        // Where it had not begun the old key alone still opens it, where it had ended the new one.
        let seen = match (state(&database, OLD).await, state(&database, NEW).await) {
            (Ok(_), Err(_)) => 0,
            (Err(_), Ok(_)) => 1,
            (Err(old), Err(new)) => {
                for said in [old, new] {
                    assert!(said.contains("twitchwise reseal"), "{kill:?}: {said}");
                }
                2
            }
            (Ok(_), Ok(_)) => panic!("{kill:?}: both keys open it"),
        };
        found[seen] += 1;
        reset(&installation, &left);
        assert!(
            state(&database, &both).await.as_ref() == Ok(&all),
            "{kill:?}: something is lost"
        );
        if started.insert(seen) {
            starts(&installation, &emulator, &both);
            // What waited there was taken up.
            reset(&installation, &left);
        }
        let (ok, said) = run(&installation, &["reseal"], &both);
        assert!(ok && said.contains("may be dropped"), "{kill:?}: {said}");
        assert!(
            state(&database, NEW).await.as_ref() == Ok(&all),
            "{kill:?}: something is lost"
        );
        assert!(
            state(&database, OLD).await.is_err(),
            "{kill:?}: the old key opens it still"
        );
    }
    println!(
        "seed {seed}: reseal killed {} times: {} before anything was sealed, {} after everything, {} on \
         the way; nothing lost",
        found.iter().sum::<usize>(),
        found[0],
        found[1],
        found[2]
    );
    assert!(found[2] > 0, "never killed on the way: {found:?}");
    assert!(done.len() == calls.len() || !traces(), "each call was met");
}
