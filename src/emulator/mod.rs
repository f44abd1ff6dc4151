//! Telegram's servers and people's phones on loopback: an independent witness of the bot.
//!
//! `world` is pure; `rules` knows what Telegram accepts; `faults` decides which calls go wrong;
//! `http` plays the Bot API and the people API. Nothing here uses anything else of this crate.

pub mod clock;
pub mod faults;
mod http;
mod port;
pub mod rules;
mod shared;
mod webhook;
pub mod world;

pub use clock::Clock;
pub use faults::{Fault, Faults, Refusal};
pub use port::{Emulator, Options};
pub use world::error::ApiError;
pub use world::people::Tap;
