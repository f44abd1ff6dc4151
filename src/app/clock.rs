//! The one clock of the bot.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// How often a clock is looked at that can be moved on.
const LOOK: Duration = Duration::from_millis(20);

/// The same by what is in no hurry.
const UNHURRIED_LOOK: Duration = Duration::from_secs(1);

/// The machine's time, moved on by an offset in seconds that the preview and the tests can change.
#[derive(Debug, Clone, Default)]
pub struct Clock(Arc<AtomicI64>, bool);

impl Clock {
    /// A clock that shares its offset (in seconds).
    pub const fn with_offset(offset: Arc<AtomicI64>) -> Self {
        Self(offset, true)
    }

    /// How long to sleep at most before the clock is looked at again, for a wait of `left`.
    pub(super) fn nap(&self, left: Duration) -> Duration {
        if self.1 { left.min(LOOK) } else { left }
    }

    /// The same for what is in no hurry.
    pub(super) fn rest(&self, left: Duration) -> Duration {
        if self.1 {
            left.min(UNHURRIED_LOOK)
        } else {
            left
        }
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        let offset = SignedDuration::from_secs(self.0.load(Ordering::Relaxed));
        Timestamp::now()
            .saturating_add(offset)
            .unwrap_or(Timestamp::MAX)
    }
}
