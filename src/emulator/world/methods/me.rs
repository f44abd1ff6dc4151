//! The bot about itself.

use serde_json::{Value, json};

use crate::emulator::world::World;

/// `getMe`.
pub(super) fn get(world: &World) -> Value {
    let mut me = world.bot.user();
    for (name, value) in [
        ("can_join_groups", true),
        ("can_read_all_group_messages", true),
        ("supports_inline_queries", true),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
    ] {
        me[name] = json!(value);
    }
    me
}

/// `logOut`: after it the token is of no use here.
pub(super) fn log_out(world: &mut World) -> Value {
    world.bot.logged_out = true;
    json!(true)
}
