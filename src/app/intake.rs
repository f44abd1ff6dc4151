//! Takes updates in: committed before Telegram is told that they were received.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::sync::watch;

use crate::{
    store::{Received, Store, StoreError},
    telegram::{Bot, CallError, RawUpdate, delete_webhook, poll},
};

use super::{
    handle::Handler,
    health::Health,
    metrics::Metrics,
    pause::{patience, pause},
};

/// How long one long poll waits.
const POLL: Duration = Duration::from_secs(25);

/// Where updates go, however they come.
pub(super) struct Intake {
    pub(super) store: Store,
    pub(super) handler: Arc<Handler>,
    pub(super) health: Health,
    pub(super) metrics: Metrics,
}

impl Intake {
    /// Commits updates, and where the next poll starts, and has the new ones handled. To be called
    /// by one task: the order of the calls is the order of handling.
    pub(super) async fn keep(
        &self,
        updates: Vec<RawUpdate>,
        next: Option<i64>,
    ) -> Result<(), StoreError> {
        let begun = Instant::now();
        let came = updates.len();
        let updates = self.handler.without_floods(updates).await;
        let count = updates.len();
        self.metrics.unread.inc_by((came - count) as u64);
        let received = updates.into_iter().map(|update| Received {
            update_id: update.update_id,
            chat: update.chat,
            user: update.user,
            body: update.body.into_bytes(),
        });
        let rows = self
            .store
            .receive(received.collect(), next, self.handler.clock.now())
            .await?;
        self.metrics.receiving(begun.elapsed());
        self.metrics.received.inc_by(rows.len() as u64);
        self.metrics.repeated.inc_by((count - rows.len()) as u64);
        self.handler.inbox.take(rows).await;
        Ok(())
    }
}

/// Takes updates in by long polling.
pub(super) struct Poller {
    pub(super) bot: Bot,
    pub(super) intake: Intake,
}

impl Poller {
    /// Polls until the bot stops or the store is closed.
    pub(super) async fn run(self, mut stop: watch::Receiver<bool>) {
        let (mut attempts, mut offset, mut ever) = (0, None, false);
        while !*stop.borrow() {
            let done = tokio::select! {
                done = self.round(offset) => done,
                _ = stop.wait_for(|stopped| *stopped) => return,
            };
            let trouble = match done {
                Ok(next) => {
                    self.intake.health.telegram(true);
                    (offset, attempts, ever) = (Some(next), 0, true);
                    continue;
                }
                Err(Trouble::Store(StoreError::Closed)) => return,
                Err(trouble) => trouble,
            };
            if let Trouble::Call(error) = &trouble {
                self.intake.health.telegram(!error.is_unreachable());
            }
            log::warn!(attempt = attempts + 1; "updates can't be received: {trouble}");
            // Only at the start: later, another process wants the updates by webhook.
            if !ever && trouble.is_webhook() {
                self.end_webhook().await;
            }
            let wait = match trouble {
                Trouble::Call(CallError::Wait(wait)) => patience(wait),
                Trouble::Call(_) | Trouble::Store(_) => pause(attempts),
            };
            attempts += 1;
            // What was kept is in the store.
            offset = None;
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                _ = stop.wait_for(|stopped| *stopped) => return,
            }
        }
    }

    /// An earlier run took updates by webhook. What waits at Telegram comes by polling now.
    async fn end_webhook(&self) {
        match delete_webhook(&self.bot).await {
            Ok(()) => log::info!("the webhook of an earlier run is taken back"),
            Err(error) => log::warn!("the webhook of an earlier run stays for now: {error}"),
        }
    }

    /// One poll from `offset` on, or from where the store says. Gives where the next one starts.
    async fn round(&self, offset: Option<i64>) -> Result<i64, Trouble> {
        let offset = match offset {
            Some(offset) => offset,
            None => self.intake.store.next_offset().await?.unwrap_or(0),
        };
        let updates = poll(&self.bot, offset, POLL).await.map_err(Trouble::Call)?;
        // The last, not the greatest: after a quiet week Telegram counts anew.
        let Some(last) = updates.last() else {
            return Ok(offset);
        };
        let next = last.update_id.saturating_add(1);
        self.intake.keep(updates, Some(next)).await?;
        Ok(next)
    }
}

#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("{0}")]
    Call(CallError),
    #[error("{0}")]
    Store(#[from] StoreError),
}

impl Trouble {
    /// Whether Telegram delivers by webhook.
    fn is_webhook(&self) -> bool {
        matches!(self, Self::Call(CallError::Refused(409, said)) if said.contains("webhook is active"))
    }
}
