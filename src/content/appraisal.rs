//! What was learned of how messages are meant: `en/appraisal.tsv`, written by `twitchwise learn`.
//!
//! One feature a line with a weight for each class, tabs between them: no TOML, since eleven thousand
//! rows of numbers are read in every start.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::{
    language::{feature, intent_names},
    model::{
        Field,
        appraisal::{Appraisal, SIGNS, Weights},
    },
};

use super::{files::Files, problem::Findings};

/// Where it stands.
pub(super) const FILE: &str = "en/appraisal.tsv";

/// Reads the weights.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Appraisal {
    let Some(file) = files.get(FILE) else {
        return Appraisal::default();
    };
    let text = file.text.as_str();
    let signs = Field::DangerSigns.values().iter().take(SIGNS).copied();
    let parts = [
        heading("intent", intent_names().into_iter()),
        heading("sign", signs),
    ];
    let mut appraisal = Appraisal::default();
    let mut rest = text;
    let mut wrong = |piece: &str, what: &str| {
        findings.unreadable(&file.place_in(text, piece), what.to_owned());
    };
    for (part, heading) in parts.iter().enumerate() {
        let Some(rows) = rest.strip_prefix(heading.as_str()) else {
            wrong(rest, "not the heading that `twitchwise learn` writes here");
            return Appraisal::default();
        };
        let end = match rows.find("\n[") {
            _ if rows.starts_with('[') => 0,
            Some(at) => at + 1,
            None => rows.len(),
        };
        let (rows, after) = rows.split_at(end);
        rest = after;
        let bad = match part {
            0 => weights(rows, &mut appraisal.intents),
            _ => weights(rows, &mut appraisal.signs),
        };
        if let Some(line) = bad {
            wrong(line, "not a feature and its weights");
        }
    }
    appraisal
}

fn heading<'n>(what: &str, names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.collect();
    format!("[{what}]\t{}\n", names.join("\t"))
}

/// Reads rows; gives the first one that is none.
fn weights<'t, const CLASSES: usize>(
    rows: &'t str,
    weights: &mut Weights<CLASSES>,
) -> Option<&'t str> {
    let lines = rows.bytes().filter(|byte| *byte == b'\n').count();
    weights.0 = FxHashMap::with_capacity_and_hasher(lines, FxBuildHasher);
    for line in rows.lines() {
        let mut cells = line.split('\t');
        let name = cells.next().unwrap_or_default();
        let mut row = [0_i16; CLASSES];
        for weight in &mut row {
            let Some(read) = cells.next().and_then(|cell| cell.parse().ok()) else {
                return Some(line);
            };
            *weight = read;
        }
        if name.is_empty() || cells.next().is_some() {
            return Some(line);
        }
        weights.0.insert(feature(name), row);
    }
    None
}
