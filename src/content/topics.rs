//! The quick-question topics and the answers within them.

use serde::Deserialize;
use toml::Spanned;

use crate::model::{PieceId, SubAnswer, Topic, TopicEntry};

use super::{
    conditions::RawCondition,
    draft::Row,
    files::Files,
    problem::{Findings, Place},
    reader::Reader,
};

/// A topic, and where each of its answers stands.
#[derive(Debug)]
pub(super) struct TopicRow {
    pub(super) entry: TopicEntry,
    pub(super) answers_at: Vec<Place>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopic {
    id: Spanned<String>,
    check: bool,
    related: Vec<Spanned<String>>,
    #[serde(default)]
    sources: Vec<Spanned<String>>,
    #[serde(default)]
    answer: Vec<RawAnswer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAnswer {
    id: Spanned<String>,
    #[serde(default)]
    whom: RawCondition,
    #[serde(default)]
    related: Vec<Spanned<String>>,
    #[serde(default)]
    sources: Vec<Spanned<String>>,
}

/// Reads the topics, in the order of the published list.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<TopicRow>> {
    let Some(mut reader) = Reader::open(files, "topics.toml", findings) else {
        return Vec::new();
    };
    let rows = reader.rows::<RawTopic>("topic");
    let mut topics: Vec<_> = rows
        .iter()
        .filter_map(|raw| topic(&mut reader, raw))
        .collect();
    reader.close(&["topic"]);
    topics.sort_by_key(|row| row.item.entry.topic);
    topics
}

/// The topic of that name.
pub(super) fn named(reader: &mut Reader<'_, '_>, name: &Spanned<String>) -> Option<Topic> {
    let topic = Topic::named(name.get_ref());
    if topic.is_none() {
        reader.unknown("topic", name, Topic::NAMES.iter().copied());
    }
    topic
}

fn topic(reader: &mut Reader<'_, '_>, raw: &RawTopic) -> Option<Row<TopicRow>> {
    let topic = named(reader, &raw.id)?;
    let mut answers = Vec::with_capacity(raw.answer.len());
    let mut answers_at = Vec::with_capacity(raw.answer.len());
    for answer in &raw.answer {
        answers_at.push(reader.id(&answer.id));
        answers.push(SubAnswer {
            id: PieceId::from(answer.id.get_ref().as_str()),
            whom: reader.condition(&answer.whom),
            related: related(reader, &answer.related),
            sources: reader.cite(&answer.sources),
        });
    }
    let entry = TopicEntry {
        topic,
        sources: reader.cite(&raw.sources),
        related: related(reader, &raw.related),
        check: raw.check,
        answers,
    };
    Some(Row {
        at: reader.at(&raw.id.span()),
        item: TopicRow { entry, answers_at },
    })
}

fn related(reader: &mut Reader<'_, '_>, names: &[Spanned<String>]) -> Vec<Topic> {
    names
        .iter()
        .filter_map(|name| named(reader, name))
        .collect()
}
