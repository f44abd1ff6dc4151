//! Button presses and whether the bot answered them.

use std::collections::BTreeMap;

/// Seconds after which a press without an answer counts as a fault of the bot.
pub const LATE_AFTER: i64 = 15;
/// Seconds after which a press can't be answered any more.
pub const DEAD_AFTER: i64 = 150;

/// A press that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callback {
    /// The id the bot sees.
    pub id: String,
    /// The chat.
    pub chat_id: i64,
    /// Who pressed.
    pub person: i64,
    /// The message with the button.
    pub message_id: i64,
    /// The button's data.
    pub data: String,
    /// When.
    pub at: i64,
}

/// All presses without an answer, the oldest first.
#[derive(Debug, Default)]
pub struct Callbacks {
    open: BTreeMap<u64, Callback>,
    late: BTreeMap<u64, Callback>,
    count: u32,
}

impl Callbacks {
    /// The next number: high bits of the person, low bits of a counter, as Telegram makes them.
    pub fn next(&mut self, person: i64) -> (u64, String) {
        self.count = self.count.wrapping_add(1);
        let number = u64::from(self.count);
        (number, ((person.unsigned_abs() << 32) | number).to_string())
    }

    /// Adds a press.
    pub fn insert(&mut self, number: u64, callback: Callback) {
        self.open.insert(number, callback);
    }

    /// Takes a press to answer it.
    pub fn take(&mut self, id: &str) -> Option<(u64, Callback)> {
        let number = id.parse::<u64>().ok()? & u64::from(u32::MAX);
        let map = if self.open.contains_key(&number) {
            &mut self.open
        } else {
            &mut self.late
        };
        if map.get(&number)?.id != id {
            return None;
        }
        map.remove(&number).map(|callback| (number, callback))
    }

    /// Moves on in time: the presses that became late, and those that can't be answered now.
    pub fn tick(&mut self, now: i64) -> (Vec<Callback>, Vec<(u64, Callback)>) {
        let mut late = Vec::new();
        while let Some(first) = self.open.first_entry() {
            if first.get().at + LATE_AFTER >= now {
                break;
            }
            let (number, callback) = first.remove_entry();
            late.push(callback.clone());
            self.late.insert(number, callback);
        }
        let mut dead = Vec::new();
        while let Some(first) = self.late.first_entry() {
            if first.get().at + DEAD_AFTER >= now {
                break;
            }
            dead.push(first.remove_entry());
        }
        (late, dead)
    }

    /// Presses don't age while a test or a visitor lets time pass.
    pub fn shift(&mut self, seconds: i64) {
        for callback in self.open.values_mut().chain(self.late.values_mut()) {
            callback.at += seconds;
        }
    }

    /// All without an answer.
    pub fn unanswered(&self) -> Vec<&Callback> {
        self.late.values().chain(self.open.values()).collect()
    }
}
