//! Lengths: what Telegram refuses, and what a person on a phone would not read.

use crate::{
    content::{draft::Draft, problem::Findings},
    model::{Field, NodeKind},
};

/// The longest message that Telegram takes, in UTF-16 units.
const MESSAGE: usize = 4096;
/// The longest data behind a button, in bytes; longest what precedes a value in it.
const CALLBACK: usize = 64;
const CALLBACK_PREFIX: &str = "zzzzzz:+";
const HABIT_PREFIX: &str = "nudge.pick.";

/// The longest text by the start of its key and its attribute, in UTF-16 units.
const LIMITS: [(&str, &str, usize); 17] = [
    ("opt-", "", 64),
    ("opt-", "long", 110),
    ("button-", "", 64),
    ("toast-", "", 200),
    ("alert-", "", 200),
    ("command-", "", 256),
    ("rule-", "", 200),
    ("advice-", "", 700),
    ("advice-", "short", 90),
    ("first-aid-", "", 450),
    ("watch-", "", 120),
    ("habit-", "name", 30),
    ("habit-", "why", 200),
    ("idea-", "", 200),
    ("topic-", "", 600),
    ("topic-", "title", 25),
    ("topic-", "more", 1600),
];

/// Every text fits where it is shown; every value fits behind a button.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for (key, text) in &draft.texts.by_key {
        let (name, attribute) = key.split_once('.').unwrap_or((key, ""));
        // Never shown: it is matched with what people type.
        if attribute == "names" {
            continue;
        }
        let limit = LIMITS
            .iter()
            .find(|(start, of, _)| name.starts_with(start) && *of == attribute);
        let limit = limit.map_or(MESSAGE, |(_, _, limit)| *limit);
        let longest = text
            .renderings
            .iter()
            .map(|text| text.encode_utf16().count())
            .max();
        if let Some(length) = longest.filter(|length| *length > limit) {
            let message = format!("`{key}` has {length} characters, {limit} at most");
            findings.problem(&text.at, message);
        }
    }
    callbacks(draft, findings);
}

fn callbacks(draft: &Draft, findings: &mut Findings) {
    let fits = |name: &str| CALLBACK_PREFIX.len() + name.len() <= CALLBACK;
    for row in &draft.habits {
        let name = format!("{HABIT_PREFIX}{}", row.item.id);
        if !fits(&name) {
            findings.problem(
                &row.at,
                format!("`{}` is too long for a button's data", row.item.id),
            );
        }
    }
    for row in &draft.nodes {
        let values = Field::values(row.item.field).iter().copied();
        let groups = match &row.item.kind {
            NodeKind::Grouped(groups) => &groups[..],
            NodeKind::One(_) | NodeKind::Many { .. } | NodeKind::Signs(_) => &[],
        };
        for name in values.chain(groups.iter().map(|group| group.id.as_str())) {
            if !fits(name) {
                findings.problem(&row.at, format!("`{name}` is too long for a button's data"));
            }
        }
    }
}
