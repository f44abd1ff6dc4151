//! When the pages of the database are looked at: before the start, or beside it.
//!
//! A small database is looked at in every start. A larger one only where the last end was not a clean
//! one, which is when pages are most likely to have suffered, and while the bot runs already: nobody
//! shall wait longer for an answer because many people use the bot. A file beside the database tells
//! that it is still to be looked at, or what was found: then no start goes on without another look.

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
use tokio::sync::watch;

use super::{OpenError, files, schema};

/// Up to this size every start looks at every page: that takes some 50 ms with the file in memory.
const ALWAYS: u64 = 32 * 1024 * 1024;

/// How long after the start they are looked at: whoever writes first shall not wait for it.
const LATER: Duration = Duration::from_secs(1);

/// When the pages are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Check {
    Before,
    Beside,
    Never,
}

impl Check {
    /// To be asked before the database is opened.
    pub(super) fn of(database: &Path) -> Self {
        let size = |path: &Path| fs::metadata(path).map_or(0, |file| file.len());
        let note = note(database);
        if size(database) <= ALWAYS || size(&note) > 0 {
            return Self::Before;
        }
        // A clean end leaves no log.
        if size(&files::beside(database, "-wal")) > 0 || note.exists() {
            return Self::Beside;
        }
        Self::Never
    }
}

/// The pages are to be looked at, also by the next start if this one is cut short.
pub(super) fn begin(database: &Path) -> io::Result<()> {
    let file = files::private()
        .create(true)
        .truncate(false)
        .open(note(database))?;
    file.sync_all()?;
    files::sync_folder_of(database)
}

/// The pages are whole.
pub(super) fn end(database: &Path) -> io::Result<()> {
    files::remove(&note(database))
}

/// Looks at every page while others work with the database. What is damaged is told.
pub(super) async fn beside(options: SqliteConnectOptions, found: watch::Sender<Option<String>>) {
    let database = options.get_filename().to_owned();
    tokio::time::sleep(LATER).await;
    match look(&database, options).await {
        Ok(()) => match end(&database) {
            Ok(()) => log::info!("every page of the database is whole"),
            Err(error) => log::warn!("that the database is whole can't be noted: {error}"),
        },
        Err(damage @ OpenError::Damaged { .. }) => {
            let noted = files::private()
                .open(note(&database))
                .and_then(|mut file| writeln!(file, "{damage}").and_then(|()| file.sync_all()));
            if let Err(error) = noted {
                log::error!("that the database is damaged can't be noted: {error}");
            }
            let _ = found.send(Some(damage.to_string()));
        }
        // The next start looks again.
        Err(error) => log::warn!("the pages of the database can't be looked at: {error}"),
    }
}

async fn look(database: &Path, options: SqliteConnectOptions) -> Result<(), OpenError> {
    let failed = |error| super::open::database_error(database, error);
    let mut conn = options.connect().await.map_err(failed)?;
    let checked = schema::check_pages(database, &mut conn).await;
    let _ = conn.close().await;
    checked
}

fn note(database: &Path) -> PathBuf {
    files::beside(database, ".unchecked")
}
