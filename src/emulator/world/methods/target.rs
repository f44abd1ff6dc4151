//! The chat and the message a call is about.

use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;

/// A chat the bot may write to.
pub(super) fn writable(world: &World, params: &Params) -> Result<i64, ApiError> {
    let id = known(world, params)?;
    match world.chats.get(&id) {
        Some(chat) if chat.blocked => {
            Err(ApiError::new(403, "Forbidden: bot was blocked by the user"))
        }
        Some(chat) if chat.started => Ok(id),
        _ => Err(ApiError::bad_request("chat not found")),
    }
}

/// A chat the bot has seen.
pub(super) fn known(world: &World, params: &Params) -> Result<i64, ApiError> {
    params
        .integer("chat_id")
        .filter(|id| world.chats.get(id).is_some_and(|chat| chat.started))
        .ok_or_else(|| ApiError::bad_request("chat not found"))
}

/// The number of a message a call needs.
pub(super) fn message_id(params: &Params) -> Result<i64, ApiError> {
    params
        .integer("message_id")
        .ok_or_else(|| ApiError::bad_request("message identifier is not specified"))
}
