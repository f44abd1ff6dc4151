//! What must hold of the database itself: whole at a start, brought up to date from every earlier
//! version, covered by export and erasing, and well again when the disk is.

use std::{fs, process::Command};

use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use twitchwise::store::{Handled, OpenError, SessionChange, StoreError, Value};

use crate::place::{ANNA, BEN, KEY, Place, at, handled, receive_one, to_send, update, waiting};

/// The versions before the newest, each with something in every table, sealed with `KEY`.
const SAMPLES: [(i64, &str); 3] = [
    (1, include_str!("samples/v1.sql")),
    (2, include_str!("samples/v2.sql")),
    (3, include_str!("samples/v3.sql")),
];

async fn connect(place: &Place) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(place.file());
    options.create_if_missing(true).connect().await.unwrap()
}

/// A database with so many people in it, closed.
async fn filled(people: i64) -> Place {
    let place = Place::new();
    let store = place.open().await;
    for id in 1..=people {
        let who = twitchwise::store::Who { chat: id, user: id };
        let event = Handled {
            seq: None,
            ..handled(0, who, &"s".repeat(900), &[])
        };
        store.commit(event).await.unwrap();
    }
    store.close().await.unwrap();
    place
}

async fn refusal(place: &Place) -> OpenError {
    place.open_with(KEY).await.err().unwrap()
}

#[tokio::test]
async fn overwritten_and_missing_pages_stop_the_start() {
    let place = filled(200).await;
    let whole = fs::read(place.file()).unwrap();
    let mut overwritten = whole.clone();
    let middle = whole.len() / 2 / 4096 * 4096;
    overwritten[middle..middle + 4096].fill(0x5a);
    for bytes in [overwritten, whole[..whole.len() / 2].to_vec()] {
        fs::write(place.file(), &bytes).unwrap();
        let error = refusal(&place).await;
        assert!(matches!(error, OpenError::Damaged { .. }), "{error}");
        let said = error.to_string();
        assert!(said.contains("twitchwise restore FILE"), "{said}");
        assert!(said.contains("bot.db"), "{said}");
    }
    fs::write(place.file(), &whole).unwrap();
    place.open().await.close().await.unwrap();
}

#[tokio::test]
async fn a_torn_log_loses_nothing_that_left_it() {
    let place = filled(20).await;
    let log = place.file().with_extension("db-wal");
    for garbage in [vec![0x5a; 50_000], vec![0x5a; 10], Vec::new()] {
        fs::write(&log, garbage).unwrap();
        let store = place.open().await;
        let who = twitchwise::store::Who { chat: 9, user: 9 };
        assert!(store.session(who).await.unwrap().is_some());
        store.close().await.unwrap();
    }
}

#[tokio::test]
async fn another_programs_database_is_left_alone() {
    let place = Place::new();
    fs::create_dir_all(place.file().parent().unwrap()).unwrap();
    let mut conn = connect(&place).await;
    sqlx::raw_sql("CREATE TABLE theirs (x)")
        .execute(&mut conn)
        .await
        .unwrap();
    conn.close().await.unwrap();
    let error = refusal(&place).await;
    assert!(matches!(error, OpenError::Foreign { .. }), "{error}");
    let ours = place
        .numbers("SELECT count(*) FROM sqlite_master WHERE name = 'session'")
        .await;
    assert_eq!(ours, [0]);
}

#[tokio::test]
async fn every_earlier_version_is_brought_up_to_date_with_all_its_rows() {
    let place = Place::new();
    place.open().await.close().await.unwrap();
    let newest = place
        .numbers("SELECT max(version) FROM _sqlx_migrations")
        .await[0];
    let versions = SAMPLES.map(|(version, _)| version);
    assert!(
        versions.into_iter().eq(1..newest),
        "a sample of each version before {newest} is needed in tests/store/samples"
    );
    for (version, sql) in SAMPLES {
        let place = Place::new();
        fs::create_dir_all(place.file().parent().unwrap()).unwrap();
        let mut conn = connect(&place).await;
        sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
        let tables: Vec<String> = sqlx::query_scalar(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
        )
        .fetch_all(&mut conn)
        .await
        .unwrap();
        for table in tables {
            let count = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
            let rows: i64 = sqlx::query_scalar(count)
                .fetch_one(&mut conn)
                .await
                .unwrap();
            assert!(rows > 0, "the sample of version {version} has no {table}");
        }
        conn.close().await.unwrap();

        let store = place.open().await;
        assert_eq!(store.next_offset().await.unwrap(), Some(4));
        assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"session");
        assert_eq!(waiting(&store).await, ["waiting"]);
        assert_eq!(to_send(&store).await, ["message"]);
        let kept = store.export(ANNA).await.unwrap();
        let tables = kept.iter().map(|row| row.table).collect::<Vec<_>>();
        assert_eq!(tables, ["session", "inbox", "outbox", "set_aside"]);
        let damaged = |(_, value): &(_, Value)| *value == Value::Damaged;
        assert!(!kept.iter().any(|row| row.columns.iter().any(damaged)));
        let again = store.receive(vec![update(2, ANNA, "x")], None, at(1));
        assert_eq!(again.await.unwrap(), [], "its number is known");
    }
}

#[tokio::test]
async fn every_table_with_a_person_in_it_is_exported_and_erased() {
    let place = Place::new();
    place.open().await.close().await.unwrap();
    let mut conn = connect(&place).await;
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT t.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c \
         WHERE t.type = 'table' AND c.name IN ('chat', 'user') ORDER BY t.name",
    )
    .fetch_all(&mut conn)
    .await
    .unwrap();
    assert!(!tables.is_empty());
    for table in &tables {
        // A row of the person, whatever the columns: zeros, and the person's number.
        let columns: Vec<(String, String)> =
            sqlx::query_as("SELECT name, type FROM pragma_table_info(?) WHERE name <> 'no'")
                .bind(table)
                .fetch_all(&mut conn)
                .await
                .unwrap();
        let names = columns.iter().map(|(name, _)| name.as_str());
        let values = columns.iter().map(|(name, kind)| match name.as_str() {
            "chat" | "user" => "7",
            _ if kind == "BLOB" => "x'00'",
            _ if kind == "TEXT" => "'x'",
            _ => "0",
        });
        let insert = format!(
            "INSERT INTO {table} ({}) VALUES ({})",
            names.collect::<Vec<_>>().join(", "),
            values.collect::<Vec<_>>().join(", ")
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(insert))
            .execute(&mut conn)
            .await
            .unwrap();
    }
    conn.close().await.unwrap();

    let store = place.open().await;
    let kept = store.export(ANNA).await.unwrap();
    let mut exported = kept.iter().map(|row| row.table).collect::<Vec<_>>();
    exported.sort_unstable();
    assert_eq!(exported, tables, "a table is not exported");
    let erase = Handled {
        seq: None,
        session: SessionChange::Erase,
        ..handled(0, ANNA, "", &[])
    };
    store.commit(erase).await.unwrap();
    store.close().await.unwrap();
    let mut conn = connect(&place).await;
    for table in tables {
        let count = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        let left: i64 = sqlx::query_scalar(count)
            .fetch_one(&mut conn)
            .await
            .unwrap();
        assert_eq!(left, 0, "{table} is not erased");
    }
}

#[cfg(target_os = "linux")]
/// Sets how large a file of this process may become; `unlimited` for no limit.
fn limit(bytes: &str) {
    let done = Command::new("prlimit")
        .args(["--pid", &std::process::id().to_string()])
        .arg(format!("--fsize={bytes}:unlimited"))
        .status()
        .unwrap();
    assert!(done.success());
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_full_disk_is_said_and_left_behind() {
    // In a process of its own: the limit is the whole process's, and passing it must not kill.
    let mark = "TWITCHWISE_TEST_LIMITED";
    if std::env::var_os(mark).is_some() {
        return fill_the_disk().await;
    }
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["upkeep::a_full_disk_is_said_and_left_behind", "--exact"])
        .env(mark, "yes")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[cfg(target_os = "linux")]
async fn fill_the_disk() {
    let place = Place::new();
    let store = place.open().await;
    store.writable().await.unwrap();
    let seq = receive_one(&store, 1, ANNA, "before").await;
    limit("200000");
    let long = "x".repeat(300_000);
    for round in 0..3 {
        // Frequent ones in groups, rare ones alone, and the probe.
        let (a, b, c) = tokio::join!(
            store.receive(vec![update(10, BEN, &long)], Some(99), at(0)),
            store.commit(handled(seq, ANNA, &long, &[])),
            store.set_aside_update(seq, &long, at(0)),
        );
        for error in [a.map(drop), b.map(drop), c].map(Result::unwrap_err) {
            assert!(
                matches!(error, StoreError::Full(_) | StoreError::Io(_)),
                "round {round}: {error}"
            );
            assert!(!error.is_lasting());
        }
    }
    let mut full = store.writable().await;
    for _ in 0..100 {
        if full.is_err() {
            break;
        }
        full = store.writable().await;
    }
    assert!(matches!(full, Err(StoreError::Full(_) | StoreError::Io(_))));
    assert_eq!(store.session(ANNA).await.unwrap(), None);
    limit("unlimited");
    store.writable().await.unwrap();
    assert_eq!(waiting(&store).await, ["before"], "nothing half kept");
    assert_eq!(store.failed(seq).await.unwrap(), 1);
    store
        .commit(handled(seq, ANNA, &long, &["after"]))
        .await
        .unwrap();
    store.close().await.unwrap();
    let store = place.open().await;
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), long.as_bytes());
    assert_eq!(to_send(&store).await, ["after"]);
}
