//! One transaction for the operations of many chats. Neighbours of a kind share their statements:
//! what a group costs hardly grows with its size.

use std::{collections::BTreeSet, sync::Arc};

use sqlx::{Connection as _, QueryBuilder, Row as _, Sqlite, SqliteConnection};

use super::{
    StoreError, Who,
    cache::Change,
    op::{Answer, NewMessage, NewSession, NewUpdate, Op},
    single,
};

/// Rows in one statement. Each size up to this has its own prepared statement.
const ROWS: usize = 16;

/// A session counts as silent since its last change or, to within this, its last event.
const TOUCH_MS: i64 = 24 * 60 * 60 * 1000;

/// The numbers given last. There is one writer, so it can give them.
#[derive(Clone, Copy, Default)]
pub(super) struct Ids {
    pub(super) seq: i64,
    pub(super) outbox: i64,
}

/// What a committed group did.
pub(super) struct Done {
    /// One for each operation.
    pub(super) answers: Vec<Answer>,
    pub(super) changes: Vec<Change>,
}

/// Does all operations in their order, or none.
pub(super) async fn run(
    conn: &mut SqliteConnection,
    ids: &mut Ids,
    ops: &[&Op],
) -> sqlx::Result<Done> {
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
    let mut done = Done {
        answers: Vec::with_capacity(ops.len()),
        changes: Vec::new(),
    };
    for run in ops.chunk_by(|a, b| a.is_plain() && b.is_plain()) {
        match run {
            [op] if !op.is_plain() => single::run(&mut tx, ids, op, &mut done).await?,
            plain => together(&mut tx, ids, plain, &mut done).await?,
        }
    }
    tx.commit().await?;
    Ok(done)
}

/// Does plain operations, a statement for each kind of row.
async fn together(
    conn: &mut SqliteConnection,
    ids: &mut Ids,
    ops: &[&Op],
    done: &mut Done,
) -> sqlx::Result<()> {
    let mut fresh = receive(conn, ops).await?;
    let mut ended = end_updates(conn, ops).await?;
    let mut rows = Rows::default();
    for op in ops {
        let answer = match op {
            Op::Receive {
                rows: updates,
                next_offset,
                now,
            } => {
                rows.next_offset = next_offset.or(rows.next_offset);
                Ok(rows.updates(ids, &mut fresh, updates, *now))
            }
            Op::Finish { seq } if !ended.remove(seq) => Err(already_handled(*seq)),
            Op::Commit(commit) if commit.seq.is_some_and(|seq| !ended.remove(&seq)) => {
                Err(already_handled(commit.seq.unwrap_or_default()))
            }
            Op::Commit(commit) => {
                match &commit.session {
                    NewSession::Save { sealed, plain } => {
                        rows.session(commit.who, commit.now, sealed);
                        done.changes
                            .push(Change::Saved(commit.who, Arc::clone(plain)));
                    }
                    NewSession::Keep if commit.seq.is_some() => {
                        rows.touched.push((commit.who, commit.now));
                    }
                    NewSession::Keep | NewSession::Erase => {}
                }
                Ok(rows.messages(ids, commit.who.user, &commit.outgoing, commit.now))
            }
            Op::Sent { id } => {
                rows.sent.push(*id);
                Ok(Vec::new())
            }
            Op::Finish { .. }
            | Op::Failed { .. }
            | Op::Postpone { .. }
            | Op::SetAside { .. }
            | Op::DropOutgoing { .. }
            | Op::EraseSilent { .. }
            | Op::DropSetAside { .. }
            | Op::Close => Ok(Vec::new()),
        };
        done.answers.push(answer);
    }
    rows.write(conn).await
}

pub(super) fn already_handled(seq: i64) -> StoreError {
    StoreError::AlreadyHandled { seq }
}

/// Notes the updates as seen. Returns those that were not seen before.
async fn receive(conn: &mut SqliteConnection, ops: &[&Op]) -> sqlx::Result<BTreeSet<i64>> {
    let mut updates = Vec::new();
    for op in ops {
        if let Op::Receive { rows, now, .. } = op {
            updates.extend(rows.iter().map(|row| (row.update_id, *now)));
        }
    }
    let mut fresh = BTreeSet::new();
    for chunk in updates.chunks(ROWS) {
        let rows = QueryBuilder::<Sqlite>::new("INSERT INTO seen (update_id, at) ")
            .push_values(chunk, |mut row, (update_id, at)| {
                row.push_bind(*update_id).push_bind(*at);
            })
            .push(" ON CONFLICT DO NOTHING RETURNING update_id")
            .build()
            .fetch_all(&mut *conn)
            .await?;
        for row in rows {
            fresh.insert(row.try_get(0)?);
        }
    }
    Ok(fresh)
}

/// Takes the updates that the operations end out of the inbox. Returns those that were there.
async fn end_updates(conn: &mut SqliteConnection, ops: &[&Op]) -> sqlx::Result<BTreeSet<i64>> {
    let mut seqs = Vec::new();
    for op in ops {
        if let Op::Finish { seq } = op {
            seqs.push(*seq);
        } else if let Op::Commit(commit) = op {
            seqs.extend(commit.seq);
        }
    }
    let mut ended = BTreeSet::new();
    for chunk in seqs.chunks(ROWS) {
        let mut query = QueryBuilder::<Sqlite>::new("DELETE FROM inbox WHERE seq IN (");
        push_list(&mut query, chunk);
        let rows = query
            .push(") RETURNING seq")
            .build()
            .fetch_all(&mut *conn)
            .await?;
        for row in rows {
            ended.insert(row.try_get(0)?);
        }
    }
    Ok(ended)
}

fn push_list(query: &mut QueryBuilder<Sqlite>, values: &[i64]) {
    let mut list = query.separated(", ");
    for value in values {
        list.push_bind(*value);
    }
}

/// The rows that a group writes.
#[derive(Default)]
pub(super) struct Rows<'a> {
    next_offset: Option<i64>,
    inbox: Vec<(i64, i64, &'a NewUpdate)>,
    sessions: Vec<(Who, i64, &'a [u8])>,
    touched: Vec<(Who, i64)>,
    outbox: Vec<(i64, i64, i64, &'a NewMessage)>,
    sent: Vec<i64>,
}

impl<'a> Rows<'a> {
    fn updates(
        &mut self,
        ids: &mut Ids,
        fresh: &mut BTreeSet<i64>,
        updates: &'a [NewUpdate],
        now: i64,
    ) -> Vec<i64> {
        let mut seqs = Vec::with_capacity(updates.len());
        for update in updates {
            // The first of two equal ones is the fresh one.
            seqs.push(if fresh.remove(&update.update_id) {
                ids.seq += 1;
                self.inbox.push((ids.seq, now, update));
                ids.seq
            } else {
                0
            });
        }
        seqs
    }

    pub(super) fn session(&mut self, who: Who, now: i64, sealed: &'a [u8]) {
        self.sessions.push((who, now, sealed));
    }

    /// Adds messages that are decided for a person. Returns their numbers.
    pub(super) fn messages(
        &mut self,
        ids: &mut Ids,
        user: i64,
        messages: &'a [NewMessage],
        now: i64,
    ) -> Vec<i64> {
        let first = ids.outbox + 1;
        for message in messages {
            ids.outbox += 1;
            self.outbox.push((ids.outbox, user, now, message));
        }
        (first..=ids.outbox).collect()
    }

    pub(super) async fn write(&self, conn: &mut SqliteConnection) -> sqlx::Result<()> {
        if let Some(next) = self.next_offset {
            sqlx::query(
                "INSERT INTO poll_offset (id, next) VALUES (1, ?) \
                 ON CONFLICT (id) DO UPDATE SET next = excluded.next",
            )
            .bind(next)
            .execute(&mut *conn)
            .await?;
        }
        for chunk in self.inbox.chunks(ROWS) {
            QueryBuilder::<Sqlite>::new(
                "INSERT INTO inbox (seq, received_at, update_id, chat, user, body) ",
            )
            .push_values(chunk, |mut row, (seq, now, update)| {
                row.push_bind(*seq)
                    .push_bind(*now)
                    .push_bind(update.update_id);
                row.push_bind(update.chat)
                    .push_bind(update.user)
                    .push_bind(&update.body[..]);
            })
            .build()
            .execute(&mut *conn)
            .await?;
        }
        for chunk in self.sessions.chunks(ROWS) {
            QueryBuilder::<Sqlite>::new("INSERT INTO session (user, chat, updated_at, body) ")
                .push_values(chunk, |mut row, (who, now, sealed)| {
                    row.push_bind(who.user)
                        .push_bind(who.chat)
                        .push_bind(*now)
                        .push_bind(*sealed);
                })
                .push(
                    " ON CONFLICT (user, chat) \
                      DO UPDATE SET updated_at = excluded.updated_at, body = excluded.body",
                )
                .build()
                .execute(&mut *conn)
                .await?;
        }
        for (who, now) in &self.touched {
            sqlx::query(
                "UPDATE session SET updated_at = ?3 \
                 WHERE user = ?1 AND chat = ?2 AND updated_at < ?4",
            )
            .bind(who.user)
            .bind(who.chat)
            .bind(now)
            .bind(now - TOUCH_MS)
            .execute(&mut *conn)
            .await?;
        }
        for chunk in self.outbox.chunks(ROWS) {
            QueryBuilder::<Sqlite>::new("INSERT INTO outbox (id, user, created_at, chat, body) ")
                .push_values(chunk, |mut row, (id, user, now, message)| {
                    row.push_bind(*id).push_bind(*user).push_bind(*now);
                    row.push_bind(message.chat).push_bind(&message.body[..]);
                })
                .build()
                .execute(&mut *conn)
                .await?;
        }
        for chunk in self.sent.chunks(ROWS) {
            let mut query = QueryBuilder::<Sqlite>::new("DELETE FROM outbox WHERE id IN (");
            push_list(&mut query, chunk);
            query.push(")").build().execute(&mut *conn).await?;
        }
        Ok(())
    }
}
