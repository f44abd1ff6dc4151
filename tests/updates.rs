//! Updates that no well-meaning server sends: read, or set aside, and never the end of anything.

use futures::{FutureExt as _, StreamExt as _};
use serde_json::{Value, json};
use teloxide::update_listeners::AsUpdateStream as _;
use twitchwise::{
    machine::Event,
    telegram::{incoming, listener, raw_update},
};

/// What a message in a group makes happen.
fn in_group(text: &str, entities: &Value) -> Option<Event> {
    let person = json!({ "id": 7, "is_bot": false, "first_name": "Ada" });
    let group = json!({ "id": -100_123, "type": "supergroup", "title": "Family" });
    let message = json!({
        "message_id": 3, "date": 1_763_932_800, "from": person, "chat": group, "text": text,
        "entities": entities,
    });
    let (feed, mut listener) = listener();
    feed.give(&json!({ "update_id": 1, "message": message }).to_string());
    let mut listener = &mut listener;
    let update = listener.as_stream().next().now_or_never().flatten();
    let update = update.and_then(Result::ok)?;
    Some(incoming(&update, "a_bot")?.event)
}

#[test]
fn a_mention_that_reaches_over_the_end_is_read() {
    let far = json!([{ "type": "mention", "offset": 0, "length": 56 }]);
    assert_eq!(
        in_group("@a_bot does coffee do this?", &far),
        Some(Event::Group)
    );
    let beyond = json!([{ "type": "mention", "offset": 90, "length": 1 }]);
    assert_eq!(in_group("hello all", &beyond), None);
    let halved = json!([{ "type": "mention", "offset": 1, "length": 1 }]);
    assert_eq!(in_group("😀😀", &halved), None);
}

#[test]
fn only_the_bots_own_name_is_a_mention() {
    let none = json!([]);
    for text in [
        "@a_bot",
        "hi @A_Bot!",
        "(@a_bot) @b_bot",
        "what does @a_bot, say",
    ] {
        assert_eq!(in_group(text, &none), Some(Event::Group), "{text}");
    }
    for text in ["a_bot", "@a_bot2", "me@a_bot.example", "@", "@@", "@b_bot"] {
        assert_eq!(in_group(text, &none), None, "{text}");
    }
}

#[test]
fn a_reaction_of_nobody_panics_nowhere() {
    let chat = json!({ "id": 7, "type": "private", "first_name": "Ann" });
    for kind in ["message_reaction", "message_reaction_count"] {
        let reaction = json!({
            "chat": chat, "message_id": 3, "date": 1_763_932_800,
            "old_reaction": [], "new_reaction": [], "reactions": [],
        });
        let (feed, _listener) = listener();
        feed.give(&json!({ "update_id": 1, kind: reaction }).to_string());
    }
}

#[test]
fn a_press_without_a_message_waits_its_turn_in_the_private_chat() {
    let from = json!({ "id": 7, "is_bot": false, "first_name": "Ann" });
    let press = json!({ "update_id": 1, "callback_query": {
        "id": "1", "from": from, "chat_instance": "1", "inline_message_id": "1", "data": "1:none",
    } });
    let words = json!({ "update_id": 2, "message": {
        "message_id": 1, "date": 1, "from": from, "text": "no",
        "chat": { "id": 7, "type": "private", "first_name": "Ann" },
    } });
    for update in [press, words] {
        let update = raw_update(&update.to_string()).unwrap();
        assert_eq!((update.chat, update.user), (Some(7), Some(7)));
    }
}
