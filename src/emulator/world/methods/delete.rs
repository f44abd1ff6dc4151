//! Deleting messages.

use serde_json::{Value, json};

use super::{Answer, target};
use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;

/// Telegram deletes for everybody for two days only.
const DELETABLE: i64 = 48 * 3600;

/// `deleteMessage`.
pub(super) fn one(world: &mut World, params: &Params, now: i64) -> Answer {
    let chat_id = target::known(world, params)?;
    let id = target::message_id(params)?;
    let message = world.chats.get(&chat_id).and_then(|chat| chat.message(id));
    match message.map(|message| message.date) {
        None => Err(ApiError::bad_request("message to delete not found")),
        Some(date) if now - date > DELETABLE => Err(ApiError::bad_request(
            "message can't be deleted for everyone",
        )),
        Some(_) => {
            remove(world, chat_id, id);
            Ok(json!(true))
        }
    }
}

/// `deleteMessages`: those that can't be deleted are passed over.
pub(super) fn several(world: &mut World, params: &Params, now: i64) -> Answer {
    let chat_id = target::known(world, params)?;
    let ids = params.list("message_ids").unwrap_or_default();
    if !(1..=100).contains(&ids.len()) {
        return Err(ApiError::bad_request("there are no messages to delete"));
    }
    for id in ids.iter().filter_map(Value::as_i64) {
        let message = world.chats.get(&chat_id).and_then(|chat| chat.message(id));
        if message.is_some_and(|message| now - message.date <= DELETABLE) {
            remove(world, chat_id, id);
        }
    }
    Ok(json!(true))
}

fn remove(world: &mut World, chat_id: i64, id: i64) {
    if let Some(chat) = world.chats.get_mut(&chat_id) {
        chat.remove(id);
        chat.pinned = chat.pinned.filter(|pinned| *pinned != id);
    }
    world.touch(chat_id);
}
