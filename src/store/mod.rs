//! What the bot keeps: updates to handle, where each person stands, messages to send.
//!
//! The only place that names the database. It sees bytes, not what they mean, and seals them.
//!
//! One writer commits whatever waits in one transaction, so that a commit that survives a power
//! cut costs a busy bot little. An operation is answered after its commit; one that failed left
//! nothing behind. Rows end when their work is done: the inbox is what has to be handled, the
//! outbox what has to be sent.

mod cache;
mod check;
mod copy;
mod damage;
mod due;
mod error;
mod export;
mod files;
mod keys;
mod op;
mod open;
mod pages;
mod rare;
mod reader;
mod received;
mod reseal;
mod schema;
mod seal;
mod statements;
mod transaction;
mod types;
mod work;
mod writer;

use std::{
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

use jiff::Timestamp;
use sqlx::{ConnectOptions as _, SqlitePool, sqlite::SqlitePoolOptions};
use tokio::sync::{Notify, mpsc, oneshot, watch};

pub use copy::{CopyError, Restored, backup, restore};
pub use due::Due;
pub use error::{Damaged, Fault, OpenError, StoreError};
pub use keys::{KeyError, Keys};
pub use open::exists;
pub use reseal::{Resealed, reseal};
pub use seal::Sealer;
pub use types::{
    Backlog, Handled, Kept, OutboxId, Outgoing, Page, Pending, Queued, Received, Seq,
    SessionChange, Value, Wake, Who,
};

use cache::Cache;
use op::{Commit, Job, NewMessage, NewSession, NewWake, Op, Over, Row};
use reader::{Ask, Found};
use seal::Place;
use writer::{Readers, Writer};

/// Operations that may wait for the writer; more wait for room.
const WAITING: usize = 1024;
/// People erased for their silence in one transaction.
const ERASED_AT_ONCE: usize = 50;
/// A pause between the steps of looking for them.
const BREATH: Duration = Duration::from_millis(5);
/// The largest value kept.
const LARGEST: usize = 64 * 1024 * 1024;

/// The store. Clones share it.
#[derive(Clone)]
pub struct Store(Arc<Shared>);

struct Shared {
    sealer: Sealer,
    cache: Arc<Cache>,
    jobs: mpsc::Sender<Job>,
    asks: mpsc::Sender<Ask>,
    /// For pages, exports and counts.
    pool: SqlitePool,
    /// Damaged pages were met.
    damaged: AtomicBool,
    /// What is damaged, once that is found.
    damage: watch::Receiver<Option<String>>,
}

impl Store {
    /// Opens the database at `sqlite://PATH`; makes it, and its folder, when there is none.
    pub async fn open(url: &str, sealer: Sealer) -> Result<Self, OpenError> {
        let opened = open::open(url, &sealer).await?;
        let path = opened.reader.get_filename().to_owned();
        let conn = opened
            .reader
            .connect()
            .await
            .map_err(|e| open::database_error(&path, e))?;
        let (found, damage) = watch::channel(None);
        if opened.unchecked {
            tokio::spawn(check::beside(opened.reader.clone(), found));
        }
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_lazy_with(opened.reader);
        let cache = Arc::new(Cache::default());
        let (asks, receiver) = mpsc::channel(WAITING);
        let stop = Arc::new(Notify::new());
        let sessions = tokio::spawn(reader::run(conn, receiver, Arc::clone(&stop)));
        let (jobs, receiver) = mpsc::channel(WAITING);
        let writer = Writer {
            conn: opened.writer,
            ids: opened.ids,
            statements: statements::Statements::default(),
            cache: Arc::clone(&cache),
            readers: Readers {
                pool: pool.clone(),
                sessions,
                stop,
            },
            lock: opened.lock,
        };
        tokio::spawn(writer.run(receiver));
        Ok(Self(Arc::new(Shared {
            sealer,
            cache,
            jobs,
            asks,
            pool,
            damaged: AtomicBool::new(false),
            damage,
        })))
    }

    /// A person's session.
    pub async fn session(&self, who: Who) -> Result<Option<Vec<u8>>, StoreError> {
        if self.0.jobs.is_closed() {
            return Err(StoreError::Closed);
        }
        if let Some(body) = self.0.cache.get(who) {
            return Ok(Some(body.to_vec()));
        }
        let (reply, answer) = oneshot::channel();
        self.0
            .asks
            .send(Ask { who, reply })
            .await
            .map_err(|_| StoreError::Closed)?;
        let found = answer.await.map_err(|_| StoreError::Closed)?;
        let Some(Found { row, body }) = self.noted(found)? else {
            return Ok(None);
        };
        let damaged = Damaged {
            table: "session",
            id: row,
            chat: Some(who.chat),
        };
        let opened = self.0.sealer.open(session_place(who), &body);
        opened.map(Some).map_err(|_| StoreError::Damaged(damaged))
    }

    /// The number of the row that a person's session stands in.
    pub async fn session_row(&self, who: Who) -> Result<Option<i64>, StoreError> {
        let row = sqlx::query_scalar("SELECT rowid FROM session WHERE user = ? AND chat = ?");
        let row = row.bind(who.user).bind(who.chat);
        Ok(row.fetch_optional(&self.0.pool).await?)
    }

    /// Keeps what handling an event led to: session, the update's end and the messages to send,
    /// in one transaction. Returns the messages' numbers in their order.
    pub async fn commit(&self, handled: Handled) -> Result<Vec<OutboxId>, StoreError> {
        let Handled {
            seq,
            who,
            session,
            drop_pending,
            wake,
            outgoing,
            now,
        } = handled;
        let session = match session {
            SessionChange::Keep => NewSession::Keep,
            SessionChange::Save(plain) => self.new_session(who, plain, Over::Any)?,
            SessionChange::Renew(plain) => self.new_session(who, plain, Over::Present)?,
            SessionChange::Replace(plain) => self.new_session(who, plain, Over::Unreadable)?,
            SessionChange::Erase => NewSession::Erase,
        };
        let wake = match wake {
            Wake::Keep => NewWake::Keep,
            Wake::At(at) => NewWake::At(at.as_millisecond()),
            Wake::Never => NewWake::Never,
        };
        let outgoing = outgoing.into_iter().map(|message| {
            let Outgoing {
                chat,
                unasked,
                body,
            } = message;
            let body = self.seal(Place::new("outbox.body", chat, who.user), &body)?;
            Ok(NewMessage {
                chat,
                unasked,
                body,
            })
        });
        let outgoing = outgoing.collect::<Result<_, StoreError>>()?;
        let now = now.as_millisecond();
        self.ask(Op::Commit(Commit {
            seq,
            who,
            session,
            drop_pending,
            wake,
            outgoing,
            now,
        }))
        .await
    }

    /// Takes a message that cannot be sent out of the outbox.
    pub async fn set_aside_outgoing(
        &self,
        id: OutboxId,
        reason: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.set_aside(Row::Message { id }, reason, now).await
    }

    /// What waits to be sent, after a number in the order of sending.
    pub async fn outbox(&self, after: OutboxId, limit: u32) -> Result<Page<Queued>, StoreError> {
        pages::outbox(&self.0.pool, &self.0.sealer, after, limit).await
    }

    /// Ends a message that was sent. Wait for it before the chat's next one is sent: then a crash
    /// sends at most one message of a chat twice.
    pub async fn sent(&self, id: OutboxId) -> Result<(), StoreError> {
        self.ask(Op::Sent { id }).await.map(drop)
    }

    /// Notes that a message is to be tried again, not before a time.
    pub async fn postpone(
        &self,
        id: OutboxId,
        not_before: Timestamp,
        attempts: u32,
    ) -> Result<(), StoreError> {
        let not_before = not_before.as_millisecond();
        self.ask(Op::Postpone {
            id,
            not_before,
            attempts,
        })
        .await
        .map(drop)
    }

    /// Drops what waits to be sent to a chat. Returns how many messages.
    pub async fn drop_outgoing(&self, chat: i64) -> Result<u64, StoreError> {
        Ok(count(&self.ask(Op::DropOutgoing { chat }).await?))
    }

    /// Everything that is kept about a person, in all chats.
    pub async fn export(&self, who: Who) -> Result<Vec<Kept>, StoreError> {
        export::person(&self.0.pool, &self.0.sealer, who.user).await
    }

    /// Erases the people nobody heard of since then, and what was set aside before. Returns how
    /// many people.
    pub async fn erase_silent(&self, before: Timestamp) -> Result<u64, StoreError> {
        let before = before.as_millisecond();
        self.ask(Op::DropSetAside { before }).await?;
        let (mut erased, mut after) = (0, i64::MIN);
        loop {
            let sessions = sqlx::query_as(rare::SILENT).bind(before).bind(after);
            let sessions: Vec<(i64, i64, bool)> = sessions.fetch_all(&self.0.pool).await?;
            let Some((last, ..)) = sessions.last() else {
                return Ok(erased);
            };
            after = *last;
            let silent = sessions.iter().filter(|(.., silent)| *silent);
            let users: Vec<i64> = silent.map(|(_, user, _)| *user).collect();
            for users in users.chunks(ERASED_AT_ONCE) {
                let users = users.to_vec();
                erased += count(&self.ask(Op::EraseSilent { users, before }).await?);
            }
            // Nobody waits for this: others first.
            tokio::time::sleep(BREATH).await;
        }
    }

    /// Whether something can be kept just now: writes a little, onto the disk.
    pub async fn writable(&self) -> Result<(), StoreError> {
        self.ask(Op::Probe).await.map(drop)
    }

    /// How much waits.
    pub async fn backlog(&self) -> Result<Backlog, StoreError> {
        pages::backlog(&self.0.pool).await
    }

    /// Finishes what was asked for, empties the write-ahead log and closes the database.
    pub async fn close(&self) -> Result<(), StoreError> {
        match self.ask(Op::Close).await {
            Ok(_) | Err(StoreError::Closed) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn set_aside(&self, row: Row, reason: &str, now: Timestamp) -> Result<(), StoreError> {
        let op = Op::SetAside {
            row,
            reason: reason.to_owned(),
            now: now.as_millisecond(),
        };
        self.ask(op).await.map(drop)
    }

    fn new_session(&self, who: Who, plain: Vec<u8>, over: Over) -> Result<NewSession, StoreError> {
        Ok(NewSession::Save {
            sealed: self.seal(session_place(who), &plain)?,
            plain: plain.into(),
            over,
        })
    }

    fn seal(&self, place: Place, body: &[u8]) -> Result<Vec<u8>, StoreError> {
        if body.len() > LARGEST {
            return Err(StoreError::TooLarge { bytes: body.len() });
        }
        Ok(self.0.sealer.seal(place, body)?)
    }

    async fn ask(&self, op: Op) -> Result<Vec<i64>, StoreError> {
        if let Some(rows) = work::rows_of(&op).filter(|rows| *rows > work::MOST_ROWS) {
            return Err(StoreError::TooMany { rows });
        }
        let (reply, answer) = oneshot::channel();
        self.0
            .jobs
            .send(Job { op, reply })
            .await
            .map_err(|_| StoreError::Closed)?;
        let answer = answer.await.map_err(|_| StoreError::Closed)?;
        self.noted(answer)
    }
}

fn session_place(who: Who) -> Place {
    Place::new("session.body", who.chat, who.user)
}

fn count(answer: &[i64]) -> u64 {
    answer
        .first()
        .map_or(0, |&n| n.try_into().unwrap_or_default())
}

/// The time that a number in the database means.
fn from_ms(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}
