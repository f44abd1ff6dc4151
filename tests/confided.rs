//! What a person says is in no core type's `Debug`: a marker goes through the machine and the edge, and
//! everything on its way is formatted.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use jiff::Timestamp;
use serde_json::json;
use twitchwise::{
    content, language,
    machine::{Choice, Event, Press, Session, step},
    model::Private,
    telegram::{Incoming, Target, deliveries, raw_update},
};

/// A word that nobody uses, as people may type it and as a button may carry it.
const MARKER: &str = "xyzzyplugh";

fn is_silent(what: &str, shown: &str) {
    let found = shown.to_lowercase().contains(MARKER);
    assert!(!found, "{what}: {shown}");
}

#[test]
fn nothing_that_is_formatted_tells_what_was_said() {
    let catalog = content::embedded().unwrap_or_else(|e| panic!("{e}"));
    let mut now: Timestamp = "2026-06-01T12:00:00Z".parse().expect("a time");
    let text = |words: &str| Event::Text(Private::new(words.to_owned()));
    let press = |choice| {
        Event::Pressed(Press {
            choice: Some(choice),
            revision: 0,
        })
    };
    let events = [
        text("/start"),
        press(Choice::Agree),
        text(MARKER),
        Event::Ask(Private::new(format!("does {MARKER} help?"))),
        Event::Edited(Private::new(MARKER.to_owned())),
        Event::Inline(Private::new(MARKER.to_owned())),
        Event::Linked(MARKER.to_owned()),
        press(Choice::Pick(MARKER.to_owned())),
        press(Choice::Toggle(MARKER.to_owned(), true)),
        press(Choice::Answer(MARKER.to_owned())),
        press(Choice::FirstAid(MARKER.to_owned())),
        press(Choice::Change(MARKER.to_owned())),
        press(Choice::Helped(MARKER.to_owned(), true)),
        text(&format!("remind me tomorrow at 9 to call {MARKER}")),
        text("yes"),
        Event::Command(twitchwise::machine::Command::Reminders),
        Event::Due,
        Event::Command(twitchwise::machine::Command::Export),
    ];
    let mut session = Session {
        agreed_at: Some(now),
        ..Session::default()
    };
    let mut said_back = 0;
    for event in events {
        if event == Event::Due {
            now += jiff::SignedDuration::from_hours(48);
        }
        is_silent("event", &format!("{event:?}"));
        let step = step(&catalog, session, &event, now);
        is_silent("step", &format!("{step:?}"));
        let incoming = Incoming {
            chat: 7,
            user: 7,
            event,
            target: Target::default(),
        };
        is_silent("incoming", &format!("{incoming:?}"));
        let export = Some(json!({ "words": MARKER }).to_string());
        let rendered = deliveries(&catalog, "a_bot", &incoming, &step, export);
        is_silent("deliveries", &format!("{rendered:?}"));
        let written = serde_json::to_string(&rendered).expect("written");
        said_back += usize::from(written.contains(MARKER));
        is_silent("session", &format!("{:?}", step.session));
        is_silent("scene", &format!("{:?}", step.session.scene));
        session = step.session;
    }
    assert!(said_back >= 3, "it was on its way: {said_back}");

    let update = json!({ "update_id": 1, "message": { "text": MARKER, "chat": { "id": 7 } } });
    let raw = raw_update(&update.to_string()).expect("an update");
    is_silent("raw update", &format!("{raw:?}"));
    let today = "2026-06-01".parse().expect("a day");
    let understood = language::understand(&catalog.lexicon, MARKER, today);
    is_silent("understood", &format!("{understood:?}"));
}
