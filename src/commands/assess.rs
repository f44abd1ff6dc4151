//! `twitchwise assess`: assessments in, outcomes out, one a line, in order.

use std::{path::Path, process::ExitCode};

use twitchwise::{
    machine::{Plain, whole, write},
    model::{Assessment, Catalog},
    triage,
};

use super::lines;

/// Reads standard input to its end; a line that can't be read becomes an error in its place.
pub(crate) fn assess(dialogues: Option<&Path>) -> anyhow::Result<ExitCode> {
    let catalog = super::catalog(dialogues)?;
    lines::each(|line, out| outcome(&catalog, line, out))
}

fn outcome(catalog: &Catalog, line: &[u8], out: &mut Vec<u8>) -> Result<(), String> {
    if line.trim_ascii().is_empty() {
        return Err("empty line: an assessment is expected".to_owned());
    }
    let answers: Assessment = serde_json::from_slice(line).map_err(|e| e.to_string())?;
    let outcome = triage::assess(catalog, &answers, false);
    let mut message = Plain(String::with_capacity(4096));
    write(&whole(catalog, &outcome), &catalog.words, &mut message);
    let report = triage::report(catalog, answers.id.as_deref(), &outcome, &message.0);
    serde_json::to_writer(out, &report).map_err(|e| e.to_string())
}
