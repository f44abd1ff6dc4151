//! Opens the database: folder, lock, schema, key. Says clearly what is in the way.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    ConnectOptions as _, Connection as _, SqliteConnection,
    sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use super::{
    Fault, OpenError, Sealer,
    check::{self, Check},
    error::{SQLITE_CORRUPT, SQLITE_NOTADB},
    files, schema,
    work::{self, Ids},
};

/// Pages in the write-ahead log before they move to the database file: 16 MiB.
const LOG_PAGES: &str = "4096";
/// How long to wait for another connection's lock.
pub(super) const BUSY: Duration = Duration::from_secs(5);
/// Room for the statement of `work` in each of its sizes.
const STATEMENTS: usize = 100;
/// How long a process that is just ending may still hold the database.
const LOCK_TRIES: u32 = 50;
const LOCK_PAUSE: Duration = Duration::from_millis(40);

/// A database that is ready: the connection that writes, and how to make ones that read.
pub(super) struct Opened {
    pub(super) writer: SqliteConnection,
    pub(super) reader: SqliteConnectOptions,
    pub(super) ids: Ids,
    pub(super) lock: File,
    /// Whether its pages are still to be looked at.
    pub(super) unchecked: bool,
}

pub(super) async fn open(url: &str, sealer: &Sealer) -> Result<Opened, OpenError> {
    let path = path_of(url)?;
    let folder = |source| OpenError::Folder {
        path: path.clone(),
        source,
    };
    files::create_folder_of(&path).map_err(folder)?;
    // Before anything touches the database: closing a file gives up this process's locks on it.
    let lock = lock(&path).await?;
    // Made here and not by SQLite for its mode; the log beside it gets the same.
    files::private()
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(folder)?;
    if !is_empty_or_database(&path).map_err(folder)? {
        return Err(OpenError::NotADatabase { path });
    }
    if unfinished(&path).try_exists().map_err(folder)? {
        return Err(OpenError::RestoreUnfinished { path });
    }
    let check = Check::of(&path);
    if check == Check::Beside {
        check::begin(&path).map_err(folder)?;
    }

    let options = SqliteConnectOptions::new()
        .filename(&path)
        .busy_timeout(BUSY)
        .statement_cache_capacity(STATEMENTS)
        .pragma("cell_size_check", "ON")
        .disable_statement_logging();
    let reader = options.clone().read_only(true);
    let mut writer = options
        .auto_vacuum(SqliteAutoVacuum::Incremental)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("secure_delete", "ON")
        .pragma("wal_autocheckpoint", LOG_PAGES)
        .connect()
        .await
        .map_err(|error| database_error(&path, error))?;
    match prepare(&path, &mut writer, sealer, check).await {
        Ok(ids) => Ok(Opened {
            writer,
            reader,
            ids,
            lock,
            unchecked: check == Check::Beside,
        }),
        Err(error) => {
            // Dropped, it would close at some later time.
            let _ = writer.close().await;
            Err(error)
        }
    }
}

async fn prepare(
    path: &Path,
    conn: &mut SqliteConnection,
    sealer: &Sealer,
    check: Check,
) -> Result<Ids, OpenError> {
    if check == Check::Before {
        schema::check_pages(path, conn).await?;
        check::end(path).map_err(|source| OpenError::Folder {
            path: path.to_owned(),
            source,
        })?;
    }
    if schema::check_version(path, conn).await? > 0 {
        // Before anything is changed.
        schema::check_keys(path, conn, sealer).await?;
    }
    schema::migrate(path, conn).await?;
    let known = schema::check_keys(path, conn, sealer).await?;
    schema::note_key(path, conn, sealer, &known).await?;
    let ids = async {
        sqlx::raw_sql(work::DEFINITION).execute(&mut *conn).await?;
        Ok(Ids {
            seq: last_id(conn, "inbox").await?,
            outbox: last_id(conn, "outbox").await?,
            update: highest_update(conn).await?,
        })
    };
    ids.await.map_err(|error| database_error(path, error))
}

/// A copy that was being put in the place of the database.
pub(super) fn unfinished(database: &Path) -> PathBuf {
    files::beside(database, ".restore-ready")
}

/// Where nothing must be made.
pub(super) fn must_be_database(path: &Path) -> Result<(), OpenError> {
    let path = path.to_owned();
    match is_empty_or_database(&path) {
        Ok(true) if fs::metadata(&path).is_ok_and(|file| file.len() > 0) => Ok(()),
        Ok(_) => Err(OpenError::NotADatabase { path }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(OpenError::Missing { path }),
        Err(source) => Err(OpenError::Folder { path, source }),
    }
}

/// Whether there is a database at `sqlite://PATH` that something may be sealed in.
pub fn exists(url: &str) -> Result<bool, OpenError> {
    let path = path_of(url)?;
    Ok(fs::metadata(path).is_ok_and(|file| file.len() > 0))
}

pub(super) fn path_of(url: &str) -> Result<PathBuf, OpenError> {
    if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        return Err(OpenError::Postgres);
    }
    let path = url.strip_prefix("sqlite:").ok_or(OpenError::Url)?;
    let path = path.strip_prefix("//").unwrap_or(path);
    if path.is_empty() || path.contains('?') || path.starts_with(':') {
        return Err(OpenError::Url);
    }
    Ok(PathBuf::from(path))
}

/// SQLite itself calls some other files a damaged database.
fn is_empty_or_database(path: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(16).read_to_end(&mut head)?;
    Ok(head.is_empty() || head == *b"SQLite format 3\0")
}

/// One process for one database: what the writer and the cache know stays true.
pub(super) async fn lock(database: &Path) -> Result<File, OpenError> {
    let path = files::beside(database, ".lock");
    let failed = |source| OpenError::Folder {
        path: database.to_owned(),
        source,
    };
    let file = files::private()
        .create(true)
        .truncate(false)
        .open(path)
        .map_err(failed)?;
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => tokio::time::sleep(LOCK_PAUSE).await,
            // Some network file systems have no locks.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Ok(file);
            }
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
    }
    Err(OpenError::InUse {
        path: database.to_owned(),
    })
}

async fn last_id(conn: &mut SqliteConnection, table: &str) -> sqlx::Result<i64> {
    sqlx::query_scalar("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?")
        .bind(table)
        .fetch_one(conn)
        .await
}

/// The highest of Telegram's numbers that were received lately.
pub(super) async fn highest_update(conn: &mut SqliteConnection) -> sqlx::Result<i64> {
    let highest: Option<i64> = sqlx::query_scalar("SELECT max(update_id) FROM seen")
        .fetch_one(conn)
        .await?;
    Ok(highest.unwrap_or(i64::MIN))
}

pub(super) fn database_error(path: &Path, error: sqlx::Error) -> OpenError {
    let path = path.to_owned();
    let source = Fault::from(error);
    match source.code() {
        Some(SQLITE_NOTADB) => OpenError::NotADatabase { path },
        Some(SQLITE_CORRUPT) => OpenError::Damaged {
            path,
            reason: source.to_string(),
        },
        _ => OpenError::Database { path, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (url, path) in [
            ("sqlite://data/twitchwise.db", "data/twitchwise.db"),
            ("sqlite:///srv/bot.db", "/srv/bot.db"),
            ("sqlite:bot.db", "bot.db"),
        ] {
            assert_eq!(path_of(url).unwrap(), Path::new(path));
        }
        assert!(matches!(
            path_of("postgres://u:p@h/d"),
            Err(OpenError::Postgres)
        ));
        for bad in [
            "",
            "data/bot.db",
            "mysql://h",
            "sqlite://",
            "sqlite::memory:",
            "sqlite://a?b",
        ] {
            assert!(matches!(path_of(bad), Err(OpenError::Url)), "{bad}");
        }
    }
}
