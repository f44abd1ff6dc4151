//! The lexicon made ready for reading: words by number, patterns over them, misspellings.
//!
//! Plain data; `language` fills it once at the start and reads messages with it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{topic::Topic, vocabulary::Field};

/// The most classes of words there may be.
pub const MOST_CLASSES: usize = 256;

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes(pub [u64; MOST_CLASSES / 64]);

impl Classes {
    /// No class.
    pub const NONE: Self = Self([0; MOST_CLASSES / 64]);

    /// Adds the class of that number (under [`MOST_CLASSES`]).
    pub fn add(&mut self, class: usize) {
        if let Some(word) = self.0.get_mut(class / 64) {
            *word |= 1 << (class % 64);
        }
    }

    /// Whether it has the class of that number.
    pub fn has(&self, class: usize) -> bool {
        self.0
            .get(class / 64)
            .is_some_and(|word| word & (1 << (class % 64)) != 0)
    }

    /// Whether a class is in both.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    /// What is in one of them or in both.
    #[must_use]
    pub fn union(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
        self
    }
}

/// What words there are. Maps are looked up and never walked, by a hash without a seed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vocabulary {
    /// Other ways to write one or more words: "ur" for "your", "im" for "i am".
    pub aliases: FxHashMap<String, Vec<String>>,
    /// Several words that count as one, by the first: the rest, and the one.
    pub joins: FxHashMap<String, Vec<(Vec<String>, String)>>,
    /// Words by stem: their number.
    pub stems: FxHashMap<String, u32>,
    /// Words that count in this very form only: their number.
    pub exact: FxHashMap<String, u32>,
    /// The classes of each word, by its number.
    pub classes: Vec<Classes>,
    /// Which of [`NEEDED_CLASSES`] each word is of, by its number: a bit each.
    pub needed: Vec<u32>,
    /// The names of the classes.
    pub class_names: FxHashMap<String, u32>,
    /// Spellings that are right as they are.
    pub known: FxHashSet<String>,
    /// Spellings that a misspelt word may have meant.
    pub targets: Vec<Box<str>>,
    /// What is left of them without a letter or two.
    pub deletes: Deletes,
    /// Numbers in words.
    pub numbers: FxHashMap<String, f64>,
    /// Units of time in hours.
    pub units: FxHashMap<String, f64>,
    /// Plurals without a number ("for weeks"): hours.
    pub vague: FxHashMap<String, f64>,
    /// Days by name: 1 to 7 a weekday from Monday, 101 to 1231 a month and a day (00: the month),
    /// from 2000 on so many days before today.
    pub moments: FxHashMap<String, f64>,
    /// Drinks: milligrams of caffeine in one.
    pub drinks: FxHashMap<String, f64>,
}

/// Numbers of spellings by the hash of what is left of them without a letter or two. There are hundreds
/// of thousands, so that each takes four bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deletes {
    /// Where the rows of each beginning of a hash end.
    ends: Vec<u32>,
    /// The rest of the hash and the number, by beginning.
    rows: Vec<u32>,
}

impl Deletes {
    /// The most spellings there may be.
    pub const MOST: usize = 1 << Self::NUMBER;
    /// Bits of a number.
    const NUMBER: u32 = 18;
    /// Bits of a hash that lead to its rows, the lowest; as many as fit into a row follow.
    const BEGINNING: u32 = 16;

    /// Takes in what `each` gives: hashes, each with a number below [`MOST`](Self::MOST). It is asked
    /// twice, and has to give the same.
    pub fn new(each: impl Fn(&mut dyn FnMut(u64, u32))) -> Self {
        let mut ends = vec![0_u32; 1 << Self::BEGINNING];
        each(&mut |hash, _| ends[Self::beginning(hash)] += 1);
        let mut all = 0;
        for end in &mut ends {
            // For now where they begin.
            all += std::mem::replace(end, all);
        }
        let mut rows = vec![0; all as usize];
        each(&mut |hash, number| {
            let at = &mut ends[Self::beginning(hash)];
            rows[*at as usize] = Self::rest(hash) << Self::NUMBER | number;
            *at += 1;
        });
        Self { ends, rows }
    }

    /// The numbers of a hash in their order, and seldom one of another hash.
    pub fn numbers(&self, hash: u64) -> impl Iterator<Item = u32> {
        let beginning = Self::beginning(hash);
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let begin = beginning.checked_sub(1).map_or(0, end);
        let rows = self.rows.get(begin..end(beginning)).unwrap_or_default();
        let is_of = move |row: &&u32| **row >> Self::NUMBER == Self::rest(hash);
        let number = |row: &u32| row & ((1 << Self::NUMBER) - 1);
        rows.iter().filter(is_of).map(number)
    }

    const fn beginning(hash: u64) -> usize {
        (hash & ((1 << Self::BEGINNING) - 1)) as usize
    }

    const fn rest(hash: u64) -> u32 {
        ((hash >> Self::BEGINNING) & ((1 << (u32::BITS - Self::NUMBER)) - 1)) as u32
    }
}

/// What a pattern stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concept {
    /// Suicide or self-harm.
    Crisis,
    /// The danger sign of that index.
    Danger(u8),
    /// A value of a field.
    Value(Field, u8),
    /// A twitch.
    Twitch,
    /// A topic; whether it is meant for sure.
    Topic(Topic, bool),
    /// Words that tell how their surroundings are meant.
    Cue(Cue),
}

/// How what stands near is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// Denies what follows.
    Denial,
    /// Denies what came before.
    DenialAfter,
    /// Looks like a denial or a question, and is none.
    Aside,
    /// Makes what follows a "what if", whoever it is about.
    WhatIf,
    /// Only supposed, feared or warned of, even where it is about someone here.
    Supposed,
    /// Makes what follows a question in general, unless it is about someone here and now.
    Question,
    /// Long ago, or only a story.
    Past,
    /// Here and now, or within the last seven days.
    Now,
    /// Came slowly: a symptom, no danger sign.
    Gradual,
    /// Someone of the wider family, or of a story, whose illness is told of.
    Relative,
    /// A figure of speech: what it covers is not meant.
    Figure,
    /// Asks for something.
    Asks,
}

impl Cue {
    /// Every cue, with its name in `dialogues/`.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::Denial, "denial"),
        (Self::DenialAfter, "denial_after"),
        (Self::Aside, "aside"),
        (Self::WhatIf, "what_if"),
        (Self::Supposed, "supposed"),
        (Self::Question, "question"),
        (Self::Past, "past"),
        (Self::Now, "now"),
        (Self::Gradual, "gradual"),
        (Self::Relative, "relative"),
        (Self::Figure, "figure"),
        (Self::Asks, "asks"),
    ];
}

/// Classes of words that the reading of context relies on, besides those that patterns name.
pub const NEEDED_CLASSES: [&str; 20] = [
    "filler",
    "end",
    "subject",
    "possessive",
    "verbal",
    "more",
    "less",
    "ago",
    "since",
    "lately",
    "each",
    "old",
    "lasts",
    "not_time",
    "and_half",
    "cant",
    "opener",
    "asleep",
    "be",
    "heading",
];

/// One word of a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// The words that fit.
    pub words: Vec<u32>,
    /// The classes whose words fit.
    pub classes: Classes,
    /// Any number fits.
    pub number: bool,
    /// How many other words may stand before it.
    pub gap: u8,
    /// It may be missing.
    pub optional: bool,
}

/// Words that stand one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// The pattern that it belongs to.
    pub pattern: u32,
    /// The words, in order; the first is not optional.
    pub elements: Vec<Element>,
}

/// A pattern: all its parts in one sentence, in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What it stands for.
    pub concept: Concept,
    /// Its parts, by number.
    pub parts: Vec<u32>,
}

/// The lexicon, ready for reading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grammar {
    /// The words.
    pub vocabulary: Vocabulary,
    /// The patterns.
    pub patterns: Vec<Pattern>,
    /// The parts of all patterns.
    pub parts: Vec<Part>,
    /// The parts that can begin with a word, by its number.
    pub begin: Vec<Vec<u32>>,
    /// The parts that can begin with any number.
    pub begin_number: Vec<u32>,
    /// Classes whose words mean the same when topics are ranked.
    pub one_term: Classes,
}
