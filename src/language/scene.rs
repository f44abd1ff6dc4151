//! A message as its parts see each other: words, hits and times by where they stand.

use std::ops::Range;

use crate::model::grammar::{Cue, Grammar};

use super::{
    marks::{Mark, Marks},
    matching::Hit,
    time::Span,
    words::{Word, Words},
    work::Work,
};

/// A message, its hits and its times. Each look at them is counted.
pub(super) struct Scene<'m> {
    pub(super) grammar: &'m Grammar,
    pub(super) words: &'m Words,
    pub(super) work: &'m Work,
    hits: &'m [Hit],
    spans: &'m [Span],
    marks: &'m Marks,
}

impl<'m> Scene<'m> {
    pub(super) const fn new(
        grammar: &'m Grammar,
        words: &'m Words,
        (hits, spans): (&'m [Hit], &'m [Span]),
        marks: &'m Marks,
        work: &'m Work,
    ) -> Self {
        Self {
            grammar,
            words,
            work,
            hits,
            spans,
            marks,
        }
    }

    /// All hits, by where they begin.
    pub(super) fn hits(&self) -> impl Iterator<Item = &'m Hit> {
        self.work.over(self.hits.iter())
    }

    /// All times, by where they end.
    pub(super) fn spans(&self) -> impl Iterator<Item = &'m Span> {
        self.work.over(self.spans.iter())
    }

    /// The hits that begin in that range.
    pub(super) fn hits_from(&self, range: Range<usize>) -> impl Iterator<Item = &'m Hit> {
        self.work.over(from(self.hits, range).iter())
    }

    /// The cues of that kind that begin in that range.
    pub(super) fn cues_from(&self, cue: Cue, range: Range<usize>) -> impl Iterator<Item = &'m Hit> {
        self.work.over(from(self.marks.cues(cue), range).iter())
    }

    /// All cues of that kind.
    pub(super) fn cues(&self, cue: Cue) -> impl Iterator<Item = &'m Hit> {
        self.work.over(self.marks.cues(cue).iter())
    }

    /// The first denial that covers a word.
    pub(super) fn denial(&self, at: usize) -> Option<&'m Hit> {
        self.work.step();
        self.marks.denial(at)
    }

    /// The times that end in that range.
    pub(super) fn spans_to(&self, range: Range<usize>) -> impl Iterator<Item = &'m Span> {
        let begin = self.spans.partition_point(|span| span.to < range.start);
        let end = self.spans.partition_point(|span| span.to < range.end);
        self.work
            .over(self.spans.get(begin..end).unwrap_or_default().iter())
    }

    /// How far before a word a hit may begin that reaches it.
    pub(super) const fn longest(&self) -> usize {
        self.marks.longest()
    }

    /// Whether a word has that mark.
    pub(super) fn is_marked(&self, at: usize, mark: Mark) -> bool {
        self.work.step();
        self.marks.has(at, mark)
    }

    /// Whether one of the words has that mark.
    pub(super) fn any_marked(&self, mut words: Range<usize>, mark: Mark) -> bool {
        words.any(|at| self.is_marked(at, mark))
    }

    /// Whether a part of a sentence says that it has lasted for more than a week.
    pub(super) fn lasts(&self, clause: u16) -> bool {
        self.marks.lasts(clause)
    }

    /// Whether a word is of a class of [`NEEDED_CLASSES`](crate::model::grammar::NEEDED_CLASSES).
    pub(super) fn has(&self, at: usize, class: usize) -> bool {
        self.work.step();
        let word = self.words.list.get(at);
        word.is_some_and(|word| word.needed & (1 << class) != 0)
    }

    /// The number of its part of a sentence.
    pub(super) fn clause(&self, at: usize) -> Option<u16> {
        self.words.list.get(at).map(|word| word.clause)
    }

    pub(super) fn same_sentence(&self, one: usize, other: usize) -> bool {
        let sentence = |at: usize| self.words.list.get(at).map(|word| word.sentence);
        sentence(one).is_some() && sentence(one) == sentence(other)
    }

    pub(super) fn same_clause(&self, one: usize, other: usize) -> bool {
        self.clause(one).is_some() && self.clause(one) == self.clause(other)
    }

    /// The first word behind the part of a sentence that a word stands in.
    pub(super) fn end_of(&self, at: usize, group: fn(&Word) -> u16) -> usize {
        let list = &self.words.list;
        let of = list.get(at).map_or(0, group);
        list.partition_point(|word| group(word) <= of)
    }
}

fn from(hits: &[Hit], range: Range<usize>) -> &[Hit] {
    let begin = hits.partition_point(|hit| hit.from < range.start);
    let end = hits.partition_point(|hit| hit.from < range.end);
    hits.get(begin..end).unwrap_or_default()
}
