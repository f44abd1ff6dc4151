//! What is under way: a chat's updates go to the dispatcher in order, a few at a time; the rest
//! stays in the store until there is room. A chat that floods does not fill anyone else's way.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::{
    store::{Pending, Seq, Store, StoreError},
    telegram::Feed,
};

use super::clock::Clock;

/// Updates of one chat that may be under way.
const UNDER_WAY: usize = 4;
/// Rows read from the store at once.
const PAGE: u32 = 64;

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
    pub(super) async fn replay(&self) -> Result<u64, StoreError> {
        let (mut after, mut count) = (0, 0);
        loop {
            let page = self.store.pending(after, PAGE).await?;
            for damaged in &page.damaged {
                log::error!(row = damaged.id; "an update in the inbox can't be opened: set aside");
                self.store
                    .set_aside_update(damaged.id, "damaged", self.clock.now())
                    .await?;
            }
            let Some(last) = page.last else {
                return Ok(count);
            };
            after = last;
            count += page.rows.len() as u64;
            for pending in page.rows {
                self.admit(pending).await;
            }
        }
    }

    /// Takes new rows of the inbox.
    pub(super) async fn take(&self, rows: Vec<Pending>) {
        for row in rows {
            self.admit(row).await;
        }
    }

    async fn admit(&self, row: Pending) {
        if self.has_room(&row) {
            self.give(row).await;
        }
    }

    /// Notes the row as under way, or that the chat has more.
    fn has_room(&self, row: &Pending) -> bool {
        let mut state = self.lock();
        if let Some(chat) = row.chat {
            let entry = state.chats.entry(chat).or_default();
            if entry.more || entry.under_way.len() >= UNDER_WAY {
                entry.more = true;
                return false;
            }
            entry.under_way.insert(row.seq);
            entry.given = row.seq;
        }
        state.under_way.insert(row.update_id, (row.seq, row.chat));
        true
    }

    /// An update that can't be read is taken out: nothing can be done with it but look.
    async fn give(&self, row: Pending) {
        let body = std::str::from_utf8(&row.body).unwrap_or_default();
        if self.feed.give(body) {
            return;
        }
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

    /// The row of an update under way.
    pub(super) fn row(&self, update: i64) -> Option<Seq> {
        self.lock().under_way.get(&update).map(|(seq, _)| *seq)
    }

    /// An update is done with (or left for the next start): the chat's next one has room.
    pub(super) async fn done(&self, update: i64) {
        let Some((chat, after)) = self.leave(update) else {
            return;
        };
        match self.store.pending_of(chat, after, PAGE).await {
            Ok(page) => {
                self.note_read(chat);
                let full = page.rows.len() >= PAGE as usize;
                for row in page.rows {
                    Box::pin(self.admit(row)).await;
                }
                if full {
                    self.note_more(chat);
                }
            }
            Err(error) => log::error!("what waits in the inbox can't be read: {error}"),
        }
    }

    /// Takes an update off; the chat and its last row given, where the store has more for it.
    fn leave(&self, update: i64) -> Option<(i64, Seq)> {
        let mut state = self.lock();
        let (seq, chat) = state.under_way.remove(&update)?;
        let chat = chat?;
        let entry = state.chats.get_mut(&chat)?;
        entry.under_way.remove(&seq);
        if !entry.more {
            if entry.under_way.is_empty() {
                state.chats.remove(&chat);
            }
            return None;
        }
        // Read once the chat is idle: one reading for several updates.
        entry.under_way.is_empty().then_some((chat, entry.given))
    }

    fn note_read(&self, chat: i64) {
        if let Some(entry) = self.lock().chats.get_mut(&chat) {
            entry.more = false;
        }
    }

    fn note_more(&self, chat: i64) {
        self.lock().chats.entry(chat).or_default().more = true;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
