//! What the bot costs while little happens: the first reply after a start, resident memory with many
//! chats stored, each with a reminder, and how long finding what is due takes among them. Fails where
//! that takes more than twice as long among the most as among the fewest, or where memory is above its
//! bound.
//!
//! `cargo bench --bench at_rest [-- CHATS ...]`; `README.md` beside this file says what is measured and how.
#![expect(clippy::print_stdout, reason = "a bench talks to who runs it")]

#[path = "whole_path/proc.rs"]
#[expect(dead_code, reason = "shared with a bench that measures more")]
mod proc;

use std::{
    env,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use jiff::{SignedDuration, Timestamp, civil::Time};
use proc::Process;
use twitchwise::{
    emulator::{Emulator, Options},
    machine::{About, Agenda, Check, Reminder, Session},
    schedule::Plan,
    store::{Handled, Keys, Sealer, SessionChange, Store, Wake, Who},
};

/// Chats stored, where none are named.
const CHATS: [u64; 3] = [1_000, 10_000, 1_000_000];
/// How many times as long finding what is due may take with the most chats as with the fewest.
const MOST_TIMES: f64 = 2.0;
/// What may be resident at most, in MB, with however many chats.
const MOST_MEMORY: f64 = 50.0;
/// People who write after the start, each in a chat of their own.
const WRITING: usize = 1_000;
/// How often the first reply is timed.
const STARTS: usize = 5;
/// The first chat.
const FIRST: i64 = 1_000_000_000;
/// When the first reminder is due, and how many are looked for at a time.
const AHEAD: SignedDuration = SignedDuration::from_hours(30 * 24);
const DUE: u32 = 100;
/// How often that is timed.
const LOOKS: usize = 500;
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::main]
async fn main() -> Result<()> {
    let named: Vec<u64> = env::args()
        .skip(1)
        .filter_map(|chats| chats.parse().ok())
        .collect();
    let sizes = if named.is_empty() {
        CHATS.to_vec()
    } else {
        named
    };
    println!(
        "{:>9} {:>13} {:>16} {:>14} {:>18}",
        "chats", "100 due, µs", "first reply ms", "peak MB, idle", "peak MB, 1000 talk"
    );
    let (mut finding, mut memory) = (Vec::new(), Vec::new());
    for chats in sizes {
        let Measured {
            due,
            reply,
            idle,
            talk,
        } = measure(chats).await?;
        finding.push((chats, due));
        memory.push((chats, idle.max(talk)));
        println!(
            "{chats:>9} {:>13.0} {:>16.0} {idle:>14.1} {talk:>18.1}",
            due.as_secs_f64() * 1e6,
            reply.as_secs_f64() * 1e3
        );
    }
    let missed = missed(&finding, &memory);
    anyhow::ensure!(missed.is_empty(), "{}", missed.join("\n"));
    Ok(())
}

/// Which bounds are not kept, in words.
fn missed(finding: &[(u64, Duration)], memory: &[(u64, f64)]) -> Vec<String> {
    let mut missed = Vec::new();
    let fewest = finding.iter().min_by_key(|(chats, _)| chats);
    let most = finding.iter().max_by_key(|(chats, _)| chats);
    if let (Some((few, short)), Some((many, long))) = (fewest, most) {
        let times = long.as_secs_f64() / short.as_secs_f64();
        println!("finding what is due: {times:.2} times as long with {many} chats as with {few}");
        if times > MOST_TIMES {
            missed.push(format!(
                "finding what is due: {times:.2} times, at most {MOST_TIMES}"
            ));
        }
    }
    for (chats, peak) in memory {
        if *peak > MOST_MEMORY {
            missed.push(format!(
                "{chats} chats: {peak:.1} MB, at most {MOST_MEMORY}"
            ));
        }
    }
    missed
}

/// What was measured with so many chats stored.
struct Measured {
    /// Finding what is due, and when the next one is; the median.
    due: Duration,
    /// The first reply after a start; the median.
    reply: Duration,
    /// Peak resident memory in MB, before anybody wrote …
    idle: f64,
    /// … and after people did.
    talk: f64,
}

async fn measure(chats: u64) -> Result<Measured> {
    let folder = tempfile::tempdir()?;
    let due = fill(folder.path(), chats).await?;
    let mut replies = Vec::new();
    let mut memory = (0.0, 0.0);
    for start in 0..STARTS {
        let emulator = Emulator::start(Options::default()).await?;
        let person = emulator.world(|world| world.add_person("Ann", Some("en")).id);
        say(&emulator, person)?;
        let begun = Instant::now();
        let bot = start_bot(folder.path(), &emulator)?;
        wait_for_reply(&emulator, person).await?;
        replies.push(begun.elapsed());
        if start + 1 == STARTS {
            let resident = bot.usage()?.peak_resident / 1e6;
            talk(&emulator).await?;
            memory = (resident, bot.usage()?.peak_resident / 1e6);
        }
        drop(bot);
        emulator.stop().await;
    }
    replies.sort();
    Ok(Measured {
        due,
        reply: replies[replies.len() / 2],
        idle: memory.0,
        talk: memory.1,
    })
}

/// How long it takes to find a hundred reminders that are due, and when the next one is.
async fn find(store: &Store, from: Timestamp) -> Result<Duration> {
    let then = from + AHEAD + SignedDuration::from_secs(i64::from(DUE) - 1);
    let mut took = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        let begun = Instant::now();
        let due = store.due(then, None, DUE).await?;
        let next = store.next_due(then).await?;
        took.push(begun.elapsed());
        anyhow::ensure!(due.len() == DUE as usize && next.is_some(), "found amiss");
    }
    took.sort();
    Ok(took[took.len() / 2])
}

/// Chats in the middle of a check with a reminder each, as the bot itself would have stored them, a
/// second apart. Gives how long finding some of them takes.
async fn fill(folder: &Path, chats: u64) -> Result<Duration> {
    let keys = Keys::from_file_or_create(&folder.join("data.key"))?;
    let store = Store::open(&url(folder), Sealer::new(&keys)).await?;
    let now = Timestamp::now();
    let session = Session {
        agreed_at: Some(now),
        heard_at: now,
        check: Some(Check::new(now)),
        agenda: agenda(now),
        ..Session::default()
    };
    let body = serde_json::to_vec(&session)?;
    let mut chat = FIRST;
    let mut left = chats;
    while left > 0 {
        let batch = left.min(500);
        let commits = (chat..).zip(0..batch).map(|(chat, _)| {
            let at = now + AHEAD + SignedDuration::from_secs(chat - FIRST);
            let who = Who { chat, user: chat };
            store.commit(Handled {
                seq: None,
                who,
                session: SessionChange::Save(body.clone()),
                drop_pending: false,
                wake: Wake::At(at),
                outgoing: Vec::new(),
                now,
            })
        });
        futures::future::try_join_all(commits).await?;
        chat += 500;
        left -= batch;
    }
    let took = find(&store, now).await?;
    store.close().await?;
    Ok(took)
}

/// "Every day at nine."
fn agenda(now: Timestamp) -> Agenda {
    let reminder = Reminder {
        id: 1,
        about: About::Own {
            words: "a glass of water".to_owned(),
        },
        plan: Plan::daily(Time::constant(9, 0, 0, 0)),
        next: Some(now + AHEAD),
        put_off: false,
        paused: false,
        left_off: false,
        held: None,
        set_at: now,
        came_at: None,
    };
    Agenda {
        last_id: 1,
        reminders: vec![reminder],
        ..Agenda::default()
    }
}

fn start_bot(folder: &Path, emulator: &Emulator) -> Result<Process> {
    let env = [
        ("TELOXIDE_TOKEN", Options::default().token),
        ("TELOXIDE_API_URL", emulator.url()),
        ("DATABASE_URL", url(folder)),
        (
            "DATA_KEY_FILE",
            folder.join("data.key").display().to_string(),
        ),
        ("RUST_LOG", "error".to_owned()),
    ];
    Ok(Process::start(
        Path::new(env!("CARGO_BIN_EXE_twitchwise")),
        &[],
        folder,
        &env,
    )?)
}

fn url(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("bot.db").display())
}

fn say(emulator: &Emulator, person: i64) -> Result<()> {
    let now = emulator.now();
    let said = emulator.world(|world| world.say(person, "/start", now));
    said.map(drop).map_err(|error| anyhow::anyhow!("{error:?}"))
}

async fn wait_for_reply(emulator: &Emulator, person: i64) -> Result<()> {
    let begun = Instant::now();
    while !replied(emulator, person) {
        if begun.elapsed() > PATIENCE {
            bail!("no reply");
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    Ok(())
}

fn replied(emulator: &Emulator, person: i64) -> bool {
    emulator.world(|world| {
        world
            .chat(person)
            .is_some_and(|chat| chat.messages.len() > 1)
    })
}

async fn talk(emulator: &Emulator) -> Result<()> {
    let people: Vec<i64> = (0..WRITING)
        .map(|n| emulator.world(|world| world.add_person(&format!("P{n}"), Some("en")).id))
        .collect();
    for person in &people {
        say(emulator, *person)?;
    }
    for person in people {
        wait_for_reply(emulator, person)
            .await
            .context("of a thousand")?;
    }
    Ok(())
}
