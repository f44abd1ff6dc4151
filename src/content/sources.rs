//! Where claims come from.

use serde::Deserialize;
use toml::Spanned;
use url::Url;

use crate::model::{Source, SourceKey};

use super::{about::date, draft::Row, files::Files, problem::Findings, reader::Reader};

const FILES: [&str; 2] = ["sources.toml", "sources-countries.toml"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    key: Spanned<String>,
    title: Spanned<String>,
    url: Option<Spanned<String>>,
    reviewed: Option<Spanned<toml::Value>>,
}

/// Reads the sources.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<(SourceKey, Source)>> {
    let mut sources = Vec::new();
    for path in FILES {
        let Some(mut reader) = Reader::open(files, path, findings) else {
            continue;
        };
        for raw in reader.rows::<RawSource>("source") {
            sources.push(source(&mut reader, raw));
        }
        reader.close(&["source"]);
    }
    sources
}

fn source(reader: &mut Reader<'_, '_>, raw: RawSource) -> Row<(SourceKey, Source)> {
    if raw.title.get_ref().trim().is_empty() {
        reader.problem(&raw.title.span(), "the title is empty");
    }
    if let Some(url) = &raw.url
        && !Url::parse(url.get_ref()).is_ok_and(|parsed| parsed.scheme() == "https")
    {
        reader.problem(
            &url.span(),
            format!("`{}` is no https address", url.get_ref()),
        );
    }
    if let Some(reviewed) = &raw.reviewed {
        // For the people who keep the list; the bot has no use for it.
        date(reader, reviewed);
    }
    let at = reader.at(&raw.key.span());
    let key = SourceKey::from(raw.key.get_ref().as_str());
    let url = raw.url.map(Spanned::into_inner);
    Row {
        at,
        item: (
            key,
            Source {
                title: raw.title.into_inner(),
                url,
            },
        ),
    }
}
