//! How much caffeine a day the message tells of, in mg, from the drinks that it names.

use crate::model::grammar::Grammar;

use super::{
    time::{Span, Tense},
    words::Words,
};

/// How many words before a drink its count may stand: "5 large cups of strong coffee".
const COUNT_REACH: usize = 5;
/// The most of one drink that is believed.
const MOST_DRINKS: f64 = 60.0;

/// The mg of caffeine a day, summed over drinks that the message says it is about every day.
/// `stands` says whether a place in the message is told as being so.
pub(super) fn milligrams(
    grammar: &Grammar,
    words: &Words,
    spans: &[Span],
    stands: impl Fn(usize) -> bool,
) -> f64 {
    let daily = |sentence: u16| {
        let of = |at: usize| {
            words
                .list
                .get(at)
                .is_some_and(|word| word.sentence == sentence)
        };
        spans.iter().any(|span| {
            let per_day = span.tense == Tense::Per && (0.9..1.1).contains(&span.most_days);
            let today = span.tense == Tense::Ago && span.most_days < 1.0;
            of(span.from) && (per_day || today)
        }) || words
            .list
            .iter()
            .any(|word| word.sentence == sentence && is_daily(grammar, word))
    };
    let mut sum = 0.0;
    let mut used = 0;
    for (at, word) in words.list.iter().enumerate() {
        let Some(milligrams) = word.drink else {
            continue;
        };
        let from = at.saturating_sub(COUNT_REACH).max(used);
        let before = words.list.get(from..at).unwrap_or(&[]);
        let counts = before.iter().enumerate().rev();
        let mut count = None;
        for (n, before) in counts {
            if before.sentence != word.sentence || before.drink.is_some() {
                break;
            }
            if let Some(number) = before.number {
                count = Some(count.map_or(number, |known: f64| known.max(number)));
            } else if count.is_some() && !is_range(words, from + n) {
                break;
            }
        }
        if let Some(count) = count.filter(|count| *count <= MOST_DRINKS || milligrams <= 1.0)
            && daily(word.sentence)
            && stands(at)
        {
            sum += count * milligrams;
            used = at + 1;
        }
    }
    sum
}

/// "4 or 5", "4 to 5".
fn is_range(words: &Words, at: usize) -> bool {
    let number = |at: usize| words.list.get(at).is_some_and(|word| word.number.is_some());
    at > 0 && number(at - 1)
}

fn is_daily(grammar: &Grammar, word: &super::words::Word) -> bool {
    let daily = grammar.vocabulary.class_names.get("daily");
    daily.is_some_and(|class| {
        let mut daily = crate::model::grammar::Classes::NONE;
        daily.add(*class as usize);
        word.classes.meets(&daily)
    })
}
