//! Weights that learn, each in steps of its own (`AdaGrad`, Duchi 2011).

use std::array;

use crate::model::appraisal::{self, HIDDEN, Layer};

use super::random::Random;

/// The weights of classes begin at random between this and its negative.
const BEGIN: f32 = 0.17;

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

/// So many rows, each weight at random between `most` and its negative.
pub(super) fn at_random(count: usize, random: &mut Random, most: f32) -> Vec<Weights<HIDDEN>> {
    let all = (0..count).map(|_| Weights::at_random(random, most));
    all.collect()
}

pub(super) fn add<const COUNT: usize>(to: &mut [f32; COUNT], numbers: &[f32; COUNT], times: f32) {
    for (to, number) in to.iter_mut().zip(numbers) {
        *to += number * times;
    }
}
