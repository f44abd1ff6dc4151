//! A chat that sends more than can wait: what comes beyond is not read, and the person is told so.
//! Memory and disk stay bounded, and nobody else waits for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    language::{tells_of_danger, today},
    machine::Command,
    model::{Text, keys},
    store::Who,
    telegram::{Glance, RawUpdate, command, glance},
};

use super::handle::Handler;

/// Messages that tell of danger, and changes of whether the bot may write, kept of a flood: of each.
const WEIGHTY: usize = 16;

/// What a chat sent beyond what can wait, until it comes to rest.
#[derive(Default)]
pub(super) struct Flood {
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
    /// What becomes of one more update.
    pub(super) fn take(&mut self, weight: Weight) -> Room {
        if self.keeps(weight) {
            return Room::Kept;
        }
        self.dropped += 1;
        if self.dropped == 1 {
            Room::Flooded
        } else {
            Room::Dropped
        }
    }

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

impl Handler {
    /// The updates that are to be kept. Whoever sent too many hears it once. What tells of danger is
    /// kept longer than anything else, and so is a command, once of each kind, and that the bot was
    /// blocked or let in again.
    pub(super) async fn without_floods(&self, updates: Vec<RawUpdate>) -> Vec<RawUpdate> {
        let mut together = BTreeMap::<i64, usize>::new();
        let mut kept = Vec::with_capacity(updates.len());
        for update in updates {
            let Some(chat) = update.chat else {
                kept.push(update);
                continue;
            };
            let before = together.entry(chat).or_default();
            let weight = || self.weight(&update.body);
            match self.inbox.room(chat, *before, weight) {
                Room::Kept => {
                    *before += 1;
                    kept.push(update);
                }
                Room::Flooded => self.tell_flooded(chat, update.user).await,
                Room::Dropped => {}
            }
        }
        kept
    }

    fn weight(&self, body: &str) -> Weight {
        let (lexicon, today) = (&self.catalog.lexicon, today(self.clock.now()));
        match glance(body) {
            Glance::Membership => Weight::Membership,
            Glance::Said(text) => match command(&text, &self.bot) {
                Some(command) => Weight::Command(command),
                None if tells_of_danger(lexicon, &text, today) => Weight::Danger,
                None => Weight::None,
            },
            Glance::Other => Weight::None,
        }
    }

    /// In a group nobody is told: it is not one person's doing.
    async fn tell_flooded(&self, chat: i64, user: Option<i64>) {
        if let Some(user) = user.filter(|user| *user == chat) {
            let who = Who { chat, user };
            if let Err(error) = self.say(None, who, &Text::new(keys::FLOODED)).await {
                log::error!("a person is not told that messages were not read: {error}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_flood_only_what_has_weight_is_kept() {
        let mut flood = Flood::default();
        assert_eq!(flood.take(Weight::None), Room::Flooded);
        assert_eq!(flood.take(Weight::None), Room::Dropped);
        for weight in [Weight::Membership, Weight::Danger] {
            let kept = (0..99).filter(|_| flood.take(weight) == Room::Kept);
            assert_eq!(kept.count(), WEIGHTY, "{weight:?}");
        }
        for command in [Command::Forget, Command::Help] {
            assert_eq!(flood.take(Weight::Command(command)), Room::Kept);
            assert_eq!(flood.take(Weight::Command(command)), Room::Dropped);
        }
    }
}
