//! Files: sending them, finding them again.

use std::sync::Arc;

use super::reading::{self, Call};
use super::{Answer, send_message, target};
use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::file::File;
use crate::emulator::world::message::{Content, FileKind};
use crate::emulator::world::params::Params;

const MEGABYTE: usize = 1024 * 1024;

/// `sendDocument` and `sendPhoto`.
pub(super) fn run(world: &mut World, method: &'static str, params: &Params, now: i64) -> Answer {
    let call = Call { method, now };
    let (kind, most) = match method {
        "sendPhoto" => (FileKind::Photo, 10 * MEGABYTE),
        _ => (FileKind::Document, 50 * MEGABYTE),
    };
    let caption = reading::caption(world, params, call)?;
    target::writable(world, params)?;
    let file = file(world, params, kind, most)?;
    send_message::send(
        world,
        params,
        Content::File {
            kind,
            file,
            caption,
        },
        call,
    )
}

fn file(
    world: &mut World,
    params: &Params,
    kind: FileKind,
    most: usize,
) -> Result<Arc<File>, ApiError> {
    if let Some(upload) = params.upload(kind.name()) {
        if upload.bytes.is_empty() {
            return Err(ApiError::bad_request("file must be non-empty"));
        }
        if upload.bytes.len() > most {
            return Err(ApiError::new(413, "Request Entity Too Large"));
        }
        let folder = if kind == FileKind::Photo {
            "photos"
        } else {
            "documents"
        };
        return Ok(world.files.add(folder, upload.clone(), world.seed));
    }
    let given = params.text(kind.name()).unwrap_or_default();
    if given.starts_with("attach://") {
        return Err(ApiError::bad_request(&format!(
            "there is no {} in the request",
            kind.name()
        )));
    }
    if given.contains("://") {
        // Nothing is fetched from anywhere.
        return Err(ApiError::bad_request("failed to get HTTP URL content"));
    }
    world
        .files
        .get(given)
        .cloned()
        .ok_or_else(|| ApiError::bad_request("wrong file identifier/HTTP URL specified"))
}

/// `getFile`.
pub(super) fn get(world: &World, params: &Params) -> Answer {
    let id = params.text("file_id").unwrap_or_default();
    match world.files.get(id) {
        Some(file) if file.bytes.len() > 20 * MEGABYTE => {
            Err(ApiError::bad_request("file is too big"))
        }
        Some(file) => Ok(file.to_value()),
        None => Err(ApiError::bad_request("invalid file_id")),
    }
}
