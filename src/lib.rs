//! Twitchwise.
