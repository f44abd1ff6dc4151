//! What a row of content asks of the answers: data that compares, never a language.

use super::{assessment::Choices, vocabulary::Field};

/// Holds where any of its clauses holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Condition(pub Vec<Clause>);

/// Holds where all of its tests and predicates hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clause {
    /// Comparisons with known answers.
    pub tests: Vec<Test>,
    /// Harder conditions, by name.
    pub predicates: Vec<Predicate>,
}

/// What a test looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The answer to one field.
    Field(Field),
    /// When the symptoms began: `symptoms_since`, else `duration`.
    Began,
    /// How long the twitch has lasted at least. Differs from `duration` only at a follow-up, where
    /// the days since the check count from the first day of the band, not from its last.
    LeastDuration,
}

/// One comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Test {
    /// The answer looked at.
    pub subject: Subject,
    /// How it is compared.
    pub op: Op,
    /// The values compared with.
    pub values: Choices,
}

/// How an answer is compared with values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// Has at least one of them.
    Any,
    /// Has every one of them.
    All,
    /// Was answered, with nothing but them.
    Only,
    /// Was answered, with something besides them.
    OtherThan,
    /// Has none of them. Holds also where a key question was not answered; does not hold where
    /// another question was skipped.
    Not,
}

/// A condition that comparing cannot say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Predicate {
    /// One of the five key questions was not answered.
    KeyQuestionMissing,
    /// A follow-up says that the twitch is worse.
    FollowUpWorse,
    /// The locations lie in two or more body regions.
    TwoBodyRegions,
}

impl Predicate {
    /// The predicate of that name in `dialogues/`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "key_question_missing" => Some(Self::KeyQuestionMissing),
            "follow_up_worse" => Some(Self::FollowUpWorse),
            "two_body_regions" => Some(Self::TwoBodyRegions),
            _ => None,
        }
    }
}
