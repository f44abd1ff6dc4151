//! When a reminder is next due: recurrence, time zones, quiet hours, daylight saving. Pure.
//!
//! A [`Plan`] is kept as the person said it, in wall-clock time; the instant is worked out from
//! it, the zone and the quiet hours each time anew, so that a change of any of them just counts.
//! Nothing here adds seconds to get to "the same time tomorrow". Now and the zone are arguments.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod due;
mod places;
mod plan;
mod quiet;
mod timely;
mod zone;

pub use due::{next_due, next_due_after_pause, rescheduled};
pub use places::{
    Candidate, clocks_at, offsets_in_use, offsets_near, offsets_told, zones_at, zones_near,
    zones_of,
};
pub use plan::{Day, Plan, When};
pub use quiet::QuietHours;
pub use timely::{
    LATE_AFTER, MOST_NUDGES_A_DAY, Snooze, Window, busiest_day, is_late, nudge_fits, pause_end,
};
pub use zone::{UnknownZone, Zone};
