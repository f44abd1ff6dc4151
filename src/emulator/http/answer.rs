//! Answers as Telegram and the people API give them.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};

use crate::emulator::world::error::ApiError;
use crate::emulator::world::people::PeopleError;
use crate::emulator::world::queue::Json;

/// Any body with a status and a media type.
pub(super) fn body(status: StatusCode, mime: &str, bytes: impl Into<Body>) -> Response {
    let mut response = Response::new(bytes.into());
    *response.status_mut() = status;
    if let Ok(mime) = mime.parse() {
        response.headers_mut().insert(header::CONTENT_TYPE, mime);
    }
    response
}

/// JSON with a status.
pub(super) fn json(status: StatusCode, value: &Value) -> Response {
    body(status, "application/json", value.to_string())
}

/// A result of the people API.
pub(super) fn ok(value: &Value) -> Response {
    json(StatusCode::OK, value)
}

/// Telegram's success.
pub(super) fn result(value: &Value) -> Response {
    body(
        StatusCode::OK,
        "application/json",
        format!("{{\"ok\":true,\"result\":{value}}}"),
    )
}

/// Updates, put together from what lies ready.
pub(super) fn updates(updates: &[Json]) -> Response {
    let length: usize = updates.iter().map(|update| update.len() + 1).sum();
    let mut text = String::with_capacity(length + 32);
    text.push_str("{\"ok\":true,\"result\":[");
    for (position, update) in updates.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        text.push_str(update);
    }
    text.push_str("]}");
    body(StatusCode::OK, "application/json", text)
}

/// A success that can't be read, in one of the ways in which answers are broken.
pub(super) fn garbled(number: u64) -> Response {
    let bytes = match number % 8 {
        0 => Vec::new(),
        1 => b"<html>200</html>".to_vec(),
        2 => b"{\"ok\":true,\"result\":[{\"update_id\":".to_vec(),
        3 => b"{\"result\":true}".to_vec(),
        4 => b"{\"ok\":true,\"result\":\"\xff\xfe\"}".to_vec(),
        5 => b"null".to_vec(),
        6 => b"{\"ok\":true,\"result\":{\"message_id\":{}}".to_vec(),
        _ => "[".repeat(200_000).into_bytes(),
    };
    body(StatusCode::OK, "application/json", bytes)
}

/// Telegram's refusal.
pub(super) fn refusal(error: &ApiError) -> Response {
    // 501 and the like stay what they are; anything that isn't a status can't happen.
    let status = StatusCode::from_u16(error.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = json(status, &error.body());
    if let Some(seconds) = error.retry_after {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// An error of the people API.
pub(super) fn problem(status: StatusCode, words: &str) -> Response {
    json(status, &json!({ "error": words }))
}

/// What came of something people did.
pub(super) fn done<T: serde::Serialize>(outcome: Result<T, PeopleError>) -> Response {
    match outcome.map(serde_json::to_value) {
        Ok(Ok(value)) => ok(&value),
        Ok(Err(error)) => problem(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
        Err(error) => {
            let status = match error {
                PeopleError::NotFound(_) => StatusCode::NOT_FOUND,
                PeopleError::Refused(_) => StatusCode::BAD_REQUEST,
            };
            problem(status, &error.to_string())
        }
    }
}
