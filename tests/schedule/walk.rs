//! When a plan is due, worked out by walking: along the minutes with nothing but the offsets of
//! the zone between its changes, and a calendar of its own. Shares no arithmetic with the product.

use std::collections::BTreeSet;

use jiff::{Timestamp, tz::TimeZone};

pub(crate) const DAY: i64 = 1440;

/// A plan in plain numbers: days since 1970, minutes of the day.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub kind: Kind,
    pub minute: i64,
    pub last: Option<i64>,
    /// Quiet from (with), to (without), in minutes of the day.
    pub quiet: Option<(i64, i64)>,
}

#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Once(i64),
    Daily,
    /// By Monday = 0.
    Weekly(BTreeSet<i64>),
    Every {
        from: i64,
        days: i64,
    },
    Monthly(i64),
}

/// What a zone's clock is ahead by, in minutes, from which minute since 1970 on.
#[derive(Clone)]
pub(crate) struct Clock(Vec<(i64, i64)>);

impl Clock {
    /// Over the minutes `from` to `to`. None where its changes are not at whole minutes.
    pub(crate) fn new(zone: &TimeZone, from: i64, to: i64) -> Option<Self> {
        let start = Timestamp::from_second(from * 60).unwrap();
        let mut all = vec![(from, i64::from(zone.to_offset(start).seconds()))];
        for change in zone.following(start) {
            let at = change.timestamp().as_second();
            if at > to * 60 {
                break;
            }
            if at % 60 != 0 {
                return None;
            }
            let seconds = i64::from(change.offset().seconds());
            if all.last().unwrap().1 != seconds {
                all.push((at / 60, seconds));
            }
        }
        let whole = all.iter().all(|(_, seconds)| seconds % 60 == 0);
        whole.then(|| {
            Self(
                all.into_iter()
                    .map(|(at, seconds)| (at, seconds / 60))
                    .collect(),
            )
        })
    }

    /// The minutes at which it changes.
    pub(crate) fn changes(&self) -> impl Iterator<Item = i64> {
        self.0[1..].iter().map(|(at, _)| *at)
    }

    /// What the clock shows, in minutes since 1970 there.
    pub(crate) fn shows(&self, minute: i64) -> i64 {
        let mut shown = minute;
        for (at, ahead) in self.0.iter().rev() {
            if *at <= minute {
                shown = minute + ahead;
                break;
            }
        }
        shown
    }

    /// The first minute at which it shows a reading or a later one, looked for from `from` on, when it
    /// shows less.
    pub(crate) fn reaches(&self, reading: i64, from: i64) -> i64 {
        let mut all = self.minutes(from, from + 20 * DAY);
        all.find(|(_, shown)| *shown >= reading).unwrap().0
    }

    /// The minutes `from..to` with what the clock shows.
    fn minutes(&self, from: i64, to: i64) -> impl Iterator<Item = (i64, i64)> {
        let mut ahead = self.shows(from) - from;
        let mut next = self
            .0
            .iter()
            .skip_while(move |(at, _)| *at <= from)
            .peekable();
        (from..to).map(move |minute| {
            if let Some((_, now)) = next.next_if(|(at, _)| *at == minute) {
                ahead = *now;
            }
            (minute, minute + ahead)
        })
    }
}

/// Year, month and day, by counting years and months off one by one.
pub(crate) fn calendar(mut day: i64) -> (i64, usize, i64) {
    let mut year = 1970;
    while day >= if leap(year) { 366 } else { 365 } {
        day -= if leap(year) { 366 } else { 365 };
        year += 1;
    }
    let mut month = 1;
    while day >= length(year, month) {
        day -= length(year, month);
        month += 1;
    }
    (year, month, day + 1)
}

fn leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn length(year: i64, month: usize) -> i64 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Said {
    /// Whether it is planned for a day since 1970.
    fn on(&self, day: i64) -> bool {
        let falls = match &self.kind {
            Kind::Once(on) => return *on == day,
            Kind::Daily => true,
            // 1 January 1970 was a Thursday.
            Kind::Weekly(days) => days.contains(&((day + 3) % 7)),
            Kind::Every { from, days } => day >= *from && (day - from) % days == 0,
            Kind::Monthly(wanted) => {
                let (year, month, of_month) = calendar(day);
                of_month == (*wanted).min(length(year, month))
            }
        };
        falls && self.last.is_none_or(|last| day <= last)
    }

    pub(crate) fn is_quiet(&self, shown: i64) -> bool {
        let minute = shown % DAY;
        match self.quiet {
            Some((from, to)) if from < to => from <= minute && minute < to,
            Some((from, to)) if from > to => minute >= from || minute < to,
            _ => false,
        }
    }

    /// Every minute in `from..to` at which it is due, with how many planned days that is.
    ///
    /// One walk along the minutes. The clock's highest reading so far only rises; when it reaches
    /// a planned time that day's reminder is waiting; it sleeps through quiet hours until the clock
    /// shows their end.
    pub(crate) fn walk(&self, clock: &Clock, from: i64, to: i64) -> Vec<(i64, usize)> {
        let mut due = Vec::new();
        let (mut waiting, mut asleep_until) = (0, i64::MIN);
        let mut highest = clock.shows(from) - 1;
        for (minute, shown) in clock.minutes(from, to) {
            for reading in highest + 1..=shown {
                if reading % DAY == self.minute && self.on(reading / DAY) {
                    waiting += 1;
                }
            }
            highest = highest.max(shown);
            if waiting > 0 && shown >= asleep_until {
                if self.is_quiet(shown) {
                    let (_, to) = self.quiet.unwrap_or_default();
                    asleep_until = shown + (to - shown).rem_euclid(DAY);
                } else {
                    due.push((minute, waiting));
                    waiting = 0;
                }
            }
        }
        due
    }

    /// That minute, or where it is quiet then, the one at which that is over.
    pub(crate) fn awake(&self, clock: &Clock, minute: i64) -> i64 {
        let mut until = i64::MIN;
        for (minute, shown) in clock.minutes(minute, minute + 4 * DAY) {
            if shown < until {
                continue;
            }
            if !self.is_quiet(shown) {
                return minute;
            }
            let (_, to) = self.quiet.unwrap_or_default();
            until = shown + (to - shown).rem_euclid(DAY);
        }
        unreachable!("always quiet")
    }

    /// The first minute after another at which it is due.
    fn next(&self, clock: &Clock, after: i64) -> Option<i64> {
        // From three days earlier on, for what quiet hours have moved.
        let all = self.walk(clock, after - 3 * DAY, after + 8 * DAY);
        all.into_iter().map(|(at, _)| at).find(|at| *at > after)
    }

    /// As [`Said::next`] within a week, after the zone or the quiet hours were changed.
    pub(crate) fn next_anew(&self, clock: &Clock, now: i64) -> Option<i64> {
        let next = self.next(clock, now);
        let once = matches!(self.kind, Kind::Once(_));
        next.or_else(|| once.then(|| self.awake(clock, now)))
    }

    /// As [`Said::next`] within a week, while everything is paused.
    pub(crate) fn next_after_pause(&self, clock: &Clock, after: i64, end: i64) -> Option<i64> {
        if !matches!(self.kind, Kind::Once(_)) {
            return self.next(clock, after.max(end));
        }
        let due = self.next(clock, after)?;
        Some(if due > end {
            due
        } else {
            self.awake(clock, end)
        })
    }
}
