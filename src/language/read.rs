//! What the rules made of a message, for it to be weighed.

use crate::model::{Field, grammar::Concept};

use super::{matching::Hit, scene::Scene, topics::Ranked, understand::Intent};

/// What was read of a message besides its words.
pub(super) struct Read<'r, 'm> {
    pub(super) scene: &'r Scene<'m>,
    /// What the rules alone take it for.
    pub(super) by_rule: Intent,
    /// Where danger signs stand by the rules.
    pub(super) signs: &'r [(u8, Hit)],
    /// Whether words of crisis stand by the rules.
    pub(super) crisis: bool,
    pub(super) ranked: &'r [Ranked],
    /// The fields that it seems to answer.
    pub(super) fields: &'r [Field],
}

impl Read<'_, '_> {
    /// Whether danger is spoken of, and plainly denied each time.
    pub(super) fn all_denied(&self) -> bool {
        let dangers = self.scene.hits().filter(|hit| is_danger(hit));
        all(dangers, |hit| self.scene.denied(hit))
    }

    /// Whether the rules take it for a question or for what is told of a twitch.
    pub(super) const fn known(&self) -> bool {
        matches!(self.by_rule, Intent::Ask | Intent::Describe)
    }

    /// Whether there are words of danger, however they are meant.
    pub(super) fn speaks_of_danger(&self) -> bool {
        self.scene.hits().any(is_danger)
    }

    /// Whether there are words of crisis, however they are meant.
    pub(super) fn speaks_of_crisis(&self) -> bool {
        self.scene.hits().any(is_crisis)
    }

    /// Whether crisis is spoken of, and each time denied or a figure of speech.
    pub(super) fn no_crisis_meant(&self) -> bool {
        let crises = self.scene.hits().filter(|hit| is_crisis(hit));
        all(crises, |hit| {
            self.scene.denied(hit) || self.scene.figure(hit)
        })
    }
}

/// Whether there is one, and all are so.
fn all<'h>(hits: impl Iterator<Item = &'h Hit>, so: impl Fn(&Hit) -> bool) -> bool {
    let mut hits = hits.peekable();
    hits.peek().is_some() && hits.all(so)
}

pub(super) const fn is_danger(hit: &Hit) -> bool {
    matches!(hit.concept, Concept::Danger(_))
}

pub(super) const fn is_crisis(hit: &Hit) -> bool {
    matches!(hit.concept, Concept::Crisis)
}
