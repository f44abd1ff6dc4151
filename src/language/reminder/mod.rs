//! "Remind me tomorrow at 9 to call the doctor": what about, and when. Also times alone, as answers.

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a phrase stands for many things, and each reader asks for one"
)]
mod dates;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a phrase stands for many things, and each reader asks for one"
)]
mod found;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a phrase stands for many things, and each reader asks for one"
)]
mod phrases;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a phrase stands for many things, and each reader asks for one"
)]
mod repeats;
mod request;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a phrase stands for many things, and each reader asks for one"
)]
mod spans;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a phrase stands for many things, and each reader asks for one"
)]
mod times;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a phrase stands for many things, and each reader asks for one"
)]
mod weekdays;

pub use phrases::index_times;
pub use request::{asks_for_reminders, read_day, read_errand, read_reminder};

use std::num::NonZeroU16;

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time},
};

use crate::model::Lexicon;

use found::Found;
use phrases::Words;
use repeats::Repeat;

/// When a reminder is to come, by the clock of the person. A time that is missing was not said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Once.
    Once {
        /// The day.
        date: Date,
        /// The time of day.
        time: Option<Time>,
    },
    /// Once, after a while; more than nothing, at most about ten years.
    After(SignedDuration),
    /// Every day.
    Daily {
        /// The time of day.
        time: Option<Time>,
    },
    /// On some days of the week.
    Weekly {
        /// Which, from Monday; at least one.
        days: [bool; 7],
        /// The time of day.
        time: Option<Time>,
    },
    /// Every so many days.
    EveryDays {
        /// How many.
        days: NonZeroU16,
        /// The first of them, where that was said.
        from: Option<Date>,
        /// The time of day.
        time: Option<Time>,
    },
    /// Once a month.
    Monthly {
        /// The day of the month, 1 to 31.
        day: u8,
        /// The time of day.
        time: Option<Time>,
    },
    /// One of those that come again, up to an end.
    Until {
        /// How it comes again.
        each: Box<Self>,
        /// When it ends.
        end: End,
    },
    /// In a way in which it can't be set.
    Unable(Unable),
}

/// When something that comes again ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// On that day, which counts.
    On(Date),
    /// After so many days, the first one counted.
    Days(u32),
    /// After so many months.
    Months(u32),
}

/// Why what was said about a time can't be set as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unable {
    /// More than once a day, or at several times: "every hour", "at 9 and 21", "twice a week".
    Often,
    /// Every few months, once a year, "the first monday of each month".
    Seldom,
    /// With a beginning or an end that it can't have: "every day next week".
    Bounds,
    /// On a day that may be another one, or that there is not: "5/12", "30 february".
    Day,
}

/// What someone asked to be reminded of.
#[derive(Clone, PartialEq, Eq)]
pub struct ReminderRequest {
    /// When; none where they did not say.
    pub when: Option<Said>,
    /// What about, in their own words; may be empty.
    pub what: String,
}

impl std::fmt::Debug for ReminderRequest {
    /// What it is about stays private.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReminderRequest({:?}, …)", self.when)
    }
}

/// A time as an answer to "When shall I remind you?". `now`: what the person's clock shows.
pub fn read_when(lexicon: &Lexicon, text: &str, now: DateTime) -> Option<Said> {
    let words = Words::of(&lexicon.times, text);
    let mut found = Found::default();
    let mut at = 0;
    while at < words.len() {
        at = found.take(&words, at, true).unwrap_or(at + 1);
    }
    found.said(now)
}

/// A time of day as someone told it, which may leave open which half of the day they mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToldTime {
    /// As it is usually meant: a bare hour from 1 to 6 is one of the afternoon.
    pub usual: Time,
    /// As the beginning of a night: "10" is 22:00.
    pub evening: Time,
    /// As it stands there: "6" is 06:00.
    pub plain: Time,
    /// The other half of the day, where nothing says which one is meant: 15:10 of "3:10", whose
    /// plain time is 03:10.
    pub other: Option<Time>,
}

/// A time of day: "half past nine", "it's 9:42 pm here", "9".
pub fn read_clock(lexicon: &Lexicon, text: &str) -> Option<ToldTime> {
    let words = Words::of(&lexicon.times, text);
    (0..words.len()).find_map(|at| {
        let (clock, _) = times::clock(&words, at, true)?;
        Some(clock.told())
    })
}

/// The same as it is usually meant.
pub fn read_time(lexicon: &Lexicon, text: &str) -> Option<Time> {
    read_clock(lexicon, text).map(|told| told.usual)
}

/// Days of the week, from Monday, as an answer to "On which days?": "saturday and sunday", "tue, thu".
///
/// None where they are said to come in another rhythm than each week: "every second monday".
pub fn read_weekdays(lexicon: &Lexicon, text: &str) -> Option<[bool; 7]> {
    let words = Words::of(&lexicon.times, text);
    let mut days = [false; 7];
    for at in 0..words.len() {
        let named = match repeats::repeat(&words, at) {
            Some((Repeat::Daily, ..)) => [true; 7],
            Some((Repeat::Weekly(days), ..)) => days,
            Some((Repeat::EveryDays(7), ..)) => continue,
            Some(_) => return None,
            None => weekdays::named_days(&words, at).unwrap_or_default(),
        };
        days = weekdays::both(days, named);
    }
    days.contains(&true).then_some(days)
}

/// Two times of day: "22 to 7", "from 10pm until 8 am".
pub fn read_hours(lexicon: &Lexicon, text: &str) -> Option<(Time, Time)> {
    let words = Words::of(&lexicon.times, text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        at = match times::hour_alone(&words, at) {
            Some((clock, next)) => {
                found.push(clock);
                next
            }
            None => at + 1,
        };
    }
    let [from, to] = found.as_slice() else {
        return None;
    };
    Some((from.evening(), to.exactly()))
}
