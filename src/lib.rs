//! Twitchwise: a Telegram bot for people with muscle twitches.

pub mod content;
pub mod language;
pub mod machine;
pub mod model;
pub mod telegram;
pub mod triage;
