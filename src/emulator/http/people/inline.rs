//! The bot's inline mode as people use it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use crate::emulator::http::answer;
use crate::emulator::http::read::Body;
use crate::emulator::shared::Shared;

/// Words typed after the bot's name.
#[derive(Deserialize)]
pub(in crate::emulator::http) struct Words {
    query: String,
    #[serde(default)]
    offset: String,
}

/// `POST /api/people/{id}/inline`.
pub(in crate::emulator::http) async fn ask(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<i64>,
    Body(Words { query, offset }): Body<Words>,
) -> Response {
    let now = shared.clock.now();
    answer::done(shared.with(|world| world.ask_inline(id, &query, &offset, now)))
}

/// `GET /api/inline/{query}`: null until the bot answers.
pub(in crate::emulator::http) async fn answer(
    State(shared): State<Arc<Shared>>,
    Path(query): Path<String>,
) -> Response {
    answer::ok(&json!({ "answer": shared.with(|world| world.inline_answer(&query)) }))
}

/// The result picked.
#[derive(Deserialize)]
pub(in crate::emulator::http) struct Pick {
    result_id: String,
}

/// `POST /api/inline/{query}`.
pub(in crate::emulator::http) async fn pick(
    State(shared): State<Arc<Shared>>,
    Path(query): Path<String>,
    Body(Pick { result_id }): Body<Pick>,
) -> Response {
    let now = shared.clock.now();
    answer::done(shared.with(|world| world.pick_inline(&query, &result_id, now)))
}
