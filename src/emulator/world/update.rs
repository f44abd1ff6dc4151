//! Turning what happened into updates for the bot.

use serde_json::{Value, json};

use super::World;
use super::callback::Callback;

impl World {
    /// Queues an update; none when the bot doesn't want its kind.
    pub(crate) fn emit(&mut self, kind: &str, content: &Value) -> Option<i64> {
        let id = self.queue.number(kind)?;
        // The id comes first, as Telegram writes it.
        let update = format!("{{\"update_id\":{id},\"{kind}\":{content}}}");
        self.queue.push(id, update.into());
        self.changes.updates = true;
        Some(id)
    }

    /// Queues an update of any kind and shape, asked for or not, as a newer Telegram may send it.
    /// Gives its id.
    pub fn foist(&mut self, kind: &str, content: &Value) -> i64 {
        let id = self.queue.number_any();
        let kind = Value::from(kind);
        let update = format!("{{\"update_id\":{id},{kind}:{content}}}");
        self.queue.push(id, update.into());
        self.changes.updates = true;
        id
    }

    /// Queues a message of a chat.
    pub(crate) fn emit_message(&mut self, kind: &str, chat_id: i64, message: i64) -> Option<i64> {
        let shown = self.show_message_at(chat_id, message);
        self.emit(kind, &shown)
    }

    /// Queues a button press; the bot can't see into a message that is too old.
    pub(crate) fn emit_press(&mut self, press: &Callback, accessible: bool) -> Option<i64> {
        let mut message = self.show_message_at(press.chat_id, press.message_id);
        if !accessible || message.is_null() {
            let chat = self
                .chats
                .get(&press.chat_id)
                .map(|chat| self.show_chat(chat));
            message = json!({ "chat": chat, "message_id": press.message_id, "date": 0 });
        }
        let from = self.people.get(&press.person).map(super::Person::user);
        let query = json!({
            "id": press.id,
            "from": from,
            "message": message,
            "chat_instance": self.chat_instance(press.chat_id),
            "data": press.data,
        });
        self.emit("callback_query", &query)
    }

    /// Queues that the bot's place in a chat changed.
    pub(crate) fn emit_membership(
        &mut self,
        chat_id: i64,
        person: i64,
        old: &str,
        new: &str,
        now: i64,
    ) -> Option<i64> {
        let bot = self.bot.user();
        let member = |status: &str| match status {
            "kicked" => json!({ "user": bot, "status": status, "until_date": 0 }),
            _ => json!({ "user": bot, "status": status }),
        };
        let content = json!({
            "chat": self.chats.get(&chat_id).map(|chat| self.show_chat(chat)),
            "from": self.people.get(&person).map(super::Person::user),
            "date": now,
            "old_chat_member": member(old),
            "new_chat_member": member(new),
        });
        self.emit("my_chat_member", &content)
    }

    /// A number that stands for a chat in games and queries.
    fn chat_instance(&self, chat_id: i64) -> String {
        let mixed = (chat_id.unsigned_abs() ^ self.seed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 1).to_string()
    }
}
