//! Several days of the week: "monday and thursday", "mon-fri", "weekends".

use crate::model::times::{Role, Sense};

use super::{dates::weekday, phrases::Words, repeats::part};

/// Days of the week that come again: "monday and thursday" after "every", "mondays", "weekends". More
/// than one do anyway: "monday to friday", "mon wed fri".
pub(super) fn week(words: &Words<'_>, at: usize, each: bool) -> Option<([bool; 7], usize)> {
    let mut days = [false; 7];
    let mut again = each;
    let mut end = None;
    let mut named = 0;
    let mut last = None;
    let mut from = at;
    loop {
        let set = words.sense(from, |sense| match sense {
            Sense::Set { days, each } => Some((*days, *each)),
            _ => None,
        });
        let (chosen, next, day) = match (set, weekday(words, from)) {
            (Some(((chosen, its_own), next)), _) if each || its_own => {
                again = true;
                (chosen, next, None)
            }
            (_, Some(((day, _, its_own), next))) => {
                again |= its_own;
                (
                    std::array::from_fn(|n| n == usize::from(day)),
                    next,
                    Some(day),
                )
            }
            _ => break,
        };
        named += 1;
        if let (Some((first, to)), Some(day)) = (last, day)
            && (words.role(to, Role::To) == Some(from) || words.is_dashed(to))
        {
            days = both(days, through(first, day));
        }
        days = both(days, chosen);
        end = Some(next);
        last = day.map(|day| (day, next));
        let joined = words
            .role(next, Role::And)
            .or_else(|| words.role(next, Role::To));
        from = joined.unwrap_or(next);
    }
    let end = end?;
    // "tuesday evenings"
    again |= part(words, end).is_some_and(|(part, _)| part.each);
    (again || named > 1).then_some((days, end))
}

/// From one day of the week to another, both with.
fn through(first: u8, last: u8) -> [bool; 7] {
    let length = (7 + last - first) % 7;
    std::array::from_fn(|n| (7 + n - usize::from(first)) % 7 <= usize::from(length))
}

/// A day of the week by its name, or some: "weekend".
pub(super) fn named_days(words: &Words<'_>, at: usize) -> Option<[bool; 7]> {
    words
        .sense(at, |sense| match sense {
            Sense::Weekday { day, .. } => Some(std::array::from_fn(|n| n == usize::from(*day))),
            Sense::Set { days, .. } => Some(*days),
            _ => None,
        })
        .map(|(days, _)| days)
}

/// The days of either.
pub(super) fn both(one: [bool; 7], other: [bool; 7]) -> [bool; 7] {
    let mut days = one;
    for (day, on) in days.iter_mut().zip(other) {
        *day |= on;
    }
    days
}
