//! What the emulator's world refuses, and what it holds against a bot.

#![allow(clippy::expect_used, reason = "a test may fail")]

use serde_json::{Value, json};
use twitchwise::emulator::world::World;
use twitchwise::emulator::world::people::Tap;
use twitchwise::emulator::world::violation::ViolationKind;

const TOKEN: &str = "42:secret";
const NOW: i64 = 1_800_000_000;

/// A world in which Ann (the id) has written to the bot.
fn world() -> (World, i64) {
    let mut world = World::new(7, TOKEN, "test_bot");
    let ann = world.add_person("Ann", Some("en")).id;
    world.say(ann, "/start", NOW).expect("can write");
    (world, ann)
}

fn refusal(world: &mut World, method: &str, params: Value) -> String {
    world
        .call(TOKEN, method, params, NOW)
        .expect_err("is refused")
        .description
}

fn kinds(world: &World) -> Vec<ViolationKind> {
    world
        .violations()
        .iter()
        .map(|violation| violation.kind)
        .collect()
}

fn send(world: &mut World, ann: i64) -> i64 {
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Yes", "callback_data": "y" }]] });
    let params = json!({ "chat_id": ann, "text": "Well?", "reply_markup": keyboard });
    let sent = world
        .call(TOKEN, "sendMessage", params, NOW)
        .expect("is sent");
    sent["message_id"].as_i64().expect("a number")
}

fn press(world: &mut World, ann: i64, message_id: i64) -> String {
    let tap = Tap {
        message_id,
        data: "y".to_owned(),
        ..Tap::default()
    };
    world.press(ann, &tap, NOW).expect("can press").query_id
}

#[test]
fn texts_are_held_against_telegrams_limits() {
    let (mut world, ann) = world();
    let long = "x".repeat(4097);
    for (text, words) in [
        (json!(long), "message is too long"),
        (json!(""), "message text is empty"),
        (json!("  "), "text must be non-empty"),
    ] {
        let params = json!({ "chat_id": ann, "text": text });
        let words = format!("Bad Request: {words}");
        assert_eq!(refusal(&mut world, "sendMessage", params), words);
    }
    let params = json!({ "chat_id": ann, "text": "<p>", "parse_mode": "HTML" });
    let words = refusal(&mut world, "sendMessage", params);
    assert!(
        words.starts_with("Bad Request: can't parse entities: "),
        "{words}"
    );
    let missing = refusal(&mut world, "sendMessage", json!({ "chat_id": ann }));
    assert_eq!(missing, "Bad Request: message text is empty");
    use ViolationKind::{Length, Markup, MissingParameter};
    assert_eq!(
        kinds(&world),
        [Length, Length, Length, Markup, MissingParameter]
    );
}

#[test]
fn keyboards_are_held_against_telegrams_limits() {
    let (mut world, ann) = world();
    let button = |button: Value| json!([[button]]);
    let many: Vec<Value> = (0..101)
        .map(|n| json!([{ "text": "x", "callback_data": format!("{n}") }]))
        .collect();
    for (rows, words) in [
        (
            button(json!({ "text": "x", "callback_data": "é".repeat(33) })),
            "BUTTON_DATA_INVALID",
        ),
        (
            button(json!({ "text": "x", "callback_data": "" })),
            "BUTTON_DATA_INVALID",
        ),
        (
            button(json!({ "text": "x" })),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            button(json!({ "callback_data": "x" })),
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            button(json!({ "text": "x", "url": "nowhere" })),
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (json!(many), "REPLY_MARKUP_TOO_LONG"),
    ] {
        let markup = json!({ "inline_keyboard": rows });
        let params = json!({ "chat_id": ann, "text": "x", "reply_markup": markup });
        let words = format!("Bad Request: {words}");
        assert_eq!(refusal(&mut world, "sendMessage", params), words);
    }
    assert!(kinds(&world).contains(&ViolationKind::Length));
    assert!(kinds(&world).contains(&ViolationKind::Keyboard));
}

#[test]
fn only_own_and_changed_messages_are_edited() {
    let (mut world, ann) = world();
    let id = send(&mut world, ann);
    let edit = |id: i64, text: &str| json!({ "chat_id": ann, "message_id": id, "text": text });
    let mut same = edit(id, "Well?");
    same["reply_markup"] =
        json!({ "inline_keyboard": [[{ "text": "Yes", "callback_data": "y" }]] });
    assert_eq!(
        refusal(&mut world, "editMessageText", same),
        "Bad Request: message is not modified: specified new message content and reply markup \
         are exactly the same as a current content and reply markup of the message"
    );
    let gone = refusal(&mut world, "editMessageText", edit(99, "x"));
    assert_eq!(gone, "Bad Request: message to edit not found");
    let theirs = refusal(&mut world, "editMessageText", edit(1, "x"));
    assert_eq!(theirs, "Bad Request: message can't be edited");
    let edited = world
        .call(TOKEN, "editMessageText", edit(id, "Well?"), NOW)
        .expect("is edited");
    assert_eq!(
        edited.get("reply_markup"),
        None,
        "without a keyboard the old one goes"
    );
    assert_eq!(kinds(&world), []);
}

#[test]
fn strangers_and_blocked_chats_are_out_of_reach() {
    let (mut world, ann) = world();
    let ben = world.add_person("Ben", None).id;
    let hello = |id: i64| json!({ "chat_id": id, "text": "hello" });
    let unknown = "Bad Request: chat not found";
    assert_eq!(refusal(&mut world, "sendMessage", hello(5)), unknown);
    assert_eq!(
        refusal(&mut world, "sendMessage", hello(ben)),
        unknown,
        "never wrote"
    );
    world.block(ann, NOW).expect("can block");
    let error = world
        .call(TOKEN, "sendMessage", hello(ann), NOW)
        .expect_err("is refused");
    assert_eq!(
        (error.code, error.description.as_str()),
        (403, "Forbidden: bot was blocked by the user")
    );
    world.unblock(ann, NOW).expect("can unblock");
    world
        .call(TOKEN, "sendMessage", hello(ann), NOW)
        .expect("is sent");
}

#[test]
fn a_press_is_answered_once() {
    let (mut world, ann) = world();
    let id = send(&mut world, ann);
    let query = press(&mut world, ann, id);
    assert_eq!(world.unanswered().len(), 1);
    let answer = json!({ "callback_query_id": query, "text": "Noted" });
    world
        .call(TOKEN, "answerCallbackQuery", answer.clone(), NOW)
        .expect("is answered");
    let too_old =
        "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(refusal(&mut world, "answerCallbackQuery", answer), too_old);
    let long = json!({ "callback_query_id": query, "text": "x".repeat(201) });
    assert_eq!(
        refusal(&mut world, "answerCallbackQuery", long),
        "Bad Request: MESSAGE_TOO_LONG"
    );
    assert_eq!(world.unanswered().len(), 0);
    world.tick(NOW + 1000);
    assert_eq!(kinds(&world), [ViolationKind::Length]);
}

#[test]
fn a_press_never_answered_is_a_violation() {
    let (mut world, ann) = world();
    let id = send(&mut world, ann);
    let query = press(&mut world, ann, id);
    world.tick(NOW + 15);
    assert_eq!(kinds(&world), []);
    world.tick(NOW + 16);
    assert_eq!(kinds(&world), [ViolationKind::UnansweredCallback]);
    let late = json!({ "callback_query_id": query });
    world
        .call(TOKEN, "answerCallbackQuery", late, NOW + 100)
        .expect("late, but answered");
    let query = press(&mut world, ann, id);
    let dead = json!({ "callback_query_id": query });
    let error = world
        .call(TOKEN, "answerCallbackQuery", dead, NOW + 1000)
        .expect_err("too late");
    assert!(
        error
            .description
            .starts_with("Bad Request: query is too old")
    );
    assert_eq!(kinds(&world).len(), 2);
}

#[test]
fn time_that_is_let_pass_ages_no_press() {
    let (mut world, ann) = world();
    let id = send(&mut world, ann);
    press(&mut world, ann, id);
    world.jumped(86_400);
    world.tick(NOW + 86_400 + 10);
    assert_eq!(kinds(&world), []);
}

#[test]
fn what_telegram_ignores_is_noted() {
    let (mut world, ann) = world();
    let markup = json!({
        "inline_keyboard": [[{ "text": "x", "callback_data": "y", "color": "red" }]],
    });
    let params = json!({ "chat_id": ann, "text": "x", "colour": 1, "reply_markup": markup });
    world
        .call(TOKEN, "sendMessage", params, NOW)
        .expect("is sent all the same");
    let details: Vec<String> = world
        .violations()
        .iter()
        .map(|violation| violation.detail.clone())
        .collect();
    assert_eq!(
        details,
        [
            "colour: Unknown",
            "reply_markup.inline_keyboard[0][0].color: Unknown"
        ]
    );
    let nine: Vec<Value> = (0..9)
        .map(|n| json!({ "text": "x", "callback_data": format!("{n}") }))
        .collect();
    let wide = json!({ "inline_keyboard": [nine] });
    let params = json!({ "chat_id": ann, "text": "x", "reply_markup": wide });
    world
        .call(TOKEN, "sendMessage", params, NOW)
        .expect("is sent all the same");
    assert_eq!(kinds(&world).last(), Some(&ViolationKind::Keyboard));
}

#[test]
fn types_are_checked_all_the_way_down() {
    let (mut world, ann) = world();
    let as_text = json!({
        "chat_id": ann.to_string(), "text": "x", "disable_notification": "true",
        "reply_markup": "{\"inline_keyboard\":[[{\"text\":\"x\",\"callback_data\":\"y\"}]]}",
    });
    world
        .call(TOKEN, "sendMessage", as_text, NOW)
        .expect("texts are read, as forms carry them");
    assert_eq!(kinds(&world), []);
    for params in [
        json!({ "chat_id": ann, "text": 5 }),
        json!({ "chat_id": ann, "text": "x", "disable_notification": [] }),
        json!({ "chat_id": ann, "text": "x", "reply_markup": { "inline_keyboard": "x" } }),
        json!({ "chat_id": ann, "text": "x", "link_preview_options": { "is_disabled": 1 } }),
    ] {
        refusal(&mut world, "sendMessage", params);
    }
    assert_eq!(kinds(&world), [ViolationKind::WrongType; 4]);
}

#[test]
fn commands_and_descriptions_are_held_against_limits() {
    let (mut world, _) = world();
    let command = |name: &str, words: &str| json!({ "command": name, "description": words });
    for (commands, words) in [
        (json!([command("Start", "x")]), "BOT_COMMAND_INVALID"),
        (
            json!([command("start", "")]),
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            json!(vec![command("start", "x"); 101]),
            "BOT_COMMANDS_TOO_MUCH",
        ),
    ] {
        let said = refusal(&mut world, "setMyCommands", json!({ "commands": commands }));
        assert_eq!(said, format!("Bad Request: {words}"));
    }
    let language = json!({ "commands": [command("start", "x")], "language_code": "english" });
    assert_eq!(
        refusal(&mut world, "setMyCommands", language),
        "Bad Request: LANG_CODE_INVALID"
    );
    let long = json!({ "short_description": "x".repeat(121) });
    refusal(&mut world, "setMyShortDescription", long);
    let right = json!({ "commands": [command("start", "x")] });
    world
        .call(TOKEN, "setMyCommands", right, NOW)
        .expect("is set");
    let commands = world
        .call(TOKEN, "getMyCommands", json!({}), NOW)
        .expect("is there");
    assert_eq!(
        commands,
        json!([{ "command": "start", "description": "x" }])
    );
}
