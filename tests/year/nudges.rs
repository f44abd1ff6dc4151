//! Small daily nudges: when they make sense, how many come on a day, and when it is asked if they help.

use super::{
    expected::{Came, Person, What},
    walk::{Clock, DAY, Kind},
};

/// How far ahead they are looked at, in days. Each is stopped before.
pub(crate) const AHEAD: i64 = 60;
/// From how late on one comes only within its hours, in seconds.
const LATE: i64 = 15 * 60;
const MOST_A_DAY: usize = 3;

/// A nudge as it is chosen from the list, at the time that is offered first.
#[derive(PartialEq, Eq)]
pub(crate) struct Habit {
    pub(crate) name: &'static str,
    /// Words of it that nothing else has.
    pub(crate) words: &'static str,
    /// In minutes of the day.
    pub(crate) minute: i64,
    /// When it makes sense, past midnight where that is less.
    from: i64,
    to: i64,
    weekend: bool,
}

pub(crate) const HABITS: [Habit; 5] = [
    habit("Drink water", "glass of water", 660, (480, 1200), true),
    habit("Last coffee", "Last coffee, tea", 840, (660, 1080), true),
    habit("Wind down for bed", "Time to wind", 1290, (1170, 30), true),
    habit("Screen break", "Eye break.", 630, (480, 1200), false),
    habit("Gentle stretch", "to stretch,", 1080, (420, 1320), true),
];

const fn habit(
    name: &'static str,
    words: &'static str,
    minute: i64,
    (from, to): (i64, i64),
    weekend: bool,
) -> Habit {
    Habit {
        name,
        words,
        minute,
        from,
        to,
        weekend,
    }
}

/// Whether it was asked if it helps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Helped {
    NotAsked,
    Asked,
}

impl Habit {
    pub(crate) fn days(&self) -> Kind {
        let last = if self.weekend { 7 } else { 5 };
        Kind::Weekly((0..last).collect())
    }

    /// Whether what was due then still makes sense now: as long as its hours last, or a moment later.
    fn holds(&self, clock: &Clock, due: i64, now: i64) -> bool {
        let shown = clock.shows(due / 60);
        let ahead = (self.to - shown).rem_euclid(DAY);
        let length = (self.to - self.from).rem_euclid(DAY);
        // Quiet hours, or a snooze, may have moved it out of them.
        if ahead == 0 || ahead > length {
            return false;
        }
        now - due < LATE || now < clock.reaches(shown + ahead, due / 60) * 60
    }
}

/// Whether what is due since then comes: of a nudge in its hours, and not one more than there may be on
/// a day. What was put off takes the place that it had. Then it is counted.
pub(crate) fn make_sense(person: &mut Person, at: usize, due: i64, now: i64) -> bool {
    let one = &person.reminders[at];
    let What::Nudge(habit) = one.kind else {
        return true;
    };
    let clock = &person.clock;
    let day = |at: i64| clock.shows(at / 60) / DAY;
    let before = (one.id, one.came_at);
    let takes = |came: &(u32, i64)| day(came.1) == day(now) && !(one.put_off && *came == before);
    let places = person.nudged.iter().filter(|came| takes(came)).count();
    let comes = places < MOST_A_DAY && habit.holds(clock, due, now);
    if comes {
        let (id, put_off) = (one.id, one.put_off);
        person.nudged.retain(|came| !(put_off && *came == before));
        person.nudged.push((id, now));
    }
    comes
}

/// Of those that come, the first that is a week old and was not asked about is asked about.
pub(crate) fn ask(person: &mut Person, came: &mut [Came], now: i64) {
    let day = |at: i64| person.clock.shows(at / 60) / DAY;
    for one in came {
        let all = &mut person.reminders;
        let Some(known) = all.iter_mut().find(|known| known.id == one.id) else {
            continue;
        };
        let is_old = day(now) - day(known.set_at) >= 7;
        if matches!(one.kind, What::Nudge(_)) && is_old && known.helped == Helped::NotAsked {
            (known.helped, one.asks) = (Helped::Asked, true);
            return;
        }
    }
}
