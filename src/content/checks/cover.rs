//! What a person may need and must get: first aid at every emergency, advice for every answer.

use crate::{
    content::{draft::Draft, files::Files, problem::Findings},
    model::{Field, Level, Trigger},
};

/// Its first aid hangs on the danger sign itself.
const BY_SIGN: &str = "danger_sign";
const ADVISED: [Field; 3] = [Field::Symptoms, Field::Context, Field::Lifestyle];

/// First aid for each danger sign and emergency rule; advice for each symptom, context and habit.
pub(super) fn check(draft: &Draft, files: &Files, findings: &mut Findings) {
    // What could not be read may be just what is missing.
    if !findings.unread("first_aid.toml") {
        first_aid(draft, files, findings);
    }
    if !findings.unread("advice.toml") {
        advice(draft, files, findings);
    }
}

fn first_aid(draft: &Draft, files: &Files, findings: &mut Findings) {
    let at = files.top("first_aid.toml");
    for (sign, index) in told(Field::DangerSigns) {
        if !draft
            .first_aid
            .iter()
            .any(|row| row.item.trigger == Trigger::Sign(index))
        {
            findings.problem(&at, format!("no first aid for the danger sign `{sign}`"));
        }
    }
    for row in &draft.rules {
        let rule = &row.item.rule;
        let aided = |trigger: &Trigger| matches!(trigger, Trigger::Rule(id) if *id == rule.id);
        if rule.level == Level::Emergency
            && rule.id.as_str() != BY_SIGN
            && !draft.first_aid.iter().any(|row| aided(&row.item.trigger))
        {
            findings.problem(
                &row.at,
                format!("no first aid for the emergency `{}`", rule.id),
            );
        }
    }
}

fn advice(draft: &Draft, files: &Files, findings: &mut Findings) {
    let at = files.top("advice.toml");
    for field in ADVISED {
        for (value, index) in told(field) {
            if !draft
                .advice
                .iter()
                .any(|row| row.item.factor == Some((field, index)))
            {
                findings.problem(&at, format!("no advice for `{}` `{value}`", field.name()));
            }
        }
    }
}

/// The values that say something: not `none`, not `not_sure`.
fn told(field: Field) -> impl Iterator<Item = (&'static str, u8)> {
    let values = field.values().iter().copied().zip(0..);
    values.filter(move |(_, index)| !field.stands_alone(*index))
}
