//! Whether a message asks for a reminder, and the parts of it.

use jiff::civil::{Date, DateTime, Time};

use crate::model::{Lexicon, times::Role};

use super::{ReminderRequest, Said, found::Found, phrases::Words};

/// The most of what a reminder is about, in characters.
const LONGEST: usize = 200;
/// A message that asks for the list has no more words.
const LIST_WORDS: usize = 9;

/// A request for a reminder; none where the message is something else. `now`: what the person's clock
/// shows.
pub fn read_reminder(lexicon: &Lexicon, text: &str, now: DateTime) -> Option<ReminderRequest> {
    let words = Words::of(&lexicon.times, text);
    let asked = ask(&words)?;
    let mut found = asked.found;
    if words.role(asked.end, Role::Question).is_some() {
        return None;
    }
    let what = rest(&words, &mut found, asked.end);
    if asked.timed && found.is_empty() {
        return None;
    }
    // "I have physio on Friday, can you remind me on Thursday": what was told is what it is about.
    let what = if what.is_empty() {
        joined([tidy(&words, 0, asked.begs)])
    } else {
        what
    };
    Some(ReminderRequest {
        when: found.said(now),
        what,
    })
}

/// What to be reminded of, as an answer, with the time where it was told too: "call the doctor tomorrow
/// at 9". `now`: what the person's clock shows.
pub fn read_errand(lexicon: &Lexicon, text: &str, now: DateTime) -> ReminderRequest {
    let words = Words::of(&lexicon.times, text);
    let mut found = Found::default();
    let what = rest(&words, &mut found, 0);
    match found.said(now) {
        None => ReminderRequest {
            when: None,
            what: joined([text.trim()]),
        },
        when => ReminderRequest { when, what },
    }
}

/// A day, and the time where it was told too, as the whole of an answer: "tomorrow", "on Friday at 5 pm".
/// `now`: what the person's clock shows.
pub fn read_day(lexicon: &Lexicon, text: &str, now: DateTime) -> Option<(Date, Option<Time>)> {
    let words = Words::of(&lexicon.times, text);
    let mut found = Found::default();
    let mut at = 0;
    while at < words.len() {
        let small = [
            Role::Polite,
            Role::Filler,
            Role::Lead,
            Role::Thanks,
            Role::On,
            Role::At,
        ];
        let ends = small.into_iter().filter_map(|role| words.role(at, role));
        at = found.take(&words, at, true).or_else(|| ends.max())?;
    }
    match found.said(now).filter(|_| found.tells_a_day())? {
        Said::Once { date, time } => Some((date, time)),
        Said::After(_)
        | Said::Daily { .. }
        | Said::Weekly { .. }
        | Said::EveryDays { .. }
        | Said::Monthly { .. }
        | Said::Until { .. }
        | Said::Unable(_) => None,
    }
}

/// Takes what is said about the time from a place on, and gives the words that are left.
fn rest(words: &Words<'_>, found: &mut Found, from: usize) -> String {
    let mut told = Vec::new();
    let (mut begun, mut at) = (from, from);
    while at < words.len() {
        // "my monday meeting" is what it is about.
        let named = at > 0 && words.role(at - 1, Role::Noun) == Some(at);
        let taken = (!named).then(|| found.take(words, at, false)).flatten();
        match taken {
            Some(end) => {
                told.push((begun, at));
                (begun, at) = (end, end);
            }
            None => at += 1,
        }
    }
    told.push((begun, words.len()));
    joined(told.into_iter().map(|(from, to)| tidy(words, from, to)))
}

fn joined<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let kept = |c: &char| !c.is_control();
    parts.join(" ").chars().filter(kept).take(LONGEST).collect()
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

/// The words that ask for a reminder.
struct Asked {
    /// They are a request only beside a time.
    timed: bool,
    /// What was said of the time before them.
    found: Found,
    /// Where they begin to beg: something else was told before.
    begs: usize,
    end: usize,
}

/// Looks for the words that ask for a reminder, at the beginning or where the person begs.
fn ask(words: &Words<'_>) -> Option<Asked> {
    let found = Found::default();
    ask_from(words, 0, found.clone()).or_else(|| {
        let begs = |at: &usize| words.role(*at, Role::Begs).is_some();
        (1..words.len())
            .filter(begs)
            .find_map(|at| ask_from(words, at, found.clone()))
    })
}

/// The same, with nothing before them from a place on but politeness and times.
fn ask_from(words: &Words<'_>, begs: usize, mut found: Found) -> Option<Asked> {
    let mut at = begs;
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
                return Some(Asked {
                    timed,
                    found,
                    begs,
                    end,
                });
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
