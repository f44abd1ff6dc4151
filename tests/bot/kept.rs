//! What a copy of the database holds of each person's updates, read with the bot's own store.

use std::{collections::BTreeMap, path::Path};

use jiff::Timestamp;
use serde_json::Value;
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use twitchwise::{
    machine::Session,
    store::{Sealer, Store, Who},
    telegram::decode,
};

use super::{person::Played, script::Script};

/// What a person did, and where they stand after each of it.
pub(crate) struct Talk {
    pub(crate) id: i64,
    updates: Vec<i64>,
    stands: Vec<Value>,
}

impl Talk {
    pub(crate) fn new(id: i64, played: Played, script: &Script) -> Self {
        let stands = script.acts.iter().map(|act| {
            let mut stands = serde_json::to_value(&act.session).expect("written");
            timeless(&mut stands, played.began);
            stands
        });
        let talk = Self {
            id,
            stands: stands.collect(),
            updates: played.numbers,
        };
        assert_eq!(talk.updates.len(), talk.stands.len(), "an update each");
        talk
    }

    /// How many updates it has.
    pub(crate) fn len(&self) -> usize {
        self.updates.len()
    }
}

/// Takes out when it was, which the script can't know, and counts revisions from another number.
fn timeless(value: &mut Value, later: u32) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                if name == "revision"
                    && let Some(number) = value.as_u64()
                {
                    let number = u32::try_from(number).expect("a revision");
                    *value = number.wrapping_add(later).into();
                }
                timeless(value, later);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| timeless(value, later)),
        Value::String(words) if words.parse::<Timestamp>().is_ok() => words.clear(),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What a copy holds.
pub(crate) struct Kept {
    seen: Vec<i64>,
    inbox: Vec<i64>,
    sessions: BTreeMap<i64, Value>,
    /// Each message that waits to be sent, and its chat.
    outbox: Vec<(i64, Value)>,
}

impl Kept {
    /// Opens a copy as the bot's next start would, and reads it.
    pub(crate) async fn read(database: &Path, sealer: Sealer) -> Self {
        let url = format!("sqlite://{}", database.display());
        let store = Store::open(&url, sealer).await.expect("it opens");
        let options = SqliteConnectOptions::new()
            .filename(database)
            .read_only(true);
        let mut conn = SqliteConnection::connect_with(&options)
            .await
            .expect("it opens");
        let whole: String = sqlx::query_scalar("PRAGMA integrity_check")
            .fetch_one(&mut conn)
            .await
            .expect("checked");
        assert_eq!(whole, "ok");
        let seen = sqlx::query_scalar("SELECT update_id FROM seen")
            .fetch_all(&mut conn)
            .await
            .expect("read");
        let inbox = sqlx::query_scalar("SELECT update_id FROM inbox")
            .fetch_all(&mut conn)
            .await
            .expect("read");
        let people: Vec<i64> = sqlx::query_scalar("SELECT user FROM session")
            .fetch_all(&mut conn)
            .await
            .expect("read");
        conn.close().await.expect("closed");
        let mut sessions = BTreeMap::new();
        for user in people {
            let body = store.session(Who { chat: user, user }).await;
            let body = body.expect("readable").expect("there");
            let session: Session = serde_json::from_slice(&body).expect("a session");
            let mut stands = serde_json::to_value(&session).expect("written");
            timeless(&mut stands, 0);
            sessions.insert(user, stands);
        }
        let page = store.outbox(0, 10_000).await.expect("an outbox");
        assert!(page.damaged.is_empty(), "damaged messages");
        let message = |body: &[u8]| serde_json::from_slice(body).expect("a message");
        let outbox = page.rows.iter().map(|row| (row.chat, message(&row.body)));
        let outbox = outbox.collect();
        store.close().await.expect("closed");
        Self {
            seen,
            inbox,
            sessions,
            outbox,
        }
    }

    /// How many updates between two numbers were received.
    pub(crate) fn seen(&self, first: i64, end: i64) -> i64 {
        let seen = self.seen.iter().filter(|id| (first..end).contains(id));
        i64::try_from(seen.count()).expect("few")
    }

    /// How many updates wait.
    pub(crate) fn waiting(&self) -> usize {
        self.inbox.len()
    }

    /// How many messages wait to be sent.
    pub(crate) fn unsent(&self) -> usize {
        self.outbox.len()
    }

    /// Whether what is kept of a person is of one moment: they stand where the updates lead to that
    /// were received and don't wait any more, neither before nor after it, and what waits to be sent
    /// was said then or just before. Gives how many updates that is.
    pub(crate) fn agrees(&self, talk: &Talk) -> Result<usize, String> {
        let received = |id: &&i64| self.seen.contains(id);
        let waits = |id: &&i64| self.inbox.contains(id);
        let received = talk.updates.iter().take_while(received).count();
        let handled = talk.updates.iter().take_while(|id| !waits(id)).count();
        let handled = handled.min(received);
        if !talk.updates[handled..received].iter().all(|id| waits(&id)) {
            return Err(format!(
                "{handled} of {received} handled, not all others wait"
            ));
        }
        let stands = self.sessions.get(&talk.id);
        let expected = handled.checked_sub(1).map(|last| &talk.stands[last]);
        if stands != expected {
            return Err(format!(
                "after {handled} updates: {stands:#?}, not {expected:#?}"
            ));
        }
        // What the person has answered was sent; that it was, is written a moment later.
        let revision = stands.and_then(|stands| stands["revision"].as_u64());
        let is_of_now = |of: &u32| {
            revision.is_some_and(|now| [now, now.saturating_sub(1)].contains(&u64::from(*of)))
        };
        for (_, message) in self.outbox.iter().filter(|(chat, _)| *chat == talk.id) {
            if !revisions(message).iter().any(is_of_now) {
                return Err(format!("at revision {revision:?} this waits: {message:#}"));
            }
        }
        Ok(handled)
    }

    /// Whether each of a person's updates before that number waits, or has had its effect.
    pub(crate) fn holds(&self, talk: &Talk, confirmed: i64) -> Result<(), String> {
        let waits = |number: &usize| self.inbox.contains(&talk.updates[*number]);
        let confirmed = talk.updates.iter().filter(|id| **id < confirmed).count();
        let first_waiting = (0..talk.updates.len()).find(waits);
        let handled = first_waiting.unwrap_or(confirmed);
        if let Some(lost) = (handled..confirmed).find(|number| !waits(number)) {
            return Err(format!("update {lost} is lost, {handled} waits"));
        }
        let stands = self.sessions.get(&talk.id);
        // After so many updates; more may be handled than were confirmed, unless one waits.
        let most = first_waiting.unwrap_or(talk.stands.len());
        let fits = (handled..=most).any(|count| match count {
            0 => stands.is_none(),
            _ => stands == Some(&talk.stands[count - 1]),
        });
        if fits {
            return Ok(());
        }
        let expected = handled.checked_sub(1).map(|count| &talk.stands[count]);
        Err(format!(
            "after {handled} updates handled of {confirmed} confirmed, expected {expected:#?} \
             (or up to {most} updates), found {stands:#?}"
        ))
    }
}

/// The revisions of the buttons in a message.
fn revisions(message: &Value) -> Vec<u32> {
    match message {
        Value::Object(fields) => {
            let own = fields.get("callback_data").and_then(Value::as_str);
            let inner = fields.values().flat_map(revisions);
            own.map(|data| decode(data).revision)
                .into_iter()
                .chain(inner)
                .collect()
        }
        Value::Array(values) => values.iter().flat_map(revisions).collect(),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}
