//! Countries and their zones: each that we have an emergency number for can be named as a place.

use crate::{
    content::{
        draft::Draft,
        files::Files,
        problem::{Findings, did_you_mean},
    },
    model::CountryCode,
};

/// Every country has its zones; no zones are those of an unknown country.
pub(super) fn check(draft: &Draft, files: &Files, findings: &mut Findings) {
    if findings.unread("countries.toml") || findings.unread("cities.toml") {
        return;
    }
    let known = || draft.countries.iter().map(|row| row.item.code.as_str());
    for row in &draft.cities.countries {
        if !known().any(|code| code == row.item.as_str()) {
            let hint = did_you_mean(row.item.as_str(), known());
            let message = format!("zones of an unknown country `{}`", row.item);
            findings.hinted(&row.at, message, hint);
        }
    }
    let at = files.top("cities.toml");
    let zoned = |code: &CountryCode| draft.cities.places.countries.contains_key(code);
    for row in draft.countries.iter().filter(|row| !zoned(&row.item.code)) {
        findings.problem(&at, format!("no zones for the country `{}`", row.item.code));
    }
}
