//! What handling leads to is kept all together or not at all, however many commit at once.

use std::{fs, time::Duration};

use twitchwise::store::{Backlog, Handled, SessionChange, StoreError, Who};

use crate::place::{ANNA, BEN, Place, at, handled, receive_one, to_send, waiting};

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
async fn what_nobody_asked_for_is_told_apart() {
    let place = Place::new();
    let store = place.open().await;
    let mut event = Handled {
        seq: None,
        ..handled(0, ANNA, "s", &["reply", "reminder"])
    };
    event.outgoing[1].unasked = true;
    store.commit(event).await.unwrap();
    drop(store);
    let rows = place.open().await.outbox(0, 10).await.unwrap().rows;
    let unasked = rows.iter().map(|row| row.unasked).collect::<Vec<_>>();
    assert_eq!(unasked, [false, true]);
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_commit_at_once_and_each_keeps_its_order() {
    let place = Place::new();
    let store = place.open().await;
    let people = (1..=60).map(|id| Who { chat: id, user: id });
    let tasks = people.clone().map(|who| {
        let store = store.clone();
        tokio::spawn(async move {
            for round in 0..10_u16 {
                let id = who.user * 1000 + i64::from(round);
                let seq = receive_one(&store, id, who, "tap").await;
                let before = store.session(who).await.unwrap().unwrap_or_default();
                assert_eq!(before.len(), usize::from(round));
                let session = "x".repeat(usize::from(round) + 1);
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
async fn time_passing_renews_nobody_and_brings_nobody_back() {
    let place = Place::new();
    let store = place.open().await;
    let spoke = Handled {
        seq: None,
        ..handled(0, ANNA, "spoke", &[])
    };
    store.commit(spoke.clone()).await.unwrap();
    let due = Handled {
        session: SessionChange::Renew(b"reminded".to_vec()),
        now: at(500),
        ..handled(0, ANNA, "", &["a reminder"])
    };
    let due = Handled { seq: None, ..due };
    store.commit(due.clone()).await.unwrap();
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"reminded");
    assert_eq!(to_send(&store).await, ["a reminder"]);
    assert_eq!(
        store.erase_silent(at(400)).await.unwrap(),
        1,
        "silent since"
    );
    let late = store.commit(due).await;
    assert!(matches!(late, Err(StoreError::Erased)), "{late:?}");
    assert_eq!(store.session(ANNA).await.unwrap(), None);
    assert_eq!(to_send(&store).await, [""; 0]);
}

#[tokio::test]
async fn what_takes_the_place_of_an_unreadable_session_sets_it_aside() {
    let place = Place::new();
    let store = place.open().await;
    let spoke = Handled {
        seq: None,
        ..handled(0, ANNA, "old", &[])
    };
    store.commit(spoke.clone()).await.unwrap();
    let anew = Handled {
        session: SessionChange::Replace(b"new".to_vec()),
        ..spoke
    };
    store.commit(anew).await.unwrap();
    assert_eq!(store.session(ANNA).await.unwrap().unwrap(), b"new");
    assert_eq!(store.backlog().await.unwrap().set_aside, 1);
}
