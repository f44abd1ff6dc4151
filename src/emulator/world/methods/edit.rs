//! Editing the bot's messages.

use super::reading::{self, Call, Keyboards};
use super::{Answer, target};
use crate::emulator::rules::entity::Formatted;
use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::message::{Author, Content, Message};
use crate::emulator::world::params::Params;

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply \
    markup are exactly the same as a current content and reply markup of the message";

/// `editMessageText`.
pub(super) fn text(world: &mut World, params: &Params, now: i64) -> Answer {
    let call = Call {
        method: "editMessageText",
        now,
    };
    let text = reading::message_text(world, params, call)?;
    edit(world, params, call, |message| match &mut message.content {
        Content::Text(old) => Ok(replace(old, text)),
        Content::File { .. } | Content::Location { .. } | Content::Service(_) => Err(
            ApiError::bad_request("there is no text in the message to edit"),
        ),
    })
}

/// `editMessageCaption`.
pub(super) fn caption(world: &mut World, params: &Params, now: i64) -> Answer {
    let call = Call {
        method: "editMessageCaption",
        now,
    };
    let caption = reading::caption(world, params, call)?;
    edit(world, params, call, |message| match &mut message.content {
        Content::File { caption: old, .. } => Ok(replace(old, caption)),
        Content::Text(_) | Content::Location { .. } | Content::Service(_) => Err(
            ApiError::bad_request("there is no caption in the message to edit"),
        ),
    })
}

/// `editMessageReplyMarkup`.
pub(super) fn markup(world: &mut World, params: &Params, now: i64) -> Answer {
    edit(
        world,
        params,
        Call {
            method: "editMessageReplyMarkup",
            now,
        },
        |_| Ok(false),
    )
}

fn replace(old: &mut Formatted, new: Formatted) -> bool {
    let changed = *old != new;
    *old = new;
    changed
}

fn edit(
    world: &mut World,
    params: &Params,
    call: Call,
    change: impl FnOnce(&mut Message) -> Result<bool, ApiError>,
) -> Answer {
    let Keyboards { inline, reply } = reading::keyboards(world, params, call)?;
    if reply.is_some() {
        return Err(ApiError::bad_request("inline keyboard expected"));
    }
    if params.get("chat_id").is_none() {
        return Err(ApiError::bad_request("chat_id is empty"));
    }
    let chat_id = target::writable(world, params)?;
    let id = target::message_id(params)?;
    let message = world
        .chats
        .get_mut(&chat_id)
        .and_then(|chat| chat.message_mut(id));
    let Some(message) = message else {
        return Err(ApiError::bad_request("message to edit not found"));
    };
    if message.author != Author::Bot || matches!(message.content, Content::Service(_)) {
        return Err(ApiError::bad_request("message can't be edited"));
    }
    message.keep_original();
    let changed = change(message)?;
    if !changed && message.inline_keyboard == inline {
        return Err(ApiError::bad_request(NOT_MODIFIED));
    }
    if changed {
        // New buttons alone don't count as an edit of the message.
        message.edited = Some(call.now);
    }
    message.inline_keyboard = inline;
    world.touch(chat_id);
    Ok(world.show_message_at(chat_id, id))
}
