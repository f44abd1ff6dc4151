//! Short messages that are known word for word.

use crate::model::by_heart::ByHeart;

use super::{
    appraise::INTENTS,
    features::{hash, stop_between},
    scene::Scene,
    understand::Intent,
};

/// Messages of more words are hardly ever typed twice.
const MOST_WORDS: usize = 8;

/// What a message is for, where exactly this one is known.
pub(super) fn intent(by_heart: &ByHeart, scene: &Scene<'_>) -> Option<Intent> {
    let class = by_heart.intent(message(scene)?)?;
    INTENTS.get(class).copied()
}

/// The hash of all its words and the stops between them; none where there are too many words to know it by
/// heart, or none at all.
pub(super) fn message(scene: &Scene<'_>) -> Option<u64> {
    let words = &scene.words.texts;
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let mut pieces = vec!["m:"];
    for (at, word) in words.iter().enumerate() {
        pieces.push(stop_between(scene, at).unwrap_or(" "));
        pieces.push(word);
    }
    Some(hash(&pieces))
}
