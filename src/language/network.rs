//! Learns the network of [`Appraisal`](crate::model::appraisal::Appraisal): by gradients over small
//! batches, each weight in steps of its own (`AdaGrad`, Duchi 2011), some features left out each time
//! (dropout, Srivastava 2014). A fixed seed decides all that is random: on one machine the same examples
//! give the same network.

use std::array;

use crate::model::{
    Choices,
    appraisal::{self, HIDDEN, INTENTS, Layer, SIGNS, each_counts, sigmoid, softmax},
};

/// How often all examples are gone through.
const ROUNDS: usize = 10;
/// After so many examples a step is taken.
const BATCH: usize = 64;
/// The first step's length.
const STEP: f32 = 0.03;
/// So many of a hundred features are left out each time: it is not to lean on a single one.
const LEFT_OUT: u64 = 30;
/// The same of the hidden numbers.
const HIDDEN_LEFT_OUT: u64 = 10;
/// Weights begin at random between this and its negative: those of features near nothing, since of a rare
/// one little is learned.
const BEGIN: f32 = 0.17;
const FEATURES_BEGIN: f32 = 0.03;
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

/// A step of each of these rows, however often it was touched.
pub(super) fn step_touched(rows: &mut [Weights<HIDDEN>], touched: &mut Vec<usize>, length: f32) {
    touched.sort_unstable();
    touched.dedup();
    for row in touched.drain(..) {
        if let Some(row) = rows.get_mut(row) {
            row.step(length);
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
        let mut random = Random::default();
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

/// Weights that learn.
pub(super) struct Weights<const COUNT: usize> {
    pub(super) now: [f32; COUNT],
    /// The squares of all slopes so far.
    squares: [f32; COUNT],
    /// The slope over this batch.
    pub(super) slope: [f32; COUNT],
}

impl<const COUNT: usize> Weights<COUNT> {
    pub(super) const NOTHING: Self = Self {
        now: [0.0; COUNT],
        squares: [1e-4; COUNT],
        slope: [0.0; COUNT],
    };

    pub(super) fn at_random(random: &mut Random, most: f32) -> Self {
        Self {
            now: array::from_fn(|_| (random.share() * 2.0 - 1.0) * most),
            ..Self::NOTHING
        }
    }

    pub(super) fn step(&mut self, length: f32) {
        let all = self.now.iter_mut().zip(&mut self.squares);
        for ((now, squares), slope) in all.zip(&mut self.slope) {
            *squares += *slope * *slope;
            *now -= length * *slope / squares.sqrt();
            *slope = 0.0;
        }
    }
}

/// The scores of classes.
pub(super) struct Output<const CLASSES: usize> {
    classes: [Weights<HIDDEN>; CLASSES],
    bias: Weights<CLASSES>,
}

impl<const CLASSES: usize> Output<CLASSES> {
    pub(super) fn at_random(random: &mut Random) -> Self {
        Self {
            classes: array::from_fn(|_| Weights::at_random(random, BEGIN)),
            bias: Weights::NOTHING,
        }
    }

    pub(super) fn scores(&self, hidden: &[f32; HIDDEN]) -> [f32; CLASSES] {
        let weights = self.classes.iter().map(|class| &class.now);
        appraisal::scores(&self.bias.now, weights, hidden)
    }

    /// Takes in how wrong each score was; gives how much of it came from each hidden number.
    pub(super) fn look_at(
        &mut self,
        hidden: &[f32; HIDDEN],
        wrong: [f32; CLASSES],
    ) -> [f32; HIDDEN] {
        let mut back = [0.0; HIDDEN];
        add(&mut self.bias.slope, &wrong, 1.0);
        for (class, wrong) in self.classes.iter_mut().zip(wrong) {
            add(&mut back, &class.now, wrong);
            add(&mut class.slope, hidden, wrong);
        }
        back
    }

    pub(super) fn step(&mut self, length: f32) {
        self.bias.step(length);
        for class in &mut self.classes {
            class.step(length);
        }
    }

    pub(super) fn layer(&self) -> Layer<CLASSES> {
        let mut layer = Layer {
            bias: self.bias.now,
            ..Layer::default()
        };
        for (weights, class) in layer.weights.iter_mut().zip(&self.classes) {
            *weights = class.now;
        }
        layer
    }
}

/// What a mistake counts about a message that is for this.
pub(super) const fn counts(intent: usize) -> f32 {
    if intent < 2 { DANGER_COUNTS } else { 1.0 }
}

pub(super) fn add<const COUNT: usize>(to: &mut [f32; COUNT], numbers: &[f32; COUNT], times: f32) {
    for (to, number) in to.iter_mut().zip(numbers) {
        *to += number * times;
    }
}

/// `SplitMix64`: as random as it has to be here, and the same everywhere.
#[derive(Default)]
pub(super) struct Random(u64);

impl Random {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) const fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// From 0 to 1.
    fn share(&mut self) -> f32 {
        as_float(self.below(1 << 20)) / as_float(1 << 20)
    }

    /// Fisher and Yates.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u64 + 1);
            if let Ok(other) = usize::try_from(other) {
                items.swap(last, other);
            }
        }
    }
}

/// How much more those count that stay, where so many of a hundred are left out.
pub(super) const fn in_their_place(left_out: u64) -> f32 {
    100.0 / as_float(100 - left_out)
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
const fn as_float(number: u64) -> f32 {
    number as f32
}

/// So many rows, each weight at random between `most` and its negative.
pub(super) fn at_random(count: usize, random: &mut Random, most: f32) -> Vec<Weights<HIDDEN>> {
    let all = (0..count).map(|_| Weights::at_random(random, most));
    all.collect()
}
