//! What was learned of how messages are meant: a small network over what stands in them.
//!
//! Plain data; `content` reads and writes it, `language` learns it and weighs messages with it.

use std::borrow::Cow;

use super::{by_heart::ByHeart, sequence::Sequence};

/// The intents that messages are told apart by, in the order of the weights.
pub const INTENTS: usize = 5;
/// The danger signs that can be told apart: all but "not sure" and "none".
pub const SIGNS: usize = 15;
/// What each feature says is said in so many numbers.
pub const HIDDEN: usize = 32;
/// A message's features together count as much as so many features of one that has no more: else a long
/// message would be surer of everything.
const TOGETHER: f32 = 9.0;

/// What was learned from messages.
///
/// A sum over the features of a message, cut off below nothing, and weighed once more: that a word means
/// danger beside one word and none beside another is beyond a plain sum.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Appraisal {
    /// What each feature says.
    pub features: Features,
    /// What the sum begins with.
    pub bias: [f32; HIDDEN],
    /// What a message is for.
    pub intents: Layer<INTENTS>,
    /// Which danger signs a message tells of, where it tells of one.
    pub signs: Layer<SIGNS>,
    /// What a message is for by its words in their order.
    pub sequence: Sequence,
    /// Which messages are known word for word.
    pub by_heart: ByHeart,
}

/// Rows of small numbers by feature, read where they lie: there are some hundred thousand, and most are
/// never looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Features {
    /// How much one of the small numbers is.
    pub unit: f32,
    /// First the key of each feature, in their order, then the row of each.
    bytes: Cow<'static, [u8]>,
    /// Where the keys of each of [`BUCKETS`] begin, by their first bits.
    begins: Vec<u32>,
}

const KEY: usize = size_of::<u32>();
const BUCKETS: usize = 1 << BUCKET_BITS;
const BUCKET_BITS: u32 = 14;

impl Features {
    /// Puts rows in order, each given with the hash of its feature. Of two whose keys are the same one
    /// speaks for both.
    pub fn new(unit: f32, rows: impl Iterator<Item = (u64, [i8; HIDDEN])>) -> Self {
        let mut rows: Vec<_> = rows.map(|(hash, row)| (key(hash), row)).collect();
        rows.sort_unstable();
        rows.dedup_by_key(|(key, _)| *key);
        let keys = rows.iter().flat_map(|(key, _)| key.to_le_bytes());
        let numbers = rows.iter().flat_map(|(_, row)| row.map(i8::cast_unsigned));
        let bytes: Vec<u8> = keys.chain(numbers).collect();
        Self::read(unit, bytes.into()).unwrap_or_default()
    }

    /// Takes what [`bytes`](Self::bytes) gave; none where it can't be that.
    pub fn read(unit: f32, bytes: Cow<'static, [u8]>) -> Option<Self> {
        let count = bytes.len() / (KEY + HIDDEN);
        let (keys, rows) = bytes.split_at_checked(count * KEY)?;
        let keys = keys.chunks_exact(KEY).filter_map(as_key);
        let next = keys.clone().skip(1);
        let all_rise = keys.clone().zip(next).all(|(key, next)| key < next);
        if rows.len() != count * HIDDEN || !all_rise {
            return None;
        }
        let mut begins = vec![0; BUCKETS + 1];
        for key in keys {
            *begins.get_mut(bucket_of(key) + 1)? += 1;
        }
        let mut before = 0;
        for begin in &mut begins {
            before += *begin;
            *begin = before;
        }
        Some(Self {
            unit,
            bytes,
            begins,
        })
    }

    /// All rows and their keys, to be written down.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many bytes so many features take.
    pub const fn size(count: usize) -> Option<usize> {
        count.checked_mul(KEY + HIDDEN)
    }

    /// How many features are known.
    pub fn count(&self) -> usize {
        self.bytes.len() / (KEY + HIDDEN)
    }

    /// The row of the feature with that hash.
    pub(super) fn row(&self, hash: u64) -> Option<&[u8]> {
        let key = key(hash);
        let bucket = bucket_of(key);
        let [begin, end] = *self.begins.get(bucket..bucket + 2)? else {
            return None;
        };
        let (begin, end) = (begin as usize, end as usize);
        let keys = self.bytes.get(begin * KEY..end * KEY)?.chunks_exact(KEY);
        let place = begin + keys.map(as_key).position(|known| known == Some(key))?;
        let row = self.count() * KEY + place * HIDDEN;
        self.bytes.get(row..row + HIDDEN)
    }
}

/// The upper half of a hash.
const fn key(hash: u64) -> u32 {
    (hash >> u32::BITS) as u32
}

fn as_key(bytes: &[u8]) -> Option<u32> {
    bytes.try_into().map(u32::from_le_bytes).ok()
}

const fn bucket_of(key: u32) -> usize {
    (key >> (u32::BITS - BUCKET_BITS)) as usize
}

/// Weights of what is hidden, for each class, and what its score begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer<const CLASSES: usize> {
    /// For each class, a weight for each hidden number.
    pub weights: [[f32; HIDDEN]; CLASSES],
    /// For each class.
    pub bias: [f32; CLASSES],
}

impl<const CLASSES: usize> Default for Layer<CLASSES> {
    fn default() -> Self {
        Self {
            weights: [[0.0; HIDDEN]; CLASSES],
            bias: [0.0; CLASSES],
        }
    }
}

impl<const CLASSES: usize> Layer<CLASSES> {
    /// The score of each class.
    pub fn scores(&self, hidden: &[f32; HIDDEN]) -> [f32; CLASSES] {
        scores(&self.bias, self.weights.iter(), hidden)
    }
}

/// The score of each class, by what it begins with and its weights.
pub fn scores<'w, const CLASSES: usize>(
    bias: &[f32; CLASSES],
    weights: impl Iterator<Item = &'w [f32; HIDDEN]>,
    hidden: &[f32; HIDDEN],
) -> [f32; CLASSES] {
    let mut scores = *bias;
    for (score, weights) in scores.iter_mut().zip(weights) {
        let products = weights.iter().zip(hidden).map(|(weight, h)| weight * h);
        *score += products.sum::<f32>();
    }
    scores
}

/// What a message is for and tells of, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    /// They add up to one.
    pub intents: [f32; INTENTS],
    /// Each by itself.
    pub signs: [f32; SIGNS],
}

impl Appraisal {
    /// Whether nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.features.count() == 0
    }

    /// How probable each intent and each sign is by these features, each of which is given once.
    pub fn shares(&self, features: &[u64]) -> Shares {
        let mut sum = [0_i32; HIDDEN];
        let mut known = 0_usize;
        for row in features.iter().filter_map(|f| self.features.row(*f)) {
            known += 1;
            for (sum, number) in sum.iter_mut().zip(row) {
                *sum += i32::from(number.cast_signed());
            }
        }
        let each = self.features.unit * each_counts(known);
        let mut hidden = self.bias;
        for (hidden, sum) in hidden.iter_mut().zip(sum) {
            *hidden = (*hidden + as_float(sum) * each).max(0.0);
        }
        Shares {
            intents: softmax(self.intents.scores(&hidden)),
            signs: self.signs.scores(&hidden).map(sigmoid),
        }
    }
}

/// How much each of so many features counts.
#[expect(
    clippy::cast_precision_loss,
    reason = "a message has some thousand features at most"
)]
pub fn each_counts(features: usize) -> f32 {
    (TOGETHER / features.max(1) as f32).sqrt()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a sum of some thousand small numbers"
)]
const fn as_float(sum: i32) -> f32 {
    sum as f32
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

/// Turns a score into a share.
pub fn sigmoid(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}
