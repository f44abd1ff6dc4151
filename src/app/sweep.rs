//! Erases those who have been silent for long.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

use crate::store::{Store, StoreError};

use super::{clock::Clock, metrics::Metrics};

/// How often it is looked for them, on the bot's clock.
const EVERY: SignedDuration = SignedDuration::from_hours(1);
/// How long after a start it is looked first: a start has other things to do.
const FIRST: Duration = Duration::from_secs(5);

/// Erases people who said nothing for so many days, until the bot stops.
pub(super) async fn run(
    store: Store,
    clock: Clock,
    days: u32,
    metrics: Metrics,
    mut stop: watch::Receiver<bool>,
) {
    let keeps = SignedDuration::from_hours(i64::from(days) * 24);
    let mut next = Timestamp::MIN;
    tokio::select! {
        () = tokio::time::sleep(FIRST) => {}
        _ = stop.wait_for(|stopped| *stopped) => return,
    }
    loop {
        let now = clock.now();
        if now >= next {
            next = now.saturating_add(EVERY).unwrap_or(Timestamp::MAX);
            let before = now.saturating_sub(keeps).unwrap_or(Timestamp::MIN);
            match store.erase_silent(before).await {
                Ok(0) => {}
                Ok(people) => {
                    metrics.erased.inc_by(people);
                    log::info!(people; "erased after {days} days of silence");
                }
                Err(StoreError::Closed) => return,
                Err(error) => log::error!("the silent can't be erased now: {error}"),
            }
        }
        let left = next.duration_since(now).unsigned_abs();
        tokio::select! {
            () = tokio::time::sleep(clock.rest(left)) => {}
            _ = stop.wait_for(|stopped| *stopped) => return,
        }
    }
}
