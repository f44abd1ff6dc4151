//! Chats and messages as the Bot API shows them.

use serde_json::{Map, Value, json};

use super::World;
use super::chat::{Chat, Members};
use super::file::File;
use super::message::{Author, Content, FileKind, Message};
use crate::emulator::rules::entity::Formatted;

impl World {
    /// A Bot API `Chat`.
    pub(crate) fn show_chat(&self, chat: &Chat) -> Value {
        match &chat.members {
            Members::Private => {
                let mut shown = json!({ "id": chat.id, "type": "private" });
                if let Some(person) = self.people.get(&chat.id) {
                    shown["first_name"] = json!(person.name);
                    if let Some(username) = &person.username {
                        shown["username"] = json!(username);
                    }
                }
                shown
            }
            Members::Group { title, .. } => {
                json!({ "id": chat.id, "type": "supergroup", "title": title })
            }
        }
    }

    /// A Bot API `User`.
    pub(crate) fn show_author(&self, author: Author) -> Value {
        match author {
            Author::Bot => self.bot.user(),
            Author::Person(id) => self
                .people
                .get(&id)
                .map_or_else(|| json!({ "id": id, "is_bot": false }), super::Person::user),
        }
    }

    /// A Bot API `Message`.
    pub(crate) fn show_message(&self, chat: &Chat, message: &Message) -> Value {
        let mut shown = self.show_bare(chat, message);
        if let Some(answered) = message.reply_to.and_then(|id| chat.message(id)) {
            // Telegram doesn't nest replies further.
            let answered = self.show_bare(chat, answered);
            shown.insert("reply_to_message".to_owned(), answered.into());
        }
        Value::Object(shown)
    }

    /// A message by its place; null when it isn't kept.
    pub(crate) fn show_message_at(&self, chat_id: i64, message_id: i64) -> Value {
        let Some(chat) = self.chats.get(&chat_id) else {
            return Value::Null;
        };
        chat.message(message_id)
            .map_or(Value::Null, |message| self.show_message(chat, message))
    }

    fn show_bare(&self, chat: &Chat, message: &Message) -> Map<String, Value> {
        let mut shown = Map::new();
        let mut put = |name: &str, value: Value| {
            shown.insert(name.to_owned(), value);
        };
        put("message_id", json!(message.id));
        put("from", self.show_author(message.author));
        put("chat", self.show_chat(chat));
        put("date", json!(message.date));
        if let Some(edited) = message.edited {
            put("edit_date", json!(edited));
        }
        if message.protected {
            put("has_protected_content", json!(true));
        }
        if message.via_bot {
            put("via_bot", self.bot.user());
        }
        match &message.content {
            Content::Text(text) => {
                put("text", json!(text.text));
                if !text.entities.is_empty() {
                    put("entities", self.show_entities(text));
                }
            }
            Content::File {
                kind,
                file,
                caption,
            } => {
                put(kind.name(), show_file(*kind, file));
                if !caption.text.is_empty() {
                    put("caption", json!(caption.text));
                    if !caption.entities.is_empty() {
                        put("caption_entities", self.show_entities(caption));
                    }
                }
            }
            Content::Location {
                latitude,
                longitude,
            } => {
                put(
                    "location",
                    json!({ "latitude": latitude, "longitude": longitude }),
                );
            }
            Content::Service(fields) => {
                for (name, value) in fields.as_object().into_iter().flatten() {
                    put(name, value.clone());
                }
            }
        }
        if let Some(keyboard) = message.keyboard() {
            put("reply_markup", keyboard);
        }
        shown
    }

    /// The entities of a text, with the people they mention.
    pub(crate) fn show_entities(&self, text: &Formatted) -> Value {
        let mut entities = text.entities_value();
        for entity in entities.as_array_mut().into_iter().flatten() {
            let mentioned = entity["user"]["id"]
                .as_i64()
                .and_then(|id| self.people.get(&id));
            if let Some(person) = mentioned {
                entity["user"] = person.user();
            }
        }
        entities
    }
}

fn show_file(kind: FileKind, file: &File) -> Value {
    let mut shown = file.reference();
    match kind {
        FileKind::Document => {
            shown["file_name"] = json!(file.name);
            shown["mime_type"] = json!(file.mime);
        }
        FileKind::Voice => {
            shown["duration"] = json!(3);
            shown["mime_type"] = json!(file.mime);
        }
        FileKind::Sticker => {
            for name in ["is_animated", "is_video"] {
                shown[name] = json!(false);
            }
            shown["type"] = json!("regular");
            shown["width"] = json!(512);
            shown["height"] = json!(512);
            shown["emoji"] = json!("👍");
        }
        FileKind::Photo => {
            shown["width"] = json!(90);
            shown["height"] = json!(90);
            return json!([shown]);
        }
    }
    shown
}
