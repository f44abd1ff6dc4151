//! A chat that sends more than can wait: what comes beyond is not read, and the person is told so.
//! Memory and disk stay bounded, and nobody else waits for it.

use std::collections::BTreeMap;

use crate::{
    language::{tells_of_danger, today},
    model::{Text, keys},
    store::Who,
    telegram::{RawUpdate, said},
};

use super::{handle::Handler, inbox::Room};

impl Handler {
    /// The updates that are to be kept. Whoever sent too many hears it once. What tells of danger is
    /// kept longer than anything else.
    pub(super) async fn without_floods(&self, updates: Vec<RawUpdate>) -> Vec<RawUpdate> {
        let mut together = BTreeMap::<i64, usize>::new();
        let mut kept = Vec::with_capacity(updates.len());
        for update in updates {
            let Some(chat) = update.chat else {
                kept.push(update);
                continue;
            };
            let before = together.entry(chat).or_default();
            let tells = || {
                let (lexicon, today) = (&self.catalog.lexicon, today(self.clock.now()));
                said(&update.body).is_some_and(|text| tells_of_danger(lexicon, &text, today))
            };
            match self.inbox.room(chat, *before, tells) {
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
