//! `twitchwise understand`: messages in, what they say out, one a line, in order.

use std::{path::Path, process::ExitCode};

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use twitchwise::{
    language,
    machine::{Plain, said_to, write},
    model::{Assessment, Catalog},
};

use super::lines;

#[derive(Serialize)]
struct Report<'r> {
    text: &'r str,
    intent: &'r str,
    topics: Vec<&'r str>,
    assessment: &'r Assessment,
    answer: &'r str,
}

/// Reads standard input to its end; a line that can't be read becomes an error in its place.
pub(crate) fn understand(dialogues: Option<&Path>) -> anyhow::Result<ExitCode> {
    let catalog = super::catalog(dialogues)?;
    let today = language::today(Timestamp::now());
    lines::each(|line, out| understood(&catalog, today, line, out))
}

fn understood(
    catalog: &Catalog,
    today: Date,
    line: &[u8],
    out: &mut Vec<u8>,
) -> Result<(), String> {
    if line.trim_ascii().is_empty() {
        return Err("empty line: a message is expected".to_owned());
    }
    let text = message(line)?;
    let understood = language::understand(&catalog.lexicon, &text, today);
    let mut answer = Plain(String::with_capacity(1024));
    let fears = language::fears_nerve_disease(&catalog.lexicon, &text);
    let blocks = said_to(catalog, &understood, fears);
    write(&blocks, &catalog.words, &mut answer);
    let report = Report {
        text: &text,
        intent: understood.intent.name(),
        topics: understood
            .topics
            .iter()
            .map(|ranked| ranked.topic.name())
            .collect(),
        assessment: &understood.assessment,
        answer: &answer.0,
    };
    serde_json::to_writer(out, &report).map_err(|e| e.to_string())
}

/// Plain text, or a JSON string literal.
fn message(line: &[u8]) -> Result<String, String> {
    let trimmed = line.trim_ascii();
    if trimmed.len() > 1
        && trimmed.starts_with(b"\"")
        && trimmed.ends_with(b"\"")
        && let Ok(text) = serde_json::from_slice(trimmed)
    {
        return Ok(text);
    }
    String::from_utf8(line.to_vec()).map_err(|_| "not UTF-8 text".to_owned())
}
