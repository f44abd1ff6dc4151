//! The messages and what they mean, as the files hold them.

use jiff::civil::Date;
use serde::Deserialize;
use twitchwise::model::{Choices, Field};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bank {
    pub(crate) today: String,
    pub(crate) message: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Message {
    pub(crate) text: String,
    pub(crate) kind: String,
    pub(crate) intent: Vec<String>,
    pub(crate) first: Option<Vec<String>>,
    pub(crate) slots: Option<toml::Table>,
    #[serde(default)]
    pub(crate) perhaps: toml::Table,
}

impl Bank {
    pub(crate) fn read(text: &str) -> Self {
        toml::from_str(text).unwrap()
    }

    pub(crate) fn today(&self) -> Date {
        self.today.parse().unwrap()
    }
}

impl Message {
    /// Whether there is no danger and no crisis in it, and it was not written to look like either.
    pub(crate) fn is_ordinary(&self) -> bool {
        let trap = matches!(
            self.kind.as_str(),
            "danger" | "denied_danger" | "crisis" | "figurative_crisis"
        );
        let grave = |intent: &String| matches!(intent.as_str(), "emergency" | "crisis");
        !trap && !self.intent.iter().any(grave)
    }
}

/// The values of a field in a table; `any` is every value.
pub(crate) fn choices(table: &toml::Table, field: Field) -> Choices {
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
