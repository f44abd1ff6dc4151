//! The buttons about the clock and quiet hours, and what is being asked about them.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// What a button about the clock and quiet hours stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClockChoice {
    /// "What time is it where you are?", at a page of times.
    Zone(Option<u8>),
    /// The clock is so many minutes ahead of universal time.
    Offset(i16),
    /// The zone of that name.
    Named(String),
    /// No city of those named has that clock: the offset is all that is known.
    NoCity,
    /// When quiet hours begin.
    Quiet,
    /// They begin at that hour.
    QuietFrom(u8),
    /// They begin and end at those hours.
    QuietTo(u8, u8),
    /// There are none.
    QuietOff,
    /// At what hour follow-ups come.
    Hour,
    /// They come at that hour.
    HourAt(u8),
    /// Reminders come without a sound, or with one.
    Silent(bool),
}

/// What is being asked about the clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockStage {
    /// What time it is there, at a page of times.
    Zone(Option<u8>),
    /// Which city has that clock.
    City,
    /// When quiet hours begin.
    QuietFrom,
    /// When those that begin at that hour end.
    QuietTo(u8),
    /// When those that begin then end: a typed beginning may have minutes.
    QuietUntil(Time),
    /// At what hour follow-ups come.
    Hour,
}

impl ClockChoice {
    /// The name, of at most 42 printable ASCII characters.
    pub fn name(&self) -> String {
        match self {
            Self::Zone(None) => "zone".to_owned(),
            Self::Zone(Some(page)) => format!("zone.{page}"),
            Self::Offset(minutes) => format!("offset.{minutes}"),
            Self::Named(zone) => format!("in.{zone}"),
            Self::NoCity => "nocity".to_owned(),
            Self::Quiet => "quiet".to_owned(),
            Self::QuietFrom(from) => format!("quiet.{from}"),
            Self::QuietTo(from, to) => format!("quiet.{from}.{to}"),
            Self::QuietOff => "noquiet".to_owned(),
            Self::Hour => "hour".to_owned(),
            Self::HourAt(hour) => format!("hour.{hour}"),
            Self::Silent(silent) => format!("sound.{}", if *silent { "off" } else { "on" }),
        }
    }

    /// The choice of that name.
    pub fn named(name: &str) -> Option<Self> {
        let hour = |text: &str| text.parse().ok().filter(|hour| *hour < 24);
        let (kind, rest) = name.split_once('.').unwrap_or((name, ""));
        Some(match (kind, rest) {
            ("zone", "") => Self::Zone(None),
            ("zone", page) => Self::Zone(Some(page.parse().ok()?)),
            ("offset", minutes) => Self::Offset(minutes.parse().ok()?),
            ("in", zone) => Self::Named(zone.to_owned()),
            ("nocity", "") => Self::NoCity,
            ("quiet", "") => Self::Quiet,
            ("quiet", hours) => match hours.split_once('.') {
                Some((from, to)) => Self::QuietTo(hour(from)?, hour(to)?),
                None => Self::QuietFrom(hour(hours)?),
            },
            ("noquiet", "") => Self::QuietOff,
            ("hour", "") => Self::Hour,
            ("hour", at) => Self::HourAt(hour(at)?),
            ("sound", "off") => Self::Silent(true),
            ("sound", "on") => Self::Silent(false),
            _ => return None,
        })
    }

    /// Whether the button works however old it is: it names what it means.
    pub const fn is_timeless(&self) -> bool {
        true
    }
}
