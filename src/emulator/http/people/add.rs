//! New people and groups.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use crate::emulator::http::answer;
use crate::emulator::http::read::Body;
use crate::emulator::shared::Shared;

/// A person to be.
#[derive(Deserialize)]
pub(in crate::emulator::http) struct NewPerson {
    name: String,
    language: Option<String>,
}

/// `POST /api/people`.
pub(in crate::emulator::http) async fn person(
    State(shared): State<Arc<Shared>>,
    Body(new): Body<NewPerson>,
) -> Response {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > 64 {
        return answer::problem(StatusCode::BAD_REQUEST, "a name has 1 to 64 letters");
    }
    let view = shared.with(|world| {
        let id = world.add_person(name, new.language.as_deref()).id;
        world.view_person(id)
    });
    answer::ok(&json!(view))
}

/// A group to be.
#[derive(Deserialize)]
pub(in crate::emulator::http) struct NewGroup {
    title: String,
    members: Vec<i64>,
}

/// `POST /api/groups`.
pub(in crate::emulator::http) async fn group(
    State(shared): State<Arc<Shared>>,
    Body(new): Body<NewGroup>,
) -> Response {
    let now = shared.clock.now();
    let added = shared.with(|world| world.add_group(&new.title, &new.members, now));
    answer::done(added.map(|chat_id| json!({ "chat_id": chat_id })))
}
