//! One reminder: what it is about, and when it comes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{model::PieceId, schedule::Plan, triage::Followed};

/// One reminder.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Its number, never given twice to one person.
    pub id: u32,
    /// What it is about.
    pub about: About,
    /// When it is planned.
    pub plan: Plan,
    /// When it comes next; none: not by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Timestamp>,
    /// Whether the person put it off: `next` is the time they chose, whatever the plan says.
    #[serde(default)]
    pub put_off: bool,
    /// Whether the person paused it.
    #[serde(default)]
    pub paused: bool,
    /// Whether it came to be off because the person blocked the bot, and stayed off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_off: bool,
    /// It was due, but late and in quiet hours: it waits until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Timestamp>,
    /// When it was set.
    pub set_at: Timestamp,
    /// When it came last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_at: Option<Timestamp>,
}

/// What a reminder is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// "How is the twitch now?"
    FollowUp {
        /// How often it was asked without an answer.
        asked: u8,
        /// What is followed up.
        of: Box<Followed>,
    },
    /// A small daily nudge.
    Habit {
        /// Which one.
        habit: PieceId,
        /// Whether it has helped.
        #[serde(default)]
        helped: Helped,
    },
    /// What the person wants to be reminded of, in their own words.
    Own {
        /// The words; may be empty.
        words: String,
    },
}

/// Whether a nudge was asked about, a week after it was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Helped {
    /// Not yet.
    #[default]
    NotAsked,
    /// Together with the nudge that came then.
    Asked(Timestamp),
    /// It was, and the person told.
    Told,
}

impl Reminder {
    /// Whether it is one of the person's own.
    pub const fn is_own(&self) -> bool {
        matches!(self.about, About::Own { .. })
    }

    /// Whether it comes only when it is turned on again.
    pub const fn is_off(&self) -> bool {
        self.paused || self.left_off
    }

    /// It waits for that time, by its plan.
    pub(super) const fn waits(&mut self, next: Timestamp) {
        self.rests();
        self.next = Some(next);
    }

    /// It waits for nothing.
    pub(super) const fn rests(&mut self) {
        self.next = None;
        self.held = None;
        self.put_off = false;
        self.paused = false;
        self.left_off = false;
    }
}
