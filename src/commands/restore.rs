//! `twitchwise restore FILE`: a copy takes the place of the database.

use std::{io::Write as _, path::Path, process::ExitCode};

use twitchwise::store::{self, Sealer};

use super::settings;

/// Puts the copy in place and says where the old database is.
pub(crate) fn restore(file: &Path) -> anyhow::Result<ExitCode> {
    let config = settings::read()?;
    let sealer = Sealer::new(&settings::keys(&config)?);
    let done = settings::wait(store::restore(&config.database_url, file, &sealer))??;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} is restored.", done.database.display())?;
    if let Some(aside) = done.aside {
        writeln!(
            out,
            "The database from before is {} now; delete it when you no longer need it.",
            aside.display()
        )?;
    }
    writeln!(
        out,
        "People who used /forget after the copy was made are in it again: see README.md."
    )?;
    Ok(ExitCode::SUCCESS)
}
