//! The buttons about the person's own reminders, and what is known while one is set up.

use std::fmt;

use jiff::{SignedDuration, ToSpan as _, civil::Time};
use serde::{Deserialize, Serialize};

use crate::{language::Said, model::keys, schedule::Plan};

use super::super::turn::Turn;

/// What a button about the person's own reminders stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnChoice {
    /// Begins a new one.
    New,
    /// Other words for the one of that number.
    OtherWords(u32),
    /// Another time for it.
    OtherTime(u32),
    /// It is about nothing in particular.
    NoWords,
    /// When it is to come.
    In(Soon),
    /// What was read back is right.
    Yes,
    /// It is not: another time.
    Change,
    /// In quiet hours all the same.
    AtThatTime,
    /// When they are over.
    AfterQuiet,
}

/// A time that is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Soon {
    /// In an hour.
    Hour,
    /// This evening, or where that is past the next.
    Evening,
    /// Tomorrow morning.
    Tomorrow,
    /// In a week.
    Week,
}

/// The times that are offered, and the buttons' words.
pub(super) const NEW_WORDS: [(Soon, &str); 4] = [
    (Soon::Hour, keys::BUTTON_SNOOZE_HOUR),
    (Soon::Evening, keys::BUTTON_SOON_EVENING),
    (Soon::Tomorrow, keys::BUTTON_SOON_TOMORROW),
    (Soon::Week, keys::BUTTON_SOON_WEEK),
];
/// "This evening" and "tomorrow morning".
const EVENING: Time = Time::constant(19, 0, 0, 0);
const MORNING: Time = Time::constant(9, 0, 0, 0);

/// What is known of a reminder that is not set yet.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// What it is about.
    pub words: String,
    /// When it is to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// The one that it changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edits: Option<u32>,
    /// The person was asked, and wants it after their quiet hours.
    pub after_quiet: bool,
}

impl fmt::Debug for Draft {
    /// What it is about stays private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Draft(…)")
    }
}

/// What is being asked about one of the person's own reminders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnStage {
    /// What it is about.
    What(Draft),
    /// When it is to come.
    When(Draft),
    /// Whether it is to come in quiet hours.
    Quiet(Draft),
    /// Whether it is right.
    Right(Draft),
}

impl OwnStage {
    pub(super) fn into_draft(self) -> Draft {
        match self {
            Self::What(draft) | Self::When(draft) | Self::Quiet(draft) | Self::Right(draft) => {
                draft
            }
        }
    }
}

impl Soon {
    const ALL: [(Self, &str); 4] = [
        (Self::Hour, "hour"),
        (Self::Evening, "evening"),
        (Self::Tomorrow, "tomorrow"),
        (Self::Week, "week"),
    ];

    /// The same as if it had been typed.
    pub(super) fn said(self, turn: &Turn<'_>) -> Said {
        let there = turn.session.agenda.zone().local(turn.now);
        let ahead = |days: i64| there.date().saturating_add(days.days());
        let once = |date, time| Said::Once {
            date,
            time: Some(time),
        };
        match self {
            Self::Hour => Said::After(SignedDuration::from_hours(1)),
            Self::Evening => once(ahead(i64::from(there.time() >= EVENING)), EVENING),
            Self::Tomorrow => once(ahead(1), MORNING),
            Self::Week => once(ahead(7), MORNING),
        }
    }
}

impl OwnChoice {
    /// The name, of at most 40 printable ASCII characters.
    pub fn name(&self) -> String {
        match self {
            Self::New => "new".to_owned(),
            Self::OtherWords(id) => format!("words.{id}"),
            Self::OtherTime(id) => format!("time.{id}"),
            Self::NoWords => "nowords".to_owned(),
            Self::In(soon) => {
                let known = Soon::ALL.iter().find(|(one, _)| one == soon);
                format!("in.{}", known.map_or("", |(_, name)| name))
            }
            Self::Yes => "yes".to_owned(),
            Self::Change => "change".to_owned(),
            Self::AtThatTime => "then".to_owned(),
            Self::AfterQuiet => "after".to_owned(),
        }
    }

    /// The choice of that name.
    pub fn named(name: &str) -> Option<Self> {
        let (kind, rest) = name.split_once('.').unwrap_or((name, ""));
        Some(match (kind, rest) {
            ("new", "") => Self::New,
            ("words", id) => Self::OtherWords(id.parse().ok()?),
            ("time", id) => Self::OtherTime(id.parse().ok()?),
            ("nowords", "") => Self::NoWords,
            ("in", name) => {
                let (soon, _) = Soon::ALL.iter().find(|(_, known)| *known == name)?;
                Self::In(*soon)
            }
            ("yes", "") => Self::Yes,
            ("change", "") => Self::Change,
            ("then", "") => Self::AtThatTime,
            ("after", "") => Self::AfterQuiet,
            _ => return None,
        })
    }

    /// Whether the button works however old it is.
    pub const fn is_timeless(&self) -> bool {
        matches!(self, Self::New | Self::OtherWords(_) | Self::OtherTime(_))
    }
}
