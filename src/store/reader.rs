//! Reads sessions for everyone who waits, in one query.

use std::{collections::BTreeMap, sync::Arc};

use sqlx::{Connection as _, QueryBuilder, Row as _, Sqlite, SqliteConnection};
use tokio::sync::{Notify, mpsc, oneshot};

use super::{StoreError, Who};

/// Sessions in one query. Each size up to this has its own prepared statement.
const GROUP: usize = 16;

/// A question for a session.
pub(super) struct Ask {
    pub(super) who: Who,
    pub(super) reply: oneshot::Sender<Result<Option<Found>, StoreError>>,
}

/// A session's row, sealed.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) row: i64,
    pub(super) body: Vec<u8>,
}

/// Answers until it is told to stop or nobody can ask any more.
pub(super) async fn run(
    mut conn: SqliteConnection,
    mut asks: mpsc::Receiver<Ask>,
    stop: Arc<Notify>,
) {
    let mut group = Vec::with_capacity(GROUP);
    loop {
        let received = tokio::select! {
            received = asks.recv_many(&mut group, GROUP) => received,
            () = stop.notified() => {
                asks.close();
                continue;
            }
        };
        if received == 0 {
            break;
        }
        let found = read(&mut conn, &group).await;
        for ask in group.drain(..) {
            let answer = match &found {
                Ok(found) => Ok(found.get(&ask.who).cloned()),
                Err(error) => Err(error.clone()),
            };
            // Whoever asked may have gone away.
            let _ = ask.reply.send(answer);
        }
    }
    // Nothing was written: there is nothing to lose.
    let _ = conn.close().await;
}

async fn read(
    conn: &mut SqliteConnection,
    asks: &[Ask],
) -> Result<BTreeMap<Who, Found>, StoreError> {
    // A cross join keeps SQLite from reading the whole table, as it does for `(a, b) IN (…)`.
    let mut query = QueryBuilder::<Sqlite>::new("WITH asked (user, chat) AS (");
    query.push_values(asks, |mut row, ask| {
        row.push_bind(ask.who.user).push_bind(ask.who.chat);
    });
    query.push(
        ") SELECT user, chat, session.rowid, body FROM asked CROSS JOIN session USING (user, chat)",
    );
    let rows = query.build().fetch_all(conn).await?;
    let mut found = BTreeMap::new();
    for row in rows {
        let who = Who {
            user: row.try_get(0)?,
            chat: row.try_get(1)?,
        };
        found.insert(
            who,
            Found {
                row: row.try_get(2)?,
                body: row.try_get(3)?,
            },
        );
    }
    Ok(found)
}
