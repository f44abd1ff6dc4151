//! Forms with files in them.

use axum::extract::Multipart;
use serde_json::Value;

use crate::emulator::world::params::{Params, Upload};

/// Reads all parts: those with a file name are files.
pub(super) async fn read(mut form: Multipart, params: &mut Params) -> Result<(), String> {
    while let Some(part) = form.next_field().await.map_err(|error| error.body_text())? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let mime = part.content_type().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|error| error.body_text())?;
        if let Some(file_name) = file_name {
            let mime = mime.unwrap_or_else(|| guess(&file_name).to_owned());
            let upload = Upload {
                name: file_name,
                mime,
                bytes: bytes.to_vec(),
            };
            params.uploads.insert(name, upload);
        } else {
            let text = String::from_utf8(bytes.to_vec())
                .map_err(|_| "strings must be encoded in UTF-8".to_owned())?;
            params.fields.insert(name, Value::String(text));
        }
    }
    Ok(())
}

fn guess(name: &str) -> &'static str {
    match name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .as_deref()
    {
        Some("pdf") => "application/pdf",
        Some("txt") => "text/plain",
        Some("html") => "text/html",
        Some("json") => "application/json",
        Some("csv") => "text/csv",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        _ => "application/octet-stream",
    }
}
