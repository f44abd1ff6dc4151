//! `setMessageReaction`.

use serde_json::json;

use super::{Answer, target};
use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;
use crate::emulator::world::violation::ViolationKind;

/// What Telegram lets bots react with.
const EMOJI: &str = "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/// `setMessageReaction`.
pub(super) fn set(world: &mut World, params: &Params, now: i64) -> Answer {
    let chat_id = target::writable(world, params)?;
    let id = target::message_id(params)?;
    let reactions = params.list("reaction").unwrap_or_default();
    if reactions.len() > 1 {
        return Err(ApiError::bad_request("REACTIONS_TOO_MANY"));
    }
    let emoji = reactions
        .first()
        .map(|reaction| reaction["emoji"].as_str().unwrap_or_default());
    if let Some(emoji) = emoji
        && !EMOJI.split(' ').any(|known| known == emoji)
    {
        let detail = format!("no reaction {emoji:?}");
        world.violate(
            ViolationKind::WrongType,
            "setMessageReaction",
            Some(chat_id),
            detail,
            now,
        );
        return Err(ApiError::bad_request("REACTION_INVALID"));
    }
    let emoji = emoji.map(str::to_owned);
    let message = world
        .chats
        .get_mut(&chat_id)
        .and_then(|chat| chat.message_mut(id));
    let Some(message) = message else {
        return Err(ApiError::bad_request("message to react not found"));
    };
    message.reaction = emoji;
    world.touch(chat_id);
    Ok(json!(true))
}
