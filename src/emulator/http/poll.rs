//! Long polling: a poll waits for the first update, and a newer poll ends an older one.

use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::response::Response;
use tokio::time::{Instant, timeout_at};

use super::answer;
use crate::emulator::shared::Shared;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;

const CONFLICT: &str = "Conflict: terminated by other getUpdates request; \
    make sure that only one bot instance is running";

/// `getUpdates`.
pub(super) async fn get_updates(shared: &Shared, token: &str, params: Params) -> Response {
    let now = shared.clock.now();
    let first = shared.with(|world| world.get_updates(token, params, now));
    let (updates, poll) = match first {
        Ok(first) => first,
        Err(error) => return answer::refusal(&error),
    };
    // Whoever polled before and still waits is told to leave.
    let mine = shared.polls.fetch_add(1, Ordering::SeqCst) + 1;
    shared.updates.notify_waiters();
    if !updates.is_empty() || poll.timeout == 0 {
        return answer::updates(&updates);
    }
    let deadline = Instant::now() + Duration::from_secs(poll.timeout);
    let mut stopping = shared.stopping.subscribe();
    loop {
        let news = shared.updates.notified();
        if shared.polls.load(Ordering::SeqCst) != mine {
            return answer::refusal(&ApiError::new(409, CONFLICT));
        }
        let updates = shared.with(|world| world.first_updates(poll.limit));
        if !updates.is_empty() || *stopping.borrow() {
            return answer::updates(&updates);
        }
        let woken = async {
            tokio::select! {
                () = news => {}
                _ = stopping.changed() => {}
            }
        };
        if timeout_at(deadline, woken).await.is_err() {
            return answer::updates(&[]);
        }
    }
}
