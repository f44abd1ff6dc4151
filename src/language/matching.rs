//! Where the patterns of the lexicon stand in a message.

use std::ops::RangeInclusive;

use crate::model::grammar::{Concept, Element, Grammar, Part};

use super::{
    words::{NO_WORD, Word, Words},
    work::Work,
};

/// How far apart the parts of a pattern may stand, in words.
const PARTS_APART: usize = 10;
/// The most hits of a message that are kept: a flood of words says no more.
const MOST_HITS: usize = 2_048;

/// A pattern that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) concept: Concept,
    /// Its first word, and the first after its last.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) pattern: u32,
    /// Which words from its first on are its own, a bit each; the others are gaps.
    pub(super) own: u64,
}

impl Hit {
    /// Whether a word is one of its own.
    pub(super) const fn owns(&self, at: usize) -> bool {
        at >= self.from && at - self.from < 64 && self.own & (1 << (at - self.from)) != 0
    }
}

/// A part of a pattern that was found.
#[derive(Debug, Clone, Copy)]
struct Found {
    part: u32,
    from: usize,
    to: usize,
    own: u64,
}

/// Every pattern in the message, by where it begins.
pub(super) fn hits(grammar: &Grammar, words: &Words, work: &Work) -> Vec<Hit> {
    let mut found: Vec<Found> = Vec::new();
    for (from, word) in words.list.iter().enumerate() {
        let by_number = if word.number.is_some() {
            grammar.begin_number.as_slice()
        } else {
            &[]
        };
        let candidates = begins(grammar, word.stem)
            .iter()
            .chain(begins(grammar, word.exact))
            .chain(by_number);
        for part in work.over(candidates) {
            let Some(elements) = grammar
                .parts
                .get(*part as usize)
                .map(|p: &Part| &p.elements)
            else {
                continue;
            };
            if let Some((to, own)) = follow((&words.list, work), elements, from, from + 1, 1) {
                let own = own | 1;
                found.push(Found {
                    part: *part,
                    from,
                    to,
                    own,
                });
            }
        }
        if found.len() >= MOST_HITS {
            break;
        }
    }
    let others = Others::of(grammar, &found);
    let mut hits: Vec<Hit> = Vec::new();
    for first in work.over(found.iter()) {
        let Some(pattern) = grammar
            .parts
            .get(first.part as usize)
            .map(|part| part.pattern)
        else {
            continue;
        };
        let Some(of) = grammar.patterns.get(pattern as usize) else {
            continue;
        };
        if of.parts.first() != Some(&first.part) {
            continue;
        }
        if let Some((from, to, own)) = complete((words, work), &others, *first, &of.parts) {
            hits.push(Hit {
                concept: of.concept,
                from,
                to,
                pattern,
                own,
            });
        }
    }
    hits.sort_by_key(|hit| (hit.from, hit.to, hit.concept));
    hits.dedup_by_key(|hit| (hit.from, hit.to, hit.concept));
    hits
}

fn begins(grammar: &Grammar, word: u32) -> &[u32] {
    if word == NO_WORD {
        return &[];
    }
    grammar.begin.get(word as usize).map_or(&[], Vec::as_slice)
}

/// What was found of patterns with several parts: by part, then by where it begins.
struct Others(Vec<Found>);

impl Others {
    fn of(grammar: &Grammar, found: &[Found]) -> Self {
        let joined = |found: &&Found| {
            let part = grammar.parts.get(found.part as usize);
            let pattern = part.and_then(|part| grammar.patterns.get(part.pattern as usize));
            pattern.is_some_and(|pattern| pattern.parts.len() > 1)
        };
        let mut others: Vec<Found> = found.iter().filter(joined).copied().collect();
        others.sort_by_key(|found| (found.part, found.from));
        Self(others)
    }

    /// Those of a part that begin in that range.
    fn near(&self, part: u32, range: RangeInclusive<usize>) -> impl Iterator<Item = &Found> {
        let begin = (part, *range.start());
        let begin = self.0.partition_point(|f| (f.part, f.from) < begin);
        let rest = self.0.get(begin..).unwrap_or_default().iter();
        rest.take_while(move |f| f.part == part && f.from <= *range.end())
    }
}

/// The reach of a pattern whose other parts stand near its first, in the same sentence.
fn complete(
    (words, work): (&Words, &Work),
    others: &Others,
    first: Found,
    parts: &[u32],
) -> Option<(usize, usize, u64)> {
    if parts.len() == 1 {
        return Some((first.from, first.to, first.own));
    }
    let sentence = words.list.get(first.from)?.sentence;
    let mut chosen = vec![first];
    let low = first.from.saturating_sub(2 * PARTS_APART);
    let high = first.to + PARTS_APART;
    for part in &parts[1..] {
        let other = work.over(others.near(*part, low..=high)).find(|f| {
            let apart = chosen.iter().all(|c| f.to <= c.from || f.from >= c.to);
            apart
                && f.to + PARTS_APART >= first.from
                && words
                    .list
                    .get(f.from)
                    .is_some_and(|w| w.sentence == sentence)
        })?;
        chosen.push(*other);
    }
    let from = chosen.iter().map(|f| f.from).min()?;
    let to = chosen.iter().map(|f| f.to).max()?;
    let own = chosen.iter().fold(0, |own, f| {
        own | f
            .own
            .checked_shl(u32::try_from(f.from - from).unwrap_or(64))
            .unwrap_or(0)
    });
    Some((from, to, own))
}

/// Where the elements from `n` on end, if they stand from `at` on, and which words are theirs.
fn follow(
    (words, work): (&[Word], &Work),
    elements: &[Element],
    from: usize,
    at: usize,
    n: usize,
) -> Option<(usize, u64)> {
    let Some(element) = elements.get(n) else {
        return Some((at, 0));
    };
    work.step();
    let sentence = words.get(from)?.sentence;
    for skipped in 0..=usize::from(element.gap) {
        let here = at + skipped;
        let Some(word) = words.get(here).filter(|word| word.sentence == sentence) else {
            break;
        };
        if fits(element, word)
            && let Some((end, own)) = follow((words, work), elements, from, here + 1, n + 1)
        {
            let bit = u32::try_from(here - from)
                .ok()
                .and_then(|by| 1_u64.checked_shl(by));
            return Some((end, own | bit.unwrap_or(0)));
        }
    }
    if element.optional {
        return follow((words, work), elements, from, at, n + 1);
    }
    None
}

fn fits(element: &Element, word: &Word) -> bool {
    element.classes.meets(&word.classes)
        || (element.number && word.number.is_some())
        || element
            .words
            .iter()
            .any(|id| *id == word.stem || *id == word.exact)
}
