//! Learns the weights of [`Appraisal`](crate::model::appraisal::Appraisal) from messages of which it is
//! known what they are for.
//!
//! Multinomial logistic regression with a penalty on large weights, by `AdaGrad` in a fixed order: the
//! same messages give the same weights.

use std::{collections::BTreeMap, fmt::Write as _};

use jiff::civil::Date;

use crate::model::{
    Choices, Field, Lexicon,
    appraisal::{self, UNIT, softmax},
};

use super::{
    appraise::INTENTS,
    features::{self, Names},
    message::Message,
    understand::{FirstReading, Intent},
};

/// How often all messages are gone through.
const ROUNDS: usize = 30;
/// The first step's length.
const STEP: f32 = 0.3;
/// What is taken off large weights, for each message.
const PENALTY: f32 = 5e-5;
/// A feature of fewer messages says nothing.
const FEWEST: usize = 2;
/// To miss danger or a crisis is so much worse than any other mistake.
const DANGER_COUNTS: f32 = 1.5;
/// Hundredths: weights nearer to nothing are left out.
const SMALLEST: i16 = 15;
/// Steps over the messages, so that neighbours in the file are none in the order of learning. A prime.
const STRIDE: usize = 7_919;

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

/// Learns from messages; the result is what `en/appraisal.tsv` holds.
pub fn learn(lexicon: &Lexicon, lessons: &[Lesson]) -> String {
    let mut intents = Task::<{ appraisal::INTENTS }>::default();
    let mut signs = Task::<{ appraisal::SIGNS }>::default();
    for lesson in lessons {
        let message = Message::read(&lexicon.grammar, &lesson.text, Date::ZERO);
        let scene = message.scene();
        let first = FirstReading::of(lexicon, &scene);
        let mut names = Names::default();
        features::of_message(&first.read(&scene), &mut names);
        let class = INTENTS.iter().position(|intent| *intent == lesson.intent);
        let danger = matches!(lesson.intent, Intent::Emergency | Intent::Crisis);
        let counts = if danger { DANGER_COUNTS } else { 1.0 };
        intents.take(names, class.unwrap_or(INTENTS.len() - 1), counts);
        for sign in lesson.signs.indexes().map(usize::from) {
            if sign < appraisal::SIGNS {
                let mut names = Names::default();
                features::of_words(&scene, &mut names);
                signs.take(names, sign, 1.0);
            }
        }
    }
    let mut out = String::new();
    heading(&mut out, "intent", INTENTS.map(Intent::name).into_iter());
    intents.write(&mut out);
    let names = Field::DangerSigns.values().iter().take(appraisal::SIGNS);
    heading(&mut out, "sign", names.copied());
    signs.write(&mut out);
    out
}

fn heading<'n>(out: &mut String, what: &str, names: impl Iterator<Item = &'n str>) {
    out.push('[');
    out.push_str(what);
    out.push(']');
    for name in names {
        out.push('\t');
        out.push_str(name);
    }
    out.push('\n');
}

/// Messages to be told apart, each with what stands in it and its class.
struct Task<const CLASSES: usize> {
    known: BTreeMap<String, usize>,
    messages: Vec<(Vec<usize>, usize, f32)>,
}

impl<const CLASSES: usize> Default for Task<CLASSES> {
    fn default() -> Self {
        Self {
            known: BTreeMap::new(),
            messages: Vec::new(),
        }
    }
}

impl<const CLASSES: usize> Task<CLASSES> {
    fn take(&mut self, Names(mut names): Names, class: usize, counts: f32) {
        names.sort_unstable();
        names.dedup();
        let number = |name| {
            let next = self.known.len();
            *self.known.entry(name).or_insert(next)
        };
        let features = names.into_iter().map(number).collect();
        self.messages.push((features, class, counts));
    }

    /// The weights of each feature; none of those that too few messages have.
    fn weights(&self) -> Vec<[f32; CLASSES]> {
        let mut having = vec![0_usize; self.known.len()];
        for feature in self.messages.iter().flat_map(|(features, ..)| features) {
            having[*feature] += 1;
        }
        let mut weights = vec![[0.0_f32; CLASSES]; self.known.len()];
        let mut gone = vec![[1e-6_f32; CLASSES]; self.known.len()];
        let count = self.messages.len();
        for turn in 0..ROUNDS * count {
            let (features, class, counts) = &self.messages[turn * STRIDE % count];
            let features = || features.iter().copied().filter(|f| having[*f] >= FEWEST);
            let mut scores = [0.0_f32; CLASSES];
            for feature in features() {
                for (score, weight) in scores.iter_mut().zip(&weights[feature]) {
                    *score += weight;
                }
            }
            let mut wrong = softmax(scores);
            wrong[*class] -= 1.0;
            for feature in features() {
                let rows = weights[feature].iter_mut().zip(&mut gone[feature]);
                for ((weight, gone), wrong) in rows.zip(wrong) {
                    let slope =
                        counts * wrong + PENALTY * *weight * per_message(count, having[feature]);
                    *gone += slope * slope;
                    *weight -= STEP * slope / gone.sqrt();
                }
            }
        }
        weights
    }

    fn write(&self, out: &mut String) {
        if self.messages.is_empty() {
            return;
        }
        let weights = self.weights();
        for (name, number) in &self.known {
            let row = weights[*number].map(hundredths);
            if row.iter().any(|weight| weight.abs() >= SMALLEST) {
                out.push_str(name);
                for weight in row {
                    // Writing to a string does not fail.
                    let _ = write!(out, "\t{weight}");
                }
                out.push('\n');
            }
        }
    }
}

/// A feature is met in few messages: each time it is, it makes up for those without it.
#[expect(
    clippy::cast_precision_loss,
    reason = "there are some thousand messages"
)]
fn per_message(messages: usize, having: usize) -> f32 {
    messages as f32 / having as f32
}

#[expect(clippy::cast_possible_truncation, reason = "it is clamped")]
fn hundredths(weight: f32) -> i16 {
    (weight / UNIT).round().clamp(-3_000.0, 3_000.0) as i16
}
