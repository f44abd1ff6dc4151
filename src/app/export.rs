//! Everything kept about a person, as one JSON document.

use serde_json::{Map, Value as Json, json};

use crate::store::{Kept, Value};

/// The document. What was sealed is opened: sessions, updates and messages are JSON themselves.
pub(super) fn document(kept: Vec<Kept>, version: &str, now: jiff::Timestamp) -> String {
    let mut tables = Map::new();
    for Kept { table, columns } in kept {
        let row: Map<_, _> = columns
            .into_iter()
            .map(|(name, value)| (name.to_owned(), json(value)))
            .collect();
        if let Json::Array(rows) = tables.entry(table).or_insert_with(|| json!([])) {
            rows.push(Json::Object(row));
        }
    }
    let document = json!({
        "made_by": "twitchwise",
        "made_at": now.to_string(),
        "content_version": version,
        "kept": tables,
    });
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn json(value: Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::Number(number) => number.into(),
        Value::Time(time) => time.to_string().into(),
        Value::Text(text) => text.into(),
        Value::Bytes(bytes) => serde_json::from_slice(&bytes)
            .unwrap_or_else(|_| String::from_utf8_lossy(&bytes).into_owned().into()),
        Value::Damaged => "damaged".into(),
    }
}
