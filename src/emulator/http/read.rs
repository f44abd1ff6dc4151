//! The parameters of a call from whatever form they came in.

use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{MOST_BYTES, answer, multipart};
use crate::emulator::shared::Shared;
use crate::emulator::world::params::Params;

fn media_type(request: &Request) -> String {
    let header = request.headers().get(header::CONTENT_TYPE);
    let full = header
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    full.split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

/// Query string, then body: JSON, form or multipart.
pub(super) async fn params(request: Request) -> Result<Params, String> {
    let mut params = Params::default();
    pairs(
        request.uri().query().unwrap_or_default().as_bytes(),
        &mut params.fields,
    )?;
    match media_type(&request).as_str() {
        "multipart/form-data" => {
            let form = Multipart::from_request(request, &()).await;
            multipart::read(form.map_err(|error| error.body_text())?, &mut params).await?;
        }
        "application/json" => {
            let bytes = bytes(request).await?;
            if !bytes.is_empty() {
                let body: Value = serde_json::from_slice(&bytes)
                    .map_err(|_| "can't parse request JSON object".to_owned())?;
                params.fields.extend(Params::from(body).fields);
            }
        }
        "application/x-www-form-urlencoded" => {
            pairs(&bytes(request).await?, &mut params.fields)?;
        }
        _ => {}
    }
    Ok(params)
}

async fn bytes(request: Request) -> Result<Vec<u8>, String> {
    let bytes = to_bytes(request.into_body(), MOST_BYTES).await;
    bytes
        .map(|bytes| bytes.to_vec())
        .map_err(|error| error.to_string())
}

fn pairs(encoded: &[u8], fields: &mut Map<String, Value>) -> Result<(), String> {
    if encoded.is_empty() {
        return Ok(());
    }
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_bytes(encoded).map_err(|error| error.to_string())?;
    fields.extend(
        pairs
            .into_iter()
            .map(|(name, text)| (name, Value::String(text))),
    );
    Ok(())
}

/// The JSON body of a request to the people API; an empty body is an empty object.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Arc<Shared>> for Body<T> {
    type Rejection = Response;

    async fn from_request(request: Request, _: &Arc<Shared>) -> Result<Self, Response> {
        let bad = |words: &str| answer::problem(StatusCode::BAD_REQUEST, words);
        let bytes = bytes(request).await.map_err(|error| bad(&error))?;
        let bytes = if bytes.is_empty() {
            b"{}".as_slice()
        } else {
            &bytes
        };
        serde_json::from_slice(bytes)
            .map(Self)
            .map_err(|error| bad(&error.to_string()))
    }
}

/// A query string.
pub(super) fn query<T: DeserializeOwned>(query: Option<String>) -> Result<T, String> {
    serde_urlencoded::from_str(&query.unwrap_or_default()).map_err(|error| error.to_string())
}
