//! Times of day: "half past nine", "21:30", "in the evening".

use jiff::civil::Time;

use crate::model::times::{Half, PartOfDay, Role, Sense};

use super::{ToldTime, phrases::Words, spans::unit};

/// A time of day as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    hour: u8,
    minute: u8,
    /// Which half of the day, where it was said.
    half: Option<Half>,
    /// Written as only a clock of 24 hours shows it, or a point such as noon.
    exact: bool,
}

impl Clock {
    pub(super) fn part(part: &PartOfDay) -> Self {
        Self {
            hour: part.time.hour().unsigned_abs(),
            minute: part.time.minute().unsigned_abs(),
            half: part.half,
            exact: true,
        }
    }

    /// The time; `half`: what else the message says of the half of the day. A bare hour from 1 to 6 is
    /// one of the afternoon.
    pub(super) fn time(self, half: Option<Half>) -> Time {
        let after_noon = match self.half.or(half) {
            Some(Half::Morning) => false,
            Some(Half::Afternoon | Half::Evening) => true,
            Some(Half::Night) => self.hour >= 6,
            None => self.hour < 7,
        };
        self.at(after_noon)
    }

    /// The time as the beginning of a night: "10" is 22:00.
    pub(super) fn evening(self) -> Time {
        let after_noon = match self.half {
            Some(Half::Morning) => false,
            Some(_) => true,
            None => self.hour >= 6,
        };
        self.at(after_noon)
    }

    /// The time as it stands there.
    pub(super) fn exactly(self) -> Time {
        self.at(matches!(self.half, Some(Half::Afternoon | Half::Evening)))
    }

    /// All that it may mean.
    pub(super) fn told(self) -> ToldTime {
        // "9", "3:10" and "12:20" are times of either half; "15:10" and "3 pm" are not.
        let other = self.is_open().then(|| self.at(true));
        let plain = match other {
            Some(_) => self.of_morning(),
            None => self.exactly(),
        };
        ToldTime {
            usual: self.time(None),
            evening: self.evening(),
            plain,
            other: other.filter(|other| *other != plain),
        }
    }

    /// The half of the day that was said.
    pub(super) const fn half(self) -> Option<Half> {
        self.half
    }

    /// The time in the first half of the day: "12:20" is 00:20.
    fn of_morning(self) -> Time {
        let mut clock = self;
        clock.hour %= 12;
        clock.at(false)
    }

    /// Whether nothing says which half of the day is meant.
    pub(super) const fn is_open(self) -> bool {
        !self.exact && self.half.is_none() && self.hour <= 12
    }

    /// Whether a more exact one may still follow: "tonight" is one, "tonight at 9" the other.
    pub(super) const fn is_part(self) -> bool {
        self.exact && self.half.is_some()
    }

    /// Of two hours of one span the first, in the half that is told of the second: "9 to 10 pm".
    pub(super) const fn to(mut self, other: Self) -> Self {
        if self.half.is_none() && !self.exact && !other.exact && self.hour <= other.hour {
            self.half = other.half;
        }
        self
    }

    pub(super) fn at(self, after_noon: bool) -> Time {
        let hour = match (self.hour, after_noon) {
            (hour, _) if self.exact => hour % 24,
            (12, true) if self.half == Some(Half::Night) => 0,
            (12, false) if self.half.is_some() => 0,
            (12, _) => 12,
            (hour @ 1..12, true) => hour + 12,
            (hour, _) => hour % 24,
        };
        let hour = i8::try_from(hour).unwrap_or_default();
        let minute = i8::try_from(self.minute).unwrap_or_default();
        Time::new(hour, minute, 0, 0).unwrap_or_default()
    }
}

/// A time of day. `bare`: an hour alone counts too, without "at" before it or anything behind.
pub(super) fn clock(words: &Words<'_>, at: usize, bare: bool) -> Option<(Clock, usize)> {
    let begins = words.past(words.past(at, Role::At), Role::Filler);
    let bare = bare || begins > at;
    if let Some((clock, end)) = plain_clock(words, begins).filter(|(_, end)| {
        bare || *end > begins + 1
            || words
                .word(begins)
                .is_some_and(|word| word.contains([':', '.', ' ']))
    }) {
        return Some((clock, end));
    }
    part(words, begins).map(|(part, end)| (Clock::part(&part), end))
}

/// A part of the day that tells a time: "tonight", "in the morning".
fn part(words: &Words<'_>, at: usize) -> Option<(PartOfDay, usize)> {
    let begins = words.past(words.past(words.past(at, Role::In), Role::This), Role::The);
    let (part, end) = words.sense(begins, |sense| match sense {
        Sense::Part(part) => Some(*part),
        _ => None,
    })?;
    (part.alone || begins > at).then_some((part, end))
}

/// An hour with what stands around it: "half past nine", "9:30 pm", "7 in the evening".
fn plain_clock(words: &Words<'_>, at: usize) -> Option<(Clock, usize)> {
    match past_or_to(words, at) {
        Some((clock, end)) => Some(half_of_day(words, clock, end)),
        None => hour_alone(words, at),
    }
}

/// The same without "twenty to seven": in "20 to 7" there are two hours.
pub(super) fn hour_alone(words: &Words<'_>, at: usize) -> Option<(Clock, usize)> {
    let (clock, end) = colon(words, at).or_else(|| hour(words, at))?;
    Some(half_of_day(words, clock, end))
}

/// What stands behind an hour: "o'clock", "pm", "in the evening".
fn half_of_day(words: &Words<'_>, mut clock: Clock, end: usize) -> (Clock, usize) {
    let end = words.past(end, Role::OClock);
    for (role, half) in [(Role::Am, Half::Morning), (Role::Pm, Half::Afternoon)] {
        if let Some(end) = words.role(end, role) {
            clock.half = Some(half);
            clock.exact = false;
            return (clock, end);
        }
    }
    if let Some((part, end)) = part(words, end).filter(|(part, _)| part.half.is_some()) {
        clock.half = part.half;
        return (clock, end);
    }
    (clock, end)
}

/// "half past nine", "quarter to 8", "ten past 9".
fn past_or_to(words: &Words<'_>, at: usize) -> Option<(Clock, usize)> {
    let minutes = |role, n: u32| words.role(at, role).map(|end| (n, end));
    let (minutes, end) = minutes(Role::Half, 30)
        .or_else(|| minutes(Role::Quarter, 15))
        .or_else(|| words.number(at).filter(|(n, _)| (1..=30).contains(n)))?;
    let (ahead, end) = match (words.role(end, Role::Past), words.role(end, Role::Before)) {
        (Some(end), _) => (false, end),
        (None, Some(end)) => (true, end),
        // "half eight"
        (None, None) if words.role(at, Role::Half) == Some(end) => (false, end),
        (None, None) => return None,
    };
    let (hour, end) = words.number(end).filter(|(n, _)| (1..=12).contains(n))?;
    if unit(words, end).is_some() && words.role(end, Role::OClock).is_none() {
        return None;
    }
    let minutes = u8::try_from(minutes).ok()?;
    let hour = u8::try_from(hour).ok()?;
    let (hour, minute) = if ahead {
        (if hour == 1 { 12 } else { hour - 1 }, 60 - minutes)
    } else {
        (hour, minutes)
    };
    Some((
        Clock {
            hour,
            minute,
            half: None,
            exact: false,
        },
        end,
    ))
}

/// "21:30", "9.30".
fn colon(words: &Words<'_>, at: usize) -> Option<(Clock, usize)> {
    let (hours, minutes) = words.word(at)?.split_once([':', '.', ' '])?;
    let read = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() <= 2);
    let (hour, minute) = (read(hours)?, read(minutes).filter(|_| minutes.len() == 2)?);
    let exact = hour > 12 || hour == 0 || hours.len() == 2 && hours.starts_with('0');
    (hour < 24 && minute < 60).then_some((
        Clock {
            hour,
            minute,
            half: None,
            exact,
        },
        at + 1,
    ))
}

/// "9", "nine", "nine thirty", "2130".
fn hour(words: &Words<'_>, at: usize) -> Option<(Clock, usize)> {
    let (number, end) = words.number(at)?;
    let clock = |hour: u32, minute: u32, end| {
        let clock = Clock {
            hour: u8::try_from(hour).ok()?,
            minute: u8::try_from(minute).ok()?,
            half: None,
            exact: hour > 12 || hour == 0,
        };
        (hour < 24 && minute < 60).then_some((clock, end))
    };
    let four_digits = words.word(at).is_some_and(|word| word.len() == 4);
    if four_digits && words.digits(at).is_some() {
        return clock(number / 100, number % 100, end);
    }
    let minutes = words
        .number(end)
        .filter(|(n, _)| (10..60).contains(n) && n % 5 == 0);
    match minutes {
        Some((minutes, end)) if words.digits(at).is_none() => clock(number, minutes, end),
        _ => clock(number, 0, end),
    }
}
