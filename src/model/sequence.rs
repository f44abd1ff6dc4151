//! A second opinion of what a message is for: by its words in their order, as they are written.
//!
//! Windows of one to five words pass over the message, and of all that each finds the most counts (a
//! convolutional network, Kim 2014). It makes other mistakes than the sum over features does.

use super::appraisal::{Features, HIDDEN, INTENTS, Layer, softmax};

/// How many words each window sees.
pub const WIDTHS: [usize; 4] = [1, 2, 3, 5];
/// The word that stands for all that are not known.
pub const UNKNOWN: &str = "w:";

/// What was learned of words in their order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sequence {
    /// What each word says.
    pub words: Features,
    /// One for each of [`WIDTHS`].
    pub windows: Box<[Window; WIDTHS.len()]>,
}

/// What is looked for in so many words side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Window {
    /// For each word that it sees, the first one's numbers first: what each of them adds to what is found.
    pub rows: Vec<[f32; HIDDEN]>,
    /// What each sum begins with.
    pub bias: [f32; HIDDEN],
    /// What a message is for by what was found.
    pub intents: Layer<INTENTS>,
}

/// What a window found: of each sum the largest, never below nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Found {
    /// How large it is.
    pub most: [f32; HIDDEN],
    /// Where: one more than the place of the last word that the window saw, which may be beyond the
    /// message; 0 where all sums are below nothing.
    pub at: [u32; HIDDEN],
}

impl Sequence {
    /// How probable each intent is by these words, given by their hashes, and that of
    /// [`UNKNOWN`].
    pub fn shares(&self, words: &[u64], unknown: u64) -> [f32; INTENTS] {
        let row = |hash: &u64| self.words.row(*hash).or_else(|| self.words.row(unknown));
        let numbers = |row: &[u8]| {
            let mut numbers = [0.0; HIDDEN];
            for (number, small) in numbers.iter_mut().zip(row) {
                *number = f32::from(small.cast_signed()) * self.words.unit;
            }
            numbers
        };
        let words = words
            .iter()
            .map(|hash| row(hash).map_or([0.0; HIDDEN], numbers));
        let words: Vec<[f32; HIDDEN]> = words.collect();
        let mut scores = [0.0; INTENTS];
        for window in self.windows.iter() {
            let rows = window.rows.iter();
            let Found { most, .. } = found(&window.bias, &rows, &words);
            for (score, of) in scores.iter_mut().zip(window.intents.scores(&most)) {
                *score += of;
            }
        }
        softmax(scores)
    }
}

/// What a window with these rows finds in these words.
pub fn found<'r>(
    bias: &[f32; HIDDEN],
    rows: &(impl ExactSizeIterator<Item = &'r [f32; HIDDEN]> + Clone),
    words: &[[f32; HIDDEN]],
) -> Found {
    let width = rows.len() / HIDDEN;
    let mut found = Found::default();
    for end in 1..words.len() + width {
        let begin = end.saturating_sub(width);
        // A window that begins before the message sees nothing with its first rows.
        let unseen = width.saturating_sub(end) * HIDDEN;
        let seen = words.get(begin..end.min(words.len())).unwrap_or_default();
        let mut sums = *bias;
        for (number, row) in seen.as_flattened().iter().zip(rows.clone().skip(unseen)) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += number * weight;
            }
        }
        let place = u32::try_from(end).unwrap_or(u32::MAX);
        for ((most, at), sum) in found.most.iter_mut().zip(&mut found.at).zip(sums) {
            if sum > *most {
                *most = sum;
                *at = place;
            }
        }
    }
    found
}
