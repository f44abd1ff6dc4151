//! Names of rows: each once, and none that refers to nothing.

use std::collections::BTreeMap;

use crate::{
    content::{
        draft::{Draft, Row},
        problem::{Findings, Place, did_you_mean},
    },
    model::Trigger,
};

/// Every name once in its kind; every rule that first aid is for exists.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    once(
        "source",
        names(&draft.sources, |(key, _)| key.as_str()),
        findings,
    );
    once(
        "country",
        names(&draft.countries, |country| country.code.as_str()),
        findings,
    );
    once(
        "rule",
        names(&draft.rules, |row| row.rule.id.as_str()),
        findings,
    );
    once(
        "advice",
        names(&draft.advice, |advice| advice.id.as_str()),
        findings,
    );
    once(
        "first aid",
        names(&draft.first_aid, |aid| aid.id.as_str()),
        findings,
    );
    once(
        "watch",
        names(&draft.watch, |watch| watch.id.as_str()),
        findings,
    );
    once(
        "question",
        names(&draft.visit.questions, |item| item.id.as_str()),
        findings,
    );
    once(
        "test",
        names(&draft.visit.tests, |item| item.id.as_str()),
        findings,
    );
    once(
        "habit",
        names(&draft.habits, |habit| habit.id.as_str()),
        findings,
    );
    once(
        "question for the field",
        names(&draft.nodes, |node| node.id.as_str()),
        findings,
    );
    once(
        "topic",
        names(&draft.topics, |row| row.entry.topic.name()),
        findings,
    );
    rules_of_first_aid(draft, findings);
}

fn names<'d, T>(
    rows: &'d [Row<T>],
    name: impl Fn(&'d T) -> &'d str,
) -> impl Iterator<Item = (&'d str, &'d Place)> {
    rows.iter().map(move |row| (name(&row.item), &row.at))
}

fn once<'d>(
    kind: &str,
    names: impl Iterator<Item = (&'d str, &'d Place)>,
    findings: &mut Findings,
) {
    let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
    for (name, at) in names {
        // Rows are checked in their order of use; the later line is the one to look at.
        if let Some(other) = seen.insert(name, at) {
            let (first, second) = if (&other.file, other.line) <= (&at.file, at.line) {
                (other, at)
            } else {
                (at, other)
            };
            let message = format!("{kind} `{name}` twice");
            let hint = format!("the other is at {}:{}", first.file, first.line);
            findings.hinted(second, message, Some(hint));
        }
    }
}

fn rules_of_first_aid(draft: &Draft, findings: &mut Findings) {
    if findings.unread("rules/") {
        return;
    }
    let known = || draft.rules.iter().map(|row| row.item.rule.id.as_str());
    for row in &draft.first_aid {
        if let Trigger::Rule(id) = &row.item.trigger
            && !known().any(|rule| rule == id.as_str())
        {
            let hint = did_you_mean(id.as_str(), known());
            findings.hinted(
                &row.at,
                format!("first aid for an unknown rule `{id}`"),
                hint,
            );
        }
    }
}
