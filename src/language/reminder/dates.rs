//! Days: "tomorrow", "next monday", "on the 15th", "12 december", "25/12", "2026-12-05".

use jiff::{ToSpan as _, civil::Date};

use crate::model::times::{Role, Sense};

use super::{
    phrases::Words,
    spans::{Span, Unit, amount, unit},
};

/// Years that are told in four digits behind a day and its month. Others may be times of day.
const YEARS: std::ops::RangeInclusive<u32> = 2_000..=2_099;
/// Years that are told in numbers only: "24/03/2150".
const YEARS_OF_NUMBERS: std::ops::RangeInclusive<u32> = 1_900..=2_199;

/// A day as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Day {
    /// So many days ahead.
    Ahead(u32),
    /// So many months ahead.
    Months(u32),
    /// "Next week", and which of its days, 0 is Monday.
    NextWeek(Option<u8>),
    /// The next of that weekday, 0 is Monday, and so many weeks after it.
    Weekday(u8, u32),
    /// The next day of these, from Monday: "at the weekend".
    OneOf([bool; 7]),
    /// A month, 1 to 12, and its day; without a month the next such day.
    Of(Option<u8>, u8),
    /// The day of that year.
    On(Date),
    /// The last day of this month, or of one so many months ahead.
    MonthEnd(u32),
    /// It may be two days, or none: "5/12", "30 february".
    Doubtful,
}

impl Day {
    /// The date, seen from today: the next such day, for a weekday never today.
    pub(super) fn date(&self, today: Date) -> Option<Date> {
        let ahead = |days: i64| today.checked_add(days.days()).ok();
        let months = |months: u32| today.checked_add(i64::from(months).months()).ok();
        match self {
            Self::Ahead(days) => ahead(i64::from(*days)),
            Self::Months(number) => months(*number),
            Self::NextWeek(None) => ahead(7),
            Self::NextWeek(Some(day)) => {
                let now = i64::from(today.weekday().to_monday_zero_offset());
                ahead(7 - now + i64::from(*day))
            }
            Self::Weekday(day, weeks) => {
                let now = i64::from(today.weekday().to_monday_zero_offset());
                let days = (i64::from(*day) - now - 1).rem_euclid(7) + 1;
                ahead(days + 7 * i64::from(*weeks))
            }
            Self::OneOf(days) => (1..=7).filter_map(ahead).find(|date| falls(*days, *date)),
            Self::Of(Some(month), day) => (0..9).find_map(|years| {
                let year = today.year().checked_add(years)?;
                date_of(year, *month, *day).filter(|date| *date >= today)
            }),
            Self::Of(None, day) => (0..13).find_map(|months: i64| {
                let month = today.first_of_month().checked_add(months.months()).ok()?;
                let date = Date::new(month.year(), month.month(), i8::try_from(*day).ok()?);
                date.ok().filter(|date| *date > today)
            }),
            Self::On(date) => Some(*date),
            Self::MonthEnd(number) => Some(months(*number)?.last_of_month()),
            Self::Doubtful => None,
        }
    }

    /// Whether it is one day of a calendar, which a day of the week may stand beside.
    pub(super) const fn is_dated(&self) -> bool {
        matches!(self, Self::Of(..) | Self::On(_) | Self::Doubtful)
    }

    /// The two together, where they tell one day: "next week" and "monday", "a week" and "on friday".
    pub(super) fn with(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::NextWeek(None), Self::Weekday(day, 0))
            | (Self::Weekday(day, 0), Self::NextWeek(None)) => Some(Self::NextWeek(Some(*day))),
            (Self::Ahead(days), Self::Weekday(day, 0)) if *days >= 7 && days % 7 == 0 => {
                Some(Self::Weekday(*day, days / 7))
            }
            _ => None,
        }
    }
}

/// Whether a date is on one of these days of the week, from Monday.
pub(super) fn falls(days: [bool; 7], date: Date) -> bool {
    let day = date.weekday().to_monday_zero_offset();
    usize::try_from(day).is_ok_and(|day| days.get(day).copied().unwrap_or(false))
}

fn date_of(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Its number, 0 is Monday, whether it can't be another word, and whether it comes again.
pub(super) fn weekday(words: &Words<'_>, at: usize) -> Option<((u8, bool, bool), usize)> {
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
pub(super) fn ordinal(words: &Words<'_>, at: usize) -> Option<(u8, usize)> {
    let at = words.past(at, Role::The);
    if words.digits(at).is_some() {
        let (day, end) = of_a_month(words, at)?;
        let ending = |sense: &Sense| (*sense == Sense::OrdinalEnding).then_some(());
        let ((), end) = words.sense(end, ending)?;
        return Some((day, end));
    }
    words.sense(at, |sense| match sense {
        Sense::Ordinal(day) => Some(*day),
        _ => None,
    })
}

/// Digits from 1 to 31.
pub(super) fn of_a_month(words: &Words<'_>, at: usize) -> Option<(u8, usize)> {
    let day = words.digits(at).filter(|day| (1..=31).contains(day))?;
    Some((u8::try_from(day).ok()?, at + 1))
}

/// "tomorrow", "next monday", "on the 15th", "12 december", "next week". `bare`: "sat" is a day too.
pub(super) fn day(words: &Words<'_>, at: usize, bare: bool) -> Option<(Day, usize)> {
    if let Some(found) = words.sense(at, |sense| match sense {
        Sense::Ahead(days) => Some(Day::Ahead(u32::from(*days))),
        _ => None,
    }) {
        return Some(found);
    }
    if let Some(found) = weeks_after(words, at) {
        return Some(found);
    }
    let on = words.past(at, Role::On);
    if let Some(found) = edge(words, on) {
        return Some(found);
    }
    let this = words.role(on, Role::This);
    let next = words.role(on, Role::Next);
    let from = this.or(next).unwrap_or(on);
    if let Some(((day, sure, false), end)) = weekday(words, from)
        && (sure || bare || from > at)
    {
        return Some((Day::Weekday(day, 0), end));
    }
    if let Some((days, end)) = set(words, words.past(from, Role::The))
        && from > at
    {
        return Some((Day::OneOf(days), end));
    }
    if let Some(from) = next
        && let Some((unit, end)) = unit(words, from)
    {
        return match unit {
            Unit::Days(7) => Some((Day::NextWeek(None), end)),
            Unit::Days(days) if days > 1 => Some((Day::Ahead(u32::from(days)), end)),
            Unit::Months(months) => Some((Day::Months(u32::from(months)), end)),
            Unit::Days(_) | Unit::Minutes(_) => None,
        };
    }
    if let Some(end) = month_of_a_year(words, on) {
        return Some((Day::Doubtful, end));
    }
    let on_a_day = on > at && words.role(at, Role::At).is_none();
    numeric(words, on, on_a_day || bare).or_else(|| of_month(words, on, on > at))
}

/// Where "in march 2027" ends: no day of it is told, and the year is no time of day.
fn month_of_a_year(words: &Words<'_>, at: usize) -> Option<usize> {
    let (_, end) = month(words, words.past(at, Role::In))?;
    let is_year = words.digits(end).is_some_and(|year| YEARS.contains(&year));
    is_year.then_some(end + 1)
}

/// "a week on friday", "two weeks from monday".
fn weeks_after(words: &Words<'_>, at: usize) -> Option<(Day, usize)> {
    let (Span::Day(Day::Ahead(days)), end) = amount(words, at)? else {
        return None;
    };
    let ((day, ..), end) = weekday(words, words.role(end, Role::On)?)?;
    (days % 7 == 0).then_some((Day::Weekday(day, days / 7), end))
}

/// Some days of the week that don't come again by themselves: "weekend".
fn set(words: &Words<'_>, at: usize) -> Option<([bool; 7], usize)> {
    words.sense(at, |sense| match sense {
        Sense::Set { days, each: false } => Some(*days),
        _ => None,
    })
}

/// "the end of the month", "the beginning of next month".
fn edge(words: &Words<'_>, at: usize) -> Option<(Day, usize)> {
    let first = words.role(at, Role::Start);
    let end = first.or_else(|| words.role(at, Role::End))?;
    let next = words.role(end, Role::Next);
    let (Unit::Months(1), end) = unit(words, words.past(next.unwrap_or(end), Role::The))? else {
        return None;
    };
    let day = match first {
        Some(_) => Day::Of(None, 1),
        None => Day::MonthEnd(u32::from(next.is_some())),
    };
    Some((day, end))
}

/// A day with or without its month. Without "on" before it, "first" is no date.
pub(super) fn of_month(words: &Words<'_>, at: usize, on: bool) -> Option<(Day, usize)> {
    let (month, day, end) = if let Some((month, end)) = month(words, at) {
        let (day, end) = ordinal(words, end).or_else(|| of_a_month(words, end))?;
        (month, day, end)
    } else {
        let found = ordinal(words, at).or_else(|| of_a_month(words, at));
        let with_month = found.and_then(|(day, end)| {
            let (month, end) = month(words, words.past(end, Role::Of))?;
            Some((month, day, end))
        });
        let Some(found) = with_month else {
            let (day, end) = ordinal(words, at)?;
            // "on the first monday"
            if let Some((_, end)) = weekday(words, end) {
                return on.then_some((Day::Doubtful, end));
            }
            return on.then_some((Day::Of(None, day), end));
        };
        found
    };
    let year = words.digits(end).filter(|year| YEARS.contains(year));
    Some(match year {
        Some(year) => (dated(year, month, day), end + 1),
        None => (Day::Of(Some(month), day), end),
    })
}

fn dated(year: u32, month: u8, day: u8) -> Day {
    let date = i16::try_from(year).ok();
    date.and_then(|year| date_of(year, month, day))
        .map_or(Day::Doubtful, Day::On)
}

/// "25/12", "5.12.", "2026-12-05", "12/25/2026". `on`: it can only be a day here, so that one which
/// may be two is one of them; without that "1/2" may be a half.
fn numeric(words: &Words<'_>, at: usize, on: bool) -> Option<(Day, usize)> {
    let (numbers, mark, end) = numbers(words, at)?;
    let small = |n: &u32| u8::try_from(*n).ok().filter(|n| (1..=31).contains(n));
    match numbers.as_slice() {
        [year, month, day] if YEARS_OF_NUMBERS.contains(year) => {
            Some((dated(*year, small(month)?, small(day)?), end))
        }
        [first, second, year] => {
            let year = if *year < 100 { 2_000 + year } else { *year };
            let (first, second) = (small(first)?, small(second)?);
            let Some((month, day)) = order(first, second, mark) else {
                return Some((Day::Doubtful, end));
            };
            YEARS_OF_NUMBERS
                .contains(&year)
                .then(|| (dated(year, month, day), end))
        }
        [first, second] if mark != '-' => {
            let (first, second) = (small(first)?, small(second)?);
            // "5.12" is a time of day; "25.12" is none, nor is "on 5.12. at 9".
            let closed = words.gap(at).starts_with('.') && end < words.len();
            let is_a_day = match mark {
                '.' => first >= 24 || on && closed,
                _ => on || first > 12 || second > 12,
            };
            if !is_a_day {
                return None;
            }
            let Some((month, day)) = order(first, second, mark) else {
                return Some((Day::Doubtful, end));
            };
            (month <= 12).then_some((Day::Of(Some(month), day), end))
        }
        _ => None,
    }
}

/// Which is the month and which the day; none where nobody can tell. With points between them the
/// day is first.
fn order(first: u8, second: u8, mark: char) -> Option<(u8, u8)> {
    if mark == '.' || first > 12 || first == second {
        Some((second, first))
    } else if second > 12 {
        Some((first, second))
    } else {
        None
    }
}

/// Two or three numbers with one mark between them, and where they end.
fn numbers(words: &Words<'_>, at: usize) -> Option<(Vec<u32>, char, usize)> {
    let word = words.word(at)?;
    let number = |text: &str| {
        let fits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| text.parse::<u32>().ok())?
    };
    if word.contains('.') {
        let all: Option<Vec<_>> = word.split('.').map(number).collect();
        return Some((all?, '.', at + 1));
    }
    let mut all = vec![number(word)?];
    let mark = ['/', '-']
        .into_iter()
        .find(|mark| words.gap(at) == mark.to_string())?;
    let mut end = at;
    while words.gap(end) == mark.to_string() && all.len() < 3 {
        end += 1;
        all.push(number(words.word(end)?)?);
    }
    Some((all, mark, end + 1))
}
