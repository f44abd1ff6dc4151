//! Updates as they come, and what must be taken out of them before teloxide reads them.

use std::{fmt, time::Duration};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};
use serde_json::{Value, json, value::RawValue};
use teloxide::{
    Bot,
    types::{Update, UpdateKind},
};

use super::call::{CallError, Content, call};

/// The kinds of update that the bot reacts to.
pub(super) const ALLOWED: [&str; 5] = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
];

/// How much longer than the long poll itself its answer may take.
const GRACE: Duration = Duration::from_secs(15);

/// An update as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct RawUpdate {
    /// Telegram's number.
    pub update_id: i64,
    /// The chat it belongs to, where it has one.
    pub chat: Option<i64>,
    /// The person who caused it, where there is one.
    pub user: Option<i64>,
    /// The JSON.
    pub body: String,
}

impl fmt::Debug for RawUpdate {
    /// Neither who nor what.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawUpdate({})", self.update_id)
    }
}

#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    result: Vec<&'a RawValue>,
}

/// What is needed of an update to keep it in order.
#[derive(Deserialize, Default)]
struct Outline {
    update_id: Option<i64>,
    message: Option<Spoken>,
    edited_message: Option<Spoken>,
    callback_query: Option<Pressed>,
    my_chat_member: Option<Spoken>,
    inline_query: Option<Pressed>,
}

#[derive(Deserialize)]
struct Spoken {
    chat: Option<Numbered>,
    from: Option<Numbered>,
}

#[derive(Deserialize)]
struct Pressed {
    from: Option<Numbered>,
    message: Option<Spoken>,
}

#[derive(Deserialize)]
struct Numbered {
    id: i64,
}

/// Waits up to `timeout` for updates from `offset` on.
pub async fn poll(bot: &Bot, offset: i64, timeout: Duration) -> Result<Vec<RawUpdate>, CallError> {
    let request = json!({
        "offset": offset,
        "limit": 100,
        "timeout": timeout.as_secs(),
        "allowed_updates": ALLOWED,
    });
    let content = Content::Json(request.to_string());
    let answer = call(bot, "getUpdates", content, timeout + GRACE).await?;
    let answer: Answer<'_> = serde_json::from_str(&answer).map_err(|_| CallError::Unreadable)?;
    let raw = answer.result.iter();
    let updates: Vec<_> = raw.filter_map(|raw| raw_update(raw.get())).collect();
    // Without a number to go on from, the same ones would come again at once, and for ever.
    if updates.is_empty() && !answer.result.is_empty() {
        return Err(CallError::Unreadable);
    }
    Ok(updates)
}

/// An update from its JSON. None without a number: nobody could confirm it.
pub fn raw_update(body: &str) -> Option<RawUpdate> {
    // A field that is there twice counts as it stands last, as for the reader of whole updates.
    let last = || serde_json::from_str::<Value>(body).and_then(serde_json::from_value);
    let outline: Outline = serde_json::from_str(body)
        .or_else(|_| last())
        .unwrap_or_default();
    let spoken = outline
        .message
        .or(outline.edited_message)
        .or(outline.my_chat_member);
    let pressed = outline.callback_query.or(outline.inline_query);
    let (chat, user) = match (spoken, pressed) {
        (Some(spoken), _) => (id(spoken.chat), id(spoken.from)),
        (None, Some(pressed)) => {
            let user = id(pressed.from);
            (pressed.message.and_then(|m| id(m.chat)).or(user), user)
        }
        (None, None) => return strange(body),
    };
    Some(RawUpdate {
        update_id: outline.update_id?,
        chat,
        user,
        body: body.to_owned(),
    })
}

/// An update of a shape that we don't know still has a number. Whom it speaks of is looked for, so
/// that what is kept of it can be erased with the rest.
fn strange(body: &str) -> Option<RawUpdate> {
    #[derive(Deserialize)]
    struct Number {
        update_id: i64,
    }
    // It may be nested deeper than anyone reads: its number is found all the same.
    let Number { update_id } = serde_json::from_str(body).ok()?;
    let update: Value = serde_json::from_str(body).unwrap_or_default();
    let content = update
        .as_object()
        .and_then(|update| update.values().find(|v| v.is_object()));
    let found = |paths: &[&str]| {
        let mut ids = paths
            .iter()
            .filter_map(|path| content?.pointer(path)?.as_i64());
        ids.next()
    };
    Some(RawUpdate {
        update_id,
        chat: found(&["/chat/id", "/message/chat/id"]),
        user: found(&["/from/id", "/user/id"]),
        body: body.to_owned(),
    })
}

/// What an update is about, as far as it is seen at a glance.
#[derive(Default, PartialEq, Eq)]
pub enum Glance {
    /// A person wrote this.
    Said(String),
    /// The bot was blocked, or let in again.
    Membership,
    /// Anything else.
    #[default]
    Other,
}

/// Looks at an update without reading it whole.
pub fn glance(body: &str) -> Glance {
    #[derive(Deserialize)]
    struct Update {
        #[serde(alias = "edited_message")]
        message: Option<Words>,
        my_chat_member: Option<IgnoredAny>,
    }
    #[derive(Deserialize)]
    struct Words {
        #[serde(alias = "caption")]
        text: String,
    }
    match serde_json::from_str::<Update>(body) {
        Ok(update) if update.my_chat_member.is_some() => Glance::Membership,
        Ok(Update {
            message: Some(Words { text }),
            ..
        }) => Glance::Said(text),
        Ok(_) | Err(_) => Glance::Other,
    }
}

fn id(numbered: Option<Numbered>) -> Option<i64> {
    numbered.map(|n| n.id)
}

/// Reads an update for teloxide, of which it sees only the kinds that the bot asks for: at some of the
/// others it panics. None where it can't be read at all.
pub(super) fn update(body: &str, kinds: Kinds) -> Option<Update> {
    let whole = || serde_json::from_str::<Update>(body).ok();
    let update = if kinds.others { None } else { whole() };
    update.filter(is_whole).or_else(|| {
        // From text again: from a value, teloxide reads every update as unknown.
        serde_json::from_str(&plainest(body)?.to_string())
            .ok()
            .filter(is_read)
    })
}

/// What an update is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Kinds {
    /// A kind that the bot asks for.
    pub(super) asked: bool,
    /// Another kind.
    pub(super) others: bool,
}

/// What an update is of, read without looking at the rest of it. None where it is no JSON.
pub(super) fn kinds(body: &str) -> Option<Kinds> {
    serde_json::from_str(body).ok()
}

impl<'de> Deserialize<'de> for Kinds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(field_identifier, rename_all = "snake_case")]
        enum Key {
            UpdateId,
            Message,
            EditedMessage,
            CallbackQuery,
            InlineQuery,
            MyChatMember,
            #[serde(other)]
            Other,
        }
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Kinds;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an update")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kinds, A::Error> {
                let mut kinds = Kinds::default();
                while let Some((key, _)) = map.next_entry::<Key, IgnoredAny>()? {
                    match key {
                        Key::UpdateId => {}
                        Key::Other => kinds.others = true,
                        Key::Message
                        | Key::EditedMessage
                        | Key::CallbackQuery
                        | Key::InlineQuery
                        | Key::MyChatMember => kinds.asked = true,
                    }
                }
                Ok(kinds)
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

/// teloxide reads a message with an entity newer than itself as empty, without an error.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "teloxide's enum: only messages can be empty"
)]
fn is_whole(update: &Update) -> bool {
    use teloxide::types::MessageKind;
    match &update.kind {
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => {
            !matches!(message.kind, MessageKind::Empty {})
        }
        UpdateKind::Error(_) => false,
        _ => true,
    }
}

const fn is_read(update: &Update) -> bool {
    !matches!(update.kind, UpdateKind::Error(_))
}

/// The same update with only what we need of its message: who, where, when, and the words.
fn plainest(body: &str) -> Option<Value> {
    let mut update: Value = serde_json::from_str(body).ok()?;
    update
        .as_object_mut()?
        .retain(|key, _| key == "update_id" || ALLOWED.contains(&key.as_str()));
    for kind in ["message", "edited_message"] {
        let Some(message) = update.get_mut(kind).and_then(Value::as_object_mut) else {
            continue;
        };
        let text = message.remove("text").or_else(|| message.remove("caption"));
        message.retain(|key, _| {
            matches!(
                key.as_str(),
                "message_id" | "date" | "chat" | "from" | "edit_date"
            )
        });
        // Without words it is something that we can't read: an empty message says just that.
        if let Some(text) = text {
            message.insert("text".to_owned(), text);
        }
    }
    let pressed = update
        .get_mut("callback_query")
        .and_then(|query| query.get_mut("message"));
    if let Some(message) = pressed.and_then(Value::as_object_mut) {
        message.retain(|key, _| matches!(key.as_str(), "message_id" | "date" | "chat" | "from"));
        message.insert("text".to_owned(), Value::from(" "));
    }
    Some(update)
}
