//! `twitchwise check [DIR]`: what is wrong in the content.

use std::{io::Write as _, path::Path, process::ExitCode};

use twitchwise::content::{self, Source};

/// Prints every problem with file, line and hint; fails where there is one.
pub(crate) fn check(dir: Option<&Path>) -> anyhow::Result<ExitCode> {
    let checked = content::check(dir.map_or(Source::Embedded, Source::Folder));
    writeln!(std::io::stdout().lock(), "{checked}")?;
    let fine = checked.problems.is_empty();
    Ok(if fine {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
