//! The command menu, by scope and language.

use serde_json::{Value, json};

use super::Answer;
use super::profile::language;
use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;

const MOST_COMMANDS: usize = 100;

/// The scope as a key: its type, and the chat and the user it names.
fn scope(world: &World, params: &Params) -> Result<String, ApiError> {
    let Some(scope) = params.get("scope") else {
        return Ok("default".to_owned());
    };
    let kind = scope["type"].as_str().unwrap_or_default();
    let chat = || {
        let id = &scope["chat_id"];
        id.as_i64()
            .or_else(|| id.as_str().and_then(|id| id.parse().ok()))
            .filter(|id| world.chats.get(id).is_some_and(|chat| chat.started))
            .ok_or_else(|| ApiError::bad_request("chat not found"))
    };
    match kind {
        "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => {
            Ok(kind.to_owned())
        }
        "chat" | "chat_administrators" => Ok(format!("{kind} {}", chat()?)),
        "chat_member" => Ok(format!("{kind} {} {}", chat()?, scope["user_id"])),
        _ => Err(ApiError::bad_request(
            "can't parse BotCommandScope: unsupported type specified",
        )),
    }
}

/// `setMyCommands`.
pub(super) fn set(world: &mut World, params: &Params) -> Answer {
    let key = (scope(world, params)?, language(params)?);
    let commands = params.list("commands").unwrap_or_default();
    if commands.len() > MOST_COMMANDS {
        return Err(ApiError::bad_request("BOT_COMMANDS_TOO_MUCH"));
    }
    for command in commands {
        let name = command["command"].as_str().unwrap_or_default();
        let name = name.strip_prefix('/').unwrap_or(name);
        let right = (1..=32).contains(&name.len())
            && name
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if !right {
            return Err(ApiError::bad_request("BOT_COMMAND_INVALID"));
        }
        if command["description"]
            .as_str()
            .is_none_or(|words| words.trim().is_empty())
        {
            return Err(ApiError::bad_request("BOT_COMMAND_DESCRIPTION_INVALID"));
        }
    }
    if commands.is_empty() {
        world.bot.commands.remove(&key);
    } else {
        world.bot.commands.insert(key, commands.to_vec());
    }
    world.touch_everywhere();
    Ok(json!(true))
}

/// `getMyCommands`: exactly the scope and language asked for.
pub(super) fn get(world: &World, params: &Params) -> Answer {
    let key = (scope(world, params)?, language(params)?);
    Ok(Value::Array(
        world.bot.commands.get(&key).cloned().unwrap_or_default(),
    ))
}

/// `deleteMyCommands`.
pub(super) fn delete(world: &mut World, params: &Params) -> Answer {
    let key = (scope(world, params)?, language(params)?);
    world.bot.commands.remove(&key);
    world.touch_everywhere();
    Ok(json!(true))
}
