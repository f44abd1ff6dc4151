//! From a message to its words: where each stands, what it may be, how it was meant to be spelt.

use rust_stemmers::{Algorithm, Stemmer};

use crate::model::grammar::{Classes, Grammar, Vocabulary};

use super::{normal::Folded, spelling};

/// The most words of a message that are read; Telegram's limit of 4096 characters holds fewer in prose.
const MOST_WORDS: usize = 1_024;
/// Longer "words" are no words.
const LONGEST_WORD: usize = 28;
/// No word has this number.
pub(super) const NO_WORD: u32 = 0;

/// A word of a message.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// Its number by stem.
    pub(super) stem: u32,
    /// Its number by this very form.
    pub(super) exact: u32,
    /// Its classes.
    pub(super) classes: Classes,
    /// Those of [`NEEDED_CLASSES`](crate::model::grammar::NEEDED_CLASSES), a bit each.
    pub(super) needed: u32,
    /// What it counts.
    pub(super) number: Option<f64>,
    /// Whether that stood in digits.
    pub(super) digits: bool,
    /// The hours of the unit of time that it is.
    pub(super) unit: Option<f64>,
    /// The hours that it stands for without a number.
    pub(super) vague: Option<f64>,
    /// The day that it names.
    pub(super) moment: Option<f64>,
    /// The caffeine in a drink of that name, in mg.
    pub(super) drink: Option<f64>,
    /// The sentence and the part of it that it stands in, counted from the message's beginning.
    pub(super) sentence: u16,
    pub(super) clause: u16,
    /// Whether it is known at all, in the lexicon or as a common word.
    pub(super) known: bool,
}

/// A message, read. It is not to be printed: what was said stays private.
#[derive(Default)]
pub(super) struct Words {
    pub(super) list: Vec<Word>,
    /// Each as it was meant to be spelt.
    pub(super) texts: Vec<String>,
    /// The stem of each.
    pub(super) stems: Vec<String>,
    /// Whether a sentence, by its number, ends in a question mark.
    pub(super) asked: Vec<bool>,
}

impl Words {
    pub(super) fn is_question(&self, at: usize) -> bool {
        let sentence = self
            .list
            .get(at)
            .map_or(0, |word| usize::from(word.sentence));
        self.asked.get(sentence).copied().unwrap_or(false)
    }

    /// A sentence by itself, its parts counted from its beginning.
    pub(super) fn sentence(&self, sentence: u16) -> Self {
        let begin = self.list.partition_point(|word| word.sentence < sentence);
        let end = self.list.partition_point(|word| word.sentence <= sentence);
        let list = self.list.get(begin..end).unwrap_or_default();
        let before = list.first().map_or(0, |word| word.clause);
        let moved = list.iter().map(|word| Word {
            sentence: 0,
            clause: word.clause - before,
            ..*word
        });
        let asked = self.asked.get(usize::from(sentence)).copied();
        let part = |all: &[String]| all.get(begin..end).unwrap_or_default().to_vec();
        Self {
            list: moved.collect(),
            texts: part(&self.texts),
            stems: part(&self.stems),
            asked: asked.into_iter().collect(),
        }
    }
}

/// Finds words by their spelling.
pub(super) struct Speller<'g> {
    vocabulary: &'g Vocabulary,
    stemmer: Stemmer,
}

impl<'g> Speller<'g> {
    pub(super) fn new(grammar: &'g Grammar) -> Self {
        Self {
            vocabulary: &grammar.vocabulary,
            stemmer: Stemmer::create(Algorithm::English),
        }
    }

    fn look_up(&self, text: &str, stem: &str, place: Word) -> Word {
        let vocabulary = self.vocabulary;
        let stem = vocabulary.stems.get(stem);
        let exact = vocabulary.exact.get(text);
        let classes = |id: Option<&u32>| {
            let of = id.and_then(|id| vocabulary.classes.get(*id as usize));
            of.copied().unwrap_or_default()
        };
        let needed = |id: Option<&u32>| {
            let of = id.and_then(|id| vocabulary.needed.get(*id as usize));
            of.copied().unwrap_or_default()
        };
        let digits = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
        let number = if digits {
            text.parse::<f64>().ok().filter(|n| *n < 1e9)
        } else {
            vocabulary.numbers.get(text).copied()
        };
        let unit = vocabulary.units.get(text).copied();
        let drink = vocabulary.drinks.get(text).copied();
        let moment = vocabulary.moments.get(text).copied();
        Word {
            stem: stem.copied().unwrap_or(NO_WORD),
            exact: exact.copied().unwrap_or(NO_WORD),
            classes: classes(stem).union(&classes(exact)),
            needed: needed(stem) | needed(exact),
            number,
            digits: digits && number.is_some(),
            unit,
            vague: vocabulary.vague.get(text).copied(),
            moment,
            drink,
            known: stem.is_some()
                || exact.is_some()
                || number.is_some()
                || unit.is_some()
                || drink.is_some()
                || moment.is_some()
                || vocabulary.known.contains(text),
            ..place
        }
    }

    fn is_right(&self, text: &str) -> bool {
        let v = self.vocabulary;
        v.known.contains(text)
            || v.stems.contains_key(self.stemmer.stem(text).as_ref())
            || v.aliases.contains_key(text)
            || v.exact.contains_key(text)
            || v.numbers.contains_key(text)
            || v.units.contains_key(text)
            || v.drinks.contains_key(text)
            || v.vague.contains_key(text)
            || v.moments.contains_key(text)
    }

    /// Takes a spelling in: as it is, as other words, or as what it was meant to be.
    fn take(&self, text: &str, place: Word, out: &mut Vec<(String, Word)>) {
        if let Some(words) = self.vocabulary.aliases.get(text) {
            out.extend(words.iter().map(|word| (word.clone(), place)));
        } else if text.len() > LONGEST_WORD
            || text.as_bytes().first().is_some_and(u8::is_ascii_digit)
            || self.is_right(text)
        {
            out.push((text.to_owned(), place));
        } else if let Some(short) = shortened(text, |s| self.is_right(s)) {
            self.take(&short, place, out);
        } else if let Some(meant) = spelling::correct(self.vocabulary, text) {
            out.push((meant.to_owned(), place));
        } else if let Some((first, second)) = spelling::split(self.vocabulary, text) {
            self.take(first, place, out);
            self.take(second, place, out);
        } else {
            out.push((text.to_owned(), place));
        }
    }

    fn joined(&self, spelt: Vec<(String, Word)>) -> Vec<(String, Word)> {
        if !spelt
            .iter()
            .any(|(text, _)| self.vocabulary.joins.contains_key(text))
        {
            return spelt;
        }
        let mut out = Vec::with_capacity(spelt.len());
        let mut at = 0;
        while let Some((text, place)) = spelt.get(at) {
            let joins = self.vocabulary.joins.get(text);
            let fits = joins.into_iter().flatten().find(|(rest, _)| {
                let next = spelt[at + 1..].iter();
                next.take(rest.len())
                    .filter(|(_, p)| p.sentence == place.sentence)
                    .map(|(text, _)| text)
                    .eq(rest)
            });
            let (word, taken) = match fits {
                Some((rest, one)) => (one, rest.len() + 1),
                None => (text, 1),
            };
            out.push((word.clone(), *place));
            at += taken;
        }
        out
    }
}

/// "Soooo" is "soo" or "so".
fn shortened(text: &str, is_right: impl Fn(&str) -> bool) -> Option<String> {
    let at_most = |most: usize| {
        let mut out = String::with_capacity(text.len());
        let mut run = 0;
        for c in text.chars() {
            run = if out.ends_with(c) { run + 1 } else { 1 };
            if run <= most {
                out.push(c);
            }
        }
        out
    };
    let twice = at_most(2);
    if twice == text {
        return None;
    }
    let once = at_most(1);
    Some(if is_right(&twice) || !is_right(&once) {
        twice
    } else {
        once
    })
}

/// Reads the words of a message; what is beyond the limits is passed over.
pub(super) fn read(grammar: &Grammar, text: &str) -> Words {
    let speller = Speller::new(grammar);
    let mut spelt: Vec<(String, Word)> = Vec::new();
    let mut words = Words::default();
    let mut place = Word::default();
    for piece in super::normal::pieces(text) {
        match piece {
            Folded::Word(word) => {
                speller.take(&word, place, &mut spelt);
            }
            Folded::Clause => place.clause = place.clause.saturating_add(1),
            Folded::Sentence { asks } => {
                let number = usize::from(place.sentence);
                words.asked.resize(words.asked.len().max(number + 1), false);
                words.asked[number] |= asks;
                place.sentence = place.sentence.saturating_add(1);
                place.clause = place.clause.saturating_add(1);
            }
        }
        if spelt.len() >= MOST_WORDS {
            spelt.truncate(MOST_WORDS);
            break;
        }
    }
    let joined = speller.joined(spelt);
    for (text, place) in joined {
        let stem = speller.stemmer.stem(&text).into_owned();
        words.list.push(speller.look_up(&text, &stem, place));
        words.texts.push(text);
        words.stems.push(stem);
    }
    words
}
