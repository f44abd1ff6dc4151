//! Claims and their sources.

use crate::{
    content::{
        draft::Draft,
        problem::{Findings, Place, nearest},
    },
    model::{SourceKey, Topic},
};

/// The one rule that claims nothing: a key question was not answered.
const CLAIMS_NOTHING: &str = "incomplete";
/// Topics about the bot itself: nobody else can be their source.
const OWN: [Topic; 2] = [Topic::AboutBot, Topic::Privacy];

/// Every source named is known; every claim has one; none is listed for nothing.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    unknown(draft, findings);
    for row in &draft.rules {
        let rule = &row.item.rule;
        if rule.id.as_str() != CLAIMS_NOTHING {
            claim("rule", rule.id.as_str(), &rule.sources, &row.at, findings);
        }
    }
    for row in &draft.advice {
        claim(
            "advice",
            row.item.id.as_str(),
            &row.item.sources,
            &row.at,
            findings,
        );
    }
    for row in &draft.first_aid {
        claim(
            "first aid",
            row.item.id.as_str(),
            &row.item.sources,
            &row.at,
            findings,
        );
    }
    for row in &draft.watch {
        claim(
            "watch",
            row.item.id.as_str(),
            &row.item.sources,
            &row.at,
            findings,
        );
    }
    for row in draft.visit.questions.iter().chain(&draft.visit.tests) {
        claim(
            "doctor's item",
            row.item.id.as_str(),
            &row.item.sources,
            &row.at,
            findings,
        );
    }
    for row in &draft.habits {
        claim(
            "habit",
            row.item.id.as_str(),
            &row.item.sources,
            &row.at,
            findings,
        );
    }
    let claiming = |topic: Topic| !OWN.contains(&topic);
    for row in draft
        .topics
        .iter()
        .filter(|row| claiming(row.item.entry.topic))
    {
        let entry = &row.item.entry;
        let topic = entry.topic.name();
        claim("topic", topic, &entry.sources, &row.at, findings);
        for (answer, at) in entry.answers.iter().zip(&row.item.answers_at) {
            let kind = format!("`{topic}`, answer");
            claim(&kind, answer.id.as_str(), &answer.sources, at, findings);
        }
    }
}

fn claim(kind: &str, id: &str, sources: &[SourceKey], at: &Place, findings: &mut Findings) {
    if sources.is_empty() {
        findings.problem(at, format!("{kind} `{id}` has no source"));
    }
}

fn unknown(draft: &Draft, findings: &mut Findings) {
    // Where the list itself can't be read, every mention would look wrong.
    if findings.unread("sources") {
        return;
    }
    let known = || draft.sources.iter().map(|row| row.item.0.as_str());
    for (key, at) in std::mem::take(&mut findings.cited) {
        if !known().any(|source| source == key.as_str()) {
            let hint = nearest(key.as_str(), known())
                .or_else(|| Some("list it in sources.toml".to_owned()));
            findings.hinted(&at, format!("unknown source `{key}`"), hint);
        }
    }
}
