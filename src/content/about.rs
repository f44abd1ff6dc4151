//! The content's version, review date and language.

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::{files::Files, problem::Findings, reader::Reader};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAbout {
    version: Spanned<String>,
    reviewed: Spanned<toml::Value>,
    languages: Spanned<Vec<String>>,
}

/// The content about itself.
#[derive(Debug)]
pub(super) struct About {
    pub(super) version: String,
    pub(super) reviewed: Date,
}

/// The one language that the bot speaks.
pub(super) const LANGUAGE: &str = "en";

/// Reads `content.toml`.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Option<About> {
    let mut reader = Reader::open(files, "content.toml", findings)?;
    let raw: RawAbout = reader.whole()?;
    if raw.version.get_ref().trim().is_empty() {
        reader.problem(&raw.version.span(), "the version is empty");
    }
    if *raw.languages.get_ref() != [LANGUAGE] {
        let message = format!("`languages` must be [\"{LANGUAGE}\"]: there are no other words");
        reader.problem(&raw.languages.span(), message);
    }
    let reviewed = date(&mut reader, &raw.reviewed)?;
    Some(About {
        version: raw.version.into_inner(),
        reviewed,
    })
}

/// A date, written as TOML's own kind or as a string.
pub(super) fn date(reader: &mut Reader<'_, '_>, raw: &Spanned<toml::Value>) -> Option<Date> {
    let value = raw.get_ref();
    let written = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    let date = written.parse();
    if date.is_err() {
        reader.problem(
            &raw.span(),
            format!("`{written}` is no date such as 2026-01-31"),
        );
    }
    date.ok()
}
