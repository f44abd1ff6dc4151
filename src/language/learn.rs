//! Learns [`Appraisal`](crate::model::appraisal::Appraisal) from messages of which it is known what they
//! are for.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{
    Choices, Lexicon,
    appraisal::{Appraisal, Features},
};

use super::{
    appraise::INTENTS,
    features::{self, Names, feature},
    message::Message,
    network::{Example, Network},
    understand::{FirstReading, Intent},
};

/// A feature of fewer messages says nothing.
const FEWEST: u32 = 4;
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
    let names: Vec<Vec<String>> = lessons.iter().map(|l| names(lexicon, l)).collect();
    let known = known(&names);
    let examples: Vec<Example> = lessons
        .iter()
        .zip(&names)
        .map(|(lesson, names)| Example {
            features: names.iter().filter_map(|n| known.get(n)).copied().collect(),
            intent: class(lesson.intent),
            signs: lesson.signs,
        })
        .collect();
    let network = Network::learn(known.len(), &examples);
    appraisal(&network, known.keys().copied())
}

/// What stands in a message, each once.
fn names(lexicon: &Lexicon, lesson: &Lesson) -> Vec<String> {
    let message = Message::read(&lexicon.grammar, &lesson.text, Date::ZERO);
    let scene = message.scene();
    let first = FirstReading::of(lexicon, &scene);
    let mut found = Names::default();
    features::of_message(&first.read(&scene), &mut found);
    let Names(mut names) = found;
    names.sort_unstable();
    names.dedup();
    names
}

/// The features of enough messages, numbered in the order of their names.
fn known(names: &[Vec<String>]) -> BTreeMap<&String, usize> {
    let mut having: BTreeMap<&String, u32> = BTreeMap::new();
    for name in names.iter().flatten() {
        *having.entry(name).or_default() += 1;
    }
    having.retain(|_, messages| *messages >= FEWEST);
    having.into_keys().zip(0..).collect()
}

fn class(intent: Intent) -> usize {
    let class = INTENTS.iter().position(|of| *of == intent);
    class.unwrap_or(INTENTS.len() - 1)
}

fn appraisal<'n>(network: &Network, names: impl Iterator<Item = &'n String>) -> Appraisal {
    let unit = unit(network);
    let rows = names.zip(network.rows());
    let rows = rows.map(|(name, row)| (feature(name), row.map(|weight| small(weight, unit))));
    Appraisal {
        features: Features::new(unit, rows),
        bias: *network.bias(),
        intents: network.intents(),
        signs: network.signs(),
    }
}

/// How much one of the small numbers is, so that nearly every weight is within them.
fn unit(network: &Network) -> f32 {
    let mut sizes: Vec<f32> = network.rows().flatten().map(|w| w.abs()).collect();
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
