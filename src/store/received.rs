//! What was received: kept before Telegram is told, until it is handled.

use jiff::Timestamp;

use super::{
    Page, Pending, Received, Seq, Store, StoreError,
    op::{NewUpdate, Op, Row},
    pages,
    seal::Place,
};

impl Store {
    /// Keeps updates, and where the next poll starts. Returns those never received before, in
    /// their order. After that Telegram may be told that they were received.
    pub async fn receive(
        &self,
        updates: Vec<Received>,
        next_offset: Option<i64>,
        now: Timestamp,
    ) -> Result<Vec<Pending>, StoreError> {
        let mut rows = Vec::with_capacity(updates.len());
        for Received {
            update_id,
            chat,
            user,
            body,
        } in &updates
        {
            let body = self.seal(Place::new("inbox.body", *chat, *user), body)?;
            rows.push(NewUpdate {
                update_id: *update_id,
                chat: *chat,
                user: *user,
                body,
            });
        }
        let op = Op::Receive {
            rows,
            next_offset,
            now: now.as_millisecond(),
        };
        let seqs = self.ask(op).await?;
        let kept = seqs.into_iter().zip(updates).filter(|(seq, _)| *seq > 0);
        Ok(kept
            .map(
                |(
                    seq,
                    Received {
                        update_id,
                        chat,
                        body,
                        ..
                    },
                )| Pending {
                    seq,
                    update_id,
                    chat,
                    attempts: 0,
                    starts: 0,
                    body,
                },
            )
            .collect())
    }

    /// Where the next poll starts, if there ever was one.
    pub async fn next_offset(&self) -> Result<Option<i64>, StoreError> {
        let next = sqlx::query_scalar("SELECT next FROM poll_offset");
        Ok(next.fetch_optional(&self.0.pool).await?)
    }

    /// What waits to be handled, after a number in the order of receipt.
    pub async fn pending(&self, after: Seq, limit: u32) -> Result<Page<Pending>, StoreError> {
        pages::inbox(&self.0.pool, &self.0.sealer, None, after, limit).await
    }

    /// What of one chat waits to be handled, after a number in the order of receipt.
    pub async fn pending_of(
        &self,
        chat: i64,
        after: Seq,
        limit: u32,
    ) -> Result<Page<Pending>, StoreError> {
        pages::inbox(&self.0.pool, &self.0.sealer, Some(chat), after, limit).await
    }

    /// Ends an update that changes nothing.
    pub async fn finish(&self, seq: Seq) -> Result<(), StoreError> {
        self.ask(Op::Finish { seq }).await.map(drop)
    }

    /// Notes that these updates, left by an earlier run, are about to be taken up. A clean end forgets
    /// it: what stays noted was, or was beside, what ended the process.
    pub async fn started(&self, seqs: Vec<Seq>) -> Result<(), StoreError> {
        self.ask(Op::Started { seqs }).await.map(drop)
    }

    /// Notes that handling an update failed. Returns how often it has.
    pub async fn failed(&self, seq: Seq) -> Result<u32, StoreError> {
        let attempts = self.ask(Op::Failed { seq }).await?;
        Ok(attempts
            .first()
            .map_or(0, |&attempts| attempts.try_into().unwrap_or(u32::MAX)))
    }

    /// Takes an update out of the inbox, to be looked at by the operator. The reason must not
    /// tell what was said.
    pub async fn set_aside_update(
        &self,
        seq: Seq,
        reason: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.set_aside(Row::Update { seq }, reason, now).await
    }
}
