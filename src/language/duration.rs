//! "3 weeks", "since yesterday", "a couple of days": how long ago.

use crate::model::{Band, Lexicon};

use super::time;

const HOURS_A_DAY: f64 = 24.0;

/// The band of a span of time in a normalised text.
pub(super) fn band(lexicon: &Lexicon, text: &str) -> Option<Band> {
    hours(lexicon, text).map(|hours| time::band(hours / HOURS_A_DAY))
}

/// How many days ahead a normalised text names: "in 3 days", "2 weeks", "5". Less than a day is none.
pub(super) fn days(lexicon: &Lexicon, text: &str) -> Option<u16> {
    let days = match hours(lexicon, text) {
        Some(hours) => hours / HOURS_A_DAY,
        None => number(lexicon, text)?,
    };
    (1..=365_u16).rev().find(|whole| f64::from(*whole) <= days)
}

/// The longest span named, in hours: "2-3 weeks" is three weeks.
fn hours(lexicon: &Lexicon, text: &str) -> Option<f64> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut longest: Option<f64> = None;
    for (at, word) in words.iter().enumerate() {
        let unit = lexicon
            .units
            .iter()
            .find(|(name, _)| name == word)
            .map(|(_, hours)| *hours);
        let (count, unit) = match (unit, glued(lexicon, word)) {
            (Some(unit), _) => (count_before(lexicon, &words[..at]).unwrap_or(1.0), unit),
            (None, Some(glued)) => glued,
            (None, None) => continue,
        };
        let span = count * f64::from(unit);
        longest = Some(longest.map_or(span, |other| other.max(span)));
    }
    longest
}

/// "3d", "2wks".
fn glued(lexicon: &Lexicon, word: &str) -> Option<(f64, u32)> {
    let split = word.find(|c: char| c.is_alphabetic())?;
    let (count, unit) = word.split_at(split);
    let unit = lexicon.units.iter().find(|(name, _)| name == unit)?;
    Some((count.parse().ok()?, unit.1))
}

/// The number right before a unit, over small words: "a couple of", "about 3 or 4".
fn count_before(lexicon: &Lexicon, before: &[&str]) -> Option<f64> {
    before
        .iter()
        .rev()
        .take(3)
        .filter_map(|word| number(lexicon, word))
        .reduce(f64::max)
}

/// The whole numbers that a normalised text is, in digits or words, with nothing but joining words
/// between them.
pub(super) fn wholes(lexicon: &Lexicon, text: &str) -> Option<Vec<usize>> {
    let words = text.split(' ');
    let words = words.filter(|word| !lexicon.joining.iter().any(|joining| joining == word));
    words.map(|word| whole(lexicon, word)).collect()
}

fn whole(lexicon: &Lexicon, word: &str) -> Option<usize> {
    if lexicon.roughly.iter().any(|roughly| roughly == word) {
        return None;
    }
    let named = || lexicon.numbers.iter().find(|(name, _)| name == word);
    let named = || usize::try_from(named()?.1).ok();
    word.parse().ok().or_else(named)
}

/// A number in digits or words.
pub(super) fn number(lexicon: &Lexicon, word: &str) -> Option<f64> {
    let digits = word
        .parse::<f64>()
        .ok()
        .filter(|n| n.is_finite() && (0.0..100_000.0).contains(n));
    digits.or_else(|| {
        let named = lexicon.numbers.iter().find(|(name, _)| name == word)?;
        Some(f64::from(named.1))
    })
}
