//! Downloads.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use super::answer;
use crate::emulator::shared::Shared;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::file::File;

/// `/file/bot<token>/<path>`.
pub(super) fn of_bot(shared: &Shared, token: &str, path: &str) -> Response {
    let now = shared.clock.now();
    let found = shared.with(|world| {
        world.call(token, "getMe", serde_json::json!({}), now)?;
        world
            .file_at(path)
            .ok_or_else(|| ApiError::new(404, "Not Found"))
    });
    match found {
        Ok(file) => answer::body(
            StatusCode::OK,
            "application/octet-stream",
            file.bytes.clone(),
        ),
        Err(error) => answer::refusal(&error),
    }
}

/// `/api/files/<id>`.
pub(super) async fn of_message(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
) -> Response {
    let Some(file) = shared.with(|world| world.file(&id)) else {
        return answer::problem(StatusCode::NOT_FOUND, "no such file");
    };
    shown(&file)
}

/// A file in the phone's page: only pictures are shown in place.
fn shown(file: &File) -> Response {
    let mut response = answer::body(StatusCode::OK, &file.mime, file.bytes.clone());
    let headers = response.headers_mut();
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    let inline = matches!(
        file.mime.as_str(),
        "image/png" | "image/jpeg" | "image/webp"
    );
    if !inline {
        let safe: String = file
            .name
            .chars()
            .map(|letter| {
                if letter.is_ascii_alphanumeric() || ".-_".contains(letter) {
                    letter
                } else {
                    '_'
                }
            })
            .collect();
        if let Ok(value) = HeaderValue::try_from(format!("attachment; filename=\"{safe}\"")) {
            headers.insert(header::CONTENT_DISPOSITION, value);
        }
    }
    response
}
