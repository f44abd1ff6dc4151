//! From the answers to what they lead to. Pure: the same answers always lead to the same outcome.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod condition;
mod outcome;
mod regions;
mod report;

pub use condition::{fires, holds};
pub use outcome::{Outcome, assess};
pub use report::{Report, report};
