//! Twitchwise: a Telegram bot for people with muscle twitches.

pub mod model;
pub mod store;
pub mod triage;
