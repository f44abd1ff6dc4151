//! A chat as a phone shows it.

use serde_json::{Map, Value, json};

use super::World;
use super::bot::Bot;
use super::chat::{Chat, Members};
use super::message::{Author, Content, Message};

impl World {
    /// The number that grows with every change phones in this chat should see.
    pub fn version(&self, chat_id: i64) -> Option<u64> {
        self.chats
            .get(&chat_id)
            .map(|chat| chat.version + self.everywhere)
    }

    /// The whole chat, or its last messages only.
    pub fn view(&self, chat_id: i64, last: Option<usize>, now: i64) -> Option<Value> {
        let chat = self.chats.get(&chat_id)?;
        let skip = chat
            .messages
            .len()
            .saturating_sub(last.unwrap_or(usize::MAX));
        let messages: Vec<Value> = chat
            .messages
            .iter()
            .skip(skip)
            .filter(|message| !matches!(message.content, Content::Service(_)))
            .map(|message| self.view_message(chat, message))
            .collect();
        Some(json!({
            "version": self.version(chat_id),
            "now": now,
            "commands": self.menu(chat),
            "menu_button": chat.menu_button.as_ref().or(self.bot.menu_button.as_ref()),
            "typing": chat.typing_until > now,
            "blocked": chat.blocked,
            "pinned": chat.pinned,
            "messages": messages,
            "toasts": chat.toasts,
            "pending_presses": chat.presses,
        }))
    }

    /// The commands this phone shows: the narrowest scope, then the phone's language.
    fn menu(&self, chat: &Chat) -> Vec<Value> {
        let person = self.people.get(&chat.id);
        let language = person
            .and_then(|person| person.language.as_deref())
            .unwrap_or_default();
        let language = language.split('-').next().unwrap_or_default();
        let everybody = match chat.members {
            Members::Private => "all_private_chats",
            Members::Group { .. } => "all_group_chats",
        };
        let own = format!("chat {}", chat.id);
        for scope in [own.as_str(), everybody, "default"] {
            for language in [language, ""] {
                let key = (scope.to_owned(), language.to_owned());
                if let Some(commands) = self.bot.commands.get(&key) {
                    return commands.clone();
                }
            }
        }
        Vec::new()
    }

    fn view_message(&self, chat: &Chat, message: &Message) -> Value {
        let mut view = Map::new();
        let mut put = |name: &str, value: Value| {
            view.insert(name.to_owned(), value);
        };
        put("id", json!(message.id));
        let (from, person) = match message.author {
            Author::Bot => ("bot", None),
            Author::Person(id) => ("person", Some(id)),
        };
        put("from", json!(from));
        if let Some(id) = person.filter(|id| *id != chat.id) {
            put(
                "person",
                json!({ "id": id, "name": self.people.get(&id).map(|p| &p.name) }),
            );
        }
        put("date", json!(message.date));
        put("edited", json!(message.edited.is_some()));
        if let Some(answered) = message.reply_to {
            put("reply_to", json!(answered));
        }
        if let Some(emoji) = &message.reaction {
            put("reaction", json!(emoji));
        }
        let (kind, entities) = match &message.content {
            Content::Text(_) => ("text", "entities"),
            Content::File { kind, .. } => (kind.name(), "caption_entities"),
            Content::Location { .. } => ("location", "entities"),
            Content::Service(_) => ("service", "entities"),
        };
        put("kind", json!(kind));
        let words = message.words();
        put("text", json!(words.map_or("", |words| words.text.as_str())));
        let marked = words.map_or_else(|| json!([]), |words| self.show_entities(words));
        if entities == "caption_entities" {
            put("entities", marked.clone());
        }
        put(entities, marked);
        put("keyboard", buttons(message));
        if let Some(keyboard) = &message.reply_keyboard {
            put(
                "reply_keyboard",
                serde_json::from_str(keyboard).unwrap_or_default(),
            );
        }
        if let Content::File { file, .. } = &message.content {
            put(
                "file",
                json!({
                    "id": file.id, "name": file.name, "size": file.bytes.len(), "mime": file.mime,
                }),
            );
        }
        Value::Object(view)
    }

    /// What the bot shows about itself.
    pub fn view_bot(&self) -> Value {
        json!({
            "id": self.bot.id,
            "username": self.bot.username,
            "name": self.bot.name(),
            "description": Bot::localized(&self.bot.descriptions, ""),
            "short_description": Bot::localized(&self.bot.short_descriptions, ""),
        })
    }

    /// One person as the people API shows them.
    pub fn view_person(&self, id: i64) -> Option<Value> {
        let person = self.people.get(&id)?;
        Some(json!({
            "id": id,
            "name": person.name,
            "chat_id": id,
            "username": person.username,
            "language": person.language,
            "blocked": self.chats.get(&id).is_some_and(|chat| chat.blocked),
        }))
    }
}

/// The buttons below a message, each with its kind.
fn buttons(message: &Message) -> Value {
    let Some(keyboard) = message.keyboard() else {
        return json!([]);
    };
    let rows = keyboard["inline_keyboard"].as_array().into_iter().flatten();
    rows.map(|row| {
        row.as_array()
            .into_iter()
            .flatten()
            .map(button)
            .collect::<Vec<Value>>()
    })
    .collect()
}

fn button(button: &Value) -> Value {
    let mut view = json!({ "text": button["text"] });
    let (kind, name, value) = if let Some(data) = button.get("callback_data") {
        ("callback", "data", data.clone())
    } else if let Some(url) = button.get("url") {
        ("url", "url", url.clone())
    } else if let Some(copied) = button.get("copy_text") {
        ("copy_text", "data", copied["text"].clone())
    } else if let Some(app) = button.get("web_app") {
        ("web_app", "url", app["url"].clone())
    } else {
        let inline = ["switch_inline_query", "switch_inline_query_current_chat"];
        let query = inline.iter().find_map(|name| button.get(*name));
        ("switch_inline", "data", query.cloned().unwrap_or_default())
    };
    view["kind"] = json!(kind);
    view[name] = value;
    if let Some(style) = button.get("style") {
        view["style"] = style.clone();
    }
    view
}
