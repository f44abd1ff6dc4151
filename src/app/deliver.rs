//! Sends what was committed: each chat in its own order, none waiting for another.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::watch;

use crate::{
    store::{OutboxId, Store, StoreError},
    telegram::{Bot, Delivery, Sent, send},
};

use super::{clock::Clock, pause::pause};

/// Rows read from the store at once.
const PAGE: u32 = 128;
/// As many messages may wait in a chat before no more of its updates are handled.
const CROWD: usize = 16;
/// How often a crowded chat is looked at.
const LOOK: Duration = Duration::from_millis(50);

/// Sends the outbox.
#[derive(Clone)]
pub(super) struct Deliverer(Arc<Shared>);

struct Shared {
    bot: Bot,
    store: Store,
    clock: Clock,
    stop: watch::Receiver<bool>,
    chats: Mutex<BTreeMap<i64, Chat>>,
}

/// A chat with a task that sends.
#[derive(Default)]
struct Chat {
    waiting: VecDeque<Waiting>,
    /// How often what waited was forgotten: what is on its way then, is not tried again.
    forgotten: u32,
}

struct Waiting {
    id: OutboxId,
    attempts: u32,
    delivery: Delivery,
}

impl Deliverer {
    pub(super) fn new(bot: Bot, store: Store, clock: Clock, stop: watch::Receiver<bool>) -> Self {
        Self(Arc::new(Shared {
            bot,
            store,
            clock,
            stop,
            chats: Mutex::default(),
        }))
    }

    /// Takes up what an earlier run left unsent, in order.
    /// Returns how much, and the chats that something damaged was meant for.
    pub(super) async fn resume(&self) -> Result<(u64, BTreeSet<i64>), StoreError> {
        let (mut after, mut count) = (0, 0);
        let mut lost = BTreeSet::new();
        loop {
            let page = self.0.store.outbox(after, PAGE).await?;
            for damaged in &page.damaged {
                log::error!(row = damaged.id; "a message in the outbox can't be opened: set aside");
                self.0
                    .store
                    .set_aside_outgoing(damaged.id, "damaged", self.0.clock.now())
                    .await?;
                lost.extend(damaged.chat);
            }
            let Some(last) = page.last else {
                return Ok((count, lost));
            };
            after = last;
            for row in page.rows {
                count += 1;
                match serde_json::from_slice(&row.body) {
                    Ok(delivery) => self.push(row.chat, vec![(row.id, delivery)]),
                    Err(_) => self.set_aside(row.id, "unreadable").await,
                }
            }
        }
    }

    /// Sends these after what the chat already waits for.
    pub(super) fn push(&self, chat: i64, deliveries: Vec<(OutboxId, Delivery)>) {
        if deliveries.is_empty() {
            return;
        }
        let waiting = deliveries.into_iter().map(|(id, delivery)| Waiting {
            id,
            attempts: 0,
            delivery,
        });
        let idle = {
            let mut chats = self.lock();
            let idle = !chats.contains_key(&chat);
            chats.entry(chat).or_default().waiting.extend(waiting);
            idle
        };
        if idle {
            let deliverer = self.clone();
            tokio::spawn(async move { deliverer.send_chat(chat).await });
        }
    }

    /// Forgets what waits for a chat, and what is on its way if that fails: the rows are gone from
    /// the store.
    pub(super) fn forget(&self, chat: i64) {
        if let Some(chat) = self.lock().get_mut(&chat) {
            chat.waiting.clear();
            chat.forgotten = chat.forgotten.wrapping_add(1);
        }
    }

    /// Whether so much waits in a chat that its updates had better wait in the inbox: a person who
    /// floods while Telegram asks for patience must not fill the memory.
    pub(super) fn is_crowded(&self, chat: i64) -> bool {
        let chats = self.lock();
        let waiting = chats.get(&chat).map_or(0, |chat| chat.waiting.len());
        waiting >= CROWD
    }

    /// Waits until a chat is no longer crowded. False where the bot stops before that.
    pub(super) async fn room(&self, chat: i64) -> bool {
        let mut stop = self.0.stop.clone();
        while self.is_crowded(chat) {
            tokio::select! {
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.wait_for(|stopped| *stopped) => return false,
            }
        }
        true
    }

    /// How many chats have something on its way.
    pub(super) fn busy(&self) -> usize {
        self.lock().len()
    }

    /// Sends a chat's messages one after the other until none is left.
    async fn send_chat(&self, chat: i64) {
        let mut stop = self.0.stop.clone();
        while let Some((mut waiting, forgotten)) = self.next(chat) {
            let sent = send(&self.0.bot, &waiting.delivery).await;
            let Err(attempts) = self.settle(chat, &waiting, sent).await else {
                continue;
            };
            waiting.attempts = attempts.count;
            self.put_back(chat, waiting, forgotten);
            tokio::select! {
                () = tokio::time::sleep(attempts.pause) => {}
                // What is unsent stays in the store for the next start.
                _ = stop.wait_for(|stopped| *stopped) => {
                    self.lock().remove(&chat);
                    return;
                }
            }
        }
    }

    /// Records what became of a message; an error says when to try again.
    async fn settle(&self, chat: i64, waiting: &Waiting, sent: Sent) -> Result<(), Again> {
        let store = &self.0.store;
        let now = self.0.clock.now();
        let recorded = match sent {
            Sent::Done => store.sent(waiting.id).await,
            Sent::Refused(reason) => {
                log::error!(message = waiting.id; "Telegram refuses a message: {reason}");
                store.set_aside_outgoing(waiting.id, &reason, now).await
            }
            Sent::Unreachable => {
                log::info!("a person can't be reached any more: what waited for them is dropped");
                self.forget(chat);
                store.drop_outgoing(chat).await.map(drop)
            }
            Sent::Later(wait) => {
                let count = waiting.attempts.saturating_add(1);
                let pause = wait.unwrap_or_else(|| pause(waiting.attempts));
                let not_before = now.saturating_add(pause).unwrap_or(now);
                if let Err(error) = store.postpone(waiting.id, not_before, count).await {
                    log::warn!(message = waiting.id; "a failed attempt is not noted: {error}");
                }
                log::warn!(message = waiting.id, attempts = count; "not sent yet");
                return Err(Again { count, pause });
            }
        };
        if let Err(error) = recorded {
            log::error!(message = waiting.id; "what became of a message is not recorded: {error}");
        }
        Ok(())
    }

    async fn set_aside(&self, id: OutboxId, reason: &str) {
        if let Err(error) = self
            .0
            .store
            .set_aside_outgoing(id, reason, self.0.clock.now())
            .await
        {
            log::error!(message = id; "a message can't be set aside: {error}");
        }
    }

    /// The chat's next message; none ends its task. One lock for both, so that nothing pushed in
    /// between is left lying.
    fn next(&self, chat: i64) -> Option<(Waiting, u32)> {
        let mut chats = self.lock();
        let entry = chats.get_mut(&chat)?;
        let next = entry.waiting.pop_front();
        let forgotten = entry.forgotten;
        if next.is_none() {
            chats.remove(&chat);
        }
        next.map(|waiting| (waiting, forgotten))
    }

    /// To be tried again, unless it was forgotten meanwhile.
    fn put_back(&self, chat: i64, waiting: Waiting, forgotten: u32) {
        let mut chats = self.lock();
        let entry = chats.entry(chat).or_default();
        if entry.forgotten == forgotten {
            entry.waiting.push_front(waiting);
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<i64, Chat>> {
        self.0.chats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// When to try again.
struct Again {
    count: u32,
    pause: Duration,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Keys, Sealer};

    #[tokio::test]
    async fn what_was_forgotten_on_its_way_is_not_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::from_file_or_create(&folder.path().join("keys/data.key")).unwrap();
        let url = format!("sqlite://{}/bot.db", folder.path().display());
        let store = Store::open(&url, Sealer::new(&keys)).await.unwrap();
        let (_stop, stopped) = watch::channel(false);
        let deliverer = Deliverer::new(Bot::new("1:a"), store, Clock::default(), stopped);
        let waiting = |id| Waiting {
            id,
            attempts: 0,
            delivery: Delivery::default(),
        };
        deliverer.lock().insert(
            7,
            Chat {
                waiting: [waiting(1), waiting(2)].into(),
                forgotten: 0,
            },
        );
        let (first, forgotten) = deliverer.next(7).unwrap();
        deliverer.put_back(7, first, forgotten);
        let (first, forgotten) = deliverer.next(7).unwrap();
        assert_eq!(first.id, 1, "a failed one comes first again");
        deliverer.forget(7);
        deliverer.push(7, vec![(3, Delivery::default())]);
        deliverer.put_back(7, first, forgotten);
        let (next, _) = deliverer.next(7).unwrap();
        assert_eq!(next.id, 3, "what comes after the forgetting is sent");
        assert!(deliverer.next(7).is_none());
        assert_eq!(deliverer.busy(), 0);
    }
}
