//! How much caffeine a day the message tells of, in mg, from the drinks that it names.

use crate::model::grammar::Classes;

use super::{
    scene::Scene,
    time::Tense,
    words::{Word, Words},
};

/// How many words before a drink its count may stand: "5 large cups of strong coffee".
const COUNT_REACH: usize = 5;
/// The most of one drink that is believed.
const MOST_DRINKS: f64 = 60.0;

/// The mg of caffeine a day, summed over drinks that the message says it is about every day.
/// `stands` says whether a place in the message is told as being so.
pub(super) fn milligrams(scene: &Scene<'_>, stands: impl Fn(usize) -> bool) -> f64 {
    let words = scene.words;
    if !words.list.iter().any(|word| word.drink.is_some()) {
        return 0.0;
    }
    let daily = daily(scene);
    let daily = |sentence: u16| daily.get(usize::from(sentence)).is_some_and(|daily| *daily);
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

/// Of each sentence, whether it tells of a day.
fn daily(scene: &Scene<'_>) -> Vec<bool> {
    let words = &scene.words.list;
    let mut daily = vec![
        false;
        words
            .last()
            .map_or(0, |word| usize::from(word.sentence) + 1)
    ];
    let mut mark = |word: Option<&Word>| {
        let of = word.and_then(|word| daily.get_mut(usize::from(word.sentence)));
        if let Some(daily) = of {
            *daily = true;
        }
    };
    for span in scene.spans() {
        let per_day = span.tense == Tense::Per && (0.9..1.1).contains(&span.most_days);
        let today = span.tense == Tense::Ago && span.most_days < 1.0;
        if per_day || today {
            mark(words.get(span.from));
        }
    }
    let mut class = Classes::NONE;
    let names = &scene.grammar.vocabulary.class_names;
    if let Some(number) = names.get("daily") {
        class.add(*number as usize);
    }
    words
        .iter()
        .filter(|word| word.classes.meets(&class))
        .for_each(|word| mark(Some(word)));
    daily
}
