//! The one writer. It takes all operations that wait, commits them together, then answers all:
//! the commits of many chats share one flush to the disk.

use std::{fs::File, mem, sync::Arc, time::Duration};

use sqlx::{AssertSqlSafe, Connection as _, SqliteConnection, SqlitePool};
use tokio::{
    sync::{Notify, mpsc, oneshot},
    task::JoinHandle,
    time::{Instant, timeout_at},
};

use super::{
    StoreError,
    cache::Cache,
    op::{Answer, Job, Op},
    open, rare,
    statements::Statements,
    transaction,
    work::{self, Ids, SEEN_MS, SHARED_ROWS, Work},
};

/// Operations in one transaction at most.
const GROUP: usize = 256;
/// How long operations that can wait, wait for company.
const LINGER: Duration = Duration::from_millis(4);
/// How long all others do while many write: less than a flush that they share costs the processor.
const CROWDED: Duration = Duration::from_millis(2);
/// Operations in the last group from which on many write,
const CROWD: usize = 4;
/// as long as that is no longer ago than this.
const CROWD_LASTS: Duration = Duration::from_millis(10);
/// How long erased content, sealed as it is, may stay in the write-ahead log.
const TRUNCATE_AFTER: Duration = Duration::from_secs(10);
const UPKEEP_MS: i64 = 60 * 60 * 1000;
/// Pages given back to the file system at a time: 4 MB.
const FREE_PAGES: &str = "PRAGMA incremental_vacuum(1000)";

pub(super) struct Writer {
    pub(super) conn: SqliteConnection,
    pub(super) ids: Ids,
    pub(super) statements: Statements,
    pub(super) cache: Arc<Cache>,
    /// The others that use the database, to be ended first.
    pub(super) readers: Readers,
    /// Held as long as the database is ours.
    pub(super) lock: File,
}

/// What reads beside the writer.
pub(super) struct Readers {
    pub(super) pool: SqlitePool,
    pub(super) sessions: JoinHandle<()>,
    pub(super) stop: Arc<Notify>,
}

impl Writer {
    /// Works until it is told to close or nobody can ask any more.
    pub(super) async fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut closing = Vec::new();
        let mut truncate_at = None;
        let mut upkeep_at = i64::MIN;
        // The end of the time whose update numbers are being forgotten.
        let mut forgetting = None;
        let mut group = Vec::with_capacity(GROUP);
        let mut crowded_until = Instant::now();
        loop {
            let next = jobs.recv_many(&mut group, GROUP);
            let received = match truncate_at {
                None => next.await,
                Some(at) => {
                    let Ok(received) = timeout_at(at, next).await else {
                        truncate_at = truncate(&mut self.conn).await;
                        continue;
                    };
                    received
                }
            };
            if received == 0 {
                break;
            }
            let crowded = Instant::now() < crowded_until;
            wait_for_company(&mut jobs, &mut group, crowded).await;
            let is_crowd = group.len() >= CROWD;
            for job in group.extract_if(.., |job| matches!(job.op, Op::Close)) {
                jobs.close();
                closing.push(job.reply);
            }
            if group.iter().any(|job| job.op.erases()) {
                truncate_at.get_or_insert_with(|| Instant::now() + TRUNCATE_AFTER);
            }
            let now = group.iter().filter_map(received_at).max();
            self.write(mem::take(&mut group)).await;
            if is_crowd {
                crowded_until = Instant::now() + CROWD_LASTS;
            }
            if let Some(now) = now.filter(|now| *now >= upkeep_at) {
                upkeep_at = now.saturating_add(UPKEEP_MS);
                forgetting = Some(now.saturating_sub(SEEN_MS));
            }
            if let Some(before) = forgetting
                && self.upkeep(before).await
            {
                forgetting = None;
            }
            if truncate_at.is_some_and(|at| at <= Instant::now()) {
                truncate_at = truncate(&mut self.conn).await;
            }
        }
        self.close(closing).await;
    }

    /// Commits a group and answers. Of one that fails each half is tried by itself, so that an
    /// operation that cannot be kept takes no others with it.
    async fn write(&mut self, jobs: Vec<Job>) {
        let mut parts = split(jobs);
        while let Some(mut part) = parts.pop() {
            match self.commit(&part).await {
                Ok(answers) => {
                    for (job, answer) in part.into_iter().zip(answers) {
                        // Whoever asked may have gone away.
                        let _ = job.reply.send(answer);
                    }
                }
                Err(error) if part.len() == 1 => {
                    if let Some(Job { op, reply }) = part.pop() {
                        let _ = reply.send(Err(work::error_of(&op, error)));
                    }
                }
                Err(_) => {
                    parts.push(part.split_off(part.len() / 2));
                    parts.push(part);
                }
            }
        }
    }

    async fn commit(&mut self, jobs: &[Job]) -> sqlx::Result<Vec<Answer>> {
        if let [Job { op, .. }] = jobs
            && work::rows_of(op).is_none()
        {
            let mut changes = Vec::new();
            let answer = rare::run(&mut self.conn, op, &mut changes).await?;
            self.cache.apply(changes);
            return Ok(vec![answer]);
        }
        let ops = jobs.iter().map(|job| &job.op);
        let work = Work::prepare(&mut self.conn, self.ids, ops).await?;
        self.ids = work.run(&mut self.conn, &mut self.statements).await?;
        self.cache.apply(work.changes);
        Ok(work.answers)
    }

    /// A step of forgetting old update numbers, so small that nobody waits for it; the last one
    /// gives free pages back. True when there is no more to do for this hour.
    async fn upkeep(&mut self, before: i64) -> bool {
        self.clean(before).await.unwrap_or_else(|error| {
            log::warn!("cleaning up the database failed: {error}");
            true
        })
    }

    async fn clean(&mut self, before: i64) -> sqlx::Result<bool> {
        let forgotten = {
            transaction::begin(&mut self.conn).await?;
            let done = rare::forget_seen(&mut self.conn, before).await;
            transaction::end(&mut self.conn, done).await?
        };
        if forgotten > 0 {
            return Ok(false);
        }
        // Telegram's numbers may start anew, lower.
        self.ids.update = open::highest_update(&mut self.conn).await?;
        sqlx::query(FREE_PAGES).execute(&mut self.conn).await?;
        Ok(true)
    }

    async fn close(mut self, waiting: Vec<oneshot::Sender<Answer>>) {
        self.readers.pool.close().await;
        self.readers.stop.notify_one();
        // A reader that panicked has ended as well.
        let _ = self.readers.sessions.await;
        // An end like this one is nobody's fault. On a disk that is full it is no loss either.
        let clean = "UPDATE inbox SET starts = 0 WHERE starts > 0";
        let _ = sqlx::query(clean).execute(&mut self.conn).await;
        let _ = truncate(&mut self.conn).await;
        let answer = self
            .conn
            .close()
            .await
            .map(|()| Vec::new())
            .map_err(StoreError::from);
        drop(self.lock);
        for reply in waiting {
            let _ = reply.send(answer.clone());
        }
    }
}

/// Empties the write-ahead log. Returns when to try again if someone was reading, who is not waited for:
/// nobody could write meanwhile.
async fn truncate(conn: &mut SqliteConnection) -> Option<Instant> {
    let done = async {
        sqlx::query("PRAGMA busy_timeout = 0")
            .execute(&mut *conn)
            .await?;
        let busy = sqlx::query_scalar::<_, i64>("PRAGMA wal_checkpoint(TRUNCATE)");
        let busy = busy.fetch_one(&mut *conn).await;
        let back = AssertSqlSafe(format!("PRAGMA busy_timeout = {}", open::BUSY.as_millis()));
        sqlx::query(back).execute(conn).await?;
        busy
    };
    match done.await {
        Ok(0) => None,
        Ok(_) => Some(Instant::now() + TRUNCATE_AFTER),
        Err(error) => {
            log::warn!("emptying the write-ahead log failed: {error}");
            Some(Instant::now() + TRUNCATE_AFTER)
        }
    }
}

/// Splits a group into what can be one transaction each, the first one last.
fn split(jobs: Vec<Job>) -> Vec<Vec<Job>> {
    let mut parts: Vec<Vec<Job>> = Vec::new();
    let mut room = 0;
    for job in jobs {
        let rows = work::rows_of(&job.op);
        match (parts.last_mut(), rows) {
            (Some(part), Some(rows)) if rows <= room => {
                room -= rows;
                part.push(job);
            }
            (Some(_) | None, rows) => {
                room = rows.map_or(0, |rows| SHARED_ROWS.saturating_sub(rows));
                parts.push(vec![job]);
            }
        }
    }
    parts.reverse();
    parts
}

/// Waits a moment for others to share the flush with: longer while nobody in the group is waited for,
/// not at all where somebody is and few write.
async fn wait_for_company(jobs: &mut mpsc::Receiver<Job>, group: &mut Vec<Job>, crowded: bool) {
    let begun = Instant::now();
    while group.len() < GROUP {
        let wait = if group.iter().all(|job| job.op.is_patient()) {
            LINGER
        } else if crowded {
            CROWDED
        } else {
            break;
        };
        let room = GROUP - group.len();
        let more = timeout_at(begun + wait, jobs.recv_many(group, room));
        if !matches!(more.await, Ok(1..)) {
            break;
        }
    }
}

fn received_at(job: &Job) -> Option<i64> {
    if let Op::Receive { now, .. } = job.op {
        Some(now)
    } else {
        None
    }
}
