//! What must hold between the rows: one check a file.

use super::{draft::Draft, files::Files, problem::Findings, report::ReadingLevels};

/// Runs every check.
pub(super) fn run(_draft: &Draft, _files: &Files, _findings: &mut Findings) -> ReadingLevels {
    ReadingLevels::default()
}
