//! How fast messages go out that nobody asked for.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::time::{Instant, sleep_until};

/// Lets so many a second pass, over all chats.
pub(super) struct Limiter {
    /// The time from one to the next; none: no limit.
    spacing: Option<Duration>,
    next: Mutex<Instant>,
}

impl Limiter {
    /// `per_second`: 0 for no limit.
    pub(super) fn new(per_second: u32) -> Self {
        Self {
            spacing: Duration::from_secs(1).checked_div(per_second),
            next: Mutex::new(Instant::now()),
        }
    }

    /// Waits for a turn. One that is not taken is lost: turns don't gather for a burst.
    pub(super) async fn turn(&self) {
        let Some(spacing) = self.spacing else {
            return;
        };
        let at = {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            let at = (*next).max(Instant::now());
            *next = at + spacing;
            at
        };
        sleep_until(at).await;
    }
}
