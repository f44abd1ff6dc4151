//! The buttons about small daily nudges, and what is known while one is set up.

use std::collections::BTreeSet;

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use crate::{
    language::Said,
    model::PieceId,
    schedule::{Day, Plan},
};

/// What a button about nudges stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum HabitChoice {
    /// Those that there are.
    Offer,
    /// The one of that name.
    Pick(PieceId),
    /// What was read back is right.
    Yes,
    /// Other days.
    OtherDays,
    /// Another time.
    OtherTime,
    /// On these days.
    On(Days),
    /// That day too, or no longer.
    Toggle(Day),
    /// The days that are ticked.
    Ticked,
    /// At that time.
    At(Time),
    /// In quiet hours all the same.
    AtThatTime,
    /// Other days for the one of that number.
    EditDays(u32),
    /// Another time for it.
    EditTime(u32),
    /// It has helped.
    Keep(u32),
    /// It is to be changed.
    Change(u32),
}

/// Days that are offered together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Days {
    /// All.
    Every,
    /// Monday to Friday.
    Work,
    /// Saturday and Sunday.
    Weekend,
}

/// What is known of a nudge that is not set yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HabitDraft {
    /// Which one.
    pub habit: PieceId,
    /// On which days.
    pub days: BTreeSet<Day>,
    /// At what time.
    pub time: Time,
    /// The person wants it in their quiet hours.
    #[serde(default)]
    pub in_quiet_hours: bool,
    /// The one that it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edits: Option<u32>,
}

/// What is being asked about a nudge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HabitStage {
    /// Which one.
    Which,
    /// On which days.
    Days(HabitDraft),
    /// At what time.
    Time(HabitDraft),
    /// Whether it is to come in quiet hours.
    Quiet(HabitDraft),
    /// What to do, as there would be too many on one day.
    Full(HabitDraft),
    /// Whether it is right.
    Right(HabitDraft),
}

const DAYS: [(Day, &str); 7] = [
    (Day::Mon, "mon"),
    (Day::Tue, "tue"),
    (Day::Wed, "wed"),
    (Day::Thu, "thu"),
    (Day::Fri, "fri"),
    (Day::Sat, "sat"),
    (Day::Sun, "sun"),
];
const TOGETHER: [(Days, &str); 3] = [
    (Days::Every, "all"),
    (Days::Work, "work"),
    (Days::Weekend, "end"),
];

impl Days {
    pub(super) fn days(self) -> BTreeSet<Day> {
        match self {
            Self::Every => Day::WEEK.into(),
            Self::Work => Day::WORKDAYS.into(),
            Self::Weekend => [Day::Sat, Day::Sun].into(),
        }
    }
}

impl HabitStage {
    pub(super) const fn draft(&self) -> Option<&HabitDraft> {
        match self {
            Self::Which => None,
            Self::Days(draft)
            | Self::Time(draft)
            | Self::Quiet(draft)
            | Self::Full(draft)
            | Self::Right(draft) => Some(draft),
        }
    }
}

impl HabitDraft {
    /// Its plan: by the days of the week, whichever they are.
    pub(super) fn plan(&self) -> Plan {
        let plan = Plan::weekly(self.days.iter().copied(), self.time);
        if self.in_quiet_hours {
            plan.in_quiet_hours_too()
        } else {
            plan
        }
    }

    /// The same at another time.
    #[must_use]
    pub(super) const fn at(mut self, time: Time) -> Self {
        self.time = time;
        self.in_quiet_hours = false;
        self
    }

    /// The same on other days of the week, from Monday.
    #[must_use]
    pub(super) fn on(mut self, days: [bool; 7]) -> Self {
        let chosen = Day::WEEK.into_iter().zip(days).filter(|(_, on)| *on);
        self.days = chosen.map(|(day, _)| day).collect();
        self
    }

    /// The same with what was said of it; none where that is no days of the week and no time.
    pub(super) fn said(mut self, said: &Said) -> Option<Self> {
        let time = match said {
            Said::Daily { time } => {
                self.days = Day::WEEK.into();
                *time
            }
            Said::Weekly { days, time } => {
                self = self.on(*days);
                *time
            }
            Said::Once { time, .. } => Some((*time)?),
            Said::After(_)
            | Said::EveryDays { .. }
            | Said::Monthly { .. }
            | Said::Until { .. }
            | Said::Unable(_) => return None,
        };
        Some(match time {
            Some(time) => self.at(time),
            None => self,
        })
    }
}

impl HabitChoice {
    /// The name, of at most 40 printable ASCII characters where the nudge's own has at most 35.
    pub fn name(&self) -> String {
        match self {
            Self::Offer => "offer".to_owned(),
            Self::Pick(habit) => format!("pick.{habit}"),
            Self::Yes => "yes".to_owned(),
            Self::OtherDays => "days".to_owned(),
            Self::OtherTime => "time".to_owned(),
            Self::On(days) => {
                let known = TOGETHER.iter().find(|(one, _)| one == days);
                format!("on.{}", known.map_or("", |(_, name)| name))
            }
            Self::Toggle(day) => {
                let known = DAYS.iter().find(|(one, _)| one == day);
                format!("day.{}", known.map_or("", |(_, name)| name))
            }
            Self::Ticked => "ticked".to_owned(),
            Self::At(time) => format!("at.{}.{}", time.hour(), time.minute()),
            Self::AtThatTime => "then".to_owned(),
            Self::EditDays(id) => format!("days.{id}"),
            Self::EditTime(id) => format!("time.{id}"),
            Self::Keep(id) => format!("keep.{id}"),
            Self::Change(id) => format!("change.{id}"),
        }
    }

    /// The choice of that name.
    pub fn named(name: &str) -> Option<Self> {
        let (kind, rest) = name.split_once('.').unwrap_or((name, ""));
        let id = || rest.parse().ok();
        Some(match (kind, rest) {
            ("offer", "") => Self::Offer,
            ("pick", habit) if !habit.is_empty() => Self::Pick(PieceId::from(habit)),
            ("yes", "") => Self::Yes,
            ("days", "") => Self::OtherDays,
            ("time", "") => Self::OtherTime,
            ("on", name) => Self::On(TOGETHER.iter().find(|(_, known)| *known == name)?.0),
            ("day", name) => Self::Toggle(DAYS.iter().find(|(_, known)| *known == name)?.0),
            ("ticked", "") => Self::Ticked,
            ("at", time) => {
                let (hour, minute) = time.split_once('.')?;
                Self::At(Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?)
            }
            ("then", "") => Self::AtThatTime,
            ("days", _) => Self::EditDays(id()?),
            ("time", _) => Self::EditTime(id()?),
            ("keep", _) => Self::Keep(id()?),
            ("change", _) => Self::Change(id()?),
            _ => return None,
        })
    }

    /// Whether the button works however old it is.
    pub const fn is_timeless(&self) -> bool {
        matches!(
            self,
            Self::Offer
                | Self::Pick(_)
                | Self::EditDays(_)
                | Self::EditTime(_)
                | Self::Keep(_)
                | Self::Change(_)
        )
    }
}
