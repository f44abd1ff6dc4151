//! A typed answer to a question that is on the screen.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::model::{AgeGroup, Band, Choices, Control, CountryCode, Field, Lexicon, Value as _};

use super::{
    duration,
    message::Message,
    normal::{find_phrases, has_phrase, normalise},
    time::{self, Span, Tense},
};

/// How many words before a danger sign a denial reaches.
const DENIAL_REACH: usize = 4;
/// The most words of what only looks like a denial.
const LONGEST_ASIDE: usize = 12;
const HOURS_A_YEAR: f64 = 8_760.0;
const HOURS_OF_TWELVE_MONTHS: f64 = 8_640.0;

/// What a typed answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// The values of the question that it names.
    pub values: Choices,
    /// The button that it stands for, where it names no value.
    pub control: Option<Control>,
}

/// Reads a typed answer to a question about `field` that offers `options`; `today` is what "since
/// Tuesday" is counted from.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "ages and durations are read, every other answer is named"
)]
pub fn read_answer(
    lexicon: &Lexicon,
    field: Field,
    options: &[u8],
    typed: &str,
    today: Date,
) -> Reading {
    let text = normalise(typed);
    if let Some(value) = exact(lexicon, field, &text).filter(|value| options.contains(value)) {
        return Reading {
            values: Choices::one(value),
            control: None,
        };
    }
    if let Some(control) = whole(lexicon, &text) {
        return Reading {
            values: Choices::EMPTY,
            control: Some(control),
        };
    }
    let values = match field {
        Field::AgeGroup => age(lexicon, &text).map(|age| Choices::one(age.index())),
        Field::Duration | Field::SymptomsSince => {
            let band = duration::band(lexicon, &text);
            let band = band.or_else(|| began(lexicon, typed, today));
            band.map(|band| Choices::one(band.index()))
        }
        _ => None,
    };
    let values = values.unwrap_or_else(|| named(lexicon, field, &text));
    let values = Choices::of(values.indexes().filter(|value| options.contains(value)));
    Reading {
        values,
        control: None,
    }
}

/// How long ago a moment is that the message names: "since Tuesday", "for months". The longest.
fn began(lexicon: &Lexicon, text: &str, today: Date) -> Option<Band> {
    let message = Message::read(&lexicon.grammar, text, today);
    let began = |span: &&Span| matches!(span.tense, Tense::For | Tense::Since | Tense::Ago);
    let scene = message.scene();
    let spans = scene.spans().filter(began);
    let days = spans.map(|span| span.most_days).reduce(f64::max)?;
    Some(time::band(days))
}

/// Whether the whole message is a name of one of these options.
pub fn names_option(lexicon: &Lexicon, field: Field, options: &[u8], text: &str) -> bool {
    exact(lexicon, field, &normalise(text)).is_some_and(|value| options.contains(&value))
}

/// The control word that the whole message is.
pub fn control(lexicon: &Lexicon, text: &str) -> Option<Control> {
    whole(lexicon, &normalise(text))
}

fn whole(lexicon: &Lexicon, text: &str) -> Option<Control> {
    let found = lexicon
        .controls
        .iter()
        .find(|(_, words)| words.iter().any(|word| word == text));
    found.map(|(control, _)| *control)
}

/// The country that the whole message names.
pub fn read_country(lexicon: &Lexicon, text: &str) -> Option<CountryCode> {
    let text = normalise(text);
    let found = lexicon
        .countries
        .iter()
        .find(|(_, names)| names.contains(&text));
    found.map(|(code, _)| code.clone())
}

/// The value whose name the whole message is.
fn exact(lexicon: &Lexicon, field: Field, text: &str) -> Option<u8> {
    let mut of_field = lexicon
        .options
        .iter()
        .filter(|option| option.field == field);
    of_field
        .find(|option| option.names.iter().any(|name| name == text))
        .map(|option| option.value)
}

/// Every value that the message names and does not deny. A name within a longer one does not count:
/// "the back of my neck" is the neck.
fn named(lexicon: &Lexicon, field: Field, text: &str) -> Choices {
    let of_field = lexicon
        .options
        .iter()
        .filter(|option| option.field == field && !field.stands_alone(option.value));
    let mut found: Vec<(usize, usize, u8)> = Vec::new();
    for option in of_field {
        for name in &option.names {
            let places = find_phrases(text, name);
            found.extend(places.map(|at| (at, at + name.len(), option.value)));
        }
    }
    // The longest that begins at a place comes first, so that each lies within one before it or in none.
    found.sort_unstable_by_key(|(from, to, _)| (*from, Reverse(*to)));
    let mut longest = (0, 0);
    let mut values = Choices::EMPTY;
    for (from, to, value) in found {
        let within = to <= longest.1 && (from, to) != longest;
        if to > longest.1 {
            longest = (from, to);
        }
        if !within && !denied_before(lexicon, field, text[..from].trim_end()) {
            values = values.with(value);
        }
    }
    values
}

/// Whether what stands right before a name denies it: "no fever", "I don't have any pain". A danger sign
/// is denied from further off: "I don't think that I have …".
fn denied_before(lexicon: &Lexicon, field: Field, before: &str) -> bool {
    if field == Field::DangerSigns {
        return denies(lexicon, before);
    }
    let mut before = before;
    loop {
        if lexicon.negations.iter().any(|no| ends_with(before, no)) {
            return true;
        }
        let mut small = lexicon.small_words.iter();
        match small.find(|word| ends_with(before, word)) {
            Some(word) => before = before[..before.len() - word.len()].trim_end(),
            None => return false,
        }
    }
}

/// Whether a denial stands in the last words, not counting what only looks like one.
fn denies(lexicon: &Lexicon, before: &str) -> bool {
    let begin = before.rmatch_indices(' ').nth(DENIAL_REACH + LONGEST_ASIDE);
    let before = begin.map_or(before, |(at, _)| &before[at + 1..]);
    let ends = lexicon.asides.iter().filter_map(|aside| {
        let ends = before
            .match_indices(aside.as_str())
            .map(|(at, _)| at + aside.len());
        ends.filter(|end| matches!(before.as_bytes().get(*end), None | Some(b' ')))
            .last()
    });
    let rest = ends.max().map_or(before, |end| &before[end..]);
    let words: Vec<_> = rest.split_whitespace().collect();
    let near = words[words.len().saturating_sub(DENIAL_REACH)..].join(" ");
    lexicon.negations.iter().any(|no| has_phrase(&near, no))
}

fn ends_with(text: &str, phrase: &str) -> bool {
    text.strip_suffix(phrase)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// An age: "34", "18 months", "a year old". Under 2 is a baby, 2 to 15 a child, 16 to 64 an adult.
fn age(lexicon: &Lexicon, text: &str) -> Option<AgeGroup> {
    let words: Vec<&str> = text.split(' ').collect();
    let unit_after = |at: usize| {
        let word = words.get(at + 1)?;
        let unit = lexicon.units.iter().find(|(name, _)| name == word)?;
        Some(f64::from(unit.1))
    };
    let years = words.iter().enumerate().find_map(|(at, word)| {
        let count = duration::number(lexicon, word)?;
        match unit_after(at) {
            // Weeks and months of a baby: 24 months are two years.
            Some(hours) if hours < HOURS_A_YEAR => Some(count * hours / HOURS_OF_TWELVE_MONTHS),
            Some(hours) => Some(count * hours / HOURS_A_YEAR),
            // "an adult" is not one year old.
            None => (word.parse::<f64>().is_ok() || count > 1.0).then_some(count),
        }
    })?;
    match years {
        y if y < 2.0 => Some(AgeGroup::Baby),
        y if y < 16.0 => Some(AgeGroup::Child),
        y if y < 65.0 => Some(AgeGroup::Adult),
        y if y <= 130.0 => Some(AgeGroup::OlderAdult),
        _ => None,
    }
}
