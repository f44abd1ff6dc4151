//! What people do in chats.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use crate::emulator::http::answer;
use crate::emulator::http::read::Body;
use crate::emulator::shared::Shared;
use crate::emulator::world::people::Tap;

type World = State<Arc<Shared>>;

/// A text to write.
#[derive(Deserialize)]
pub(in crate::emulator::http) struct Text {
    text: String,
}

/// `POST /api/people/{id}/say`.
pub(in crate::emulator::http) async fn say(
    State(shared): World,
    Path(id): Path<i64>,
    Body(Text { text }): Body<Text>,
) -> Response {
    let now = shared.clock.now();
    answer::done(shared.with(|world| world.say(id, &text, now)))
}

/// `POST /api/people/{id}/press`.
pub(in crate::emulator::http) async fn press(
    State(shared): World,
    Path(id): Path<i64>,
    Body(tap): Body<Tap>,
) -> Response {
    let now = shared.clock.now();
    answer::done(shared.with(|world| world.press(id, &tap, now)))
}

/// Something else to send.
#[derive(Deserialize)]
pub(in crate::emulator::http) struct Sending {
    kind: String,
    caption: Option<String>,
}

/// `POST /api/people/{id}/send`.
pub(in crate::emulator::http) async fn send(
    State(shared): World,
    Path(id): Path<i64>,
    Body(Sending { kind, caption }): Body<Sending>,
) -> Response {
    let now = shared.clock.now();
    answer::done(shared.with(|world| world.send(id, &kind, caption.as_deref(), now)))
}

/// A text to put in place of another.
#[derive(Deserialize)]
pub(in crate::emulator::http) struct Edit {
    message_id: i64,
    text: String,
}

/// `POST /api/people/{id}/edit`.
pub(in crate::emulator::http) async fn edit(
    State(shared): World,
    Path(id): Path<i64>,
    Body(Edit { message_id, text }): Body<Edit>,
) -> Response {
    let now = shared.clock.now();
    answer::done(shared.with(|world| world.edit(id, message_id, &text, now)))
}

/// `POST /api/people/{id}/block`.
pub(in crate::emulator::http) async fn block(
    State(shared): World,
    Path(id): Path<i64>,
) -> Response {
    let now = shared.clock.now();
    let blocked = shared.with(|world| world.block(id, now));
    answer::done(blocked.map(|update| json!({ "update_id": update })))
}

/// `POST /api/people/{id}/unblock`.
pub(in crate::emulator::http) async fn unblock(
    State(shared): World,
    Path(id): Path<i64>,
) -> Response {
    let now = shared.clock.now();
    let unblocked = shared.with(|world| world.unblock(id, now));
    answer::done(unblocked.map(|update| json!({ "update_id": update })))
}

/// A text to write in a group.
#[derive(Deserialize)]
pub(in crate::emulator::http) struct GroupText {
    person: i64,
    text: String,
    reply_to: Option<i64>,
    #[serde(default)]
    privacy: bool,
}

/// `POST /api/groups/{id}/say`.
pub(in crate::emulator::http) async fn say_in_group(
    State(shared): World,
    Path(id): Path<i64>,
    Body(said): Body<GroupText>,
) -> Response {
    let now = shared.clock.now();
    let GroupText {
        person,
        text,
        reply_to,
        privacy,
    } = said;
    let said = shared.with(|world| world.say_in_group(id, person, &text, reply_to, privacy, now));
    answer::done(said)
}
