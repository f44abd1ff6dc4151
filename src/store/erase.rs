//! Forgetting a person, in every table. A table added later is added here and in `export`.

use sqlx::SqliteConnection;

/// Everything about a person: `?1`. In private a chat has its person's number.
const PERSON: [&str; 3] = [
    "DELETE FROM session WHERE user = ?1",
    "DELETE FROM outbox WHERE user = ?1 OR chat = ?1",
    "DELETE FROM set_aside WHERE user = ?1 OR chat = ?1",
];

/// Erases a person, and of their updates those up to one in the order of receipt.
pub(super) async fn person(conn: &mut SqliteConnection, user: i64, up_to: i64) -> sqlx::Result<()> {
    for statement in PERSON {
        sqlx::query(statement)
            .bind(user)
            .execute(&mut *conn)
            .await?;
    }
    sqlx::query("DELETE FROM inbox WHERE (user = ?1 OR chat = ?1) AND seq <= ?2")
        .bind(user)
        .bind(up_to)
        .execute(conn)
        .await?;
    Ok(())
}

/// People nobody heard of since then, a few at a time in order of their number.
pub(super) const SILENT: &str = "SELECT user FROM session WHERE user > ? \
     GROUP BY user HAVING max(updated_at) < ? ORDER BY user LIMIT 100";

pub(super) async fn is_silent(
    conn: &mut SqliteConnection,
    user: i64,
    before: i64,
) -> sqlx::Result<bool> {
    sqlx::query_scalar("SELECT coalesce(max(updated_at) < ?2, FALSE) FROM session WHERE user = ?1")
        .bind(user)
        .bind(before)
        .fetch_one(conn)
        .await
}

pub(super) async fn set_aside(conn: &mut SqliteConnection, before: i64) -> sqlx::Result<i64> {
    let gone = sqlx::query("DELETE FROM set_aside WHERE at < ?")
        .bind(before)
        .execute(conn)
        .await?;
    Ok(gone.rows_affected().try_into().unwrap_or(i64::MAX))
}
