//! Days, spans of time, and what comes again.

use std::num::NonZeroU16;

use jiff::{
    SignedDuration, ToSpan as _,
    civil::{Date, Time},
};

use crate::model::times::{PartOfDay, Role, Sense};

use super::{Said, phrases::Words};

/// The longest span that is understood, in days: about ten years.
const LONGEST: u32 = 3_660;

/// A day as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Day {
    /// So many days ahead.
    Ahead(u32),
    /// So many months ahead.
    Months(u32),
    /// The next of that weekday, 0 is Monday.
    Weekday(u8),
    /// A month, 1 to 12, and its day; without a month the next such day.
    Of(Option<u8>, u8),
    /// The last day of this month.
    MonthEnd,
}

/// A span as it was said.
pub(super) enum Span {
    /// A while, shorter than a day.
    While(SignedDuration),
    /// So many days or months.
    Day(Day),
}

/// How it comes again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Repeat {
    Daily,
    Weekly([bool; 7]),
    EveryDays(u32),
    Monthly(Option<u8>),
}

impl Day {
    /// The date, seen from today: the next such day, for a weekday never today.
    pub(super) fn date(&self, today: Date) -> Option<Date> {
        match self {
            Self::Ahead(days) => today.checked_add(i64::from(*days).days()).ok(),
            Self::Months(months) => today.checked_add(i64::from(*months).months()).ok(),
            Self::Weekday(day) => {
                let now = i64::from(today.weekday().to_monday_zero_offset());
                let ahead = (i64::from(*day) - now).rem_euclid(7);
                let ahead = if ahead == 0 { 7 } else { ahead };
                today.checked_add(ahead.days()).ok()
            }
            Self::Of(Some(month), day) => (0..9).find_map(|years| {
                let year = today.year().checked_add(years)?;
                let date = Date::new(year, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?);
                date.ok().filter(|date| *date >= today)
            }),
            Self::Of(None, day) => (0..13).find_map(|months: i64| {
                let month = today.first_of_month().checked_add(months.months()).ok()?;
                let date = Date::new(month.year(), month.month(), i8::try_from(*day).ok()?);
                date.ok().filter(|date| *date > today)
            }),
            Self::MonthEnd => Some(today.last_of_month()),
        }
    }
}

impl Repeat {
    pub(super) fn said(&self, time: Option<Time>, today: Date) -> Option<Said> {
        Some(match self {
            Self::Daily => Said::Daily { time },
            Self::Weekly(days) => Said::Weekly { days: *days, time },
            Self::EveryDays(days) => Said::EveryDays {
                days: NonZeroU16::new(u16::try_from(*days).ok()?)?,
                time,
            },
            Self::Monthly(day) => Said::Monthly {
                day: day.unwrap_or_else(|| today.day().unsigned_abs()),
                time,
            },
        })
    }
}

/// "in 3 days", "in half an hour", "2 weeks from now".
pub(super) fn span(words: &Words<'_>, at: usize) -> Option<(Span, usize)> {
    let begins = words.role(at, Role::In);
    let from = words.past(begins.unwrap_or(at), Role::Filler);
    let (amount, end) = amount(words, from)?;
    let ends = words.role(end, Role::Hence);
    (begins.is_some() || ends.is_some()).then(|| (amount, ends.unwrap_or(end)))
}

fn amount(words: &Words<'_>, at: usize) -> Option<(Span, usize)> {
    let minutes = |n: u32| Span::While(SignedDuration::from_mins(i64::from(n)));
    // "half an hour"
    if let Some(end) = words.role(at, Role::Half) {
        let end = words.past(end, Role::One);
        let (unit, end) = unit(words, end)?;
        return match unit {
            Unit::Minutes(length) => Some((minutes(u32::from(length) / 2), end)),
            Unit::Days(_) | Unit::Months(_) => None,
        };
    }
    let (number, end) = words
        .number(at)
        .or_else(|| words.role(at, Role::One).map(|end| (1, end)))
        .filter(|(number, _)| *number > 0)?;
    let (unit, end) = unit(words, end)?;
    match unit {
        Unit::Minutes(length) => {
            let mut total = number.checked_mul(u32::from(length))?;
            let mut last = end;
            // "an hour and a half"
            let half = words
                .role(end, Role::And)
                .and_then(|at| words.role(words.past(at, Role::One), Role::Half));
            if let Some(end) = half {
                total = total.checked_add(u32::from(length) / 2)?;
                last = end;
            }
            (total <= LONGEST * 24 * 60).then(|| (minutes(total), last))
        }
        Unit::Days(length) => {
            let days = number.checked_mul(u32::from(length))?;
            (days <= LONGEST).then_some((Span::Day(Day::Ahead(days)), end))
        }
        Unit::Months(length) => {
            let months = number.checked_mul(u32::from(length))?;
            (months <= LONGEST / 30).then_some((Span::Day(Day::Months(months)), end))
        }
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Minutes(u16),
    Days(u16),
    Months(u16),
}

fn unit(words: &Words<'_>, at: usize) -> Option<(Unit, usize)> {
    words.sense(at, |sense| match sense {
        Sense::Minutes(n) => Some(Unit::Minutes(*n)),
        Sense::Days(n) => Some(Unit::Days(*n)),
        Sense::Months(n) => Some(Unit::Months(*n)),
        _ => None,
    })
}

fn weekday(words: &Words<'_>, at: usize) -> Option<((u8, bool, bool), usize)> {
    words.sense(at, |sense| match sense {
        Sense::Weekday { day, sure, each } => Some((*day, *sure, *each)),
        _ => None,
    })
}

fn month(words: &Words<'_>, at: usize) -> Option<(u8, usize)> {
    words.sense(at, |sense| match sense {
        Sense::Month(month) => Some(*month),
        _ => None,
    })
}

/// "the 15th", "first": a day of the month.
fn ordinal(words: &Words<'_>, at: usize) -> Option<(u8, usize)> {
    let at = words.past(at, Role::The);
    if let Some(day) = words.digits(at).filter(|day| (1..=31).contains(day)) {
        let ending = |sense: &Sense| (*sense == Sense::OrdinalEnding).then_some(());
        let ((), end) = words.sense(at + 1, ending)?;
        return Some((u8::try_from(day).ok()?, end));
    }
    words.sense(at, |sense| match sense {
        Sense::Ordinal(day) => Some(*day),
        _ => None,
    })
}

/// "tomorrow", "next monday", "on the 15th", "12 december", "next week".
pub(super) fn day(words: &Words<'_>, at: usize) -> Option<(Day, usize)> {
    if let Some(found) = words.sense(at, |sense| match sense {
        Sense::Ahead(days) => Some(Day::Ahead(u32::from(*days))),
        _ => None,
    }) {
        return Some(found);
    }
    let on = words.past(at, Role::On);
    if let Some(end) = words.role(on, Role::End) {
        let (unit, end) = unit(words, words.past(end, Role::The))?;
        return matches!(unit, Unit::Months(1)).then_some((Day::MonthEnd, end));
    }
    let this = words.role(on, Role::This);
    let next = words.role(on, Role::Next);
    let from = this.or(next).unwrap_or(on);
    if let Some(((day, sure, false), end)) = weekday(words, from)
        && (sure || from > at)
    {
        return Some((Day::Weekday(day), end));
    }
    if let Some(from) = next
        && let Some((unit, end)) = unit(words, from)
    {
        return match unit {
            Unit::Days(days) if days > 1 => Some((Day::Ahead(u32::from(days)), end)),
            Unit::Months(months) => Some((Day::Months(u32::from(months)), end)),
            Unit::Days(_) | Unit::Minutes(_) => None,
        };
    }
    of_month(words, on, on > at)
}

/// A day with or without its month. Without "on" before it, "first" is no date.
fn of_month(words: &Words<'_>, at: usize, on: bool) -> Option<(Day, usize)> {
    if let Some((month, end)) = month(words, at) {
        let (day, end) = ordinal(words, end).or_else(|| {
            let day = words.digits(end).filter(|day| (1..=31).contains(day))?;
            Some((u8::try_from(day).ok()?, end + 1))
        })?;
        return Some((Day::Of(Some(month), day), end));
    }
    let plain = || {
        let day = words.digits(at).filter(|day| (1..=31).contains(day))?;
        Some((u8::try_from(day).ok()?, at + 1))
    };
    if let Some((day, end)) = ordinal(words, at).or_else(plain)
        && let Some((month, end)) = month(words, words.past(end, Role::Of))
    {
        return Some((Day::Of(Some(month), day), end));
    }
    let (day, end) = ordinal(words, at)?;
    on.then_some((Day::Of(None, day), end))
}

/// "every day", "on weekdays", "every monday and thursday", "on the 1st of every month". With the
/// part of the day in "every morning".
pub(super) fn repeat(words: &Words<'_>, at: usize) -> Option<(Repeat, Option<PartOfDay>, usize)> {
    let often = words.sense(at, |sense| match sense {
        Sense::Often(days) => Some(*days),
        Sense::Role(Role::Monthly) => Some(0),
        _ => None,
    });
    if let Some((days, end)) = often {
        let repeat = match days {
            0 => Repeat::Monthly(None),
            1 => Repeat::Daily,
            days => Repeat::EveryDays(u32::from(days)),
        };
        return Some((repeat, None, end));
    }
    let on = words.past(at, Role::On);
    if let Some((day, end)) = ordinal(words, on)
        && let Some(end) = words.role(words.past(end, Role::Of), Role::Each)
        && let Some((Unit::Months(1), end)) = unit(words, end)
    {
        return Some((Repeat::Monthly(Some(day)), None, end));
    }
    let each = words.role(on, Role::Each);
    if let Some((days, end)) = week(words, each.unwrap_or(on), each.is_some()) {
        return Some((Repeat::Weekly(days), None, end));
    }
    let from = each?;
    let part = words.sense(from, |sense| match sense {
        Sense::Part(part) => Some(*part),
        _ => None,
    });
    if let Some((part, end)) = part {
        return Some((Repeat::Daily, Some(part), end));
    }
    let other = words.role(from, Role::Other);
    let (number, from) = match other {
        Some(end) => (2, end),
        None => words.number(from).unwrap_or((1, from)),
    };
    let (unit, end) = unit(words, from)?;
    let repeat = match unit {
        Unit::Days(1) if number == 1 => Repeat::Daily,
        Unit::Days(length) => {
            let days = number.checked_mul(u32::from(length))?;
            ((1..=366).contains(&days)).then_some(Repeat::EveryDays(days))?
        }
        Unit::Months(1) if number == 1 => Repeat::Monthly(None),
        Unit::Months(_) | Unit::Minutes(_) => return None,
    };
    Some((repeat, None, end))
}

/// Days of the week that come again: "monday and thursday" after "every", "mondays", "weekends".
fn week(words: &Words<'_>, at: usize, each: bool) -> Option<([bool; 7], usize)> {
    let mut days = [false; 7];
    let mut end = None;
    let mut from = at;
    loop {
        let set = words.sense(from, |sense| match sense {
            Sense::Set { days, each } => Some((*days, *each)),
            _ => None,
        });
        let (chosen, next) = match (set, weekday(words, from)) {
            (Some(((chosen, again), next)), _) if each || again => (chosen, next),
            (_, Some(((day, _, again), next))) if again || each => {
                let mut chosen = [false; 7];
                *chosen.get_mut(usize::from(day))? = true;
                (chosen, next)
            }
            _ => break,
        };
        for (day, on) in days.iter_mut().zip(chosen) {
            *day |= on;
        }
        end = Some(next);
        from = words.past(next, Role::And);
    }
    Some((days, end?))
}
