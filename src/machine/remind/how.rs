//! "How is it now?": what is known is named, and the answer read.

use crate::{
    language,
    model::{AgeGroup, Assessment, Control, Field, Level, Location, Text, keys},
    triage::{Followed, Now},
};

use super::{
    super::{
        screen::{Block, Button},
        turn::Turn,
    },
    follow_up::{FollowUpChoice, choice},
    following,
    reminder::{About, Reminder},
};

/// The answers, with their names and what their buttons say.
pub(super) const ANSWERS: [(Now, &str, &str, &str); 4] = [
    (
        Now::Gone,
        "gone",
        keys::BUTTON_NOW_GONE,
        keys::BUTTON_NOW_GONE_NAMES,
    ),
    (
        Now::Better,
        "better",
        keys::BUTTON_NOW_BETTER,
        keys::BUTTON_NOW_BETTER_NAMES,
    ),
    (
        Now::Same,
        "same",
        keys::BUTTON_NOW_SAME,
        keys::BUTTON_NOW_SAME_NAMES,
    ),
    (
        Now::Worse,
        "worse",
        keys::BUTTON_NOW_WORSE,
        keys::BUTTON_NOW_WORSE_NAMES,
    ),
];

/// What is known, then "How is it now?"
pub(super) fn question(turn: &Turn<'_>, one: &Reminder) -> Vec<Block> {
    let About::FollowUp { of, .. } = &one.about else {
        return Vec::new();
    };
    let level = of.outcome(turn.catalog, of.last).level;
    let added = match level {
        Level::Urgent => Some(keys::FOLLOW_UP_ASK_URGENT),
        Level::SeeDoctor => Some(keys::FOLLOW_UP_ASK_DOCTOR),
        Level::SelfCare | Level::Emergency => None,
    };
    let days = following::days_since(turn, of.last);
    let known = Block::Para(match of.said {
        Some(now) => told_last(of, now, days),
        None => known(of, days),
    });
    let added = added.map(|key| Block::Para(Text::new(key)));
    let how = Block::Heading(Text::new(keys::FOLLOW_UP_HOW));
    [Some(known), added, Some(how)]
        .into_iter()
        .flatten()
        .collect()
}

/// "A week ago, your eyelid had twitched for 1 to 3 days."
fn known(of: &Followed, days: i64) -> Text {
    let lasted = of.answers.get(Field::Duration);
    let lasted = lasted.names(Field::Duration).next();
    let lasted = lasted.map(|name| named("lasted", name));
    let key = match (place(of).is_some(), lasted.is_some()) {
        (true, true) => keys::FOLLOW_UP_ASK,
        (true, false) => keys::FOLLOW_UP_ASK_PLACE,
        (false, true) => keys::FOLLOW_UP_ASK_LASTED,
        (false, false) => keys::FOLLOW_UP_ASK_PLAIN,
    };
    let text = placed(of, Text::new(key), days);
    match lasted {
        Some(lasted) => text.with("lasted", lasted),
        None => text,
    }
}

/// "Yesterday, you told me that the twitch in your eyelid was better."
fn told_last(of: &Followed, now: Now, days: i64) -> Text {
    let key = if place(of).is_some() {
        keys::FOLLOW_UP_ASK_TOLD
    } else {
        keys::FOLLOW_UP_ASK_TOLD_PLAIN
    };
    let name = ANSWERS.iter().find(|(one, ..)| *one == now);
    let how = name.map_or("same", |(_, name, ..)| name);
    placed(of, Text::new(key), days).with("how", named("told", how))
}

fn named(what: &str, name: &str) -> Text {
    Text::new(format!("follow-up-{what}-{name}"))
}

/// The same with the day, and the place where one is named.
fn placed(of: &Followed, text: Text, days: i64) -> Text {
    let text = text.with("ago", Text::new(keys::FOLLOW_UP_AGO).with("days", days));
    let Some(place) = place(of) else {
        return text;
    };
    let age = of.answers.age_group();
    let age = age.and_then(|age| AgeGroup::NAMES.get(age as usize));
    text.with("place", place)
        .with("age", age.copied().unwrap_or("unknown"))
}

/// Where it twitches: one place, or two.
fn place(of: &Followed) -> Option<Text> {
    let answers = &of.answers;
    let places = answers.get(Field::Locations);
    let places = places.names(Field::Locations);
    let mut places: Vec<_> = places.map(|name| named("place", name)).collect();
    let last = places.pop();
    // More than two, or "all over" beside one, would be a list.
    match (places.pop(), last) {
        _ if !places.is_empty() => None,
        (Some(_), _) if answers.has(Location::WholeBody) => None,
        (Some(first), Some(second)) => {
            let two = Text::new(keys::FOLLOW_UP_TWO_PLACES);
            Some(two.with("first", first).with("second", second))
        }
        (_, one) => one,
    }
}

/// Its answers.
pub(super) fn buttons(one: &Reminder) -> Vec<Vec<Button>> {
    let button = |(now, _, key, _): &(Now, &str, &'static str, &str)| {
        Button::new(key, choice(FollowUpChoice::Now(one.id, *now)))
    };
    ANSWERS
        .chunks(2)
        .map(|pair| pair.iter().map(button).collect())
        .collect()
}

/// How it is now, and what else the message says.
pub(super) fn read(turn: &Turn<'_>, text: &str) -> Option<(Now, Assessment)> {
    let mut said: Vec<_> = text
        .split_inclusive([',', '.', ';', '!', '?', '\n'])
        .filter(|piece| !piece.ends_with('?'))
        .flat_map(|piece| answers_in(turn, &language::normalise(piece)))
        .collect();
    said.sort_unstable();
    said.dedup();
    // "Better but not gone" is better, "gone but it came back" is the same.
    let now = match said.as_slice() {
        [] => return None,
        [.., Now::Worse] => Now::Worse,
        [Now::Gone, .., Now::Same] => Now::Same,
        [Now::Gone, Now::Better] => Now::Better,
        [first, ..] => *first,
    };
    Some((
        now,
        language::told(&turn.catalog.lexicon, text, turn.today()),
    ))
}

/// The answers that stand in these words, each alone between "and" and "but", with or without small
/// words around it.
fn answers_in(turn: &Turn<'_>, text: &str) -> Vec<Now> {
    let words: Vec<_> = text.split(' ').collect();
    let listed = |key| -> Vec<&str> { listed(turn.catalog.words.plain(key)).collect() };
    let small = listed(keys::FOLLOW_UP_HOW_NAMES);
    let between = listed(keys::FOLLOW_UP_BETWEEN_NAMES);
    let mut found = Vec::new();
    let mut part = Part::default();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let left = words.get(at..).unwrap_or_default();
        if let Some((now, long)) = phrase(turn, left) {
            part.answer(now);
            at += long;
            continue;
        }
        if between.contains(word) {
            found.extend(std::mem::take(&mut part).said());
        } else {
            part.word(turn, word, &small);
        }
        at += 1;
    }
    found.extend(part.said());
    found
}

/// The longest name of an answer that these words begin with, and how many words it has.
fn phrase(turn: &Turn<'_>, words: &[&str]) -> Option<(Now, usize)> {
    let names = ANSWERS.iter().flat_map(|(now, _, _, names)| {
        listed(turn.catalog.words.plain(names)).map(move |name| (*now, name))
    });
    let begins = |name: &str| {
        let long = name.split(' ').count();
        let same = name.split(' ').eq(words.iter().take(long).copied());
        same.then_some(long)
    };
    names
        .filter_map(|(now, name)| Some((now, begins(name)?)))
        .max_by_key(|(_, long)| *long)
}

/// What stands between one "and" and the next.
#[derive(Default)]
struct Part {
    found: Vec<Now>,
    /// What comes next is denied.
    denies: bool,
    /// The word before was a bare "no": it denies what follows at once, "no it is worse" does not.
    no: bool,
    /// It says something else as well.
    other: bool,
}

impl Part {
    fn answer(&mut self, now: Now) {
        let denied = self.denies || self.no;
        (self.denies, self.no) = (false, false);
        match (denied, now) {
            (false, _) => self.found.push(now),
            (true, Now::Gone | Now::Better | Now::Worse) => self.found.push(Now::Same),
            (true, Now::Same) => self.other = true,
        }
    }

    fn word(&mut self, turn: &Turn<'_>, word: &str, small: &[&str]) {
        let lexicon = &turn.catalog.lexicon;
        self.no = language::control(lexicon, word) == Some(Control::No);
        let denies = !self.no && lexicon.negations.iter().any(|no| no == word);
        self.denies |= denies;
        self.other |= !self.no && !denies && !small.contains(&word);
    }

    fn said(self) -> Vec<Now> {
        if self.other { Vec::new() } else { self.found }
    }
}

/// Whether it asks for an appointment.
pub(super) fn asks_for_appointment(turn: &Turn<'_>, one: &Reminder) -> bool {
    let About::FollowUp { of, .. } = &one.about else {
        return false;
    };
    of.outcome(turn.catalog, of.last).level == Level::SeeDoctor
}

/// Whether a message says if there is an appointment, where that was asked.
pub(super) fn appointment(turn: &Turn<'_>, text: &str) -> Option<bool> {
    let first = text.split([',', '.', ';', '!', '\n']).next()?;
    let words = &turn.catalog.words;
    let first = language::normalise(first);
    let is = |key| listed(words.plain(key)).any(|name| name == first);
    let control = language::control(&turn.catalog.lexicon, &first);
    if is(keys::FOLLOW_UP_BOOKED_NAMES) || control == Some(Control::Yes) {
        return Some(true);
    }
    let not = is(keys::FOLLOW_UP_NOT_BOOKED_NAMES) || control == Some(Control::No);
    not.then_some(false)
}

fn listed(names: &str) -> impl Iterator<Item = &str> {
    names.split(',').map(str::trim)
}
