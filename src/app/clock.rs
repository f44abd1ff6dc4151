//! The one clock of the bot.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::{SignedDuration, Timestamp};

/// The machine's time, moved on by an offset in seconds that the preview and the tests can change.
#[derive(Debug, Clone, Default)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// A clock that shares its offset (in seconds).
    pub const fn with_offset(offset: Arc<AtomicI64>) -> Self {
        Self(offset)
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        let offset = SignedDuration::from_secs(self.0.load(Ordering::Relaxed));
        Timestamp::now()
            .saturating_add(offset)
            .unwrap_or(Timestamp::MAX)
    }
}
