//! A message read once: its words, its times, and every pattern in it.

use jiff::civil::Date;

use crate::model::grammar::Grammar;

use super::{
    marks::Marks,
    matching::{self, Hit},
    scene::Scene,
    time::{self, Span},
    words::{self, Words},
    work::Work,
};

pub(super) struct Message<'g> {
    pub(super) grammar: &'g Grammar,
    pub(super) words: Words,
    hits: Vec<Hit>,
    spans: Vec<Span>,
    marks: Marks,
    work: Work,
    today: Date,
}

impl<'g> Message<'g> {
    pub(super) fn read(grammar: &'g Grammar, text: &str, today: Date) -> Self {
        Self::of(grammar, words::read(grammar, text), today)
    }

    fn of(grammar: &'g Grammar, words: Words, today: Date) -> Self {
        let work = Work::default();
        let hits = matching::hits(grammar, &words, &work);
        let spans = time::spans(&words, today);
        let marks = Marks::of(&words, &hits, &spans, &work);
        Self {
            grammar,
            words,
            hits,
            spans,
            marks,
            work,
            today,
        }
    }

    /// A sentence as if it were all that was written; none where it is.
    pub(super) fn alone(&self, sentence: u16) -> Option<Self> {
        let words = self.words.sentence(sentence);
        let part = words.list.len() < self.words.list.len();
        part.then(|| Self::of(self.grammar, words, self.today))
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        let found = (self.hits.as_slice(), self.spans.as_slice());
        Scene::new(self.grammar, &self.words, found, &self.marks, &self.work)
    }

    /// So many steps were taken to read a part of it alone.
    pub(super) fn took(&self, steps: u64) {
        self.work.took(steps);
    }

    /// How many steps its reading has taken so far.
    pub(super) const fn steps(&self) -> u64 {
        self.work.steps()
    }
}
