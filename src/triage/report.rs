//! An outcome with its words, in the published format.

use serde::Serialize;

use crate::model::{Catalog, Field, SourceKey};

use super::outcome::Outcome;

/// One outcome as scripts read it. Borrowed from the catalog: writing many is cheap.
#[derive(Debug, Serialize)]
pub struct Report<'c> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'c str>,
    level: &'static str,
    complete: bool,
    missing: Vec<&'static str>,
    reasons: Vec<Reason<'c>>,
    advice: Vec<Piece<'c>>,
    watch_for: Vec<&'c str>,
    follow_up_days: Option<u32>,
    message: &'c str,
    sources: Vec<Source<'c>>,
}

#[derive(Debug, Serialize)]
struct Reason<'c> {
    rule: &'c str,
    level: &'static str,
    text: &'c str,
    sources: Vec<&'c SourceKey>,
}

#[derive(Debug, Serialize)]
struct Piece<'c> {
    id: &'c str,
    factor: Option<&'static str>,
    text: &'c str,
    sources: &'c [SourceKey],
}

#[derive(Debug, Serialize)]
struct Source<'c> {
    key: &'c str,
    title: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'c str>,
}

/// Puts words to an outcome. `message` is the whole message as the person reads it.
pub fn report<'c>(
    catalog: &'c Catalog,
    id: Option<&'c str>,
    outcome: &Outcome<'c>,
    message: &'c str,
) -> Report<'c> {
    let words = &catalog.words;
    let named = |prefix: &str, id: &str| words.plain(&format!("{prefix}-{id}"));
    let first_aid = outcome.first_aid.iter().map(|aid| Piece {
        id: aid.id.as_str(),
        factor: None,
        text: named("first-aid", aid.id.as_str()),
        sources: &aid.sources,
    });
    let advice = outcome.advice.iter().map(|advice| Piece {
        id: advice.id.as_str(),
        factor: advice.factor.map(|(field, value)| value_name(field, value)),
        text: named("advice", advice.id.as_str()),
        sources: &advice.sources,
    });
    Report {
        id,
        level: outcome.level.name(),
        complete: outcome.missing.is_empty(),
        missing: outcome.missing.iter().map(|field| field.name()).collect(),
        reasons: outcome
            .reasons
            .iter()
            .map(|rule| Reason {
                rule: rule.id.as_str(),
                level: rule.level.name(),
                text: named("rule", rule.id.as_str()),
                sources: outcome.sources_of(rule),
            })
            .collect(),
        advice: first_aid.chain(advice).collect(),
        watch_for: outcome
            .watch
            .iter()
            .map(|w| named("watch", w.id.as_str()))
            .collect(),
        follow_up_days: outcome.follow_up_days,
        message,
        sources: cited(catalog, outcome),
    }
}

fn cited<'c>(catalog: &'c Catalog, outcome: &Outcome<'c>) -> Vec<Source<'c>> {
    let cited = outcome
        .sources
        .iter()
        .filter_map(|key| Some((key, catalog.sources.get(*key)?)));
    cited
        .map(|(key, source)| Source {
            key: key.as_str(),
            title: &source.title,
            url: source.url.as_deref(),
        })
        .collect()
}

fn value_name(field: Field, value: u8) -> &'static str {
    field
        .values()
        .get(usize::from(value))
        .copied()
        .unwrap_or_default()
}
