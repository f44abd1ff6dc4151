//! From what a person said about a time to a plan.

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, DateTime, Time},
};

use crate::{
    language::{self, End, Said, Unable},
    model::keys,
    schedule::{Day, Plan},
};

use super::super::turn::Turn;

/// The time of a day on which none was said.
const MORNING: Time = Time::constant(9, 0, 0, 0);

/// The plan; none of what never comes.
pub(super) fn plan(said: &Said, turn: &Turn<'_>) -> Option<Plan> {
    let zone = turn.session.agenda.zone();
    let there = zone.local(turn.now);
    let at = |time: &Option<Time>| time.unwrap_or(MORNING);
    match said {
        Said::Once { date, time } => Some(Plan::once(date.to_datetime(at(time)))),
        Said::After(wait) => Plan::after(&zone, turn.now, *wait),
        Said::Daily { time } => Some(Plan::daily(at(time))),
        Said::Weekly { days, time } => {
            let chosen = Day::WEEK.into_iter().zip(days).filter(|(_, on)| **on);
            Some(Plan::weekly(chosen.map(|(day, _)| day), at(time)))
        }
        Said::EveryDays { days, from, time } => {
            let today = there.date();
            let begins = match from {
                Some(from) => *from,
                None if at(time) > there.time() => today,
                None => today.tomorrow().ok()?,
            };
            Some(Plan::every_days(*days, begins, at(time)))
        }
        Said::Monthly { day, time } => Some(Plan::monthly(*day, at(time))),
        Said::Until { each, end } => {
            let plan = plan(each, turn)?;
            let last = last_day(&plan, *end, there)?;
            Some(plan.until(last))
        }
        Said::Unable(_) => None,
    }
}

/// The last day of what is planned, counted from the first on which it still comes.
fn last_day(plan: &Plan, end: End, there: DateTime) -> Option<Date> {
    let today = there.date();
    let from = if plan.time() > there.time() {
        today
    } else {
        today.tomorrow().ok()?
    };
    let first = plan.first_on(from)?;
    let after = match end {
        End::On(last) => return Some(last),
        End::Days(days) => first.checked_add(i64::from(days).days()).ok()?,
        End::Months(months) => first.checked_add(i64::from(months).months()).ok()?,
    };
    after.yesterday().ok()
}

/// Why it can't be set as it was said, and what can be.
pub(super) const fn why_not(why: Unable) -> &'static str {
    match why {
        Unable::Often => keys::REMINDER_TOO_OFTEN,
        Unable::Seldom => keys::REMINDER_TOO_SELDOM,
        Unable::Bounds => keys::REMINDER_NO_BOUNDS,
        Unable::Day => keys::REMINDER_WHICH_DAY,
    }
}

/// The time of day that a message tells, where it tells no day beside it: then it is the next time
/// that the clock shows it, today's or tomorrow's.
pub(super) fn bare_time(turn: &Turn<'_>, text: &str) -> Option<Time> {
    let today = turn.session.agenda.zone().local(turn.now).date();
    let seen = |time: Time| {
        let when = language::read_when(&turn.catalog.lexicon, text, today.to_datetime(time))?;
        match when {
            Said::Once { date, time } => Some((date, time?)),
            Said::After(_)
            | Said::Daily { .. }
            | Said::Weekly { .. }
            | Said::EveryDays { .. }
            | Said::Monthly { .. }
            | Said::Until { .. }
            | Said::Unable(_) => None,
        }
    };
    let (first, time) = seen(Time::midnight())?;
    let (last, _) = seen(Time::MAX)?;
    let moves = first == today && today.tomorrow().is_ok_and(|tomorrow| last == tomorrow);
    moves.then_some(time)
}

/// Whether a plan comes first at another time than its own words tell.
pub(super) fn is_moved(turn: &Turn<'_>, plan: &Plan, next: Timestamp) -> bool {
    let there = turn.session.agenda.zone().local(next);
    plan.recurs() || there.time() != plan.time() || !plan.falls_on(there.date())
}
