//! Whether a message asks for a reminder, and the parts of it.

use jiff::civil::DateTime;

use crate::model::{Lexicon, times::Role};

use super::{ReminderRequest, phrases::Words, times::Found};

/// The most of what a reminder is about, in characters.
const LONGEST: usize = 200;
/// A message that asks for the list has no more words.
const LIST_WORDS: usize = 9;

/// A request for a reminder; none where the message is something else. `now`: what the person's clock
/// shows.
pub fn read_reminder(lexicon: &Lexicon, text: &str, now: DateTime) -> Option<ReminderRequest> {
    let words = Words::of(&lexicon.times, text);
    let mut found = Found::default();
    let (timed, mut at) = ask(&words, &mut found)?;
    if words.role(at, Role::Question).is_some() {
        return None;
    }
    let mut told = Vec::new();
    let mut begun = at;
    while at < words.len() {
        // "my monday meeting" is what it is about.
        let named = at > 0 && words.role(at - 1, Role::Noun) == Some(at);
        let taken = (!named).then(|| found.take(&words, at, false)).flatten();
        match taken {
            Some(end) => {
                told.push((begun, at));
                (begun, at) = (end, end);
            }
            None => at += 1,
        }
    }
    told.push((begun, words.len()));
    if timed && found.is_empty() {
        return None;
    }
    let parts = told.into_iter().map(|(from, to)| tidy(&words, from, to));
    let what = parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let what = what
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect();
    Some(ReminderRequest {
        when: found.said(now),
        what,
    })
}

/// Whether a message asks to see the reminders that there are, or to change them.
pub fn asks_for_reminders(lexicon: &Lexicon, text: &str) -> bool {
    let words = Words::of(&lexicon.times, text);
    if words.role(0, Role::ListAlone) == Some(words.len()) {
        return true;
    }
    let listed = (0..words.len()).any(|at| words.role(at, Role::List).is_some());
    let mut found = Found::default();
    listed
        && words.len() <= LIST_WORDS
        && !(0..words.len()).any(|at| found.take(&words, at, false).is_some())
}

/// Where the words that ask for a reminder end, with nothing before them but politeness and times.
/// `true`: they are a request only beside a time.
fn ask(words: &Words<'_>, found: &mut Found) -> Option<(bool, usize)> {
    let mut at = 0;
    while at < words.len() {
        for (role, timed) in [
            (Role::Ask, false),
            (Role::AskAwake, true),
            (Role::AskTimed, true),
        ] {
            if let Some(end) = words.role(at, role) {
                if role == Role::AskAwake {
                    found.in_the_morning();
                }
                return Some((timed, end));
            }
        }
        at = words
            .role(at, Role::Polite)
            .or_else(|| found.take(words, at, false))?;
    }
    None
}

/// The person's words without those that only join them to the rest.
fn tidy<'a>(words: &Words<'a>, from: usize, to: usize) -> &'a str {
    let (mut from, mut to) = (from, to);
    while from < to {
        let lead = [Role::Lead, Role::Thanks, Role::And];
        let ends = lead.into_iter().filter_map(|role| words.role(from, role));
        match ends.filter(|end| *end <= to).max() {
            Some(end) => from = end,
            None => break,
        }
    }
    while from < to {
        let ends = |role| words.role(to - 1, role) == Some(to);
        // Only before a time: "sleep in" ends as it should.
        let joins = to < words.len()
            && [Role::And, Role::At, Role::On, Role::In]
                .into_iter()
                .any(ends);
        if !joins && !ends(Role::Thanks) {
            break;
        }
        to -= 1;
    }
    words.said(from, to)
}
