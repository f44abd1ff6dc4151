//! What an assessment leads to, as rows of the content.

use std::collections::BTreeSet;

use crate::model::{
    Advice, Assessment, Band, Catalog, Choices, Condition, Field, FirstAid, Level, Rule, SourceKey,
    Trigger, Value, Watch,
};

use super::condition::Facts;

/// What an assessment leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome<'c> {
    /// The highest level of the rules that fired.
    pub level: Level,
    /// The key questions that were not answered.
    pub missing: Vec<Field>,
    /// Every rule that fired, most serious first.
    pub reasons: Vec<&'c Rule>,
    /// First aid for the danger signs chosen and the rules that fired, what to do first comes first.
    pub first_aid: Vec<&'c FirstAid>,
    /// Advice for the answers given, most useful first; none at an emergency.
    pub advice: Vec<&'c Advice>,
    /// Changes to watch for, most serious first.
    pub watch: Vec<&'c Watch>,
    /// When to ask again, in days; none at an emergency.
    pub follow_up_days: Option<u32>,
    /// The sources of everything said, each once, in the order of reasons, first aid, advice, watch.
    pub sources: Vec<&'c SourceKey>,
}

/// Applies the rules. No rule lowers the level. `worse`: a follow-up says that it is worse.
pub fn assess<'c>(catalog: &'c Catalog, answers: &Assessment, worse: bool) -> Outcome<'c> {
    judge(catalog, Facts::of(answers, worse))
}

/// Applies the rules to these facts.
pub(super) fn judge<'c>(catalog: &'c Catalog, facts: Facts<'_>) -> Outcome<'c> {
    let answers = facts.answers;
    let reasons: Vec<&Rule> = catalog
        .rules
        .iter()
        .filter(|rule| facts.fire(rule))
        .collect();
    let level = reasons
        .iter()
        .map(|rule| rule.level)
        .max()
        .unwrap_or(Level::SelfCare);
    let fits = |when: &Condition| when.0.is_empty() || facts.meet(when);
    let mut outcome = Outcome {
        level,
        missing: answers.missing().collect(),
        first_aid: first_aid(catalog, answers, level, &reasons)
            .filter(|aid| fits(&aid.when))
            .collect(),
        advice: catalog
            .advice
            .iter()
            .filter(|advice| {
                advice.levels.contains(&level)
                    && advice
                        .factor
                        .is_none_or(|(field, value)| advised(facts, field).has(value))
                    && fits(&advice.when)
            })
            .collect(),
        watch: catalog
            .watch
            .iter()
            .filter(|watch| watch.levels.contains(&level) && fits(&watch.when))
            .collect(),
        follow_up_days: follow_up_days(level, answers),
        reasons,
        sources: Vec::new(),
    };
    outcome.sources = outcome.cited();
    outcome
}

impl<'c> Outcome<'c> {
    /// Where a reason comes from; for danger signs, the sources of the signs chosen.
    pub fn sources_of(&self, rule: &'c Rule) -> Vec<&'c SourceKey> {
        if !rule.sources_by_sign {
            return rule.sources.iter().collect();
        }
        let by_sign = self
            .first_aid
            .iter()
            .filter(|aid| matches!(aid.trigger, Trigger::Sign(_)));
        let mut sources: Vec<_> = by_sign.flat_map(|aid| &aid.sources).collect();
        sources.sort();
        sources.dedup();
        sources
    }

    fn cited(&self) -> Vec<&'c SourceKey> {
        let keys = (self.reasons.iter().flat_map(|rule| self.sources_of(rule)))
            .chain(self.first_aid.iter().flat_map(|aid| &aid.sources))
            .chain(self.advice.iter().flat_map(|advice| &advice.sources))
            .chain(self.watch.iter().flat_map(|watch| &watch.sources));
        let mut seen = BTreeSet::new();
        keys.filter(|key| seen.insert(*key)).collect()
    }
}

/// The answers that advice responds to. What it says about the twitch's duration turns on the two
/// weeks, so it goes with the rule about them.
fn advised(facts: Facts<'_>, field: Field) -> Choices {
    if field == Field::Duration {
        facts.least_duration
    } else {
        facts.answers.get(field)
    }
}

/// At an emergency the aid of its signs and emergency rules, and what must be said there too; at
/// `urgent` that of every rule that fired; below that, advice says what there is to say.
fn first_aid<'c>(
    catalog: &'c Catalog,
    answers: &Assessment,
    level: Level,
    reasons: &[&'c Rule],
) -> impl Iterator<Item = &'c FirstAid> {
    let signs = answers.get(Field::DangerSigns);
    catalog
        .first_aid
        .iter()
        .filter(move |aid| match &aid.trigger {
            Trigger::Sign(sign) => signs.has(*sign),
            Trigger::Rule(id) => {
                let counts = |rule: &&Rule| match level {
                    Level::Emergency => rule.level == Level::Emergency || aid.at_emergency,
                    Level::Urgent => true,
                    Level::SeeDoctor | Level::SelfCare => false,
                };
                reasons.iter().any(|rule| rule.id == *id && counts(rule))
            }
        })
}

/// Source: the triage rules, "What every outcome contains", item 8.
fn follow_up_days(level: Level, answers: &Assessment) -> Option<u32> {
    let days_4_to_14 = answers.get(Field::Duration).has(Band::Days4To14.index());
    match level {
        Level::SelfCare if days_4_to_14 => Some(4),
        Level::SelfCare => Some(7),
        Level::SeeDoctor => Some(14),
        Level::Urgent => Some(1),
        Level::Emergency => None,
    }
}
