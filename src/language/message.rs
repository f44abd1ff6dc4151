//! A message read once: its words, its times, and every pattern in it.

use jiff::civil::Date;

use crate::model::grammar::Grammar;

use super::{
    context::Scene,
    matching::{self, Hit},
    time::{self, Span},
    words::{self, Words},
};

pub(super) struct Message<'g> {
    pub(super) grammar: &'g Grammar,
    pub(super) words: Words,
    hits: Vec<Hit>,
    spans: Vec<Span>,
}

impl<'g> Message<'g> {
    pub(super) fn read(grammar: &'g Grammar, text: &str, today: Date) -> Self {
        let words = words::read(grammar, text);
        let hits = matching::hits(grammar, &words);
        let spans = time::spans(grammar, &words, today);
        Self {
            grammar,
            words,
            hits,
            spans,
        }
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        Scene {
            grammar: self.grammar,
            words: &self.words,
            hits: &self.hits,
            spans: &self.spans,
        }
    }
}
