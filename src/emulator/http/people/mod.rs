//! The people API: what a phone does, over HTTP.

pub(super) mod act;
pub(super) mod add;
pub(super) mod chat;
pub(super) mod inline;
pub(super) mod state;
