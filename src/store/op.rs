//! What the writer can be asked to do.

use tokio::sync::oneshot;

use super::{StoreError, Who};

/// The ids or counts that an operation gives back.
pub(super) type Answer = Result<Vec<i64>, StoreError>;

/// An operation and who waits for it.
pub(super) struct Job {
    pub(super) op: Op,
    pub(super) reply: oneshot::Sender<Answer>,
}

/// One operation: kept as a whole or not at all. Bodies are sealed, times are milliseconds.
pub(super) enum Op {
    /// Answers each row's number, 0 for an update that was received before.
    Receive {
        rows: Vec<NewUpdate>,
        next_offset: Option<i64>,
        now: i64,
    },
    /// Answers the numbers of the messages.
    Commit(Commit),
    /// Ends an update that changes nothing.
    Finish {
        seq: i64,
    },
    /// Counts a start in which these updates are taken up.
    Started {
        seqs: Vec<i64>,
    },
    /// Answers how often handling the update has failed now.
    Failed {
        seq: i64,
    },
    Sent {
        id: i64,
    },
    Postpone {
        id: i64,
        not_before: i64,
        attempts: u32,
    },
    SetAside {
        row: Row,
        reason: String,
        now: i64,
    },
    /// Answers how many messages were dropped.
    DropOutgoing {
        chat: i64,
    },
    /// Erases those of the people who are silent since then. Answers how many.
    EraseSilent {
        users: Vec<i64>,
        before: i64,
    },
    /// Deletes what was set aside before. Answers how many rows.
    DropSetAside {
        before: i64,
    },
    /// Writes something that means nothing.
    Probe,
    /// Nothing is to follow.
    Close,
}

pub(super) struct NewUpdate {
    pub(super) update_id: i64,
    pub(super) chat: Option<i64>,
    pub(super) user: Option<i64>,
    pub(super) body: Vec<u8>,
}

pub(super) struct Commit {
    pub(super) seq: Option<i64>,
    pub(super) who: Who,
    pub(super) session: NewSession,
    pub(super) drop_pending: bool,
    pub(super) wake: NewWake,
    pub(super) outgoing: Vec<NewMessage>,
    pub(super) now: i64,
}

pub(super) enum NewSession {
    Keep,
    Save {
        sealed: Vec<u8>,
        plain: std::sync::Arc<[u8]>,
        over: Over,
    },
    Erase,
}

/// What a session is saved over.
#[derive(Clone, Copy)]
pub(super) enum Over {
    /// One, or none.
    Any,
    /// One that must still be there.
    Present,
    /// One that can't be read: it is set aside.
    Unreadable,
}

/// When a reminder of the person is due next.
#[derive(Clone, Copy)]
pub(super) enum NewWake {
    Keep,
    At(i64),
    Never,
}

pub(super) struct NewMessage {
    pub(super) chat: i64,
    pub(super) unasked: bool,
    pub(super) body: Vec<u8>,
}

/// A row that can be set aside.
#[derive(Clone, Copy)]
pub(super) enum Row {
    Update { seq: i64 },
    Message { id: i64 },
}

impl Op {
    /// Whether it can wait a moment for company.
    pub(super) fn is_patient(&self) -> bool {
        matches!(self, Self::Sent { .. })
    }

    /// Whether content goes that must not linger in the write-ahead log.
    pub(super) fn erases(&self) -> bool {
        match self {
            Self::Commit(commit) => matches!(commit.session, NewSession::Erase),
            Self::EraseSilent { .. } | Self::DropSetAside { .. } => true,
            Self::Receive { .. }
            | Self::Finish { .. }
            | Self::Started { .. }
            | Self::Failed { .. }
            | Self::Sent { .. }
            | Self::Postpone { .. }
            | Self::SetAside { .. }
            | Self::DropOutgoing { .. }
            | Self::Probe
            | Self::Close => false,
        }
    }
}
