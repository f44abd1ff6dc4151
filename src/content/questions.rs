//! How people ask for a topic: example questions, which the ranking of topics learns from.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::model::{Example, PieceId};

use super::{about::LANGUAGE, draft::Row, files::Files, problem::Findings, reader::Reader, topics};

/// Where the examples stand, below the root.
pub(super) fn path() -> String {
    format!("{LANGUAGE}/questions.toml")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestions {
    id: Spanned<String>,
    /// Questions for the general answer.
    ask: Vec<Spanned<String>>,
    /// Questions for an answer within the topic.
    #[serde(default)]
    answers: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

/// Reads the example questions.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<Example>> {
    let Some(mut reader) = Reader::open(files, &path(), findings) else {
        return Vec::new();
    };
    let mut examples = Vec::new();
    for raw in reader.rows::<RawQuestions>("topic") {
        let Some(topic) = topics::named(&mut reader, &raw.id) else {
            continue;
        };
        let general = raw.ask.into_iter().map(|text| (None, text));
        let within = raw.answers.into_iter().flat_map(|(id, texts)| {
            let id = PieceId::from(id.get_ref().as_str());
            texts.into_iter().map(move |text| (Some(id.clone()), text))
        });
        for (answer, text) in general.chain(within) {
            examples.push(Row {
                at: reader.at(&text.span()),
                item: Example {
                    topic,
                    answer,
                    text: text.into_inner(),
                },
            });
        }
    }
    reader.close(&["topic"]);
    examples
}
