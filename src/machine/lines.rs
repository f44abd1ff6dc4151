//! What an outcome says, line by line: reasons, first aid, advice, what to watch for, sources.

use crate::{
    model::{Catalog, Level, Text, keys},
    triage::Outcome,
};

use super::{review, screen::Block};

/// At an emergency: one line of reasons.
pub(super) fn reason_line(outcome: &Outcome<'_>) -> Option<Block> {
    let first = plain_reasons(outcome).into_iter().next()?;
    Some(Block::Para(Text::new(keys::WHY_LINE).with("reason", first)))
}

fn plain_reasons(outcome: &Outcome<'_>) -> Vec<Text> {
    outcome
        .reasons
        .iter()
        .map(|rule| Text::new(format!("rule-{}", rule.id)))
        .collect()
}

/// Which of the main questions have no answer.
pub(super) fn missing(outcome: &Outcome<'_>) -> Option<Block> {
    let items: Vec<_> = outcome
        .missing
        .iter()
        .map(|field| review::label(*field))
        .collect();
    let text = Text::new(keys::MISSING).with("items", items);
    (!outcome.missing.is_empty()).then_some(Block::Para(text))
}

/// Every reason with its sources; where no rule fired, that is the reason.
pub(super) fn reasons(outcome: &Outcome<'_>) -> Vec<Text> {
    if outcome.reasons.is_empty() {
        return vec![Text::new(keys::WHY_NOTHING)];
    }
    outcome
        .reasons
        .iter()
        .map(|rule| Text::reason(rule))
        .collect()
}

pub(super) fn first_aid(outcome: &Outcome<'_>) -> Vec<Text> {
    outcome.first_aid.iter().map(|aid| aid_text(aid)).collect()
}

pub(super) fn aid_text(aid: &crate::model::FirstAid) -> Text {
    Text::new(format!("first-aid-{}", aid.id))
}

pub(super) fn all_advice(outcome: &Outcome<'_>) -> Vec<Text> {
    outcome
        .advice
        .iter()
        .map(|advice| Text::new(format!("advice-{}", advice.id)))
        .collect()
}

pub(super) fn watch(outcome: &Outcome<'_>) -> Vec<Text> {
    outcome
        .watch
        .iter()
        .map(|watch| Text::new(format!("watch-{}", watch.id)))
        .collect()
}

pub(super) fn sources(outcome: &Outcome<'_>) -> Vec<Text> {
    outcome.sources.iter().map(|key| Text::cited(key)).collect()
}

/// The offer of a follow-up, in words, as long as the person has to come back by themselves.
pub(super) fn follow_up(outcome: &Outcome<'_>) -> Option<Block> {
    let days = outcome.follow_up_days?;
    let key = match outcome.level {
        Level::SeeDoctor => keys::FOLLOW_UP_APPOINTMENT,
        Level::SelfCare | Level::Urgent | Level::Emergency => keys::FOLLOW_UP,
    };
    Some(Block::Para(Text::new(key).with("days", i64::from(days))))
}

pub(super) fn titled(key: &'static str, lines: Vec<Text>) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(Text::new(key)), Block::Bullets(lines)]
}

/// The foot of every outcome: no diagnosis, which content, reviewed when.
pub(super) fn foot() -> Block {
    Block::Small(Text::foot())
}

/// What the doctor is likely to ask and do.
pub(super) fn visit(catalog: &Catalog) -> Vec<Block> {
    let questions = catalog
        .doctor_questions
        .iter()
        .map(|q| Text::new(format!("doctor-question-{}", q.id)));
    let tests = catalog
        .doctor_tests
        .iter()
        .map(|t| Text::new(format!("doctor-test-{}", t.id)));
    let mut blocks = titled(keys::DOCTOR_QUESTIONS, questions.collect());
    blocks.extend(titled(keys::DOCTOR_TESTS, tests.collect()));
    blocks
}
