//! Learns [`Sequence`](crate::model::sequence::Sequence), the second opinion, as
//! [`network`](super::network) learns the first.

use crate::model::{
    appraisal::{HIDDEN, INTENTS, softmax},
    sequence::{self, Found, WIDTHS},
};

use super::{
    network::{Learner, SEED, counts, in_their_place, teach},
    random::Random,
    weights::{Output, Weights, add, at_random, step_touched},
};

/// The first step's length.
const STEP: f32 = 0.05;
/// So many of a hundred words are taken for unknown ones each time.
const WORDS_LEFT_OUT: u64 = 10;
/// So many of a hundred numbers found are left out each time.
const FOUND_LEFT_OUT: u64 = 30;
/// Weights begin at random between this and its negative: those of windows, and what words say.
const BEGIN: f32 = 0.1;
const WORDS_BEGIN: f32 = 0.17;
/// The number of all words that are not known.
pub(super) const UNKNOWN: usize = 0;

/// A message to learn from.
pub(super) struct Example {
    /// Its words by number, in their order.
    pub(super) words: Vec<usize>,
    /// The number of what it is for.
    pub(super) intent: usize,
}

/// What was learned.
pub(super) struct Network {
    words: Vec<Weights<HIDDEN>>,
    windows: [Window; WIDTHS.len()],
}

/// One of the windows.
struct Window {
    rows: Vec<Weights<HIDDEN>>,
    bias: Weights<HIDDEN>,
    intents: Output<INTENTS>,
}

impl Network {
    /// Learns from examples with words numbered below `words`.
    pub(super) fn learn(words: usize, examples: &[Example]) -> Self {
        let mut random = Random::new(SEED);
        let mut network = Self {
            words: at_random(words, &mut random, WORDS_BEGIN),
            windows: WIDTHS.map(|width| Window {
                rows: at_random(width * HIDDEN, &mut random, BEGIN),
                bias: Weights::NOTHING,
                intents: Output::at_random(&mut random),
            }),
        };
        teach(&mut network, examples, &mut random);
        network
    }

    /// What each word says, by number.
    pub(super) fn words(&self) -> impl Iterator<Item = &[f32; HIDDEN]> + Clone {
        self.words.iter().map(|word| &word.now)
    }

    pub(super) fn windows(&self) -> [sequence::Window; WIDTHS.len()] {
        self.windows.each_ref().map(|window| sequence::Window {
            rows: window.rows.iter().map(|row| row.now).collect(),
            bias: window.bias.now,
            intents: window.intents.layer(),
        })
    }
}

impl Learner for Network {
    type Example = Example;

    fn look_at(&mut self, example: &Example, touched: &mut Vec<usize>, random: &mut Random) {
        let kept = example.words.iter().map(|word| {
            if random.below(100) < WORDS_LEFT_OUT {
                UNKNOWN
            } else {
                *word
            }
        });
        let words: Vec<usize> = kept.collect();
        let rows = words.iter().filter_map(|word| self.words.get(*word));
        let numbers: Vec<[f32; HIDDEN]> = rows.map(|row| row.now).collect();
        let kept = in_their_place(FOUND_LEFT_OUT);
        let found = self.windows.each_ref().map(|window| {
            let rows = window.rows.iter().map(|row| &row.now);
            let mut found = sequence::found(&window.bias.now, &rows, &numbers);
            for (most, at) in found.most.iter_mut().zip(&mut found.at) {
                if random.below(100) < FOUND_LEFT_OUT {
                    (*most, *at) = (0.0, 0);
                }
                *most *= kept;
            }
            found
        });
        let mut scores = [0.0; INTENTS];
        for (window, found) in self.windows.iter().zip(&found) {
            add(&mut scores, &window.intents.scores(&found.most), 1.0);
        }
        let mut wrong = softmax(scores);
        if let Some(right) = wrong.get_mut(example.intent) {
            *right -= 1.0;
        }
        let wrong = wrong.map(|wrong| wrong * counts(example.intent));
        let mut slopes = vec![[0.0; HIDDEN]; numbers.len()];
        for (window, found) in self.windows.iter_mut().zip(&found) {
            window.learn(found, &wrong, kept, &numbers, &mut slopes);
        }
        for (word, slope) in words.iter().zip(&slopes) {
            if let Some(row) = self.words.get_mut(*word) {
                add(&mut row.slope, slope, 1.0);
            }
        }
        touched.extend(words);
    }

    fn step(&mut self, touched: &mut Vec<usize>) {
        step_touched(&mut self.words, touched, STEP);
        for window in &mut self.windows {
            for row in &mut window.rows {
                row.step(STEP);
            }
            window.bias.step(STEP);
            window.intents.step(STEP);
        }
    }
}

impl Window {
    /// Takes in how wrong each score was; adds to `slopes` how much of it came from each word's numbers.
    fn learn(
        &mut self,
        found: &Found,
        wrong: &[f32; INTENTS],
        kept: f32,
        numbers: &[[f32; HIDDEN]],
        slopes: &mut [[f32; HIDDEN]],
    ) {
        let width = self.rows.len() / HIDDEN;
        let back = self.intents.look_at(&found.most, *wrong);
        for (channel, (back, end)) in back.iter().zip(found.at).enumerate() {
            // Nothing was found, or it was left out.
            if end == 0 {
                continue;
            }
            let back = back * kept;
            self.bias.slope[channel] += back;
            let end = end as usize;
            for seen in 0..width {
                let word = (end + seen).checked_sub(width);
                let word = word.and_then(|at| numbers.get(at).zip(slopes.get_mut(at)));
                let Some((numbers, slopes)) = word else {
                    continue;
                };
                let rows = self.rows.iter_mut().skip(seen * HIDDEN);
                for ((row, number), slope) in rows.zip(numbers).zip(slopes) {
                    row.slope[channel] += back * number;
                    *slope += back * row.now[channel];
                }
            }
        }
    }
}
