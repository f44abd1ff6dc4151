//! What people do, one kind of action a file.

mod ask;
mod edit;
mod group;
mod join;
mod press;
mod say;
mod send;

use serde::Serialize;

use super::World;
use super::chat::Members;

pub use press::Tap;
pub use say::Said;

/// Why a person can't do that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleError {
    /// No such person, chat or message.
    NotFound(String),
    /// A phone wouldn't do it.
    Refused(String),
}

impl std::fmt::Display for PeopleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotFound(what) => write!(f, "no such {what}"),
            Self::Refused(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for PeopleError {}

/// What comes of a press.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pressed {
    /// The query the bot has to answer.
    pub query_id: String,
    /// The update, unless the bot doesn't want its kind.
    pub update_id: Option<i64>,
}

impl World {
    /// Checks that this person is in this chat.
    fn check_member(&self, chat_id: i64, person: i64) -> Result<(), PeopleError> {
        if !self.people.contains_key(&person) {
            return Err(PeopleError::NotFound(format!("person: {person}")));
        }
        let Some(chat) = self.chats.get(&chat_id) else {
            return Err(PeopleError::NotFound(format!("chat: {chat_id}")));
        };
        let inside = match &chat.members {
            Members::Private => chat_id == person,
            Members::Group { people, .. } => people.contains(&person),
        };
        if inside {
            Ok(())
        } else {
            Err(PeopleError::Refused(
                "the person isn't in this chat".to_owned(),
            ))
        }
    }

    /// Checks that this person can write in this chat, and notes that the chat began.
    fn enter(&mut self, chat_id: i64, person: i64) -> Result<(), PeopleError> {
        self.check_member(chat_id, person)?;
        if let Some(chat) = self.chats.get_mut(&chat_id) {
            if chat.blocked {
                return Err(PeopleError::Refused(
                    "the person blocked the bot".to_owned(),
                ));
            }
            chat.started = true;
        }
        Ok(())
    }
}
