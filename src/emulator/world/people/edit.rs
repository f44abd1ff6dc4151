//! People edit what they wrote.

use super::{PeopleError, Said, say};
use crate::emulator::world::World;
use crate::emulator::world::message::{Author, Content};

impl World {
    /// A person edits an own text.
    pub fn edit(
        &mut self,
        person: i64,
        message_id: i64,
        text: &str,
        now: i64,
    ) -> Result<Said, PeopleError> {
        self.tick(now);
        let text = say::typed(text)?;
        self.enter(person, person)?;
        let chat = self.chats.get_mut(&person);
        let Some(message) = chat.and_then(|chat| chat.message_mut(message_id)) else {
            return Err(PeopleError::NotFound(format!("message: {message_id}")));
        };
        let own = message.author == Author::Person(person);
        if !own || !matches!(message.content, Content::Text(_)) {
            return Err(PeopleError::Refused(
                "only own texts can be edited".to_owned(),
            ));
        }
        message.content = Content::Text(text);
        message.edited = Some(now);
        self.touch(person);
        let update_id = self.emit_message("edited_message", person, message_id);
        Ok(Said {
            message_id,
            update_id,
        })
    }
}
