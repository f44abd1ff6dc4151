//! What a person planned: on which days, at what time of their clock.

use std::{collections::BTreeSet, num::NonZeroU16};

use jiff::{
    SignedDuration, Span, Timestamp, ToSpan,
    civil::{Date, DateTime, Time, Weekday},
};
use serde::{Deserialize, Serialize};

use super::zone::Zone;

/// A reminder's plan. Wall-clock time only: which instant that is depends on the zone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Plan {
    /// On which days and at what time.
    pub when: When,
    /// The last day on which it may fall, of a plan that comes again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Whether quiet hours move it to their end. Not where the person chose such an hour knowingly.
    pub keeps_quiet: bool,
}

/// On which days, and at what time of the clock there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Once, as a follow-up is.
    Once {
        /// The day and the time.
        at: DateTime,
    },
    /// Every day.
    Daily {
        /// The time.
        time: Time,
    },
    /// On some days of the week. Without any it never falls.
    Weekly {
        /// The days.
        days: BTreeSet<Day>,
        /// The time.
        time: Time,
    },
    /// Every so many days.
    EveryDays {
        /// The first day.
        from: Date,
        /// How many days from one to the next.
        days: NonZeroU16,
        /// The time.
        time: Time,
    },
    /// Once a month.
    Monthly {
        /// The day of the month, 1 to 31. In a shorter month it is the last one.
        day: u8,
        /// The time.
        time: Time,
    },
}

/// A day of the week. Ordered, and stored by its short name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the days of the week need no explanation")]
pub enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl Day {
    /// The whole week, from Monday.
    pub const WEEK: [Self; 7] = [
        Self::Mon,
        Self::Tue,
        Self::Wed,
        Self::Thu,
        Self::Fri,
        Self::Sat,
        Self::Sun,
    ];
    /// Monday to Friday.
    pub const WORKDAYS: [Self; 5] = [Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri];

    /// The day of the week of a date.
    pub fn of(date: Date) -> Self {
        Self::from(date.weekday())
    }
}

impl From<Weekday> for Day {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
        }
    }
}

impl Plan {
    const fn new(when: When) -> Self {
        Self {
            when,
            until: None,
            keeps_quiet: true,
        }
    }

    /// Once, at a time of the clock there.
    pub const fn once(at: DateTime) -> Self {
        Self::new(When::Once { at })
    }

    /// Once, so many days from today ("in 3 days", a follow-up). None beyond the year 9999.
    pub fn in_days(zone: &Zone, now: Timestamp, days: u16, time: Time) -> Option<Self> {
        let day = zone.local(now).date().checked_add(i64::from(days).days());
        Some(Self::once(day.ok()?.to_datetime(time)))
    }

    /// Once, after a while ("in 2 hours"): to the minute of the clock there, never earlier than
    /// asked. While the clock is put back, that is the first time shown once that is over.
    pub fn after(zone: &Zone, now: Timestamp, wait: SignedDuration) -> Option<Self> {
        let target = now.checked_add(wait).ok()?;
        let there = zone.local(target);
        let mut at = there.date().at(there.hour(), there.minute(), 0, 0);
        while zone.instant(at)? < target {
            at = at.checked_add(1.minute()).ok()?;
        }
        Some(Self::once(at))
    }

    /// Every day.
    pub const fn daily(time: Time) -> Self {
        Self::new(When::Daily { time })
    }

    /// On some days of the week.
    pub fn weekly(days: impl IntoIterator<Item = Day>, time: Time) -> Self {
        let days = days.into_iter().collect();
        Self::new(When::Weekly { days, time })
    }

    /// Every so many days, from a day on.
    pub const fn every_days(days: NonZeroU16, from: Date, time: Time) -> Self {
        Self::new(When::EveryDays { from, days, time })
    }

    /// Once a month: on that day, or on the last one of a month that hasn't got it.
    pub const fn monthly(day: u8, time: Time) -> Self {
        Self::new(When::Monthly { day, time })
    }

    /// The last day on which it may fall.
    #[must_use]
    pub const fn until(mut self, last: Date) -> Self {
        self.until = Some(last);
        self
    }

    /// Comes in quiet hours too: the person chose such an hour knowingly.
    #[must_use]
    pub const fn in_quiet_hours_too(mut self) -> Self {
        self.keeps_quiet = false;
        self
    }

    /// The same days at another time of the clock. Quiet hours move it again.
    #[must_use]
    pub fn at_time(mut self, other: Time) -> Self {
        match &mut self.when {
            When::Once { at } => *at = at.date().to_datetime(other),
            When::Daily { time }
            | When::Weekly { time, .. }
            | When::EveryDays { time, .. }
            | When::Monthly { time, .. } => *time = other,
        }
        self.keeps_quiet = true;
        self
    }

    /// The time of the clock at which it is planned.
    pub fn time(&self) -> Time {
        match &self.when {
            When::Once { at } => at.time(),
            When::Daily { time }
            | When::Weekly { time, .. }
            | When::EveryDays { time, .. }
            | When::Monthly { time, .. } => *time,
        }
    }

    /// Whether it comes again.
    pub const fn recurs(&self) -> bool {
        !matches!(self.when, When::Once { .. })
    }

    /// Whether it is planned for a day.
    pub fn falls_on(&self, day: Date) -> bool {
        self.first_on(day) == Some(day)
    }

    /// The first planned day, from `day` on.
    pub fn first_on(&self, day: Date) -> Option<Date> {
        let first = match &self.when {
            When::Once { at } => return (at.date() >= day).then(|| at.date()),
            When::Daily { .. } => day,
            When::Weekly { days, .. } => {
                let ahead = (0..7).filter_map(|n| day.checked_add(n.days()).ok());
                ahead
                    .into_iter()
                    .find(|day| days.contains(&Day::of(*day)))?
            }
            When::EveryDays { from, days, .. } => {
                let past = from.duration_until(day).as_hours() / 24;
                let every = i64::from(days.get());
                let next = if past <= 0 {
                    0
                } else {
                    past.div_euclid(every) * every + i64::from(past % every != 0) * every
                };
                from.checked_add(Span::new().try_days(next).ok()?).ok()?
            }
            When::Monthly { day: wanted, .. } => {
                let this = of_month(day, *wanted);
                if this < day {
                    let next = day.first_of_month().checked_add(1.month()).ok()?;
                    of_month(next, *wanted)
                } else {
                    this
                }
            }
        };
        self.until.is_none_or(|last| first <= last).then_some(first)
    }
}

/// The day of the month in which `month` lies that is wanted, or its last.
fn of_month(month: Date, wanted: u8) -> Date {
    let back = month.last_of_month();
    let over = i64::from(back.day()) - i64::from(wanted.max(1));
    back.saturating_sub(over.max(0).days())
}
