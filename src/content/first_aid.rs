//! First aid for danger signs and for rules that fired.

use serde::Deserialize;
use toml::Spanned;

use crate::model::{Field, FirstAid, PieceId, RuleId, Trigger};

use super::{
    conditions::RawCondition,
    draft::{Row, ranked},
    files::Files,
    problem::Findings,
    reader::Reader,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFirstAid {
    id: Spanned<String>,
    sign: Option<Spanned<String>>,
    rule: Option<Spanned<String>>,
    #[serde(default)]
    at_emergency: bool,
    #[serde(default)]
    when: RawCondition,
    rank: u32,
    #[serde(default)]
    sources: Vec<Spanned<String>>,
}

/// Reads first aid, what to do first comes first.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<FirstAid>> {
    let Some(mut reader) = Reader::open(files, "first_aid.toml", findings) else {
        return Vec::new();
    };
    let rows = reader.rows::<RawFirstAid>("first_aid");
    let pieces = rows
        .iter()
        .filter_map(|raw| Some((raw.rank, first_aid(&mut reader, raw)?)))
        .collect();
    reader.close(&["first_aid"]);
    ranked(pieces)
}

fn first_aid(reader: &mut Reader<'_, '_>, raw: &RawFirstAid) -> Option<Row<FirstAid>> {
    let at = reader.id(&raw.id);
    let first_aid = FirstAid {
        id: PieceId::from(raw.id.get_ref().as_str()),
        trigger: trigger(reader, raw)?,
        at_emergency: raw.at_emergency,
        when: reader.condition(&raw.when),
        sources: reader.cite(&raw.sources),
    };
    Some(Row {
        at,
        item: first_aid,
    })
}

fn trigger(reader: &mut Reader<'_, '_>, raw: &RawFirstAid) -> Option<Trigger> {
    match (&raw.sign, &raw.rule) {
        (Some(sign), None) => reader.value(Field::DangerSigns, sign).map(Trigger::Sign),
        (None, Some(rule)) => Some(Trigger::Rule(RuleId::from(rule.get_ref().as_str()))),
        _ => {
            reader.lose(
                &raw.id.span(),
                "first aid is for one `sign` or for one `rule`",
            );
            None
        }
    }
}
