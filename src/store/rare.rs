//! The rare operations, with statements of their own.

use sqlx::SqliteConnection;

use super::{
    StoreError,
    cache::Change,
    op::{Answer, Op, Row},
    transaction, work,
};

/// Some sessions as they lie in the file, and whether nobody was heard of there since then. All are looked
/// at: an index on the time would cost every update.
pub(super) const SILENT: &str = "SELECT rowid, user, updated_at < ? FROM session WHERE rowid > ? \
     ORDER BY rowid LIMIT 1000";

/// Does an operation in a transaction of its own.
pub(super) async fn run(
    conn: &mut SqliteConnection,
    op: &Op,
    changes: &mut Vec<Change>,
) -> sqlx::Result<Answer> {
    transaction::begin(conn).await?;
    let done = run_within(conn, op, changes).await;
    transaction::end(conn, done).await
}

async fn run_within(
    tx: &mut SqliteConnection,
    op: &Op,
    changes: &mut Vec<Change>,
) -> sqlx::Result<Answer> {
    Ok(match op {
        Op::Started { seqs } => {
            for seq in seqs {
                let count = sqlx::query("UPDATE inbox SET starts = starts + 1 WHERE seq = ?");
                count.bind(seq).execute(&mut *tx).await?;
            }
            Ok(Vec::new())
        }
        Op::Failed { seq } => failed(tx, *seq).await?,
        Op::Postpone {
            id,
            not_before,
            attempts,
        } => {
            sqlx::query("UPDATE outbox SET not_before = ?, attempts = ? WHERE id = ?")
                .bind(not_before)
                .bind(attempts)
                .bind(id)
                .execute(&mut *tx)
                .await?;
            Ok(Vec::new())
        }
        Op::SetAside { row, reason, now } => set_aside(tx, *row, reason, *now).await?,
        Op::DropOutgoing { chat } => {
            let query = sqlx::query("DELETE FROM outbox WHERE chat = ?").bind(chat);
            Ok(vec![count(query.execute(&mut *tx).await?.rows_affected())])
        }
        Op::EraseSilent { users, before } => {
            let mut erased = 0;
            for user in users {
                if is_silent(tx, *user, *before).await? {
                    work::erase(tx, *user).await?;
                    changes.push(Change::Erased(*user));
                    erased += 1;
                }
            }
            Ok(vec![erased])
        }
        Op::DropSetAside { before } => {
            let query = sqlx::query("DELETE FROM set_aside WHERE at < ?").bind(before);
            Ok(vec![count(query.execute(&mut *tx).await?.rows_affected())])
        }
        Op::Receive { .. } | Op::Commit(_) | Op::Finish { .. } | Op::Sent { .. } | Op::Close => {
            Ok(Vec::new())
        }
        Op::Probe => {
            // A value that is always another: it has to be written.
            let probe = "INSERT INTO meta (name, value) VALUES ('probe', randomblob(8)) \
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value";
            sqlx::query(probe).execute(&mut *tx).await?;
            Ok(Vec::new())
        }
    })
}

async fn failed(conn: &mut SqliteConnection, seq: i64) -> sqlx::Result<Answer> {
    let attempts = sqlx::query_scalar(
        "UPDATE inbox SET attempts = attempts + 1 WHERE seq = ? RETURNING attempts",
    );
    let attempts = attempts.bind(seq).fetch_optional(conn).await?;
    Ok(match attempts {
        Some(attempts) => Ok(vec![attempts]),
        None => Err(StoreError::AlreadyHandled { seq }),
    })
}

/// Forgets a few of the update numbers from before, and returns how many.
///
/// Numbers grow with time, so the old ones stand at the low end. Where they began anew, after a
/// quiet week or for another bot, those from before the new beginning stand at the high end. Both
/// are found without an index on the time, which every update would have to pay for.
pub(super) async fn forget_seen(conn: &mut SqliteConnection, before: i64) -> sqlx::Result<u64> {
    let lowest = "DELETE FROM seen WHERE at < ? AND update_id IN \
         (SELECT update_id FROM seen ORDER BY update_id LIMIT 500)";
    let highest = "DELETE FROM seen WHERE at < ? AND update_id IN \
         (SELECT update_id FROM seen ORDER BY update_id DESC LIMIT 500)";
    let mut forgotten = 0;
    for end in [lowest, highest] {
        let query = sqlx::query(end).bind(before);
        forgotten += query.execute(&mut *conn).await?.rows_affected();
    }
    Ok(forgotten)
}

/// Someone may have said something since they were found to be silent.
async fn is_silent(conn: &mut SqliteConnection, user: i64, before: i64) -> sqlx::Result<bool> {
    sqlx::query_scalar("SELECT coalesce(max(updated_at) < ?2, FALSE) FROM session WHERE user = ?1")
        .bind(user)
        .bind(before)
        .fetch_one(conn)
        .await
}

/// Moves a row, still sealed: also one that cannot be opened.
async fn set_aside(
    conn: &mut SqliteConnection,
    row: Row,
    reason: &str,
    now: i64,
) -> sqlx::Result<Answer> {
    let (copy, delete, key) = match row {
        Row::Update { seq } => (
            "INSERT INTO set_aside (kind, id, chat, user, body, reason, at) \
             SELECT 'inbox', seq, chat, user, body, ?2, ?3 FROM inbox WHERE seq = ?1",
            "DELETE FROM inbox WHERE seq = ?1",
            seq,
        ),
        Row::Message { id } => (
            "INSERT INTO set_aside (kind, id, chat, user, body, reason, at) \
             SELECT 'outbox', id, chat, user, body, ?2, ?3 FROM outbox WHERE id = ?1",
            "DELETE FROM outbox WHERE id = ?1",
            id,
        ),
    };
    let copied = sqlx::query(copy).bind(key).bind(reason).bind(now);
    let copied = copied.execute(&mut *conn).await?.rows_affected();
    sqlx::query(delete).bind(key).execute(conn).await?;
    match row {
        Row::Update { seq } if copied == 0 => Ok(Err(StoreError::AlreadyHandled { seq })),
        Row::Update { .. } | Row::Message { .. } => Ok(Ok(Vec::new())),
    }
}

fn count(rows: u64) -> i64 {
    rows.try_into().unwrap_or(i64::MAX)
}
