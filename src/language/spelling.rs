//! What a misspelt word was meant to be: one slip in a word of 5 to 8 letters, two in a longer one.
//!
//! Targets are found by leaving letters out (symmetric deletes), so that the time does not depend on
//! how many there are.

use std::hash::Hasher as _;

use rustc_hash::FxHasher;

use crate::model::grammar::{Deletes, Vocabulary};

/// Shorter words are taken as they are.
const MEDIUM: usize = 5;
/// From here on two slips are forgiven.
const LONG: usize = 9;
/// The shortest word that may stand glued to another.
const SHORTEST_GLUED: usize = 4;

/// How many slips a word of that many letters may have.
const fn slips(letters: usize) -> usize {
    match letters {
        0..MEDIUM => 0,
        MEDIUM..LONG => 1,
        _ => 2,
    }
}

/// The word that a misspelt one was meant to be, where that is one word alone.
pub(super) fn correct<'v>(vocabulary: &'v Vocabulary, text: &str) -> Option<&'v str> {
    if !text.is_ascii() {
        return None;
    }
    let most = slips(text.len());
    if most == 0 {
        return None;
    }
    let mut best: Option<(usize, bool, &str)> = None;
    let mut tie = false;
    each_delete(text, most, &mut |hash| {
        for target in vocabulary.deletes.numbers(hash) {
            let Some(target) = vocabulary.targets.get(target as usize) else {
                continue;
            };
            // A short word is no long one with two slips.
            let most = most.min(slips(target.len().max(MEDIUM)));
            let distance = strsim::osa_distance(text, target);
            if distance > most || distance == 0 {
                continue;
            }
            let other_start = text.as_bytes().first() != target.as_bytes().first();
            let rank = (distance, other_start);
            match best {
                Some((_, _, known)) if known == &**target => {}
                Some((d, o, _)) if (d, o) < rank => {}
                Some((d, o, known)) if (d, o) == rank => {
                    tie |= !one_word(vocabulary, known, target);
                }
                Some(_) | None => {
                    best = Some((distance, other_start, target));
                    tie = false;
                }
            }
        }
    });
    best.filter(|_| !tie).map(|(_, _, target)| target)
}

/// Whether two spellings are forms of one word, or mean the same to every pattern.
fn one_word(vocabulary: &Vocabulary, one: &str, other: &str) -> bool {
    let stemmer = rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English);
    let class = |text: &str| {
        let id = vocabulary.stems.get(stemmer.stem(text).as_ref())?;
        vocabulary.classes.get(*id as usize)
    };
    stemmer.stem(one) == stemmer.stem(other)
        || matches!((class(one), class(other)), (Some(a), Some(b)) if a == b && a.meets(b))
}

/// Two words that were typed as one.
pub(super) fn split<'t>(vocabulary: &Vocabulary, text: &'t str) -> Option<(&'t str, &'t str)> {
    if !text.is_ascii() || text.len() < 2 * SHORTEST_GLUED {
        return None;
    }
    (SHORTEST_GLUED..=text.len() - SHORTEST_GLUED)
        .map(|at| text.split_at(at))
        .find(|(first, second)| {
            let known = |word: &str| vocabulary.known.contains(word);
            known(first) && known(second)
        })
}

/// The targets by every spelling that one or two slips can be found by.
pub(super) fn deletes(targets: &[Box<str>]) -> Deletes {
    Deletes::new(|found| {
        let mut hashes = Vec::new();
        for (number, target) in (0..).zip(targets) {
            each_delete(target, slips(target.len()), &mut |hash| hashes.push(hash));
            hashes.sort_unstable();
            hashes.dedup();
            for hash in hashes.drain(..) {
                found(hash, number);
            }
        }
    })
}

/// Calls with the hash of the word itself and of the word with up to `most` letters left out. What stands
/// before a letter that is left out is hashed once.
fn each_delete(text: &str, most: usize, found: &mut impl FnMut(u64)) {
    let bytes = text.as_bytes();
    let rest = |from: usize| bytes.get(from..).unwrap_or_default();
    let mut before = FxHasher::default();
    found(hash(&before, bytes));
    for (first, byte) in bytes.iter().enumerate() {
        if most > 0 {
            found(hash(&before, rest(first + 1)));
        }
        if most > 1 {
            let mut between = before.clone();
            for (second, byte) in bytes.iter().enumerate().skip(first + 1) {
                found(hash(&between, rest(second + 1)));
                between.write_u8(*byte);
            }
        }
        before.write_u8(*byte);
    }
}

fn hash(before: &FxHasher, rest: &[u8]) -> u64 {
    let mut hasher = before.clone();
    for byte in rest {
        hasher.write_u8(*byte);
    }
    // The upper bits are the well-mixed ones.
    hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32
}
