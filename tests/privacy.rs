//! What a person says is in no log line and in no byte of the database's files, whatever kind of
//! update brought it; after `/forget` nothing of the person is left. On the real binary, with every
//! log line that it can be asked for, over the emulator.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod binary;
#[path = "privacy/due.rs"]
mod due;
#[path = "privacy/live.rs"]
mod live;

use live::Live;
use serde_json::{Value, json};
use twitchwise::emulator::Faults;

/// Stands in everything that a person says or is called.
const MARKER: &str = "zqxw7marker";

/// Words with the marker, for one way of saying something.
fn marked(way: &str) -> String {
    format!("{MARKER}{way}")
}

#[test]
fn nothing_said_is_in_logs_or_files() {
    whole_life("text", "trace");
}

#[test]
fn nothing_said_is_in_logs_asked_for_library_by_library() {
    let libraries = [
        "teloxide",
        "teloxide::dispatching",
        "teloxide::update_listeners",
        "teloxide_core",
        "teloxide_core::net",
        "teloxide_core::net::request",
        "teloxide_core::bot::api",
        "dptree",
        "reqwest",
        "reqwest::connect",
        "reqwest::async_impl::client",
        "hyper",
        "hyper::proto::h1",
        "hyper_util",
        "hyper_util::client::legacy",
        "sqlx",
        "sqlx::query",
        "sqlx_core",
        "rustls",
        "h2",
        "mio",
        "want",
    ];
    let asked = libraries
        .map(|library| format!("{library}=trace"))
        .join(",");
    whole_life("json", &format!("trace,{asked}"));
}

#[test]
fn a_reminder_that_comes_is_in_no_log_and_no_file() {
    let mut person = 0;
    let mut live = Live::start_with("text", "trace", async |emulator, folder| {
        person = due::remind(emulator, folder, &marked("reminder")).await;
    });
    live.hears(person, &marked("reminder"));
    live.rest();
    live.assert_silent(MARKER, "after a reminder came");
    live.stop();
    live.assert_silent(MARKER, "after the stop");
}

/// One person says everything in every way, and is forgotten.
fn whole_life(log_format: &str, log: &str) {
    let mut live = Live::start(log_format, log);
    let person = live.add_person(&marked("name"));
    let other = live.add_person("Bob");
    live.say(other, "/start");
    live.press(other, "agree");

    live.say(person, &format!("/start {}", marked("payload")));
    live.say(person, &marked("welcome"));
    live.press(person, "agree");
    speak(&live, person);
    let group = live.add_group(&marked("title"), person);
    for words in [
        "@twitchwise_bot",
        "/check@twitchwise_bot",
        "/check",
        "hello",
    ] {
        live.say_in_group(group, person, &format!("{words} {}", marked("group")));
    }
    live.rest();
    check_to_the_end(&live, person);
    live.say(person, "/export");
    live.block(person, true);
    live.block(person, false);
    live.rest();
    live.assert_silent(MARKER, "after everything was said");

    // What fails and is tried again is logged as well.
    live.set_faults(Faults {
        bad_gateway: 150,
        dropped_before: 150,
        dropped_after: 100,
        too_many_requests: 50,
        ..Faults::default()
    });
    for n in 0..4 {
        live.say(person, &format!("{} {n}", marked("fault")));
        live.foist(
            "message",
            &message(person, 9_000 + n, &json!({ "text": marked("again") })),
        );
    }
    live.rest();
    live.set_faults(Faults::default());
    other_kinds(&live, person);
    let nobodys = unreadable(&live, person);
    live.rest();
    live.assert_silent(MARKER, "after faults and unreadable updates");
    assert!(live.rows_of(person) > 0, "something is kept of the person");

    live.say(person, "/forget");
    live.press(person, "erase");
    live.rest();
    live.assert_silent(MARKER, "after /forget");
    assert_eq!(live.rows_of(person), 0, "rows of a forgotten person");
    assert_eq!(live.rows_of(group), 0, "rows of a forgotten person's group");
    assert!(live.rows_of(other) > 0, "the other person is not forgotten");
    assert_eq!(
        live.set_aside(),
        nobodys,
        "updates of a forgotten person are still set aside"
    );

    live.stop();
    live.assert_silent(MARKER, "after the stop");
    assert!(
        !live.files_hold(&numbered(person)),
        "the person's number is still in a file"
    );
    assert!(
        live.files_hold(&numbered(other)),
        "numbers are looked for as they are written"
    );
}

/// Text, captions, edits, commands, buttons that no message has.
fn speak(live: &Live, person: i64) {
    let said = live.say(person, &marked("text"));
    live.edit(person, said, &marked("edited"));
    live.say(
        person,
        &format!("/{} {}", marked("command"), marked("rest")),
    );
    live.say(person, &format!("I can't breathe {}", marked("danger")));
    live.say(person, &format!("is it ALS? {}", marked("worry")));
    for kind in ["photo", "voice", "document", "sticker", "location"] {
        live.send(person, kind, &marked("caption"));
    }
    let data = [
        marked("data"),
        format!("1:={}", marked("d")),
        format!("zz:!{}", marked("d")),
    ];
    for data in &data {
        for inaccessible in [false, true] {
            live.forge(person, data, inaccessible);
        }
    }
    live.rest();
}

/// A check with notes that nobody asked for, up to its outcome.
fn check_to_the_end(live: &Live, person: i64) {
    live.say(person, "/cancel");
    live.say(person, "/check");
    for _ in 0..20 {
        live.say(person, &marked("note"));
        if live.press_first(person, &["finish"]) {
            break;
        }
        live.press_first(person, &["none", "unsure"]);
    }
    live.press(person, "/y0");
}

/// What else a message can hold, and what else it can tell of.
fn other_kinds(live: &Live, person: i64) {
    let user = json!({ "id": person, "is_bot": false, "first_name": marked("first"),
        "last_name": marked("last"), "username": marked("username") });
    let file = json!({ "file_id": marked("id"), "file_unique_id": "1", "file_size": 1,
        "file_name": marked("filename"), "mime_type": "text/plain" });
    let contents = [
        json!({ "contact": { "phone_number": marked("phone"), "first_name": marked("contact"), "vcard": marked("card") } }),
        json!({ "venue": { "location": { "latitude": 1.0, "longitude": 2.0 }, "title": marked("venue"), "address": marked("address") } }),
        json!({ "document": file, "caption": marked("caption") }),
        json!({ "audio": { "file_id": "1", "file_unique_id": "1", "file_size": 1, "duration": 1, "title": marked("song"), "performer": marked("singer") } }),
        json!({ "dice": { "emoji": "🎲", "value": 1 }, "text": marked("dice") }),
        json!({ "poll": { "id": "1", "question": marked("question"), "options": [{ "text": marked("option"), "voter_count": 0 }],
            "total_voter_count": 0, "is_closed": false, "is_anonymous": true, "type": "regular", "allows_multiple_answers": false } }),
        json!({ "new_chat_title": marked("title") }),
        json!({ "new_chat_members": [user] }),
        json!({ "left_chat_member": user }),
        json!({ "pinned_message": message(person, 1, &json!({ "text": marked("pinned") })) }),
        json!({ "reply_to_message": message(person, 1, &json!({ "text": marked("replied") })), "text": marked("reply") }),
        json!({ "quote": { "text": marked("quote"), "position": 0 }, "text": marked("quoting") }),
        json!({ "forward_origin": { "type": "hidden_user", "sender_user_name": marked("origin"), "date": 1 }, "text": marked("forwarded") }),
        json!({ "external_reply": { "origin": { "type": "user", "sender_user": user, "date": 1 } }, "text": marked("external") }),
        json!({ "web_app_data": { "data": marked("web"), "button_text": marked("button") } }),
        json!({ "via_bot": user, "text": marked("via") }),
        json!({ "from": user, "text": marked("named") }),
    ];
    for (number, content) in (8_100..).zip(&contents) {
        for kind in ["message", "edited_message", "channel_post"] {
            live.foist(kind, &message(person, number, content));
        }
    }
    live.rest();
    live.assert_silent(MARKER, "after messages of every kind");
}

fn message(person: i64, id: i64, more: &Value) -> Value {
    let mut message = json!({
        "message_id": id,
        "date": 1_750_000_000,
        "chat": { "id": person, "type": "private", "first_name": marked("chat") },
        "from": { "id": person, "is_bot": false, "first_name": marked("from") },
    });
    let more = more.as_object().expect("fields").clone();
    message.as_object_mut().expect("fields").extend(more);
    message
}

/// Updates that the bot did not ask for or can't read. Gives how many of them stay though they name
/// nobody: what was not asked for does not.
fn unreadable(live: &Live, person: i64) -> usize {
    let from = json!({ "id": person, "is_bot": false, "first_name": marked("first") });
    let chat = json!({ "id": person, "type": "private", "title": marked("title") });
    let entity = json!({
        "text": marked("entity"),
        "entities": [{ "type": marked("kind"), "offset": 0, "length": 5 }],
    });
    let named = [
        ("message", message(person, 8_001, &entity)),
        (
            "message",
            message(
                person,
                8_002,
                &json!({ "text": { "words": marked("object") } }),
            ),
        ),
        (
            "message",
            message(person, 8_003, &json!({ "newer_content": marked("newer") })),
        ),
        (
            "edited_message",
            message(person, 8_004, &json!({ "caption": marked("caption") })),
        ),
        (
            "business_message",
            message(person, 8_005, &json!({ "text": marked("business") })),
        ),
        (
            "channel_post",
            message(person, 8_006, &json!({ "text": marked("post") })),
        ),
        (
            "poll_answer",
            json!({ "poll_id": marked("poll"), "user": from, "option_ids": [0] }),
        ),
        (
            "poll_answer",
            json!({ "poll_id": 7, "user": from, "option_ids": marked("option") }),
        ),
        (
            "message_reaction",
            json!({ "chat": chat, "user": from, "message_id": 1, "date": 1, "old_reaction": [],
                    "new_reaction": [{ "type": "emoji", "emoji": marked("emoji") }] }),
        ),
        (
            "inline_query",
            json!({ "id": "1", "from": from, "query": marked("query"), "offset": "" }),
        ),
        (
            "callback_query",
            json!({ "id": "2", "from": from, "data": marked("data") }),
        ),
        (
            "callback_query",
            json!({ "id": "3", "from": from, "chat_instance": "1", "data": marked("data"),
                    "message": { "chat": chat, "message_id": "x", "text": marked("under") } }),
        ),
        (
            "my_chat_member",
            json!({ "chat": chat, "from": from, "date": 1, "x": marked("member") }),
        ),
        (
            "something_new",
            json!({ "from": from, "chat": chat, "words": marked("something") }),
        ),
        (
            "something_newer",
            json!({ "user": from, "words": marked("something") }),
        ),
        (
            "something_deeper",
            json!({ "message": { "chat": chat }, "words": marked("deeper") }),
        ),
    ];
    for (kind, content) in &named {
        live.foist(kind, content);
    }
    let nameless = [
        ("message", json!(marked("bare"))),
        ("poll", json!({ "id": 1, "question": marked("question") })),
        (MARKER, json!({ MARKER: MARKER })),
    ];
    for (kind, content) in &nameless {
        live.foist(kind, content);
    }
    let stays = |kind: &str| kind == "message";
    nameless.iter().filter(|(kind, _)| stays(kind)).count()
}

/// A person's number as the database writes it: four bytes, the highest first.
fn numbered(person: i64) -> [u8; 4] {
    u32::try_from(person).expect("a small number").to_be_bytes()
}
