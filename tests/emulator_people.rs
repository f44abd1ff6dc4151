//! The people API: what a phone does and sees.

#![allow(clippy::expect_used, reason = "a test may fail")]

mod emulator_support;

use std::time::Duration;

use serde_json::{Value, json};
use twitchwise::emulator::Options;

use emulator_support::Bot;

#[tokio::test]
async fn a_conversation_on_a_phone() {
    let bot = Bot::with(Options {
        page: true,
        ..Options::default()
    })
    .await;
    let (_, state) = bot.get("/api/state").await;
    assert_eq!(state["people"].as_array().map(Vec::len), Some(1));
    assert_eq!(state["bot"]["username"], "twitchwise_bot");
    let (_, ann) = bot
        .post("/api/people", json!({ "name": "Ann", "language": "en" }))
        .await;
    let id = ann["id"].as_i64().expect("an id");
    assert_eq!(ann["chat_id"], id);
    let path = |rest: &str| format!("/api/people/{id}/{rest}");

    let (_, said) = bot.post(&path("say"), json!({ "text": "/start" })).await;
    assert_eq!(said["message_id"], 1);
    let update = &bot.call("getUpdates", json!({})).await["result"][0];
    assert_eq!(update["update_id"], said["update_id"]);
    let marked = json!([{ "type": "bot_command", "offset": 0, "length": 6 }]);
    assert_eq!(update["message"]["entities"], marked);

    bot.call(
        "sendChatAction",
        json!({ "chat_id": id, "action": "typing" }),
    )
    .await;
    assert_eq!(bot.get(&path("chat")).await.1["typing"], true);
    let keyboard = json!({ "inline_keyboard": [
        [{ "text": "Yes", "callback_data": "y", "style": "success" }],
        [{ "text": "Site", "url": "https://a.org" }, { "text": "Copy", "copy_text": { "text": "c" } }],
    ] });
    let params = json!({ "chat_id": id, "text": "Well?", "reply_markup": keyboard });
    bot.call("sendMessage", params).await;
    let (_, chat) = bot.get(&path("chat")).await;
    assert_eq!(chat["typing"], false);
    assert_eq!(
        chat["messages"][1]["keyboard"],
        json!([
            [{ "text": "Yes", "kind": "callback", "data": "y", "style": "success" }],
            [
                { "text": "Site", "kind": "url", "url": "https://a.org" },
                { "text": "Copy", "kind": "copy_text", "data": "c" },
            ],
        ])
    );

    let wrong = json!({ "message_id": 2, "data": "n" });
    assert_eq!(bot.post(&path("press"), wrong).await.0, 400);
    let forged = json!({ "message_id": 2, "data": "n", "forged": true });
    assert_eq!(bot.post(&path("press"), forged).await.0, 200);
    let (_, pressed) = bot
        .post(&path("press"), json!({ "message_id": 2, "data": "y" }))
        .await;
    let pending = &bot.get(&path("chat")).await.1["pending_presses"];
    assert_eq!(pending[1], json!({ "message_id": 2, "data": "y" }));
    let answer = json!({
        "callback_query_id": pressed["query_id"], "text": "Noted", "show_alert": true,
    });
    bot.call("answerCallbackQuery", answer).await;
    let (_, chat) = bot.get(&path("chat")).await;
    assert_eq!(chat["pending_presses"].as_array().map(Vec::len), Some(1));
    assert_eq!(chat["toasts"][0]["text"], "Noted");
    assert_eq!(chat["toasts"][0]["alert"], true);
    assert_eq!(chat["toasts"][0]["query_id"], pressed["query_id"]);
    bot.emulator.stop().await;
}

#[tokio::test]
async fn a_phone_waits_for_news() {
    let bot = Bot::start().await;
    let ann = bot.person();
    bot.say(ann, "hi");
    let path = format!("/api/people/{ann}/chat");
    let version = bot.get(&path).await.1["version"].clone();
    let waiting = format!("{path}?since={version}&wait=20");
    let ((_, chat), _) = tokio::join!(bot.get(&waiting), async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        bot.call("sendMessage", json!({ "chat_id": ann, "text": "hello" }))
            .await
    });
    assert_eq!(chat["messages"][1]["text"], "hello");
    let waiting = format!("{path}?since={}&wait=20", chat["version"]);
    let commands = json!({ "commands": [{ "command": "help", "description": "Help" }] });
    let ((_, chat), _) = tokio::join!(bot.get(&waiting), async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        bot.call("setMyCommands", commands).await
    });
    assert_eq!(
        chat["commands"],
        json!([{ "command": "help", "description": "Help" }])
    );
    let waiting = format!("{path}?since={}&wait=1", chat["version"]);
    assert_eq!(
        bot.get(&waiting).await.1["version"],
        chat["version"],
        "nothing new"
    );
    bot.emulator.stop().await;
}

#[tokio::test]
async fn commands_follow_scope_and_language() {
    let bot = Bot::start().await;
    let ann = bot.person();
    bot.say(ann, "hi");
    let menu = || async {
        let (_, chat) = bot.get(&format!("/api/people/{ann}/chat")).await;
        chat["commands"][0]["description"].clone()
    };
    for (words, scope, language) in [
        ("everybody", None, None),
        ("english", None, Some("en")),
        (
            "private",
            Some(json!({ "type": "all_private_chats" })),
            None,
        ),
        ("own", Some(json!({ "type": "chat", "chat_id": ann })), None),
    ] {
        let mut params = json!({ "commands": [{ "command": "help", "description": words }] });
        if let Some(scope) = scope {
            params["scope"] = scope;
        }
        if let Some(language) = language {
            params["language_code"] = json!(language);
        }
        assert_eq!(bot.call("setMyCommands", params).await["ok"], true);
        assert_eq!(menu().await, words);
    }
    bot.emulator.stop().await;
}

#[tokio::test]
async fn people_edit_send_block_and_come_back() {
    let bot = Bot::start().await;
    let ann = bot.person();
    let path = |rest: &str| format!("/api/people/{ann}/{rest}");
    bot.post(&path("say"), json!({ "text": "one" })).await;
    assert_eq!(
        bot.post(&path("edit"), json!({ "message_id": 1, "text": "two" }))
            .await
            .0,
        200
    );
    assert_eq!(
        bot.post(&path("edit"), json!({ "message_id": 9, "text": "two" }))
            .await
            .0,
        404
    );
    let sticker = json!({ "kind": "sticker" });
    assert_eq!(bot.post(&path("send"), sticker).await.0, 200);
    assert_eq!(
        bot.post(&path("send"), json!({ "kind": "hug" })).await.0,
        404
    );
    assert_eq!(bot.post(&path("block"), json!({})).await.0, 200);
    assert_eq!(bot.post(&path("say"), json!({ "text": "x" })).await.0, 400);
    assert_eq!(bot.get("/api/state").await.1["people"][0]["blocked"], true);
    assert_eq!(bot.post(&path("unblock"), json!({})).await.0, 200);
    let (_, chat) = bot.get(&path("chat")).await;
    assert_eq!(chat["messages"][0]["text"], "two");
    assert_eq!(chat["messages"][0]["edited"], true);
    assert_eq!(chat["messages"][1]["kind"], "sticker");
    assert_eq!(chat["blocked"], false);
    assert_eq!(bot.get("/api/people/1/chat").await.0, 404);
    bot.emulator.stop().await;
}

#[tokio::test]
async fn groups_with_and_without_privacy() {
    let bot = Bot::start().await;
    let (ann, ben) = (bot.person(), bot.person());
    let group = json!({ "title": "Family", "members": [ann, ben] });
    let id = bot.post("/api/groups", group).await.1["chat_id"]
        .as_i64()
        .expect("an id");
    let say = format!("/api/groups/{id}/say");
    let text =
        |text: &str, privacy: bool| json!({ "person": ben, "text": text, "privacy": privacy });
    assert!(bot.post(&say, text("hello all", false)).await.1["update_id"].is_i64());
    assert!(bot.post(&say, text("hello all", true)).await.1["update_id"].is_null());
    assert!(bot.post(&say, text("/help@twitchwise_bot", true)).await.1["update_id"].is_i64());
    assert!(bot.post(&say, text("/help@other_bot", true)).await.1["update_id"].is_null());
    bot.call("sendMessage", json!({ "chat_id": id, "text": "Here I am" }))
        .await;
    assert!(
        bot.post(&say, text("/help", true)).await.1["update_id"].is_i64(),
        "spoke last"
    );
    let mut reply = text("thanks", true);
    reply["reply_to"] = json!(6);
    let (_, replied) = bot.post(&say, reply).await;
    assert!(
        replied["update_id"].is_i64(),
        "a reply to the bot: {replied}"
    );
    let updates = bot.call("getUpdates", json!({})).await;
    let last = &updates["result"]
        .as_array()
        .expect("updates")
        .last()
        .expect("one")["message"];
    assert_eq!(last["chat"]["type"], "supergroup");
    assert_eq!(last["from"]["id"], ben);
    assert_eq!(last["reply_to_message"]["text"], "Here I am");
    let (_, chat) = bot.get(&format!("/api/groups/{id}/chat")).await;
    assert_eq!(chat["messages"][0]["person"]["name"], "Ann");
    bot.emulator.stop().await;
}

#[tokio::test]
async fn time_violations_and_counts() {
    let bot = Bot::start().await;
    let ann = bot.person();
    bot.say(ann, "hi");
    let before = bot.get("/api/state").await.1["now"]
        .as_i64()
        .expect("a time");
    let (_, moved) = bot
        .post("/api/clock", json!({ "advance_seconds": 86_400 }))
        .await;
    assert!(moved["now"].as_i64().expect("a time") >= before + 86_400);
    assert_eq!(
        bot.post("/api/clock", json!({ "advance_seconds": -1 }))
            .await
            .0,
        400
    );
    bot.call(
        "sendMessage",
        json!({ "chat_id": ann, "text": "x", "hue": 1 }),
    )
    .await;
    bot.call("getUpdates", json!({})).await;
    let (_, violations) = bot.get("/api/violations").await;
    assert_eq!(violations[0]["kind"], "unknown_parameter");
    assert_eq!(violations[0]["method"], "sendMessage");
    let (_, stats) = bot.get("/api/stats").await;
    assert_eq!(
        stats,
        json!({ "calls": { "getUpdates": 1, "sendMessage": 1 }, "updates_delivered": 1 })
    );
    bot.emulator.stop().await;
}

#[tokio::test]
async fn inline_mode_is_asked_answered_and_picked() {
    let bot = Bot::start().await;
    let ann = bot.person();
    let (_, asked) = bot
        .post(
            &format!("/api/people/{ann}/inline"),
            json!({ "query": "cramp" }),
        )
        .await;
    let id = asked["query_id"].as_str().expect("an id");
    let result = json!({
        "type": "article", "id": "1", "title": "Cramps",
        "input_message_content": { "message_text": "<b>Stretch</b>", "parse_mode": "HTML" },
    });
    let answer = json!({ "inline_query_id": id, "results": [result], "is_personal": true });
    assert_eq!(bot.call("answerInlineQuery", answer).await["ok"], true);
    let path = format!("/api/inline/{id}");
    assert_eq!(
        bot.get(&path).await.1["answer"]["results"][0]["title"],
        "Cramps"
    );
    assert_eq!(bot.post(&path, json!({ "result_id": "1" })).await.0, 200);
    let updates = bot.call("getUpdates", json!({})).await;
    let picked = &updates["result"]
        .as_array()
        .expect("updates")
        .last()
        .expect("one")["message"];
    assert_eq!(picked["text"], "Stretch");
    assert_eq!(picked["via_bot"]["username"], "twitchwise_bot");
    assert_eq!(bot.violations(), Vec::<Value>::new());
    bot.emulator.stop().await;
}
