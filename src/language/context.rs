//! How a hit is meant: told as happening, denied, asked in general, long past, a figure of speech.
//! After `NegEx` and `ConText`: cues with a reach, and words that end it.

use crate::model::grammar::{Classes, Concept, Cue, Grammar};

use super::{
    matching::Hit,
    time::{Span, Tense},
    words::Words,
};

/// How many words a denial reaches over that are neither small words nor symptoms.
const UNKNOWN_WORDS: usize = 2;
/// How many words back a denial reaches at all.
const DENIAL_REACH: usize = 14;
/// How many words a "what if" or a question reaches.
const QUESTION_REACH: usize = 12;
/// How many words a fear or a warning reaches.
const SUPPOSED_REACH: usize = 6;
/// How many words away a time may stand from what it dates.
const TIME_REACH: usize = 14;
/// How many words after it a denial may stand.
const AFTER_REACH: usize = 3;

/// A message, its hits and its times.
pub(super) struct Scene<'m> {
    pub(super) grammar: &'m Grammar,
    pub(super) words: &'m Words,
    pub(super) hits: &'m [Hit],
    pub(super) spans: &'m [Span],
}

/// How a hit is meant.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a finding of its own"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Meaning {
    pub(super) denied: bool,
    /// A "what if" or a question in general.
    pub(super) asked: bool,
    pub(super) past: bool,
    pub(super) gradual: bool,
    /// Someone's whose illness is only told of.
    pub(super) relative: bool,
    pub(super) figure: bool,
}

impl Meaning {
    /// Whether it is told as being so, now or lately.
    pub(super) const fn stands(self) -> bool {
        !(self.denied || self.asked || self.past || self.relative || self.figure)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Now,
    Past,
}

impl Scene<'_> {
    pub(super) fn cues(&self, cue: Cue) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| {
            hit.concept == Concept::Cue(cue) && (cue == Cue::Aside || !self.is_aside(hit))
        })
    }

    fn is_aside(&self, hit: &Hit) -> bool {
        matches!(
            hit.concept,
            Concept::Cue(Cue::Denial | Cue::WhatIf | Cue::Supposed | Cue::Question)
        ) && self.hits.iter().any(|aside| {
            aside.concept == Concept::Cue(Cue::Aside)
                && aside.from <= hit.from
                && hit.from < aside.to
        })
    }

    fn has(&self, at: usize, class: usize) -> bool {
        let of = |class: usize| {
            self.grammar
                .needed
                .get(class)
                .copied()
                .unwrap_or(Classes::NONE)
        };
        self.words
            .list
            .get(at)
            .is_some_and(|word| word.classes.meets(&of(class)))
    }

    fn filler(&self, at: usize) -> bool {
        self.has(at, 0)
    }

    fn ends(&self, at: usize) -> bool {
        self.has(at, 1)
    }

    pub(super) fn subject(&self, at: usize) -> bool {
        self.has(at, 2)
    }

    /// Whether a word is someone who is told of: not the "I" of "should I".
    pub(super) fn tells_of(&self, at: usize) -> bool {
        let asks = |cue: &Hit| cue.from <= at && at < cue.to;
        self.subject(at) && !self.cues(Cue::Asks).any(asks)
    }

    fn possessive(&self, at: usize) -> bool {
        self.has(at, 3)
    }

    fn verbal(&self, hit: &Hit) -> bool {
        (hit.from..hit.to).any(|at| hit.owns(at) && self.has(at, 4))
    }

    fn clause(&self, at: usize) -> Option<u16> {
        self.words.list.get(at).map(|word| word.clause)
    }

    pub(super) fn same_sentence(&self, one: usize, other: usize) -> bool {
        let sentence = |at: usize| self.words.list.get(at).map(|word| word.sentence);
        sentence(one).is_some() && sentence(one) == sentence(other)
    }

    pub(super) fn same_clause(&self, one: usize, other: usize) -> bool {
        self.clause(one).is_some() && self.clause(one) == self.clause(other)
    }

    /// Whether it says that someone can't.
    pub(super) fn cant(&self, hit: &Hit) -> bool {
        (hit.from..hit.to).any(|at| hit.owns(at) && self.has(at, 15))
    }

    /// Whether it speaks of sleep.
    pub(super) fn asleep(&self, at: usize) -> bool {
        self.has(at, 17)
    }

    /// Whether the nearest time says now.
    pub(super) fn is_now(&self, hit: &Hit) -> bool {
        self.when(hit) == Some(When::Now)
    }

    /// Whether an age is that of someone who is only told of.
    pub(super) fn told_of_relative(&self, span: &Span) -> bool {
        self.cues(Cue::Relative).any(|cue| {
            self.same_clause(cue.from, span.from) && cue.from.abs_diff(span.from) < TIME_REACH
        })
    }

    /// How a hit is meant.
    pub(super) fn meaning(&self, hit: &Hit) -> Meaning {
        Meaning {
            denied: self.denied(hit),
            asked: self.asked(hit),
            past: self.when(hit) == Some(When::Past),
            gradual: self.gradual(hit),
            relative: self.of_relative(hit),
            figure: self.figure(hit),
        }
    }

    pub(super) fn figure(&self, hit: &Hit) -> bool {
        self.cues(Cue::Figure).any(|figure| figure.overlaps(hit))
    }

    pub(super) fn denied(&self, hit: &Hit) -> bool {
        let within = |cue: &Hit| {
            cue.from >= hit.from && cue.to <= hit.to && !(cue.from..cue.to).any(|at| hit.owns(at))
        };
        self.cues(Cue::Denial).any(within) || self.denied_before(hit) || self.denied_after(hit)
    }

    fn denied_before(&self, hit: &Hit) -> bool {
        let mut unknown = 0;
        let mut crossed = false;
        for at in (hit.from.saturating_sub(DENIAL_REACH)..hit.from).rev() {
            if !self.same_sentence(at, hit.from) || self.ends(at) {
                return false;
            }
            if self.clause(at) != self.clause(at + 1) {
                crossed = true;
            }
            if crossed && self.verbal(hit) {
                return false;
            }
            let cue = self
                .cues(Cue::Denial)
                .find(|cue| cue.from <= at && at < cue.to);
            if let Some(cue) = cue {
                // "Can't breathe, no pulse": what is part of a sign of its own denies nothing else.
                let taken = |other: &&Hit| {
                    matches!(other.concept, Concept::Danger(_) | Concept::Crisis)
                        && (cue.from..cue.to).any(|at| other.owns(at))
                };
                return !self.hits.iter().any(|other| taken(&other));
            }
            let said = |other: &Hit| {
                matches!(
                    other.concept,
                    Concept::Danger(_) | Concept::Value(..) | Concept::Twitch
                ) && other.from <= at
                    && at < other.to
            };
            if self.filler(at) || self.hits.iter().any(said) {
                continue;
            }
            unknown += 1;
            if unknown > UNKNOWN_WORDS || (self.subject(at) && unknown > 1) {
                return false;
            }
        }
        false
    }

    /// "Chest pain? No." "Bladder is fine." The denial ends its part of the sentence.
    fn denied_after(&self, hit: &Hit) -> bool {
        self.cues(Cue::DenialAfter).any(|cue| {
            let near = cue.from >= hit.to && cue.from < hit.to + AFTER_REACH;
            let together = self.same_clause(cue.from, hit.to - 1)
                || (cue.from == hit.to && self.words.is_question(hit.to - 1));
            let last = !self.same_clause(cue.to - 1, cue.to);
            near && together
                && last
                && !(hit.to..cue.from).any(|at| self.ends(at) || self.subject(at))
        })
    }

    /// Whether something is asked for, up to a word of a sentence or anywhere in the message.
    pub(super) fn asks(&self, before: Option<usize>) -> bool {
        let in_reach =
            |cue: &&Hit| before.is_none_or(|at| cue.from <= at && self.same_sentence(cue.from, at));
        // "… is it normal" asks wherever it stands, "it is" does not.
        let plain = |cue: &Hit| !self.has(cue.from, 18) || cue.to >= cue.from + 3;
        let opening = |cue: &&Hit| self.opens(cue.from) || (before.is_none() && plain(cue));
        self.cues(Cue::Asks)
            .filter(in_reach)
            .any(|cue| opening(&cue))
            || self
                .cues(Cue::Question)
                .filter(in_reach)
                .any(|cue| self.opens(cue.from))
    }

    /// A "what if", or a question in general.
    pub(super) fn asked(&self, hit: &Hit) -> bool {
        if self.when(hit) == Some(When::Now) {
            return false;
        }
        let owned = !self.verbal(hit)
            && (hit.from.saturating_sub(2)..=hit.from)
                .any(|at| self.possessive(at) && self.same_sentence(at, hit.from));
        let over = |cue: &Hit, words: usize| {
            let before = cue.from <= hit.from
                && cue.to + words >= hit.from
                && self.same_sentence(cue.from, hit.from);
            before
                && !(cue.to..hit.from).any(|at| self.ends(at))
                && (self.clause(cue.from) == self.clause(hit.from) || hit.from - cue.from <= 3)
        };
        let reach =
            |cue: &&Hit| over(cue, QUESTION_REACH) && (cue.to <= hit.from + 1 || cue.to >= hit.to);
        // "Scared he will die his lips are blue": who is named later is told of.
        let supposed = |cue: &Hit| {
            over(cue, SUPPOSED_REACH) && !(cue.to + 1..hit.from).any(|at| self.subject(at))
        };
        if self.cues(Cue::Supposed).any(supposed) || self.heads(hit) {
            return true;
        }
        if self.cues(Cue::WhatIf).any(|cue| {
            let about = cue.from >= hit.to
                && cue.from < hit.to + AFTER_REACH
                && self.words.is_question(hit.from)
                && self.same_sentence(cue.from, hit.from);
            (reach(&cue) || about) && !owned
        }) {
            return true;
        }
        self.cues(Cue::Question).filter(reach).any(|cue| {
            self.opens(cue.from)
                && !(cue.to.min(hit.from)..hit.to).any(|at| self.subject(at) || self.possessive(at))
        })
    }

    /// "Stroke symptoms", "seizure first aid": a heading, and nobody has it.
    fn heads(&self, hit: &Hit) -> bool {
        let begins = hit.from == 0 || !self.same_sentence(hit.from - 1, hit.from);
        begins && !self.verbal(hit) && self.has(hit.to, 19) && self.same_sentence(hit.from, hit.to)
    }

    /// Whether a part of a sentence begins here: "it is numb" asks nothing.
    fn opens(&self, at: usize) -> bool {
        at == 0 || !self.same_clause(at - 1, at) || self.has(at - 1, 16)
    }

    /// Whether the nearest time says now or long ago.
    fn when(&self, hit: &Hit) -> Option<When> {
        let mut nearest: Option<(usize, When)> = None;
        let mut see = |from: usize, to: usize, when: When| {
            if !self.same_sentence(from, hit.from) {
                return;
            }
            let (gap, between) = if to <= hit.from {
                (hit.from - to, to..hit.from)
            } else if from >= hit.to {
                (from - hit.to, hit.to..from)
            } else {
                (0, 0..0)
            };
            let blocked = between.clone().any(|at| self.ends(at));
            // "… and now my calf twitches" dates what comes next.
            let next = from >= hit.to
                && self.ends(from)
                && (from > hit.to || !self.same_clause(from, hit.to - 1));
            if gap > TIME_REACH || blocked || next {
                return;
            }
            // At the same distance, what is later in the sentence dates it; and now wins over then.
            if nearest.is_none_or(|(known, w)| gap < known || (gap == known && w == When::Past)) {
                nearest = Some((gap, when));
            }
        };
        for cue in self.cues(Cue::Now) {
            see(cue.from, cue.to, When::Now);
        }
        for cue in self.cues(Cue::Past) {
            see(cue.from, cue.to, When::Past);
        }
        for span in self
            .spans
            .iter()
            .filter(|span| matches!(span.tense, Tense::Ago | Tense::Since))
        {
            match span.tense {
                Tense::Ago if span.most_days > 7.0 => see(span.from, span.to, When::Past),
                _ if span.most_days <= 7.0 => see(span.from, span.to, When::Now),
                Tense::For | Tense::Since | Tense::Ago | Tense::Age | Tense::Per | Tense::Other => {
                }
            }
        }
        nearest.map(|(_, when)| when)
    }

    fn gradual(&self, hit: &Hit) -> bool {
        let slow = self.cues(Cue::Gradual).any(|cue| {
            self.same_sentence(cue.from, hit.from) && cue.from.abs_diff(hit.from) <= TIME_REACH
        });
        let long = self.spans.iter().any(|span| {
            matches!(span.tense, Tense::For | Tense::Since)
                && span.least_days > 7.0
                && self.clause(span.from) == self.clause(hit.from)
                && self.same_sentence(span.from, hit.from)
        });
        (slow || long) && self.when(hit) != Some(When::Now)
    }

    fn of_relative(&self, hit: &Hit) -> bool {
        if self.when(hit) == Some(When::Now) {
            return false;
        }
        self.cues(Cue::Relative).any(|cue| {
            self.same_sentence(cue.from, hit.from)
                && cue.from <= hit.from
                && cue.from + TIME_REACH >= hit.from
                && !(cue.to.min(hit.from)..hit.from).any(|at| self.ends(at))
                && (self.clause(cue.from) == self.clause(hit.from) || cue.to + 2 >= hit.from)
        })
    }
}
