//! Any JSON as an update: kept or refused, read or set aside, and all readers agree whose it is.
#![no_main]

use futures::{FutureExt as _, StreamExt as _};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use teloxide::update_listeners::AsUpdateStream as _;
use twitchwise::telegram::{Given, Update, incoming, listener, raw_update};

fuzz_target!(|data: &str| {
    // As `getUpdates` hands it on: one JSON value of the list.
    let Some(raw) = raw_update(data) else {
        return;
    };
    assert_eq!(raw.body, data, "kept otherwise than it came");
    let Some(update) = read(data) else {
        return;
    };
    assert_eq!(
        i64::from(update.id.0),
        raw.update_id,
        "confirmed under one number, handled under another"
    );
    let _ = format!("{update:?}");
    let Some(incoming) = incoming(&update, "twitchwise_bot") else {
        return;
    };
    // The chat decides what waits for what, and both what `/forget` erases.
    assert_eq!(raw.chat, Some(incoming.chat), "another chat");
    assert_eq!(raw.user, Some(incoming.user), "another person");
});

/// Through the listener, as the dispatcher gets it.
fn read(body: &str) -> Option<Update> {
    let (feed, mut listener) = listener();
    let given = feed.give(body);
    let mut listener = &mut listener;
    let mut updates = listener.as_stream();
    let update = updates.next().now_or_never().flatten().and_then(Result::ok);
    assert_eq!(given == Given::Taken, update.is_some(), "{given:?}");
    assert!(
        update.is_none() || serde_json::from_str::<Value>(body).is_ok(),
        "an update that is no JSON"
    );
    update
}
