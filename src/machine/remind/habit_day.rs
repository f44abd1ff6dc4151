//! Which nudges come on a day: those that make sense when they come, and no more than three.

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::{
    model::Habit,
    schedule::{MOST_NUDGES_A_DAY, Plan, Window, Zone, busiest_day, next_due, nudge_fits},
};

use super::{
    super::turn::Turn,
    agenda::Agenda,
    habit_choice::HabitDraft,
    reminder::{About, Reminder},
};

/// Days that are looked at for how many nudges fall on one: plans go by the week.
const WEEK: u16 = 7;
/// How long it is kept when a nudge came: whatever their clock is set to, today is no longer.
const KEPT: SignedDuration = SignedDuration::from_hours(48);

/// Whether there would be more on one day than a person gets.
pub(super) fn are_too_many(turn: &Turn<'_>, draft: &HabitDraft) -> bool {
    let agenda = &turn.session.agenda;
    let zone = agenda.zone();
    let mut plans = vec![draft.plan()];
    for one in others(agenda, draft.edits) {
        plans.push(one.plan.clone());
        // It was told that it comes then.
        let put_off = one.next.filter(|_| one.put_off).map(|at| zone.local(at));
        plans.extend(
            put_off
                .filter(|at| !one.plan.falls_on(at.date()))
                .map(Plan::once),
        );
    }
    let today = zone.local(turn.now).date();
    busiest_day(&plans, today, WEEK) > MOST_NUDGES_A_DAY
}

/// Whether one can be put off to then: the other nudges that came on that day, or are to come, leave
/// room.
pub(super) fn has_room(turn: &Turn<'_>, one: &Reminder, at: Timestamp) -> bool {
    let agenda = &turn.session.agenda;
    let zone = agenda.zone();
    let (day, today) = (zone.local(at).date(), zone.local(turn.now).date());
    let is_on = |at: Timestamp| zone.local(at).date() == day;
    let came = beside(agenda, one, one.came_at);
    let came = came.iter().filter(|at| is_on(**at)).count();
    let falls = |one: &Reminder| usize::from(day >= today && one.plan.falls_on(day));
    let to_come = |other: &Reminder| {
        let Some(next) = other.next else {
            return 0;
        };
        // By its plan it may come once more on the day to which it was put off.
        let by_plan = falls(other) * usize::from(planned_after(&zone, &other.plan, next, day));
        match zone.local(next).date() {
            _ if other.put_off => {
                let counts = other.came_at.is_some_and(is_on);
                usize::from(is_on(next) && !counts) + by_plan
            }
            next => usize::from(next == day) + usize::from(next < day) * falls(other),
        }
    };
    let to_come: usize = others(agenda, Some(one.id)).map(to_come).sum();
    let again = falls(one) * usize::from(planned_after(&zone, &one.plan, at, day));
    came + to_come + again < MOST_NUDGES_A_DAY
}

/// Whether what is planned for that day is later than an instant.
fn planned_after(zone: &Zone, plan: &Plan, at: Timestamp, day: Date) -> bool {
    zone.instant(day.to_datetime(plan.time()))
        .is_some_and(|planned| planned > at)
}

/// All nudges but that one.
fn others(agenda: &Agenda, id: Option<u32>) -> impl Iterator<Item = &Reminder> {
    let is_other =
        move |one: &&Reminder| matches!(one.about, About::Habit { .. }) && Some(one.id) != id;
    agenda.reminders.iter().filter(is_other)
}

/// When the nudges came that take a place beside this one. What comes again because it was put off is
/// the same nudge: it takes that of the time before.
fn beside(agenda: &Agenda, one: &Reminder, before: Option<Timestamp>) -> Vec<Timestamp> {
    let mut came = agenda.nudged.clone();
    let is_before = |at: &Timestamp| Some(*at) == before;
    if matches!(one.about, About::Habit { .. })
        && let Some(at) = came.iter().position(is_before)
    {
        came.remove(at);
    }
    came
}

/// The same of one that comes now.
fn beside_now(agenda: &Agenda, one: &Reminder) -> Vec<Timestamp> {
    beside(agenda, one, one.came_at.filter(|_| one.put_off))
}

/// When a nudge was meant for that was missed several times: for the last of them. Today's may make
/// sense where that of three days ago does not.
pub(super) fn meant_last(turn: &Turn<'_>, one: &Reminder, first: Timestamp) -> Option<Timestamp> {
    let (agenda, now) = (&turn.session.agenda, turn.now);
    let is_habit = matches!(one.about, About::Habit { .. });
    let (zone, quiet) = (agenda.zone(), agenda.quiet);
    let from = now.checked_sub(KEPT).ok()?.max(first);
    let next = |at: &Timestamp| next_due(&one.plan, &zone, quiet, *at).filter(|at| *at <= now);
    let missed = std::iter::successors(next(&from), next);
    missed.last().filter(|_| is_habit)
}

/// Whether one that is due since then still makes sense. Only a nudge may not: a late one whose
/// hours are over, or one more than there are on one day.
pub(super) fn make_sense(turn: &Turn<'_>, one: &Reminder, due: Timestamp) -> bool {
    let About::Habit { habit, .. } = &one.about else {
        return true;
    };
    let (agenda, now) = (&turn.session.agenda, turn.now);
    let zone = agenda.zone();
    let window = turn.catalog.habit(habit.as_str()).map(window);
    nudge_fits(&zone, &beside_now(agenda, one), now)
        && window.is_some_and(|window| window.still_makes_sense(&one.plan, &zone, due, now))
}

/// The hours in which it makes sense.
pub(super) const fn window(habit: &Habit) -> Window {
    Window {
        from: habit.from,
        to: habit.to,
    }
}

/// Counts a nudge that comes now.
pub(super) fn count(turn: &mut Turn<'_>, one: &Reminder) {
    if !matches!(one.about, About::Habit { .. }) {
        return;
    }
    let now = turn.now;
    let agenda = &mut turn.session.agenda;
    let mut came = beside_now(agenda, one);
    came.retain(|at| now.duration_since(*at).abs() < KEPT);
    came.push(now);
    agenda.nudged = came;
}
