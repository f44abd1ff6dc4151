//! A database in a folder of its own, two people, and short ways to say what happens.

use std::{fs, path::PathBuf, process::Command};

use jiff::Timestamp;
use tempfile::TempDir;
use twitchwise::store::{
    Handled, Keys, OpenError, Outgoing, Received, Sealer, SessionChange, Store, Wake, Who,
};

pub(crate) const KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
pub(crate) const OTHER_KEY: &str = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
pub(crate) const ANNA: Who = Who { chat: 7, user: 7 };
pub(crate) const BEN: Who = Who { chat: 8, user: 8 };

/// A folder with a database, gone with the value.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.0.path().join("data").join("bot.db")
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite://{}", self.file().display())
    }

    pub(crate) async fn open(&self) -> Store {
        self.open_with(KEY).await.unwrap()
    }

    pub(crate) async fn open_with(&self, keys: &str) -> Result<Store, OpenError> {
        Store::open(&self.url(), Sealer::new(&Keys::parse(keys).unwrap())).await
    }

    /// Changes the closed database behind the store's back.
    pub(crate) async fn tamper(&self, sql: &'static str) {
        use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
        let mut conn = SqliteConnectOptions::new()
            .filename(self.file())
            .connect()
            .await
            .unwrap();
        sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
        conn.close().await.unwrap();
    }

    /// Numbers that a query finds in the closed database.
    pub(crate) async fn numbers(&self, sql: &'static str) -> Vec<i64> {
        use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
        let mut conn = SqliteConnectOptions::new()
            .filename(self.file())
            .connect()
            .await
            .unwrap();
        let found = sqlx::query_scalar(sql).fetch_all(&mut conn).await.unwrap();
        conn.close().await.unwrap();
        found
    }

    /// Every byte in the folder. Read by another process: in this one, closing a file of an
    /// open database would give up its locks.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let files = fs::read_dir(self.file().parent().unwrap()).unwrap();
        let files = files.map(|file| file.unwrap().path());
        Command::new("cat").args(files).output().unwrap().stdout
    }
}

pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

pub(crate) fn update(update_id: i64, who: Who, body: &str) -> Received {
    Received {
        update_id,
        chat: Some(who.chat),
        user: Some(who.user),
        body: body.into(),
    }
}

pub(crate) fn handled(seq: i64, who: Who, session: &str, outgoing: &[&str]) -> Handled {
    let outgoing = outgoing.iter().map(|body| Outgoing {
        chat: who.chat,
        unasked: false,
        body: (*body).into(),
    });
    Handled {
        seq: Some(seq),
        who,
        session: SessionChange::Save(session.into()),
        drop_pending: false,
        wake: Wake::Keep,
        outgoing: outgoing.collect(),
        now: at(0),
    }
}

pub(crate) async fn receive_one(store: &Store, update_id: i64, who: Who, body: &str) -> i64 {
    let update = update(update_id, who, body);
    store
        .receive(vec![update], Some(update_id + 1), at(0))
        .await
        .unwrap()[0]
        .seq
}

pub(crate) async fn waiting(store: &Store) -> Vec<String> {
    let page = store.pending(0, 100).await.unwrap();
    assert_eq!(page.damaged, []);
    page.rows
        .into_iter()
        .map(|row| String::from_utf8(row.body).unwrap())
        .collect()
}

pub(crate) async fn to_send(store: &Store) -> Vec<String> {
    let page = store.outbox(0, 100).await.unwrap();
    assert_eq!(page.damaged, []);
    page.rows
        .into_iter()
        .map(|row| String::from_utf8(row.body).unwrap())
        .collect()
}
