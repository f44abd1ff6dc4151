//! The next instant at which a plan is due.

use jiff::{Timestamp, ToSpan, civil::Date};

use super::{plan::Plan, quiet::QuietHours, zone::Zone};

/// How many days before "now" a planned day may lie that is still to come: quiet hours and a day
/// left out by the calendar can each move it by one, a clock put back too.
const LOOK_BACK: i64 = 4;

/// The first instant after `after` (never at it) at which the plan is due.
///
/// A time that the clock there leaves out is due at the end of the gap, one that comes twice at
/// the earlier. Quiet hours move it to their end. A planned day is due once. Where the calendar
/// leaves out a whole day, what was planned for it is due when the next one begins, unless the
/// plan falls on that one anyway. None where nothing is to come.
pub fn next_due(
    plan: &Plan,
    zone: &Zone,
    quiet: QuietHours,
    after: Timestamp,
) -> Option<Timestamp> {
    let mut day = zone.local(after).date().saturating_sub(LOOK_BACK.days());
    loop {
        day = plan.first_on(day)?;
        let due = due_of(plan, zone, quiet, day).filter(|due| *due > after);
        if due.is_some() {
            return due;
        }
        day = day.tomorrow().ok()?;
    }
}

/// As [`next_due`], while everything is paused: what comes again goes on after the pause; what was
/// to come once in it comes at its end.
pub fn next_due_after_pause(
    plan: &Plan,
    zone: &Zone,
    quiet: QuietHours,
    after: Timestamp,
    paused_until: Timestamp,
) -> Option<Timestamp> {
    if plan.recurs() {
        return next_due(plan, zone, quiet, after.max(paused_until));
    }
    let due = next_due(plan, zone, quiet, after)?;
    if due > paused_until {
        Some(due)
    } else {
        Some(moved(plan, zone, quiet, paused_until))
    }
}

/// When a plan that still waits is due after the zone or the quiet hours were changed: worked out
/// anew. What was to come once is never lost: where its time there is past, it is due `now`.
pub fn rescheduled(
    plan: &Plan,
    zone: &Zone,
    quiet: QuietHours,
    now: Timestamp,
) -> Option<Timestamp> {
    let next = next_due(plan, zone, quiet, now);
    if plan.recurs() {
        return next;
    }
    Some(next.unwrap_or_else(|| moved(plan, zone, quiet, now)))
}

/// The instant of a planned day.
fn due_of(plan: &Plan, zone: &Zone, quiet: QuietHours, day: Date) -> Option<Timestamp> {
    let planned = zone.instant(day.to_datetime(plan.time()))?;
    let doubled = plan.recurs() && plan.falls_on(zone.local(planned).date()) && zone.skips(day);
    (!doubled).then(|| moved(plan, zone, quiet, planned))
}

/// Out of the quiet hours, where the plan keeps them.
fn moved(plan: &Plan, zone: &Zone, quiet: QuietHours, at: Timestamp) -> Timestamp {
    if plan.keeps_quiet {
        quiet.shift(zone, at)
    } else {
        at
    }
}
