//! From typed words to what they say. Pure, no model, no network.

mod answer;
mod danger;
mod duration;
mod normal;

pub use answer::{Reading, control, names_option, read_answer, read_country};
pub use danger::{danger_signs, fears_nerve_disease, is_crisis, is_danger_phrase};
pub use normal::normalise;
