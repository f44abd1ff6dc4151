//! Learns [`Appraisal`](crate::model::appraisal::Appraisal) from messages of which it is known what they
//! are for.

use std::collections::{BTreeMap, btree_map::Entry};

use jiff::civil::Date;

use crate::model::{
    Choices, Lexicon,
    appraisal::{Appraisal, Features, HIDDEN},
    by_heart::ByHeart,
    sequence::{self, Sequence},
};

use super::{
    appraise::INTENTS,
    by_heart,
    features::{self, Names, feature},
    message::Message,
    network::{Example, Network},
    sequence as second,
    understand::{FirstReading, Intent},
};

/// A feature of fewer messages says hardly anything, and what was learned has to stay small.
const FEWEST: u32 = 6;
/// The same of three words side by side. Without a floor of their own there would be about as many of them as
/// of all others together, and a rare one says nothing that its pairs don't.
const FEWEST_WITH_THREE: u32 = 30;
/// The same of words in their order.
const FEWEST_WITH_A_WORD: u32 = 2;
/// Of so many weights one may be larger than the largest small number.
const CUT_OFF: usize = 1_000;

/// A message, and what it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// What was typed.
    pub text: String,
    /// What it is for.
    pub intent: Intent,
    /// The danger signs that it tells of.
    pub signs: Choices,
}

/// Learns from messages. On one machine the same messages and the same lexicon teach the same.
pub fn learn(lexicon: &Lexicon, lessons: &[Lesson]) -> Appraisal {
    let read: Vec<Written> = lessons.iter().map(|l| Written::of(lexicon, l)).collect();
    Appraisal {
        sequence: in_order(lessons, &read),
        by_heart: by_heart(lessons, &read),
        ..by_features(lessons, &read)
    }
}

/// Short messages that are said to be two things: of neither it is known by heart what it is for.
pub fn contradictions<'l>(lexicon: &Lexicon, lessons: &'l [Lesson]) -> Vec<[&'l Lesson; 2]> {
    let mut known: BTreeMap<u64, &Lesson> = BTreeMap::new();
    let mut found = Vec::new();
    for lesson in lessons {
        let message = Message::read(&lexicon.grammar, &lesson.text, Date::ZERO);
        let Some(whole) = by_heart::message(&message.scene()) else {
            continue;
        };
        match known.entry(whole) {
            Entry::Occupied(same) if same.get().intent != lesson.intent => {
                found.push([*same.get(), lesson]);
            }
            Entry::Occupied(_) => {}
            Entry::Vacant(new) => {
                new.insert(lesson);
            }
        }
    }
    found
}

/// What is to be learned from of a message.
struct Written {
    /// The names of its features, each once.
    features: Vec<String>,
    /// Its words in their order.
    words: Vec<String>,
    /// The whole message, where it is short enough to be known by heart.
    whole: Option<u64>,
}

impl Written {
    fn of(lexicon: &Lexicon, lesson: &Lesson) -> Self {
        let message = Message::read(&lexicon.grammar, &lesson.text, Date::ZERO);
        let scene = message.scene();
        let first = FirstReading::of(lexicon, &scene);
        let mut found = Names::default();
        features::of_message(&first.read(&scene), &mut found);
        let Names(mut features) = found;
        features.sort_unstable();
        features.dedup();
        let mut words = Names::default();
        features::in_order(&scene, &mut words);
        let Names(words) = words;
        Self {
            features,
            words,
            whole: by_heart::message(&scene),
        }
    }
}

fn by_features(lessons: &[Lesson], read: &[Written]) -> Appraisal {
    let known = known(read.iter().map(|read| &read.features), |name| {
        if name.starts_with(features::THREE) {
            FEWEST_WITH_THREE
        } else {
            FEWEST
        }
    });
    let examples: Vec<Example> = lessons
        .iter()
        .zip(read)
        .map(|(lesson, read)| Example {
            features: read
                .features
                .iter()
                .filter_map(|n| known.get(n))
                .copied()
                .collect(),
            intent: class(lesson.intent),
            signs: lesson.signs,
        })
        .collect();
    let network = Network::learn(known.len(), &examples);
    Appraisal {
        features: rows(known.into_keys().map(String::as_str), network.rows()),
        bias: *network.bias(),
        intents: network.intents(),
        signs: network.signs(),
        sequence: Sequence::default(),
        by_heart: ByHeart::default(),
    }
}

fn in_order(lessons: &[Lesson], read: &[Written]) -> Sequence {
    let known = known(read.iter().map(|read| &read.words), |_| FEWEST_WITH_A_WORD);
    // Number 0 is the unknown one.
    let number = |word: &String| known.get(word).map_or(second::UNKNOWN, |at| at + 1);
    let examples: Vec<second::Example> = lessons
        .iter()
        .zip(read)
        .map(|(lesson, read)| second::Example {
            words: read.words.iter().map(number).collect(),
            intent: class(lesson.intent),
        })
        .collect();
    let network = second::Network::learn(known.len() + 1, &examples);
    let names = known.keys().map(|name| name.as_str());
    let names = std::iter::once(sequence::UNKNOWN).chain(names);
    Sequence {
        words: rows(names, network.words()),
        windows: Box::new(network.windows()),
    }
}

fn by_heart(lessons: &[Lesson], read: &[Written]) -> ByHeart {
    let messages = lessons.iter().zip(read);
    ByHeart::new(messages.filter_map(|(lesson, read)| Some((read.whole?, class(lesson.intent)))))
}

/// The names that stand in as many messages as each needs, numbered in their order.
fn known<'n>(
    messages: impl Iterator<Item = &'n Vec<String>>,
    fewest: impl Fn(&str) -> u32,
) -> BTreeMap<&'n String, usize> {
    let mut having: BTreeMap<&String, (u32, usize)> = BTreeMap::new();
    for (message, names) in (0..).zip(messages) {
        for name in names {
            let (count, last) = having.entry(name).or_insert((0, usize::MAX));
            *count += u32::from(*last != message);
            *last = message;
        }
    }
    having.retain(|name, (messages, _)| *messages >= fewest(name));
    having.into_keys().zip(0..).collect()
}

fn class(intent: Intent) -> usize {
    let class = INTENTS.iter().position(|of| *of == intent);
    class.unwrap_or(INTENTS.len() - 1)
}

/// Rows as small numbers.
fn rows<'r>(
    names: impl Iterator<Item = &'r str>,
    rows: impl Iterator<Item = &'r [f32; HIDDEN]> + Clone,
) -> Features {
    let unit = unit(rows.clone());
    let rows = names.zip(rows);
    let rows = rows.map(|(name, row)| (feature(name), row.map(|weight| small(weight, unit))));
    Features::new(unit, rows)
}

/// How much one of the small numbers is, so that nearly every weight is within them.
fn unit<'r>(rows: impl Iterator<Item = &'r [f32; HIDDEN]>) -> f32 {
    let mut sizes: Vec<f32> = rows.flatten().map(|w| w.abs()).collect();
    sizes.sort_unstable_by(f32::total_cmp);
    let largest = sizes.len() - sizes.len() / CUT_OFF;
    let largest = sizes.get(largest.saturating_sub(1)).copied();
    largest.filter(|largest| *largest > 0.0).unwrap_or(1.0) / f32::from(i8::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "it is clamped")]
fn small(weight: f32, unit: f32) -> i8 {
    let most = f32::from(i8::MAX);
    (weight / unit).round().clamp(-most, most) as i8
}
