//! The page with the phone: three files that are part of the program.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::answer;
use crate::emulator::shared::Shared;

fn file(shared: &Shared, mime: &str, text: &'static str) -> Response {
    if shared.page {
        answer::body(StatusCode::OK, mime, text)
    } else {
        answer::problem(StatusCode::NOT_FOUND, "the page is switched off")
    }
}

/// `/`.
pub(super) async fn index(State(shared): State<Arc<Shared>>) -> Response {
    file(
        &shared,
        "text/html; charset=utf-8",
        include_str!("../page/index.html"),
    )
}

/// `/app.js`.
pub(super) async fn script(State(shared): State<Arc<Shared>>) -> Response {
    file(
        &shared,
        "text/javascript; charset=utf-8",
        include_str!("../page/app.js"),
    )
}

/// `/style.css`.
pub(super) async fn style(State(shared): State<Arc<Shared>>) -> Response {
    file(
        &shared,
        "text/css; charset=utf-8",
        include_str!("../page/style.css"),
    )
}
