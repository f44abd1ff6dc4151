//! What goes in and comes out of the store.

use std::fmt;

use jiff::Timestamp;

use super::Damaged;

/// The number of an update in the inbox: the order of receipt.
pub type Seq = i64;

/// The number of a message in the outbox: the order of sending.
pub type OutboxId = i64;

/// A person in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Who {
    /// The chat; in private the same as the person.
    pub chat: i64,
    /// The person.
    pub user: i64,
}

/// An update as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct Received {
    /// Telegram's number.
    pub update_id: i64,
    /// The chat it belongs to, if any.
    pub chat: Option<i64>,
    /// Who caused it, if known: `/export` and `/forget` find it by this.
    pub user: Option<i64>,
    /// The update itself.
    pub body: Vec<u8>,
}

/// An update that waits to be handled.
#[derive(Clone, PartialEq, Eq)]
pub struct Pending {
    /// Its place in the order of receipt.
    pub seq: Seq,
    /// Telegram's number.
    pub update_id: i64,
    /// The chat it belongs to, if any.
    pub chat: Option<i64>,
    /// How often handling it has failed.
    pub attempts: u32,
    /// In how many starts, one after the other, it was taken up without a clean end after it.
    pub starts: u32,
    /// The update itself.
    pub body: Vec<u8>,
}

/// What handling an event leads to, kept all together or not at all.
#[derive(Clone, PartialEq, Eq)]
pub struct Handled {
    /// The update that was handled; none when the event was not an update.
    pub seq: Option<Seq>,
    /// Whose session and messages these are.
    pub who: Who,
    /// What becomes of the session.
    pub session: SessionChange,
    /// Drop what waits to be sent to the chat, before `outgoing` is added.
    pub drop_pending: bool,
    /// When a reminder of the person is due next.
    pub wake: Wake,
    /// What is to be sent, in order.
    pub outgoing: Vec<Outgoing>,
    /// The time.
    pub now: Timestamp,
}

/// What becomes of a session.
#[derive(Clone, PartialEq, Eq)]
pub enum SessionChange {
    /// Nothing.
    Keep,
    /// It is replaced, and the person was heard of.
    Save(Vec<u8>),
    /// It is replaced, and nobody was heard of: time has passed. A person erased meanwhile stays so:
    /// nothing is kept then.
    Renew(Vec<u8>),
    /// It can't be read: it is set aside, and this takes its place.
    Replace(Vec<u8>),
    /// Everything about the person is erased, in every table.
    Erase,
}

/// When a reminder of a person is due next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wake {
    /// As before.
    #[default]
    Keep,
    /// At that time.
    At(Timestamp),
    /// None is.
    Never,
}

/// Something to send.
#[derive(Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The chat to send it to.
    pub chat: i64,
    /// Whether nobody asked for it just now (a reminder, an announcement): it may wait for replies.
    pub unasked: bool,
    /// What to send.
    pub body: Vec<u8>,
}

/// Something that waits to be sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Queued {
    /// Its place in the order of sending.
    pub id: OutboxId,
    /// The chat to send it to.
    pub chat: i64,
    /// How often sending it has failed.
    pub attempts: u32,
    /// Whether nobody asked for it just now.
    pub unasked: bool,
    /// Not to be tried again before.
    pub not_before: Timestamp,
    /// When it was decided.
    pub created_at: Timestamp,
    /// What to send.
    pub body: Vec<u8>,
}

/// Some rows of a table in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// Those that could be opened.
    pub rows: Vec<T>,
    /// Those that could not.
    pub damaged: Vec<Damaged>,
    /// Continue after this row; none when there was no row at all.
    pub last: Option<i64>,
}

/// How much waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Backlog {
    /// Updates to be handled.
    pub inbox: u64,
    /// Messages to be sent.
    pub outbox: u64,
    /// Rows that could not be handled, sent or read.
    pub set_aside: u64,
}

/// One row that is kept about a person, opened.
#[derive(Clone, PartialEq)]
pub struct Kept {
    /// The table.
    pub table: &'static str,
    /// Its columns with their values.
    pub columns: Vec<(&'static str, Value)>,
}

/// A value of a row.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// No value.
    Nothing,
    /// A number.
    Number(i64),
    /// A time.
    Time(Timestamp),
    /// A text.
    Text(String),
    /// What was sealed, opened.
    Bytes(Vec<u8>),
    /// What was sealed but cannot be opened.
    Damaged,
}

/// Shows that there is something, not what: it may be what a person said.
macro_rules! without_contents {
    ($($Type:ident { $($field:ident),* })+) => {$(
        impl fmt::Debug for $Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Type))
                    $(.field(stringify!($field), &self.$field))*
                    .finish_non_exhaustive()
            }
        }
    )+};
}

without_contents! {
    Received { update_id }
    Pending { seq, update_id, attempts, starts }
    Handled { seq, drop_pending, session, outgoing }
    Outgoing { unasked }
    Queued { id, attempts, unasked, not_before }
    Kept { table }
}

impl fmt::Debug for SessionChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Keep => "Keep",
            Self::Save(_) => "Save(…)",
            Self::Renew(_) => "Renew(…)",
            Self::Replace(_) => "Replace(…)",
            Self::Erase => "Erase",
        })
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Value(…)")
    }
}
