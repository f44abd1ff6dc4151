//! The time of the world: the system's, moved on by tests and visitors.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// The system's time plus an offset that everybody who has a copy shares.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Seconds ahead of the system's time.
    pub offset: Arc<AtomicI64>,
}

impl Clock {
    /// Seconds since 1970.
    pub fn now(&self) -> i64 {
        let system = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
            .as_secs();
        i64::try_from(system).unwrap_or(i64::MAX) + self.offset.load(Ordering::SeqCst)
    }

    /// Lets time pass at once.
    pub fn advance(&self, seconds: i64) {
        self.offset.fetch_add(seconds, Ordering::SeqCst);
    }
}
