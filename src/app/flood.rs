//! A chat that sends more than can wait: what comes beyond is not read, and the person is told so.
//! Memory and disk stay bounded, and nobody else waits for it.

use std::collections::BTreeMap;

use crate::{
    language::{tells_of_danger, today},
    model::{Text, keys},
    store::Who,
    telegram::{Glance, RawUpdate, command, glance},
};

use super::{
    handle::Handler,
    under_way::{Room, Weight},
};

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
