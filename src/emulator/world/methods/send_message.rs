//! `sendMessage`, and adding any message of the bot to a chat.

use super::reading::{self, Call};
use super::{Answer, target};
use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::message::{Author, Content, Message};
use crate::emulator::world::params::Params;

/// `sendMessage`.
pub(super) fn run(world: &mut World, params: &Params, now: i64) -> Answer {
    let call = Call {
        method: "sendMessage",
        now,
    };
    // Telegram looks at the text before it looks for the chat.
    let text = reading::message_text(world, params, call)?;
    send(world, params, Content::Text(text), call)
}

/// Adds a message of the bot.
pub(super) fn send(world: &mut World, params: &Params, content: Content, call: Call) -> Answer {
    let keyboards = reading::keyboards(world, params, call)?;
    let chat_id = target::writable(world, params)?;
    let reply_to = reading::reply_to(world, params, chat_id)?;
    let mut message = Message::new(Author::Bot, call.now, content);
    message.inline_keyboard = keyboards.inline;
    message.reply_keyboard = keyboards.reply;
    message.reply_to = reply_to;
    message.protected = params.flag("protect_content");
    let Some(chat) = world.chats.get_mut(&chat_id) else {
        return Err(ApiError::bad_request("chat not found"));
    };
    let id = chat.push(message).id;
    chat.typing_until = 0;
    world.touch(chat_id);
    Ok(world.show_message_at(chat_id, id))
}
