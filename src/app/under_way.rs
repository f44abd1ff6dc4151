//! Which updates are under way, and which chats have more in the store: bounded for each chat and over
//! all.

use std::collections::{BTreeMap, VecDeque};

use crate::store::{Pending, Seq};

use super::flood::{Flood, Room, Weight};

/// Updates of one chat that are kept here: one under way, the others as they came.
pub(super) const HERE: u32 = 4;
/// Updates of all chats that may be, about: a chat that is read on in the store may add some.
const AT_ONCE: usize = 1_000;
/// Updates of one chat that may wait: nobody writes so many by hand before the bot has answered.
const WAITING: usize = 256;

pub(super) struct State {
    /// How many of all chats may be under way.
    at_once: usize,
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

/// What is to be done when an update has ended.
pub(super) enum Next {
    /// This one begins: it is noted as under way.
    Begin(Pending),
    /// The chat's rows after this one are read in the store.
    Read(i64, Seq),
    /// There is nothing, or no room.
    Nothing,
}

impl Default for State {
    fn default() -> Self {
        Self::new(AT_ONCE)
    }
}

impl State {
    fn new(at_once: usize) -> Self {
        Self {
            at_once,
            under_way: BTreeMap::new(),
            chats: BTreeMap::new(),
            line: VecDeque::new(),
        }
    }

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
        let full = self.under_way.len() >= self.at_once;
        let entry = self.chats.entry(chat).or_default();
        if row.seq <= entry.last {
            // A reading of the store was quicker.
            return None;
        }
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
        while self.under_way.len() < self.at_once
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
        entry.flood.take(weight())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AT_ONCE: usize = 3;

    /// What may happen at any moment.
    #[derive(Debug, Clone)]
    enum Happens {
        /// An update of this chat, or of none, is stored.
        Comes(Option<i64>),
        /// The first that was stored and is not taken in yet is.
        Admits,
        /// One of those under way ends.
        Ends(usize),
        /// One of the readings reads the store: what comes after that it has not seen.
        Reads(usize),
        /// One that has read hands over what it saw.
        Hands(usize),
    }

    /// A reading: chat, after which row, and what it saw.
    type Reading = (i64, Seq, Option<Vec<Pending>>);

    /// The app and the store around a [`State`].
    struct World {
        state: State,
        store: Vec<Pending>,
        /// Stored, and not taken in yet.
        coming: VecDeque<Pending>,
        under_way: Vec<Pending>,
        readings: Vec<Reading>,
        /// Rows that have begun, in that order.
        begun: Vec<(Seq, Option<i64>)>,
        last: Seq,
    }

    impl World {
        fn happen(&mut self, what: &Happens) {
            match *what {
                Happens::Comes(chat) => {
                    self.last += 1;
                    let row = row(self.last, chat);
                    self.store.push(row.clone());
                    self.coming.push_back(row);
                }
                Happens::Admits => {
                    let row = self.coming.pop_front();
                    if let Some(row) = row.and_then(|row| self.state.admit(row)) {
                        self.next(Next::Begin(row));
                    }
                }
                Happens::Ends(which) if !self.under_way.is_empty() => {
                    let row = self.under_way.remove(which % self.under_way.len());
                    self.store.retain(|stored| stored.seq != row.seq);
                    let next = self.state.leave(row.update_id);
                    self.next(next);
                }
                Happens::Reads(which) if !self.readings.is_empty() => {
                    let which = which % self.readings.len();
                    let (chat, after, seen) = &mut self.readings[which];
                    let rows = self.store.iter();
                    let rows = rows.filter(|row| row.chat == Some(*chat) && row.seq > *after);
                    seen.get_or_insert(rows.take(HERE as usize + 1).cloned().collect());
                }
                Happens::Hands(which) if !self.readings.is_empty() => {
                    let which = which % self.readings.len();
                    if self.readings[which].2.is_none() {
                        return;
                    }
                    let (chat, after, rows) = self.readings.remove(which);
                    let rows = rows.unwrap_or_default();
                    let last = rows.last().map_or(after, |row| row.seq);
                    let full = rows.len() > HERE as usize;
                    let next = self.state.refill(chat, rows, last, full);
                    self.next(next);
                }
                Happens::Ends(_) | Happens::Reads(_) | Happens::Hands(_) => {}
            }
        }

        fn next(&mut self, next: Next) {
            match next {
                // The store says that it was handled.
                Next::Begin(row) if !self.store.iter().any(|stored| stored.seq == row.seq) => {
                    let next = self.state.leave(row.update_id);
                    self.next(next);
                }
                Next::Begin(row) => {
                    let same = |other: &Pending| row.chat.is_some() && other.chat == row.chat;
                    assert!(!self.under_way.iter().any(same), "two of a chat at a time");
                    self.begun.push((row.seq, row.chat));
                    self.under_way.push(row);
                }
                Next::Read(chat, after) => self.readings.push((chat, after, None)),
                Next::Nothing => {}
            }
            let of_chats = self.under_way.iter().filter(|row| row.chat.is_some());
            let here: usize = self.state.chats.values().map(|chat| chat.next.len()).sum();
            // Each reading may add one.
            assert!(of_chats.count() <= 2 * AT_ONCE, "too many under way");
            assert!(here <= 2 * AT_ONCE * HERE as usize, "too many kept here");
        }
    }

    fn row(seq: Seq, chat: Option<i64>) -> Pending {
        Pending {
            seq,
            update_id: seq + 1_000,
            chat,
            attempts: 0,
            starts: 0,
            body: Vec::new(),
        }
    }

    fn happens() -> impl Strategy<Value = Happens> {
        prop_oneof![
            4 => (0_i64..6).prop_map(|chat| Happens::Comes(Some(chat))),
            1 => Just(Happens::Comes(None)),
            5 => Just(Happens::Admits),
            3 => any::<usize>().prop_map(Happens::Ends),
            2 => any::<usize>().prop_map(Happens::Reads),
            2 => any::<usize>().prop_map(Happens::Hands),
        ]
    }

    proptest! {
        #[test]
        fn every_update_begins_once_in_its_chats_order(
            all in proptest::collection::vec(happens(), 0..200)
        ) {
            let mut world = World {
                state: State::new(AT_ONCE),
                store: Vec::new(),
                coming: VecDeque::new(),
                under_way: Vec::new(),
                readings: Vec::new(),
                begun: Vec::new(),
                last: 0,
            };
            for what in &all {
                world.happen(what);
            }
            while !(world.coming.is_empty() && world.under_way.is_empty() && world.readings.is_empty()) {
                for what in [Happens::Admits, Happens::Reads(0), Happens::Hands(0), Happens::Ends(0)] {
                    world.happen(&what);
                }
            }
            let begun = Seq::try_from(world.begun.len());
            prop_assert_eq!(begun, Ok(world.last), "each once");
            prop_assert!(world.store.is_empty() && world.state.chats.is_empty());
            for chat in (0..6).map(Some) {
                let of_chat = world.begun.iter().filter(|(_, other)| *other == chat);
                prop_assert!(of_chat.is_sorted(), "in order");
            }
        }
    }
}
