//! From typed words to what they say. Pure, no model, no network.
//!
//! `pieces → words → hits → meaning → danger, slots, topics`: a message is cut into words, each meant
//! spelling is found, patterns of the lexicon are matched, and what stands around them says how they
//! are meant.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod answer;
mod appraise;
mod builder;
mod by_heart;
mod caffeine;
mod context;
mod danger;
mod duration;
mod features;
mod learn;
mod marks;
mod matching;
mod message;
mod nearest;
mod network;
mod normal;
mod place;
mod random;
mod read;
mod reminder;
mod scene;
mod sequence;
mod slots;
mod spelling;
mod time;
mod topics;
mod understand;
mod weights;
mod words;
mod work;

pub use answer::{Reading, control, names_option, read_answer, read_country};
pub use appraise::{intent_named, intent_names};
pub use builder::{Builder, Mistake};
pub use danger::{fears_nerve_disease, is_danger_phrase, tells_of_danger};
pub use features::feature;
pub use learn::{Lesson, contradictions, learn};
pub use normal::normalise;
pub use reminder::{
    End, ReminderRequest, Said, ToldTime, Unable, asks_for_reminders, index_times, read_clock,
    read_day, read_errand, read_hours, read_reminder, read_time, read_weekdays, read_when,
};
pub use topics::{Ranked, index};
pub use understand::{Intent, Understood, steps, told, understand};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::model::Lexicon;

/// How many days ahead the message names ("in 3 days", "2 weeks", "5"), up to a year; none: no whole
/// day.
pub fn read_days(lexicon: &Lexicon, text: &str) -> Option<u16> {
    duration::days(lexicon, &normalise(text))
}

/// The whole numbers that the message is, and nothing else: "2", "1, 3", "two and four".
pub fn read_numbers(lexicon: &Lexicon, text: &str) -> Vec<usize> {
    duration::wholes(lexicon, &normalise(text)).unwrap_or_default()
}

/// The day that "since Tuesday" counts back from: by the clock of Greenwich, near enough for that.
pub fn today(now: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(now).date()
}
