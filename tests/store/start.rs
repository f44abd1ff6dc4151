//! What stands in the way of a start is said; a damaged row stands in nobody's.

use std::{
    fs,
    io::{Seek as _, SeekFrom, Write as _},
    path::Path,
    time::Duration,
};

use twitchwise::store::{
    Backlog, Damaged, Handled, Keys, OpenError, Sealer, SessionChange, Store, StoreError, Value,
    Who,
};

use crate::place::{ANNA, BEN, KEY, OTHER_KEY, Place, at, handled, receive_one};

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

    let anew = Handled {
        seq: None,
        session: SessionChange::Replace(b"anew".into()),
        ..handled(0, ANNA, "", &[])
    };
    store.commit(anew).await.unwrap();
    store.set_aside_update(2, "damaged", at(0)).await.unwrap();
    store.set_aside_outgoing(1, "damaged", at(0)).await.unwrap();
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"anew");
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
async fn a_large_database_is_looked_at_beside_the_start() {
    let place = Place::new();
    let store = place.open().await;
    let large = "x".repeat(2 * 1024 * 1024);
    for id in 1..=20 {
        let event = Handled {
            seq: None,
            ..handled(0, Who { chat: id, user: id }, &large, &[])
        };
        store.commit(event).await.unwrap();
    }
    store.close().await.unwrap();
    // As it is found after an end that was not a clean one.
    let note = place.file().with_extension("db.unchecked");
    fs::write(&note, "").unwrap();
    let store = place.open().await;
    for _ in 0..500 {
        if !note.exists() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(!note.exists(), "whole, and looked at");
    store.close().await.unwrap();

    fs::write(&note, "").unwrap();
    let mut file = fs::OpenOptions::new()
        .write(true)
        .open(place.file())
        .unwrap();
    file.seek(SeekFrom::Start(20 * 1024 * 1024)).unwrap();
    file.write_all(&[0xa5; 16 * 1024]).unwrap();
    drop(file);
    let store = place.open().await;
    let damage = tokio::time::timeout(Duration::from_secs(20), store.damaged()).await;
    assert!(damage.unwrap().contains("is damaged"));
    store.close().await.unwrap();
    let error = place.open_with(KEY).await.err().unwrap();
    assert!(matches!(error, OpenError::Damaged { .. }), "{error}");
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
