//! Twitchwise: a Telegram bot for people with muscle twitches.
//!
//! `update → parse → Event → step → Step { session, effects } → render → commit → send`: every
//! decision is a value made by pure code; only the outer ring (`telegram`, `store`, `app`) waits.

pub mod app;
pub mod content;
pub mod emulator;
pub mod language;
pub mod machine;
pub mod model;
pub mod schedule;
pub mod store;
pub mod telegram;
pub mod triage;
