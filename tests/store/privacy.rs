//! What is kept about a person can be told and can be forgotten, and is never readable.

use std::path::Path;

use jiff::SignedDuration;
use twitchwise::store::{Handled, SessionChange, Value, Who};

use crate::place::{ANNA, BEN, Place, at, handled, receive_one, to_send, update, waiting};

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

fn contains(bytes: &[u8], marker: &str) -> bool {
    bytes
        .windows(marker.len())
        .any(|window| window == marker.as_bytes())
}

#[tokio::test]
async fn what_people_said_is_not_in_debug_output() {
    let event = handled(1, ANNA, "marker", &["marker"]);
    assert!(!format!("{event:?}").contains(&format!("{:?}", b"marker")));
    let update = update(1, ANNA, "marker");
    assert!(!format!("{update:?}").contains("109, 97"));
}
