//! What became of a message: recorded before its lane goes on, so that nothing is sent again.

use std::time::{Duration, Instant};

use crate::{
    store::{OutboxId, StoreError},
    telegram::Sent,
};

use super::{
    deliver::{Deliverer, News},
    lanes::Waiting,
    pause::{patience, pause},
};

impl Deliverer {
    /// Records what became of a message. Until that is done the lane does not go on: what is not recorded
    /// would be sent again.
    pub(super) async fn settle(&self, chat: i64, waiting: &Waiting, sent: Sent) -> Settled {
        let (store, metrics) = (&self.0.store, &self.0.metrics);
        let now = self.0.clock.now();
        let recorded = match sent {
            Sent::Done => {
                metrics.sent.inc();
                self.recorded(waiting.id, || store.sent(waiting.id)).await
            }
            Sent::Refused(reason) => {
                metrics.refused.inc();
                log::error!(message = waiting.id; "Telegram refuses a message: {reason}");
                self.set_aside(waiting.id, &reason).await
            }
            Sent::Unreachable => {
                metrics.unreachable.inc();
                log::info!("a person can't be reached any more: what waited for them is dropped");
                self.forget(chat);
                let drops = || async { store.drop_outgoing(chat).await.map(drop) };
                let dropped = self.recorded(waiting.id, drops).await;
                // Nobody listens any more at a stop; the next message tells it again.
                let _ = self.0.news.send(News::Unreachable(chat));
                dropped
            }
            Sent::Later(wait) => {
                metrics.postponed.inc();
                let count = waiting.attempts.saturating_add(1);
                let pause = match wait.map(patience) {
                    Some(wait) => {
                        // It asks so of the chat, whatever is sent to it.
                        self.lock().hush(chat, Instant::now() + wait);
                        wait
                    }
                    None => pause(waiting.attempts),
                };
                let not_before = now.saturating_add(pause).unwrap_or(now);
                let noted = store.postpone(waiting.id, not_before, count).await;
                if let Err(error) = &noted {
                    log::warn!(message = waiting.id; "a failed attempt is not noted: {error}");
                }
                log::warn!(message = waiting.id, attempts = count; "not sent yet");
                let noted = noted.is_ok();
                return Settled::Again(Again {
                    count,
                    pause,
                    noted,
                });
            }
        };
        if recorded {
            Settled::Ended
        } else {
            Settled::Stopped
        }
    }

    pub(super) async fn set_aside(&self, id: OutboxId, reason: &str) -> bool {
        let store = &self.0.store;
        self.recorded(id, || {
            store.set_aside_outgoing(id, reason, self.0.clock.now())
        })
        .await
    }

    /// Records what became of a message, and tries until that is done. False where the bot stops before
    /// that.
    async fn recorded<F>(&self, id: OutboxId, record: impl Fn() -> F) -> bool
    where
        F: Future<Output = Result<(), StoreError>>,
    {
        let mut failed = 0;
        while let Err(error) = record().await {
            if matches!(error, StoreError::Closed) {
                return false;
            }
            if failed == 0 {
                log::error!(message = id; "what became of a message is not recorded yet: {error}");
            }
            if error.is_lasting() {
                return true;
            }
            if self.stops_within(pause(failed)).await {
                return false;
            }
            failed += 1;
        }
        true
    }
}

/// What became of a message.
pub(super) enum Settled {
    /// It is done with.
    Ended,
    /// The bot stops before that is recorded.
    Stopped,
    /// It is to be tried again.
    Again(Again),
}

/// When to try again.
pub(super) struct Again {
    pub(super) count: u32,
    pub(super) pause: Duration,
    /// Whether the store knows.
    pub(super) noted: bool,
}
