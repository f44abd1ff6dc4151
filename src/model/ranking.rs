//! What topics are ranked by: example questions as weighted words. Filled by `language`.

use rustc_hash::FxHashMap;

use super::{id::PieceId, topic::Topic};

/// An example question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The topic that it asks for.
    pub topic: Topic,
    /// The answer within the topic; none: the general one.
    pub answer: Option<PieceId>,
}

/// The index of all examples.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ranking {
    /// The examples.
    pub documents: Vec<Document>,
    /// Words that only one answer of a topic is asked for with, by topic and word: its document.
    pub telling: FxHashMap<(Topic, u32), u32>,
    /// The rows of `postings` by word.
    pub terms: FxHashMap<u32, u32>,
    /// How rare each word is.
    pub rarity: Vec<f32>,
    /// The examples that have a word, each with its weight there.
    pub postings: Vec<Vec<(u32, f32)>>,
}
