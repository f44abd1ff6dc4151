//! Which updates are under way, and which chats have more in the store: bounded for each chat and over
//! all.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::{
    machine::Command,
    store::{Pending, Seq},
};

/// Updates of one chat that may be under way.
pub(super) const UNDER_WAY: u32 = 4;
/// Updates of all chats that may be, about: a chat that is read on in the store may add some.
const AT_ONCE: usize = 1_000;
/// Updates of one chat that may wait: nobody writes so many by hand before the bot has answered.
const WAITING: usize = 256;
/// Messages that tell of danger, and changes of whether the bot may write, kept beyond that: of each.
const WEIGHTY: usize = 16;

#[derive(Default)]
pub(super) struct State {
    /// Row and chat of each update under way, by Telegram's number.
    pub(super) under_way: BTreeMap<i64, (Seq, Option<i64>)>,
    chats: BTreeMap<i64, Chat>,
    /// Chats that wait for room among all, each idle and with more in the store.
    line: VecDeque<i64>,
}

#[derive(Default)]
pub(super) struct Chat {
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
    /// Kept for whether the bot may write.
    memberships: usize,
    /// Commands that were kept, once each.
    commands: BTreeSet<Command>,
}

/// What makes an update of a flood worth keeping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Nothing.
    None,
    /// It tells of danger.
    Danger,
    /// It is a command.
    Command(Command),
    /// It tells whether the bot may write.
    Membership,
}

impl Flood {
    /// Whether one more is kept.
    fn keeps(&mut self, weight: Weight) -> bool {
        let count = match weight {
            Weight::None => return false,
            Weight::Command(command) => return self.commands.insert(command),
            Weight::Danger => &mut self.dangers,
            Weight::Membership => &mut self.memberships,
        };
        *count += 1;
        *count <= WEIGHTY
    }
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

impl State {
    /// Chooses at the start, of rows in their order, which are given now, and notes them as under way.
    /// What an earlier start took up as well goes to the suspects, and its chat waits for it.
    pub(super) fn choose(
        &mut self,
        rows: Vec<Pending>,
        suspects: &mut Vec<(Seq, Option<i64>)>,
    ) -> Vec<Pending> {
        let mut given = Vec::with_capacity(rows.len());
        for row in rows {
            if row.starts == 0 {
                if self.has_room(&row) {
                    self.note(&row);
                    given.push(row);
                }
                continue;
            }
            let entry = row.chat.map(|chat| self.chats.entry(chat).or_default());
            if let Some(entry) = entry {
                let first = !entry.more && entry.under_way.is_empty();
                (entry.more, entry.came) = (true, true);
                entry.waiting += 1;
                if !first {
                    // It is read when what stands before it is done.
                    continue;
                }
                entry.given = row.seq - 1;
            }
            suspects.push((row.seq, row.chat));
        }
        given
    }

    /// Takes an update off. Gives the chat that is to be read next in the store, and after which row.
    pub(super) fn leave(&mut self, update: i64) -> Option<(i64, Seq)> {
        let (seq, chat) = self.under_way.remove(&update)?;
        if let Some((chat, entry)) = chat.and_then(|chat| Some((chat, self.chats.get_mut(&chat)?)))
        {
            entry.under_way.remove(&seq);
            if !entry.under_way.is_empty() {
                // Read once the chat is idle: one reading for several updates.
            } else if entry.more {
                // Behind those who wait: with nobody waiting, it is the next.
                self.line.push_back(chat);
            } else {
                self.chats.remove(&chat);
            }
        }
        self.next_in_line()
    }

    /// The next chat that waits, where there is room among all.
    pub(super) fn next_in_line(&mut self) -> Option<(i64, Seq)> {
        while self.under_way.len() < AT_ONCE {
            let chat = self.line.pop_front()?;
            if let Some(entry) = self.chats.get_mut(&chat) {
                entry.came = false;
                return Some((chat, entry.given));
            }
        }
        None
    }

    /// Whether the row may be given now; if not, the chat has more in the store.
    pub(super) fn has_room(&mut self, row: &Pending) -> bool {
        let Some(chat) = row.chat else {
            return true;
        };
        let full = self.under_way.len() >= AT_ONCE;
        let entry = self.chats.entry(chat).or_default();
        if entry.more || full || entry.under_way.len() >= UNDER_WAY as usize {
            if !entry.more && entry.under_way.is_empty() {
                entry.given = row.seq - 1;
                self.line.push_back(chat);
            }
            entry.more = true;
            entry.came = true;
            entry.waiting += 1;
            return false;
        }
        true
    }

    /// Notes the row as under way.
    pub(super) fn note(&mut self, row: &Pending) {
        if let Some(chat) = row.chat {
            let entry = self.chats.entry(chat).or_default();
            entry.under_way.insert(row.seq);
            entry.given = row.seq;
        }
        self.under_way.insert(row.update_id, (row.seq, row.chat));
    }

    /// Leaves of an idle chat's rows as many as have room. True where the store has to be read
    /// again. `full`: there may be more rows behind these.
    pub(super) fn refill(&mut self, chat: i64, rows: &mut Vec<Pending>, full: bool) -> bool {
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

    /// Whether a chat's next update may be kept.
    pub(super) fn room(&mut self, chat: i64, before: usize, weight: impl Fn() -> Weight) -> Room {
        let Some(entry) = self.chats.get_mut(&chat) else {
            return Room::Kept;
        };
        if entry.waiting + before < WAITING {
            return Room::Kept;
        }
        let flood = &mut entry.flood;
        if flood.keeps(weight()) {
            return Room::Kept;
        }
        flood.dropped += 1;
        if flood.dropped == 1 {
            Room::Flooded
        } else {
            Room::Dropped
        }
    }
}
