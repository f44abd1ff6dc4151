//! Groups with the bot in them.

use serde_json::json;

use super::{PeopleError, Said, say};
use crate::emulator::rules::entity::Formatted;
use crate::emulator::world::World;
use crate::emulator::world::chat::{Chat, Members};
use crate::emulator::world::message::{Author, Content, Message};

impl World {
    /// A new group; the first member adds the bot.
    pub fn add_group(
        &mut self,
        title: &str,
        members: &[i64],
        now: i64,
    ) -> Result<i64, PeopleError> {
        self.tick(now);
        let Some(&owner) = members.first() else {
            return Err(PeopleError::Refused("a group needs people".to_owned()));
        };
        if let Some(stranger) = members.iter().find(|id| !self.people.contains_key(id)) {
            return Err(PeopleError::NotFound(format!("person: {stranger}")));
        }
        self.last_group -= 1;
        let id = self.last_group;
        let people = members.to_vec();
        let chat = Chat::new(
            id,
            Members::Group {
                title: title.to_owned(),
                people,
            },
        );
        self.chats.insert(id, chat);
        self.emit_membership(id, owner, "left", "member", now);
        let bot = self.bot.user();
        let joined = Content::Service(json!({ "new_chat_members": [bot] }));
        self.post(id, Message::new(Author::Person(owner), now, joined), true);
        Ok(id)
    }

    /// A person writes in a group. With privacy mode the bot sees only what is meant for it.
    pub fn say_in_group(
        &mut self,
        chat_id: i64,
        person: i64,
        text: &str,
        reply_to: Option<i64>,
        privacy: bool,
        now: i64,
    ) -> Result<Said, PeopleError> {
        self.tick(now);
        let text = say::typed(text)?;
        self.enter(chat_id, person)?;
        let Some(chat) = self.chats.get(&chat_id) else {
            return Err(PeopleError::NotFound(format!("chat: {chat_id}")));
        };
        let answered = match reply_to.map(|id| chat.message(id)) {
            Some(None) => return Err(PeopleError::NotFound("message to answer".to_owned())),
            Some(Some(message)) => Some(message.author),
            None => None,
        };
        let last_was_bot = chat
            .messages
            .back()
            .is_some_and(|message| message.author == Author::Bot);
        let visible =
            !privacy || answered == Some(Author::Bot) || self.is_for_bot(&text, last_was_bot);
        let mut message = Message::new(Author::Person(person), now, Content::Text(text));
        message.reply_to = reply_to;
        Ok(self.post(chat_id, message, visible))
    }

    /// A command with the bot's name, or any command when the bot spoke last.
    fn is_for_bot(&self, text: &Formatted, last_was_bot: bool) -> bool {
        let starts = text
            .entities
            .iter()
            .any(|e| e.kind == "bot_command" && e.offset == 0);
        let command = text.text.split_whitespace().next().unwrap_or_default();
        starts
            && match command.split_once('@') {
                Some((_, name)) => name.eq_ignore_ascii_case(&self.bot.username),
                None => last_was_bot,
            }
    }
}
