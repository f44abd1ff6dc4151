//! The store on real SQLite files: what it keeps, in which order, and what it forgets.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod commits;
mod inbox;
mod place;
mod privacy;
mod start;
mod upkeep;
