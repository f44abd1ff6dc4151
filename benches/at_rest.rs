//! What the bot costs while little happens: the first reply after a start, and resident memory with many chats stored.
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
use jiff::Timestamp;
use proc::Process;
use twitchwise::{
    emulator::{Emulator, Options},
    machine::{Check, Session},
    store::{Handled, Keys, Sealer, SessionChange, Store, Wake, Who},
};

/// Chats stored, where none are named.
const CHATS: [u64; 2] = [10_000, 100_000];
/// People who write after the start, each in a chat of their own.
const WRITING: usize = 1_000;
/// How often the first reply is timed.
const STARTS: usize = 5;
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
        "{:>9} {:>16} {:>14} {:>18}",
        "chats", "first reply ms", "peak MB, idle", "peak MB, 1000 talk"
    );
    for chats in sizes {
        let (reply, resident, peak) = measure(chats).await?;
        println!(
            "{chats:>9} {:>16.0} {resident:>14.1} {peak:>18.1}",
            reply.as_secs_f64() * 1e3
        );
    }
    Ok(())
}

/// The median first reply after a start, and resident memory before and after people wrote.
async fn measure(chats: u64) -> Result<(Duration, f64, f64)> {
    let folder = tempfile::tempdir()?;
    fill(folder.path(), chats).await?;
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
    Ok((replies[replies.len() / 2], memory.0, memory.1))
}

/// Chats in the middle of a check, as the bot itself would have stored them.
async fn fill(folder: &Path, chats: u64) -> Result<()> {
    let keys = Keys::from_file_or_create(&folder.join("data.key"))?;
    let store = Store::open(&url(folder), Sealer::new(&keys)).await?;
    let now = Timestamp::now();
    let session = Session {
        agreed_at: Some(now),
        heard_at: now,
        check: Some(Check::new(now)),
        ..Session::default()
    };
    let body = serde_json::to_vec(&session)?;
    let mut chat = 1_000_000_000;
    let mut left = chats;
    while left > 0 {
        let batch = left.min(500);
        let commits = (chat..).zip(0..batch).map(|(chat, _)| {
            let who = Who { chat, user: chat };
            store.commit(Handled {
                seq: None,
                who,
                session: SessionChange::Save(body.clone()),
                drop_pending: false,
                wake: Wake::Keep,
                outgoing: Vec::new(),
                now,
            })
        });
        futures::future::try_join_all(commits).await?;
        chat += 500;
        left -= batch;
    }
    store.close().await?;
    Ok(())
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
