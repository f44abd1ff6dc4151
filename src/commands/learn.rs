//! `twitchwise learn`: from messages of which it is known what they are for to the weights that new
//! ones are read with.

use std::{fs, path::Path, process::ExitCode};

use anyhow::Context as _;
use twitchwise::{content, language};

/// Learns from the messages of a folder of content and writes what was learned beside them.
#[expect(clippy::print_stdout, reason = "a command talks to who runs it")]
pub(crate) fn learn(dir: &Path) -> anyhow::Result<ExitCode> {
    let lessons = content::lessons(dir)?;
    let lexicon = content::unlearned(dir)
        .with_context(|| format!("the content in {} is not in order", dir.display()))?;
    for [one, other] in language::contradictions(&lexicon, &lessons) {
        println!(
            "not known by heart, said to be two things: {:?} ({}) and {:?} ({})",
            one.text,
            one.intent.name(),
            other.text,
            other.intent.name()
        );
    }
    let learned = language::learn(&lexicon, &lessons);
    let path = dir.join(content::LEARNED);
    // Whole or not at all: half of it would be read as something else.
    let beside = path.with_extension("new");
    fs::write(&beside, content::written(&learned))
        .and_then(|()| fs::rename(&beside, &path))
        .with_context(|| format!("{} can't be written", path.display()))?;
    println!(
        "learned {} features from {} messages",
        learned.features.count(),
        lessons.len()
    );
    Ok(ExitCode::SUCCESS)
}
