//! The words that people use, as data.

use super::{
    appraisal::Appraisal, grammar::Grammar, id::CountryCode, ranking::Ranking, times::Times,
    vocabulary::Field,
};

/// Phrases are lower case, words separated by one space, apostrophes dropped.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lexicon {
    /// What people type for a value: its label and other names.
    pub options: Vec<OptionNames>,
    /// What people type instead of pressing a button that is on every question.
    pub controls: Vec<(Control, Vec<String>)>,
    /// What people call their country.
    pub countries: Vec<(CountryCode, Vec<String>)>,
    /// Words of someone who fears a nerve disease.
    pub nerve_disease: Vec<String>,
    /// Words that turn what follows into its opposite.
    pub negations: Vec<String>,
    /// Words of someone in need that only look like a denial or a question ("not well", "what should i do").
    pub asides: Vec<String>,
    /// Words that may stand between a denial and what it denies.
    pub small_words: Vec<String>,
    /// What may stand between the numbers of buttons.
    pub joining: Vec<String>,
    /// Numbers of things, but of no button.
    pub roughly: Vec<String>,
    /// Numbers in words.
    pub numbers: Vec<(String, u32)>,
    /// Units of time, with their length in hours.
    pub units: Vec<(String, u32)>,
    /// The patterns that whole messages are read with.
    pub grammar: Grammar,
    /// What topics are ranked by.
    pub ranking: Ranking,
    /// What was learned of how messages are meant.
    pub appraisal: Appraisal,
    /// Words about times and reminders.
    pub times: Times,
}

/// What people type for one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionNames {
    /// The field.
    pub field: Field,
    /// The value's index.
    pub value: u8,
    /// Its names.
    pub names: Vec<String>,
}

/// What a typed word can stand for on any question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Control {
    /// Agreement.
    Yes,
    /// Refusal.
    No,
    /// "None of these".
    None,
    /// "Not sure".
    NotSure,
    /// "Done".
    Done,
    /// "Back".
    Back,
    /// "Why do you ask?"
    Why,
    /// Begin, go on.
    Start,
    /// Throw the check away and begin anew.
    StartOver,
    /// Stop.
    Cancel,
    /// What the bot can do.
    Help,
    /// Emergency advice.
    Emergency,
    /// Thanks, or a word of apology.
    Thanks,
    /// Cross with the bot.
    Cross,
}

impl Control {
    /// Every control, with its name in `dialogues/`.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Yes, "yes"),
        (Self::No, "no"),
        (Self::None, "none"),
        (Self::NotSure, "not_sure"),
        (Self::Done, "done"),
        (Self::Back, "back"),
        (Self::Why, "why"),
        (Self::Start, "start"),
        (Self::StartOver, "start_over"),
        (Self::Cancel, "cancel"),
        (Self::Help, "help"),
        (Self::Emergency, "emergency"),
        (Self::Thanks, "thanks"),
        (Self::Cross, "cross"),
    ];
}
