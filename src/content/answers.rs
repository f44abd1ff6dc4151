//! The answers of a worked case, as strictly read as an assessment from outside.

use std::{collections::BTreeMap, fmt, ops::Range};

use serde::{
    Deserialize, Deserializer,
    de::{Error, SeqAccess, Visitor, value::SeqAccessDeserializer},
};
use toml::Spanned;

use crate::model::{Assessment, Choices, Field};

use super::reader::Reader;

/// Answers as a file writes them: field by field.
pub(super) type RawAnswers = BTreeMap<Spanned<String>, Spanned<OneOrMany>>;

/// One value or a list of values.
pub(super) enum OneOrMany {
    One(String),
    Many(Vec<Spanned<String>>),
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrManyVisitor)
    }
}

struct OneOrManyVisitor;

impl<'de> Visitor<'de> for OneOrManyVisitor {
    type Value = OneOrMany;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or a list of values")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<OneOrMany, E> {
        Ok(OneOrMany::One(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<OneOrMany, A::Error> {
        Deserialize::deserialize(SeqAccessDeserializer::new(seq)).map(OneOrMany::Many)
    }
}

impl Reader<'_, '_> {
    /// Resolves answers.
    pub(super) fn answers(&mut self, raw: &RawAnswers) -> Assessment {
        let mut answers = Assessment::default();
        for (name, values) in raw {
            let Some(field) = self.field(name) else {
                continue;
            };
            let choices = match values.get_ref() {
                OneOrMany::One(value) if !field.is_list() => {
                    let value = Spanned::new(values.span(), value.clone());
                    self.value(field, &value)
                        .map_or(Choices::EMPTY, Choices::one)
                }
                OneOrMany::Many(names) if field.is_list() => {
                    self.listed(field, names, &values.span())
                }
                OneOrMany::One(_) | OneOrMany::Many(_) => {
                    let kind = if field.is_list() {
                        "a list"
                    } else {
                        "one value"
                    };
                    self.problem(&values.span(), format!("`{}` is {kind}", field.name()));
                    continue;
                }
            };
            answers.set(field, choices);
        }
        answers
    }

    fn listed(&mut self, field: Field, names: &[Spanned<String>], span: &Range<usize>) -> Choices {
        let choices = self.choices(field, names);
        if names.is_empty() {
            self.problem(span, format!("`{}` is an empty list", field.name()));
        }
        if choices.len() > 1 && choices.indexes().any(|value| field.stands_alone(value)) {
            self.problem(span, "`none` and `not_sure` stand alone");
        }
        choices
    }
}
