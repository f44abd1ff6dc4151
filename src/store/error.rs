//! What can go wrong: for the operator at the start, for the code afterwards. Never what was said.

use std::{fmt, io, path::PathBuf, sync::Arc};

use super::seal::SealError;

/// Why the store cannot be opened: one sentence that tells the operator what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address of the database is not one we know.
    #[error("DATABASE_URL must be sqlite://PATH, for example sqlite://data/twitchwise.db")]
    Url,
    /// PostgreSQL is not there yet.
    #[error("PostgreSQL is not supported by this version; use DATABASE_URL=sqlite://PATH")]
    Postgres,
    /// The folder or the file cannot be made or written.
    #[error("cannot write the database {}: {source}; check that this account may write there", path.display())]
    Folder {
        /// The database file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another process has the database.
    #[error("the database {} is in use by another twitchwise; stop that one first", path.display())]
    InUse {
        /// The database file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{} is not a database; move it away, or point DATABASE_URL elsewhere", path.display())]
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The database's pages are damaged.
    #[error(
        "the database {} is damaged ({reason}); \
         bring back the newest backup: twitchwise restore FILE", path.display()
    )]
    Damaged {
        /// The database file.
        path: PathBuf,
        /// What the database said.
        reason: String,
    },
    /// It is another program's database.
    #[error(
        "the database {} was not made by twitchwise; \
         move it away, or point DATABASE_URL elsewhere", path.display()
    )]
    Foreign {
        /// The database file.
        path: PathBuf,
    },
    /// There is no such file, and none is to be made.
    #[error("there is no database {}", path.display())]
    Missing {
        /// The database file.
        path: PathBuf,
    },
    /// Bringing back a backup was cut short.
    #[error(
        "restoring the database {} was cut short; \
         run `twitchwise restore FILE` again", path.display()
    )]
    RestoreUnfinished {
        /// The database file.
        path: PathBuf,
    },
    /// A newer version wrote it.
    #[error(
        "the database {} has schema version {found}, this version knows up to {known}; \
         run the version that wrote it, or a newer one", path.display()
    )]
    NewerSchema {
        /// The database file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// It was sealed with a key that was not given.
    #[error(
        "the database {} is sealed with another key; \
         give the key it was made with (DATA_KEY or DATA_KEY_FILE)", path.display()
    )]
    WrongKey {
        /// The database file.
        path: PathBuf,
    },
    /// A part of it was sealed with a key that was not given.
    #[error(
        "a part of the database {} is sealed with a key that is not given; give that key too, \
         behind the new one and a comma, until `twitchwise reseal` is done", path.display()
    )]
    MissingKey {
        /// The database file.
        path: PathBuf,
    },
    /// The schema cannot be brought up to date.
    #[error("the database {} cannot be brought up to date: {reason}", path.display())]
    Migration {
        /// The database file.
        path: PathBuf,
        /// What the database said.
        reason: String,
    },
    /// Anything else that the database says.
    #[error("the database {} cannot be opened: {source}", path.display())]
    Database {
        /// The database file.
        path: PathBuf,
        /// What the database said.
        source: Fault,
    },
    /// No random bytes to seal with.
    #[error("the system gives no random bytes to seal data with")]
    Random,
}

/// Why an operation was not done.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// There is no room on the disk. Nothing of the operation is kept; with room again it works.
    #[error("the disk of the database is full: {0}")]
    Full(Fault),
    /// The file or its disk can only be read. Nothing of the operation is kept.
    #[error("the database can only be read: {0}")]
    ReadOnly(Fault),
    /// The database's pages are damaged: nothing but bringing back a copy helps.
    #[error("the database is damaged: {0}")]
    Corrupt(Fault),
    /// The disk failed to read or write. Nothing of the operation is kept.
    #[error("the disk of the database fails: {0}")]
    Io(Fault),
    /// The database refused; nothing of the operation is kept. Trying again may help.
    #[error("the database refused: {0}")]
    Database(Fault),
    /// A row cannot be opened.
    #[error(transparent)]
    Damaged(Damaged),
    /// The update's row has ended before: it was handled, set aside or erased. Nothing was done.
    #[error("update {seq} was handled before")]
    AlreadyHandled {
        /// The inbox row.
        seq: i64,
    },
    /// The person was erased before. Nothing was done.
    #[error("the person was erased before")]
    Erased,
    /// The value is larger than the store keeps.
    #[error("{bytes} bytes are too much to keep")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// More rows than the store keeps at once.
    #[error("{rows} rows are too many to keep at once")]
    TooMany {
        /// How many.
        rows: usize,
    },
    /// No random bytes to seal with.
    #[error("the value cannot be sealed")]
    Unsealable,
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
}

impl StoreError {
    /// Whether the same operation will never succeed, however healthy the database is.
    pub fn is_lasting(&self) -> bool {
        match self {
            Self::Database(fault) => fault.code().is_some_and(|code| LASTING.contains(&code)),
            Self::Damaged(_)
            | Self::AlreadyHandled { .. }
            | Self::Erased
            | Self::TooLarge { .. }
            | Self::TooMany { .. }
            | Self::Closed => true,
            // Nothing is given up for it: a copy may be brought back, and what waits goes on then.
            Self::Full(_)
            | Self::ReadOnly(_)
            | Self::Io(_)
            | Self::Corrupt(_)
            | Self::Unsealable => false,
        }
    }
}

/// What SQLite calls the states of the disk. A file that can't be opened for want of rights is one
/// of them: the log beside the database.
const SQLITE_READONLY: i32 = 8;
const SQLITE_IOERR: i32 = 10;
const SQLITE_FULL: i32 = 13;
const SQLITE_CANTOPEN: i32 = 14;
/// What it calls damaged pages, and a file that is no database any more.
pub(super) const SQLITE_CORRUPT: i32 = 11;
pub(super) const SQLITE_NOTADB: i32 = 26;
/// What SQLite calls a value that is too big, a broken constraint, and a wrong type.
const LASTING: [i32; 3] = [18, 19, 20];

/// A row that cannot be opened: damaged, or sealed with a key that is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{table} row {id} is damaged or sealed with an unknown key")]
pub struct Damaged {
    /// The table.
    pub table: &'static str,
    /// The row's number in it.
    pub id: i64,
    /// The chat that it belongs to.
    pub chat: Option<i64>,
}

/// What the database said, without any value in it.
#[derive(Debug, Clone)]
pub struct Fault(Arc<sqlx::Error>);

impl Fault {
    /// SQLite's primary result code, where it is SQLite that refused.
    pub(super) fn code(&self) -> Option<i32> {
        let code = self.0.as_database_error()?.code()?;
        code.parse::<i32>().ok().map(|extended| extended & 0xff)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        Self(Arc::new(error))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if matches!(error, sqlx::Error::PoolClosed) {
            return Self::Closed;
        }
        let fault = Fault::from(error);
        match fault.code() {
            Some(SQLITE_FULL) => Self::Full(fault),
            Some(SQLITE_READONLY) => Self::ReadOnly(fault),
            Some(SQLITE_IOERR | SQLITE_CANTOPEN) => Self::Io(fault),
            Some(SQLITE_CORRUPT | SQLITE_NOTADB) => Self::Corrupt(fault),
            _ => Self::Database(fault),
        }
    }
}

impl From<SealError> for StoreError {
    fn from(_: SealError) -> Self {
        Self::Unsealable
    }
}
