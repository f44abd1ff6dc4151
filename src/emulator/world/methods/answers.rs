//! `answerCallbackQuery`.

use serde_json::json;

use super::Answer;
use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;
use crate::emulator::world::violation::ViolationKind;

const TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

/// `answerCallbackQuery`.
pub(super) fn callback(world: &mut World, params: &Params, now: i64) -> Answer {
    let id = params.text("callback_query_id").unwrap_or_default();
    let Some((number, callback)) = world.callbacks.take(id) else {
        return Err(ApiError::bad_request(TOO_OLD));
    };
    if params
        .text("url")
        .is_some_and(|url| !url.starts_with("https://t.me/"))
    {
        // Only games and links that start this bot are opened.
        let detail = "the url of an answer must lead back to the bot";
        let chat_id = Some(callback.chat_id);
        world.violate(
            ViolationKind::WrongType,
            "answerCallbackQuery",
            chat_id,
            detail,
            now,
        );
        world.callbacks.insert(number, callback);
        return Err(ApiError::bad_request("URL_INVALID"));
    }
    if let Some(chat) = world.chats.get_mut(&callback.chat_id) {
        let text = params.text("text").unwrap_or_default().to_owned();
        if !text.is_empty() {
            chat.toast(text, params.flag("show_alert"), callback.id);
        }
    }
    world.end_press(callback.chat_id, number);
    Ok(json!(true))
}
