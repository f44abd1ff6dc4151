//! Copies of the database: made while the bot runs, brought back while it does not.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};

use super::{OpenError, Sealer, files, open, schema};

/// Why there is no copy, or why it was not brought back. The database is as it was.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// Something is wrong with the database or the copy.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// There is something of that name.
    #[error("{} exists already; name a file that does not", path.display())]
    Exists {
        /// The file that was to be written.
        path: PathBuf,
    },
    /// A copy made by other means, in two files.
    #[error(
        "{} has a write-ahead log beside it, so it is no copy made by `twitchwise backup`; \
         start the bot with DATABASE_URL on it instead", path.display()
    )]
    HasLog {
        /// The copy.
        path: PathBuf,
    },
    /// A file or folder cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What bringing a copy back led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The database.
    pub database: PathBuf,
    /// Where what was there before is kept; none where there was nothing.
    pub aside: Option<PathBuf>,
}

/// Copies the database at `sqlite://PATH` into a new file, of one moment, whether or not the bot
/// runs. The file is there whole, and on the disk, or not at all.
pub async fn backup(url: &str, to: &Path) -> Result<(), CopyError> {
    let from = open::path_of(url)?;
    open::must_be_database(&from)?;
    if fs::symlink_metadata(to).is_ok() {
        return Err(CopyError::Exists { path: to.into() });
    }
    let partial = files::beside(to, ".partial");
    let done = write_copy(&from, &partial, to).await;
    // Left by this one, or by one that was killed; after success it is a second name.
    let _ = fs::remove_file(&partial);
    done
}

async fn write_copy(from: &Path, partial: &Path, to: &Path) -> Result<(), CopyError> {
    let failed = |source| CopyError::File {
        path: to.to_owned(),
        source,
    };
    files::remove(partial).map_err(failed)?;
    let file = files::private()
        .create_new(true)
        .open(partial)
        .map_err(failed)?;
    let name = partial
        .to_str()
        .ok_or_else(|| failed(io::ErrorKind::InvalidFilename.into()))?;
    // A read transaction of the database: the bot goes on writing meanwhile.
    let mut conn = connect(from, true).await?;
    let copied = sqlx::query("VACUUM INTO ?").bind(name).execute(&mut conn);
    let copied = copied.await;
    let _ = conn.close().await;
    copied.map_err(|error| open::database_error(from, error))?;
    let mut conn = connect(partial, true).await?;
    let whole = schema::check_pages(partial, &mut conn).await;
    let _ = conn.close().await;
    whole?;
    file.sync_all().map_err(failed)?;
    // Unlike a renaming this takes nobody's name away. Some file systems know only renaming.
    if let Err(error) = fs::hard_link(partial, to) {
        if error.kind() == io::ErrorKind::AlreadyExists || fs::symlink_metadata(to).is_ok() {
            return Err(CopyError::Exists { path: to.into() });
        }
        fs::rename(partial, to).map_err(failed)?;
    }
    files::remove(partial).map_err(failed)?;
    files::sync_folder_of(to).map_err(failed)
}

/// Puts a copy in the place of the database at `sqlite://PATH`, after making sure that it is whole
/// and that the keys open it. What was there is kept under another name.
///
/// Killed at any moment, it leaves the old database, or the new one, or one that refuses to start
/// until this is done again: the old log must never meet the new database.
pub async fn restore(url: &str, from: &Path, sealer: &Sealer) -> Result<Restored, CopyError> {
    let path = open::path_of(url)?;
    open::must_be_database(from)?;
    let log = files::beside(from, "-wal");
    if fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        return Err(CopyError::HasLog { path: from.into() });
    }
    files::create_folder_of(&path).map_err(|source| CopyError::File {
        path: path.clone(),
        source,
    })?;
    let lock = open::lock(&path).await?;
    let partial = files::beside(&path, ".restore-partial");
    let checked = check_copy(from, &partial, sealer).await;
    for suffix in ["-wal", "-shm", "-journal"] {
        let _ = fs::remove_file(files::beside(&partial, suffix));
    }
    let done = match checked {
        Ok(()) => put_in_place(&partial, &path).map_err(|source| CopyError::File {
            path: path.clone(),
            source,
        }),
        Err(error) => Err(error),
    };
    let _ = fs::remove_file(&partial);
    drop(lock);
    let aside = done?;
    Ok(Restored {
        database: path,
        aside,
    })
}

async fn check_copy(from: &Path, partial: &Path, sealer: &Sealer) -> Result<(), CopyError> {
    let failed = |source| CopyError::File {
        path: from.to_owned(),
        source,
    };
    files::copy(from, partial).map_err(failed)?;
    let mut conn = connect(partial, false).await?;
    let checked = async {
        schema::check_pages(from, &mut conn).await?;
        if schema::check_version(from, &mut conn).await? == 0 {
            return Err(OpenError::Foreign { path: from.into() });
        }
        schema::check_keys(from, &mut conn, sealer).await
    };
    let checked = checked.await;
    let _ = conn.close().await;
    checked?;
    // What SQLite may have changed by opening it.
    fs::File::open(partial)
        .and_then(|file| file.sync_all())
        .map_err(failed)
}

fn put_in_place(partial: &Path, path: &Path) -> io::Result<Option<PathBuf>> {
    let ready = open::unfinished(path);
    fs::rename(partial, &ready)?;
    files::sync_folder_of(path)?;
    // From here on no start opens the database.
    let log = files::beside(path, "-wal");
    let aside = if path.try_exists()? {
        let aside = free_name(path)?;
        files::second_name(path, &aside)?;
        if log.try_exists()? {
            files::second_name(&log, &files::beside(&aside, "-wal"))?;
        }
        files::sync_folder_of(path)?;
        Some(aside)
    } else {
        None
    };
    files::remove(&log)?;
    files::remove(&files::beside(path, "-shm"))?;
    files::sync_folder_of(path)?;
    fs::rename(&ready, path)?;
    files::sync_folder_of(path)?;
    Ok(aside)
}

/// A name for what was there, with the time in it: that of an earlier restore in the same second stays.
fn free_name(path: &Path) -> io::Result<PathBuf> {
    let at = Timestamp::now().strftime("%Y%m%dT%H%M%SZ");
    let mut name = files::beside(path, &format!(".before-restore-{at}"));
    let mut taken = 1;
    while name.try_exists()? || files::beside(&name, "-wal").try_exists()? {
        taken += 1;
        name = files::beside(path, &format!(".before-restore-{at}-{taken}"));
    }
    Ok(name)
}

async fn connect(path: &Path, read_only: bool) -> Result<SqliteConnection, OpenError> {
    SqliteConnectOptions::new()
        .filename(path)
        .read_only(read_only)
        .busy_timeout(open::BUSY)
        .pragma("cell_size_check", "ON")
        .disable_statement_logging()
        .connect()
        .await
        .map_err(|error| open::database_error(path, error))
}
