//! What a bot asks and shows about a chat.

use serde_json::{Value, json};

use super::{Answer, target};
use crate::emulator::world::World;
use crate::emulator::world::chat::Members;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;

/// How long "typing" is shown.
const TYPING: i64 = 5;

const ACTIONS: &[&str] = &[
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

/// `sendChatAction`.
pub(super) fn action(world: &mut World, params: &Params, now: i64) -> Answer {
    let action = params.text("action").unwrap_or_default();
    if !ACTIONS.contains(&action) {
        return Err(ApiError::bad_request("wrong parameter action in request"));
    }
    let chat_id = target::writable(world, params)?;
    if let Some(chat) = world.chats.get_mut(&chat_id) {
        chat.typing_until = now + TYPING;
    }
    world.touch(chat_id);
    Ok(json!(true))
}

/// `getChat`.
pub(super) fn get(world: &World, params: &Params) -> Answer {
    let id = target::known(world, params)?;
    let Some(chat) = world.chats.get(&id) else {
        return Err(ApiError::bad_request("chat not found"));
    };
    let mut shown = world.show_chat(chat);
    shown["accent_color_id"] = json!(0);
    shown["max_reaction_count"] = json!(11);
    let gifts = [
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
    ];
    shown["accepted_gift_types"] = gifts
        .iter()
        .map(|gift| ((*gift).to_owned(), Value::Bool(true)))
        .collect();
    if let Some(username) = world
        .people
        .get(&id)
        .and_then(|person| person.username.as_ref())
    {
        shown["active_usernames"] = json!([username]);
    }
    if matches!(chat.members, Members::Group { .. }) {
        shown["permissions"] = json!({ "can_send_messages": true });
    }
    if let Some(pinned) = chat.pinned.and_then(|id| chat.message(id)) {
        shown["pinned_message"] = world.show_message(chat, pinned);
    }
    Ok(shown)
}

/// `pinChatMessage`.
pub(super) fn pin(world: &mut World, params: &Params) -> Answer {
    let chat_id = target::writable(world, params)?;
    let id = target::message_id(params)?;
    let chat = world
        .chats
        .get_mut(&chat_id)
        .filter(|chat| chat.message(id).is_some());
    let Some(chat) = chat else {
        return Err(ApiError::bad_request("message to pin not found"));
    };
    chat.pinned = Some(id);
    world.touch(chat_id);
    Ok(json!(true))
}

/// `unpinChatMessage`.
pub(super) fn unpin(world: &mut World, params: &Params) -> Answer {
    let chat_id = target::writable(world, params)?;
    let id = params.integer("message_id");
    let chat = world.chats.get_mut(&chat_id);
    let Some(chat) = chat.filter(|chat| id.is_none() || chat.pinned == id) else {
        return Err(ApiError::bad_request("message to unpin not found"));
    };
    chat.pinned = None;
    world.touch(chat_id);
    Ok(json!(true))
}
