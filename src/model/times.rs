//! Words about times and reminders, as data: "every", "past", "tomorrow", "remind me".

use std::collections::BTreeSet;

use jiff::civil::Time;
use rustc_hash::{FxHashMap, FxHashSet};

/// What a word does in a sentence about time. Each has its words in `dialogues/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "their words in dialogues/ say what they are, with a comment each"
)]
pub enum Role {
    Ask,
    AskAwake,
    AskTimed,
    Polite,
    Begs,
    Thanks,
    Lead,
    Question,
    List,
    ListAlone,
    None,
    At,
    On,
    In,
    Hence,
    Vague,
    Each,
    Other,
    Next,
    This,
    Am,
    Pm,
    Half,
    Quarter,
    Past,
    Before,
    OClock,
    End,
    Start,
    Of,
    The,
    One,
    Filler,
    And,
    To,
    Noun,
    Monthly,
    Yearly,
    Hourly,
    Until,
    Between,
}

impl Role {
    /// Every role, with its name in `dialogues/`.
    pub const ALL: [(Self, &'static str); 41] = [
        (Self::Ask, "ask"),
        (Self::AskAwake, "ask_awake"),
        (Self::AskTimed, "ask_timed"),
        (Self::Polite, "polite"),
        (Self::Begs, "begs"),
        (Self::Thanks, "thanks"),
        (Self::Lead, "lead"),
        (Self::Question, "question"),
        (Self::List, "list"),
        (Self::ListAlone, "list_alone"),
        (Self::None, "none"),
        (Self::At, "at"),
        (Self::On, "on"),
        (Self::In, "in"),
        (Self::Hence, "hence"),
        (Self::Vague, "vague"),
        (Self::Each, "each"),
        (Self::Other, "other"),
        (Self::Next, "next"),
        (Self::This, "this"),
        (Self::Am, "am"),
        (Self::Pm, "pm"),
        (Self::Half, "half"),
        (Self::Quarter, "quarter"),
        (Self::Past, "past"),
        (Self::Before, "before"),
        (Self::OClock, "oclock"),
        (Self::End, "end"),
        (Self::Start, "start"),
        (Self::Of, "of"),
        (Self::The, "the"),
        (Self::One, "one"),
        (Self::Filler, "filler"),
        (Self::And, "and"),
        (Self::To, "to"),
        (Self::Noun, "noun"),
        (Self::Monthly, "monthly"),
        (Self::Yearly, "yearly"),
        (Self::Hourly, "hourly"),
        (Self::Until, "until"),
        (Self::Between, "between"),
    ];
}

/// The half of the day that a bare hour is in: "at 7 in the evening".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// Before noon.
    Morning,
    /// After it.
    Afternoon,
    /// After it too; "twelve" is midnight.
    Evening,
    /// From the afternoon to the early hours of the next day.
    Night,
}

impl Half {
    /// Every half, with its name in `dialogues/`.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Morning, "morning"),
        (Self::Afternoon, "afternoon"),
        (Self::Evening, "evening"),
        (Self::Night, "night"),
    ];
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartOfDay {
    /// When that is, where no hour is told.
    pub time: Time,
    /// What a bare hour beside it means; none of a point in time such as noon.
    pub half: Option<Half>,
    /// Whether it tells a time without a word before it.
    pub alone: bool,
    /// Whether it is this day's.
    pub today: bool,
    /// Whether it comes again each day: "mornings".
    pub each: bool,
}

/// What a word or a phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// What it does.
    Role(Role),
    /// A number in words, 1 to 999.
    Number(u16),
    /// The place in a row, 1 to 31.
    Ordinal(u8),
    /// What stands after the digits of one.
    OrdinalEnding,
    /// A unit of so many minutes, shorter than a day.
    Minutes(u16),
    /// A unit of so many days.
    Days(u16),
    /// A unit of so many months.
    Months(u16),
    /// A day of the week, 0 is Monday.
    Weekday {
        /// Which.
        day: u8,
        /// Whether it can't be another word.
        sure: bool,
        /// Whether it comes again: "mondays".
        each: bool,
    },
    /// Some days of the week, from Monday.
    Set {
        /// Which.
        days: [bool; 7],
        /// Whether they come again.
        each: bool,
    },
    /// A month, 1 is January.
    Month(u8),
    /// So many days ahead of today.
    Ahead(u16),
    /// Every so many days.
    Often(u16),
    /// A part of the day.
    Part(PartOfDay),
}

/// The words about times and reminders, ready for reading. Looked up, never walked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Times {
    /// What a phrase stands for, its words with one space between them.
    pub senses: FxHashMap<String, Vec<Sense>>,
    /// Every word of a phrase.
    pub words: FxHashSet<String>,
    /// The words of the longest phrase.
    pub longest: usize,
    /// The words that a misspelt one may have meant, in order.
    pub spellings: BTreeSet<String>,
}
