//! From typed words to what they say. Pure, no model, no network.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod answer;
mod danger;
mod duration;
mod normal;

pub use answer::{Reading, control, names_option, read_answer, read_country};
pub use danger::{danger_signs, fears_nerve_disease, is_crisis, is_danger_phrase};
pub use normal::normalise;
