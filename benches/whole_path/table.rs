//! What the rounds found, as a table: medians, ratios and whether the aims are met.
use std::fmt::Write as _;

/// What one round of one bot with one script found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Round {
    /// Updates that the bot had to handle.
    pub updates: f64,
    /// Time on a processor for each of them, in microseconds.
    pub cpu_micros: f64,
    /// Dialogues brought to their end in a second.
    pub dialogues_per_second: f64,
    /// Half of the replies came within so many milliseconds.
    pub p50_millis: f64,
    /// All but one in a hundred of the replies came within so many milliseconds.
    pub p99_millis: f64,
    /// Half of the replies came within so many milliseconds while updates arrived at random.
    pub random_p50_millis: f64,
    /// All but one in a hundred of the replies, likewise.
    pub random_p99_millis: f64,
    /// Most memory resident at one time, in bytes.
    pub peak_resident: f64,
    /// Dialogues given up because no reply came.
    pub given_up: f64,
    /// Length of a reply in characters, on average.
    pub reply_chars: f64,
}

/// The rounds of one bot with one script.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The bot's name.
    pub bot: &'static str,
    /// The script's name.
    pub script: &'static str,
    /// What each round found.
    pub rounds: Vec<Round>,
}

/// An aim: a figure of one bot may be at most, or has to be at least, so many times that of another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Aim {
    /// What is compared, in words.
    pub what: &'static str,
    /// The figure.
    pub of: fn(&Round) -> f64,
    /// Whose figure it is divided by.
    pub than: &'static str,
    /// Where the ratio has to lie.
    pub bound: Bound,
}

/// Where a ratio has to lie.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Bound {
    /// At or below this.
    AtMost(f64),
    /// At or above this.
    AtLeast(f64),
}

/// The table of `rows`, then each aim for each script of the bot named `ours`.
pub(crate) fn render(rows: &[Row], ours: &str, aims: &[Aim]) -> String {
    let mut out = String::new();
    line(&mut out, &HEAD.map(str::to_owned));
    for row in rows.iter().filter(|row| !row.rounds.is_empty()) {
        let of = |figure: fn(&Round) -> f64| median(row, figure);
        line(
            &mut out,
            &[
                row.bot.to_owned(),
                row.script.to_owned(),
                format!("{:.0}", of(|r| r.updates)),
                format!("{:.0}", of(|r| r.cpu_micros)),
                format!("{:.1}", of(|r| r.dialogues_per_second)),
                format!("{:.1}", of(|r| r.p50_millis)),
                format!("{:.1}", of(|r| r.p99_millis)),
                format!("{:.1}", of(|r| r.random_p50_millis)),
                format!("{:.1}", of(|r| r.random_p99_millis)),
                format!("{:.1}", of(|r| r.peak_resident) / 1e6),
                format!("{:.0}", of(|r| r.reply_chars)),
                format!("{:.0}", of(|r| r.given_up)),
            ],
        );
    }
    out.push('\n');
    for mine in rows
        .iter()
        .filter(|row| row.bot == ours && !row.rounds.is_empty())
    {
        for aim in aims {
            verdict(&mut out, mine, rows, aim);
        }
    }
    out
}

const HEAD: [&str; 12] = [
    "bot",
    "script",
    "updates",
    "CPU µs/upd",
    "dialog/s",
    "p50 ms",
    "p99 ms",
    "p50 rnd",
    "p99 rnd",
    "peak MB",
    "chars",
    "lost",
];

fn line(out: &mut String, cells: &[String; 12]) {
    let [bot, script, figures @ ..] = cells;
    let _ = write!(out, "{bot:<16} {script:<7}");
    for figure in figures {
        let _ = write!(out, " {figure:>10}");
    }
    out.push('\n');
}

/// One line for an aim, where the other bot has played the same script, or else one of typed lines.
fn verdict(out: &mut String, mine: &Row, rows: &[Row], aim: &Aim) {
    let others = || {
        rows.iter()
            .filter(|row| row.bot == aim.than && !row.rounds.is_empty())
    };
    let Some(theirs) = others()
        .find(|row| row.script == mine.script)
        .or_else(|| others().next())
    else {
        let _ = writeln!(
            out,
            "{}: {} of {}: not measured",
            mine.script, aim.what, aim.than
        );
        return;
    };
    let ratio = median(mine, aim.of) / median(theirs, aim.of);
    let (met, bound) = match aim.bound {
        Bound::AtMost(bound) => (ratio <= bound, format!("at most {bound}")),
        Bound::AtLeast(bound) => (ratio >= bound, format!("at least {bound}")),
    };
    let met = if met { "met" } else { "MISSED" };
    let _ = writeln!(
        out,
        "{:<7} {} {ratio:.2} times that of {} ({}): {bound}: {met}",
        mine.script, aim.what, aim.than, theirs.script,
    );
}

/// The middle one of a figure over the rounds.
fn median(row: &Row, figure: fn(&Round) -> f64) -> f64 {
    let mut all: Vec<f64> = row.rounds.iter().map(figure).collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}
