//! `twitchwise backup FILE`: a copy of the database, also while the bot runs.

use std::{io::Write as _, path::Path, process::ExitCode};

use twitchwise::store;

use super::settings;

/// Makes the copy and says what is not in it.
pub(crate) fn backup(file: &Path) -> anyhow::Result<ExitCode> {
    let config = settings::read()?;
    settings::wait(store::backup(&config.database_url, file))??;
    let key = if config.data_key.is_some() {
        "DATA_KEY".to_owned()
    } else {
        config.data_key_file.display().to_string()
    };
    writeln!(
        std::io::stdout().lock(),
        "{} is written. The key is not in it: keep {key} too, in another place, or nobody can \
         read the copy.",
        file.display()
    )?;
    Ok(ExitCode::SUCCESS)
}
