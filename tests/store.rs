//! The store on real SQLite files: what it keeps, in which order, and what it forgets.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use twitchwise::store::{
    Backlog, Damaged, Handled, Keys, OpenError, Outgoing, Received, Sealer, SessionChange, Store,
    StoreError, Value, Who,
};

const KEY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
const OTHER_KEY: &str = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
const ANNA: Who = Who { chat: 7, user: 7 };
const BEN: Who = Who { chat: 8, user: 8 };

/// A folder with a database, gone with the value.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("data").join("bot.db")
    }

    fn url(&self) -> String {
        format!("sqlite://{}", self.file().display())
    }

    async fn open(&self) -> Store {
        self.open_with(KEY).await.unwrap()
    }

    async fn open_with(&self, keys: &str) -> Result<Store, OpenError> {
        Store::open(&self.url(), Sealer::new(&Keys::parse(keys).unwrap())).await
    }

    /// Changes the closed database behind the store's back.
    async fn tamper(&self, sql: &'static str) {
        use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
        let mut conn = SqliteConnectOptions::new()
            .filename(self.file())
            .connect()
            .await
            .unwrap();
        sqlx::raw_sql(sql).execute(&mut conn).await.unwrap();
        conn.close().await.unwrap();
    }

    /// Every byte in the folder.
    fn bytes(&self) -> Vec<u8> {
        let files = fs::read_dir(self.file().parent().unwrap()).unwrap();
        files
            .flat_map(|file| fs::read(file.unwrap().path()).unwrap())
            .collect()
    }
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

fn update(update_id: i64, who: Who, body: &str) -> Received {
    Received {
        update_id,
        chat: Some(who.chat),
        user: Some(who.user),
        body: body.into(),
    }
}

fn handled(seq: i64, who: Who, session: &str, outgoing: &[&str]) -> Handled {
    let outgoing = outgoing.iter().map(|body| Outgoing {
        chat: who.chat,
        body: (*body).into(),
    });
    Handled {
        seq: Some(seq),
        who,
        session: SessionChange::Save(session.into()),
        drop_pending: false,
        outgoing: outgoing.collect(),
        now: at(0),
    }
}

async fn receive_one(store: &Store, update_id: i64, who: Who, body: &str) -> i64 {
    let update = update(update_id, who, body);
    store
        .receive(vec![update], Some(update_id + 1), at(0))
        .await
        .unwrap()[0]
        .seq
}

async fn waiting(store: &Store) -> Vec<String> {
    let page = store.pending(0, 100).await.unwrap();
    assert_eq!(page.damaged, []);
    page.rows
        .into_iter()
        .map(|row| String::from_utf8(row.body).unwrap())
        .collect()
}

async fn to_send(store: &Store) -> Vec<String> {
    let page = store.outbox(0, 100).await.unwrap();
    assert_eq!(page.damaged, []);
    page.rows
        .into_iter()
        .map(|row| String::from_utf8(row.body).unwrap())
        .collect()
}

fn contains(bytes: &[u8], marker: &str) -> bool {
    bytes
        .windows(marker.len())
        .any(|window| window == marker.as_bytes())
}

#[tokio::test]
async fn an_update_is_received_once_in_order_and_survives() {
    let place = Place::new();
    let store = place.open().await;
    assert_eq!(store.next_offset().await.unwrap(), None);
    let batch = vec![
        update(12, ANNA, "a"),
        update(10, BEN, "b"),
        update(12, ANNA, "a"),
    ];
    let fresh = store.receive(batch, Some(13), at(0)).await.unwrap();
    assert_eq!(
        fresh.iter().map(|row| row.update_id).collect::<Vec<_>>(),
        [12, 10]
    );
    assert!(fresh[0].seq < fresh[1].seq);
    let again = vec![update(10, BEN, "b"), update(11, BEN, "c")];
    let fresh = store.receive(again, None, at(1)).await.unwrap();
    assert_eq!(
        fresh.iter().map(|row| row.update_id).collect::<Vec<_>>(),
        [11]
    );
    drop(store);

    let store = place.open().await;
    assert_eq!(store.next_offset().await.unwrap(), Some(13));
    assert_eq!(waiting(&store).await, ["a", "b", "c"]);
    let first = store.pending(0, 1).await.unwrap();
    let rest = store.pending(first.last.unwrap(), 10).await.unwrap();
    assert_eq!(
        rest.rows
            .iter()
            .map(|row| row.update_id)
            .collect::<Vec<_>>(),
        [10, 11]
    );
    let of_ben = store.pending_of(BEN.chat, 0, 10).await.unwrap();
    assert_eq!(
        of_ben
            .rows
            .iter()
            .map(|row| row.update_id)
            .collect::<Vec<_>>(),
        [10, 11]
    );
    assert_eq!(
        store.pending(rest.last.unwrap(), 10).await.unwrap().last,
        None
    );
}

#[tokio::test]
async fn a_handled_update_is_not_received_again_but_its_number_is_forgotten_in_time() {
    let place = Place::new();
    let store = place.open().await;
    let seq = receive_one(&store, 5, ANNA, "hello").await;
    store.commit(handled(seq, ANNA, "s", &[])).await.unwrap();
    let day = 24 * 60 * 60;
    assert_eq!(
        store
            .receive(vec![update(5, ANNA, "hello")], None, at(day))
            .await
            .unwrap(),
        []
    );
    // Telegram's numbers may start anew after a quiet week.
    store.receive(vec![], None, at(7 * day)).await.unwrap();
    let fresh = store
        .receive(vec![update(5, ANNA, "new")], None, at(7 * day))
        .await
        .unwrap();
    assert_eq!(fresh.len(), 1);
    assert!(fresh[0].seq > seq, "a number is never given twice");
}

#[tokio::test]
async fn a_commit_is_all_or_nothing_and_once() {
    let place = Place::new();
    let store = place.open().await;
    let seq = receive_one(&store, 1, ANNA, "tap").await;
    assert_eq!(store.session(ANNA).await.unwrap(), None);
    let ids = store
        .commit(handled(seq, ANNA, "first", &["one", "two"]))
        .await
        .unwrap();
    assert_eq!(ids.len(), 2);
    let again = store.commit(handled(seq, ANNA, "second", &["three"])).await;
    assert!(matches!(again, Err(StoreError::AlreadyHandled { seq: s }) if s == seq));
    drop(store);

    let store = place.open().await;
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"first");
    assert_eq!(waiting(&store).await, [""; 0]);
    assert_eq!(to_send(&store).await, ["one", "two"]);
    store.sent(ids[0]).await.unwrap();
    assert_eq!(to_send(&store).await, ["two"]);
    let counts = Backlog {
        inbox: 0,
        outbox: 1,
        set_aside: 0,
    };
    assert_eq!(store.backlog().await.unwrap(), counts);
}

#[tokio::test]
async fn an_event_that_is_no_update_commits_too() {
    let place = Place::new();
    let store = place.open().await;
    let reminder = Handled {
        seq: None,
        ..handled(0, ANNA, "reminded", &["time to rest"])
    };
    store.commit(reminder).await.unwrap();
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"reminded");
    let keep = SessionChange::Keep;
    store
        .commit(Handled {
            seq: None,
            session: keep,
            ..handled(0, ANNA, "", &["b"])
        })
        .await
        .unwrap();
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"reminded");
    assert_eq!(to_send(&store).await, ["time to rest", "b"]);
}

#[tokio::test]
async fn people_of_one_group_have_their_own_sessions() {
    let place = Place::new();
    let store = place.open().await;
    let (a, b) = (Who { chat: -9, user: 7 }, Who { chat: -9, user: 8 });
    for (who, session) in [(a, "a"), (b, "b"), (ANNA, "private")] {
        let event = Handled {
            seq: None,
            ..handled(0, who, session, &[])
        };
        store.commit(event).await.unwrap();
    }
    drop(store);
    let store = place.open().await;
    assert_eq!(store.session(a).await.unwrap().unwrap(), b"a");
    assert_eq!(store.session(b).await.unwrap().unwrap(), b"b");
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"private");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_commit_at_once_and_each_keeps_its_order() {
    let place = Place::new();
    let store = place.open().await;
    let people = (1..=60).map(|id| Who { chat: id, user: id });
    let tasks = people.clone().map(|who| {
        let store = store.clone();
        tokio::spawn(async move {
            for round in 0..10 {
                let id = who.user * 1000 + round;
                let seq = receive_one(&store, id, who, "tap").await;
                let before = store.session(who).await.unwrap().unwrap_or_default();
                assert_eq!(String::from_utf8(before).unwrap().len() as i64, round);
                let session = "x".repeat(usize::try_from(round).unwrap() + 1);
                let (one, two) = (format!("{round}a"), format!("{round}b"));
                let event = handled(seq, who, &session, &[&one, &two]);
                let ids = store.commit(event).await.unwrap();
                assert!(ids[0] < ids[1]);
                if round < 5 {
                    for id in ids {
                        store.sent(id).await.unwrap();
                    }
                }
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    drop(store);

    let store = place.open().await;
    assert_eq!(waiting(&store).await, [""; 0]);
    let rows = store.outbox(0, 1000).await.unwrap().rows;
    assert_eq!(rows.len(), 60 * 10);
    for who in people {
        assert_eq!(store.session(who).await.unwrap().unwrap().len(), 10);
        let mine = rows.iter().filter(|row| row.chat == who.chat);
        let mine = mine.map(|row| String::from_utf8(row.body.clone()).unwrap());
        let expected = (5..10).flat_map(|round| [format!("{round}a"), format!("{round}b")]);
        assert!(mine.eq(expected));
    }
}

#[tokio::test]
async fn one_that_cannot_be_kept_takes_no_others_with_it() {
    let place = Place::new();
    let store = place.open().await;
    let seqs = [
        receive_one(&store, 1, ANNA, "a").await,
        receive_one(&store, 2, BEN, "b").await,
    ];
    let (anna, gone, large, ben) = tokio::join!(
        store.commit(handled(seqs[0], ANNA, "a", &["to anna"])),
        store.commit(handled(999, ANNA, "bad", &["bad"])),
        store.commit(handled(seqs[1], BEN, &"x".repeat(65 * 1024 * 1024), &[])),
        store.commit(handled(seqs[1], BEN, "b", &["to ben"])),
    );
    assert!(anna.is_ok() && ben.is_ok());
    assert!(matches!(gone, Err(StoreError::AlreadyHandled { seq: 999 })));
    assert!(matches!(large, Err(StoreError::TooLarge { .. })));
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"a");
    assert_eq!(store.session(BEN).await.unwrap().unwrap(), b"b");
    assert_eq!(to_send(&store).await.len(), 2);
}

#[tokio::test]
async fn what_fails_is_counted_postponed_and_set_aside() {
    let place = Place::new();
    let store = place.open().await;
    let seq = receive_one(&store, 1, ANNA, "boom").await;
    assert_eq!(store.failed(seq).await.unwrap(), 1);
    assert_eq!(store.failed(seq).await.unwrap(), 2);
    assert_eq!(store.pending(0, 1).await.unwrap().rows[0].attempts, 2);
    store
        .set_aside_update(seq, "the handler panicked", at(1))
        .await
        .unwrap();
    assert_eq!(waiting(&store).await, [""; 0]);
    let gone = store.failed(seq).await;
    assert!(matches!(gone, Err(StoreError::AlreadyHandled { .. })));
    let late = store.commit(handled(seq, ANNA, "late", &[])).await;
    assert!(matches!(late, Err(StoreError::AlreadyHandled { .. })));

    let event = Handled {
        seq: None,
        ..handled(0, ANNA, "s", &["one", "two"])
    };
    let ids = store.commit(event).await.unwrap();
    store.postpone(ids[0], at(30), 3).await.unwrap();
    let row = store.outbox(0, 1).await.unwrap().rows.remove(0);
    assert_eq!((row.id, row.attempts, row.not_before), (ids[0], 3, at(30)));
    store
        .set_aside_outgoing(ids[0], "refused", at(2))
        .await
        .unwrap();
    assert_eq!(to_send(&store).await, ["two"]);
    assert_eq!(store.drop_outgoing(ANNA.chat).await.unwrap(), 1);
    let counts = Backlog {
        inbox: 0,
        outbox: 0,
        set_aside: 2,
    };
    assert_eq!(store.backlog().await.unwrap(), counts);
}

#[tokio::test]
async fn an_update_that_changes_nothing_ends() {
    let place = Place::new();
    let store = place.open().await;
    let seq = receive_one(&store, 1, ANNA, "noise").await;
    store.finish(seq).await.unwrap();
    let again = store.finish(seq).await;
    assert!(matches!(again, Err(StoreError::AlreadyHandled { .. })));
    assert_eq!(waiting(&store).await, [""; 0]);
}

#[tokio::test]
async fn a_commit_can_drop_what_waits_to_be_sent() {
    let place = Place::new();
    let store = place.open().await;
    for who in [ANNA, BEN] {
        let event = Handled {
            seq: None,
            ..handled(0, who, "s", &["old"])
        };
        store.commit(event).await.unwrap();
    }
    let drop = Handled {
        seq: None,
        drop_pending: true,
        ..handled(0, ANNA, "t", &["new"])
    };
    store.commit(drop).await.unwrap();
    let rows = store.outbox(0, 10).await.unwrap().rows;
    let rows = rows
        .iter()
        .map(|row| (row.chat, &row.body[..]))
        .collect::<Vec<_>>();
    assert_eq!(rows, [(BEN.chat, &b"old"[..]), (ANNA.chat, &b"new"[..])]);
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"t");
}

#[tokio::test]
async fn erasing_leaves_nothing_of_the_person_and_all_of_others() {
    let place = Place::new();
    let store = place.open().await;
    let in_group = Who {
        chat: -9,
        user: ANNA.user,
    };
    for who in [ANNA, BEN, in_group] {
        let event = Handled {
            seq: None,
            ..handled(0, who, "session", &["message"])
        };
        store.commit(event).await.unwrap();
    }
    let broken = receive_one(&store, 1, ANNA, "broken").await;
    store.set_aside_update(broken, "test", at(0)).await.unwrap();
    receive_one(&store, 2, ANNA, "before").await;
    let forget = receive_one(&store, 3, ANNA, "forget me").await;
    receive_one(&store, 4, ANNA, "start again").await;
    receive_one(&store, 5, BEN, "of ben").await;

    let erase = SessionChange::Erase;
    let goodbye = Handled {
        session: erase,
        ..handled(forget, ANNA, "", &["goodbye"])
    };
    store.commit(goodbye).await.unwrap();
    assert_eq!(store.session(ANNA).await.unwrap(), None);
    assert_eq!(store.session(in_group).await.unwrap(), None);
    assert_eq!(store.session(BEN).await.unwrap().unwrap(), b"session");
    assert_eq!(to_send(&store).await, ["message", "goodbye"]);
    assert_eq!(waiting(&store).await, ["start again", "of ben"]);
    assert_eq!(store.backlog().await.unwrap().set_aside, 0);
    let kept = store.export(ANNA).await.unwrap();
    assert_eq!(
        kept.iter().map(|row| row.table).collect::<Vec<_>>(),
        ["inbox", "outbox"]
    );
    drop(store);
    let store = place.open().await;
    assert_eq!(store.session(ANNA).await.unwrap(), None);
    assert_eq!(store.session(BEN).await.unwrap().unwrap(), b"session");
}

#[tokio::test]
async fn no_word_and_no_erased_row_is_in_the_files() {
    let place = Place::new();
    let store = place.open().await;
    let marker = "zuckendes Augenlid";
    let seq = receive_one(&store, 1, ANNA, marker).await;
    let kept = receive_one(&store, 2, ANNA, marker).await;
    store.set_aside_update(kept, "test", at(0)).await.unwrap();
    let long = marker.repeat(1000);
    store
        .commit(handled(seq, ANNA, &long, &[marker, &long]))
        .await
        .unwrap();
    assert!(!contains(&place.bytes(), marker), "unsealed");
    store.close().await.unwrap();

    // What is left of a row is looked for in the database as well: its sealed bytes.
    let sealed = sealed_bodies(&place.file()).await;
    assert_eq!(sealed.len(), 4);
    let there = |sealed: &[u8], bytes: &[u8]| bytes.windows(28).any(|w| w == &sealed[..28]);
    let bytes = place.bytes();
    assert!(sealed.iter().all(|sealed| there(sealed, &bytes)));

    let store = place.open().await;
    let erase = SessionChange::Erase;
    let event = Handled {
        seq: None,
        session: erase,
        ..handled(0, ANNA, "", &[])
    };
    store.commit(event).await.unwrap();
    store.close().await.unwrap();
    let bytes = place.bytes();
    assert!(
        !sealed.iter().any(|sealed| there(sealed, &bytes)),
        "erased rows are still there"
    );
}

async fn sealed_bodies(file: &Path) -> Vec<Vec<u8>> {
    use sqlx::{ConnectOptions as _, Connection as _, sqlite::SqliteConnectOptions};
    let mut conn = SqliteConnectOptions::new()
        .filename(file)
        .connect()
        .await
        .unwrap();
    let bodies = sqlx::query_scalar(
        "SELECT body FROM session UNION ALL SELECT body FROM outbox \
         UNION ALL SELECT body FROM set_aside UNION ALL SELECT body FROM inbox",
    );
    let bodies = bodies.fetch_all(&mut conn).await.unwrap();
    conn.close().await.unwrap();
    bodies
}

#[tokio::test]
async fn export_has_everything_about_the_person_and_nothing_about_others() {
    let place = Place::new();
    let store = place.open().await;
    let group_of_two = -9;
    let in_group = Who {
        chat: group_of_two,
        user: ANNA.user,
    };
    let ben_in_group = Who {
        chat: group_of_two,
        user: BEN.user,
    };
    for (who, session) in [
        (ANNA, "anna's"),
        (BEN, "ben's"),
        (in_group, "anna's in a group"),
    ] {
        let event = Handled {
            seq: None,
            ..handled(0, who, session, &[session])
        };
        store.commit(event).await.unwrap();
    }
    let broken = receive_one(&store, 1, ANNA, "anna's broken").await;
    store
        .set_aside_update(broken, "too hard", at(0))
        .await
        .unwrap();
    receive_one(&store, 2, in_group, "anna's waiting").await;
    receive_one(&store, 3, ben_in_group, "ben's waiting").await;

    let kept = store.export(ANNA).await.unwrap();
    let mut texts = Vec::new();
    for row in &kept {
        let body = row.columns.iter().find(|(name, _)| *name == "body");
        let Some((_, Value::Bytes(body))) = body else {
            panic!("{}: no body", row.table)
        };
        texts.push((row.table, std::str::from_utf8(body).unwrap()));
    }
    assert_eq!(
        texts,
        [
            ("session", "anna's in a group"),
            ("session", "anna's"),
            ("inbox", "anna's waiting"),
            ("outbox", "anna's"),
            ("outbox", "anna's in a group"),
            ("set_aside", "anna's broken"),
        ]
    );
    let column = |name| {
        kept[1]
            .columns
            .iter()
            .find(|(n, _)| *n == name)
            .unwrap()
            .1
            .clone()
    };
    assert!(column("updated_at") == Value::Time(at(0)));
    assert!(column("chat") == Value::Number(ANNA.chat));
}

#[tokio::test]
async fn the_silent_are_erased_and_the_others_stay() {
    let place = Place::new();
    let store = place.open().await;
    let year = 365 * 24 * 60 * 60;
    for id in 1..=250 {
        let who = Who { chat: id, user: id };
        let now = at(if id % 5 == 0 { year } else { 0 });
        let event = Handled {
            seq: None,
            now,
            ..handled(0, who, "s", &[])
        };
        store.commit(event).await.unwrap();
    }
    // Someone who only looked something up was heard of, too.
    let seq = receive_one(&store, 1, ANNA, "help").await;
    let keep = SessionChange::Keep;
    let looked = Handled {
        session: keep,
        now: at(year),
        ..handled(seq, ANNA, "", &[])
    };
    store.commit(looked).await.unwrap();

    let before = at(0) + SignedDuration::from_hours(24);
    assert_eq!(store.erase_silent(before).await.unwrap(), 199);
    assert_eq!(store.erase_silent(before).await.unwrap(), 0);
    for id in [1, 249] {
        assert_eq!(
            store.session(Who { chat: id, user: id }).await.unwrap(),
            None
        );
    }
    for id in [5, ANNA.user, 250] {
        assert!(
            store
                .session(Who { chat: id, user: id })
                .await
                .unwrap()
                .is_some()
        );
    }
}

#[tokio::test]
async fn a_damaged_row_is_named_and_the_others_go_on() {
    let place = Place::new();
    let store = place.open().await;
    for (id, who) in [(1, ANNA), (2, BEN)] {
        let seq = receive_one(&store, id, who, "one").await;
        store
            .commit(handled(seq, who, "session", &["message"]))
            .await
            .unwrap();
        receive_one(&store, id + 10, who, "two").await;
    }
    store.close().await.unwrap();
    place
        .tamper(
            "UPDATE session SET body = substr(body, 1, 40) WHERE chat = 7;
             UPDATE inbox SET body = x'00' WHERE chat = 7;
             UPDATE outbox SET body = (SELECT body FROM outbox WHERE chat = 8) WHERE chat = 7;",
        )
        .await;

    let store = place.open().await;
    let error = store.session(ANNA).await.unwrap_err();
    let expected = Damaged {
        table: "session",
        id: 1,
        chat: Some(7),
    };
    assert!(
        matches!(error, StoreError::Damaged(damaged) if damaged == expected),
        "{error}"
    );
    assert_eq!(store.session(BEN).await.unwrap().unwrap(), b"session");
    let inbox = store.pending(0, 10).await.unwrap();
    assert_eq!(
        inbox.damaged,
        [Damaged {
            table: "inbox",
            id: 2,
            chat: Some(7)
        }]
    );
    assert_eq!((inbox.rows.len(), inbox.last), (1, Some(4)));
    let outbox = store.outbox(0, 10).await.unwrap();
    assert_eq!(
        outbox.damaged,
        [Damaged {
            table: "outbox",
            id: 1,
            chat: Some(7)
        }]
    );
    assert_eq!(outbox.rows.len(), 1);

    store
        .set_aside_session(ANNA, "damaged", at(0))
        .await
        .unwrap();
    store.set_aside_update(2, "damaged", at(0)).await.unwrap();
    store.set_aside_outgoing(1, "damaged", at(0)).await.unwrap();
    assert_eq!(store.session(ANNA).await.unwrap(), None);
    assert_eq!(
        store.backlog().await.unwrap(),
        Backlog {
            inbox: 1,
            outbox: 1,
            set_aside: 3
        }
    );
    let kept = store.export(ANNA).await.unwrap();
    let damaged = kept
        .iter()
        .filter(|row| row.columns.contains(&("body", Value::Damaged)));
    assert_eq!(damaged.count(), 3);
}

#[tokio::test]
async fn keys_rotate_and_a_wrong_one_stops_the_start() {
    let place = Place::new();
    let store = place.open().await;
    let event = Handled {
        seq: None,
        ..handled(0, ANNA, "sealed with the old", &[])
    };
    store.commit(event).await.unwrap();
    store.close().await.unwrap();

    let wrong = place.open_with(OTHER_KEY).await.err().unwrap();
    assert!(matches!(wrong, OpenError::WrongKey { .. }), "{wrong}");
    let store = place
        .open_with(&format!("{OTHER_KEY},{KEY}"))
        .await
        .unwrap();
    assert_eq!(
        store.session(ANNA).await.unwrap().unwrap(),
        b"sealed with the old"
    );
}

#[tokio::test]
async fn what_is_in_the_way_of_a_start_is_said() {
    let place = Place::new();
    let sealer = Sealer::new(&Keys::parse(KEY).unwrap());
    for (url, expected) in [
        (
            "postgres://bot:secret@db/bot",
            "PostgreSQL is not supported",
        ),
        ("bot.db", "DATABASE_URL must be sqlite://PATH"),
        (
            "sqlite:///proc/none/bot.db",
            "check that this account may write there",
        ),
    ] {
        let error = Store::open(url, sealer.clone())
            .await
            .err()
            .unwrap()
            .to_string();
        assert!(
            error.contains(expected) && !error.contains("secret"),
            "{error}"
        );
    }

    place.open().await.close().await.unwrap();
    place
        .tamper(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (99, 'from the future', TRUE, x'00', 0)",
        )
        .await;
    let newer = place.open_with(KEY).await.err().unwrap();
    assert!(
        matches!(newer, OpenError::NewerSchema { found: 99, .. }),
        "{newer}"
    );

    fs::write(place.file(), "no database ".repeat(1000)).unwrap();
    let error = place.open_with(KEY).await.err().unwrap();
    assert!(matches!(error, OpenError::NotADatabase { .. }), "{error}");
}

#[tokio::test]
async fn only_one_process_has_the_database_and_only_this_account_reads_it() {
    let place = Place::new();
    let store = place.open().await;
    let second = place.open_with(KEY).await.err().unwrap();
    assert!(matches!(second, OpenError::InUse { .. }), "{second}");
    receive_one(&store, 1, ANNA, "x").await;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let folder = place.file().parent().unwrap().to_owned();
        assert_eq!(mode(&folder), 0o700);
        for file in fs::read_dir(&folder).unwrap() {
            let file = file.unwrap().path();
            assert_eq!(mode(&file), 0o600, "{}", file.display());
        }
    }
}

#[tokio::test]
async fn closing_finishes_what_was_asked_for() {
    let place = Place::new();
    let store = place.open().await;
    let seq = receive_one(&store, 1, ANNA, "last words").await;
    let commit = tokio::spawn({
        let store = store.clone();
        async move { store.commit(handled(seq, ANNA, "s", &["bye"])).await }
    });
    tokio::time::sleep(Duration::from_millis(1)).await;
    store.close().await.unwrap();
    commit.await.unwrap().unwrap();
    let late = store.finish(seq).await;
    assert!(matches!(late, Err(StoreError::Closed)));
    assert!(matches!(store.session(ANNA).await, Err(StoreError::Closed)));
    let log = fs::metadata(place.file().with_extension("db-wal"));
    assert!(log.is_err() || log.unwrap().len() == 0);
    store.close().await.unwrap();
    assert_eq!(to_send(&place.open().await).await, ["bye"]);
}

#[tokio::test]
async fn what_people_said_is_not_in_debug_output() {
    let event = handled(1, ANNA, "marker", &["marker"]);
    assert!(!format!("{event:?}").contains(&format!("{:?}", b"marker")));
    let update = update(1, ANNA, "marker");
    assert!(!format!("{update:?}").contains("109, 97"));
}
