//! Inline queries and their answers.

use std::collections::BTreeMap;

use serde_json::Value;

/// How many queries are kept.
const KEPT: usize = 1_000;

/// An inline query.
#[derive(Debug, Clone, PartialEq)]
pub struct InlineQuery {
    /// Who typed it.
    pub person: i64,
    /// When.
    pub at: i64,
    /// The bot's answer: its parameters.
    pub answer: Option<Value>,
}

/// The last inline queries.
#[derive(Debug, Default)]
pub struct Inline {
    queries: BTreeMap<u64, InlineQuery>,
    count: u64,
}

impl Inline {
    /// Adds a query.
    pub fn add(&mut self, query: InlineQuery) -> String {
        self.count += 1;
        if self.queries.len() >= KEPT {
            self.queries.pop_first();
        }
        let id = (query.person.unsigned_abs() << 32) | self.count;
        self.queries.insert(id, query);
        id.to_string()
    }

    /// A query by its id.
    pub fn get(&self, id: &str) -> Option<&InlineQuery> {
        self.queries.get(&id.parse().ok()?)
    }

    /// A query, to answer it.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut InlineQuery> {
        self.queries.get_mut(&id.parse().ok()?)
    }
}
