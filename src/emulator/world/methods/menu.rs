//! The menu button beside the text field.

use serde_json::{Value, json};

use super::{Answer, target};
use crate::emulator::world::World;
use crate::emulator::world::params::Params;

/// `setChatMenuButton`.
pub(super) fn set(world: &mut World, params: &Params) -> Answer {
    let button = params
        .get("menu_button")
        .filter(|button| button["type"] != "default")
        .cloned();
    if params.get("chat_id").is_none() {
        world.bot.menu_button = button;
        world.touch_everywhere();
        return Ok(json!(true));
    }
    let chat_id = target::known(world, params)?;
    if let Some(chat) = world.chats.get_mut(&chat_id) {
        chat.menu_button = button;
    }
    world.touch(chat_id);
    Ok(json!(true))
}

/// `getChatMenuButton`.
pub(super) fn get(world: &World, params: &Params) -> Answer {
    let own = if params.get("chat_id").is_some() {
        let chat_id = target::known(world, params)?;
        world
            .chats
            .get(&chat_id)
            .and_then(|chat| chat.menu_button.as_ref())
    } else {
        None
    };
    let default: Value = json!({ "type": "default" });
    Ok(own
        .or(world.bot.menu_button.as_ref())
        .cloned()
        .unwrap_or(default))
}
