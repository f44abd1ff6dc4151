//! Finishes a change of keys: everything is sealed with the newest one, so that the others may go.

use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};

use super::{
    Damaged, OpenError, Sealer, open, schema,
    seal::{Place, column_of},
    transaction,
};

/// The tables with a sealed `body`, and what numbers their rows.
const TABLES: [(&str, &str); 4] = [
    ("session", "rowid"),
    ("inbox", "seq"),
    ("outbox", "id"),
    ("set_aside", "no"),
];
/// Rows in one transaction: what is in memory at once, and what is done again after a kill.
const BATCH: u32 = 100;

/// What resealing led to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resealed {
    /// Rows that are sealed with the newest key now and were not before.
    pub rows: u64,
    /// Rows that no key given opens. They stay where they are: when the bot meets one, it sets it
    /// aside and tells the person, which it could not if the row were gone.
    pub damaged: Vec<Damaged>,
}

/// A row with another key's id in front: number, table it came from, chat, user, body.
type Row = (i64, String, Option<i64>, Option<i64>, Vec<u8>);

/// Seals everything in the database at `sqlite://PATH` with the newest key. The bot must not run.
/// Killed, it goes on where it was when it is run again.
pub async fn reseal(url: &str, sealer: &Sealer) -> Result<Resealed, OpenError> {
    let path = open::path_of(url)?;
    open::must_be_database(&path)?;
    let mut opened = open::open(url, sealer).await?;
    let conn = &mut opened.writer;
    let done = async {
        let mut resealed = Resealed::default();
        for (table, id) in TABLES {
            reseal_table(conn, sealer, table, id, &mut resealed).await?;
        }
        schema::forget_keys(conn, sealer).await?;
        // What was sealed with the old keys leaves the log too.
        sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(conn)
            .await?;
        Ok(resealed)
    };
    let done = done.await;
    let closed = opened.writer.close().await;
    drop(opened.lock);
    done.and_then(|resealed| closed.map(|()| resealed))
        .map_err(|error| open::database_error(&path, error))
}

async fn reseal_table(
    conn: &mut SqliteConnection,
    sealer: &Sealer,
    table: &'static str,
    id: &str,
    resealed: &mut Resealed,
) -> sqlx::Result<()> {
    let kind = match table {
        "set_aside" => "kind".to_owned(),
        _ => format!("'{table}'"),
    };
    let select = format!(
        "SELECT {id} AS id, {kind} AS kind, chat, user, body FROM {table} \
         WHERE {id} > ? AND substr(body, 1, 4) <> ? ORDER BY {id} LIMIT {BATCH}"
    );
    let update = format!("UPDATE {table} SET body = ? WHERE {id} = ?");
    let mut after = i64::MIN;
    loop {
        let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(select.clone()))
            .bind(after)
            .bind(&sealer.newest()[..])
            .fetch_all(&mut *conn)
            .await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = last.0;
        transaction::begin(conn).await?;
        let done = async {
            let mut changed = 0;
            for (id, kind, chat, user, body) in &rows {
                let place = Place::new(column_of(kind), *chat, *user);
                let Ok(plain) = sealer.open(place, body) else {
                    resealed.damaged.push(Damaged {
                        table,
                        id: *id,
                        chat: *chat,
                    });
                    continue;
                };
                let sealed = sealer
                    .seal(place, &plain)
                    .map_err(|error| sqlx::Error::Encode(error.into()))?;
                let query = sqlx::query(AssertSqlSafe(update.clone()));
                query.bind(sealed).bind(*id).execute(&mut *conn).await?;
                changed += 1;
            }
            Ok(changed)
        };
        let done = done.await;
        resealed.rows += transaction::end(conn, done).await?;
    }
}
