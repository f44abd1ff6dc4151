//! The one writer. It takes all operations that wait, commits them together, then answers all:
//! the commits of many chats share one flush to the disk.

use std::{fs::File, mem, sync::Arc, time::Duration};

use sqlx::{Connection as _, SqliteConnection};
use tokio::{
    sync::mpsc,
    time::{Instant, timeout_at},
};

use super::{
    StoreError,
    cache::Cache,
    group::{self, Ids},
    op::{Answer, Job, Op},
};

/// Operations in one transaction at most.
const GROUP: usize = 256;
/// How long operations that can wait, wait for company.
const LINGER: Duration = Duration::from_millis(2);
/// How long erased content, sealed as it is, may stay in the write-ahead log.
const TRUNCATE_AFTER: Duration = Duration::from_secs(10);
/// Telegram delivers an update again for 24 hours.
const SEEN_MS: i64 = 48 * 60 * 60 * 1000;
const UPKEEP_MS: i64 = 60 * 60 * 1000;

pub(super) struct Writer {
    pub(super) conn: SqliteConnection,
    pub(super) ids: Ids,
    pub(super) cache: Arc<Cache>,
    /// Held as long as the database is ours.
    pub(super) lock: File,
}

impl Writer {
    /// Works until it is told to close or nobody can ask any more.
    pub(super) async fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut closing = Vec::new();
        let mut truncate_at = None;
        let mut upkeep_at = i64::MIN;
        let mut group = Vec::with_capacity(GROUP);
        loop {
            let next = jobs.recv_many(&mut group, GROUP);
            let received = match truncate_at {
                None => next.await,
                Some(at) => {
                    let Ok(received) = timeout_at(at, next).await else {
                        truncate_at = self.truncate().await;
                        continue;
                    };
                    received
                }
            };
            if received == 0 {
                break;
            }
            wait_for_company(&mut jobs, &mut group).await;
            for job in group.extract_if(.., |job| matches!(job.op, Op::Close)) {
                jobs.close();
                closing.push(job.reply);
            }
            if group.iter().any(|job| job.op.erases()) {
                truncate_at.get_or_insert_with(|| Instant::now() + TRUNCATE_AFTER);
            }
            let now = group.iter().filter_map(received_at).max();
            self.write(mem::take(&mut group)).await;
            if let Some(now) = now.filter(|now| *now >= upkeep_at) {
                upkeep_at = now.saturating_add(UPKEEP_MS);
                self.upkeep(now).await;
            }
            if truncate_at.is_some_and(|at| at <= Instant::now()) {
                truncate_at = self.truncate().await;
            }
        }
        self.close(closing).await;
    }

    /// Commits a group and answers. When it fails, each operation is tried by itself, so that one
    /// that cannot be kept doesn't take others with it.
    async fn write(&mut self, jobs: Vec<Job>) {
        match self.commit(&jobs).await {
            Ok(answers) => {
                for (job, answer) in jobs.into_iter().zip(answers) {
                    // Whoever asked may have gone away.
                    let _ = job.reply.send(answer);
                }
            }
            Err(error) if jobs.len() > 1 => {
                log::warn!("a group of {} operations failed: {error}", jobs.len());
                for job in jobs {
                    let answer = self.commit(std::slice::from_ref(&job)).await;
                    let answer = answer.and_then(|mut one| one.pop().unwrap_or(Ok(Vec::new())));
                    let _ = job.reply.send(answer);
                }
            }
            Err(error) => {
                for job in jobs {
                    let _ = job.reply.send(Err(error.clone()));
                }
            }
        }
    }

    async fn commit(&mut self, jobs: &[Job]) -> Result<Vec<Answer>, StoreError> {
        if jobs.is_empty() {
            return Ok(Vec::new());
        }
        let ops = jobs.iter().map(|job| &job.op).collect::<Vec<_>>();
        let done = group::run(&mut self.conn, &mut self.ids, &ops).await?;
        self.cache.apply(done.changes);
        Ok(done.answers)
    }

    /// Forgets old update numbers and gives free pages back.
    async fn upkeep(&mut self, now: i64) {
        let seen = sqlx::query("DELETE FROM seen WHERE at < ?").bind(now - SEEN_MS);
        let pages = sqlx::query("PRAGMA incremental_vacuum(1000)");
        for statement in [seen, pages] {
            if let Err(error) = statement.execute(&mut self.conn).await {
                log::warn!("cleaning up the database failed: {error}");
            }
        }
    }

    /// Empties the write-ahead log. Returns when to try again if someone was reading.
    async fn truncate(&mut self) -> Option<Instant> {
        let busy = sqlx::query_scalar::<_, i64>("PRAGMA wal_checkpoint(TRUNCATE)");
        match busy.fetch_one(&mut self.conn).await {
            Ok(0) => None,
            Ok(_) => Some(Instant::now() + TRUNCATE_AFTER),
            Err(error) => {
                log::warn!("emptying the write-ahead log failed: {error}");
                Some(Instant::now() + TRUNCATE_AFTER)
            }
        }
    }

    async fn close(mut self, waiting: Vec<tokio::sync::oneshot::Sender<Answer>>) {
        self.truncate().await;
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

/// While all operations can wait, waits a moment for others to share the flush with.
async fn wait_for_company(jobs: &mut mpsc::Receiver<Job>, group: &mut Vec<Job>) {
    let until = Instant::now() + LINGER;
    while group.len() < GROUP && group.iter().all(|job| job.op.is_patient()) {
        let room = GROUP - group.len();
        if !matches!(
            timeout_at(until, jobs.recv_many(group, room)).await,
            Ok(1..)
        ) {
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
