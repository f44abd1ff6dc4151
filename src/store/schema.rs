//! What must be true of a database before it is used: whole pages, our schema, keys that open it.

use std::path::Path;

use sqlx::{
    SqliteConnection,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
};

use super::{
    OpenError,
    open::database_error,
    seal::{Place, Sealer},
};

/// The schema's versions in order. A version that was released never changes, and
/// `tests/store/samples` has a database of each but the newest.
const MIGRATIONS: [(i64, &str, &str); 4] = [
    (1, "start", include_str!("migrations/0001_start.sql")),
    (2, "unasked", include_str!("migrations/0002_unasked.sql")),
    (3, "wake", include_str!("migrations/0003_wake.sql")),
    (4, "upkeep", include_str!("migrations/0004_upkeep.sql")),
];

/// The names in `meta` of the keys that something may be sealed with, each with a value sealed with
/// it. The first version had one without the key's id, `key check`.
const KEYS: &str = "SELECT name, value FROM meta WHERE name LIKE 'key %' ORDER BY name";
/// What those values are.
const KNOWN: &[u8] = b"twitchwise";
const PLACE: Place = Place {
    column: "meta.value",
    chat: None,
    user: None,
};

/// Looks at every page, not at what is sealed in them.
pub(super) async fn check_pages(path: &Path, conn: &mut SqliteConnection) -> Result<(), OpenError> {
    let found: String = sqlx::query_scalar("PRAGMA quick_check(1)")
        .fetch_one(conn)
        .await
        .map_err(|error| database_error(path, error))?;
    if found == "ok" {
        return Ok(());
    }
    Err(OpenError::Damaged {
        path: path.to_owned(),
        // One line; SQLite begins with the database's name.
        reason: found.lines().last().unwrap_or_default().to_owned(),
    })
}

/// The version of the schema, 0 in an empty database. Refuses newer ones and other programs' files.
pub(super) async fn check_version(
    path: &Path,
    conn: &mut SqliteConnection,
) -> Result<i64, OpenError> {
    let failed = |error| database_error(path, error);
    let ours = "SELECT count(*), coalesce(sum(name = '_sqlx_migrations'), 0) FROM sqlite_master \
         WHERE type = 'table'";
    let (tables, ours): (i64, i64) = sqlx::query_as(ours)
        .fetch_one(&mut *conn)
        .await
        .map_err(failed)?;
    if ours == 0 {
        return match tables {
            0 => Ok(0),
            _ => Err(OpenError::Foreign {
                path: path.to_owned(),
            }),
        };
    }
    let found = sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM _sqlx_migrations")
        .fetch_one(conn)
        .await
        .map_err(failed)?;
    let known = MIGRATIONS.map(|(version, ..)| version);
    let known = known.into_iter().max().unwrap_or_default();
    if found > known {
        return Err(OpenError::NewerSchema {
            path: path.to_owned(),
            found,
            known,
        });
    }
    Ok(found)
}

pub(super) async fn migrate(path: &Path, conn: &mut SqliteConnection) -> Result<(), OpenError> {
    let migrations = MIGRATIONS.map(|(version, name, sql)| {
        let sql = sqlx::SqlSafeStr::into_sql_str(sql);
        Migration::new(version, name.into(), MigrationType::Simple, sql, false)
    });
    let done = Migrator::with_migrations(migrations.into())
        .run_direct(None, conn, false)
        .await;
    match done {
        Ok(()) => Ok(()),
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
            Err(database_error(path, error))
        }
        Err(error) => Err(OpenError::Migration {
            path: path.to_owned(),
            reason: error.to_string(),
        }),
    }
}

/// Whether every key that something may be sealed with is among those given. The list tells, so
/// that no start has to look at all rows. Returns the names on it.
pub(super) async fn check_keys(
    path: &Path,
    conn: &mut SqliteConnection,
    sealer: &Sealer,
) -> Result<Vec<String>, OpenError> {
    let kept: Vec<(String, Vec<u8>)> = sqlx::query_as(KEYS)
        .fetch_all(conn)
        .await
        .map_err(|error| database_error(path, error))?;
    let path = path.to_owned();
    let shut = |(_, value): &&(String, Vec<u8>)| sealer.open(PLACE, value).is_err();
    match kept.iter().filter(shut).count() {
        0 => Ok(kept.into_iter().map(|(name, _)| name).collect()),
        all if all == kept.len() => Err(OpenError::WrongKey { path }),
        _ => Err(OpenError::MissingKey { path }),
    }
}

/// Puts the key that seals from now on, on the list.
pub(super) async fn note_key(
    path: &Path,
    conn: &mut SqliteConnection,
    sealer: &Sealer,
    known: &[String],
) -> Result<(), OpenError> {
    let name = name_of_newest(sealer);
    if known.contains(&name) {
        return Ok(());
    }
    let sealed = sealer.seal(PLACE, KNOWN).map_err(|_| OpenError::Random)?;
    sqlx::query("INSERT INTO meta (name, value) VALUES (?, ?)")
        .bind(name)
        .bind(sealed)
        .execute(conn)
        .await
        .map_err(|error| database_error(path, error))?;
    Ok(())
}

/// Takes all keys but the newest off the list: nothing is sealed with them any more.
pub(super) async fn forget_keys(conn: &mut SqliteConnection, sealer: &Sealer) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM meta WHERE name LIKE 'key %' AND name <> ?")
        .bind(name_of_newest(sealer))
        .execute(conn)
        .await?;
    Ok(())
}

fn name_of_newest(sealer: &Sealer) -> String {
    let id = u32::from_be_bytes(sealer.newest());
    format!("key {id:08x}")
}
