//! `twitchwise reseal`: finishes a change of keys.

use std::{io::Write as _, process::ExitCode};

use twitchwise::store::{self, Sealer};

use super::settings;

/// Seals everything with the first key; says how much, and what no key opens.
pub(crate) fn reseal() -> anyhow::Result<ExitCode> {
    let config = settings::read()?;
    let sealer = Sealer::new(&settings::keys(&config)?);
    let done = settings::wait(store::reseal(&config.database_url, &sealer))??;
    let mut out = std::io::stdout().lock();
    for damaged in &done.damaged {
        writeln!(out, "{damaged}: left as it is")?;
    }
    writeln!(
        out,
        "{} rows are sealed with the first key now. The other keys may be dropped here; backups \
         made before still need them.",
        done.rows
    )?;
    Ok(ExitCode::SUCCESS)
}
