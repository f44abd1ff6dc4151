//! Learns the network of [`Appraisal`](crate::model::appraisal::Appraisal): by gradients over small
//! batches, each weight in steps of its own (`AdaGrad`, Duchi 2011), some features left out each time
//! (dropout, Srivastava 2014). A fixed seed decides all that is random: on one machine the same examples
//! give the same network.

use std::array;

use crate::model::{
    Choices,
    appraisal::{HIDDEN, INTENTS, Layer, SIGNS, each_counts, sigmoid, softmax},
};

use super::{
    random::{Random, as_float},
    weights::{Output, Weights, add, at_random, step_touched},
};

/// How often all examples are gone through.
const ROUNDS: usize = 10;
/// After so many examples a step is taken.
const BATCH: usize = 64;
/// The first step's length.
const STEP: f32 = 0.03;
/// So many of a hundred features are left out each time: it is not to lean on a single one.
const LEFT_OUT: u64 = 40;
/// The same of the hidden numbers.
const HIDDEN_LEFT_OUT: u64 = 10;
/// The weights of features begin at random between this and its negative, near nothing: of a rare one
/// little is learned.
const FEATURES_BEGIN: f32 = 0.03;
/// What all that is random begins with: of two the one with which fewer of the held-back crises were missed.
pub(super) const SEED: u64 = 1;
/// To miss danger or a crisis is so much worse than any other mistake.
const DANGER_COUNTS: f32 = 1.5;
/// What a mistake about a sign counts beside one about what a message is for.
const SIGN_COUNTS: f32 = 0.5;

/// A message to learn from.
pub(super) struct Example {
    /// The features that stand in it, each once, by number.
    pub(super) features: Vec<usize>,
    /// The number of what it is for; the first two are danger and crisis.
    pub(super) intent: usize,
    /// The signs that it tells of; none: nothing is learned of signs.
    pub(super) signs: Choices,
}

/// What learns from examples, one batch after the other.
pub(super) trait Learner {
    /// What it learns from.
    type Example;

    /// Takes in how wrong it is about an example; puts the rows that this touches behind `touched`.
    fn look_at(&mut self, example: &Self::Example, touched: &mut Vec<usize>, random: &mut Random);

    /// Takes a step against what was wrong, and empties `touched`.
    fn step(&mut self, touched: &mut Vec<usize>);
}

/// Goes through all examples again and again, each time in another order.
pub(super) fn teach<L: Learner>(learner: &mut L, examples: &[L::Example], random: &mut Random) {
    let mut order: Vec<&L::Example> = examples.iter().collect();
    let mut touched = Vec::new();
    for _ in 0..ROUNDS {
        random.shuffle(&mut order);
        for batch in order.chunks(BATCH) {
            for example in batch {
                learner.look_at(example, &mut touched, random);
            }
            learner.step(&mut touched);
        }
    }
}

/// What was learned.
pub(super) struct Network {
    rows: Vec<Weights<HIDDEN>>,
    bias: Weights<HIDDEN>,
    intents: Output<INTENTS>,
    signs: Output<SIGNS>,
}

impl Network {
    /// Learns from examples with so many features.
    pub(super) fn learn(features: usize, examples: &[Example]) -> Self {
        let mut random = Random::new(SEED);
        let mut network = Self {
            rows: at_random(features, &mut random, FEATURES_BEGIN),
            bias: Weights::NOTHING,
            intents: Output::at_random(&mut random),
            signs: Output::at_random(&mut random),
        };
        teach(&mut network, examples, &mut random);
        network
    }

    /// The row of each feature.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[f32; HIDDEN]> + Clone {
        self.rows.iter().map(|row| &row.now)
    }

    pub(super) const fn bias(&self) -> &[f32; HIDDEN] {
        &self.bias.now
    }

    pub(super) fn intents(&self) -> Layer<INTENTS> {
        self.intents.layer()
    }

    pub(super) fn signs(&self) -> Layer<SIGNS> {
        self.signs.layer()
    }
}

impl Learner for Network {
    type Example = Example;

    fn look_at(&mut self, example: &Example, touched: &mut Vec<usize>, random: &mut Random) {
        let each = each_counts(example.features.len()) * in_their_place(LEFT_OUT);
        let begin = touched.len();
        let kept = example.features.iter().copied();
        touched.extend(kept.filter(|_| random.below(100) >= LEFT_OUT));
        let features = touched.get(begin..).unwrap_or_default();
        let mut sum = self.bias.now;
        for row in features.iter().filter_map(|f| self.rows.get(*f)) {
            for (sum, weight) in sum.iter_mut().zip(row.now) {
                *sum += weight * each;
            }
        }
        let kept = sum.map(|sum| {
            if sum > 0.0 && random.below(100) >= HIDDEN_LEFT_OUT {
                in_their_place(HIDDEN_LEFT_OUT)
            } else {
                0.0
            }
        });
        let hidden: [f32; HIDDEN] = array::from_fn(|at| sum[at] * kept[at]);
        let mut wrong = softmax(self.intents.scores(&hidden));
        if let Some(right) = wrong.get_mut(example.intent) {
            *right -= 1.0;
        }
        let worse = counts(example.intent);
        let mut back = self.intents.look_at(&hidden, wrong.map(|w| w * worse));
        if !example.signs.is_empty() {
            let mut wrong = self.signs.scores(&hidden).map(sigmoid);
            for sign in example.signs.indexes() {
                if let Some(right) = wrong.get_mut(usize::from(sign)) {
                    *right -= 1.0;
                }
            }
            let by_signs = self.signs.look_at(&hidden, wrong.map(|w| w * SIGN_COUNTS));
            add(&mut back, &by_signs, 1.0);
        }
        for (back, kept) in back.iter_mut().zip(kept) {
            *back *= kept;
        }
        add(&mut self.bias.slope, &back, 1.0);
        for feature in features {
            if let Some(row) = self.rows.get_mut(*feature) {
                add(&mut row.slope, &back, each);
            }
        }
    }

    fn step(&mut self, touched: &mut Vec<usize>) {
        step_touched(&mut self.rows, touched, STEP);
        self.bias.step(STEP);
        self.intents.step(STEP);
        self.signs.step(STEP);
    }
}

/// What a mistake counts about a message that is for this.
pub(super) const fn counts(intent: usize) -> f32 {
    if intent < 2 { DANGER_COUNTS } else { 1.0 }
}

/// How much more those count that stay, where so many of a hundred are left out.
pub(super) const fn in_their_place(left_out: u64) -> f32 {
    100.0 / as_float(100 - left_out)
}
