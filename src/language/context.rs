//! How a hit is meant: told as happening, denied, asked in general, long past, a figure of speech.
//! After `NegEx` and `ConText`: cues with a reach, and words that end it.

use crate::model::grammar::Cue;

use super::{
    marks::Mark,
    matching::Hit,
    scene::Scene,
    time::{Span, Tense},
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
/// The most words of a time.
const LONGEST_TIME: usize = 6;

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
    /// Here, now or lately.
    pub(super) now: bool,
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
        self.subject(at) && !self.is_marked(at, Mark::Asks)
    }

    fn possessive(&self, at: usize) -> bool {
        self.has(at, 3)
    }

    fn verbal(&self, hit: &Hit) -> bool {
        (hit.from..hit.to).any(|at| hit.owns(at) && self.has(at, 4))
    }

    /// Whether it says that someone can't.
    pub(super) fn cant(&self, hit: &Hit) -> bool {
        (hit.from..hit.to).any(|at| hit.owns(at) && self.has(at, 15))
    }

    /// Whether it speaks of sleep.
    pub(super) fn asleep(&self, at: usize) -> bool {
        self.has(at, 17)
    }

    /// Whether an age is that of someone who is only told of.
    pub(super) fn told_of_relative(&self, span: &Span) -> bool {
        let near = span.from.saturating_sub(TIME_REACH)..span.from + TIME_REACH;
        self.cues_from(Cue::Relative, near).any(|cue| {
            self.same_clause(cue.from, span.from) && cue.from.abs_diff(span.from) < TIME_REACH
        })
    }

    /// How a hit is meant.
    pub(super) fn meaning(&self, hit: &Hit) -> Meaning {
        let when = self.when(hit);
        Meaning {
            denied: self.denied(hit),
            asked: self.asked_when(hit, when),
            past: when == Some(When::Past),
            now: when == Some(When::Now),
            gradual: self.gradual(hit, when),
            relative: self.of_relative(hit, when),
            figure: self.figure(hit),
        }
    }

    pub(super) fn figure(&self, hit: &Hit) -> bool {
        self.any_marked(hit.from..hit.to, Mark::Figure)
    }

    pub(super) fn denied(&self, hit: &Hit) -> bool {
        let within = |cue: &Hit| cue.to <= hit.to && !(cue.from..cue.to).any(|at| hit.owns(at));
        self.cues_from(Cue::Denial, hit.from..hit.to).any(within)
            || self.denied_before(hit)
            || self.denied_after(hit)
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
            if let Some(cue) = self.denial(at) {
                // "Can't breathe, no pulse": what is part of a sign of its own denies nothing else.
                return !self.any_marked(cue.from..cue.to, Mark::SignsOwn);
            }
            if self.filler(at) || self.is_marked(at, Mark::Told) {
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
        let near = hit.to..hit.to + AFTER_REACH;
        self.cues_from(Cue::DenialAfter, near).any(|cue| {
            let together = self.same_clause(cue.from, hit.to - 1)
                || (cue.from == hit.to && self.words.is_question(hit.to - 1));
            let last = !self.same_clause(cue.to - 1, cue.to);
            together && last && !(hit.to..cue.from).any(|at| self.ends(at) || self.subject(at))
        })
    }

    /// Whether something is asked for.
    pub(super) fn asks(&self) -> bool {
        // "… is it normal" asks wherever it stands, "it is" does not.
        let plain = |cue: &Hit| !self.has(cue.from, 18) || cue.to >= cue.from + 3;
        self.cues(Cue::Asks)
            .any(|cue| plain(cue) || self.opens(cue.from))
            || self.cues(Cue::Question).any(|cue| self.opens(cue.from))
    }

    /// The word of each sentence from which on it asks for something.
    pub(super) fn asking(&self) -> Vec<usize> {
        let mut first: Vec<usize> = Vec::new();
        let cues = self.cues(Cue::Asks).chain(self.cues(Cue::Question));
        for cue in cues.filter(|cue| self.opens(cue.from)) {
            let word = self.words.list.get(cue.from);
            let sentence = word.map_or(0, |word| usize::from(word.sentence));
            if first.len() <= sentence {
                first.resize(sentence + 1, usize::MAX);
            }
            first[sentence] = first[sentence].min(cue.from);
        }
        first
    }

    /// A "what if", or a question in general.
    pub(super) fn asked(&self, hit: &Hit) -> bool {
        self.asked_when(hit, self.when(hit))
    }

    /// Whether at most a later part of the sentence asks: "5 coffees a day, could it be ALS?" tells of the
    /// coffees.
    pub(super) fn asks_later(&self, hit: &Hit) -> bool {
        let near = hit.from.saturating_sub(QUESTION_REACH + self.longest())..hit.to + AFTER_REACH;
        let about = |cue: &Hit| {
            self.same_sentence(cue.from, hit.from)
                && (self.same_clause(cue.from, hit.from)
                    || (cue.to <= hit.from && hit.from - cue.to < AFTER_REACH))
        };
        let asking = [Cue::Supposed, Cue::WhatIf, Cue::Question, Cue::Asks];
        !asking
            .into_iter()
            .any(|kind| self.cues_from(kind, near.clone()).any(about))
    }

    fn asked_when(&self, hit: &Hit, when: Option<When>) -> bool {
        if when == Some(When::Now) {
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
        let before = |words: usize| hit.from.saturating_sub(words + self.longest());
        let near = before(SUPPOSED_REACH)..hit.from + 1;
        if self.cues_from(Cue::Supposed, near).any(supposed) || self.heads(hit) {
            return true;
        }
        let near = before(QUESTION_REACH)..hit.to + AFTER_REACH;
        if self.cues_from(Cue::WhatIf, near).any(|cue| {
            let about = cue.from >= hit.to
                && self.words.is_question(hit.from)
                && self.same_sentence(cue.from, hit.from);
            (reach(&cue) || about) && !owned
        }) {
            return true;
        }
        let near = before(QUESTION_REACH)..hit.from + 1;
        self.cues_from(Cue::Question, near)
            .filter(reach)
            .any(|cue| {
                self.opens(cue.from)
                    && !(cue.to.min(hit.from)..hit.to)
                        .any(|at| self.subject(at) || self.possessive(at))
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
        let before = |longest: usize| hit.from.saturating_sub(TIME_REACH + longest);
        let behind = hit.to + TIME_REACH + 1;
        let near = before(self.longest())..behind;
        for cue in self.cues_from(Cue::Now, near.clone()) {
            see(cue.from, cue.to, When::Now);
        }
        for cue in self.cues_from(Cue::Past, near) {
            see(cue.from, cue.to, When::Past);
        }
        let near = before(0)..behind + LONGEST_TIME;
        for span in self.spans_to(near) {
            match span.tense {
                Tense::For | Tense::Age | Tense::Per | Tense::Other => {}
                Tense::Ago if span.most_days > 7.0 => see(span.from, span.to, When::Past),
                _ if span.most_days <= 7.0 => see(span.from, span.to, When::Now),
                Tense::Since | Tense::Ago => {}
            }
        }
        nearest.map(|(_, when)| when)
    }

    fn gradual(&self, hit: &Hit, when: Option<When>) -> bool {
        let near = hit.from.saturating_sub(TIME_REACH)..hit.from + TIME_REACH + 1;
        let slow = self
            .cues_from(Cue::Gradual, near)
            .any(|cue| self.same_sentence(cue.from, hit.from));
        let long = self
            .clause(hit.from)
            .is_some_and(|clause| self.lasts(clause));
        (slow || long) && when != Some(When::Now)
    }

    fn of_relative(&self, hit: &Hit, when: Option<When>) -> bool {
        if when == Some(When::Now) {
            return false;
        }
        let near = hit.from.saturating_sub(TIME_REACH)..hit.from + 1;
        self.cues_from(Cue::Relative, near).any(|cue| {
            self.same_sentence(cue.from, hit.from)
                && !(cue.to.min(hit.from)..hit.from).any(|at| self.ends(at))
                && (self.clause(cue.from) == self.clause(hit.from) || cue.to + 2 >= hit.from)
        })
    }
}
