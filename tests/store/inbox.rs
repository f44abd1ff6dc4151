//! What is received: once, in order, until it is handled.

use twitchwise::store::{Backlog, Handled, StoreError};

use crate::place::{ANNA, BEN, Place, at, handled, receive_one, to_send, update, waiting};

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
async fn numbers_are_forgotten_whether_telegram_counts_on_or_anew() {
    let place = Place::new();
    let store = place.open().await;
    let day = 24 * 60 * 60;
    // A busy week, then numbers that begin anew below, among and above the old ones.
    let batch = |ids: std::ops::Range<i64>| ids.map(|id| update(id, ANNA, "x")).collect();
    store
        .receive(batch(5_000..8_000), None, at(0))
        .await
        .unwrap();
    for (begin, now) in [(6_000, 8 * day), (100, 16 * day), (90_000, 24 * day)] {
        let fresh = store
            .receive(batch(begin..begin + 3), None, at(now))
            .await
            .unwrap();
        assert_eq!(fresh.len(), 3, "what has an old number is new");
    }
    for id in 0..10 {
        store
            .receive(batch(90_003 + id..90_004 + id), None, at(24 * day))
            .await
            .unwrap();
    }
    store.close().await.unwrap();
    let left = place.numbers("SELECT update_id FROM seen").await;
    assert_eq!(left, (90_000..90_013).collect::<Vec<_>>());
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
    assert!(!row.unasked);
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
