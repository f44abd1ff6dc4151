//! Transactions that leave nothing open, whatever the disk says.
//!
//! When the disk is full, SQLite may end a transaction by itself. sqlx's `Transaction` then counts
//! it as still open for ever, and no later one begins. Here an end that fails is followed by a
//! rollback, and one that finds nothing to roll back has done its work.

use sqlx::SqliteConnection;

pub(super) async fn begin(conn: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(conn).await?;
    Ok(())
}

/// Keeps what was done, or nothing of it where something failed.
pub(super) async fn end<T>(conn: &mut SqliteConnection, done: sqlx::Result<T>) -> sqlx::Result<T> {
    let done = match done {
        Ok(value) => sqlx::raw_sql("COMMIT")
            .execute(&mut *conn)
            .await
            .map(|_| value),
        Err(error) => Err(error),
    };
    if done.is_err() {
        // Refused where SQLite has rolled back already.
        let _ = sqlx::raw_sql("ROLLBACK").execute(conn).await;
    }
    done
}
