//! Who is to be reminded: the one index that is looked at when time passes.

use jiff::Timestamp;

use super::{Store, StoreError, Who, from_ms};

const DUE: &str = "SELECT at, user, chat FROM wake WHERE at <= ?1 AND (at, user, chat) > (?2, ?3, ?4) \
     ORDER BY at, user, chat LIMIT ?5";
const NEXT: &str = "SELECT at FROM wake WHERE at > ? ORDER BY at LIMIT 1";

/// A person of whom a reminder is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// When it was due.
    pub at: Timestamp,
    /// The person.
    pub who: Who,
}

impl Store {
    /// People of whom a reminder is due by `now`, longest due first, at most `limit` of them, after
    /// one that was read before. Costs the same however many are stored.
    pub async fn due(
        &self,
        now: Timestamp,
        after: Option<Due>,
        limit: u32,
    ) -> Result<Vec<Due>, StoreError> {
        let rows = sqlx::query_as(DUE);
        let (at, user, chat) = after.map_or((i64::MIN, i64::MIN, i64::MIN), |due| {
            (due.at.as_millisecond(), due.who.user, due.who.chat)
        });
        let rows: Vec<(i64, i64, i64)> = rows
            .bind(now.as_millisecond())
            .bind(at)
            .bind(user)
            .bind(chat)
            .bind(limit)
            .fetch_all(&self.0.pool)
            .await?;
        let due = |(at, user, chat)| Due {
            at: from_ms(at),
            who: Who { chat, user },
        };
        Ok(rows.into_iter().map(due).collect())
    }

    /// When the next reminder of anyone is due, after a time.
    pub async fn next_due(&self, after: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let next = sqlx::query_scalar(NEXT);
        let next: Option<i64> = next
            .bind(after.as_millisecond())
            .fetch_optional(&self.0.pool)
            .await?;
        Ok(next.map(from_ms))
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection};

    use super::*;

    /// How SQLite goes about a query.
    async fn plan(query: &str) -> Vec<String> {
        let mut conn = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        let wake = include_str!("migrations/0003_wake.sql");
        sqlx::raw_sql(wake).execute(&mut conn).await.unwrap();
        let query = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {query}"));
        let rows: Vec<(i64, i64, i64, String)> =
            sqlx::query_as(query).fetch_all(&mut conn).await.unwrap();
        rows.into_iter().map(|(.., detail)| detail).collect()
    }

    /// It must not take longer the more is stored: no scan of the table, nothing to be sorted.
    #[tokio::test]
    async fn what_is_due_is_found_by_the_index_alone() {
        for query in [DUE, NEXT] {
            let plan = plan(query).await;
            assert!(
                matches!(&plan[..], [step] if step.starts_with("SEARCH wake USING COVERING INDEX wake_at (")),
                "{query}: {plan:?}"
            );
        }
        let all = plan("SELECT at FROM wake WHERE user + 0 = 1").await;
        assert!(all[0].starts_with("SCAN"), "{all:?}");
    }
}
