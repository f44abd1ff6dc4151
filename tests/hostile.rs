//! Hostile input on the real binary: updates of every broken shape, answers of the API server that
//! can't be read, a flood, ten thousand newcomers at once. Nobody else notices, nothing panics, memory
//! and disk stay bounded.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and shows its figures"
)]

mod bot;

use std::{
    fs,
    time::{Duration, Instant},
};

use bot::{
    binary::{Installation, Process},
    people::{
        PATIENCE, add_person, all_reach_their_outcome, answered, catalog, emulator, wait_for,
    },
    person,
    script::{Script, What},
};
use serde_json::{Value, json};
use twitchwise::{
    emulator::{Emulator, Faults, Options, Tap},
    model::keys,
};

/// Newcomers in a minute.
const CROWD: usize = 10_000;
/// What the bot may use with them, in kB. A build for debugging: the release build is at half of it.
const MEMORY: u64 = 200_000;

/// What the database may take on the disk, its log included, in kB: after a flood, and with the newcomers.
const FLOODED_DISK: u64 = 20_000;
const CROWDED_DISK: u64 = 40_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_update_of_any_shape_disturbs_anyone() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let process = installation.start(&emulator.url());
    let (ann, mallory) = (add_person(&emulator), add_person(&emulator));
    for person in [ann, mallory] {
        say(&emulator, person, "/start");
        answered(&emulator, person, PATIENCE).await;
    }
    let updates = hostile(mallory, ann);
    for (kind, content) in &updates {
        emulator.world(|world| world.foist(kind, content));
    }
    forge(&emulator, mallory);
    // Ann's buttons, pressed by somebody else, and what they would show.
    let before = person::messages(&emulator, ann);
    for shown in &before {
        for (_, data) in &shown.buttons {
            tap(&emulator, mallory, shown.id, data.clone(), Some(ann));
        }
    }
    let words = catalog().words;
    say(&emulator, mallory, "/help");
    wait_for(&emulator, mallory, words.plain(keys::HELP_TITLE)).await;
    assert_eq!(
        person::messages(&emulator, ann),
        before,
        "another person's chat"
    );
    say(&emulator, ann, "/settings");
    wait_for(&emulator, ann, words.plain(keys::SETTINGS_TITLE)).await;
    assert!(process.stop("TERM").0.success());
    let log = installation.log();
    assert!(!log.contains("panicked"), "{log}");
    let backlog = installation.backlog().await;
    println!(
        "{} hostile updates: no panic, {} of them set aside as unreadable",
        updates.len(),
        backlog.set_aside
    );
    assert_eq!((backlog.inbox, backlog.outbox), (0, 0));
}

/// Updates that no sound server sends, and some that it does.
#[expect(clippy::too_many_lines, reason = "a list")]
fn hostile(mallory: i64, ann: i64) -> Vec<(&'static str, Value)> {
    let from = json!({ "id": mallory, "is_bot": false, "first_name": "M" });
    let chat = json!({ "id": mallory, "type": "private", "first_name": "M" });
    let mut number = 5_000_000;
    let mut message = |more: Value| {
        number += 1;
        let mut whole = json!({ "message_id": number, "date": 1, "from": from, "chat": chat });
        let fields = whole.as_object_mut().expect("an object");
        for (key, value) in more.as_object().expect("an object") {
            fields.insert(key.clone(), value.clone());
        }
        whole
    };
    let nested = (0..100).fold(json!(1), |inner, _| json!([inner]));
    let mut all = vec![
        ("message", message(json!({ "text": "x".repeat(4096) }))),
        ("message", message(json!({ "text": "𝕏".repeat(2048) }))),
        (
            "message",
            message(json!({ "text": "can't breathe, ".repeat(100_000) })),
        ),
        (
            "message",
            message(json!({ "text": "\u{0}\u{202e}\u{feff}</b><a href=" })),
        ),
        ("message", message(json!({ "text": "" }))),
        ("message", message(json!({ "text": 7 }))),
        ("message", message(json!({ "text": null }))),
        ("message", message(json!({ "text": nested }))),
        (
            "message",
            message(json!({ "from": null, "text": "nobody" })),
        ),
        ("message", message(json!({ "from": {}, "text": "nobody" }))),
        ("message", message(json!({ "chat": {}, "text": "nowhere" }))),
        (
            "message",
            message(json!({ "chat": null, "text": "nowhere" })),
        ),
        ("message", message(json!({ "date": -1, "text": "early" }))),
        ("message", message(json!({ "date": 1e300, "text": "late" }))),
        (
            "message",
            message(json!({ "message_id": i64::MAX, "text": "far" })),
        ),
        (
            "message",
            message(json!({ "message_id": -7, "text": "low" })),
        ),
        (
            "message",
            message(
                json!({ "entities": [{ "type": "bold", "offset": -5, "length": 1e9 }], "text": "bold" }),
            ),
        ),
        (
            "message",
            message(
                json!({ "entities": [{ "type": "mention", "offset": 1, "length": 70 }], "text": "𝕏" }),
            ),
        ),
        (
            "message",
            message(
                json!({ "from": { "id": i64::MIN, "is_bot": false, "first_name": "M" }, "text": "x" }),
            ),
        ),
        (
            "message",
            message(
                json!({ "from": { "id": 1e40, "is_bot": false, "first_name": "M" }, "text": "x" }),
            ),
        ),
        ("message", json!([])),
        ("message", json!(null)),
        ("message", json!("words")),
        ("message", nested.clone()),
        ("edited_message", message(json!({ "text": "changed" }))),
        ("edited_message", message(json!({}))),
        ("channel_post", message(json!({ "text": "news" }))),
        (
            "edited_channel_post",
            json!({ "chat": { "id": -1, "type": "channel" } }),
        ),
        ("callback_query", json!({})),
        ("callback_query", json!({ "id": "1", "from": from })),
        (
            "callback_query",
            json!({ "id": "2", "from": from, "chat_instance": "1", "data": "1:=".repeat(10_000) }),
        ),
        (
            "callback_query",
            json!({ "id": "3", "from": from, "chat_instance": "1", "data": "9223372036854775808:none" }),
        ),
        // As if Ann had written, in a chat that is not hers.
        (
            "message",
            message(
                json!({ "from": { "id": ann, "is_bot": false, "first_name": "A" }, "text": "/forget" }),
            ),
        ),
        (
            "my_chat_member",
            json!({ "chat": chat, "from": from, "date": 1 }),
        ),
        (
            "my_chat_member",
            json!({ "chat": chat, "from": from, "old_chat_member": {}, "new_chat_member": nested }),
        ),
        (
            "inline_query",
            json!({ "id": "1", "from": from, "query": "x", "offset": "" }),
        ),
        ("not_yet_known", json!({ "from": from })),
        ("not_yet_known", nested),
        ("", json!({})),
    ];
    // Deeper than parsers go.
    let deep = format!("{}1{}", "[".repeat(120), "]".repeat(120));
    let deep: Value = serde_json::from_str(&deep).expect("JSON");
    let deep = json!([[[[[[[deep]]]]]]]);
    all.push(("message", message(json!({ "text": "deep", "depth": deep }))));
    all.push(("deeper_than_deep", deep));
    all
}

/// Buttons that no message of the bot has.
fn forge(emulator: &Emulator, person: i64) {
    let message = person::messages(emulator, person)
        .last()
        .expect("a message")
        .id;
    for data in [
        "",
        ":",
        "1",
        "1:",
        ":none",
        "-1:none",
        "0:none",
        "999999999999:none",
        "1:=",
        "1:=nobody",
        "1:!",
        "1:+",
        "1:/",
        "1:/y99999999",
        "zz:zz",
        "1:none:none",
        "\u{0}",
        "1:=\u{202e}",
        "💥💥💥",
    ] {
        tap(emulator, person, message, data.to_owned(), None);
    }
}

fn tap(emulator: &Emulator, person: i64, message_id: i64, data: String, chat_id: Option<i64>) {
    let tap = Tap {
        message_id,
        data,
        chat_id,
        forged: true,
        inaccessible: false,
    };
    let now = emulator.now();
    // Telegram itself refuses some of these.
    let _ = emulator.world(|world| world.press(person, &tap, now));
}

fn say(emulator: &Emulator, person: i64, words: &str) {
    person::do_it(emulator, person, &What::Say(words.to_owned())).expect("said");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_that_cannot_be_read_send_nothing_twice() {
    // From the first getMe on, every method.
    let emulator = emulator(Options {
        faults: Faults {
            garbled: 300,
            ..Faults::default()
        },
        ..Options::default()
    })
    .await;
    let installation = Installation::new();
    let process = installation.start(&emulator.url());
    let catalog = catalog();
    let scripts = (0..8).map(|seed| Script::write(&catalog, seed)).collect();
    all_reach_their_outcome(&emulator, scripts, 0).await;
    emulator.set_faults(Faults::default());
    assert!(process.stop("TERM").0.success());
    let log = installation.log();
    assert!(!log.contains("panicked"), "{log}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_too_fast_is_not_kept_unless_it_tells_of_danger() {
    let emulator = emulator(Options {
        faults: Faults {
            slow: 1000,
            slow_millis: 40,
            spare_get_updates: true,
            ..Faults::default()
        },
        ..Options::default()
    })
    .await;
    let installation = Installation::new();
    let mut process = installation.start(&emulator.url());
    let (floods, other) = (add_person(&emulator), add_person(&emulator));
    say(&emulator, floods, "/start");
    answered(&emulator, floods, PATIENCE).await;
    for _ in 0..2_000 {
        say(&emulator, floods, "/help");
    }
    say(&emulator, floods, "I can't breathe");
    say(&emulator, floods, "/forget");
    for _ in 0..200 {
        say(&emulator, floods, "/settings");
    }
    say(&emulator, other, "/start");
    answered(&emulator, other, PATIENCE).await;
    let taken_in = || emulator.world(|world| world.waiting_updates()) == 0;
    wait_until("taken in", taken_in).await;
    emulator.set_faults(Faults::default());
    installation.wait_for_log("sent too much at once", PATIENCE);
    let words = catalog().words;
    let emergency = words.plain(keys::EMERGENCY_TITLE);
    let helped = || {
        let heard = person::messages(&emulator, floods);
        heard.iter().any(|shown| shown.text.contains(emergency))
    };
    wait_until("told what to do in danger", helped).await;
    let heard = person::messages(&emulator, floods);
    let forget = words.plain(keys::FORGET_TITLE);
    let asked = || {
        let heard = person::messages(&emulator, floods);
        heard.iter().any(|shown| shown.text.contains(forget))
    };
    wait_until("asked whether to erase", asked).await;
    let told = words.plain(keys::FLOODED);
    let told = heard.iter().filter(|shown| shown.text == told).count();
    let emergency = heard
        .iter()
        .filter(|shown| shown.text.contains(emergency))
        .count();
    let disk = on_disk(&installation);
    let log = installation.log();
    let lines = log
        .lines()
        .filter(|line| line.contains("sent too much"))
        .count();
    println!(
        "a flood of 2,201 at once: {} answers, {told} line that the rest was not read, {emergency} on the \
         danger in it; {} kB of memory at most, {disk} kB on the disk",
        heard.len(),
        memory(&mut process)
    );
    assert!(disk < FLOODED_DISK, "{disk} kB on the disk");
    assert!((200..1_000).contains(&heard.len()), "{}", heard.len());
    assert_eq!((told, emergency, lines), (1, 1, 1), "{log}");
    // And then all is as before.
    say(&emulator, floods, "/privacy");
    wait_for(&emulator, floods, words.plain(keys::PRIVACY_TITLE)).await;
    assert!(process.stop("TERM").0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_newcomers_are_all_answered() {
    let emulator = emulator(Options::default()).await;
    let installation = Installation::new();
    let mut process = installation.start(&emulator.url());
    let begun = Instant::now();
    let people: Vec<_> = (0..CROWD).map(|_| add_person(&emulator)).collect();
    for person in &people {
        say(&emulator, *person, "/start");
    }
    let mut left = people;
    let all = || {
        while let Some(person) = left.pop() {
            if person::count(&emulator, person) == 0 {
                left.push(person);
                break;
            }
        }
        left.is_empty()
    };
    wait_until("answered", all).await;
    let (seconds, memory) = (begun.elapsed().as_secs_f64(), memory(&mut process));
    let disk = on_disk(&installation);
    assert!(process.stop("TERM").0.success());
    let backlog = installation.backlog().await;
    println!(
        "{CROWD} newcomers: all answered in {seconds:.1} s, {memory} kB of memory at most, {disk} kB on the disk"
    );
    assert!(disk < CROWDED_DISK, "{disk} kB on the disk");
    assert_eq!(
        (backlog.inbox, backlog.outbox, backlog.set_aside),
        (0, 0, 0)
    );
    assert!(memory < MEMORY, "{memory} kB");
}

async fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE * 4, "not {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// What the bot's files take, in kB.
fn on_disk(installation: &Installation) -> u64 {
    let files = fs::read_dir(installation.path().join("data")).expect("a folder");
    let sizes = files.map(|file| file.expect("a file").metadata().map_or(0, |m| m.len()));
    sizes.sum::<u64>() / 1_000
}

/// The most memory that was resident so far, in kB.
fn memory(process: &mut Process) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", process.child().id()));
    let status = status.expect("its status");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.expect("its peak").trim().trim_end_matches("kB").trim();
    peak.parse().expect("a number")
}
