//! Updates that wait for the bot.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Kinds a bot only gets when it asks for them.
const ASKED_FOR: &[&str] = &["chat_member", "message_reaction", "message_reaction_count"];

/// An update as JSON, made once and shared by every delivery.
pub type Json = Arc<str>;

/// Updates by their ids.
#[derive(Debug)]
pub struct Queue {
    waiting: BTreeMap<i64, Json>,
    /// Taken by webhook deliveries that haven't ended.
    taken: BTreeMap<i64, Json>,
    allowed: Vec<String>,
    last: i64,
}

impl Queue {
    /// An empty queue whose first update follows `last`.
    pub fn new(last: i64) -> Self {
        Self {
            waiting: BTreeMap::new(),
            taken: BTreeMap::new(),
            allowed: Vec::new(),
            last,
        }
    }

    /// What the bot asked for; empty means the usual kinds.
    pub fn allowed(&self) -> &[String] {
        &self.allowed
    }

    /// Changes what the bot asked for, from the next update on.
    pub fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = kinds;
    }

    /// The id for an update of this kind, unless the bot doesn't want it.
    pub fn number(&mut self, kind: &str) -> Option<i64> {
        let wanted = if self.allowed.is_empty() {
            !ASKED_FOR.contains(&kind)
        } else {
            self.allowed.iter().any(|allowed| allowed == kind)
        };
        wanted.then(|| self.number_any())
    }

    /// The id for an update whatever its kind.
    pub fn number_any(&mut self) -> i64 {
        self.last += 1;
        self.last
    }

    /// Adds an update.
    pub fn push(&mut self, id: i64, update: Json) {
        self.waiting.insert(id, update);
    }

    /// Forgets what an offset confirms: everything before it, or all but the last few.
    pub fn confirm(&mut self, offset: i64) {
        if offset > 0 {
            self.waiting = self.waiting.split_off(&offset);
        } else if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            while self.waiting.len() > keep {
                self.waiting.pop_first();
            }
        }
    }

    /// The first updates.
    pub fn first(&self, limit: usize) -> Vec<Json> {
        self.waiting.values().take(limit).cloned().collect()
    }

    /// Takes the first update for a delivery.
    pub fn take(&mut self) -> Option<(i64, Json)> {
        let (id, update) = self.waiting.pop_first()?;
        self.taken.insert(id, Arc::clone(&update));
        Some((id, update))
    }

    /// A delivery succeeded.
    pub fn delivered(&mut self, id: i64) -> bool {
        self.taken.remove(&id).is_some()
    }

    /// Puts back what deliveries had taken.
    pub fn put_back(&mut self) {
        self.waiting.append(&mut self.taken);
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.waiting.clear();
        self.taken.clear();
    }

    /// How many updates wait, those in delivery too.
    pub fn len(&self) -> usize {
        self.waiting.len() + self.taken.len()
    }

    /// Whether none wait.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
