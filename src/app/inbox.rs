//! What is under way: a chat's updates go to the dispatcher in order, one at a time; a few wait here, the
//! rest in the store until there is room. A chat that floods does not fill anyone else's way, and many
//! chats at once do not fill the memory.
//!
//! An update that ends the process (not by a panic: those are caught) is found by counting, at the
//! start, what is taken up again. What an earlier start took up as well is taken up alone, so that only
//! what did it is counted on, and set aside in the end.

use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::Notify,
    time::{Instant, timeout_at},
};

use crate::{
    store::{Pending, Seq, Store, StoreError},
    telegram::{Feed, Given},
};

use super::{
    clock::Clock,
    flood::{Room, Weight},
    pause::pause,
    under_way::{HERE, Next, State},
};

/// Starts that an update may have been under way in when the process ended.
const STARTS: u32 = 3;
/// How long an update that is taken up alone holds up others of its kind.
const ALONE: Duration = Duration::from_secs(5);
/// Rows read from the store at once at the start.
const PAGE: u32 = 64;
/// Rows of one chat read at once: as many as have room, and one that tells whether there are more.
const REFILL: u32 = HERE + 1;

/// Knows which updates are under way, and which chats have more in the store.
pub(super) struct Inbox {
    store: Store,
    feed: Feed,
    clock: Clock,
    state: Mutex<State>,
    /// An update is no longer under way.
    ended: Notify,
}

/// What an earlier run left behind.
#[derive(Default)]
pub(super) struct Left {
    /// How much is taken up.
    pub(super) count: u64,
    /// The chats whose people are to be told that something of theirs was set aside.
    pub(super) lost: BTreeSet<i64>,
    /// What is to be taken up alone: row and chat.
    pub(super) suspects: Vec<(Seq, Option<i64>)>,
}

impl Inbox {
    pub(super) fn new(store: Store, feed: Feed, clock: Clock) -> Self {
        Self {
            store,
            feed,
            clock,
            state: Mutex::default(),
            ended: Notify::new(),
        }
    }

    /// Gives what an earlier run left behind to the dispatcher, oldest first. To be called before
    /// anything else is: nothing may slip in front.
    pub(super) async fn replay(&self) -> Result<Left, StoreError> {
        let (mut after, mut left) = (0, Left::default());
        loop {
            let page = self.store.pending(after, PAGE).await?;
            for damaged in &page.damaged {
                log::error!(row = damaged.id; "an update in the inbox can't be opened: set aside");
                self.store
                    .set_aside_update(damaged.id, "damaged", self.clock.now())
                    .await?;
                left.lost.extend(damaged.chat);
            }
            let Some(last) = page.last else {
                return Ok(left);
            };
            after = last;
            left.count += page.rows.len() as u64;
            let (worn, rows): (Vec<_>, Vec<_>) =
                page.rows.into_iter().partition(|row| row.starts >= STARTS);
            for row in worn {
                log::error!(update = row.update_id; "an update has ended the process again and again: set aside");
                self.store
                    .set_aside_update(row.seq, "fatal", self.clock.now())
                    .await?;
                left.lost.extend(row.chat);
            }
            let given = self.lock().choose(rows, &mut left.suspects);
            let seqs: Vec<_> = given.iter().map(|row| row.seq).collect();
            if !seqs.is_empty() {
                self.store.started(seqs).await?;
            }
            for row in given {
                self.go_on(Next::Begin(row)).await;
            }
        }
    }

    /// Takes up, one after the other, what earlier starts took up as well. Their chats wait for it.
    pub(super) async fn take_up_alone(&self, suspects: Vec<(Seq, Option<i64>)>) {
        for (seq, chat) in suspects {
            match self.take_up(seq).await {
                Ok(Some(update)) => self.wait_for(update).await,
                // Erased meanwhile.
                Ok(None) => {
                    if let Some(chat) = chat {
                        self.go_on(Next::Read(chat, seq)).await;
                    }
                }
                Err(StoreError::Closed) => return,
                Err(error) => {
                    log::error!(row = seq; "an update can't be taken up before the next start: {error}");
                }
            }
        }
    }

    /// Gives one row to the dispatcher; its number, if it is still there.
    async fn take_up(&self, seq: Seq) -> Result<Option<i64>, StoreError> {
        let mut failed = 0;
        let row = loop {
            let found = async {
                let page = self.store.pending(seq - 1, 1).await?;
                let row = page.rows.into_iter().find(|row| row.seq == seq);
                if row.is_some() {
                    self.store.started(vec![seq]).await?;
                }
                Ok(row)
            };
            match found.await {
                Ok(row) => break row,
                Err(error) if matches!(error, StoreError::Closed) => return Err(error),
                Err(error) => {
                    log::warn!(row = seq; "an update can't be taken up yet: {error}");
                    tokio::time::sleep(pause(failed)).await;
                    failed += 1;
                }
            }
        };
        let Some(row) = row else {
            return Ok(None);
        };
        let update = row.update_id;
        let row = self.lock().begin(row);
        self.go_on(Next::Begin(row)).await;
        Ok(Some(update))
    }

    /// Waits until an update is no longer under way, but not for long: what would end the process has
    /// done so by then.
    async fn wait_for(&self, update: i64) {
        let until = Instant::now() + ALONE;
        loop {
            let ended = self.ended.notified();
            if self.row(update).is_none() || timeout_at(until, ended).await.is_err() {
                return;
            }
        }
    }

    /// Whether a chat's next update may be kept. `before`: how many of its updates came together with
    /// it and are not in the inbox yet. A flood ends when nothing of the chat waits any more.
    pub(super) fn room(&self, chat: i64, before: usize, weight: impl Fn() -> Weight) -> Room {
        self.lock().room(chat, before, weight)
    }

    /// Takes new rows of the inbox.
    pub(super) async fn take(&self, rows: Vec<Pending>) {
        for row in rows {
            self.admit(row).await;
        }
    }

    async fn admit(&self, row: Pending) {
        let begins = self.lock().admit(row);
        if let Some(row) = begins {
            self.go_on(Next::Begin(row)).await;
        }
    }

    /// Gives a row, noted as under way, to the dispatcher. False where there is nothing to handle: what
    /// nobody asked for ends; what can't be read is set aside, as nothing can be done with it but look.
    async fn give(&self, row: &Pending) -> bool {
        let out = match self
            .feed
            .give(std::str::from_utf8(&row.body).unwrap_or_default())
        {
            // For the next start where the dispatcher has ended.
            Given::Taken | Given::Ended => return true,
            Given::Unasked => self.store.finish(row.seq).await,
            Given::Unreadable => {
                log::warn!(update = row.update_id; "an update can't be read: set aside");
                self.store
                    .set_aside_update(row.seq, "unreadable", self.clock.now())
                    .await
            }
        };
        if let Err(error) = out {
            log::error!(update = row.update_id; "an update that says nothing to us stays in the inbox: {error}");
        }
        false
    }

    /// The row and the chat of an update under way.
    pub(super) fn row(&self, update: i64) -> Option<(Seq, Option<i64>)> {
        self.lock().under_way.get(&update).copied()
    }

    /// An update is done with (or left for the next start): the chat's next one begins.
    pub(super) async fn done(&self, update: i64) {
        let next = self.leave(update);
        self.go_on(next).await;
    }

    fn leave(&self, update: i64) -> Next {
        let next = self.lock().leave(update);
        self.ended.notify_waiters();
        next
    }

    /// Does what comes next until an update is with the dispatcher or nothing waits.
    async fn go_on(&self, mut next: Next) {
        loop {
            next = match next {
                Next::Begin(row) => {
                    if self.give(&row).await {
                        return;
                    }
                    self.leave(row.update_id)
                }
                Next::Read(chat, after) => self.read_on(chat, after).await,
                Next::Nothing => return,
            };
        }
    }

    /// Takes what an idle chat has in the store after a row.
    async fn read_on(&self, chat: i64, after: Seq) -> Next {
        let mut failed = 0;
        loop {
            match self.store.pending_of(chat, after, REFILL).await {
                Ok(page) => {
                    let full = page.rows.len() + page.damaged.len() >= REFILL as usize;
                    let last = page.last.unwrap_or(after);
                    return self.lock().refill(chat, page.rows, last, full);
                }
                Err(StoreError::Closed) => return Next::Nothing,
                // Given up, the chat would be deaf until the next start.
                Err(error) => {
                    log::error!("what waits in the inbox can't be read: {error}");
                    tokio::time::sleep(pause(failed)).await;
                    failed += 1;
                }
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
