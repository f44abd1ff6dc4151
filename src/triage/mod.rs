//! From the answers to what they lead to. Pure: the same answers always lead to the same outcome.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod change;
mod condition;
mod follow_up;
mod outcome;
mod passing;
mod regions;
mod report;

pub use change::{Cause, Change, Why};
pub use condition::{fires, holds};
pub use follow_up::{FollowUp, Followed, Now, Reply, follow_up};
pub use outcome::{Outcome, assess};
pub use report::{Report, report};
