//! The bot's name and descriptions, by language.

use serde_json::{Value, json};

use super::Answer;
use crate::emulator::world::World;
use crate::emulator::world::bot::{Bot, ByLanguage};
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;

/// The language of a call; empty for everybody.
pub(super) fn language(params: &Params) -> Result<String, ApiError> {
    let code = params.text("language_code").unwrap_or_default();
    if code.is_empty() || (code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())) {
        Ok(code.to_owned())
    } else {
        Err(ApiError::bad_request("LANG_CODE_INVALID"))
    }
}

fn field(method: &str) -> &'static str {
    match method {
        "setMyName" | "getMyName" => "name",
        "setMyShortDescription" | "getMyShortDescription" => "short_description",
        _ => "description",
    }
}

fn texts<'a>(bot: &'a mut Bot, field: &str) -> &'a mut ByLanguage {
    match field {
        "name" => &mut bot.names,
        "short_description" => &mut bot.short_descriptions,
        _ => &mut bot.descriptions,
    }
}

/// `setMyName`, `setMyDescription`, `setMyShortDescription`.
pub(super) fn set(world: &mut World, method: &str, params: &Params) -> Answer {
    let language = language(params)?;
    let field = field(method);
    let text = params.text(field).unwrap_or_default();
    if field == "name" && text.is_empty() && language.is_empty() {
        return Err(ApiError::bad_request("BOT_TITLE_INVALID"));
    }
    let texts = texts(&mut world.bot, field);
    if text.is_empty() {
        texts.remove(&language);
    } else {
        texts.insert(language, text.to_owned());
    }
    world.touch_everywhere();
    Ok(json!(true))
}

/// `getMyName`, `getMyDescription`, `getMyShortDescription`.
pub(super) fn get(world: &mut World, method: &str, params: &Params) -> Value {
    let field = field(method);
    let language = params.text("language_code").unwrap_or_default();
    json!({ field: Bot::localized(texts(&mut world.bot, field), language) })
}
