//! Where a person's clock stands: a zone of the IANA database, or an offset where only the time
//! of day there is known.

use std::{borrow::Cow, fmt, str::FromStr};

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
    tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use thiserror::Error;

/// The steps of an offset that is told by the time of day, in seconds: a quarter of an hour.
pub(super) const QUARTER: i32 = 15 * 60;
/// The offsets that places on Earth use, in seconds: 12 hours behind to 14 hours ahead.
pub(super) const OFFSETS: std::ops::RangeInclusive<i32> = -12 * 3600..=14 * 3600;

/// A time zone. Written and stored as its name (`Asia/Kathmandu`) or its offset (`+05:45`).
#[derive(Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// A name that the database doesn't know, or an offset that no place has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a time zone")]
pub struct UnknownZone;

impl Zone {
    /// Universal time, where nothing is known.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// A zone of the database, in whatever case its name is written.
    ///
    /// # Errors
    /// Where the database has no such name.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        // The bundled database: the same on every machine, whatever is installed there.
        let zone = TimeZoneDatabase::bundled().get(name);
        zone.ok()
            .filter(|zone| !zone.is_unknown())
            .map(Self)
            .ok_or(UnknownZone)
    }

    /// A fixed offset, in quarter hours from −12:00 to +14:00. It knows no daylight saving.
    ///
    /// # Errors
    /// Where no place on Earth has it.
    pub fn fixed(offset: Offset) -> Result<Self, UnknownZone> {
        let seconds = offset.seconds();
        let real = OFFSETS.contains(&seconds) && seconds % QUARTER == 0;
        real.then(|| Self(TimeZone::fixed(offset)))
            .ok_or(UnknownZone)
    }

    /// The offset that people write: "UTC+5:30", "gmt-3", "+0545". None of anything else, and where
    /// no place on Earth has it.
    pub fn typed_offset(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let text = text.to_ascii_lowercase().replace('\u{2212}', "-");
        let rest = text.strip_prefix("utc").or(text.strip_prefix("gmt"));
        let rest = rest.unwrap_or(&text);
        if rest.is_empty() && !text.is_empty() {
            return Some(Self::UTC);
        }
        let digits = rest.get(1..).filter(|_| rest.starts_with(['+', '-']))?;
        let (hours, minutes) = match digits.split_once([':', '.']) {
            // Half an hour: "+5.5".
            Some((hours, "5")) => (hours, "30"),
            Some(parts) => parts,
            None if digits.len() > 2 => digits.split_at_checked(digits.len() - 2)?,
            None => (digits, "00"),
        };
        let sign = rest.get(..1)?;
        format!("{sign}{hours:0>2}:{minutes}").parse().ok()
    }

    /// The name of a zone of the database, the offset of another.
    pub fn name(&self) -> Cow<'_, str> {
        match self.0.iana_name() {
            Some(name) => Cow::Borrowed(name),
            None => Cow::Owned(written(self.offset(Timestamp::UNIX_EPOCH))),
        }
    }

    /// Whether only its offset is known, so that daylight saving there isn't.
    pub fn is_fixed(&self) -> bool {
        self.0.to_fixed_offset().is_ok()
    }

    /// The country of the zone's main place, ISO 3166-1 alpha-2, where it has one.
    pub fn country(&self) -> Option<String> {
        let place = self.0.location()?;
        Some(place.country().to_owned())
    }

    /// What the clock there shows at an instant.
    pub fn local(&self, at: Timestamp) -> DateTime {
        self.0.to_datetime(at)
    }

    /// How far the clock there is ahead of universal time at an instant.
    pub fn offset(&self, at: Timestamp) -> Offset {
        self.0.to_offset(at)
    }

    /// The first instant at which the clock there shows this time or a later one: of a time that
    /// comes twice the earlier, of one that is left out the end of the gap. None beyond the years
    /// that can be told.
    pub fn instant(&self, at: DateTime) -> Option<Timestamp> {
        let ambiguous = self.0.to_ambiguous_timestamp(at);
        let AmbiguousOffset::Gap { before, after } = ambiguous.offset() else {
            return ambiguous.compatible().ok();
        };
        let past = before.to_timestamp(at).ok()?;
        let next = past.checked_add(SignedDuration::from_nanos(1)).ok()?;
        let jump = self.0.preceding(next).find(|jump| jump.offset() == after);
        jump.map(|jump| jump.timestamp())
    }

    /// As [`Zone::instant`], but not before `from`: of a time that comes twice it may be the later.
    pub(super) fn instant_from(&self, at: DateTime, from: Timestamp) -> Option<Timestamp> {
        let first = self.instant(at)?;
        if first >= from {
            return Some(first);
        }
        self.0.to_ambiguous_timestamp(at).later().ok()
    }

    /// Whether the calendar there leaves out a day, as Samoa's did on 30 December 2011.
    pub fn skips(&self, day: Date) -> bool {
        self.instant(day.at(0, 0, 0, 0))
            .is_some_and(|start| self.local(start).date() > day)
    }

    /// The offset at an instant and the next changes of it, of two years or more.
    pub(super) fn course(&self, at: Timestamp) -> (Offset, Vec<(Timestamp, Offset)>) {
        let changes = self.0.following(at).take(4);
        let changes = changes.map(|change| (change.timestamp(), change.offset()));
        (self.offset(at), changes.collect())
    }

    pub(super) fn place(&self) -> Option<(f64, f64)> {
        let place = self.0.location()?;
        Some((place.latitude(), place.longitude()))
    }
}

/// `+05:45`.
fn written(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The seconds of `+05:45`.
fn read(text: &str) -> Option<i32> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':')?;
    let digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(text: &str) -> Result<Self, UnknownZone> {
        match read(text) {
            Some(seconds) => Offset::from_seconds(seconds).map_or(Err(UnknownZone), Self::fixed),
            None => Self::named(text),
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({self})")
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<'de, str>::deserialize(deserializer)?;
        name.parse().map_err(D::Error::custom)
    }
}
