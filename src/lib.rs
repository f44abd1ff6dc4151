//! Twitchwise.

pub mod emulator;
