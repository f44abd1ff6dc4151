//! The parameters of one call, however they came in.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// An uploaded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub mime: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Named values and uploaded files.
#[derive(Debug, Clone, Default)]
pub struct Params {
    /// The values.
    pub fields: Map<String, Value>,
    /// The files, by the name of their part.
    pub uploads: BTreeMap<String, Upload>,
}

impl From<Value> for Params {
    /// Anything but an object is no parameters at all.
    fn from(value: Value) -> Self {
        let fields = if let Value::Object(fields) = value {
            fields
        } else {
            Map::new()
        };
        Self {
            fields,
            uploads: BTreeMap::new(),
        }
    }
}

impl Params {
    /// Adds a file.
    #[must_use]
    pub fn with_upload(mut self, part: &str, upload: Upload) -> Self {
        self.uploads.insert(part.to_owned(), upload);
        self
    }

    /// Whether a value or a file has this name.
    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name) || self.uploads.contains_key(name)
    }

    /// A value.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    /// A text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str)
    }

    /// A whole number.
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.get(name).and_then(Value::as_i64)
    }

    /// A yes or no; no when it isn't there.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name).and_then(Value::as_bool).unwrap_or(false)
    }

    /// A list.
    pub fn list(&self, name: &str) -> Option<&[Value]> {
        self.get(name).and_then(Value::as_array).map(Vec::as_slice)
    }

    /// A list of texts.
    pub fn texts(&self, name: &str) -> Option<Vec<String>> {
        let list = self.list(name)?;
        Some(
            list.iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
        )
    }

    /// The uploaded file of a parameter: its own part, or the one it points to.
    pub fn upload(&self, name: &str) -> Option<&Upload> {
        let part = self
            .text(name)
            .and_then(|text| text.strip_prefix("attach://"));
        self.uploads.get(part.unwrap_or(name))
    }
}
