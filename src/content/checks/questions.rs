//! Example questions: enough for each answer, each for one answer only.

use std::collections::BTreeMap;

use crate::{
    content::{
        draft::Draft,
        files::Files,
        problem::{Findings, did_you_mean},
        questions,
    },
    language::normalise,
    model::{Example, PieceId, Topic},
};

/// The fewest examples of a topic, and of an answer within it.
const FEWEST: usize = 8;
const FEWEST_WITHIN: usize = 6;

type Asked<'d> = (Topic, Option<&'d PieceId>);

/// No example twice or for nothing, no answer with too few.
pub(super) fn check(draft: &Draft, files: &Files, findings: &mut Findings) {
    once(draft, findings);
    // What could not be read may be just what is missing.
    if findings.unread("topics.toml") || findings.unread(&questions::path()) {
        return;
    }
    known(draft, findings);
    enough(draft, files, findings);
}

fn asked(example: &Example) -> Asked<'_> {
    (example.topic, example.answer.as_ref())
}

fn name((topic, answer): Asked<'_>) -> String {
    match answer {
        Some(answer) => format!("{}: {answer}", topic.name()),
        None => topic.name().to_owned(),
    }
}

fn once(draft: &Draft, findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for row in &draft.questions {
        let text = &row.item.text;
        let words = normalise(text);
        if words.is_empty() {
            findings.problem(&row.at, format!("the example “{text}” has no word"));
        } else if let Some(other) = seen.insert(words, row) {
            let (first, second) = (name(asked(&other.item)), name(asked(&row.item)));
            let message = if first == second {
                format!("the example “{text}” twice")
            } else {
                format!("the example “{text}” asks for `{first}` and for `{second}`")
            };
            let hint = format!("the other is at {}:{}", other.at.file, other.at.line);
            findings.hinted(&row.at, message, Some(hint));
        }
    }
}

fn known(draft: &Draft, findings: &mut Findings) {
    for row in &draft.questions {
        let Some(answer) = &row.item.answer else {
            continue;
        };
        let topic = row.item.topic;
        let here = draft.topics.iter().map(|row| &row.item.entry);
        let here = here.filter(|entry| entry.topic == topic);
        let ids = || here.clone().flat_map(|entry| &entry.answers);
        if !ids().any(|known| known.id == *answer) {
            let hint = did_you_mean(answer.as_str(), ids().map(|known| known.id.as_str()));
            let message = format!("`{}` has no answer `{answer}`", topic.name());
            findings.hinted(&row.at, message, hint);
        }
    }
}

fn enough(draft: &Draft, files: &Files, findings: &mut Findings) {
    let at = files.top(&questions::path());
    let mut counts: BTreeMap<Asked<'_>, usize> = BTreeMap::new();
    for row in &draft.questions {
        *counts.entry(asked(&row.item)).or_default() += 1;
    }
    for entry in draft.topics.iter().map(|row| &row.item.entry) {
        let general = (entry.topic, None, FEWEST);
        let within = entry.answers.iter();
        let within = within.map(|answer| (entry.topic, Some(&answer.id), FEWEST_WITHIN));
        for (topic, answer, fewest) in std::iter::once(general).chain(within) {
            let count = counts.get(&(topic, answer)).copied().unwrap_or(0);
            if count < fewest {
                let what = name((topic, answer));
                let message = format!("{count} examples for `{what}`, {fewest} at least");
                findings.problem(&at, message);
            }
        }
    }
}
