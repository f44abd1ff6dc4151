//! People write texts.

use serde::Serialize;

use super::PeopleError;
use crate::emulator::rules::detect::detect;
use crate::emulator::rules::entity::Formatted;
use crate::emulator::rules::text::TEXT;
use crate::emulator::world::World;
use crate::emulator::world::message::{Author, Content, Message};

/// What comes of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Its number in the chat.
    pub message_id: i64,
    /// The update, unless the bot doesn't see the message.
    pub update_id: Option<i64>,
}

/// A text as a phone sends it: trimmed, with commands and addresses marked.
pub(super) fn typed(text: &str) -> Result<Formatted, PeopleError> {
    let mut formatted = Formatted::plain(text);
    formatted.trim();
    if formatted.text.is_empty() {
        return Err(PeopleError::Refused(
            "a phone doesn't send an empty text".to_owned(),
        ));
    }
    if formatted.length() > TEXT {
        return Err(PeopleError::Refused(
            "a phone would send this in pieces".to_owned(),
        ));
    }
    detect(&mut formatted);
    formatted.tidy();
    Ok(formatted)
}

impl World {
    /// A person writes to the bot.
    pub fn say(&mut self, person: i64, text: &str, now: i64) -> Result<Said, PeopleError> {
        self.tick(now);
        let text = typed(text)?;
        self.enter(person, person)?;
        Ok(self.post(
            person,
            Message::new(Author::Person(person), now, Content::Text(text)),
            true,
        ))
    }

    /// Adds a person's message, and tells the bot about it if it may see it.
    pub(super) fn post(&mut self, chat_id: i64, message: Message, visible: bool) -> Said {
        let message_id = self
            .chats
            .get_mut(&chat_id)
            .map_or(0, |chat| chat.push(message).id);
        self.touch(chat_id);
        let update_id = if visible {
            self.emit_message("message", chat_id, message_id)
        } else {
            None
        };
        Said {
            message_id,
            update_id,
        }
    }
}
