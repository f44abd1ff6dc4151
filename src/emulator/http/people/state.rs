//! The world as a whole: who is there, what time it is, what went wrong.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::emulator::http::answer;
use crate::emulator::http::read::Body;
use crate::emulator::shared::Shared;

/// The furthest one step may lead: ten years.
const FURTHEST: i64 = 10 * 366 * 86_400;

/// `GET /api/state`.
pub(in crate::emulator::http) async fn state(State(shared): State<Arc<Shared>>) -> Response {
    let now = shared.clock.now();
    let state = shared.with(|world| {
        let people: Vec<Value> = world
            .everybody()
            .filter_map(|person| world.view_person(person.id))
            .collect();
        json!({ "now": now, "bot": world.view_bot(), "people": people })
    });
    answer::ok(&state)
}

/// What lets time pass.
#[derive(Deserialize)]
pub(in crate::emulator::http) struct Advance {
    advance_seconds: i64,
}

/// `POST /api/clock`.
pub(in crate::emulator::http) async fn clock(
    State(shared): State<Arc<Shared>>,
    Body(Advance { advance_seconds }): Body<Advance>,
) -> Response {
    if !(0..=FURTHEST).contains(&advance_seconds) {
        return answer::problem(
            StatusCode::BAD_REQUEST,
            "time passes forward, in small steps",
        );
    }
    shared.clock.advance(advance_seconds);
    shared.with(|world| world.jumped(advance_seconds));
    answer::ok(&json!({ "now": shared.clock.now() }))
}

/// `GET /api/violations`.
pub(in crate::emulator::http) async fn violations(State(shared): State<Arc<Shared>>) -> Response {
    let now = shared.clock.now();
    let list = shared.with(|world| {
        world.tick(now);
        json!(world.violations())
    });
    answer::ok(&list)
}

/// `GET /api/stats`.
pub(in crate::emulator::http) async fn stats(State(shared): State<Arc<Shared>>) -> Response {
    answer::ok(&shared.with(|world| json!(world.stats())))
}
