//! Who is to be reminded: the one index that is looked at when time passes.

use jiff::Timestamp;

use super::{Store, StoreError, Who, from_ms};

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
        let rows = sqlx::query_as(
            "SELECT at, user, chat FROM wake WHERE at <= ?1 AND (at, user, chat) > (?2, ?3, ?4) \
             ORDER BY at, user, chat LIMIT ?5",
        );
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
        let next = sqlx::query_scalar("SELECT at FROM wake WHERE at > ? ORDER BY at LIMIT 1");
        let next: Option<i64> = next
            .bind(after.as_millisecond())
            .fetch_optional(&self.0.pool)
            .await?;
        Ok(next.map(from_ms))
    }
}
