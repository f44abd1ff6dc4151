//! When the next reminder is due: what sleeps until then is woken where that comes to be earlier.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use jiff::Timestamp;
use tokio::sync::{Notify, watch};

use super::clock::Clock;

/// The longest sleep while something is to come: the system's clock may be set meanwhile, or the
/// machine may have slept. Less than makes a reminder late.
const LONGEST: Duration = Duration::from_secs(10 * 60);

/// Rings once, at the time it is set to.
#[derive(Clone)]
pub(super) struct Alarm(Arc<Shared>);

struct Shared {
    clock: Clock,
    /// In milliseconds; never: the end of time.
    at: AtomicI64,
    sooner: Notify,
}

impl Alarm {
    pub(super) fn new(clock: Clock) -> Self {
        Self(Arc::new(Shared {
            clock,
            at: AtomicI64::new(i64::MAX),
            sooner: Notify::new(),
        }))
    }

    /// Sets it, unless it is set to ring earlier.
    pub(super) fn set(&self, at: Timestamp) {
        let at = at.as_millisecond();
        if at < self.0.at.fetch_min(at, Ordering::AcqRel) {
            self.0.sooner.notify_one();
        }
    }

    /// Takes the time off: it is set anew by [`set`](Self::set). What is set from now on counts.
    pub(super) fn clear(&self) {
        self.0.at.store(i64::MAX, Ordering::Release);
    }

    /// Waits until it rings. False where the bot stops before that.
    pub(super) async fn rings(&self, stop: &mut watch::Receiver<bool>) -> bool {
        loop {
            let at = self.0.at.load(Ordering::Acquire);
            if at == i64::MAX {
                tokio::select! {
                    () = self.0.sooner.notified() => continue,
                    _ = stop.wait_for(|stopped| *stopped) => return false,
                }
            }
            let left = at.saturating_sub(self.0.clock.now().as_millisecond());
            if left <= 0 {
                return true;
            }
            let left = Duration::from_millis(left.unsigned_abs());
            let wait = self.0.clock.nap(left.min(LONGEST));
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.0.sooner.notified() => {}
                _ = stop.wait_for(|stopped| *stopped) => return false,
            }
        }
    }
}
