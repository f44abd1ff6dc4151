//! Whether a reminder still makes sense, and where it goes when it is put off.

use jiff::{
    SignedDuration, Timestamp, ToSpan,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

use super::{
    plan::Plan,
    quiet::{QuietHours, end_of, within},
    zone::Zone,
};

/// From how much delay on a reminder says that it is late.
pub const LATE_AFTER: SignedDuration = SignedDuration::from_mins(15);
/// How many habit nudges a person gets on one day of theirs.
pub const MOST_NUDGES_A_DAY: usize = 3;
/// "This evening".
const EVENING: Time = Time::constant(19, 0, 0, 0);

/// Whether a reminder comes so late that it says so.
pub fn is_late(due: Timestamp, now: Timestamp) -> bool {
    now.duration_since(due) >= LATE_AFTER
}

/// The hours in which a kind of reminder makes sense, from (with) to (without). They may go past
/// midnight. Where both are the same it always does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// When they begin.
    pub from: Time,
    /// When they end.
    pub to: Time,
}

impl Window {
    /// Makes sense at any time, as a follow-up and a person's own reminder do.
    pub const ALWAYS: Self = Self {
        from: Time::midnight(),
        to: Time::midnight(),
    };

    /// Whether a time of the clock lies in it.
    pub fn holds(self, time: Time) -> bool {
        self.from == self.to || within(self.from, self.to, time)
    }

    /// Whether a reminder that was due at `due` is still of use now.
    ///
    /// On time it is, also where the person chose an hour outside the window. Late it is while the
    /// window lasts in which it was due. It isn't where quiet hours moved it out of the window.
    pub fn still_makes_sense(
        self,
        plan: &Plan,
        zone: &Zone,
        due: Timestamp,
        now: Timestamp,
    ) -> bool {
        if self.from == self.to {
            return true;
        }
        let inside = self.holds(zone.local(due).time());
        if !inside && self.holds(plan.time()) {
            return false;
        }
        let lasts = || inside && end_of(self.to, zone, due).is_some_and(|end| now < end);
        !is_late(due, now) || lasts()
    }
}

/// How far a person puts a reminder off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Snooze {
    /// An hour from now, quiet hours or not: they pressed it.
    OneHour,
    /// 19:00 today.
    ThisEvening,
    /// Tomorrow at the reminder's usual time.
    Tomorrow,
}

impl Snooze {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::OneHour, Self::ThisEvening, Self::Tomorrow];

    /// The instant, or none where the choice isn't one: this evening less than an hour ahead or in
    /// quiet hours.
    pub fn target(
        self,
        zone: &Zone,
        quiet: QuietHours,
        now: Timestamp,
        usual: Time,
    ) -> Option<Timestamp> {
        let hour = now.checked_add(SignedDuration::from_hours(1)).ok()?;
        let today = zone.local(now).date();
        match self {
            Self::OneHour => Some(hour),
            Self::ThisEvening => {
                let evening = zone.instant(today.to_datetime(EVENING))?;
                (evening >= hour && !quiet.hold(EVENING)).then_some(evening)
            }
            Self::Tomorrow => {
                let tomorrow = today.tomorrow().ok()?.to_datetime(usual);
                Some(quiet.shift(zone, zone.instant(tomorrow)?))
            }
        }
    }
}

/// When a pause of so many days ends: then at the same time of the clock.
pub fn pause_end(zone: &Zone, now: Timestamp, days: u16) -> Option<Timestamp> {
    let then = zone.local(now).checked_add(i64::from(days).days()).ok()?;
    zone.instant_from(then, now)
}

/// Whether one more habit nudge fits into the day there, after those that were `sent`.
pub fn nudge_fits(zone: &Zone, sent: &[Timestamp], at: Timestamp) -> bool {
    let day = zone.local(at).date();
    let today = sent.iter().filter(|sent| zone.local(**sent).date() == day);
    today.count() < MOST_NUDGES_A_DAY
}

/// How many of the plans fall on the fullest of the next so many days: asked before one is added.
pub fn busiest_day(plans: &[Plan], from: Date, days: u16) -> usize {
    let ahead = (0..i64::from(days)).filter_map(|n| from.checked_add(n.days()).ok());
    ahead
        .map(|day| plans.iter().filter(|plan| plan.falls_on(day)).count())
        .max()
        .unwrap_or(0)
}
