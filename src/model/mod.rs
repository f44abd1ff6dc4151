//! The vocabulary of the product: ids, answers, checked content, private values.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod appraisal;
mod assessment;
pub mod by_heart;
mod catalog;
mod condition;
pub mod grammar;
mod habit;
mod id;
pub mod keys;
mod lexicon;
mod place;
mod private;
mod ranking;
pub mod sequence;
mod text;
pub mod times;
mod topic;
mod vocabulary;
mod words;

pub use assessment::{Assessment, Choices};
pub use catalog::{
    Advice, Case, Catalog, Country, CrisisLine, DoctorItem, FirstAid, Group, Level, Node, NodeKind,
    RETENTION_DAYS, Rule, Source, Trigger, Watch,
};
pub use condition::{Clause, Condition, Op, Predicate, Subject, Test};
pub use habit::Habit;
pub use id::{CountryCode, NodeId, PieceId, RuleId, SourceKey, ZoneName};
pub use lexicon::{Control, Lexicon, OptionNames};
pub use place::Places;
pub use private::Private;
pub use ranking::{Document, Ranking};
pub use text::{Arg, Text};
pub use topic::{Example, SubAnswer, Topic, TopicEntry};
pub use vocabulary::{
    AgeGroup, Band, Context, DangerSign, Field, Frequency, Impact, Lifestyle, Location, Pregnancy,
    Symptom, Timing, Value,
};
pub use words::Words;
