//! Which updates are under way, and which chats have more in the store: bounded for each chat and over
//! all.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::{
    machine::Command,
    store::{Pending, Seq},
};

/// Updates of one chat that are kept here: one under way, the others as they came.
pub(super) const HERE: u32 = 4;
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
    /// An update of the chat is under way.
    busy: bool,
    /// What comes after it.
    next: VecDeque<Pending>,
    /// The last row that came here.
    last: Seq,
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

/// What is to be done when an update has ended.
pub(super) enum Next {
    /// This one begins: it is noted as under way.
    Begin(Pending),
    /// The chat's rows after this one are read in the store.
    Read(i64, Seq),
    /// There is nothing, or no room.
    Nothing,
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
                given.extend(self.admit(row));
                continue;
            }
            let entry = row.chat.map(|chat| self.chats.entry(chat).or_default());
            if let Some(entry) = entry {
                let first = !entry.more && !entry.busy;
                (entry.more, entry.came) = (true, true);
                entry.waiting += 1;
                if !first {
                    // It is read when what stands before it is done.
                    continue;
                }
                entry.last = row.seq - 1;
            }
            suspects.push((row.seq, row.chat));
        }
        given
    }

    /// Gives a new row back where it begins now, noted as under way. Else it waits, here or in the store.
    pub(super) fn admit(&mut self, row: Pending) -> Option<Pending> {
        let Some(chat) = row.chat else {
            return Some(self.begin(row));
        };
        let full = self.under_way.len() >= AT_ONCE;
        let entry = self.chats.entry(chat).or_default();
        let idle = !entry.more && !entry.busy;
        if idle && !full {
            return Some(self.begin(row));
        }
        if idle {
            entry.last = row.seq - 1;
            self.line.push_back(chat);
        } else if !entry.more && entry.next.len() + 1 < HERE as usize {
            entry.last = row.seq;
            entry.next.push_back(row);
            return None;
        }
        entry.more = true;
        entry.came = true;
        entry.waiting += 1;
        None
    }

    /// Notes a row as under way.
    pub(super) fn begin(&mut self, row: Pending) -> Pending {
        if let Some(chat) = row.chat {
            let entry = self.chats.entry(chat).or_default();
            entry.busy = true;
            entry.last = entry.last.max(row.seq);
        }
        self.under_way.insert(row.update_id, (row.seq, row.chat));
        row
    }

    /// Takes an update off.
    pub(super) fn leave(&mut self, update: i64) -> Next {
        let chat = self.under_way.remove(&update).and_then(|(_, chat)| chat);
        if let Some((chat, entry)) = chat.and_then(|chat| Some((chat, self.chats.get_mut(&chat)?)))
        {
            entry.busy = false;
            if let Some(row) = entry.next.pop_front() {
                // It takes the place of the one that ended.
                return Next::Begin(self.begin(row));
            }
            if entry.more {
                // Behind those who wait: with nobody waiting, it is the next.
                self.line.push_back(chat);
            } else {
                self.chats.remove(&chat);
            }
        }
        self.next_in_line()
    }

    /// The next chat that waits, where there is room among all.
    fn next_in_line(&mut self) -> Next {
        while self.under_way.len() < AT_ONCE
            && let Some(chat) = self.line.pop_front()
        {
            if let Some(entry) = self.chats.get_mut(&chat) {
                entry.came = false;
                return Next::Read(chat, entry.last);
            }
        }
        Next::Nothing
    }

    /// Takes what was read of an idle chat: as many rows as have room. `last`: the last row read; `full`:
    /// there may be more behind it.
    pub(super) fn refill(&mut self, chat: i64, rows: Vec<Pending>, last: Seq, full: bool) -> Next {
        let entry = self.chats.entry(chat).or_default();
        // What came while the store was read may be among the rows or not.
        entry.more = std::mem::take(&mut entry.came) || full || rows.len() > HERE as usize;
        entry.next = rows.into_iter().take(HERE as usize).collect();
        entry.waiting = entry.waiting.saturating_sub(entry.next.len());
        entry.last = entry.next.back().map_or(last, |row| row.seq);
        if let Some(row) = entry.next.pop_front() {
            return Next::Begin(self.begin(row));
        }
        if entry.more {
            return Next::Read(chat, last);
        }
        self.chats.remove(&chat);
        self.next_in_line()
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
