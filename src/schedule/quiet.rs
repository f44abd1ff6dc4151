//! The hours in which a person wants to hear nothing.

use jiff::{Timestamp, civil::Time};
use serde::{Deserialize, Serialize};

use super::zone::Zone;

/// Hours of the clock, from (with) to (without). They may go past midnight. Where both are the
/// same there are none: a whole day of quiet would be a reminder that never comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct QuietHours {
    /// When they begin.
    pub from: Time,
    /// When they end.
    pub to: Time,
}

impl Default for QuietHours {
    /// 22 to 8.
    fn default() -> Self {
        Self {
            from: Time::constant(22, 0, 0, 0),
            to: Time::constant(8, 0, 0, 0),
        }
    }
}

impl QuietHours {
    /// None.
    pub const OFF: Self = Self {
        from: Time::midnight(),
        to: Time::midnight(),
    };

    /// Whether there are none.
    pub fn is_off(self) -> bool {
        self.from == self.to
    }

    /// Whether a time of the clock lies in them.
    pub fn hold(self, time: Time) -> bool {
        !self.is_off() && within(self.from, self.to, time)
    }

    /// `at`, or where it lies in them, their end. In the night in which the clock is put back they
    /// may seem to pause: that is no end.
    pub fn shift(self, zone: &Zone, at: Timestamp) -> Timestamp {
        // Their end may itself be left out by the calendar there and so lead into the next ones.
        (0..3).fold(at, |at, _| {
            if self.hold(zone.local(at).time()) {
                end_of(self.to, zone, at).unwrap_or(at)
            } else {
                at
            }
        })
    }
}

/// Whether a time lies from `from` (with) to `to` (without), past midnight where they say so.
pub(super) fn within(from: Time, to: Time, time: Time) -> bool {
    if from <= to {
        from <= time && time < to
    } else {
        from <= time || time < to
    }
}

/// When the clock there next shows `to`, from `at` on.
pub(super) fn end_of(to: Time, zone: &Zone, at: Timestamp) -> Option<Timestamp> {
    let local = zone.local(at);
    let day = if local.time() < to {
        local.date()
    } else {
        local.date().tomorrow().ok()?
    };
    zone.instant_from(day.to_datetime(to), at)
}
