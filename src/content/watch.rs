//! Changes that should make the person get help sooner.

use serde::Deserialize;
use toml::Spanned;

use crate::model::{PieceId, Watch};

use super::{
    conditions::RawCondition,
    draft::{Row, ranked},
    files::Files,
    problem::Findings,
    reader::Reader,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWatch {
    id: Spanned<String>,
    rank: u32,
    levels: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    when: RawCondition,
    #[serde(default)]
    sources: Vec<Spanned<String>>,
}

/// Reads what to watch for, most serious first.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<Watch>> {
    let Some(mut reader) = Reader::open(files, "watch.toml", findings) else {
        return Vec::new();
    };
    let rows = reader.rows::<RawWatch>("watch");
    let watch = rows
        .iter()
        .map(|raw| (raw.rank, watch(&mut reader, raw)))
        .collect();
    reader.close(&["watch"]);
    ranked(watch)
}

fn watch(reader: &mut Reader<'_, '_>, raw: &RawWatch) -> Row<Watch> {
    let at = reader.id(&raw.id);
    let watch = Watch {
        id: PieceId::from(raw.id.get_ref().as_str()),
        levels: reader.levels(raw.levels.as_deref()),
        when: reader.condition(&raw.when),
        sources: reader.cite(&raw.sources),
    };
    Row { at, item: watch }
}
