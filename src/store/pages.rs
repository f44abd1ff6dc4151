//! Reads what waits, page by page, and counts it.

use sqlx::{FromRow, Row as _, SqliteConnection, SqlitePool, sqlite::SqliteRow};

use super::{
    Backlog, Damaged, OutboxId, Page, Pending, Queued, Store, StoreError, from_ms,
    seal::{Place, Sealer},
};

/// A page of what waits to be handled, of one chat or of all.
pub(super) async fn inbox(
    pool: &SqlitePool,
    sealer: &Sealer,
    chat: Option<i64>,
    after: i64,
    limit: u32,
) -> Result<Page<Pending>, StoreError> {
    let query = match chat {
        None => sqlx::query(
            "SELECT seq, chat, user, body, update_id, attempts, starts FROM inbox \
             WHERE seq > ?1 ORDER BY seq LIMIT ?2",
        ),
        Some(_) => sqlx::query(
            "SELECT seq, chat, user, body, update_id, attempts, starts FROM inbox \
             WHERE seq > ?1 AND chat = ?3 ORDER BY seq LIMIT ?2",
        ),
    };
    let query = query.bind(after).bind(limit);
    let rows = match chat {
        None => query.fetch_all(pool).await?,
        Some(chat) => query.bind(chat).fetch_all(pool).await?,
    };
    page(&rows, sealer, "inbox", "inbox.body", |row, head, body| {
        Ok(Pending {
            seq: head.id,
            update_id: row.try_get("update_id")?,
            chat: head.chat,
            attempts: row.try_get("attempts")?,
            starts: row.try_get("starts")?,
            body,
        })
    })
}

/// A page of what waits to be sent.
pub(super) async fn outbox(
    pool: &SqlitePool,
    sealer: &Sealer,
    after: i64,
    limit: u32,
) -> Result<Page<Queued>, StoreError> {
    let rows = sqlx::query(
        "SELECT id, chat, user, body, attempts, unasked, not_before, created_at FROM outbox \
         WHERE id > ? ORDER BY id LIMIT ?",
    )
    .bind(after)
    .bind(limit)
    .fetch_all(pool)
    .await?;
    page(&rows, sealer, "outbox", "outbox.body", queued)
}

impl Store {
    /// What of one chat waits to be sent, of the kind that somebody asked for or nobody did, after a
    /// number in the order of sending.
    pub async fn outbox_of(
        &self,
        chat: i64,
        unasked: bool,
        after: OutboxId,
        limit: u32,
    ) -> Result<Page<Queued>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, chat, user, body, attempts, unasked, not_before, created_at FROM outbox \
             WHERE chat = ? AND unasked = ? AND id > ? ORDER BY id LIMIT ?",
        );
        let rows = rows.bind(chat).bind(unasked).bind(after).bind(limit);
        let rows = rows.fetch_all(&self.0.pool).await?;
        page(&rows, &self.0.sealer, "outbox", "outbox.body", queued)
    }

    /// The number and the chat of what waits to be sent, of one kind, after a number in the order
    /// of sending.
    pub async fn outbox_chats(
        &self,
        unasked: bool,
        after: OutboxId,
        limit: u32,
    ) -> Result<Vec<(OutboxId, i64)>, StoreError> {
        let rows = sqlx::query_as(
            "SELECT id, chat FROM outbox WHERE unasked = ? AND id > ? ORDER BY id LIMIT ?",
        );
        let rows = rows.bind(unasked).bind(after).bind(limit);
        Ok(rows.fetch_all(&self.0.pool).await?)
    }
}

fn queued(row: &SqliteRow, head: &Head, body: Vec<u8>) -> sqlx::Result<Queued> {
    Ok(Queued {
        id: head.id,
        chat: head.chat.unwrap_or_default(),
        attempts: row.try_get("attempts")?,
        unasked: row.try_get("unasked")?,
        not_before: from_ms(row.try_get("not_before")?),
        created_at: from_ms(row.try_get("created_at")?),
        body,
    })
}

/// The columns that every page starts with.
struct Head {
    id: i64,
    chat: Option<i64>,
    user: Option<i64>,
    body: Vec<u8>,
}

impl FromRow<'_, SqliteRow> for Head {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            id: row.try_get(0)?,
            chat: row.try_get(1)?,
            user: row.try_get(2)?,
            body: row.try_get(3)?,
        })
    }
}

fn page<T>(
    rows: &[SqliteRow],
    sealer: &Sealer,
    table: &'static str,
    column: &'static str,
    make: impl Fn(&SqliteRow, &Head, Vec<u8>) -> sqlx::Result<T>,
) -> Result<Page<T>, StoreError> {
    let mut page = Page {
        rows: Vec::with_capacity(rows.len()),
        damaged: Vec::new(),
        last: None,
    };
    for row in rows {
        let head = Head::from_row(row)?;
        page.last = Some(head.id);
        match sealer.open(Place::new(column, head.chat, head.user), &head.body) {
            Ok(body) => page.rows.push(make(row, &head, body)?),
            Err(_) => page.damaged.push(Damaged {
                table,
                id: head.id,
                chat: head.chat,
            }),
        }
    }
    Ok(page)
}

pub(super) async fn backlog(pool: &SqlitePool) -> Result<Backlog, StoreError> {
    let mut conn = pool.acquire().await?;
    Ok(Backlog {
        inbox: count(&mut conn, "SELECT count(*) FROM inbox").await?,
        outbox: count(&mut conn, "SELECT count(*) FROM outbox").await?,
        set_aside: count(&mut conn, "SELECT count(*) FROM set_aside").await?,
    })
}

async fn count(conn: &mut SqliteConnection, query: &'static str) -> sqlx::Result<u64> {
    let rows: i64 = sqlx::query_scalar(query).fetch_one(conn).await?;
    Ok(rows.try_into().unwrap_or_default())
}
