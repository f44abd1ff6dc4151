//! Spans of time: "in 3 days", "in an hour and a half", "2 weeks from now".

use jiff::SignedDuration;

use crate::model::times::{Role, Sense};

use super::{dates::Day, phrases::Words};

/// The longest span that is understood, in days: about ten years.
const LONGEST: u32 = 3_660;

/// A span as it was said.
pub(super) enum Span {
    /// A while, shorter than a day.
    While(SignedDuration),
    /// So many days or months.
    Day(Day),
}

/// "in 3 days", "in half an hour", "2 weeks from now".
pub(super) fn span(words: &Words<'_>, at: usize) -> Option<(Span, usize)> {
    let begins = words.role(at, Role::In);
    let from = words.past(begins.unwrap_or(at), Role::Filler);
    let (amount, end) = amount(words, from)?;
    let ends = words.role(end, Role::Hence);
    (begins.is_some() || ends.is_some()).then(|| (amount, ends.unwrap_or(end)))
}

/// "3 days", "half an hour", "1 hour 20 minutes", "1.5 hours".
pub(super) fn amount(words: &Words<'_>, at: usize) -> Option<(Span, usize)> {
    let minutes = |n: u32| Span::While(SignedDuration::from_mins(i64::from(n)));
    if let Some(end) = half(words, at) {
        let end = words.past(end, Role::One);
        let (unit, end) = unit(words, end)?;
        return match unit {
            Unit::Minutes(length) => Some((minutes(u32::from(length) / 2), end)),
            Unit::Days(_) | Unit::Months(_) => None,
        };
    }
    if let Some((tenths, end)) = tenths(words, at) {
        let (Unit::Minutes(length), end) = unit(words, end)? else {
            return None;
        };
        let total = tenths.checked_mul(u32::from(length))? / 10;
        return (1..=LONGEST * 24 * 60)
            .contains(&total)
            .then(|| (minutes(total), end));
    }
    let (number, end) = words
        .number(at)
        .or_else(|| words.role(at, Role::One).map(|end| (1, end)))
        .filter(|(number, _)| *number > 0)?;
    // "two and a half hours"
    let with_half = and_a_half(words, end).filter(|end| unit(words, *end).is_some());
    let (unit, end) = unit(words, with_half.unwrap_or(end))?;
    match unit {
        Unit::Minutes(length) => {
            let length = u32::from(length);
            let mut total = number.checked_mul(length)?;
            // "an hour and a half"
            let half = with_half.map(|_| end).or_else(|| and_a_half(words, end));
            let (more, end) = match half {
                Some(end) => (length / 2, end),
                None => odd_minutes(words, length, end).unwrap_or((0, end)),
            };
            total = total.checked_add(more)?;
            (total <= LONGEST * 24 * 60).then(|| (minutes(total), end))
        }
        Unit::Days(_) | Unit::Months(_) if with_half.is_some() => None,
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

/// "half", "1/2".
fn half(words: &Words<'_>, at: usize) -> Option<usize> {
    let in_digits = || {
        let is = words.digits(at) == Some(1) && words.gap(at) == "/";
        (is && words.digits(at + 1) == Some(2)).then_some(at + 2)
    };
    words.role(at, Role::Half).or_else(in_digits)
}

fn and_a_half(words: &Words<'_>, at: usize) -> Option<usize> {
    let and = words.role(at, Role::And)?;
    words.role(words.past(and, Role::One), Role::Half)
}

/// "1.5", in tenths.
fn tenths(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    let (whole, tenth) = words.word(at)?.split_once('.')?;
    let read = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 3);
    let tenth = read(tenth).filter(|_| tenth.len() == 1)?;
    Some((read(whole)?.checked_mul(10)?.checked_add(tenth)?, at + 1))
}

/// The minutes behind hours: "1 hour 20 minutes", "2 hours and 15 min", "1h30".
fn odd_minutes(words: &Words<'_>, length: u32, at: usize) -> Option<(u32, usize)> {
    let and = words.past(at, Role::And);
    let (number, end) = words.number(and).filter(|(n, _)| length == 60 && *n < 60)?;
    match unit(words, end) {
        Some((Unit::Minutes(1), end)) => Some((number, end)),
        // Right behind the letter.
        _ => (words.gap(at - 1).is_empty() && and == at).then_some((number, end)),
    }
}

/// What spans are counted in, and how long one of it is.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    Minutes(u16),
    Days(u16),
    Months(u16),
}

/// A unit of time.
pub(super) fn unit(words: &Words<'_>, at: usize) -> Option<(Unit, usize)> {
    words.sense(at, |sense| match sense {
        Sense::Minutes(n) => Some(Unit::Minutes(*n)),
        Sense::Days(n) => Some(Unit::Days(*n)),
        Sense::Months(n) => Some(Unit::Months(*n)),
        _ => None,
    })
}
