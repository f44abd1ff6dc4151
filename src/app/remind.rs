//! Time passes: for each person of whom a reminder is due, that is an event like any other.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use futures::{StreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

use crate::{
    machine::Event,
    store::{Due, Handled, SessionChange, Store, StoreError, Wake, Who},
    telegram::{Incoming, Target},
};

use super::{alarm::Alarm, clock::Clock, handle::Handler, pause::pause};

/// People read from the store at once.
const PAGE: u32 = 256;
/// How often a person's reminders may fail in a way that is no passing trouble of the store.
const FAILURES: u32 = 3;
/// Reminders handled side by side: their commits share a flush to the disk.
const AT_ONCE: usize = 32;

/// How long after a failed reminder what is due is looked for again.
const AGAIN: SignedDuration = SignedDuration::from_secs(2);

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
    let failures = Failures::default();
    loop {
        match look(&failures, &handler, &store, &clock, &alarm, &stop).await {
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
    failures: &Failures,
    handler: &Arc<Handler>,
    store: &Store,
    clock: &Clock,
    alarm: &Alarm,
    stop: &watch::Receiver<bool>,
) -> Result<(), StoreError> {
    // First: what is set from now on rings, also where this look has missed it.
    alarm.clear();
    handler.watched.metrics.looked.inc();
    let now = clock.now();
    let mut after = None;
    loop {
        let due = store.due(now, after, PAGE).await?;
        let Some(last) = due.last() else {
            break;
        };
        after = Some(*last);
        let each = due.into_iter().map(|due| remind(failures, handler, due));
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

/// How often each person's reminders have failed in this run.
#[derive(Default)]
struct Failures(Mutex<BTreeMap<Who, u32>>);

impl Failures {
    /// Counts one more. True where that is one too many.
    fn one_more(&self, who: Who) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = all.entry(who).or_default();
        *count += 1;
        let enough = *count >= FAILURES;
        if enough {
            all.remove(&who);
        }
        enough
    }
}

/// One person's reminder. What fails stays due: it is tried again with the next look. What can never
/// succeed is put aside.
async fn remind(failures: &Failures, handler: &Arc<Handler>, due: Due) {
    let incoming = Incoming {
        chat: due.who.chat,
        user: due.who.user,
        event: Event::Due,
        target: Target::default(),
    };
    // In a task of its own: one that panics takes no other with it.
    let own = Arc::clone(handler);
    let handled = tokio::spawn(async move { own.happens(None, &incoming).await }).await;
    let lasting = match &handled {
        Ok(Ok(()) | Err(StoreError::Closed)) => return,
        Ok(Err(error)) => {
            log::error!("a reminder can't be handled: {error}");
            error.is_lasting()
        }
        Err(_) => {
            log::error!("handling a reminder panicked");
            true
        }
    };
    if lasting && failures.one_more(due.who) {
        match handler.put_aside(due.who).await {
            Ok(()) => {
                log::error!(
                    "a person's reminders fail each time: put aside until something about them changes"
                );
                return;
            }
            Err(error) => log::error!("a reminder that fails can't be put aside: {error}"),
        }
    }
    handler.remind_later();
}

impl Handler {
    /// A person's reminders can't be handled: what is due stays so until something about them changes.
    async fn put_aside(&self, who: Who) -> Result<(), StoreError> {
        let handled = Handled {
            seq: None,
            who,
            session: SessionChange::Keep,
            drop_pending: false,
            wake: Wake::Never,
            outgoing: Vec::new(),
            now: self.clock.now(),
        };
        self.store.commit(handled).await.map(drop)
    }

    /// A reminder failed: it is looked for again a moment later.
    fn remind_later(&self) {
        let again = self.clock.now().saturating_add(AGAIN);
        self.alarm.set(again.unwrap_or(Timestamp::MAX));
    }
}
