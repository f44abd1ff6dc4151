//! Time passes: for each person of whom a reminder is due, that is an event like any other.

use std::sync::Arc;

use futures::{StreamExt as _, stream};
use tokio::sync::watch;

use crate::{
    machine::Event,
    store::{Due, Store, StoreError},
    telegram::{Incoming, Target},
};

use super::{alarm::Alarm, clock::Clock, handle::Handler, pause::pause};

/// People read from the store at once.
const PAGE: u32 = 256;
/// Reminders handled side by side: their commits share a flush to the disk.
const AT_ONCE: usize = 32;

/// Handles what is due, whenever something is, until the bot stops. What fell due while the bot was
/// not running comes first.
pub(super) async fn run(
    handler: Arc<Handler>,
    store: Store,
    clock: Clock,
    alarm: Alarm,
    mut stop: watch::Receiver<bool>,
) {
    let mut failed = 0;
    loop {
        match look(&handler, &store, &clock, &alarm, &stop).await {
            Ok(()) => failed = 0,
            Err(StoreError::Closed) => return,
            Err(error) => {
                log::error!("what is due can't be read: {error}");
                let wait = pause(failed);
                failed += 1;
                tokio::select! {
                    () = tokio::time::sleep(wait) => continue,
                    _ = stop.wait_for(|stopped| *stopped) => return,
                }
            }
        }
        if !alarm.rings(&mut stop).await {
            return;
        }
    }
}

/// Handles everything that is due now, and sets the alarm to what is due next.
async fn look(
    handler: &Arc<Handler>,
    store: &Store,
    clock: &Clock,
    alarm: &Alarm,
    stop: &watch::Receiver<bool>,
) -> Result<(), StoreError> {
    // First: what is set from now on rings, also where this look has missed it.
    alarm.clear();
    let now = clock.now();
    let mut after = None;
    loop {
        let due = store.due(now, after, PAGE).await?;
        let Some(last) = due.last() else {
            break;
        };
        after = Some(*last);
        let each = due.into_iter().map(|due| remind(handler, due));
        stream::iter(each)
            .buffer_unordered(AT_ONCE)
            .collect::<()>()
            .await;
        if *stop.borrow() {
            return Ok(());
        }
    }
    if let Some(next) = store.next_due(now).await? {
        alarm.set(next);
    }
    Ok(())
}

/// One person's reminder. What fails stays due: it is tried again with the next look.
async fn remind(handler: &Arc<Handler>, due: Due) {
    let incoming = Incoming {
        chat: due.who.chat,
        user: due.who.user,
        event: Event::Due,
        target: Target::default(),
    };
    // In a task of its own: one that panics takes no other with it.
    let handler = Arc::clone(handler);
    let handled = tokio::spawn(async move {
        let handled = handler.happens(None, &incoming).await;
        if let Err(error) = &handled
            && !matches!(error, StoreError::Closed)
        {
            log::error!("a reminder can't be handled: {error}");
        }
        if handled.is_err() {
            handler.remind_later();
        }
    });
    if handled.await.is_err() {
        log::error!("handling a reminder panicked");
    }
}
