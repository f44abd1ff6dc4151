//! The whole path: updates in, replies out, over a Bot API on loopback, for our bot and for two plain teloxide bots.
//!
//! `cargo bench --bench whole_path [-- BOT ...]`; `README.md` beside this file says what is measured and how.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench talks to who runs it"
)]

#[path = "whole_path/arrivals.rs"]
mod arrivals;
#[path = "whole_path/load.rs"]
mod load;
#[path = "whole_path/proc.rs"]
mod proc;
#[path = "whole_path/table.rs"]
mod table;

use anyhow::{Context as _, Result, bail};
use load::{Line, Load, Script};
use proc::Process;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};
use table::{Aim, Bound, Round, Row};

const OURS: &str = "twitchwise";
/// Rounds of each bot and script, taken in turns so that whatever else the machine does meets all of them alike.
const ROUNDS: usize = 3;
/// How long a bot may take until it polls.
const START: Duration = Duration::from_secs(20);

/// What is asked of us (issue 3): CPU, rate and p99 against a stored dialogue, CPU against the least that teloxide can
/// spend.
const AIMS: [Aim; 4] = [
    Aim {
        what: "CPU per update",
        of: |round| round.cpu_micros,
        than: "dialogue_sqlite",
        bound: Bound::AtMost(0.25),
    },
    Aim {
        what: "dialogues per second",
        of: |round| round.dialogues_per_second,
        than: "dialogue_sqlite",
        bound: Bound::AtLeast(6.0),
    },
    Aim {
        what: "p99 at random",
        of: |round| round.random_p99_millis,
        than: "dialogue_sqlite",
        bound: Bound::AtMost(1.0),
    },
    Aim {
        what: "CPU per update",
        of: |round| round.cpu_micros,
        than: "stateless",
        bound: Bound::AtMost(2.0),
    },
];

/// A bot and the scripts that it is played with.
struct Candidate {
    name: &'static str,
    program: PathBuf,
    /// Whether it takes its database as an argument; ours reads `DATABASE_URL`.
    takes_path: bool,
    scripts: &'static [Script],
}

/// Four updates, a reply to each: what our bot asks first.
const OURS_SCRIPTS: &[Script] = &[
    Script {
        name: "typed",
        lines: &[
            Line::Say("/start"),
            Line::Say("I agree"),
            Line::Say("none"),
            Line::Say("34"),
        ],
    },
    Script {
        name: "tapped",
        lines: &[
            Line::Say("/start"),
            Line::TapFirst,
            Line::TapFirst,
            Line::TapFirst,
        ],
    },
];
const STATELESS_SCRIPTS: &[Script] = OURS_SCRIPTS;
const DIALOGUE_SCRIPTS: &[Script] = &[Script {
    name: "typed",
    lines: &[
        Line::Say("/start"),
        Line::Say("Gandalf the Grey"),
        Line::Say("223"),
        Line::Say("Middle-earth"),
    ],
}];

#[tokio::main]
async fn main() -> Result<()> {
    let wanted: Vec<String> = env::args()
        .skip(1)
        .filter(|arg| !arg.starts_with('-'))
        .collect();
    let candidates: Vec<Candidate> = candidates()?
        .into_iter()
        .filter(|candidate| wanted.is_empty() || wanted.iter().any(|name| name == candidate.name))
        .collect();
    if candidates.is_empty() {
        bail!("no such bot: {}", wanted.join(" "));
    }
    let plays: Vec<(&Candidate, &Script)> = candidates
        .iter()
        .flat_map(|candidate| {
            candidate
                .scripts
                .iter()
                .map(move |script| (candidate, script))
        })
        .collect();
    let mut rows: Vec<Row> = plays
        .iter()
        .map(|(candidate, script)| Row {
            bot: candidate.name,
            script: script.name,
            rounds: Vec::new(),
        })
        .collect();
    for number in 1..=ROUNDS {
        for ((candidate, script), row) in plays.iter().zip(&mut rows) {
            eprintln!(
                "round {number} of {ROUNDS}: {} {}",
                candidate.name, script.name
            );
            match round(candidate, script).await {
                Ok(found) => row.rounds.push(found),
                // One bot that does not start must not hide what the others do.
                Err(error) => eprintln!("{} {}: {error:#}", candidate.name, script.name),
            }
        }
    }
    println!("{}", table::render(&rows, OURS, &AIMS));
    Ok(())
}

/// A fresh emulator, a fresh bot with a fresh database, a warm-up, and then what is counted.
async fn round(candidate: &Candidate, script: &Script) -> Result<Round> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole_path");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let load = Load::start().await.context("the emulator did not start")?;
    let database = folder.join("bot.db").display().to_string();
    let args = if candidate.takes_path {
        vec![database.clone()]
    } else {
        Vec::new()
    };
    let (token, url) = load.address();
    let env = [
        ("TELOXIDE_TOKEN", token),
        ("TELOXIDE_API_URL", url),
        ("DATABASE_URL", format!("sqlite://{database}")),
        (
            "DATA_KEY_FILE",
            folder.join("data.key").display().to_string(),
        ),
        ("RUST_LOG", "error".to_owned()),
    ];
    let mut bot = Process::start(&candidate.program, &args, &folder, &env)
        .with_context(|| format!("{} did not start", candidate.program.display()))?;
    let started = Instant::now();
    while !load.is_polled() {
        if bot.ended() {
            bail!("it ended before it polled");
        }
        if started.elapsed() > START {
            bail!("it did not poll within {START:?}");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    load.play(script, load::WARM_UP).await?;
    let before = bot.usage_at_rest().await?;
    let played = load.play(script, load::MEASURED).await?;
    let after = bot.usage_at_rest().await?;
    let random = load.play_at_random(script).await?;
    drop(bot);
    if let (count @ 1.., Some(first)) = load.violations() {
        eprintln!("{}: {count} violations, the first: {first}", candidate.name);
    }
    load.stop().await;

    if played.updates == 0 {
        bail!("it answered nothing");
    }
    let updates = f64::from(played.updates);
    Ok(Round {
        updates,
        cpu_micros: (after.cpu.saturating_sub(before.cpu)).as_secs_f64() * 1e6 / updates,
        dialogues_per_second: f64::from(played.finished) / played.wall.as_secs_f64(),
        p50_millis: played.percentile(50).as_secs_f64() * 1e3,
        p99_millis: played.percentile(99).as_secs_f64() * 1e3,
        random_p50_millis: random.percentile(50).as_secs_f64() * 1e3,
        random_p99_millis: random.percentile(99).as_secs_f64() * 1e3,
        peak_resident: after.peak_resident,
        given_up: f64::from(played.given_up + random.given_up),
        reply_chars: played.mean_reply_chars(),
    })
}

/// Ours as cargo built it for this bench, and the two of `benches/compare`, built now.
fn candidates() -> Result<Vec<Candidate>> {
    let [dialogue, stateless] = build_compare(["dialogue_sqlite", "stateless"])?;
    Ok(vec![
        Candidate {
            name: OURS,
            program: PathBuf::from(env!("CARGO_BIN_EXE_twitchwise")),
            takes_path: false,
            scripts: OURS_SCRIPTS,
        },
        Candidate {
            name: "dialogue_sqlite",
            program: dialogue,
            takes_path: true,
            scripts: DIALOGUE_SCRIPTS,
        },
        Candidate {
            name: "stateless",
            program: stateless,
            takes_path: false,
            scripts: STATELESS_SCRIPTS,
        },
    ])
}

/// Builds the bots to compare with and says where cargo has put those `names`.
fn build_compare<const N: usize>(names: [&str; N]) -> Result<[PathBuf; N]> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/compare/Cargo.toml");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    // What cargo says about our own package would make it build those dependencies anew that look at such variables.
    for (name, _) in env::vars_os() {
        if ["CARGO_PKG_", "CARGO_MANIFEST_"]
            .iter()
            .any(|about| starts_with(&name, about))
        {
            command.env_remove(name);
        }
    }
    let output = command
        .args([
            "build",
            "--release",
            "--locked",
            "--message-format",
            "json-render-diagnostics",
        ])
        .arg("--manifest-path")
        .arg(manifest)
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cargo did not run")?;
    if !output.status.success() {
        bail!("the bots to compare with do not build");
    }
    // One JSON object a line; those about a program carry its name and path.
    let built: Vec<serde_json::Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let mut paths = [const { None }; N];
    for (path, name) in paths.iter_mut().zip(names) {
        *path = built
            .iter()
            .filter(|message| message["target"]["name"] == name)
            .find_map(|message| message["executable"].as_str().map(PathBuf::from));
        if path.is_none() {
            bail!("cargo built no {name}");
        }
    }
    Ok(paths.map(Option::unwrap_or_default))
}

fn starts_with(name: &std::ffi::OsStr, about: &str) -> bool {
    name.to_str().is_some_and(|name| name.starts_with(about))
}
