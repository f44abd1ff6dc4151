//! From typed words to what they say. Pure, no model, no network.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod answer;
mod danger;
mod duration;
mod normal;

pub use answer::{Reading, control, names_option, read_answer, read_country};
pub use danger::{danger_signs, fears_nerve_disease, is_crisis, is_danger_phrase};
pub use normal::normalise;

// PLACEHOLDER until the engine is merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    Emergency,
    Crisis,
    Describe,
    Ask,
    Unknown,
}
pub struct Asked {
    pub topic: crate::model::Topic,
    pub answer: Option<crate::model::PieceId>,
}
pub struct Understood {
    pub intent: Intent,
    pub topics: Vec<Asked>,
    pub nearest: Vec<crate::model::Topic>,
    pub assessment: crate::model::Assessment,
}
pub fn understand(_: &crate::model::Catalog, _: &str, _: jiff::civil::Date) -> Understood {
    Understood {
        intent: Intent::Unknown,
        topics: vec![],
        nearest: vec![],
        assessment: Default::default(),
    }
}
