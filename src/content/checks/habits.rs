//! Small daily nudges: each has what it shows, and no text of its own that is the bot's.

use std::collections::BTreeMap;

use crate::{
    content::{draft::Draft, problem::Findings},
    model::keys,
};

/// What fills a nudge that has ideas.
const IDEA: &str = "idea";

/// No nudge without its idea of the day, none that takes another's text.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let mut ideas = BTreeMap::new();
    for row in &draft.habits {
        let habit = &row.item;
        let key = habit.text_key();
        if keys::all().any(|(taken, _)| *taken == key) {
            let message = format!("`{key}` is already a text of the bot: choose another id");
            findings.problem(&row.at, message);
        }
        for idea in &habit.ideas {
            if let Some(other) = ideas.insert(idea, &habit.id).filter(|id| **id != habit.id) {
                let message = format!("the idea `{idea}` is one of `{other}` already");
                findings.problem(&row.at, message);
            }
        }
        let Some(text) = draft.texts.by_key.get(&key) else {
            continue;
        };
        if !habit.ideas.is_empty() && !text.variables.contains(IDEA) {
            findings.problem(&text.at, format!("`{key}` does not show its `${IDEA}`"));
        }
    }
}
