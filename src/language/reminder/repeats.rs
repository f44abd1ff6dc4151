//! What comes again: "every day", "mondays", "every other friday", "on the 1st of every month".

use std::num::NonZeroU16;

use jiff::{
    ToSpan as _,
    civil::{Date, Time},
};

use crate::model::times::{PartOfDay, Role, Sense};

use super::{
    Said, Unable,
    dates::{Day, falls, of_a_month, of_month, ordinal, weekday},
    phrases::Words,
    spans::{Span, Unit, amount, unit},
    weekdays::{both, week},
};

/// The longest from one to the next, in days.
const LONGEST: u32 = 366;

/// How it comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    Daily,
    Weekly([bool; 7]),
    /// Every so many weeks, on these days.
    Weeks(u32, [bool; 7]),
    EveryDays(u32),
    Monthly(Option<u8>),
    /// In a way that no plan knows.
    Unable(Unable),
}

/// A repeat, the part of the day that is told with it, and where it ends.
type Found = (Repeat, Option<PartOfDay>, usize);

impl Repeat {
    /// The two together: "every week" and "on fridays".
    pub(super) fn with(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Unable(why), _) | (_, Self::Unable(why)) => Self::Unable(why),
            (Self::Daily | Self::EveryDays(7), Self::Weekly(days))
            | (Self::Weekly(days), Self::Daily | Self::EveryDays(7)) => Self::Weekly(days),
            (Self::EveryDays(length), Self::Weekly(days))
            | (Self::Weekly(days), Self::EveryDays(length))
                if length % 7 == 0 =>
            {
                Self::Weeks(length / 7, days)
            }
            (Self::Weekly(one), Self::Weekly(other)) => Self::Weekly(both(one, other)),
            (Self::Monthly(None), Self::Monthly(day))
            | (Self::Monthly(day), Self::Monthly(None)) => Self::Monthly(day),
            _ => Self::Unable(Unable::Seldom),
        }
    }

    /// The same with the day that was said beside it, where that tells which one of each week or month
    /// it is; else that day is the first.
    fn on(self, day: &Day) -> Option<Self> {
        match (self, day) {
            (Self::EveryDays(length), Day::Weekday(day, 0)) if length % 7 == 0 => {
                let days = std::array::from_fn(|n| n == usize::from(*day));
                Some(self.with(Self::Weekly(days)))
            }
            (Self::Monthly(None), Day::Of(None, day)) => Some(Self::Monthly(Some(*day))),
            (Self::Monthly(None), Day::MonthEnd(0)) => Some(Self::Monthly(Some(31))),
            (_, Day::Ahead(0)) => Some(self),
            _ => None,
        }
    }

    /// All of it together.
    pub(super) fn said(self, day: Option<&Day>, time: Option<Time>, today: Date) -> Said {
        let Some(day) = day else {
            return self.alone(time, today);
        };
        if let Some(repeat) = self.on(day) {
            return repeat.alone(time, today);
        }
        match day.date(today) {
            // "every day next week"
            _ if *day == Day::NextWeek(None) => Said::Unable(Unable::Bounds),
            // "every month on the first monday"
            None if matches!(self, Self::Monthly(_)) => Said::Unable(Unable::Seldom),
            Some(from) => self.from(from, matches!(day, Day::Weekday(..)), time, today),
            None => Said::Unable(Unable::Day),
        }
    }

    fn alone(self, time: Option<Time>, today: Date) -> Said {
        match self {
            Self::Daily => Said::Daily { time },
            Self::Weekly(days) => Said::Weekly { days, time },
            Self::EveryDays(days) => every(days, None, time),
            Self::Monthly(day) => Said::Monthly {
                day: day.unwrap_or_else(|| today.day().unsigned_abs()),
                time,
            },
            Self::Weeks(weeks, days) => match first(days, today.saturating_add(1.day())) {
                Some(from) => every(weeks.saturating_mul(7), Some(from), time),
                None => Said::Unable(Unable::Seldom),
            },
            Self::Unable(why) => Said::Unable(why),
        }
    }

    /// From a day on; `weekday`: it was told as one of the week.
    fn from(self, from: Date, weekday: bool, time: Option<Time>, today: Date) -> Said {
        let of_month = from.day().unsigned_abs();
        match self {
            Self::Daily => every(1, Some(from), time),
            Self::EveryDays(days) => every(days, Some(from), time),
            Self::Weekly(days) => match first(days, from) {
                Some(from) => every(7, Some(from), time),
                None => Said::Unable(Unable::Bounds),
            },
            Self::Weeks(weeks, days) => match first(days, from) {
                Some(from) => every(weeks.saturating_mul(7), Some(from), time),
                None => Said::Unable(Unable::Seldom),
            },
            Self::Monthly(_) if weekday => Said::Unable(Unable::Seldom),
            // Where that one is the next anyway.
            Self::Monthly(day)
                if day.is_none_or(|day| day == of_month)
                    && from <= today.saturating_add(1.month()) =>
            {
                Said::Monthly {
                    day: of_month,
                    time,
                }
            }
            Self::Monthly(_) => Said::Unable(Unable::Bounds),
            Self::Unable(why) => Said::Unable(why),
        }
    }
}

fn every(days: u32, from: Option<Date>, time: Option<Time>) -> Said {
    let days = u16::try_from(days).ok().and_then(NonZeroU16::new);
    days.filter(|days| u32::from(days.get()) <= LONGEST).map_or(
        Said::Unable(Unable::Seldom),
        |days| Said::EveryDays { days, from, time },
    )
}

/// The first such day from a date on, where it is one day of the week.
fn first(days: [bool; 7], from: Date) -> Option<Date> {
    if days.iter().filter(|on| **on).count() != 1 {
        return None;
    }
    let ahead = (0..7).filter_map(|days: i64| from.checked_add(days.days()).ok());
    ahead.into_iter().find(|date| falls(days, *date))
}

/// "every day", "on weekdays", "every monday and thursday", "on the 1st of every month". With the
/// part of the day in "every morning".
pub(super) fn repeat(words: &Words<'_>, at: usize) -> Option<Found> {
    if let Some(found) = by_one_word(words, at) {
        return Some(found);
    }
    let on = words.past(at, Role::On);
    if let Some((repeat, end)) = of_each_month(words, on) {
        return Some((repeat, None, end));
    }
    let each = words.role(on, Role::Each);
    if let Some((days, end)) = week(words, each.unwrap_or(on), each.is_some()) {
        let (part, end) = with_part(words, end);
        return Some((Repeat::Weekly(days), part, end));
    }
    after_each(words, each?)
}

/// "daily", "hourly", "3 times a day", "mornings".
fn by_one_word(words: &Words<'_>, at: usize) -> Option<Found> {
    let counted = words.number(at).map_or(at, |(_, end)| end);
    let often = words.role(counted, Role::Hourly);
    if let Some(end) = often.or_else(|| words.role(at, Role::Hourly)) {
        return Some((Repeat::Unable(Unable::Often), None, end));
    }
    if let Some(end) = words.role(at, Role::Yearly) {
        return Some((Repeat::Unable(Unable::Seldom), None, end));
    }
    if let Some(end) = words.role(at, Role::Monthly) {
        return Some((Repeat::Monthly(None), None, end));
    }
    if let Some((days, end)) = words.sense(at, |sense| match sense {
        Sense::Often(days) => Some(u32::from(*days)),
        _ => None,
    }) {
        let repeat = match days {
            1 => Repeat::Daily,
            days => Repeat::EveryDays(days),
        };
        return Some((repeat, None, end));
    }
    let from = words.past(words.past(at, Role::In), Role::The);
    let (part, end) = part(words, from).filter(|(part, _)| part.each)?;
    Some(more_parts(words, part, end))
}

/// A part of the day.
pub(super) fn part(words: &Words<'_>, at: usize) -> Option<(PartOfDay, usize)> {
    words.sense(at, |sense| match sense {
        Sense::Part(part) => Some(*part),
        _ => None,
    })
}

/// Every day at a part of it; at two of them is too often.
fn more_parts(words: &Words<'_>, one: PartOfDay, end: usize) -> Found {
    let and = words.role(end, Role::And);
    let again = |at| words.past(words.past(at, Role::Each), Role::The);
    match and.and_then(|at| part(words, again(at))) {
        Some((_, end)) => (Repeat::Unable(Unable::Often), None, end),
        None => (Repeat::Daily, Some(one), end),
    }
}

/// "every monday morning", "on tuesday evenings".
fn with_part(words: &Words<'_>, at: usize) -> (Option<PartOfDay>, usize) {
    let from = words.past(words.past(at, Role::In), Role::The);
    match part(words, from) {
        Some((part, end)) => (Some(part), end),
        None => (None, at),
    }
}

/// "the 1st of every month", "day 15 of each month", "the first monday of every month".
fn of_each_month(words: &Words<'_>, at: usize) -> Option<(Repeat, usize)> {
    let each_month = |at| {
        let each = words.role(words.past(at, Role::Of), Role::Each)?;
        match unit(words, each)? {
            (Unit::Months(1), end) => Some(end),
            _ => None,
        }
    };
    let numbered = || match unit(words, at)? {
        (Unit::Days(1), from) => of_a_month(words, from),
        _ => None,
    };
    if let Some((day, end)) = ordinal(words, at).or_else(numbered) {
        if let Some(end) = each_month(end) {
            return Some((Repeat::Monthly(Some(day)), end));
        }
        let (_, end) = weekday(words, end)?;
        return Some((Repeat::Unable(Unable::Seldom), each_month(end)?));
    }
    for (role, day) in [(Role::End, 31), (Role::Start, 1)] {
        if let Some(end) = words.role(at, role).and_then(each_month) {
            return Some((Repeat::Monthly(Some(day)), end));
        }
    }
    None
}

/// What stands behind "every".
fn after_each(words: &Words<'_>, at: usize) -> Option<Found> {
    if let Some((part, end)) = part(words, at) {
        return Some(more_parts(words, part, end));
    }
    // "every hour", "every half hour", "every 90 minutes"
    if let Some((Span::While(_), end)) = amount(words, at) {
        return Some((Repeat::Unable(Unable::Often), None, end));
    }
    let seldom = |end| Some((Repeat::Unable(Unable::Seldom), None, end));
    let other = words.role(at, Role::Other).map(|end| (2, end));
    let place = ordinal(words, at).map(|(place, end)| (u32::from(place), end));
    let (number, from) = other
        .or(place)
        .or_else(|| words.number(at))
        .unwrap_or((1, at));
    if let Some((unit, end)) = unit(words, from) {
        let repeat = match unit {
            Unit::Minutes(_) => Repeat::Unable(Unable::Often),
            Unit::Days(1) if number == 1 => Repeat::Daily,
            Unit::Days(length) => match number.checked_mul(u32::from(length)) {
                Some(days @ 1..=LONGEST) => Repeat::EveryDays(days),
                _ => Repeat::Unable(Unable::Seldom),
            },
            Unit::Months(1) if number == 1 => Repeat::Monthly(None),
            Unit::Months(_) => Repeat::Unable(Unable::Seldom),
        };
        return Some((repeat, None, end));
    }
    if let Some(((day, ..), end)) = weekday(words, from) {
        // "every first monday of the month" is no week's; "every second monday" is.
        if let Some(end) = of_the_month(words, end) {
            return seldom(end);
        }
        if place.is_some() && number != 2 {
            return seldom(end);
        }
        let days = std::array::from_fn(|n| n == usize::from(day));
        let (part, end) = with_part(words, end);
        return Some((Repeat::Weeks(number, days), part, end));
    }
    match of_month(words, at, true)? {
        (Day::Of(None, day), end) => {
            let end = of_the_month(words, end).unwrap_or(end);
            Some((Repeat::Monthly(Some(day)), None, end))
        }
        // "every 5 may"
        (_, end) => seldom(end),
    }
}

/// Where "of the month" ends.
fn of_the_month(words: &Words<'_>, at: usize) -> Option<usize> {
    let of = words.past(words.role(at, Role::Of)?, Role::The);
    match unit(words, of)? {
        (Unit::Months(1), end) => Some(end),
        _ => None,
    }
}
