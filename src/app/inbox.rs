//! What is under way: a chat's updates go to the dispatcher in order, a few at a time; the rest
//! stays in the store until there is room. A chat that floods does not fill anyone else's way.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::{
    store::{Pending, Seq, Store, StoreError},
    telegram::{Feed, Given},
};

use super::{clock::Clock, pause::pause};

/// Updates of one chat that may be under way.
const UNDER_WAY: u32 = 4;
/// Rows read from the store at once at the start.
const PAGE: u32 = 64;
/// Rows of one chat read at once: as many as have room, and one that tells whether there are more.
const REFILL: u32 = UNDER_WAY + 1;

/// Updates of one chat that may wait: nobody writes so many by hand before the bot has answered.
const WAITING: usize = 256;
/// Messages that tell of danger, kept beyond that.
const DANGERS: usize = 16;

/// Knows which updates are under way, and which chats have more in the store.
pub(super) struct Inbox {
    store: Store,
    feed: Feed,
    clock: Clock,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Row and chat of each update under way, by Telegram's number.
    under_way: BTreeMap<i64, (Seq, Option<i64>)>,
    chats: BTreeMap<i64, Chat>,
}

#[derive(Default)]
struct Chat {
    under_way: BTreeSet<Seq>,
    /// The last row given to the dispatcher.
    given: Seq,
    /// More waits in the store.
    more: bool,
    /// Something came while the store was read.
    came: bool,
    /// About how many rows wait in the store.
    waiting: usize,
    flood: Flood,
}

/// What a chat sent beyond what can wait, until it comes to rest.
#[derive(Default)]
struct Flood {
    /// Not kept.
    dropped: u64,
    /// Kept for the danger that they tell of.
    dangers: usize,
}

impl Drop for Flood {
    fn drop(&mut self) {
        if self.dropped > 0 {
            log::warn!(unread = self.dropped; "a chat sent too much at once: what came last was not read");
        }
    }
}

/// What becomes of a new update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// It is kept.
    Kept,
    /// The first of a flood that is not: the person is to be told.
    Flooded,
    /// One more of the same flood.
    Dropped,
}

impl Inbox {
    pub(super) fn new(store: Store, feed: Feed, clock: Clock) -> Self {
        Self {
            store,
            feed,
            clock,
            state: Mutex::default(),
        }
    }

    /// Gives what an earlier run left behind to the dispatcher, oldest first.
    /// Returns how much, and the chats that something damaged came from.
    pub(super) async fn replay(&self) -> Result<(u64, BTreeSet<i64>), StoreError> {
        let (mut after, mut count) = (0, 0);
        let mut lost = BTreeSet::new();
        loop {
            let page = self.store.pending(after, PAGE).await?;
            for damaged in &page.damaged {
                log::error!(row = damaged.id; "an update in the inbox can't be opened: set aside");
                self.store
                    .set_aside_update(damaged.id, "damaged", self.clock.now())
                    .await?;
                lost.extend(damaged.chat);
            }
            let Some(last) = page.last else {
                return Ok((count, lost));
            };
            after = last;
            count += page.rows.len() as u64;
            for pending in page.rows {
                self.admit(pending).await;
            }
        }
    }

    /// Whether a chat's next update may be kept. `before`: how many of its updates came together with
    /// it and are not in the inbox yet. A flood ends when nothing of the chat waits any more.
    pub(super) fn room(&self, chat: i64, before: usize, is_danger: impl Fn() -> bool) -> Room {
        let mut state = self.lock();
        let Some(entry) = state.chats.get_mut(&chat) else {
            return Room::Kept;
        };
        if entry.waiting + before < WAITING {
            return Room::Kept;
        }
        let flood = &mut entry.flood;
        if flood.dangers < DANGERS && is_danger() {
            flood.dangers += 1;
            return Room::Kept;
        }
        flood.dropped += 1;
        if flood.dropped == 1 {
            Room::Flooded
        } else {
            Room::Dropped
        }
    }

    /// Takes new rows of the inbox.
    pub(super) async fn take(&self, rows: Vec<Pending>) {
        for row in rows {
            self.admit(row).await;
        }
    }

    async fn admit(&self, row: Pending) {
        let unreadable = self.hand_on(vec![row], |state, rows| {
            rows.retain(|row| state.has_room(row));
        });
        self.take_out(unreadable).await;
    }

    /// Gives the rows that `choose` leaves to the dispatcher, and returns those that can't be read.
    /// All under one lock: between the choice and the giving nothing may slip in front.
    fn hand_on(
        &self,
        mut rows: Vec<Pending>,
        choose: impl FnOnce(&mut State, &mut Vec<Pending>),
    ) -> Vec<Pending> {
        let mut state = self.lock();
        choose(&mut state, &mut rows);
        for row in &rows {
            state.note(row);
        }
        rows.retain(|row| {
            let body = std::str::from_utf8(&row.body).unwrap_or_default();
            self.feed.give(body) == Given::Unreadable
        });
        rows
    }

    /// An update that can't be read is taken out: nothing can be done with it but look.
    async fn take_out(&self, unreadable: Vec<Pending>) {
        for row in unreadable {
            log::warn!(update = row.update_id; "an update can't be read: set aside");
            let aside = self
                .store
                .set_aside_update(row.seq, "unreadable", self.clock.now())
                .await;
            if let Err(error) = aside {
                log::error!(update = row.update_id; "an unreadable update stays in the inbox: {error}");
            }
            Box::pin(self.done(row.update_id)).await;
        }
    }

    /// The row and the chat of an update under way.
    pub(super) fn row(&self, update: i64) -> Option<(Seq, Option<i64>)> {
        self.lock().under_way.get(&update).copied()
    }

    /// An update is done with (or left for the next start): the chat's next one has room.
    pub(super) async fn done(&self, update: i64) {
        let Some((chat, mut after)) = self.leave(update) else {
            return;
        };
        let mut failed = 0;
        loop {
            match self.store.pending_of(chat, after, REFILL).await {
                Ok(page) => {
                    let full = page.rows.len() + page.damaged.len() >= REFILL as usize;
                    after = page.last.unwrap_or(after);
                    let mut again = false;
                    let unreadable = self.hand_on(page.rows, |state, rows| {
                        again = state.refill(chat, rows, full);
                    });
                    self.take_out(unreadable).await;
                    if !again {
                        return;
                    }
                }
                Err(StoreError::Closed) => return,
                // Given up, the chat would be deaf until the next start.
                Err(error) => {
                    log::error!("what waits in the inbox can't be read: {error}");
                    tokio::time::sleep(pause(failed)).await;
                    failed += 1;
                }
            }
        }
    }

    /// Takes an update off; the chat and its last row given, where the store has more for it.
    fn leave(&self, update: i64) -> Option<(i64, Seq)> {
        let mut state = self.lock();
        let (seq, chat) = state.under_way.remove(&update)?;
        let chat = chat?;
        let entry = state.chats.get_mut(&chat)?;
        entry.under_way.remove(&seq);
        // Read once the chat is idle: one reading for several updates.
        if !entry.under_way.is_empty() {
            return None;
        }
        if entry.more {
            entry.came = false;
            return Some((chat, entry.given));
        }
        state.chats.remove(&chat);
        None
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Whether the row may be given now; if not, the chat has more in the store.
    fn has_room(&mut self, row: &Pending) -> bool {
        let Some(chat) = row.chat else {
            return true;
        };
        let entry = self.chats.entry(chat).or_default();
        if entry.more || entry.under_way.len() >= UNDER_WAY as usize {
            entry.more = true;
            entry.came = true;
            entry.waiting += 1;
            return false;
        }
        true
    }

    /// Notes the row as under way.
    fn note(&mut self, row: &Pending) {
        if let Some(chat) = row.chat {
            let entry = self.chats.entry(chat).or_default();
            entry.under_way.insert(row.seq);
            entry.given = row.seq;
        }
        self.under_way.insert(row.update_id, (row.seq, row.chat));
    }

    /// Leaves of an idle chat's rows as many as have room. True where the store has to be read
    /// again. `full`: there may be more rows behind these.
    fn refill(&mut self, chat: i64, rows: &mut Vec<Pending>, full: bool) -> bool {
        let entry = self.chats.entry(chat).or_default();
        // What came while the store was read may be among the rows or not.
        entry.more = std::mem::take(&mut entry.came) || full || rows.len() > UNDER_WAY as usize;
        rows.truncate(UNDER_WAY as usize);
        entry.waiting = entry.waiting.saturating_sub(rows.len());
        let idle = rows.is_empty();
        let again = idle && entry.more;
        if idle && !again {
            self.chats.remove(&chat);
        }
        again
    }
}
