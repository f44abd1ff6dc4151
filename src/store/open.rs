//! Opens the database: folder, lock, schema, key. Says clearly what is in the way.

use std::{
    fs::{File, TryLockError},
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    ConnectOptions as _, Connection as _, SqliteConnection,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
    sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use super::{
    Fault, OpenError, files,
    seal::{Place, Sealer},
    work::{self, Ids},
};

/// The schema's versions in order. A version that was released never changes.
const MIGRATIONS: [(i64, &str, &str); 2] = [
    (1, "start", include_str!("migrations/0001_start.sql")),
    (2, "unasked", include_str!("migrations/0002_unasked.sql")),
];

/// Pages in the write-ahead log before they move to the database file: 16 MiB.
const LOG_PAGES: &str = "4096";
/// Room for the statement of `work` in each of its sizes.
const STATEMENTS: usize = 100;
/// How long a process that is just ending may still hold the database.
const LOCK_TRIES: u32 = 50;
const LOCK_PAUSE: Duration = Duration::from_millis(40);

/// What SQLite calls them.
const SQLITE_CORRUPT: i32 = 11;
const SQLITE_NOTADB: i32 = 26;

/// A database that is ready: the connection that writes, and how to make ones that read.
pub(super) struct Opened {
    pub(super) writer: SqliteConnection,
    pub(super) reader: SqliteConnectOptions,
    pub(super) ids: Ids,
    pub(super) lock: File,
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

    let options = SqliteConnectOptions::new()
        .filename(&path)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(STATEMENTS)
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
    match prepare(&path, &mut writer, sealer).await {
        Ok(ids) => Ok(Opened {
            writer,
            reader,
            ids,
            lock,
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
) -> Result<Ids, OpenError> {
    migrate(path, conn).await?;
    check_key(path, conn, sealer).await?;
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

fn path_of(url: &str) -> Result<PathBuf, OpenError> {
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
async fn lock(database: &Path) -> Result<File, OpenError> {
    let mut path = database.as_os_str().to_owned();
    path.push(".lock");
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

async fn migrate(path: &Path, conn: &mut SqliteConnection) -> Result<(), OpenError> {
    let migrations = MIGRATIONS.map(|(version, name, sql)| {
        let sql = sqlx::SqlSafeStr::into_sql_str(sql);
        Migration::new(version, name.into(), MigrationType::Simple, sql, false)
    });
    let known = MIGRATIONS
        .map(|(version, ..)| version)
        .into_iter()
        .max()
        .unwrap_or_default();
    let done = Migrator::with_migrations(migrations.into())
        .run_direct(None, conn, false)
        .await;
    match done {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(found)) => Err(OpenError::NewerSchema {
            path: path.to_owned(),
            found,
            known,
        }),
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
            Err(database_error(path, error))
        }
        Err(error) => Err(OpenError::Migration {
            path: path.to_owned(),
            reason: error.to_string(),
        }),
    }
}

/// The first start seals a known value; later ones must be able to open it.
async fn check_key(
    path: &Path,
    conn: &mut SqliteConnection,
    sealer: &Sealer,
) -> Result<(), OpenError> {
    let place = Place::new("meta.value", None, None);
    let failed = |error: sqlx::Error| database_error(path, error);
    let kept = sqlx::query_scalar::<_, Vec<u8>>("SELECT value FROM meta WHERE name = 'key check'")
        .fetch_optional(&mut *conn)
        .await
        .map_err(failed)?;
    if let Some(kept) = kept {
        return match sealer.open(place, &kept) {
            Ok(_) => Ok(()),
            Err(_) => Err(OpenError::WrongKey {
                path: path.to_owned(),
            }),
        };
    }
    let sealed = sealer
        .seal(place, b"twitchwise")
        .map_err(|_| OpenError::Random)?;
    sqlx::query("INSERT INTO meta (name, value) VALUES ('key check', ?)")
        .bind(sealed)
        .execute(conn)
        .await
        .map_err(failed)?;
    Ok(())
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
        Some(SQLITE_CORRUPT) => OpenError::Damaged { path, source },
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
