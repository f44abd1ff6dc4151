//! The methods that are played, one family a file.

mod answer_inline;
mod answers;
mod chat_info;
mod commands;
mod delete;
mod edit;
pub(super) mod get_updates;
mod me;
mod menu;
mod profile;
mod reaction;
mod reading;
mod send_file;
mod send_message;
mod target;
mod webhook;

use serde_json::Value;

use super::World;
use super::error::ApiError;
use super::params::Params;
use super::violation::ViolationKind;

type Answer = Result<Value, ApiError>;

/// Plays a method whose parameters fit the Bot API.
pub(super) fn run(world: &mut World, name: &'static str, params: &Params, now: i64) -> Answer {
    match name {
        "getMe" => Ok(me::get(world)),
        "logOut" => Ok(me::log_out(world)),
        "close" => Ok(Value::Bool(true)),
        "getUpdates" => get_updates::values(world, params),
        "setWebhook" => webhook::set(world, params),
        "deleteWebhook" => Ok(webhook::delete(world, params)),
        "getWebhookInfo" => Ok(webhook::info(world)),
        "sendMessage" => send_message::run(world, params, now),
        "sendDocument" | "sendPhoto" => send_file::run(world, name, params, now),
        "sendChatAction" => chat_info::action(world, params, now),
        "getFile" => send_file::get(world, params),
        "editMessageText" => edit::text(world, params, now),
        "editMessageCaption" => edit::caption(world, params, now),
        "editMessageReplyMarkup" => edit::markup(world, params, now),
        "deleteMessage" => delete::one(world, params, now),
        "deleteMessages" => delete::several(world, params, now),
        "answerCallbackQuery" => answers::callback(world, params, now),
        "answerInlineQuery" => answer_inline::run(world, params, now),
        "setMyCommands" => commands::set(world, params),
        "getMyCommands" => commands::get(world, params),
        "deleteMyCommands" => commands::delete(world, params),
        "setMyDescription" | "setMyShortDescription" | "setMyName" => {
            profile::set(world, name, params)
        }
        "getMyDescription" | "getMyShortDescription" | "getMyName" => {
            Ok(profile::get(world, name, params))
        }
        "getChat" => chat_info::get(world, params),
        "setMessageReaction" => reaction::set(world, params, now),
        "pinChatMessage" => chat_info::pin(world, params),
        "unpinChatMessage" => chat_info::unpin(world, params),
        "setChatMenuButton" => menu::set(world, params),
        "getChatMenuButton" => menu::get(world, params),
        _ => {
            let detail = "the emulator doesn't play this method";
            world.violate(ViolationKind::NotPlayed, name, None, detail, now);
            Err(ApiError::new(
                501,
                format!("Not Implemented: {name} is not played"),
            ))
        }
    }
}
