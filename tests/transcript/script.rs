//! Reads a transcript. `tests/transcripts/README.md` explains the format.

/// One line of a transcript.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) number: usize,
    pub(crate) step: Step,
}

/// What a line does or expects.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Say(String),
    Press {
        label: String,
        old: bool,
    },
    Send {
        kind: String,
        caption: Option<String>,
    },
    Edit(String),
    Group(String),
    Forge(String),
    Block,
    Unblock,
    Pass(i64),
    Text(String),
    Button(String),
    NoText(String),
    NoButton(String),
    Toast(String),
    File(String),
    Silence,
    Taps(usize),
}

/// When a transcript begins, where that matters: `@ 2040-03-23T12:00Z`.
pub(crate) fn begin(script: &str) -> Option<Result<jiff::Timestamp, jiff::Error>> {
    let mut lines = script.lines();
    let time = lines.find_map(|line| line.trim().strip_prefix("@ "))?;
    Some(time.trim().parse())
}

/// Reads a transcript, or says what is wrong with which line.
pub(crate) fn read(script: &str) -> Result<Vec<Line>, String> {
    let mut lines = Vec::new();
    for (index, line) in script.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', '@']) {
            continue;
        }
        let step =
            step(line).ok_or_else(|| format!("line {}: {line}: not understood", index + 1))?;
        lines.push(Line {
            number: index + 1,
            step,
        });
    }
    Ok(lines)
}

fn step(line: &str) -> Option<Step> {
    if let Some(rest) = line.strip_prefix("> ") {
        return person(rest.trim());
    }
    if let Some(rest) = line.strip_prefix("~ +") {
        let (count, unit) = rest.split_at(rest.len() - 1);
        let seconds = match unit {
            "m" => 60,
            "h" => 3_600,
            "d" => 86_400,
            "w" => 7 * 86_400,
            _ => return None,
        };
        return Some(Step::Pass(count.parse::<i64>().ok()? * seconds));
    }
    if let Some(rest) = line.strip_prefix("= taps <= ") {
        return Some(Step::Taps(rest.parse().ok()?));
    }
    if line == "< (silence)" {
        return Some(Step::Silence);
    }
    if let Some(rest) = line.strip_prefix("<! ") {
        return Some(Step::Toast(rest.to_owned()));
    }
    if let Some(rest) = line.strip_prefix("<x ") {
        return Some(bracketed(rest).map_or_else(|| Step::NoText(rest.to_owned()), Step::NoButton));
    }
    if let Some(rest) = line.strip_prefix("< (file) ") {
        return Some(Step::File(rest.to_owned()));
    }
    let rest = line.strip_prefix("< ")?;
    Some(bracketed(rest).map_or_else(|| Step::Text(rest.to_owned()), Step::Button))
}

fn person(said: &str) -> Option<Step> {
    if let Some(label) = said.strip_prefix("old ").and_then(bracketed) {
        return Some(Step::Press { label, old: true });
    }
    if let Some(label) = bracketed(said) {
        return Some(Step::Press { label, old: false });
    }
    if let Some((kind, rest)) = said.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        let rest = rest.trim().to_owned();
        return Some(match kind {
            "edit" => Step::Edit(rest),
            "group" => Step::Group(rest),
            "forge" => Step::Forge(rest),
            "block" => Step::Block,
            "unblock" => Step::Unblock,
            "photo" | "sticker" | "voice" | "location" | "document" => Step::Send {
                kind: kind.to_owned(),
                caption: (!rest.is_empty()).then_some(rest),
            },
            _ => return None,
        });
    }
    Some(Step::Say(said.to_owned()))
}

fn bracketed(text: &str) -> Option<String> {
    Some(text.strip_prefix('[')?.strip_suffix(']')?.to_owned())
}
