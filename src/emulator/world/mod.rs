//! The world a bot lives in: people, chats, messages, and what waits for the bot.
//!
//! Pure: no clock, no randomness, no input or output. The time and a seed come in as arguments.

pub mod bot;
pub mod call;
pub mod callback;
pub mod chat;
mod delivery;
pub mod error;
pub mod file;
pub mod inline;
pub mod message;
mod methods;
pub mod params;
pub mod people;
pub mod person;
pub mod queue;
mod show;
mod update;
pub mod view;
pub mod violation;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use bot::Bot;
use callback::{Callback, Callbacks};
use chat::Chat;
use file::Files;
use inline::Inline;
use person::Person;
use queue::Queue;
use violation::{Violation, ViolationKind};

/// How many violations are kept.
const KEPT_VIOLATIONS: usize = 10_000;

/// Counts of what happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Stats {
    /// Calls by method.
    pub calls: BTreeMap<&'static str, u64>,
    /// Updates handed to the bot, again counted when handed over again.
    pub updates_delivered: u64,
}

/// Who has to be told about changes.
#[derive(Debug, Default)]
pub struct Changes {
    /// New updates wait for the bot, or the webhook changed.
    pub updates: bool,
    /// Chats whose phones have something new.
    pub chats: BTreeSet<i64>,
    /// All phones have something new.
    pub everywhere: bool,
}

/// The whole world.
#[derive(Debug)]
pub struct World {
    /// The bot.
    pub(crate) bot: Bot,
    /// Updates that wait for the bot.
    pub(crate) queue: Queue,
    people: BTreeMap<i64, Person>,
    chats: BTreeMap<i64, Chat>,
    callbacks: Callbacks,
    inline: Inline,
    files: Files,
    violations: VecDeque<Violation>,
    stats: Stats,
    changes: Changes,
    /// Counts changes that all phones see, such as commands.
    everywhere: u64,
    seed: u64,
    last_person: i64,
    last_group: i64,
}

impl World {
    /// An empty world with one bot. The seed decides where ids start.
    pub fn new(seed: u64, token: &str, username: &str) -> Self {
        let start = i64::try_from(seed.wrapping_mul(7919) % 100_000_000).unwrap_or_default();
        Self {
            bot: Bot::new(token, username),
            queue: Queue::new(100_000_000 + start),
            people: BTreeMap::new(),
            chats: BTreeMap::new(),
            callbacks: Callbacks::default(),
            inline: Inline::default(),
            files: Files::default(),
            violations: VecDeque::new(),
            stats: Stats::default(),
            changes: Changes::default(),
            everywhere: 0,
            seed,
            last_person: 700_000_000 + start,
            last_group: -1_001_000_000_000 - start,
        }
    }

    /// The person with this id.
    pub fn person(&self, id: i64) -> Option<&Person> {
        self.people.get(&id)
    }

    /// All people.
    pub fn everybody(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }

    /// The chat with this id.
    pub fn chat(&self, id: i64) -> Option<&Chat> {
        self.chats.get(&id)
    }

    /// Counts so far.
    pub fn stats(&self) -> &Stats {
        &self.stats
    }

    /// A kept file.
    pub fn file(&self, id: &str) -> Option<std::sync::Arc<file::File>> {
        self.files.get(id).cloned()
    }

    /// A kept file by its path for downloads.
    pub fn file_at(&self, path: &str) -> Option<std::sync::Arc<file::File>> {
        self.files.at(path).cloned()
    }

    /// What the bot did wrong so far.
    pub fn violations(&self) -> Vec<&Violation> {
        self.violations.iter().collect()
    }

    /// Presses the bot hasn't answered yet.
    pub fn unanswered(&self) -> Vec<&Callback> {
        self.callbacks.unanswered()
    }

    /// Takes the list of who has to be told about changes.
    pub fn take_changes(&mut self) -> Changes {
        std::mem::take(&mut self.changes)
    }

    /// Records what the bot did wrong.
    pub(crate) fn violate(
        &mut self,
        kind: ViolationKind,
        method: &str,
        chat_id: Option<i64>,
        detail: impl Into<String>,
        now: i64,
    ) {
        if self.violations.len() >= KEPT_VIOLATIONS {
            self.violations.pop_front();
        }
        let violation = Violation {
            at: now,
            method: method.to_owned(),
            kind,
            chat_id,
            detail: detail.into(),
        };
        log::debug!("violation: {violation:?}");
        self.violations.push_back(violation);
    }

    /// Marks a chat as changed for its phones.
    pub(crate) fn touch(&mut self, chat_id: i64) {
        if let Some(chat) = self.chats.get_mut(&chat_id) {
            chat.version += 1;
            self.changes.chats.insert(chat_id);
        }
    }

    /// Marks every phone as changed.
    pub(crate) fn touch_everywhere(&mut self) {
        self.everywhere += 1;
        self.changes.everywhere = true;
    }

    /// Moves on in time: presses that were never answered become violations.
    pub fn tick(&mut self, now: i64) {
        let (late, dead) = self.callbacks.tick(now);
        for callback in late {
            let detail = format!("the press of {:?} was not answered in time", callback.data);
            let chat = Some(callback.chat_id);
            self.violate(ViolationKind::UnansweredCallback, "", chat, detail, now);
        }
        for (number, callback) in dead {
            self.end_press(callback.chat_id, number);
        }
    }

    /// Somebody moved the clock: presses that wait for an answer don't age by that.
    pub fn jumped(&mut self, seconds: i64) {
        self.callbacks.shift(seconds);
        self.touch_everywhere();
    }

    /// A press stops waiting.
    pub(crate) fn end_press(&mut self, chat_id: i64, number: u64) {
        if let Some(chat) = self.chats.get_mut(&chat_id) {
            chat.presses.retain(|press| press.query != number);
        }
        self.touch(chat_id);
    }
}
