//! Holds a call's parameters against the Bot API's data, through every nested type.

use serde_json::{Map, Value};

use super::schema::{Field, Fields, Limit, Method, Shape, Ty, Unit, schema};
use crate::emulator::world::params::Params;

/// What is wrong with one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The name isn't in the Bot API: Telegram ignores it.
    Unknown,
    /// A required value isn't there.
    Missing,
    /// The value has another type.
    Type,
    /// Longer than allowed.
    TooLong,
    /// Shorter than allowed.
    TooShort,
}

/// One thing wrong with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `reply_markup.inline_keyboard[0][1].text`.
    pub path: String,
    /// What.
    pub wrong: Wrong,
}

impl Problem {
    fn new(path: &str, wrong: Wrong) -> Self {
        Self {
            path: path.to_owned(),
            wrong,
        }
    }

    fn under(mut self, parent: &str) -> Self {
        let joint = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path = format!("{parent}{joint}{}", self.path);
        self
    }

    /// The last name of the path, without list positions.
    pub fn leaf(&self) -> &str {
        let leaf = self.path.rsplit('.').next().unwrap_or_default();
        leaf.split('[').next().unwrap_or(leaf)
    }
}

/// Length in the unit a limit counts.
pub fn length(text: &str, unit: Unit) -> usize {
    match unit {
        Unit::Characters => text.encode_utf16().count(),
        Unit::Bytes => text.len(),
    }
}

/// Texts whose limit counts after their markup was parsed; whoever parses them checks it.
fn is_formatted(name: &str, fields: &Fields) -> bool {
    match name {
        "text" | "caption" | "message_text" => fields.contains_key("parse_mode"),
        "quote" => fields.contains_key("quote_parse_mode"),
        _ => false,
    }
}

/// Checks a whole call, turning texts (as forms carry them) into what the type wants.
pub fn check_call(method: &Method, params: &mut Params) -> Vec<Problem> {
    let mut problems = Vec::new();
    params.fields.retain(|_, value| !value.is_null());
    for (name, value) in &mut params.fields {
        match method.fields.get(name) {
            None => problems.push(Problem::new(name, Wrong::Unknown)),
            Some(field) => {
                coerce(&field.ty, value);
                let limit = field.limit.filter(|_| !is_formatted(name, &method.fields));
                let found = check_value(&field.ty, limit, value);
                problems.extend(found.into_iter().map(|problem| problem.under(name)));
            }
        }
    }
    for (name, field) in &method.fields {
        if field.required && !params.has(name) {
            problems.push(Problem::new(name, Wrong::Missing));
        }
    }
    problems
}

/// Forms and query strings carry everything as text, and Telegram takes that in JSON as well.
fn coerce(ty: &Ty, value: &mut Value) {
    let Some(text) = value.as_str() else { return };
    let better = match ty {
        Ty::Integer => text.trim().parse::<i64>().ok().map(Value::from),
        Ty::Float => text.trim().parse::<f64>().ok().map(Value::from),
        Ty::Boolean | Ty::True => match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "t" => Some(Value::Bool(true)),
            "false" | "0" | "no" | "f" | "" => Some(Value::Bool(false)),
            _ => None,
        },
        Ty::OneOf(options) if options.contains(&Ty::Integer) => {
            text.parse::<i64>().ok().map(Value::from)
        }
        Ty::Text | Ty::File => None,
        Ty::OneOf(_) | Ty::List(_) | Ty::Named(_) if ty.takes_text() => None,
        Ty::OneOf(_) | Ty::List(_) | Ty::Named(_) => serde_json::from_str(text).ok(),
    };
    if let Some(better) = better {
        *value = better;
    }
}

fn check_value(ty: &Ty, limit: Option<Limit>, value: &Value) -> Vec<Problem> {
    let fits = match ty {
        Ty::Text => match value.as_str() {
            Some(text) => return check_length(text, limit),
            None => false,
        },
        Ty::Integer => value.is_i64() || value.is_u64(),
        Ty::Float => value.is_number(),
        Ty::Boolean => value.is_boolean(),
        Ty::True => value.as_bool() == Some(true),
        Ty::File => value
            .as_str()
            .is_some_and(|text| text.starts_with("attach://")),
        Ty::List(inner) => match value.as_array() {
            Some(items) => return check_list(inner, items),
            None => false,
        },
        Ty::Named(name) => return check_named(name, value),
        Ty::OneOf(options) => return check_options(options, limit, value),
    };
    if fits {
        Vec::new()
    } else {
        vec![Problem::new("", Wrong::Type)]
    }
}

fn check_length(text: &str, limit: Option<Limit>) -> Vec<Problem> {
    let Some(limit) = limit else {
        return Vec::new();
    };
    let length = length(text, limit.unit);
    if length > limit.max {
        vec![Problem::new("", Wrong::TooLong)]
    } else if length < limit.min {
        vec![Problem::new("", Wrong::TooShort)]
    } else {
        Vec::new()
    }
}

fn check_list(inner: &Ty, items: &[Value]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (position, item) in items.iter().enumerate() {
        let found = check_value(inner, None, item);
        problems.extend(
            found
                .into_iter()
                .map(|problem| problem.under(&format!("[{position}]"))),
        );
    }
    problems
}

fn check_named(name: &str, value: &Value) -> Vec<Problem> {
    match schema().shape(name) {
        Some(Shape::Object(fields)) => match value.as_object() {
            Some(object) => check_object(fields, object),
            None => vec![Problem::new("", Wrong::Type)],
        },
        Some(Shape::Union(options)) => check_options(options, None, value),
        // A type the data names but doesn't describe: nothing to hold it against.
        None => Vec::new(),
    }
}

fn check_object(fields: &Fields, object: &Map<String, Value>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, value) in object {
        match fields.get(name) {
            None => problems.push(Problem::new(name, Wrong::Unknown)),
            Some(Field { ty, limit, .. }) => {
                let limit = limit.filter(|_| !is_formatted(name, fields));
                let found = check_value(ty, limit, value);
                problems.extend(found.into_iter().map(|problem| problem.under(name)));
            }
        }
    }
    for (name, field) in fields {
        if field.required && !object.contains_key(name) {
            problems.push(Problem::new(name, Wrong::Missing));
        }
    }
    problems
}

/// The option that fits best speaks for all: the data has no discriminators.
fn check_options(options: &[Ty], limit: Option<Limit>, value: &Value) -> Vec<Problem> {
    let mut best: Option<Vec<Problem>> = None;
    for option in options {
        let found = check_value(option, limit, value);
        if found.is_empty() {
            return found;
        }
        if best.as_ref().is_none_or(|best| found.len() < best.len()) {
            best = Some(found);
        }
    }
    best.unwrap_or_default()
}
