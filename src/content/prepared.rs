//! Texts that only the content fills: formatted once, at the start.

use crate::model::{Catalog, Rule, Text, keys};

/// Prepares the lines that outcomes are made of: sources, reasons with their sources, the foot.
pub(super) fn prepare(catalog: &mut Catalog) {
    let mut texts: Vec<(String, Text)> = Vec::new();
    for (key, source) in &catalog.sources {
        let text = match &source.url {
            Some(url) => Text::new(keys::SOURCE_WITH_URL).with("url", url.as_str()),
            None => Text::new(keys::SOURCE),
        };
        texts.push((
            Text::cited(key).key.into_owned(),
            text.with("title", source.title.as_str()),
        ));
    }
    for rule in &catalog.rules {
        texts.push((Text::reason(rule).key.into_owned(), reason(catalog, rule)));
    }
    let foot = Text::new(keys::FOOT)
        .with("version", catalog.version.as_str())
        .with("reviewed", catalog.reviewed.to_string());
    texts.push((Text::foot().key.into_owned(), foot));
    for (key, text) in texts {
        catalog.words.prepare(key, &text);
    }
}

/// A reason with the titles of its sources. One whose sources depend on the signs chosen stands
/// alone: its sources are those of the first aid beside it.
fn reason(catalog: &Catalog, rule: &Rule) -> Text {
    let text = Text::new(format!("rule-{}", rule.id));
    if rule.sources.is_empty() || rule.sources_by_sign {
        return text;
    }
    let known = rule
        .sources
        .iter()
        .filter_map(|key| catalog.sources.get(key));
    let titles: Vec<_> = known
        .map(|source| Text::new(keys::SOURCE).with("title", source.title.as_str()))
        .collect();
    Text::new(keys::REASON)
        .with("reason", text)
        .with("sources", titles)
}
