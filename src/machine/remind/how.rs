//! "How is it now?": what is known is named, and the answer read.

use crate::{
    language,
    model::{AgeGroup, Assessment, Field, Level, Location, Text, keys},
    triage::{Followed, Now},
};

use super::{
    super::{
        screen::{Block, Button},
        turn::Turn,
    },
    agenda::{About, Reminder},
    follow_up::{FollowUpChoice, choice},
    following,
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
    let known = Block::Para(known(of, following::days_since(turn, of.checked)));
    let added = added.map(|key| Block::Para(Text::new(key)));
    let how = Block::Heading(Text::new(keys::FOLLOW_UP_HOW));
    [Some(known), added, Some(how)]
        .into_iter()
        .flatten()
        .collect()
}

/// "A week ago, your eyelid had twitched for 1 to 3 days."
fn known(of: &Followed, days: i64) -> Text {
    let answers = &of.answers;
    let places = answers.get(Field::Locations);
    let named = |what: &str, name: &str| Text::new(format!("follow-up-{what}-{name}"));
    let mut places: Vec<_> = places
        .names(Field::Locations)
        .map(|name| named("place", name))
        .collect();
    let last = places.pop();
    // More than two, or "all over" beside one, would be a list.
    let place = match (places.pop(), last) {
        _ if !places.is_empty() => None,
        (Some(_), _) if answers.has(Location::WholeBody) => None,
        (Some(first), Some(second)) => {
            let two = Text::new(keys::FOLLOW_UP_TWO_PLACES);
            Some(two.with("first", first).with("second", second))
        }
        (_, one) => one,
    };
    let lasted = answers
        .get(Field::Duration)
        .names(Field::Duration)
        .next()
        .map(|name| named("lasted", name));
    let ago = Text::new(keys::FOLLOW_UP_AGO).with("days", days);
    let Some(place) = place else {
        return Text::new(keys::FOLLOW_UP_ASK_PLAIN).with("ago", ago);
    };
    let age = answers
        .age_group()
        .and_then(|age| AgeGroup::NAMES.get(age as usize))
        .copied();
    let text = match lasted {
        Some(lasted) => Text::new(keys::FOLLOW_UP_ASK).with("lasted", lasted),
        None => Text::new(keys::FOLLOW_UP_ASK_PLACE),
    };
    text.with("ago", ago)
        .with("place", place)
        .with("age", age.unwrap_or("unknown"))
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
    let first = text.split([',', '.', ';', '!', '\n']).next()?;
    let now = read_now(turn, first)?;
    Some((
        now,
        language::told(&turn.catalog.lexicon, text, turn.today()),
    ))
}

/// The answer that these words are, with or without small words around them.
fn read_now(turn: &Turn<'_>, text: &str) -> Option<Now> {
    let words = &turn.catalog.words;
    let text = language::normalise(text);
    let small: Vec<_> = listed(words.plain(keys::FOLLOW_UP_HOW_NAMES)).collect();
    let left: Vec<_> = text.split(' ').collect();
    let first = left.iter().position(|word| !small.contains(word))?;
    let last = left.iter().rposition(|word| !small.contains(word))?;
    let core = left.get(first..=last)?.join(" ");
    let is = |names: &str| listed(names).any(|name| name == text || name == core);
    let mut answers = ANSWERS.iter();
    answers
        .find(|(_, _, _, names)| is(words.plain(names)))
        .map(|(now, ..)| *now)
}

fn listed(names: &str) -> impl Iterator<Item = &str> {
    names.split(',').map(str::trim)
}
