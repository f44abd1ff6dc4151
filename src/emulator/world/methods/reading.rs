//! Texts and keyboards of a call, with what is refused and what is only noted.

use crate::emulator::rules::entity::Formatted;
use crate::emulator::rules::keyboard;
use crate::emulator::rules::text::{self, TextError};
use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;
use crate::emulator::world::violation::ViolationKind;

/// The name of a method and the moment of its call, for what has to be noted.
#[derive(Clone, Copy)]
pub(super) struct Call {
    /// The method.
    pub(super) method: &'static str,
    /// The moment.
    pub(super) now: i64,
}

/// The text of a message.
pub(super) fn message_text(
    world: &mut World,
    params: &Params,
    call: Call,
) -> Result<Formatted, ApiError> {
    let source = params.text("text").unwrap_or_default();
    let read = text::read_message(source, params.text("parse_mode"), params.list("entities"));
    read.map_err(|error| refuse(world, params, call, error, "message is too long"))
}

/// The caption of a file.
pub(super) fn caption(
    world: &mut World,
    params: &Params,
    call: Call,
) -> Result<Formatted, ApiError> {
    let source = params.text("caption").unwrap_or_default();
    let (mode, entities) = (params.text("parse_mode"), params.list("caption_entities"));
    let read = text::read(source, mode, entities, text::CAPTION);
    read.map_err(|error| refuse(world, params, call, error, "message caption is too long"))
}

fn refuse(
    world: &mut World,
    params: &Params,
    call: Call,
    error: TextError,
    too_long: &str,
) -> ApiError {
    let (kind, words) = match error {
        TextError::Markup(detail) => (
            ViolationKind::Markup,
            format!("can't parse entities: {detail}"),
        ),
        TextError::NotPlayed(mode) => (
            ViolationKind::NotPlayed,
            format!("parse_mode {mode} is not played"),
        ),
        TextError::Empty => (ViolationKind::Length, "message text is empty".to_owned()),
        TextError::Blank => (ViolationKind::Length, "text must be non-empty".to_owned()),
        TextError::TooLong => (ViolationKind::Length, too_long.to_owned()),
    };
    world.violate(
        kind,
        call.method,
        params.integer("chat_id"),
        words.clone(),
        call.now,
    );
    ApiError::bad_request(&words)
}

/// The keyboards of a call.
#[derive(Default)]
pub(super) struct Keyboards {
    /// Buttons below the message.
    pub(super) inline: Option<Box<str>>,
    /// A keyboard in place of the phone's, or its removal.
    pub(super) reply: Option<Box<str>>,
}

/// Reads `reply_markup`.
pub(super) fn keyboards(
    world: &mut World,
    params: &Params,
    call: Call,
) -> Result<Keyboards, ApiError> {
    let Some(markup) = params.get("reply_markup") else {
        return Ok(Keyboards::default());
    };
    let verdict = keyboard::check(markup);
    let chat_id = params.integer("chat_id");
    for note in verdict.notes {
        world.violate(
            ViolationKind::Keyboard,
            call.method,
            chat_id,
            note,
            call.now,
        );
    }
    if let Some(words) = verdict.refusal {
        world.violate(
            ViolationKind::Keyboard,
            call.method,
            chat_id,
            words.clone(),
            call.now,
        );
        return Err(ApiError::bad_request(&words));
    }
    let Some(rows) = markup.get("inline_keyboard") else {
        let reply = Some(markup.to_string().into_boxed_str());
        return Ok(Keyboards {
            inline: None,
            reply,
        });
    };
    // A keyboard without buttons is the same as none.
    let empty = rows.as_array().is_none_or(|rows| {
        rows.iter()
            .all(|row| row.as_array().is_none_or(Vec::is_empty))
    });
    let inline = (!empty).then(|| markup.to_string().into_boxed_str());
    Ok(Keyboards {
        inline,
        reply: None,
    })
}

/// The message a new one answers.
pub(super) fn reply_to(
    world: &World,
    params: &Params,
    chat_id: i64,
) -> Result<Option<i64>, ApiError> {
    let Some(reply) = params.get("reply_parameters") else {
        return Ok(None);
    };
    let Some(id) = reply["message_id"].as_i64() else {
        return Ok(None);
    };
    if world
        .chats
        .get(&chat_id)
        .is_some_and(|chat| chat.message(id).is_some())
    {
        return Ok(Some(id));
    }
    if reply["allow_sending_without_reply"] == true {
        return Ok(None);
    }
    Err(ApiError::bad_request("message to be replied not found"))
}
