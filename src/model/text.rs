//! A sentence for a person, by its key: the words themselves live in `dialogues/`.

use std::{borrow::Cow, fmt};

use super::{catalog::Rule, id::SourceKey};

/// A text of `dialogues/`, with the values it is to be filled with.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// The Fluent message, `name` or `name.attribute`.
    pub key: Cow<'static, str>,
    /// Values of its variables.
    pub args: Vec<(&'static str, Arg)>,
}

/// A value for a variable of a text.
#[derive(Clone, PartialEq, Eq)]
pub enum Arg {
    /// A number.
    Number(i64),
    /// Literal characters: a phone number, a version, a value's name to select by.
    Word(String),
    /// Another text.
    Text(Text),
    /// Several texts, joined as a list.
    List(Vec<Text>),
}

impl fmt::Debug for Text {
    /// Neither the values nor the label of an answer: they may be what a person told.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = if self.key.starts_with("opt-") {
            "opt-…"
        } else {
            &self.key
        };
        write!(f, "Text({key})")
    }
}

impl fmt::Debug for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Arg(…)")
    }
}

impl Text {
    /// A text without variables.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self {
            key: key.into(),
            args: Vec::new(),
        }
    }

    /// The same, with a variable filled.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// A source as it is cited, prepared at the start.
    pub fn cited(key: &SourceKey) -> Self {
        Self::new(format!("cited {key}"))
    }

    /// The reason that a rule gives, with its sources, prepared at the start.
    pub fn reason(rule: &Rule) -> Self {
        Self::new(format!("reason {}", rule.id))
    }

    /// The foot of every outcome, prepared at the start.
    pub fn foot() -> Self {
        Self::new("prepared foot")
    }

    /// The label of a value of a field.
    pub fn option(field: super::Field, value: &str) -> Self {
        Self::new(format!("opt-{}-{value}", field.name()))
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Arg {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<String> for Arg {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<Text>> for Arg {
    fn from(list: Vec<Text>) -> Self {
        Self::List(list)
    }
}
