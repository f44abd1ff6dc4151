//! Entities a bot gives itself instead of markup (`entities`, `caption_entities`).

use serde_json::Value;

use super::entity::{Entity, Extra};

const KINDS: &[&str] = &[
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
];

/// Reads a list of `MessageEntity` objects for a text of `total` code units.
pub fn entities(given: &[Value], total: usize) -> Result<Vec<Entity>, String> {
    given.iter().map(|value| entity(value, total)).collect()
}

fn entity(value: &Value, total: usize) -> Result<Entity, String> {
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let number = |name: &str| value[name].as_u64().and_then(|n| usize::try_from(n).ok());
    let Some(kind) = KINDS.iter().copied().find(|kind| value["type"] == **kind) else {
        return Err(format!("unsupported type \"{}\" specified", text("type")));
    };
    let (Some(offset), Some(length)) = (number("offset"), number("length")) else {
        return Err("wrong offset or length of an entity".to_owned());
    };
    if offset + length > total {
        return Err(format!(
            "entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {}",
            offset + length
        ));
    }
    let extra = match kind {
        "text_link" => Extra::Url(text("url")),
        "pre" if value["language"].is_string() => Extra::Language(text("language")),
        "custom_emoji" => Extra::Emoji(text("custom_emoji_id")),
        "text_mention" => Extra::User(value["user"]["id"].as_i64().unwrap_or_default()),
        "date_time" => Extra::Time {
            unix: value["unix_time"].as_i64().unwrap_or_default(),
            format: text("date_time_format"),
        },
        _ => Extra::None,
    };
    Ok(Entity {
        kind,
        offset,
        length,
        extra,
    })
}
