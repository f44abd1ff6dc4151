//! Everything that is kept about a person, opened. A table added later is added here and in `erase`.

use sqlx::{Row as _, SqlitePool, sqlite::SqliteRow};

use super::{
    Kept, StoreError, Value, from_ms,
    seal::{Place, Sealer, column_of},
};

/// A table with what is kept about a person in it.
struct Table {
    name: &'static str,
    rows: &'static str,
    columns: &'static [(&'static str, Kind)],
}

/// How a column is to be read.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    Time,
    Text,
    /// Sealed for this place; `None`: for the `body` of the table that `kind` names.
    Sealed(Option<&'static str>),
}

/// In private a chat has its person's number.
const TABLES: [Table; 5] = [
    Table {
        name: "session",
        rows: "SELECT * FROM session WHERE user = ?1 ORDER BY chat",
        columns: &[
            ("chat", Kind::Number),
            ("user", Kind::Number),
            ("updated_at", Kind::Time),
            ("body", Kind::Sealed(Some("session.body"))),
        ],
    },
    Table {
        name: "wake",
        rows: "SELECT * FROM wake WHERE user = ?1 ORDER BY chat",
        columns: &[
            ("chat", Kind::Number),
            ("user", Kind::Number),
            ("at", Kind::Time),
        ],
    },
    Table {
        name: "inbox",
        rows: "SELECT * FROM inbox WHERE user = ?1 OR chat = ?1 ORDER BY seq",
        columns: &[
            ("seq", Kind::Number),
            ("update_id", Kind::Number),
            ("chat", Kind::Number),
            ("user", Kind::Number),
            ("received_at", Kind::Time),
            ("attempts", Kind::Number),
            ("starts", Kind::Number),
            ("body", Kind::Sealed(Some("inbox.body"))),
        ],
    },
    Table {
        name: "outbox",
        rows: "SELECT * FROM outbox WHERE user = ?1 OR chat = ?1 ORDER BY id",
        columns: &[
            ("id", Kind::Number),
            ("chat", Kind::Number),
            ("user", Kind::Number),
            ("created_at", Kind::Time),
            ("not_before", Kind::Time),
            ("attempts", Kind::Number),
            ("unasked", Kind::Number),
            ("body", Kind::Sealed(Some("outbox.body"))),
        ],
    },
    Table {
        name: "set_aside",
        rows: "SELECT * FROM set_aside WHERE user = ?1 OR chat = ?1 ORDER BY no",
        columns: &[
            ("kind", Kind::Text),
            ("id", Kind::Number),
            ("chat", Kind::Number),
            ("user", Kind::Number),
            ("reason", Kind::Text),
            ("at", Kind::Time),
            ("body", Kind::Sealed(None)),
        ],
    },
];

pub(super) async fn person(
    pool: &SqlitePool,
    sealer: &Sealer,
    user: i64,
) -> Result<Vec<Kept>, StoreError> {
    // One transaction: the tables are seen at one moment.
    let mut tx = pool.begin().await?;
    let mut kept = Vec::new();
    for table in &TABLES {
        for row in sqlx::query(table.rows)
            .bind(user)
            .fetch_all(&mut *tx)
            .await?
        {
            let columns = table.columns.iter();
            let columns =
                columns.map(|(name, kind)| Ok((*name, value(&row, name, *kind, sealer)?)));
            kept.push(Kept {
                table: table.name,
                columns: columns.collect::<sqlx::Result<_>>()?,
            });
        }
    }
    Ok(kept)
}

fn value(row: &SqliteRow, name: &str, kind: Kind, sealer: &Sealer) -> sqlx::Result<Value> {
    Ok(match kind {
        Kind::Number => row
            .try_get::<Option<i64>, _>(name)?
            .map_or(Value::Nothing, Value::Number),
        Kind::Time => Value::Time(from_ms(row.try_get(name)?)),
        Kind::Text => Value::Text(row.try_get(name)?),
        Kind::Sealed(column) => {
            let column = match column {
                Some(column) => column,
                None => column_of(row.try_get("kind")?),
            };
            let chat: Option<i64> = row.try_get("chat")?;
            let user: Option<i64> = row.try_get("user")?;
            match sealer.open(Place::new(column, chat, user), row.try_get(name)?) {
                Ok(body) => Value::Bytes(body),
                Err(_) => Value::Damaged,
            }
        }
    })
}
