//! People use the bot's inline mode.

use serde_json::{Value, json};

use super::{PeopleError, Pressed, Said};
use crate::emulator::rules::text;
use crate::emulator::world::World;
use crate::emulator::world::inline::InlineQuery;
use crate::emulator::world::message::{Author, Content, Message};

impl World {
    /// A person types the bot's name and some words in a chat with somebody else.
    pub fn ask_inline(
        &mut self,
        person: i64,
        query: &str,
        offset: &str,
        now: i64,
    ) -> Result<Pressed, PeopleError> {
        self.tick(now);
        let Some(from) = self.people.get(&person).map(super::super::Person::user) else {
            return Err(PeopleError::NotFound(format!("person: {person}")));
        };
        let id = self.inline.add(InlineQuery {
            person,
            at: now,
            answer: None,
        });
        let update = json!({
            "id": id, "from": from, "query": query, "offset": offset, "chat_type": "private",
        });
        let update_id = self.emit("inline_query", &update);
        Ok(Pressed {
            query_id: id,
            update_id,
        })
    }

    /// The bot's answer, once it is there.
    pub fn inline_answer(&self, query_id: &str) -> Option<Value> {
        self.inline.get(query_id)?.answer.clone()
    }

    /// The person picks a result, which goes into the chat with the bot as their message.
    pub fn pick_inline(
        &mut self,
        query_id: &str,
        result_id: &str,
        now: i64,
    ) -> Result<Said, PeopleError> {
        self.tick(now);
        let missing = || PeopleError::NotFound(format!("result: {result_id}"));
        let query = self.inline.get(query_id).ok_or_else(missing)?;
        let person = query.person;
        let results = query
            .answer
            .as_ref()
            .and_then(|answer| answer["results"].as_array());
        let result = results
            .and_then(|results| results.iter().find(|result| result["id"] == result_id))
            .cloned()
            .ok_or_else(missing)?;
        let content = &result["input_message_content"];
        let source = content["message_text"].as_str().ok_or_else(missing)?;
        let entities = content["entities"].as_array().map(Vec::as_slice);
        let words = text::read_message(source, content["parse_mode"].as_str(), entities)
            .map_err(|_| missing())?;
        self.enter(person, person)?;
        let mut message = Message::new(Author::Person(person), now, Content::Text(words));
        message.via_bot = true;
        message.inline_keyboard = result
            .get("reply_markup")
            .map(|markup| markup.to_string().into_boxed_str());
        let from = self.people.get(&person).map(super::super::Person::user);
        // Only bots that ask BotFather for it are told what was picked; this one is.
        let chosen = json!({ "result_id": result_id, "from": from, "query": "" });
        self.emit("chosen_inline_result", &chosen);
        Ok(self.post(person, message, true))
    }
}
