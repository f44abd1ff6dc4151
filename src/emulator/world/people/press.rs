//! People press buttons.

use serde::Deserialize;

use super::{PeopleError, Pressed};
use crate::emulator::world::World;
use crate::emulator::world::callback::Callback;
use crate::emulator::world::chat::Press;

/// A press.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Tap {
    /// The message with the button.
    pub message_id: i64,
    /// The button's data.
    pub data: String,
    /// A group; without it the chat with the bot.
    pub chat_id: Option<i64>,
    /// Made by a changed client: the message may have no such button.
    #[serde(default)]
    pub forged: bool,
    /// The message is so old that the bot can't see into it.
    #[serde(default)]
    pub inaccessible: bool,
}

impl World {
    /// A person presses a button.
    pub fn press(&mut self, person: i64, tap: &Tap, now: i64) -> Result<Pressed, PeopleError> {
        self.tick(now);
        let chat_id = tap.chat_id.unwrap_or(person);
        if tap.forged {
            self.check_member(chat_id, person)?;
        } else {
            self.enter(chat_id, person)?;
        }
        let message = self
            .chats
            .get(&chat_id)
            .and_then(|chat| chat.message(tap.message_id));
        if !tap.forged && !message.is_some_and(|message| message.has_button(&tap.data)) {
            return Err(PeopleError::Refused(
                "the message has no such button".to_owned(),
            ));
        }
        let (number, id) = self.callbacks.next(person);
        let callback = Callback {
            id,
            chat_id,
            person,
            message_id: tap.message_id,
            data: tap.data.clone(),
            at: now,
        };
        let update_id = self.emit_press(&callback, !tap.inaccessible);
        if let Some(chat) = self.chats.get_mut(&chat_id) {
            let (message_id, data) = (tap.message_id, tap.data.clone());
            chat.presses.push(Press {
                query: number,
                message_id,
                data,
            });
        }
        self.touch(chat_id);
        let query_id = callback.id.clone();
        self.callbacks.insert(number, callback);
        Ok(Pressed {
            query_id,
            update_id,
        })
    }
}
