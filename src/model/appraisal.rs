//! What was learned of how messages are meant: weights of what stands in them.
//!
//! Plain data; `content` reads it, `language` weighs messages with it.

use rustc_hash::FxHashMap;

/// The intents that messages are told apart by, in the order of their weights.
pub const INTENTS: usize = 5;
/// The danger signs that can be told apart: all but "not sure" and "none".
pub const SIGNS: usize = 15;
/// One in the file is so much of a weight.
pub const UNIT: f32 = 0.01;

/// What was learned from messages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Appraisal {
    /// What a message is for.
    pub intents: Weights<INTENTS>,
    /// Which danger sign a message tells of, where it tells of one.
    pub signs: Weights<SIGNS>,
}

/// Weights by feature, in hundredths, one for each class. Looked up and never walked, by a hash
/// without a seed.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights<const CLASSES: usize>(pub FxHashMap<u64, [i16; CLASSES]>);

impl<const CLASSES: usize> Default for Weights<CLASSES> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<const CLASSES: usize> Weights<CLASSES> {
    /// How probable each class is by these features; all alike where nothing was learned.
    pub fn shares(&self, features: &[u64]) -> [f32; CLASSES] {
        let mut scores = [0.0_f32; CLASSES];
        for row in features.iter().filter_map(|feature| self.0.get(feature)) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += f32::from(*weight) * UNIT;
            }
        }
        softmax(scores)
    }
}

/// Turns scores into shares that add up to one.
pub fn softmax<const CLASSES: usize>(mut scores: [f32; CLASSES]) -> [f32; CLASSES] {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    for score in &mut scores {
        *score = (*score - most).exp();
    }
    let sum: f32 = scores.iter().sum();
    scores.map(|score| score / sum)
}
