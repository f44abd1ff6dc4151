//! What waits to be sent, lane by lane: a few messages of each in memory, the rest in the store.

use std::{
    collections::{BTreeMap, VecDeque},
    time::{Duration, Instant},
};

use jiff::Timestamp;

use crate::{
    store::{OutboxId, Page},
    telegram::Delivery,
};

/// As many messages may wait in a chat before no more of its updates are handled.
const CROWD: usize = 16;

/// Messages that are sent one after the other. A chat has two lanes: a reply never waits behind
/// what nobody asked for, which may have to wait for its turn among all chats; each kind keeps its
/// order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lane {
    pub(super) chat: i64,
    /// Whether nobody asked for its messages just now.
    pub(super) unasked: bool,
}

/// The lanes that have a task which sends.
#[derive(Default)]
pub(super) struct Lanes {
    busy: BTreeMap<Lane, Queue>,
    /// Chats that Telegram wants to hear nothing for until then: both lanes.
    quiet: BTreeMap<i64, Instant>,
    /// What an earlier run left is known: a chat without a reply lane has nothing in the store.
    resumed: bool,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Waiting>,
    /// How often what waited was forgotten: what is on its way then, is not tried again.
    forgotten: u32,
    /// The last that was read from the store, or given.
    read: OutboxId,
    /// More waits in the store.
    more: bool,
    /// Something came while the store was read.
    came: bool,
    /// It rests, and nothing of it is in memory: about how many messages it has.
    rests: Option<usize>,
}

/// A message that waits.
pub(super) struct Waiting {
    pub(super) id: OutboxId,
    pub(super) attempts: u32,
    /// Not to be sent before.
    pub(super) not_before: Timestamp,
    pub(super) delivery: Delivery,
}

/// What a lane does next.
pub(super) enum Next {
    /// Send this; it is forgotten once the lane's count is another.
    Send(Waiting, u32),
    /// Read on in the store, after this.
    Read(OutboxId, u32),
    /// Nothing is left.
    End,
}

impl Lanes {
    /// Adds new replies. True where the lane needs a task.
    pub(super) fn add(&mut self, chat: i64, deliveries: Vec<(OutboxId, Delivery)>) -> bool {
        let lane = Lane {
            chat,
            unasked: false,
        };
        if !self.resumed && !self.busy.contains_key(&lane) {
            return self.open(lane);
        }
        let idle = !self.busy.contains_key(&lane);
        let queue = self.busy.entry(lane).or_default();
        if queue.more {
            queue.came = true;
            queue.rests = queue.rests.map(|known| known + deliveries.len());
            return idle;
        }
        for (id, delivery) in deliveries {
            queue.read = id;
            queue.waiting.push_back(Waiting {
                id,
                attempts: 0,
                not_before: Timestamp::MIN,
                delivery,
            });
        }
        idle
    }

    /// The store has something for a lane. True where it needs a task.
    pub(super) fn open(&mut self, lane: Lane) -> bool {
        let idle = !self.busy.contains_key(&lane);
        let queue = self.busy.entry(lane).or_default();
        (queue.more, queue.came) = (true, true);
        idle
    }

    /// All that an earlier run left has been given a lane.
    pub(super) fn resumed(&mut self) {
        self.resumed = true;
    }

    /// What a lane does next; the end takes it off. One call for both, so that nothing added in
    /// between is left lying.
    pub(super) fn next(&mut self, lane: Lane) -> Next {
        let Some(queue) = self.busy.get_mut(&lane) else {
            return Next::End;
        };
        if let Some(waiting) = queue.waiting.pop_front() {
            return Next::Send(waiting, queue.forgotten);
        }
        if queue.more {
            queue.came = false;
            return Next::Read(queue.read, queue.forgotten);
        }
        self.busy.remove(&lane);
        Next::End
    }

    /// What was read from the store. `full`: there may be more behind it.
    pub(super) fn loaded(&mut self, lane: Lane, page: Page<Waiting>, full: bool, forgotten: u32) {
        let Some(queue) = self.busy.get_mut(&lane) else {
            return;
        };
        if queue.forgotten != forgotten {
            // Gone since; what has come since is read anew.
            return;
        }
        queue.more = full || queue.came;
        queue.read = page.last.unwrap_or(queue.read);
        queue.waiting.extend(page.rows);
    }

    /// To be tried again, unless it was forgotten meanwhile.
    pub(super) fn put_back(&mut self, lane: Lane, waiting: Waiting, forgotten: u32) {
        let queue = self.busy.entry(lane).or_default();
        if queue.forgotten == forgotten {
            queue.waiting.push_front(waiting);
        }
    }

    /// Takes what waits in a lane out of memory: it is read again when it goes on.
    pub(super) fn rest(&mut self, lane: Lane) {
        if let Some(queue) = self.busy.get_mut(&lane) {
            queue.rests = Some(if queue.more {
                CROWD
            } else {
                queue.waiting.len()
            });
            queue.waiting = VecDeque::new();
            (queue.more, queue.came, queue.read) = (true, true, 0);
        }
    }

    /// A lane that rested goes on.
    pub(super) fn go_on(&mut self, lane: Lane) {
        if let Some(queue) = self.busy.get_mut(&lane) {
            queue.rests = None;
        }
    }

    /// Whether a message taken off a lane is still to be sent.
    pub(super) fn is_current(&self, lane: Lane, forgotten: u32) -> bool {
        let queue = self.busy.get(&lane);
        queue.is_some_and(|queue| queue.forgotten == forgotten)
    }

    /// Telegram wants to hear nothing for a chat until then.
    pub(super) fn hush(&mut self, chat: i64, until: Instant) {
        let kept = self.quiet.entry(chat).or_insert(until);
        *kept = until.max(*kept);
    }

    /// How much longer Telegram wants to hear nothing for a chat.
    pub(super) fn hushed(&mut self, chat: i64, now: Instant) -> Option<Duration> {
        let left = self.quiet.get(&chat)?.saturating_duration_since(now);
        if left.is_zero() {
            self.quiet.remove(&chat);
            return None;
        }
        Some(left)
    }

    /// Forgets what waits for a chat, and what is on its way if that fails.
    pub(super) fn forget(&mut self, chat: i64) {
        for unasked in [false, true] {
            if let Some(queue) = self.busy.get_mut(&Lane { chat, unasked }) {
                queue.waiting.clear();
                queue.forgotten = queue.forgotten.wrapping_add(1);
            }
        }
    }

    /// A lane's task ends with work left.
    pub(super) fn leave(&mut self, lane: Lane) {
        self.busy.remove(&lane);
    }

    /// Whether so much waits in a chat that its updates had better wait in the inbox: a person who
    /// floods while Telegram asks for patience must not fill the memory.
    pub(super) fn is_crowded(&self, chat: i64) -> bool {
        let lane = Lane {
            chat,
            unasked: false,
        };
        let queue = self.busy.get(&lane);
        queue.is_some_and(|queue| match queue.rests {
            Some(known) => known >= CROWD,
            None => queue.more || queue.waiting.len() >= CROWD,
        })
    }

    /// How many lanes have something on its way.
    pub(super) fn busy(&self) -> usize {
        self.busy.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPLIES: Lane = Lane {
        chat: 7,
        unasked: false,
    };

    fn waiting(id: OutboxId) -> Waiting {
        Waiting {
            id,
            attempts: 0,
            not_before: Timestamp::MIN,
            delivery: Delivery::default(),
        }
    }

    fn page(ids: &[OutboxId]) -> Page<Waiting> {
        Page {
            rows: ids.iter().copied().map(waiting).collect(),
            damaged: Vec::new(),
            last: ids.last().copied(),
        }
    }

    fn sends(lanes: &mut Lanes) -> (Waiting, u32) {
        match lanes.next(REPLIES) {
            Next::Send(waiting, forgotten) => (waiting, forgotten),
            Next::Read(..) | Next::End => panic!("something waits"),
        }
    }

    fn reads(lanes: &mut Lanes) -> (OutboxId, u32) {
        match lanes.next(REPLIES) {
            Next::Read(after, forgotten) => (after, forgotten),
            Next::Send(..) | Next::End => panic!("the store has more"),
        }
    }

    #[test]
    fn what_was_forgotten_on_its_way_is_not_tried_again() {
        let mut lanes = Lanes::default();
        lanes.resumed();
        let new = |id| vec![(id, Delivery::default())];
        assert!(lanes.add(7, new(1)) && !lanes.add(7, new(2)));
        let (first, forgotten) = sends(&mut lanes);
        lanes.put_back(REPLIES, first, forgotten);
        let (first, forgotten) = sends(&mut lanes);
        assert_eq!(first.id, 1, "a failed one comes first again");
        lanes.forget(7);
        lanes.add(7, new(3));
        lanes.put_back(REPLIES, first, forgotten);
        assert_eq!(sends(&mut lanes).0.id, 3, "what comes after is sent");
        assert!(matches!(lanes.next(REPLIES), Next::End));
        assert_eq!(lanes.busy(), 0);
    }

    #[test]
    fn a_lane_that_rests_leaves_the_memory_and_reads_on_from_its_beginning() {
        let mut lanes = Lanes::default();
        lanes.resumed();
        let new = |id| vec![(id, Delivery::default())];
        lanes.add(7, new(1));
        lanes.add(7, new(2));
        let (first, forgotten) = sends(&mut lanes);
        assert!(lanes.is_current(REPLIES, forgotten));
        lanes.put_back(REPLIES, first, forgotten);
        lanes.rest(REPLIES);
        assert!(
            !lanes.add(7, new(3)) && !lanes.is_crowded(7),
            "it is known to be short"
        );
        for id in 4..40 {
            lanes.add(7, new(id));
        }
        assert!(lanes.is_crowded(7));
        lanes.go_on(REPLIES);
        let (after, forgotten) = reads(&mut lanes);
        assert_eq!(after, 0);
        lanes.loaded(REPLIES, page(&[1, 2]), true, forgotten);
        assert_eq!(sends(&mut lanes).0.id, 1);
        lanes.forget(7);
        assert!(
            !lanes.is_current(REPLIES, forgotten),
            "taken off, not to be sent"
        );
    }

    #[test]
    fn what_telegram_asks_of_a_chat_holds_for_that_chat_until_then() {
        let (mut lanes, now) = (Lanes::default(), Instant::now());
        let second = Duration::from_secs(1);
        lanes.hush(7, now + 3 * second);
        lanes.hush(7, now + second);
        assert_eq!(lanes.hushed(7, now), Some(3 * second), "the later one");
        assert_eq!(lanes.hushed(8, now), None);
        assert_eq!(lanes.hushed(7, now + 3 * second), None);
        assert!(lanes.quiet.is_empty());
    }

    #[test]
    fn what_the_store_has_comes_first_and_nothing_is_left_lying() {
        let mut lanes = Lanes::default();
        assert!(lanes.add(7, vec![(9, Delivery::default())]));
        assert!(lanes.is_crowded(7), "who knows how much there is");
        let (after, forgotten) = reads(&mut lanes);
        assert_eq!(after, 0);
        lanes.loaded(REPLIES, page(&[3, 4]), true, forgotten);
        assert_eq!(sends(&mut lanes).0.id, 3);
        // Not in front of what the store still has.
        assert!(!lanes.add(7, vec![(10, Delivery::default())]));
        assert_eq!(sends(&mut lanes).0.id, 4);
        let (after, forgotten) = reads(&mut lanes);
        assert_eq!(after, 4);
        // Came while the store was read: it may be among the rows or not.
        lanes.add(7, vec![(11, Delivery::default())]);
        lanes.loaded(REPLIES, page(&[9, 10]), false, forgotten);
        assert_eq!(sends(&mut lanes).0.id, 9);
        assert_eq!(sends(&mut lanes).0.id, 10);
        let (after, forgotten) = reads(&mut lanes);
        assert_eq!(after, 10);
        lanes.loaded(REPLIES, page(&[11]), false, forgotten);
        assert_eq!(sends(&mut lanes).0.id, 11);
        assert!(matches!(lanes.next(REPLIES), Next::End));
        // Erased while the store was read: the rows are gone.
        lanes.open(REPLIES);
        let (_, forgotten) = reads(&mut lanes);
        lanes.forget(7);
        lanes.loaded(REPLIES, page(&[12]), false, forgotten);
        let (_, forgotten) = reads(&mut lanes);
        lanes.loaded(REPLIES, page(&[]), false, forgotten);
        assert!(matches!(lanes.next(REPLIES), Next::End));
    }
}
