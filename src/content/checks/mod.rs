//! What must hold between the rows: one check a file.

use super::{draft::Draft, files::Files, problem::Findings, report::ReadingLevels};

mod cases;
mod cities;
mod cover;
mod habits;
mod ids;
mod limits;
mod markup;
mod names;
mod questions;
mod reach;
mod reading;
mod sources;
mod texts;
mod topics;

/// Runs every check.
pub(super) fn run(draft: &Draft, files: &Files, findings: &mut Findings) -> ReadingLevels {
    ids::check(draft, findings);
    sources::check(draft, findings);
    cases::check(draft, findings);
    cover::check(draft, files, findings);
    reach::check(draft, files, findings);
    topics::check(draft, files, findings);
    questions::check(draft, files, findings);
    habits::check(draft, findings);
    cities::check(draft, files, findings);
    texts::check(draft, files, findings);
    names::check(draft, findings);
    limits::check(draft, findings);
    markup::check(draft, findings);
    reading::check(draft, files, findings)
}
