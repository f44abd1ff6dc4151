//! The quick-question topics: none missing, each leads on, each fits in one message.

use std::collections::BTreeSet;

use crate::{
    content::{
        draft::Draft,
        files::Files,
        problem::{Findings, Place},
    },
    model::{PieceId, SourceKey, Topic},
};

/// How many topics to offer next.
const RELATED: std::ops::RangeInclusive<usize> = 2..=4;
/// How many sentences answer the question asked, before the details.
const SENTENCES: std::ops::RangeInclusive<usize> = 2..=4;
/// The longest answer with its details and sources, in UTF-16 units: the rest of a message is for
/// what the chat adds.
const WHOLE: usize = 3500;

/// Every topic is there; every one leads to others; every answer is short enough.
pub(super) fn check(draft: &Draft, files: &Files, findings: &mut Findings) {
    for row in &draft.topics {
        let entry = &row.item.entry;
        related(entry.topic, &entry.related, &row.at, findings);
        whole(draft, entry.topic, None, &entry.sources, &row.at, findings);
        let mut seen = BTreeSet::new();
        for (answer, at) in entry.answers.iter().zip(&row.item.answers_at) {
            if !seen.insert(&answer.id) {
                let topic = entry.topic.name();
                findings.problem(at, format!("answer `{}` of `{topic}` twice", answer.id));
            }
            if !answer.related.is_empty() {
                related(entry.topic, &answer.related, at, findings);
            }
            let id = Some(&answer.id);
            whole(draft, entry.topic, id, &answer.sources, at, findings);
        }
    }
    // What could not be read may be just what is missing.
    if !findings.unread("topics.toml") {
        missing(draft, &files.top("topics.toml"), findings);
    }
}

fn missing(draft: &Draft, at: &Place, findings: &mut Findings) {
    let there = |topic: Topic| draft.topics.iter().any(|row| row.item.entry.topic == topic);
    for topic in Topic::ALL.iter().filter(|topic| !there(**topic)) {
        findings.problem(at, format!("the topic `{}` is missing", topic.name()));
    }
}

fn related(topic: Topic, related: &[Topic], at: &Place, findings: &mut Findings) {
    if !RELATED.contains(&related.len()) {
        let (few, many) = (RELATED.start(), RELATED.end());
        let count = related.len();
        findings.problem(
            at,
            format!("{count} related topics, {few} to {many} are shown"),
        );
    }
    for (place, other) in related.iter().enumerate() {
        if *other == topic || related[..place].contains(other) {
            let other = other.name();
            findings.problem(
                at,
                format!("related topic `{other}`: it is shown already here"),
            );
        }
    }
}

/// How many sentences a text has. "1.5 mg" is in one.
fn sentences(text: &str) -> usize {
    let words = text.split_whitespace();
    let ends = |word: &&str| word.trim_end_matches(['”', ')']).ends_with(['.', '!', '?']);
    let open = text.split_whitespace().next_back();
    words.filter(ends).count() + usize::from(open.is_some_and(|last| !ends(&last)))
}

fn whole(
    draft: &Draft,
    topic: Topic,
    answer: Option<&PieceId>,
    sources: &[SourceKey],
    at: &Place,
    findings: &mut Findings,
) {
    let key = topic.text_key(answer.map(PieceId::as_str));
    if let Some(text) = draft.texts.by_key.get(&key) {
        let counts = text.renderings.iter().map(|text| sentences(text));
        if let Some(count) = counts.clone().find(|count| !SENTENCES.contains(count)) {
            let (few, many) = (SENTENCES.start(), SENTENCES.end());
            let message = format!("`{key}` has {count} sentences, {few} to {many} answer best");
            findings.problem(&text.at, message);
        }
    }
    let units = |text: &str| text.encode_utf16().count() + 1;
    let parts = ["", ".title", ".more"].map(|part| {
        let text = draft.texts.by_key.get(&format!("{key}{part}"));
        let texts = text.into_iter().flat_map(|text| &text.renderings);
        texts.map(|text| units(text)).max().unwrap_or(0)
    });
    let cited = draft.sources.iter().filter_map(|row| {
        let (key, source) = &row.item;
        let url = source.url.as_deref().unwrap_or_default();
        sources
            .contains(key)
            .then(|| units(&source.title) + units(url))
    });
    let length = parts.iter().sum::<usize>() + cited.sum::<usize>();
    if length > WHOLE {
        let message = format!("`{key}` with details and sources has {length} characters");
        findings.hinted(at, message, Some(format!("{WHOLE} at most")));
    }
}
