//! From the lexicon as people write it to the one that messages are read with.
//!
//! A pattern is words with one space between them. `a|b` is one of several, `@name` a word of that
//! class, `#` a number, `=word` that very form and not its relatives, `word?` may be missing, `~` lets
//! up to 3 other words stand in between and `~5` up to 5; `&` joins parts in any order.

mod index;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::grammar::{
    Classes, Concept, Element, Grammar, MOST_CLASSES, Part, Pattern, Vocabulary,
};

use super::normal::normalise;

/// Words that a bare `~` passes over.
const USUAL_GAP: u8 = 3;
/// Words that any gap may pass over.
const LARGEST_GAP: u8 = 9;
/// The most words of a pattern.
const LONGEST: usize = 10;
/// The shortest word that others are corrected to.
const SHORTEST_TARGET: usize = 4;

/// What is wrong with a piece of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// There is no class of that name.
    UnknownClass(String),
    /// A class of that name is there already.
    ClassTwice(String),
    /// There is no room for another class.
    TooManyClasses,
    /// A pattern, or a piece of it, has no word.
    Empty,
    /// More than one word where one is expected.
    NotOneWord(String),
    /// A pattern begins with what may be missing.
    BeginsOptional,
    /// A gap that is none of `~` and `~1` to `~9`, or stands at the end.
    BadGap(String),
    /// A pattern is longer than ten words.
    TooLong,
    /// That word is always read as another: the other has to stand here.
    Alias(String),
}

/// Takes the lexicon piece by piece. Aliases, joins and classes come before the patterns.
pub struct Builder {
    grammar: Grammar,
    stemmer: Stemmer,
    /// Words that a misspelt one may have meant.
    medical: Vec<String>,
    /// The numbers of the words of patterns and classes: most come again and again.
    numbers: FxHashMap<String, u32>,
    /// Words of examples: most come again and again.
    exemplary: FxHashSet<String>,
}

impl Default for Builder {
    fn default() -> Self {
        let mut grammar = Grammar::default();
        // Number 0 is no word.
        grammar.vocabulary.classes.push(Classes::NONE);
        grammar.begin.push(Vec::new());
        Self {
            grammar,
            stemmer: Stemmer::create(Algorithm::English),
            medical: Vec::new(),
            numbers: FxHashMap::default(),
            exemplary: FxHashSet::default(),
        }
    }
}

impl Builder {
    /// One spelling that stands for these words.
    pub fn alias(&mut self, from: &str, to: &str) -> Result<(), Mistake> {
        let from = one_word(from)?;
        let words: Vec<String> = normalise(to).split(' ').map(str::to_owned).collect();
        if words.iter().any(String::is_empty) {
            return Err(Mistake::Empty);
        }
        self.grammar.vocabulary.aliases.insert(from, words);
        Ok(())
    }

    /// Several words that are read as one.
    pub fn join(&mut self, from: &str, to: &str) -> Result<(), Mistake> {
        let to = one_word(to)?;
        let from = normalise(from);
        let mut words = from.split(' ').map(str::to_owned);
        let first = words
            .next()
            .filter(|word| !word.is_empty())
            .ok_or(Mistake::Empty)?;
        let vocabulary = &mut self.grammar.vocabulary;
        vocabulary.known.insert(first.clone());
        let joins = vocabulary.joins.entry(first).or_default();
        let rest: Vec<String> = words.collect();
        for word in &rest {
            vocabulary.known.insert(word.clone());
        }
        joins.push((rest, to));
        // The longest first.
        joins.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        Ok(())
    }

    /// A class of words that patterns name as `@name`.
    pub fn class(&mut self, name: &str) -> Result<usize, Mistake> {
        let names = &mut self.grammar.vocabulary.class_names;
        let number = names.len();
        if number >= MOST_CLASSES {
            return Err(Mistake::TooManyClasses);
        }
        let id = u32::try_from(number).map_err(|_| Mistake::TooManyClasses)?;
        if names.insert(name.to_owned(), id).is_some() {
            return Err(Mistake::ClassTwice(name.to_owned()));
        }
        Ok(number)
    }

    /// One more word of a class.
    pub fn member(&mut self, class: usize, text: &str) -> Result<(), Mistake> {
        let id = self.word(text)?;
        if let Some(classes) = self.grammar.vocabulary.classes.get_mut(id as usize) {
            classes.add(class);
        }
        Ok(())
    }

    /// A spelling that is right as it is, and never corrected.
    pub fn known(&mut self, word: &str) {
        self.grammar.vocabulary.known.insert(normalise(word));
    }

    /// A number in words.
    pub fn number(&mut self, word: &str, value: f64) {
        self.measure(word, |v, word| v.numbers.insert(word, value));
    }

    /// A unit of time, in hours.
    pub fn unit(&mut self, word: &str, hours: f64) {
        self.measure(word, |v, word| v.units.insert(word, hours));
    }

    /// A plural that stands without a number, in hours.
    pub fn vague(&mut self, word: &str, hours: f64) {
        self.measure(word, |v, word| v.vague.insert(word, hours));
    }

    /// A day by name, coded as [`Vocabulary::moments`] says.
    pub fn moment(&mut self, word: &str, code: f64) {
        self.measure(word, |v, word| v.moments.insert(word, code));
    }

    /// A drink, with the mg of caffeine in one.
    pub fn drink(&mut self, word: &str, milligrams: f64) {
        self.measure(word, |v, word| v.drinks.insert(word, milligrams));
    }

    fn measure<T>(&mut self, word: &str, put: impl FnOnce(&mut Vocabulary, String) -> T) {
        let word = normalise(word);
        if word.len() > SHORTEST_TARGET {
            self.medical.push(word.clone());
        }
        put(&mut self.grammar.vocabulary, word);
    }

    /// A text whose words are right as they are, and count when topics are ranked.
    pub fn example(&mut self, text: &str) {
        for word in normalise(text).split(' ') {
            let plain = word.bytes().all(|b| b.is_ascii_lowercase());
            let new = plain && !self.exemplary.contains(word);
            if new && !self.grammar.vocabulary.aliases.contains_key(word) {
                self.exemplary.insert(word.to_owned());
                // Cannot fail: it is one word and no alias.
                let targets = self.medical.len();
                if self.new_word(word).is_ok() {
                    self.medical.truncate(targets);
                }
            }
        }
    }

    /// A pattern of that meaning.
    pub fn pattern(&mut self, concept: Concept, text: &str) -> Result<(), Mistake> {
        let parts = text
            .split('&')
            .map(|part| self.part(part))
            .collect::<Result<Vec<_>, _>>()?;
        let grammar = &mut self.grammar;
        let pattern = u32::try_from(grammar.patterns.len()).map_err(|_| Mistake::TooLong)?;
        let mut numbers = Vec::with_capacity(parts.len());
        for elements in parts {
            let part = u32::try_from(grammar.parts.len()).map_err(|_| Mistake::TooLong)?;
            numbers.push(part);
            grammar.parts.push(Part { pattern, elements });
        }
        grammar.patterns.push(Pattern {
            concept,
            parts: numbers,
        });
        Ok(())
    }

    fn part(&mut self, text: &str) -> Result<Vec<Element>, Mistake> {
        let mut elements: Vec<Element> = Vec::new();
        let mut gap = 0;
        for piece in text.split_whitespace() {
            if let Some(width) = piece.strip_prefix('~') {
                gap = match width {
                    "" => USUAL_GAP,
                    width => width
                        .parse()
                        .ok()
                        .filter(|width| (1..=LARGEST_GAP).contains(width))
                        .ok_or_else(|| Mistake::BadGap(piece.to_owned()))?,
                };
                continue;
            }
            let (piece, optional) = match piece.strip_suffix('?') {
                Some(piece) => (piece, true),
                None => (piece, false),
            };
            if optional && elements.is_empty() {
                return Err(Mistake::BeginsOptional);
            }
            let mut element = Element {
                gap,
                optional,
                ..Element::default()
            };
            gap = 0;
            for choice in piece.split('|') {
                self.choice(&mut element, choice)?;
            }
            elements.push(element);
        }
        match elements.len() {
            0 => Err(Mistake::Empty),
            _ if gap > 0 => Err(Mistake::BadGap(text.trim().to_owned())),
            1..=LONGEST => {
                // Kept as long as the bot runs.
                elements.shrink_to_fit();
                Ok(elements)
            }
            _ => Err(Mistake::TooLong),
        }
    }

    fn choice(&mut self, element: &mut Element, choice: &str) -> Result<(), Mistake> {
        if choice == "#" {
            element.number = true;
        } else if let Some(name) = choice.strip_prefix('@') {
            let class = self.grammar.vocabulary.class_names.get(name);
            let class = class.ok_or_else(|| Mistake::UnknownClass(name.to_owned()))?;
            element.classes.add(*class as usize);
        } else {
            element.words.push(self.word(choice)?);
        }
        Ok(())
    }

    /// The number of a word; `=word` counts in this form only.
    fn word(&mut self, text: &str) -> Result<u32, Mistake> {
        if let Some(number) = self.numbers.get(text) {
            return Ok(*number);
        }
        let number = self.new_word(text)?;
        self.numbers.insert(text.to_owned(), number);
        Ok(number)
    }

    fn new_word(&mut self, text: &str) -> Result<u32, Mistake> {
        let (form, exact) = match text.strip_prefix('=') {
            Some(form) => (one_word(form)?, true),
            None => (one_word(text)?, false),
        };
        let Grammar {
            vocabulary, begin, ..
        } = &mut self.grammar;
        let form = match vocabulary.aliases.get(&form).map(Vec::as_slice) {
            Some([one]) => one.clone(),
            Some(_) => return Err(Mistake::Alias(form)),
            None => form,
        };
        vocabulary.known.insert(form.clone());
        if form.len() > SHORTEST_TARGET {
            self.medical.push(form.clone());
        }
        let map = if exact {
            &mut vocabulary.exact
        } else {
            &mut vocabulary.stems
        };
        let key = if exact {
            form
        } else {
            self.stemmer.stem(&form).into_owned()
        };
        let next = u32::try_from(vocabulary.classes.len()).map_err(|_| Mistake::TooLong)?;
        let id = *map.entry(key).or_insert(next);
        if id == next {
            vocabulary.classes.push(Classes::NONE);
            begin.push(Vec::new());
        }
        Ok(id)
    }
}

fn one_word(text: &str) -> Result<String, Mistake> {
    let word = normalise(text);
    match word.split(' ').count() {
        _ if word.is_empty() => Err(Mistake::Empty),
        1 => Ok(word),
        _ => Err(Mistake::NotOneWord(text.to_owned())),
    }
}
