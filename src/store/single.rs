//! The operations that are rare, or that touch what others wrote: each with its own statements.

use sqlx::SqliteConnection;

use super::{
    cache::Change,
    erase,
    group::{Done, Ids, Rows, already_handled},
    op::{Answer, Commit, NewSession, Op, Row},
};

pub(super) async fn run(
    conn: &mut SqliteConnection,
    ids: &mut Ids,
    op: &Op,
    done: &mut Done,
) -> sqlx::Result<()> {
    let answer = match op {
        Op::Commit(commit) => self::commit(conn, ids, commit, &mut done.changes).await?,
        Op::Failed { seq } => failed(conn, *seq).await?,
        Op::Postpone {
            id,
            not_before,
            attempts,
        } => {
            sqlx::query("UPDATE outbox SET not_before = ?, attempts = ? WHERE id = ?")
                .bind(not_before)
                .bind(attempts)
                .bind(id)
                .execute(&mut *conn)
                .await?;
            Ok(Vec::new())
        }
        Op::SetAside { row, reason, now } => {
            if let Row::Session(who) = row {
                done.changes.push(Change::Removed(*who));
            }
            set_aside(conn, *row, reason, *now).await?
        }
        Op::DropOutgoing { chat } => Ok(vec![drop_outgoing(conn, *chat).await?]),
        Op::EraseSilent { users, before } => {
            let mut erased = 0;
            for user in users {
                if erase::is_silent(conn, *user, *before).await? {
                    erase::person(conn, *user, 0).await?;
                    done.changes.push(Change::Erased(*user));
                    erased += 1;
                }
            }
            Ok(vec![erased])
        }
        Op::DropSetAside { before } => Ok(vec![erase::set_aside(conn, *before).await?]),
        Op::Receive { .. } | Op::Finish { .. } | Op::Sent { .. } | Op::Close => Ok(Vec::new()),
    };
    done.answers.push(answer);
    Ok(())
}

/// A commit that erases the person, or drops what waits to be sent to the chat.
async fn commit(
    conn: &mut SqliteConnection,
    ids: &mut Ids,
    commit: &Commit,
    changes: &mut Vec<Change>,
) -> sqlx::Result<Answer> {
    let Commit {
        seq,
        who,
        session,
        drop_pending,
        outgoing,
        now,
    } = commit;
    if let Some(seq) = seq {
        let ended = sqlx::query("DELETE FROM inbox WHERE seq = ?").bind(seq);
        if ended.execute(&mut *conn).await?.rows_affected() == 0 {
            return Ok(Err(already_handled(*seq)));
        }
    }
    let mut rows = Rows::default();
    match session {
        NewSession::Keep => {}
        NewSession::Save { sealed, plain } => {
            rows.session(*who, *now, sealed);
            changes.push(Change::Saved(*who, plain.clone()));
        }
        NewSession::Erase => {
            // What came after this update was said after the person asked to be forgotten.
            erase::person(conn, who.user, seq.unwrap_or(i64::MAX)).await?;
            changes.push(Change::Erased(who.user));
        }
    }
    if *drop_pending {
        drop_outgoing(conn, who.chat).await?;
    }
    let queued = rows.messages(ids, who.user, outgoing, *now);
    rows.write(conn).await?;
    Ok(Ok(queued))
}

async fn failed(conn: &mut SqliteConnection, seq: i64) -> sqlx::Result<Answer> {
    let attempts = sqlx::query_scalar(
        "UPDATE inbox SET attempts = attempts + 1 WHERE seq = ? RETURNING attempts",
    )
    .bind(seq)
    .fetch_optional(conn)
    .await?;
    Ok(attempts
        .map(|attempts| vec![attempts])
        .ok_or_else(|| already_handled(seq)))
}

async fn drop_outgoing(conn: &mut SqliteConnection, chat: i64) -> sqlx::Result<i64> {
    let dropped = sqlx::query("DELETE FROM outbox WHERE chat = ?")
        .bind(chat)
        .execute(conn)
        .await?;
    Ok(dropped.rows_affected().try_into().unwrap_or(i64::MAX))
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
             SELECT 'inbox', seq, chat, user, body, ?3, ?4 FROM inbox WHERE seq = ?1 AND ?2 = 0",
            "DELETE FROM inbox WHERE seq = ?1 AND ?2 = 0",
            (seq, 0),
        ),
        Row::Message { id } => (
            "INSERT INTO set_aside (kind, id, chat, user, body, reason, at) \
             SELECT 'outbox', id, chat, user, body, ?3, ?4 FROM outbox WHERE id = ?1 AND ?2 = 0",
            "DELETE FROM outbox WHERE id = ?1 AND ?2 = 0",
            (id, 0),
        ),
        Row::Session(who) => (
            "INSERT INTO set_aside (kind, id, chat, user, body, reason, at) \
             SELECT 'session', rowid, chat, user, body, ?3, ?4 FROM session \
             WHERE user = ?1 AND chat = ?2",
            "DELETE FROM session WHERE user = ?1 AND chat = ?2",
            (who.user, who.chat),
        ),
    };
    let copied = sqlx::query(copy)
        .bind(key.0)
        .bind(key.1)
        .bind(reason)
        .bind(now)
        .execute(&mut *conn)
        .await?;
    sqlx::query(delete)
        .bind(key.0)
        .bind(key.1)
        .execute(conn)
        .await?;
    match row {
        Row::Update { seq } if copied.rows_affected() == 0 => Ok(Err(already_handled(seq))),
        Row::Update { .. } | Row::Message { .. } | Row::Session(_) => Ok(Ok(Vec::new())),
    }
}
