//! The emulator's Bot API over HTTP: polling, and what teloxide makes of the updates.

#![allow(clippy::expect_used, reason = "a test may fail")]

mod emulator_support;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use teloxide::types::{Message, Update, UpdateKind};

use emulator_support::Bot;

fn ids(answer: &Value) -> Vec<i64> {
    let updates = answer["result"].as_array().expect("updates");
    updates
        .iter()
        .map(|update| update["update_id"].as_i64().expect("an id"))
        .collect()
}

#[tokio::test]
async fn an_offset_confirms_what_came_before_it() {
    let bot = Bot::start().await;
    let ann = bot.person();
    let sent = [
        bot.say(ann, "one"),
        bot.say(ann, "two"),
        bot.say(ann, "three"),
    ];
    assert_eq!(ids(&bot.call("getUpdates", json!({})).await), sent);
    assert_eq!(
        ids(&bot.call("GetUpdates", json!({ "limit": 1 })).await),
        sent[..1]
    );
    assert_eq!(
        ids(&bot.call("getupdates", json!({ "offset": sent[1] })).await),
        sent[1..]
    );
    assert_eq!(ids(&bot.call("getUpdates", json!({})).await), sent[1..]);
    assert_eq!(
        ids(&bot.call("getUpdates", json!({ "offset": -1 })).await),
        sent[2..]
    );
    assert_eq!(ids(&bot.call("getUpdates", json!({})).await), sent[2..]);
    let none = bot
        .call("getUpdates", json!({ "offset": sent[2] + 1 }))
        .await;
    assert_eq!(ids(&none), Vec::<i64>::new());
    bot.emulator.stop().await;
}

#[tokio::test]
async fn a_poll_waits_for_the_first_update() {
    let bot = Bot::start().await;
    let ann = bot.person();
    let began = Instant::now();
    let (answer, sent) = tokio::join!(bot.call("getUpdates", json!({ "timeout": 20 })), async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        bot.say(ann, "hello")
    });
    assert_eq!(ids(&answer), [sent]);
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "the wait ends with the update"
    );
    let began = Instant::now();
    let empty = bot
        .call("getUpdates", json!({ "offset": sent + 1, "timeout": 1 }))
        .await;
    assert_eq!(ids(&empty), Vec::<i64>::new());
    assert!(
        began.elapsed() >= Duration::from_secs(1),
        "the wait lasts as long as asked"
    );
    bot.emulator.stop().await;
}

#[tokio::test]
async fn a_newer_poll_ends_an_older_one() {
    let bot = Bot::start().await;
    let (older, ()) = tokio::join!(bot.call("getUpdates", json!({ "timeout": 20 })), async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        bot.call("getUpdates", json!({ "timeout": 0 })).await;
    });
    assert_eq!(older["error_code"], 409);
    let words = older["description"].as_str().expect("words");
    assert!(words.starts_with("Conflict: terminated by other getUpdates request"));
    bot.emulator.stop().await;
}

#[tokio::test]
async fn only_allowed_kinds_are_queued() {
    let bot = Bot::start().await;
    let ann = bot.person();
    bot.call(
        "getUpdates",
        json!({ "allowed_updates": ["my_chat_member"] }),
    )
    .await;
    let now = bot.emulator.now();
    let said = bot
        .emulator
        .world(|world| world.say(ann, "hi", now))
        .expect("can write");
    assert_eq!(said.update_id, None);
    let blocked = bot
        .emulator
        .world(|world| world.block(ann, now))
        .expect("can block");
    // The setting stays when it isn't given again.
    assert_eq!(
        ids(&bot.call("getUpdates", json!({})).await),
        [blocked.expect("is told")]
    );
    bot.call("getUpdates", json!({ "allowed_updates": [] }))
        .await;
    bot.emulator
        .world(|world| world.unblock(ann, now))
        .expect("can unblock");
    let heard = bot.say(ann, "hi again");
    assert!(ids(&bot.call("getUpdates", json!({})).await).contains(&heard));
    bot.emulator.stop().await;
}

#[tokio::test]
async fn teloxide_reads_every_kind_of_update() {
    let bot = Bot::start().await;
    let ann = bot.person();
    bot.say(ann, "/start abc");
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Yes", "callback_data": "y:1" }]] });
    let sent = bot
        .call(
            "sendMessage",
            json!({
                "chat_id": ann, "text": "<b>Ready</b>?", "parse_mode": "HTML",
                "reply_markup": keyboard,
            }),
        )
        .await;
    let message: Message = serde_json::from_value(sent["result"].clone()).expect("a message");
    assert_eq!(message.text(), Some("Ready?"));
    let now = bot.emulator.now();
    bot.emulator.world(|world| {
        use twitchwise::emulator::world::people::Tap;
        let message_id = i64::from(message.id.0);
        let tap = Tap {
            message_id,
            data: "y:1".to_owned(),
            ..Tap::default()
        };
        world.press(ann, &tap, now).expect("presses");
        world
            .press(
                ann,
                &Tap {
                    inaccessible: true,
                    ..tap
                },
                now,
            )
            .expect("presses");
        for kind in ["sticker", "voice", "photo", "location", "document"] {
            world.send(ann, kind, Some("words"), now).expect("sends");
        }
        world.edit(ann, 1, "/start again", now).expect("edits");
        world.ask_inline(ann, "cramp", "", now).expect("asks");
        let group = world.add_group("Family", &[ann], now).expect("a group");
        world
            .say_in_group(group, ann, "/help@twitchwise_bot", None, true, now)
            .expect("says");
        world.block(ann, now).expect("blocks");
        world.unblock(ann, now).expect("unblocks");
    });
    let answer = bot.call("getUpdates", json!({})).await;
    let mut kinds = Vec::new();
    for raw in answer["result"].as_array().expect("updates") {
        let update: Update = serde_json::from_str(&raw.to_string()).expect("an update");
        assert!(
            !matches!(update.kind, UpdateKind::Error(_)),
            "teloxide can't read {raw}"
        );
        if let UpdateKind::Message(message) = &update.kind {
            let read = format!("{:?}", message.kind);
            assert!(!read.starts_with("Empty"), "teloxide sees nothing in {raw}");
        }
        kinds.extend(raw.as_object().expect("an object").keys().cloned());
    }
    kinds.retain(|kind| kind != "update_id");
    assert_eq!(kinds.len(), 15, "{kinds:?}");
    for kind in [
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "my_chat_member",
    ] {
        assert!(kinds.iter().any(|seen| seen == kind), "{kind} is missing");
    }
    let violations = bot
        .emulator
        .world(|world| format!("{:?}", world.violations()));
    assert_eq!(violations, "[]");
    bot.emulator.stop().await;
}

#[tokio::test]
async fn tokens_and_methods_are_checked() {
    let bot = Bot::start().await;
    assert_eq!(
        bot.call("getMe", json!({})).await["result"]["username"],
        "twitchwise_bot"
    );
    let url = bot.emulator.url();
    for (path, status) in [
        ("bot1:other/getMe", 401),
        ("botnone/getMe", 404),
        ("nowhere", 404),
    ] {
        let answer = bot
            .client
            .get(format!("{url}/{path}"))
            .send()
            .await
            .expect("answers");
        assert_eq!(answer.status(), status, "{path}");
    }
    assert_eq!(bot.call("getNothing", json!({})).await["error_code"], 404);
    assert_eq!(bot.call("sendVenue", json!({})).await["error_code"], 400);
    let dice = bot.call("sendDice", json!({ "chat_id": 1 })).await;
    assert_eq!(dice["error_code"], 501);
    bot.emulator.stop().await;
}
