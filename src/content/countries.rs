//! Emergency numbers.

use serde::Deserialize;
use toml::Spanned;

use crate::model::{Country, CountryCode, CrisisLine};

use super::{draft::Row, files::Files, problem::Findings, reader::Reader};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCountry {
    code: Spanned<String>,
    ambulance: Spanned<String>,
    #[serde(default)]
    also: Vec<Spanned<String>>,
    source: Spanned<String>,
    crisis: Option<Spanned<String>>,
    crisis_source: Option<Spanned<String>>,
}

/// Reads the countries, in their order.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<Country>> {
    let Some(mut reader) = Reader::open(files, "countries.toml", findings) else {
        return Vec::new();
    };
    let rows = reader.rows::<RawCountry>("country");
    let countries = rows
        .into_iter()
        .filter_map(|raw| country(&mut reader, raw))
        .collect();
    reader.close(&["country"]);
    countries
}

fn country(reader: &mut Reader<'_, '_>, raw: RawCountry) -> Option<Row<Country>> {
    let code = raw.code.get_ref();
    if code.len() != 2 || !code.bytes().all(|letter| letter.is_ascii_uppercase()) {
        reader.problem(
            &raw.code.span(),
            format!("`{code}` is no country code of two capitals"),
        );
    }
    if let (Some(half), None) | (None, Some(half)) = (&raw.crisis, &raw.crisis_source) {
        let message = "`crisis` and `crisis_source` belong together".to_owned();
        reader.problem(&half.span(), message);
    }
    let numbers = raw.also.iter().chain([&raw.ambulance]).chain(&raw.crisis);
    for number in numbers {
        let dialable = |c: char| c.is_ascii_digit() || matches!(c, '*' | '#' | '+' | ' ' | '-');
        let text = number.get_ref();
        if !text.starts_with(|c: char| c.is_ascii_digit() || c == '*' || c == '+')
            || !text.chars().all(dialable)
        {
            reader.problem(&number.span(), format!("`{text}` can't be dialled"));
        }
    }
    let at = reader.at(&raw.code.span());
    let source = reader.cite(std::slice::from_ref(&raw.source)).pop()?;
    let crisis = raw.crisis.zip(raw.crisis_source);
    let crisis = crisis.and_then(|(number, source)| {
        Some(CrisisLine {
            number: number.into_inner(),
            source: reader.cite(std::slice::from_ref(&source)).pop()?,
        })
    });
    let country = Country {
        code: CountryCode::from(code.as_str()),
        ambulance: raw.ambulance.into_inner(),
        also: raw.also.into_iter().map(Spanned::into_inner).collect(),
        source,
        crisis,
    };
    Some(Row { at, item: country })
}
