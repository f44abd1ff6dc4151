//! The published formats, read from `tests/contract/`, and a validator of the part of JSON Schema
//! that they use. An unknown keyword is an error: nothing is passed over.

#![allow(dead_code, reason = "each test file uses its share")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::sync::LazyLock;

use serde_json::Value;

/// What goes into `assess`.
pub(crate) static ASSESSMENT: LazyLock<Value> =
    LazyLock::new(|| read(include_str!("../contract/assessment.schema.json")));

/// What comes out of it.
pub(crate) static OUTCOME: LazyLock<Value> =
    LazyLock::new(|| read(include_str!("../contract/outcome.schema.json")));

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("a schema")
}

/// A field of an assessment, as the schema has it.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) list: bool,
    pub(crate) values: Vec<&'static str>,
}

/// The fields of an assessment but `id`, in the order of the schema's text.
pub(crate) static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let properties = ASSESSMENT["properties"].as_object().expect("properties");
    let fields = properties.iter().filter(|(name, _)| *name != "id");
    fields
        .map(|(name, schema)| {
            let list = schema["type"] == "array";
            let values = if list {
                &schema["items"]["enum"]
            } else {
                &schema["enum"]
            };
            let values = values.as_array().expect("values").iter();
            Field {
                name,
                list,
                values: values
                    .map(|value| value.as_str().expect("a name"))
                    .collect(),
            }
        })
        .collect()
});

/// Everything about the value that the schema does not allow.
pub(crate) fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, value, "$", &mut found);
    found
}

fn check(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let keywords = schema.as_object().expect("a schema is an object");
    let mut wrong = |what: String| found.push(format!("{at}: {what}"));
    for (keyword, wanted) in keywords {
        match keyword.as_str() {
            "type" => {
                let kinds = wanted
                    .as_array()
                    .cloned()
                    .unwrap_or_else(|| vec![wanted.clone()]);
                if !kinds.iter().any(|kind| is_of(kind, value)) {
                    wrong(format!("not {wanted}"));
                }
            }
            "enum" if !wanted.as_array().expect("values").contains(value) => {
                wrong(format!("{value} is not one of the values"));
            }
            "const" if wanted != value => wrong(format!("{value} is not {wanted}")),
            "required" => {
                for name in wanted.as_array().expect("names") {
                    if value.get(name.as_str().expect("a name")).is_none() {
                        wrong(format!("{name} is missing"));
                    }
                }
            }
            "uniqueItems" => {
                let items = items(value);
                let twice = (1..items.len()).any(|n| items[..n].contains(&items[n]));
                if twice {
                    wrong("an item twice".to_owned());
                }
            }
            "minItems" if value.is_array() && items(value).len() < size(wanted) => {
                wrong("too few items".to_owned());
            }
            "maxItems" if items(value).len() > size(wanted) => wrong("too many items".to_owned()),
            "contains" if value.is_array() => {
                let any = items(value)
                    .iter()
                    .any(|item| violations(wanted, item).is_empty());
                if !any {
                    wrong(format!("does not contain {wanted}"));
                }
            }
            // Nothing to look at, looked at already and fine, or looked at below.
            "$schema"
            | "$id"
            | "title"
            | "description"
            | "then"
            | "enum"
            | "const"
            | "minItems"
            | "maxItems"
            | "contains"
            | "additionalProperties"
            | "properties"
            | "items"
            | "allOf"
            | "if" => {}
            other => panic!("the schema uses {other}, which this validator does not know"),
        }
    }
    within(schema, value, at, found);
}

/// The keywords that look into the value, or at it again.
fn within(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let (Some(properties), Some(object)) = (schema.get("properties"), value.as_object()) {
        for (name, inner) in object {
            match properties.get(name) {
                Some(schema) => check(schema, inner, &format!("{at}.{name}"), found),
                None if schema.get("additionalProperties") == Some(&Value::Bool(false)) => {
                    found.push(format!("{at}: unknown field {name}"));
                }
                None => {}
            }
        }
    }
    if let Some(schema) = schema.get("items") {
        for (n, item) in items(value).iter().enumerate() {
            check(schema, item, &format!("{at}[{n}]"), found);
        }
    }
    for schema in schema
        .get("allOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        check(schema, value, at, found);
    }
    if let (Some(condition), Some(then)) = (schema.get("if"), schema.get("then"))
        && violations(condition, value).is_empty()
        // `contains` holds for whatever is no list.
        && value.is_array()
    {
        check(then, value, at, found);
    }
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn size(wanted: &Value) -> usize {
    usize::try_from(wanted.as_u64().expect("a number")).expect("a small number")
}

fn is_of(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("a kind") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("the schema uses the type {other}, which this validator does not know"),
    }
}
