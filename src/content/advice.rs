//! What a person can do, piece by piece.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::model::{Advice, Field, PieceId};

use super::{
    conditions::RawCondition,
    draft::{Row, ranked},
    files::Files,
    problem::Findings,
    reader::Reader,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAdvice {
    id: Spanned<String>,
    #[serde(rename = "for")]
    factor: Option<Spanned<BTreeMap<Spanned<String>, Spanned<String>>>>,
    rank: u32,
    levels: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    when: RawCondition,
    #[serde(default)]
    sources: Vec<Spanned<String>>,
}

/// Reads the advice, most useful first.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<Advice>> {
    let Some(mut reader) = Reader::open(files, "advice.toml", findings) else {
        return Vec::new();
    };
    let rows = reader.rows::<RawAdvice>("advice");
    let advice = rows
        .iter()
        .map(|raw| (raw.rank, advice(&mut reader, raw)))
        .collect();
    reader.close(&["advice"]);
    ranked(advice)
}

fn advice(reader: &mut Reader<'_, '_>, raw: &RawAdvice) -> Row<Advice> {
    let at = reader.id(&raw.id);
    let advice = Advice {
        id: PieceId::from(raw.id.get_ref().as_str()),
        factor: factor(reader, raw),
        levels: reader.levels(raw.levels.as_deref()),
        when: reader.condition(&raw.when),
        sources: reader.cite(&raw.sources),
    };
    Row { at, item: advice }
}

fn factor(reader: &mut Reader<'_, '_>, raw: &RawAdvice) -> Option<(Field, u8)> {
    let factor = raw.factor.as_ref()?;
    if factor.get_ref().len() != 1 {
        reader.problem(
            &factor.span(),
            "`for` names one field and one of its values",
        );
    }
    let (field, value) = factor.get_ref().first_key_value()?;
    let field = reader.field(field)?;
    Some((field, reader.value(field, value)?))
}
