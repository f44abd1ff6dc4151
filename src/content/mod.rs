//! The only reader of `dialogues/`: from TOML and Fluent files to a checked [`Catalog`].
//!
//! Reading never stops at the first mistake: every problem is collected with its file and line,
//! and a catalog comes out only where there is none.

use std::path::Path;

use crate::model::{Catalog, Lexicon};

mod about;
mod advice;
mod answers;
mod appraisal;
mod check_flow;
mod checks;
mod cities;
mod conditions;
mod countries;
mod doctor;
mod draft;
mod files;
mod first_aid;
mod grammar;
mod habits;
mod lessons;
mod lexicon;
mod nesting;
mod position;
mod prepared;
mod problem;
mod questions;
mod reader;
mod report;
mod rules;
mod sources;
mod times;
mod topics;
mod watch;
mod words;

use draft::Draft;
use files::Files;
use problem::Findings;
use words::Texts;

pub use appraisal::written;
pub use lessons::{LEARNED, MESSAGES, lessons};
pub use problem::{Problem, Problems};
pub use report::{Checked, Counts, ReadingLevels};

/// Where the content comes from.
#[derive(Debug, Clone, Copy)]
pub enum Source<'s> {
    /// The `dialogues/` that the binary was built with.
    Embedded,
    /// A folder laid out like `dialogues/`.
    Folder(&'s Path),
    /// The same, whatever was learned there before: it is about to be learned anew.
    Unlearned(&'s Path),
}

/// The content that the binary was built with.
pub fn embedded() -> Result<Catalog, Problems> {
    catalog(Source::Embedded)
}

/// The content of a folder laid out like `dialogues/`.
pub fn load(dir: &Path) -> Result<Catalog, Problems> {
    catalog(Source::Folder(dir))
}

/// The lexicon of a folder, as it is before anything is learned.
pub fn unlearned(dir: &Path) -> Result<Lexicon, Problems> {
    catalog(Source::Unlearned(dir)).map(|catalog| catalog.lexicon)
}

/// The lexicon alone, as the binary was built with it: what understanding needs at the start.
pub fn lexicon() -> Result<Lexicon, Problems> {
    let mut findings = Findings::default();
    let files = Files::embedded(&mut findings);
    files.tell_missing(&mut findings);
    let texts = Texts::read(&files, &mut findings);
    let countries = countries::read(&files, &mut findings);
    let codes = countries.iter().map(|row| &row.item.code);
    let questions = questions::read(&files, &mut findings);
    let lexicon = draft::all_words(&files, &texts, codes, &questions, &mut findings);
    if findings.problems.is_empty() {
        Ok(lexicon)
    } else {
        Err(Problems(findings.sorted().0))
    }
}

/// Everything that is wrong with the content, and how large and how readable it is.
pub fn check(source: Source<'_>) -> Checked {
    let (draft, findings, reading) = examine(source);
    let counts = Counts::of(&draft);
    let (problems, warnings) = findings.sorted();
    Checked {
        problems,
        warnings,
        reading,
        counts,
    }
}

fn catalog(source: Source<'_>) -> Result<Catalog, Problems> {
    let (draft, mut findings, _) = examine(source);
    if findings.problems.is_empty()
        && let Some(mut catalog) = draft.into_catalog(&mut findings)
    {
        prepared::prepare(&mut catalog);
        return Ok(catalog);
    }
    Err(Problems(findings.sorted().0))
}

fn examine(source: Source<'_>) -> (Draft, Findings, ReadingLevels) {
    let mut findings = Findings::default();
    let files = match source {
        Source::Embedded => Files::embedded(&mut findings),
        Source::Folder(dir) => Files::folder(dir, &mut findings),
        Source::Unlearned(dir) => Files::folder(dir, &mut findings).unlearned(),
    };
    files.tell_missing(&mut findings);
    let draft = Draft::read(&files, &mut findings);
    let reading = checks::run(&draft, &files, &mut findings);
    (draft, findings, reading)
}
