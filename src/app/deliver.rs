//! Sends what was committed: each lane of a chat in its own order, none waiting for another.
//!
//! Bounded in memory: what an earlier run left, and what nobody asked for, is read from the store
//! a few lanes at a time and a few messages of each.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use jiff::Timestamp;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, mpsc, watch};

use crate::{
    store::{OutboxId, Page, Store, StoreError},
    telegram::{Bot, Delivery, send},
};

use super::{
    clock::Clock,
    lanes::{Lane, Lanes, Next, Waiting},
    limit::Limiter,
    metrics::Metrics,
    pause::pause,
    settle::{Again, Settled},
};

/// Messages of a lane read from the store at once.
const PAGE: u32 = 4;
/// Numbers of lanes read from the store at once.
const WALK: u32 = 256;
/// Lanes that are taken up from the store at a time; one that has to wait makes room.
const SLOTS: usize = 64;
/// A lane that waits for so long leaves the memory.
const FAR: Duration = Duration::from_secs(2);
/// The longest rest: the system's clock may be set meanwhile.
const LONGEST_REST: Duration = Duration::from_secs(60);
/// How often a crowded chat is looked at.
const LOOK: Duration = Duration::from_millis(50);
/// How often the bot's clock is looked at: the preview moves it on.
const CLOCK: Duration = Duration::from_secs(1);

/// What can't be sent, for those who decide what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    /// A damaged message for this chat was lost.
    Lost(i64),
    /// The person of this chat can't be reached any more.
    Unreachable(i64),
}

/// Sends the outbox.
#[derive(Clone)]
pub(super) struct Deliverer(pub(super) Arc<Shared>);

pub(super) struct Shared {
    bot: Bot,
    pub(super) store: Store,
    pub(super) clock: Clock,
    pub(super) metrics: Metrics,
    limiter: Limiter,
    stop: watch::Receiver<bool>,
    /// Something that nobody asked for was committed.
    unasked: Notify,
    /// Hears of what can't be sent.
    pub(super) news: mpsc::UnboundedSender<News>,
    lanes: Mutex<Lanes>,
    /// Lanes that come back from a long rest take a slot each: many rest, and come back, together.
    rested: Arc<Semaphore>,
}

/// Why a lane's task ends.
enum Ended {
    /// Nothing is left.
    Empty,
    /// The bot stops: what is unsent stays in the store for the next start.
    Stopped,
    /// Its first message is to be tried again after this time.
    Rests {
        pause: Duration,
        /// Whether the store knows all of it.
        noted: bool,
    },
}

impl Deliverer {
    /// `per_second`: how many messages that nobody asked for; 0 for no limit. `news` hears of
    /// what can't be sent.
    pub(super) fn new(
        bot: Bot,
        store: Store,
        clock: Clock,
        metrics: Metrics,
        per_second: u32,
        news: mpsc::UnboundedSender<News>,
        stop: watch::Receiver<bool>,
    ) -> Self {
        Self(Arc::new(Shared {
            bot,
            store,
            clock,
            metrics,
            limiter: Limiter::new(per_second),
            stop,
            unasked: Notify::new(),
            news,
            lanes: Mutex::default(),
            rested: Arc::new(Semaphore::new(SLOTS)),
        }))
    }

    /// Begins to take up what an earlier run left unsent. Gives how many messages that is.
    pub(super) async fn resume(&self) -> Result<u64, StoreError> {
        let unsent = self.0.store.backlog().await?.outbox;
        for unasked in [false, true] {
            let deliverer = self.clone();
            tokio::spawn(async move { deliverer.walk(unasked).await });
        }
        Ok(unsent)
    }

    /// Sends these replies after what the chat already waits for. They are committed.
    pub(super) fn push(&self, chat: i64, deliveries: Vec<(OutboxId, Delivery)>) {
        if !deliveries.is_empty() && self.lock().add(chat, deliveries) {
            let unasked = false;
            self.spawn(Lane { chat, unasked }, None);
        }
    }

    /// Messages that nobody asked for were committed: sends them when their turn comes.
    pub(super) fn wake(&self) {
        self.0.unasked.notify_one();
    }

    /// Forgets what waits for a chat, and what is on its way if that fails: the rows are gone from
    /// the store.
    pub(super) fn forget(&self, chat: i64) {
        self.lock().forget(chat);
    }

    /// Whether so much waits in a chat that its updates had better wait in the inbox.
    pub(super) fn is_crowded(&self, chat: i64) -> bool {
        self.lock().is_crowded(chat)
    }

    /// Waits until a chat is no longer crowded. False where the bot stops before that.
    pub(super) async fn room(&self, chat: i64) -> bool {
        while self.is_crowded(chat) {
            if self.stops_within(LOOK).await {
                return false;
            }
        }
        true
    }

    /// How many lanes have something on its way.
    pub(super) fn busy(&self) -> usize {
        self.lock().busy()
    }

    /// Goes through the store in the order of sending and gives each lane found there a task. For
    /// replies that is done once, at the start.
    async fn walk(&self, unasked: bool) {
        let mut stop = self.0.stop.clone();
        let slots = Arc::new(Semaphore::new(SLOTS));
        let (mut after, mut failed) = (0, 0);
        loop {
            let found = self.0.store.outbox_chats(unasked, after, WALK).await;
            let found = match found {
                Ok(found) => found,
                Err(StoreError::Closed) => return,
                Err(error) => {
                    log::error!("what waits in the outbox can't be read: {error}");
                    if self.stops_within(pause(failed)).await {
                        return;
                    }
                    failed += 1;
                    continue;
                }
            };
            failed = 0;
            if found.is_empty() {
                if !unasked {
                    return self.lock().resumed();
                }
                tokio::select! {
                    () = self.0.unasked.notified() => {}
                    _ = stop.wait_for(|stopped| *stopped) => return,
                }
            }
            for (id, chat) in found {
                after = id;
                let slot = tokio::select! {
                    slot = Arc::clone(&slots).acquire_owned() => slot.ok(),
                    _ = stop.wait_for(|stopped| *stopped) => return,
                };
                let lane = Lane { chat, unasked };
                // A lane that is under way reads on by itself.
                if self.lock().open(lane) {
                    self.spawn(lane, slot);
                }
            }
        }
    }

    fn spawn(&self, lane: Lane, slot: Option<OwnedSemaphorePermit>) {
        let deliverer = self.clone();
        tokio::spawn(async move {
            match deliverer.send_lane(lane).await {
                Ended::Empty => {}
                Ended::Stopped => deliverer.lock().leave(lane),
                Ended::Rests { pause, noted } => deliverer.rest(lane, pause, noted),
            }
            drop(slot);
        });
    }

    /// Has a lane wait, without what sending takes and, where it waits long, without its messages.
    fn rest(&self, lane: Lane, pause: Duration, noted: bool) {
        let far = noted && pause >= FAR;
        if far {
            self.lock().rest(lane);
        }
        let deliverer = self.clone();
        tokio::spawn(async move {
            if deliverer.stops_within(pause).await {
                return deliverer.lock().leave(lane);
            }
            let slot = if far {
                let mut stop = deliverer.0.stop.clone();
                tokio::select! {
                    slot = Arc::clone(&deliverer.0.rested).acquire_owned() => slot.ok(),
                    _ = stop.wait_for(|stopped| *stopped) => return deliverer.lock().leave(lane),
                }
            } else {
                None
            };
            deliverer.lock().go_on(lane);
            deliverer.spawn(lane, slot);
        });
    }

    /// Sends a lane's messages one after the other.
    async fn send_lane(&self, lane: Lane) -> Ended {
        let mut failed = 0;
        loop {
            let next = self.lock().next(lane);
            let (mut waiting, forgotten) = match next {
                Next::End => return Ended::Empty,
                Next::Send(waiting, forgotten) => (waiting, forgotten),
                Next::Read(after, forgotten) => {
                    if *self.0.stop.borrow() {
                        return Ended::Stopped;
                    }
                    match self.read(lane, after, forgotten).await {
                        Ok(()) => failed = 0,
                        Err(StoreError::Closed) => return Ended::Stopped,
                        Err(error) => {
                            log::error!("what waits in the outbox can't be read: {error}");
                            if self.stops_within(pause(failed)).await {
                                return Ended::Stopped;
                            }
                            failed += 1;
                        }
                    }
                    continue;
                }
            };
            let mut wait = self.too_early(lane.chat, &waiting);
            if lane.unasked && wait.is_none() {
                if !self.has_turn().await {
                    return Ended::Stopped;
                }
                // The turn may have been long in coming: forgotten meanwhile, it must not go out.
                if !self.lock().is_current(lane, forgotten) {
                    continue;
                }
                wait = self.too_early(lane.chat, &waiting);
            }
            if let Some(pause) = wait {
                self.lock().put_back(lane, waiting, forgotten);
                let noted = true;
                return Ended::Rests { pause, noted };
            }
            let begun = Instant::now();
            let sent = send(&self.0.bot, &waiting.delivery).await;
            self.0.metrics.sending(begun.elapsed());
            match self.settle(lane.chat, &waiting, sent).await {
                Settled::Ended => {}
                Settled::Stopped => return Ended::Stopped,
                Settled::Again(again) => {
                    waiting.attempts = again.count;
                    waiting.not_before = Timestamp::MIN;
                    self.lock().put_back(lane, waiting, forgotten);
                    let Again { pause, noted, .. } = again;
                    return Ended::Rests { pause, noted };
                }
            }
        }
    }

    /// Reads a lane's next messages from the store.
    async fn read(&self, lane: Lane, after: OutboxId, forgotten: u32) -> Result<(), StoreError> {
        let Lane { chat, unasked } = lane;
        let page = self.0.store.outbox_of(chat, unasked, after, PAGE).await?;
        let full = page.rows.len() + page.damaged.len() >= PAGE as usize;
        for damaged in &page.damaged {
            log::error!(message = damaged.id; "a message in the outbox can't be opened: set aside");
            self.set_aside(damaged.id, "damaged").await;
            // At a stop nobody listens any more.
            let _ = self.0.news.send(News::Lost(chat));
        }
        let mut rows = Vec::with_capacity(page.rows.len());
        for row in page.rows {
            let Ok(delivery) = serde_json::from_slice(&row.body) else {
                log::error!(message = row.id; "a message in the outbox can't be read: set aside");
                self.set_aside(row.id, "unreadable").await;
                let _ = self.0.news.send(News::Lost(chat));
                continue;
            };
            rows.push(Waiting {
                id: row.id,
                attempts: row.attempts,
                not_before: row.not_before,
                delivery,
            });
        }
        let page = Page {
            rows,
            damaged: Vec::new(),
            last: page.last,
        };
        self.lock().loaded(lane, page, full, forgotten);
        Ok(())
    }

    /// How long to wait before a message may be tried.
    fn too_early(&self, chat: i64, waiting: &Waiting) -> Option<Duration> {
        let hushed = self.lock().hushed(chat, Instant::now());
        let left = if waiting.not_before > Timestamp::MIN {
            let left = waiting.not_before.duration_since(self.0.clock.now());
            Duration::try_from(left).ok().filter(|left| !left.is_zero())
        } else {
            None
        };
        // A clock that can be moved on is looked at.
        let moved = |left: Duration| self.0.clock.nap(left) < left;
        let left = left.map(|left| if moved(left) { left.min(CLOCK) } else { left });
        hushed.max(left).map(|wait| wait.min(LONGEST_REST))
    }

    /// Waits for the turn of a message that nobody asked for. False where the bot stops meanwhile.
    async fn has_turn(&self) -> bool {
        let mut stop = self.0.stop.clone();
        tokio::select! {
            () = self.0.limiter.turn() => true,
            _ = stop.wait_for(|stopped| *stopped) => false,
        }
    }

    /// Waits; true where the bot stops meanwhile.
    pub(super) async fn stops_within(&self, wait: Duration) -> bool {
        let mut stop = self.0.stop.clone();
        tokio::select! {
            () = tokio::time::sleep(wait) => false,
            _ = stop.wait_for(|stopped| *stopped) => true,
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Lanes> {
        self.0.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
