//! Every conversation of `tests/transcripts/` runs twice: on the pure machine, and on the whole bot
//! over the emulator with a real SQLite file. Both must say the same.

#![allow(
    clippy::expect_used,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a test may stop at the first surprise"
)]
#![allow(clippy::cast_possible_truncation, reason = "small numbers")]
#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "lines of one kind are taken together"
)]

#[path = "transcript/phone.rs"]
mod phone;
#[path = "transcript/pure.rs"]
mod pure;
#[path = "transcript/script.rs"]
mod script;
#[path = "transcript/whole.rs"]
mod whole;

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use jiff::Timestamp;
use phone::{Bot, Chat, Seen, Shown, plain};
use script::{Line, Step};
use twitchwise::{content, model::Catalog};

static CATALOG: LazyLock<Arc<Catalog>> =
    LazyLock::new(|| Arc::new(content::embedded().unwrap_or_else(|e| panic!("{e}"))));

/// What a run showed, turn by turn: texts, labels, toasts, files.
type Record = Vec<Vec<(String, Vec<String>, Option<String>)>>;

#[test]
fn at_least_thirty() {
    assert!(
        transcripts().len() >= 30,
        "only {} transcripts",
        transcripts().len()
    );
}

#[test]
fn transcripts_hold_on_the_machine_and_on_the_whole_bot() {
    let mut failed = Vec::new();
    for (name, text) in transcripts() {
        let lines = script::read(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let begin = script::begin(&text).map_or_else(noon, |begin| {
            begin.unwrap_or_else(|e| panic!("{name}: {e}"))
        });
        let mut pure = pure::Pure::new(&CATALOG, begin);
        let on_machine = play(&name, &lines, &mut pure);
        let mut bot = whole::Whole::new(Arc::clone(&CATALOG), begin);
        let on_bot = play(&name, &lines, &mut bot);
        bot.end();
        match (on_machine, on_bot) {
            (Ok(machine), Ok(bot)) => {
                if let Some(turn) = (0..machine.len()).find(|n| machine[*n] != bot[*n]) {
                    failed.push(format!(
                        "{name}: turn {}: the machine says\n{:#?}\nthe bot says\n{:#?}",
                        turn + 1,
                        machine[turn],
                        bot[turn]
                    ));
                }
            }
            (machine, bot) => {
                failed.extend(machine.err().map(|e| format!("on the machine: {e}")));
                failed.extend(bot.err().map(|e| format!("on the whole bot: {e}")));
            }
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n\n"));
}

fn transcripts() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let only = std::env::var("TRANSCRIPT").ok();
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("tests/transcripts")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).expect("a transcript"))
        })
        .filter(|(name, _)| only.as_ref().is_none_or(|only| name.contains(only)))
        .collect();
    found.sort();
    found
}

fn play(name: &str, lines: &[Line], bot: &mut impl Bot) -> Result<Record, String> {
    let mut chat = Chat::default();
    let mut seen = Seen::default();
    let mut record = Record::new();
    let mut taps = 0;
    // Expectations about texts hold in order.
    let mut read = 0;
    for Line { number, step } in lines {
        let at = format!("{name}:{number}");
        let all = seen
            .shown
            .iter()
            .map(|s| s.text.as_str())
            .collect::<Vec<_>>()
            .join("\n");
        let labels: Vec<_> = seen
            .shown
            .iter()
            .flat_map(|s| &s.buttons)
            .map(|(l, _)| l.clone())
            .collect();
        let dump = || {
            format!(
                "seen: {all}\nbuttons: {labels:?}\ntoasts: {:?}",
                seen.toasts
            )
        };
        let acted = match step {
            Step::Say(text) => bot.say(text),
            Step::Press { label, old } => {
                taps += 1;
                let found = if *old {
                    chat.old_button(label)
                } else {
                    chat.button(label)
                };
                let (message, data) =
                    found.ok_or_else(|| format!("{at}: no button [{label}]\n{}", dump()))?;
                bot.press(message, &data)
            }
            Step::Forge(data) => {
                let message = chat.last().ok_or_else(|| format!("{at}: no message yet"))?;
                // `now:` stands for the revision of the buttons that are up.
                let data = match data.strip_prefix("now:") {
                    Some(code) => format!("{}:{code}", chat.revision().unwrap_or_default()),
                    None => data.clone(),
                };
                bot.press(message, &data)
            }
            Step::Send { kind, caption } => bot.send(kind, caption.as_deref()),
            Step::Edit(text) => bot.edit(text),
            Step::Group(text) => bot.group(text),
            Step::Block => bot.block(true),
            Step::Unblock => bot.block(false),
            Step::Pass(seconds) => bot.pass(*seconds),
            Step::Text(text) => {
                let found = all[read..].find(text.as_str());
                read += found.ok_or_else(|| format!("{at}: not said: {text}\n{}", dump()))?
                    + text.len();
                continue;
            }
            expected => {
                if !holds(expected, &seen, &all, &labels, taps) {
                    return Err(format!(
                        "{at}: {expected:?} does not hold (taps {taps})\n{}",
                        dump()
                    ));
                }
                continue;
            }
        };
        for shown in &acted.shown {
            fit_for_a_phone(shown).map_err(|e| format!("{at}: {e}\n{shown:#?}"))?;
        }
        if std::env::var_os("TRANSCRIPT_SHOW").is_some() {
            #[expect(clippy::print_stdout, reason = "asked for by the person who runs it")]
            {
                println!("{at}: {step:?}\n{}", on_screen(&acted));
            }
        }
        chat.add(&acted);
        record.push(
            acted
                .shown
                .iter()
                .map(|s| {
                    (
                        s.text.clone(),
                        s.buttons.iter().map(|(l, _)| l.clone()).collect(),
                        s.file.clone(),
                    )
                })
                .chain([(format!("toasts {:?}", acted.toasts), Vec::new(), None)])
                .collect(),
        );
        seen = acted;
        read = 0;
    }
    Ok(record)
}

/// What holds for every message, whatever it says.
fn fit_for_a_phone(shown: &Shown) -> Result<(), &'static str> {
    let mut labels: Vec<_> = shown.buttons.iter().map(|(l, _)| plain(l)).collect();
    labels.sort_unstable();
    if labels.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err("two buttons with one label");
    }
    if labels.iter().any(|label| label.chars().count() > 40) {
        return Err("a label that a phone cuts off");
    }
    if shown.text.chars().count() > 3_200 {
        return Err("more than a phone should show");
    }
    if shown.text.contains("{ $") || shown.text.contains("()") {
        return Err("a text that was not filled in");
    }
    let in_group = labels == ["Open our chat"];
    if shown.file.is_none() && !in_group && !labels.iter().any(|l| l.contains("🆘")) {
        return Err("no emergency button");
    }
    Ok(())
}

/// When every conversation begins: the next noon in Greenwich, so that "tomorrow at 9" and quiet hours
/// mean the same whenever the test runs.
fn noon() -> Timestamp {
    const DAY: i64 = 24 * 60 * 60;
    let now = Timestamp::now().as_second();
    let next = (now - DAY / 2).div_euclid(DAY) * DAY + DAY + DAY / 2;
    Timestamp::from_second(next).expect("a time of our days")
}

fn on_screen(seen: &Seen) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for shown in &seen.shown {
        let _ = writeln!(
            out,
            "  #{} {}",
            shown.id,
            shown.text.replace('\n', "\n     ")
        );
        for (label, _) in &shown.buttons {
            let _ = writeln!(out, "     [{label}]");
        }
        if let Some(file) = &shown.file {
            let _ = writeln!(out, "     (file {file})");
        }
    }
    for toast in &seen.toasts {
        let _ = writeln!(out, "  toast: {toast}");
    }
    out
}

fn holds(expected: &Step, seen: &Seen, all: &str, labels: &[String], taps: usize) -> bool {
    match expected {
        Step::Button(label) if label.starts_with("✅ ") => labels.contains(label),
        Step::Button(label) => labels.iter().any(|l| plain(l) == label),
        Step::NoButton(label) if label.starts_with("✅ ") => !labels.contains(label),
        Step::NoButton(label) => !labels.iter().any(|l| plain(l) == label),
        Step::NoText(text) => !all.contains(text.as_str()),
        Step::Toast(text) => seen
            .toasts
            .iter()
            .any(|toast| toast.contains(text.as_str())),
        Step::File(name) => seen.shown.iter().any(|s| s.file.as_ref() == Some(name)),
        Step::Silence => seen.shown.is_empty() && seen.toasts.is_empty(),
        Step::Taps(most) => taps <= *most,
        _ => false,
    }
}
