//! The edge to Telegram: the only place besides `main` that names teloxide and dptree.
//!
//! In: raw updates → [`Incoming`]. Out: the effects of a step → [`Delivery`], rendered before the
//! commit, so that the outbox holds exactly what will be sent, whatever content comes later.

mod call;
mod delivery;
mod html;
mod incoming;
mod inline;
mod listener;
mod raw;
mod send;
mod setup;
mod token;
mod tree;

pub use call::CallError;
pub use delivery::{Body, Delivery, deliveries, kind_line};
pub use incoming::{Incoming, Target, command, incoming, is_command};
pub use listener::{Feed, Given, Listener, listener};
pub use raw::{Glance, RawUpdate, glance, poll, raw_update};
pub use send::{Sent, send};
pub use setup::{Me, delete_webhook, introduce, me, set_webhook};
pub use teloxide::{Bot, stop::StopToken, types::Update};
pub use token::{decode, encode};
pub use tree::{Handle, dispatch};
