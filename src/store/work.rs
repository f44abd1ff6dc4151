//! The frequent operations as rows of one statement: the commits of many chats are one call to
//! the database and one flush to the disk.

use std::{collections::BTreeSet, sync::Arc};

use sqlx::{
    Arguments as _, AssertSqlSafe, QueryBuilder, Sqlite, SqliteConnection, error::BoxDynError,
    sqlite::SqliteArguments,
};

use super::{
    StoreError, Who,
    cache::Change,
    op::{Answer, Commit, NewMessage, NewSession, NewWake, Op, Over},
    statements::{Statements, size_for},
};

/// The view and its triggers.
pub(super) const DEFINITION: &str = include_str!("work.sql");

/// Rows in a statement that more than one operation shares.
pub(super) const SHARED_ROWS: usize = 512;
/// Rows in any statement: SQLite takes 32,766 values.
pub(super) const MOST_ROWS: usize = 4_000;
/// How long an update's number is known: Telegram delivers an update again for 24 hours.
pub(super) const SEEN_MS: i64 = 48 * 60 * 60 * 1000;
/// What `work.sql` says when an update has ended before.
const HANDLED_BEFORE: &str = "handled before";
/// What it says when a person was erased before.
const ERASED_BEFORE: &str = "erased before";

/// The numbers given last. There is one writer, so it can give them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ids {
    pub(super) seq: i64,
    pub(super) outbox: i64,
    /// The highest of Telegram's numbers seen: those above it are new without looking.
    pub(super) update: i64,
}

/// The kinds of `work.sql`.
#[derive(Clone, Copy)]
enum Kind {
    Receive = 1,
    End = 2,
    Save = 3,
    Send = 4,
    Sent = 5,
    Offset = 6,
    Touch = 7,
    Drop = 8,
    Erase = 9,
    Wake = 10,
    Rest = 11,
    Renew = 12,
    Aside = 13,
}

#[derive(Clone, Copy)]
struct Row<'a> {
    kind: Kind,
    id: i64,
    other: i64,
    chat: Option<i64>,
    user: Option<i64>,
    at: i64,
    body: &'a [u8],
}

impl<'a> Row<'a> {
    const fn new(kind: Kind, id: i64) -> Self {
        Self {
            kind,
            id,
            other: 0,
            chat: None,
            user: None,
            at: 0,
            body: &[],
        }
    }

    const fn of(kind: Kind, who: Who, at: i64) -> Self {
        Self {
            chat: Some(who.chat),
            user: Some(who.user),
            at,
            ..Self::new(kind, 0)
        }
    }

    const fn with(self, body: &'a [u8]) -> Self {
        Self { body, ..self }
    }
}

/// How many rows an operation needs at most; none when it is not done this way.
pub(super) fn rows_of(op: &Op) -> Option<usize> {
    match op {
        Op::Receive { rows, .. } => Some(rows.len() + 1),
        Op::Commit(commit) => Some(commit.outgoing.len() + 5),
        Op::Finish { .. } | Op::Sent { .. } => Some(1),
        Op::Started { .. }
        | Op::Failed { .. }
        | Op::Postpone { .. }
        | Op::SetAside { .. }
        | Op::DropOutgoing { .. }
        | Op::EraseSilent { .. }
        | Op::DropSetAside { .. }
        | Op::Probe
        | Op::Close => None,
    }
}

/// Operations put together.
pub(super) struct Work<'a> {
    rows: Vec<Row<'a>>,
    ids: Ids,
    /// Telegram's numbers that are known.
    seen: BTreeSet<i64>,
    pub(super) answers: Vec<Answer>,
    pub(super) changes: Vec<Change>,
}

impl<'a> Work<'a> {
    /// Puts operations together. Reads which of their updates were received before.
    pub(super) async fn prepare(
        conn: &mut SqliteConnection,
        ids: Ids,
        ops: impl Iterator<Item = &'a Op> + Clone,
    ) -> sqlx::Result<Self> {
        let mut work = Work {
            rows: Vec::new(),
            ids,
            seen: seen(conn, ids.update, ops.clone()).await?,
            answers: Vec::new(),
            changes: Vec::new(),
        };
        for op in ops {
            let answer = work.add(op);
            work.answers.push(Ok(answer));
        }
        Ok(work)
    }

    /// Does everything, or nothing. Returns the numbers given last.
    pub(super) async fn run(
        &self,
        conn: &mut SqliteConnection,
        statements: &mut Statements,
    ) -> sqlx::Result<Ids> {
        if !self.rows.is_empty() {
            let size = size_for(self.rows.len());
            let mut values = SqliteArguments::default();
            values.reserve(size * 7, 0);
            for row in &self.rows {
                bind(&mut values, row).map_err(sqlx::Error::Encode)?;
            }
            for _ in self.rows.len() * 7..size * 7 {
                values.add(None::<i64>).map_err(sqlx::Error::Encode)?;
            }
            let statement = sqlx::query_with(AssertSqlSafe(statements.get(size)), values);
            statement
                .persistent(size <= SHARED_ROWS)
                .execute(conn)
                .await?;
        }
        Ok(self.ids)
    }

    fn add(&mut self, op: &'a Op) -> Vec<i64> {
        match op {
            Op::Receive {
                rows,
                next_offset,
                now,
            } => {
                let seqs = rows.iter().map(|update| {
                    if !self.seen.insert(update.update_id) {
                        return 0;
                    }
                    self.ids.seq += 1;
                    self.ids.update = self.ids.update.max(update.update_id);
                    self.rows.push(Row {
                        other: update.update_id,
                        chat: update.chat,
                        user: update.user,
                        at: *now,
                        body: &update.body,
                        ..Row::new(Kind::Receive, self.ids.seq)
                    });
                    self.ids.seq
                });
                let seqs = seqs.collect();
                self.rows
                    .extend(next_offset.map(|next| Row::new(Kind::Offset, next)));
                seqs
            }
            Op::Commit(commit) => self.add_commit(commit),
            Op::Finish { seq } => {
                self.rows.push(Row::new(Kind::End, *seq));
                Vec::new()
            }
            Op::Sent { id } => {
                self.rows.push(Row::new(Kind::Sent, *id));
                Vec::new()
            }
            Op::Started { .. }
            | Op::Failed { .. }
            | Op::Postpone { .. }
            | Op::SetAside { .. }
            | Op::DropOutgoing { .. }
            | Op::EraseSilent { .. }
            | Op::DropSetAside { .. }
            | Op::Probe
            | Op::Close => Vec::new(),
        }
    }

    fn add_commit(&mut self, commit: &'a Commit) -> Vec<i64> {
        let Commit {
            seq,
            who,
            session,
            drop_pending,
            wake,
            outgoing,
            now,
        } = commit;
        self.rows.extend(seq.map(|seq| Row::new(Kind::End, seq)));
        match session {
            NewSession::Keep if seq.is_some() => self.rows.push(Row::of(Kind::Touch, *who, *now)),
            NewSession::Keep => {}
            NewSession::Save {
                sealed,
                plain,
                over,
            } => {
                let kind = match over {
                    Over::Any => Kind::Save,
                    Over::Present => Kind::Renew,
                    Over::Unreadable => {
                        self.rows.push(Row::of(Kind::Aside, *who, *now));
                        Kind::Save
                    }
                };
                self.rows.push(Row::of(kind, *who, *now).with(sealed));
                self.changes.push(Change::Saved(*who, Arc::clone(plain)));
            }
            NewSession::Erase => {
                let up_to = seq.unwrap_or(i64::MAX);
                self.rows.push(Row {
                    id: up_to,
                    ..Row::of(Kind::Erase, *who, *now)
                });
                self.changes.push(Change::Erased(who.user));
            }
        }
        if *drop_pending {
            self.rows.push(Row::of(Kind::Drop, *who, *now));
        }
        match wake {
            NewWake::Keep => {}
            NewWake::At(at) => self.rows.push(Row::of(Kind::Wake, *who, *at)),
            NewWake::Never => self.rows.push(Row::of(Kind::Rest, *who, *now)),
        }
        let first = self.ids.outbox + 1;
        for message in outgoing {
            let NewMessage {
                chat,
                unasked,
                body,
            } = message;
            self.ids.outbox += 1;
            let to = Who {
                chat: *chat,
                user: who.user,
            };
            let row = Row {
                id: self.ids.outbox,
                other: (*unasked).into(),
                ..Row::of(Kind::Send, to, *now)
            };
            self.rows.push(row.with(body));
        }
        (first..=self.ids.outbox).collect()
    }
}

/// Erases a person whole, except for updates that still wait to be handled.
pub(super) async fn erase(conn: &mut SqliteConnection, user: i64) -> sqlx::Result<()> {
    let statement = sqlx::query("INSERT INTO work (kind, id, user) VALUES (?, 0, ?)");
    statement
        .bind(Kind::Erase as i64)
        .bind(user)
        .execute(conn)
        .await?;
    Ok(())
}

/// An error of a single operation: an update that has ended before is told apart.
pub(super) fn error_of(op: &Op, error: sqlx::Error) -> StoreError {
    let seq = match op {
        Op::Commit(commit) => commit.seq,
        Op::Finish { seq } => Some(*seq),
        Op::Receive { .. }
        | Op::Sent { .. }
        | Op::Started { .. }
        | Op::Failed { .. }
        | Op::Postpone { .. }
        | Op::SetAside { .. }
        | Op::DropOutgoing { .. }
        | Op::EraseSilent { .. }
        | Op::DropSetAside { .. }
        | Op::Probe
        | Op::Close => None,
    };
    let raised = |said| {
        let error = error.as_database_error();
        error.is_some_and(|error| error.message() == said)
    };
    if raised(ERASED_BEFORE) {
        return StoreError::Erased;
    }
    match seq {
        Some(seq) if raised(HANDLED_BEFORE) => StoreError::AlreadyHandled { seq },
        Some(_) | None => error.into(),
    }
}

/// Which of the updates not above a number were received lately. An older one of the same number,
/// not yet cleaned up, was another: Telegram's numbers had begun anew.
async fn seen<'a>(
    conn: &mut SqliteConnection,
    highest: i64,
    ops: impl Iterator<Item = &'a Op>,
) -> sqlx::Result<BTreeSet<i64>> {
    let mut doubtful = Vec::new();
    let mut since = i64::MIN;
    for op in ops {
        if let Op::Receive { rows, now, .. } = op {
            since = since.max(now.saturating_sub(SEEN_MS));
            let ids = rows.iter().map(|row| row.update_id);
            doubtful.extend(ids.filter(|id| *id <= highest));
        }
    }
    let mut seen = BTreeSet::new();
    for chunk in doubtful.chunks(MOST_ROWS) {
        let mut query = QueryBuilder::<Sqlite>::new("SELECT update_id FROM seen WHERE at >= ");
        query.push_bind(since).push(" AND update_id IN (");
        let mut list = query.separated(", ");
        for id in chunk {
            list.push_bind(*id);
        }
        let query = query
            .push(")")
            .build_query_scalar::<i64>()
            .persistent(false);
        seen.extend(query.fetch_all(&mut *conn).await?);
    }
    Ok(seen)
}

fn bind(values: &mut SqliteArguments, row: &Row<'_>) -> Result<(), BoxDynError> {
    values.add(row.kind as i64)?;
    values.add(row.id)?;
    values.add(row.other)?;
    values.add(row.chat)?;
    values.add(row.user)?;
    values.add(row.at)?;
    values.add(row.body)
}
