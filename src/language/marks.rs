//! What stands at each word of a message, noted once: how a hit is meant is then asked of the words
//! around it, and the time grows no faster than the message.

use crate::model::{
    Field, Symptom, Value as _,
    grammar::{Concept, Cue},
};

use super::{
    matching::Hit,
    time::{Span, Tense},
    words::Words,
    work::Work,
};

/// What may cover a word, or be its own.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mark {
    /// Looks like a denial or a question, and is none.
    Aside,
    Figure,
    Asks,
    /// Danger, a value or a twitch.
    Told,
    /// Danger or crisis has the word for its own.
    SignsOwn,
    CrisisOwn,
    LyingDown,
    Background,
}

/// No cue.
const NONE: u32 = u32::MAX;

/// The marks of a message.
#[derive(Debug, Default)]
pub(super) struct Marks {
    cues: [Vec<Hit>; Cue::ALL.len()],
    /// The length of the longest hit.
    longest: usize,
    of_words: Vec<u8>,
    /// The first denial that covers each word.
    denials: Vec<u32>,
    /// Whether a part of a sentence, by its number, says that it has lasted.
    lasting: Vec<bool>,
}

impl Marks {
    pub(super) fn of(words: &Words, hits: &[Hit], spans: &[Span], work: &Work) -> Self {
        let count = words.list.len();
        let mut marks = Self {
            longest: hits.iter().map(|hit| hit.to - hit.from).max().unwrap_or(0),
            of_words: vec![0; count],
            denials: vec![NONE; count],
            ..Self::default()
        };
        for hit in work.over(hits.iter()) {
            marks.note(hit);
        }
        for hit in work.over(hits.iter()) {
            if let Concept::Cue(cue) = hit.concept {
                marks.take(cue, hit);
            }
        }
        let clauses = words
            .list
            .last()
            .map_or(0, |word| usize::from(word.clause) + 1);
        marks.lasting = vec![false; clauses];
        for span in work.over(spans.iter()) {
            let clause = words.list.get(span.from).map(|word| word.clause);
            let lasts = matches!(span.tense, Tense::For | Tense::Since) && span.least_days > 7.0;
            let known = clause.and_then(|clause| marks.lasting.get_mut(usize::from(clause)));
            if let Some(lasting) = known {
                *lasting |= lasts;
            }
        }
        marks
    }

    fn note(&mut self, hit: &Hit) {
        match hit.concept {
            Concept::Crisis => {
                self.mark(hit, Mark::SignsOwn, true);
                self.mark(hit, Mark::CrisisOwn, true);
            }
            Concept::Danger(_) => {
                self.mark(hit, Mark::SignsOwn, true);
                self.mark(hit, Mark::Told, false);
            }
            Concept::Value(field, value) => {
                self.mark(hit, Mark::Told, false);
                if field == Field::Context {
                    self.mark(hit, Mark::Background, false);
                }
                if (field, value) == (Field::Symptoms, Symptom::BreathlessLyingDown.index()) {
                    self.mark(hit, Mark::LyingDown, false);
                }
            }
            Concept::Twitch => self.mark(hit, Mark::Told, false),
            Concept::Cue(Cue::Aside) => self.mark(hit, Mark::Aside, false),
            Concept::Cue(Cue::Figure) => self.mark(hit, Mark::Figure, false),
            Concept::Cue(Cue::Asks) => self.mark(hit, Mark::Asks, false),
            Concept::Cue(_) | Concept::Topic(..) => {}
        }
    }

    fn mark(&mut self, hit: &Hit, mark: Mark, own: bool) {
        for at in (hit.from..hit.to).filter(|at| !own || hit.owns(*at)) {
            if let Some(marks) = self.of_words.get_mut(at) {
                *marks |= 1 << mark as u8;
            }
        }
    }

    fn take(&mut self, cue: Cue, hit: &Hit) {
        let may_be_aside = matches!(
            cue,
            Cue::Denial | Cue::WhatIf | Cue::Supposed | Cue::Question
        );
        if may_be_aside && self.has(hit.from, Mark::Aside) {
            return;
        }
        let Some(cues) = self.cues.get_mut(cue as usize) else {
            return;
        };
        if cue == Cue::Denial {
            let number = u32::try_from(cues.len()).unwrap_or(NONE);
            for first in self.denials.iter_mut().take(hit.to).skip(hit.from) {
                *first = number.min(*first);
            }
        }
        cues.push(*hit);
    }

    /// The cues of that kind that count, by where they begin.
    pub(super) fn cues(&self, cue: Cue) -> &[Hit] {
        self.cues.get(cue as usize).map_or(&[], Vec::as_slice)
    }

    /// The first denial that covers a word.
    pub(super) fn denial(&self, at: usize) -> Option<&Hit> {
        let number = self.denials.get(at)?;
        self.cues(Cue::Denial).get(*number as usize)
    }

    pub(super) const fn longest(&self) -> usize {
        self.longest
    }

    pub(super) fn has(&self, at: usize, mark: Mark) -> bool {
        let marks = self.of_words.get(at);
        marks.is_some_and(|marks| marks & (1 << mark as u8) != 0)
    }

    pub(super) fn lasts(&self, clause: u16) -> bool {
        self.lasting
            .get(usize::from(clause))
            .copied()
            .unwrap_or(false)
    }
}
