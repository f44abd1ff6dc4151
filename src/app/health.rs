//! Whether the bot lives, and whether it can do its work: for whoever watches over it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// What is known of the bot's state. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Health(Arc<State>);

#[derive(Default)]
struct State {
    started: AtomicBool,
    stopping: AtomicBool,
    lost: AtomicBool,
    telegram: AtomicBool,
}

impl Health {
    /// The bot takes updates in.
    pub(super) fn started(&self) {
        self.0.started.store(true, Ordering::Relaxed);
    }

    /// The bot was told to stop.
    pub(super) fn stopping(&self) {
        self.0.stopping.store(true, Ordering::Relaxed);
    }

    /// A part that the bot can't be without has ended.
    pub(super) fn lost(&self) {
        self.0.lost.store(true, Ordering::Relaxed);
    }

    /// Whether Telegram could be reached just now.
    pub(super) fn telegram(&self, reached: bool) {
        // Asked with each answer of Telegram: a line of memory that is shared is only read then.
        if self.0.telegram.load(Ordering::Relaxed) != reached {
            self.0.telegram.store(reached, Ordering::Relaxed);
        }
    }

    /// Whether all parts run.
    pub(super) fn is_alive(&self) -> bool {
        !self.0.lost.load(Ordering::Relaxed) || self.0.stopping.load(Ordering::Relaxed)
    }

    /// Why the bot can't do its work now, in one word, the store apart.
    pub(super) fn obstacle(&self) -> Option<&'static str> {
        let is = |flag: &AtomicBool| flag.load(Ordering::Relaxed);
        if is(&self.0.stopping) {
            Some("stopping")
        } else if is(&self.0.lost) {
            Some("part_ended")
        } else if !is(&self.0.telegram) {
            Some("telegram_unreachable")
        } else if !is(&self.0.started) {
            Some("starting")
        } else {
            None
        }
    }
}
