//! The messages and what they mean, as the files hold them.

use jiff::civil::Date;
use serde::Deserialize;
use twitchwise::model::{Choices, Field};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    pub today: String,
    pub message: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    pub text: String,
    pub kind: String,
    pub intent: Vec<String>,
    pub first: Option<Vec<String>>,
    pub slots: Option<toml::Table>,
    #[serde(default)]
    pub perhaps: toml::Table,
}

impl Bank {
    pub fn read(text: &str) -> Self {
        toml::from_str(text).unwrap()
    }

    pub fn today(&self) -> Date {
        self.today.parse().unwrap()
    }
}

/// The values of a field in a table; `any` is every value.
pub fn choices(table: &toml::Table, field: Field) -> Choices {
    let names: Vec<&str> = match table.get(field.name()) {
        None => return Choices::EMPTY,
        Some(toml::Value::Array(names)) => names.iter().map(|n| n.as_str().unwrap()).collect(),
        Some(name) => vec![name.as_str().unwrap()],
    };
    if names == ["any"] {
        return Choices::of((0..).zip(field.values()).map(|(n, _)| n));
    }
    let index = |name: &&str| {
        field
            .value_named(name)
            .unwrap_or_else(|| panic!("no value {name}"))
    };
    Choices::of(names.iter().map(index))
}
