//! Everything kept about a person, as one JSON document.

use serde_json::{Map, Value as Json, json};

use crate::store::{Kept, Value};

/// The document. What was sealed is opened: sessions, updates and messages are JSON themselves.
/// Earlier documents are left out: what they hold is in this one.
pub(super) fn document(kept: Vec<Kept>, version: &str, now: jiff::Timestamp) -> String {
    let mut tables = Map::new();
    for Kept { table, columns } in kept {
        let mut row: Map<_, _> = columns
            .into_iter()
            .map(|(name, value)| (name.to_owned(), json(value)))
            .collect();
        if let Some(content) = row
            .get_mut("body")
            .and_then(|body| body.pointer_mut("/body/document/content"))
        {
            // An earlier one that is still to be sent: in each other they would double each time.
            *content = Json::Null;
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn earlier_documents_are_not_in_the_next_one() {
        let mut sizes = Vec::new();
        let mut content = String::new();
        for _ in 0..12 {
            let body = json!({ "body": { "document": { "chat": 1, "content": content } } });
            let columns = vec![("body", Value::Bytes(body.to_string().into_bytes()))];
            let table = "outbox";
            content = document(
                vec![Kept { table, columns }],
                "1",
                jiff::Timestamp::UNIX_EPOCH,
            );
            sizes.push(content.len());
        }
        assert!(sizes.iter().all(|size| *size == sizes[0]), "{sizes:?}");
    }
}
