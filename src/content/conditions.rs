//! Conditions as the files write them, and as the engine compares them.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};
use toml::Spanned;

use crate::model::{Clause, Condition, Field, Op, Predicate, Subject, Test};

use super::reader::Reader;

/// Alternatives, of which one must hold.
pub(super) type RawCondition = Vec<Spanned<RawClause>>;
type RawClause = BTreeMap<Spanned<String>, RawTest>;
type Names = Spanned<Vec<Spanned<String>>>;

const PREDICATES: [&str; 3] = [
    "key_question_missing",
    "follow_up_worse",
    "two_body_regions",
];
const OPS: [(&str, Op); 5] = [
    ("any", Op::Any),
    ("all", Op::All),
    ("only", Op::Only),
    ("other_than", Op::OtherThan),
    ("not", Op::Not),
];

/// What stands behind a field (or behind `predicate`).
pub(super) enum RawTest {
    Name(String),
    Ops(BTreeMap<Spanned<String>, Names>),
}

impl<'de> Deserialize<'de> for RawTest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawTestVisitor)
    }
}

struct RawTestVisitor;

impl<'de> Visitor<'de> for RawTestVisitor {
    type Value = RawTest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("comparisons such as `{ any = [\"…\"] }`, or the name of a predicate")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<RawTest, E> {
        Ok(RawTest::Name(name.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawTest, A::Error> {
        Deserialize::deserialize(MapAccessDeserializer::new(map)).map(RawTest::Ops)
    }
}

impl Reader<'_, '_> {
    /// Resolves a condition.
    pub(super) fn condition(&mut self, raw: &RawCondition) -> Condition {
        Condition(raw.iter().map(|clause| self.clause(clause)).collect())
    }

    fn clause(&mut self, raw: &Spanned<RawClause>) -> Clause {
        let mut clause = Clause::default();
        if raw.get_ref().is_empty() {
            self.problem(&raw.span(), "an empty alternative always holds");
        }
        for (name, test) in raw.get_ref() {
            match test {
                RawTest::Name(predicate) if name.get_ref() == "predicate" => {
                    let predicate = Spanned::new(name.span(), predicate.clone());
                    clause.predicates.extend(self.predicate(&predicate));
                }
                RawTest::Name(_) => {
                    let message = format!("`{}` needs comparisons", name.get_ref());
                    let hint = "such as `{ any = [\"…\"] }`".to_owned();
                    let at = self.at(&name.span());
                    self.findings.hinted(&at, message, Some(hint));
                }
                RawTest::Ops(ops) => self.tests(name, ops, &mut clause.tests),
            }
        }
        clause
    }

    fn predicate(&mut self, name: &Spanned<String>) -> Option<Predicate> {
        let predicate = Predicate::named(name.get_ref());
        if predicate.is_none() {
            self.unknown("predicate", name, PREDICATES);
        }
        predicate
    }

    fn tests(
        &mut self,
        name: &Spanned<String>,
        ops: &BTreeMap<Spanned<String>, Names>,
        tests: &mut Vec<Test>,
    ) {
        let Some((subject, field)) = self.subject(name) else {
            return;
        };
        if ops.is_empty() {
            self.problem(
                &name.span(),
                format!("`{}` is compared with nothing", name.get_ref()),
            );
        }
        for (op_name, names) in ops {
            let Some((_, op)) = OPS
                .into_iter()
                .find(|(known, _)| known == op_name.get_ref())
            else {
                self.unknown("comparison", op_name, OPS.map(|(known, _)| known));
                continue;
            };
            if names.get_ref().is_empty() {
                self.problem(&names.span(), format!("`{}` of nothing", op_name.get_ref()));
            }
            let values = self.choices(field, names.get_ref());
            if op == Op::All && values.len() > 1 && !field.is_list() {
                self.problem(
                    &names.span(),
                    format!("`{}` never has two values", field.name()),
                );
            }
            tests.push(Test {
                subject,
                op,
                values,
            });
        }
    }

    fn subject(&mut self, name: &Spanned<String>) -> Option<(Subject, Field)> {
        match name.get_ref().as_str() {
            "began" => Some((Subject::Began, Field::Duration)),
            "least_duration" => Some((Subject::LeastDuration, Field::Duration)),
            _ => self.field(name).map(|field| (Subject::Field(field), field)),
        }
    }
}
