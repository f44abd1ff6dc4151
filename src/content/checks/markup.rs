//! Texts are plain: markup belongs to the code, and what opens closes.

use crate::content::{draft::Draft, problem::Findings};

const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('“', '”'), ('«', '»')];
/// What looks like HTML or Markdown.
const FOREIGN: [&str; 6] = ["<", ">", "**", "__", "`", "]("];

/// No markup, no control characters, nothing left open.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for (key, text) in &draft.texts.by_key {
        if let Some(what) = text.renderings.iter().find_map(|text| oddity(text)) {
            findings.problem(
                &text.at,
                format!("foreign or unbalanced markup in `{key}`: {what}"),
            );
        }
    }
}

fn oddity(text: &str) -> Option<String> {
    if let Some(foreign) = FOREIGN.iter().find(|foreign| text.contains(**foreign)) {
        return Some(format!("`{foreign}`"));
    }
    if let Some(control) = text.chars().find(|c| c.is_control() && *c != '\n') {
        return Some(format!(
            "the control character {}",
            control.escape_unicode()
        ));
    }
    if text.matches('"').count() % 2 == 1 {
        return Some("`\"` without its pair".to_owned());
    }
    unbalanced(text).map(|mark| format!("`{mark}` without its pair"))
}

fn unbalanced(text: &str) -> Option<char> {
    let mut open = Vec::new();
    for mark in text
        .chars()
        .filter(|c| !c.is_ascii_alphanumeric() && *c != ' ')
    {
        if PAIRS.iter().any(|(opening, _)| *opening == mark) {
            open.push(mark);
        } else if let Some((opening, _)) = PAIRS.iter().find(|(_, closing)| *closing == mark)
            && open.pop() != Some(*opening)
        {
            return Some(mark);
        }
    }
    open.pop()
}
