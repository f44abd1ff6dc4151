//! Danger signs and crisis words in free text: read before anything else.

use jiff::civil::Date;

use crate::model::{
    DangerSign, Lexicon, Value as _,
    grammar::{Concept, Cue},
};

use super::{
    marks::Mark,
    matching::Hit,
    message::Message,
    normal::{has_phrase, normalise},
    scene::Scene,
    understand::{Intent, understand},
};

/// How many words a denial may stand before words of crisis. Where in doubt, it is one.
const CRISIS_DENIAL: usize = 3;

/// Whether the message speaks of danger or of crisis: what must never be passed over.
pub fn tells_of_danger(lexicon: &Lexicon, text: &str, today: Date) -> bool {
    let intent = understand(lexicon, text, today).intent;
    matches!(intent, Intent::Emergency | Intent::Crisis)
}

/// Whether the whole message is one phrase that tells of a danger sign.
pub fn is_danger_phrase(lexicon: &Lexicon, text: &str) -> bool {
    let message = Message::read(&lexicon.grammar, text, Date::ZERO);
    let scene = message.scene();
    let count = scene.words.list.len();
    let whole = |hit: &Hit| hit.from == 0 && hit.to == count;
    signs(&scene).iter().any(|(_, hit)| whole(hit))
}

/// Whether the message speaks of a nerve disease that the person fears.
pub fn fears_nerve_disease(lexicon: &Lexicon, text: &str) -> bool {
    let text = normalise(text);
    lexicon
        .nerve_disease
        .iter()
        .any(|phrase| has_phrase(&text, phrase))
}

/// Whether words of crisis stand, neither denied right before nor a figure of speech.
pub(super) fn crisis(scene: &Scene<'_>) -> bool {
    let mut words = scene.hits().filter(|hit| hit.concept == Concept::Crisis);
    words.any(|hit| {
        let far = CRISIS_DENIAL + scene.longest();
        let near = hit.from.saturating_sub(far)..hit.from;
        let denied = scene.cues_from(Cue::Denial, near).any(|cue| {
            cue.to <= hit.from
                && cue.to + CRISIS_DENIAL > hit.from
                && scene.same_sentence(cue.from, hit.from)
                && !scene.is_marked(cue.from, Mark::CrisisOwn)
        });
        !denied && !scene.figure(hit)
    })
}

/// The danger signs that stand, each with where.
pub(super) fn signs(scene: &Scene<'_>) -> Vec<(u8, Hit)> {
    let mut signs = Vec::new();
    for hit in scene.hits() {
        if let Concept::Danger(sign) = hit.concept
            && stands(scene, sign, hit)
        {
            signs.push((sign, *hit));
        }
    }
    signs
}

fn stands(scene: &Scene<'_>, sign: u8, hit: &Hit) -> bool {
    let meaning = scene.meaning(hit);
    if !meaning.stands() {
        return false;
    }
    let is = |one: DangerSign| one.index() == sign;
    // What comes slowly is a symptom, unless the person can't breathe or swallow.
    let slow = is(DangerSign::SlurredSpeech)
        || is(DangerSign::Confusion)
        || is(DangerSign::OneSided)
        || ((is(DangerSign::TroubleBreathing) || is(DangerSign::TroubleSwallowing))
            && !scene.cant(hit));
    if slow && meaning.gradual {
        return false;
    }
    let flat = scene.any_marked(hit.from..hit.to, Mark::LyingDown);
    !(is(DangerSign::TroubleBreathing) && flat && !meaning.now)
}
