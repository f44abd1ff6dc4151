//! What the doctor is likely to ask and to do.

use serde::Deserialize;
use toml::Spanned;

use crate::model::{DoctorItem, PieceId};

use super::{draft::Row, files::Files, problem::Findings, reader::Reader};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItem {
    id: Spanned<String>,
    #[serde(default)]
    sources: Vec<Spanned<String>>,
}

/// The questions and the tests of a visit, in their order.
#[derive(Debug, Default)]
pub(super) struct Visit {
    pub(super) questions: Vec<Row<DoctorItem>>,
    pub(super) tests: Vec<Row<DoctorItem>>,
}

/// Reads the doctor's visit.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Visit {
    let Some(mut reader) = Reader::open(files, "doctor.toml", findings) else {
        return Visit::default();
    };
    let visit = Visit {
        questions: items(&mut reader, "question"),
        tests: items(&mut reader, "test"),
    };
    reader.close(&["question", "test"]);
    visit
}

fn items(reader: &mut Reader<'_, '_>, name: &str) -> Vec<Row<DoctorItem>> {
    let rows = reader.rows::<RawItem>(name);
    rows.iter()
        .map(|raw| {
            let id = PieceId::from(raw.id.get_ref().as_str());
            let at = reader.id(&raw.id);
            Row {
                at,
                item: DoctorItem {
                    id,
                    sources: reader.cite(&raw.sources),
                },
            }
        })
        .collect()
}
