//! What a message is for, weighed: the rules' findings and the words around them against what was
//! learned from thousands of messages.
//!
//! The rules see what they have patterns for; people write in more ways than that.

use crate::model::{
    Choices,
    appraisal::{self, Appraisal},
    grammar::Concept,
};

use super::{
    features::{self, Hashes, Read},
    matching::Hit,
    scene::Scene,
    understand::Intent,
};

/// In the order of the weights.
pub(super) const INTENTS: [Intent; appraisal::INTENTS] = [
    Intent::Emergency,
    Intent::Crisis,
    Intent::Describe,
    Intent::Ask,
    Intent::Unknown,
];
/// From this share on a message is taken for danger. It is low, since to miss one is
/// worse than any other mistake: chosen on messages that nothing was learned from, so that hardly one
/// is missed and of twenty that only look like it one raises an alarm at most.
const FROM: f32 = 0.15;
/// The same where the rules say so, too.
const FROM_BY_RULE: f32 = 0.1;
/// From this share on it is a crisis, and from this where the rules say so, too: a kind word too many
/// does less harm than an ambulance.
const CRISIS_FROM: f32 = 0.2;
const CRISIS_FROM_BY_RULE: f32 = 0.1;
/// For danger, where the rules find all of it denied.
const FROM_DENIED: f32 = 0.7;
/// From this score on a message is nearly an example question.
const WELL_KNOWN: f32 = 0.9;
/// To say that one has not understood is worth less than an answer that may fit.
const UNKNOWN_COUNTS: f32 = 0.6;
/// Of so few words the rules know best: an answer to a question, the words of a button.
const FEW_WORDS: usize = 3;

/// The names of the intents, in the order of the weights.
pub fn intent_names() -> [&'static str; appraisal::INTENTS] {
    INTENTS.map(Intent::name)
}

/// The intent of that name.
pub fn intent_named(name: &str) -> Option<Intent> {
    INTENTS.into_iter().find(|intent| intent.name() == name)
}

/// What a message is for, all things weighed.
pub(super) fn intent(appraisal: &Appraisal, read: &Read<'_, '_>) -> Intent {
    let rules_know = read.scene.words.list.len() <= FEW_WORDS
        && matches!(read.by_rule, Intent::Emergency | Intent::Crisis);
    if appraisal.intents.0.is_empty() || rules_know {
        return read.by_rule;
    }
    let mut found = Hashes::default();
    features::of_message(read, &mut found);
    let shares = appraisal.intents.shares(&distinct(found));
    let [danger, crisis, ..] = shares;
    let crisis_from = if read.crisis {
        CRISIS_FROM_BY_RULE
    } else {
        CRISIS_FROM
    };
    // Where it may be either, crisis: its words name the emergency number as well.
    if crisis >= crisis_from && crisis >= danger / 2.0 {
        return Intent::Crisis;
    }
    let danger_from = if read.all_denied() {
        FROM_DENIED
    } else if read.signs.is_empty() {
        FROM
    } else {
        FROM_BY_RULE
    };
    if danger >= danger_from {
        return Intent::Emergency;
    }
    let others = INTENTS.iter().zip(shares).skip(2);
    let others = others.map(|(intent, share)| match intent {
        Intent::Unknown => (intent, share * UNKNOWN_COUNTS),
        Intent::Emergency | Intent::Crisis | Intent::Describe | Intent::Ask => (intent, share),
    });
    let best = others.max_by(|(_, a), (_, b)| a.total_cmp(b));
    let best = best.map_or(Intent::Unknown, |(intent, _)| *intent);
    // What somebody wrote down as a question is one, however few words it has.
    let nearest = read.ranked.first().map_or(0.0, |ranked| ranked.score);
    let well_known = read.by_rule == Intent::Ask && nearest >= WELL_KNOWN;
    let example = || read.ranked.iter().any(|ranked| ranked.example);
    if best == Intent::Unknown && (well_known || example()) {
        return Intent::Ask;
    }
    best
}

fn distinct(Hashes(mut hashes): Hashes) -> Vec<u64> {
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// Which danger a message tells of that is one: what stands by the rules, else what it speaks of, else
/// what such messages mostly tell of.
pub(super) fn signs(appraisal: &Appraisal, scene: &Scene<'_>, standing: &[(u8, Hit)]) -> Choices {
    if !standing.is_empty() {
        return Choices::of(standing.iter().map(|(sign, _)| *sign));
    }
    let spoken_of = scene.hits().filter_map(|hit| match hit.concept {
        Concept::Danger(sign) if !scene.figure(hit) => Some(sign),
        Concept::Danger(_)
        | Concept::Crisis
        | Concept::Value(..)
        | Concept::Twitch
        | Concept::Topic(..)
        | Concept::Cue(_) => None,
    });
    let spoken_of = Choices::of(spoken_of);
    if !spoken_of.is_empty() {
        return spoken_of;
    }
    let mut found = Hashes::default();
    features::of_words(scene, &mut found);
    let shares = appraisal.signs.shares(&distinct(found));
    let best = (0..).zip(shares).max_by(|(_, a), (_, b)| a.total_cmp(b));
    best.map_or(Choices::EMPTY, |(sign, _)| Choices::one(sign))
}
