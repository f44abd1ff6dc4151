//! Whether others notice a person who floods: how long they wait for their answers without and with
//! 100 messages a second from one chat. Fails where they wait more than twice as long.
//!
//! `cargo bench --bench flood`
#![expect(clippy::print_stdout, reason = "a bench talks to who runs it")]

#[allow(dead_code, reason = "each bench uses its share")]
#[path = "whole_path/proc.rs"]
mod proc;

use anyhow::{Context as _, Result, bail};
use proc::Process;
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};
use twitchwise::emulator::{Emulator, Options};

/// People who talk at the same time, each again so long after the last message.
const PEOPLE: usize = 60;
const PAUSE: Duration = Duration::from_millis(600);
/// How long each part takes.
const PART: Duration = Duration::from_secs(15);
/// How many times as long others may wait at most, of a hundred ninety-nine times.
const MOST: f64 = 2.0;
/// The flood's messages a second.
const FLOOD: u32 = 100;
/// How often people look at their phones.
const GLANCE: Duration = Duration::from_millis(1);

#[tokio::main]
async fn main() -> Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("flood");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let options = Options::default();
    let token = options.token.clone();
    let emulator = Emulator::start(options).await?;
    let env = [
        ("TELOXIDE_TOKEN", token),
        ("TELOXIDE_API_URL", emulator.url()),
        (
            "DATABASE_URL",
            format!("sqlite://{}", folder.join("bot.db").display()),
        ),
        (
            "DATA_KEY_FILE",
            folder.join("data.key").display().to_string(),
        ),
        ("RUST_LOG", "error".to_owned()),
    ];
    let program = Path::new(env!("CARGO_BIN_EXE_twitchwise"));
    let bot = Process::start(program, &[], &folder, &env)?;
    part(&emulator, None, Duration::from_secs(3)).await?;
    let quiet = part(&emulator, None, PART).await?;
    let floods = emulator.world(|world| world.add_person("Mallory", Some("en")).id);
    let flooded = part(&emulator, Some(floods), PART).await?;
    println!(
        "{:<22} {:>8} {:>8} {:>8}",
        "", "answers", "p50 ms", "p99 ms"
    );
    for (name, waits) in [("no flood", &quiet), ("100 a second", &flooded)] {
        println!(
            "{name:<22} {:>8} {:>8.1} {:>8.1}",
            waits.len(),
            millis(waits, 50)?,
            millis(waits, 99)?
        );
    }
    let times = millis(&flooded, 99)? / millis(&quiet, 99)?;
    println!(
        "p99 {times:.2} times that without a flood: at most {MOST}; peak {:.1} MB",
        bot.usage()?.peak_resident / 1e6
    );
    if times > MOST {
        bail!("others notice the flood: p99 {times:.2} times that without one");
    }
    Ok(())
}

/// People talk, one may flood; how long each waited for each answer, the shortest first.
async fn part(emulator: &Emulator, floods: Option<i64>, time: Duration) -> Result<Vec<Duration>> {
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        let id = emulator.world(|world| world.add_person("Ann", Some("en")).id);
        people.push(Place {
            id,
            next: Instant::now() + PAUSE * u32::try_from(number)? / u32::try_from(PEOPLE)?,
            waits: None,
        });
    }
    let (begun, mut sent, mut waits) = (Instant::now(), 0, Vec::new());
    while begun.elapsed() < time {
        let now = emulator.now();
        if let Some(id) = floods {
            while f64::from(sent) < begun.elapsed().as_secs_f64() * f64::from(FLOOD) {
                emulator.world(|world| world.say(id, "/help", now))?;
                sent += 1;
            }
        }
        for place in &mut people {
            place.look(emulator, now, &mut waits)?;
        }
        tokio::time::sleep(GLANCE).await;
    }
    waits.sort();
    Ok(waits)
}

/// One of the others.
struct Place {
    id: i64,
    next: Instant,
    /// Since when, and how the chat stood then.
    waits: Option<(Instant, Option<u64>)>,
}

impl Place {
    fn look(&mut self, emulator: &Emulator, now: i64, waits: &mut Vec<Duration>) -> Result<()> {
        match self.waits {
            Some((said, version)) => {
                if emulator.world(|world| world.version(self.id)) != version {
                    waits.push(said.elapsed());
                    self.waits = None;
                    self.next = said + PAUSE;
                } else if said.elapsed() > Duration::from_secs(30) {
                    bail!("no answer");
                }
            }
            None if Instant::now() >= self.next => {
                let version = emulator.world(|world| {
                    world.say(self.id, "/settings", now)?;
                    Ok::<_, anyhow::Error>(world.version(self.id))
                })?;
                self.waits = Some((Instant::now(), version));
            }
            None => {}
        }
        Ok(())
    }
}

fn millis(waits: &[Duration], percent: usize) -> Result<f64> {
    let at = waits.len() * percent / 100;
    let wait = waits.get(at.min(waits.len().saturating_sub(1)));
    Ok(wait.context("nobody was answered")?.as_secs_f64() * 1e3)
}
