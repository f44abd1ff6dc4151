//! The triage rules, with their worked cases.

use serde::Deserialize;
use toml::Spanned;

use crate::model::{Case, Level, Rule, RuleId};

use super::{
    answers::RawAnswers,
    conditions::RawCondition,
    draft::{Row, RuleRow},
    files::Files,
    problem::{Findings, Place},
    reader::Reader,
};

/// One file a level, most serious first.
const FILES: [(&str, Level); 3] = [
    ("rules/emergency.toml", Level::Emergency),
    ("rules/urgent.toml", Level::Urgent),
    ("rules/see_doctor.toml", Level::SeeDoctor),
];

/// What a follow-up can be answered with; only the last one matters to a rule.
const FOLLOW_UPS: [&str; 4] = ["gone", "better", "same", "worse"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: Spanned<String>,
    level: Spanned<String>,
    #[serde(default)]
    sources: Vec<Spanned<String>>,
    #[serde(default)]
    sources_by_sign: bool,
    when: Spanned<RawCondition>,
    #[serde(default)]
    unless: RawCondition,
    #[serde(default)]
    case: Vec<Spanned<RawCase>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCase {
    note: String,
    answers: RawAnswers,
    follow_up: Option<Spanned<String>>,
    fires: bool,
}

/// Reads the rules, most serious first.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<RuleRow>> {
    let mut rules = Vec::new();
    for (path, level) in FILES {
        let Some(mut reader) = Reader::open(files, path, findings) else {
            continue;
        };
        for raw in reader.rows::<RawRule>("rule") {
            rules.push(rule(&mut reader, &raw, level));
        }
        reader.close(&["rule"]);
    }
    rules
}

fn rule(reader: &mut Reader<'_, '_>, raw: &RawRule, level: Level) -> Row<RuleRow> {
    let at = reader.id(&raw.id);
    if reader.level(&raw.level).is_some_and(|named| named != level) {
        let message = format!(
            "a rule of level `{}` in the file of another",
            raw.level.get_ref()
        );
        reader.problem(&raw.level.span(), message);
    }
    if raw.when.get_ref().is_empty() {
        reader.problem(
            &raw.when.span(),
            "without alternatives the rule never fires",
        );
    }
    let (cases, notes) = raw.case.iter().map(|raw| case(reader, raw)).unzip();
    let rule = Rule {
        id: RuleId::from(raw.id.get_ref().as_str()),
        level,
        when: reader.condition(raw.when.get_ref()),
        unless: reader.condition(&raw.unless),
        sources: reader.cite(&raw.sources),
        sources_by_sign: raw.sources_by_sign,
        cases,
    };
    Row {
        at,
        item: RuleRow { rule, notes },
    }
}

fn case(reader: &mut Reader<'_, '_>, raw: &Spanned<RawCase>) -> (Case, (Place, String)) {
    let at = reader.at(&raw.span());
    let raw = raw.get_ref();
    let worse = raw.follow_up.as_ref().is_some_and(|answer| {
        if !FOLLOW_UPS.contains(&answer.get_ref().as_str()) {
            reader.unknown("follow-up answer", answer, FOLLOW_UPS);
        }
        answer.get_ref() == "worse"
    });
    let case = Case {
        answers: reader.answers(&raw.answers),
        worse,
        fires: raw.fires,
    };
    (case, (at, raw.note.clone()))
}
