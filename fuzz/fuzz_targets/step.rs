//! Any conversation: after each event everything that must hold of a step does.
//!
//! The input is lines as in `tests/transcripts/README.md` (what they expect is passed over), so that
//! every transcript is a seed, and a line `@ {…}` with a kept session, of any version.
#![no_main]

use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp};
use libfuzzer_sys::fuzz_target;
use twitchwise::{
    content,
    machine::{
        Action, Attachment, Button, Choice, Command, Event, Located, Press, Screen, Session,
    },
    model::{Catalog, Private},
    telegram::decode,
};

#[path = "../../tests/machine/phone.rs"]
mod phone;

use phone::Phone;

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| content::embedded().expect("the content is in order"));

/// When the conversations begin.
const BEGIN: i64 = 1_750_000_000;

/// The most lines that are played: enough for a whole check, few enough to be quick.
const LONGEST: usize = 60;

fuzz_target!(|data: &str| {
    let mut phone = Phone {
        catalog: &CATALOG,
        session: Session::default(),
        now: Timestamp::from_second(BEGIN).expect("a time"),
        screens: Vec::new(),
    };
    for line in data.lines().take(LONGEST) {
        if let Some(session) = line.strip_prefix("@ ") {
            phone.session = serde_json::from_str(session).unwrap_or_default();
        } else if let Some(hours) = line.strip_prefix("~ ") {
            let hours = span(hours).unwrap_or_default();
            phone.now = phone.now.saturating_add(hours).unwrap_or(phone.now);
        } else if let Some(event) = line
            .strip_prefix("> ")
            .and_then(|words| event(&phone, words))
        {
            let happened = phone.happens(&event);
            assert!(happened.is_ok(), "{line:?}: {:?}", happened.err());
        }
    }
    // From wherever that led, the way to the check is open.
    let start = phone.happens(&Event::Command(Command::Check));
    assert!(start.is_ok(), "/check: {:?}", start.err());
});

/// What a line makes happen; none where there is no such button.
fn event(phone: &Phone<'_>, words: &str) -> Option<Event> {
    if let Some(label) = words.strip_prefix('[').and_then(|w| w.strip_suffix(']')) {
        return pressed(phone, phone.latest()?, label);
    }
    if let Some(label) = words
        .strip_prefix("old [")
        .and_then(|w| w.strip_suffix(']'))
    {
        // Which of the older ones, the label's length says as well as anything.
        return pressed(
            phone,
            phone
                .screens
                .get(label.len() % phone.screens.len().max(1))?,
            label,
        );
    }
    let Some((kind, rest)) = words.strip_prefix('(').and_then(|w| w.split_once(')')) else {
        return Some(typed(words));
    };
    Some(match kind {
        "edit" => Event::Edited(Private::new(rest.to_owned())),
        "group" => Event::Group,
        "due" => Event::Due,
        "location" => Event::Located(Private::new(Located::new(48.2, 16.4))),
        "block" => Event::Blocked,
        "unblock" => Event::Returned,
        "forge" => Event::Pressed(decode(rest.trim())),
        // A button of the screen that is up, which no screen has: of the session's own revision.
        "now" => Event::Pressed(Press {
            revision: phone.session.revision,
            ..decode(&format!("0:{}", rest.trim()))
        }),
        _ if rest.trim().is_empty() => Event::Attachment(match kind {
            "sticker" => Attachment::Sticker,
            "voice" => Attachment::Voice,
            "photo" => Attachment::Photo,
            _ => Attachment::Other,
        }),
        _ => typed(rest.trim()),
    })
}

fn typed(words: &str) -> Event {
    match words.strip_prefix('/') {
        Some(name) => Event::Command(Command::named(name)),
        None => Event::Text(Private::new(words.to_owned())),
    }
}

/// The button of that label on that screen, else any.
fn pressed(phone: &Phone<'_>, screen: &Screen, label: &str) -> Option<Event> {
    let buttons: Vec<&Button> = screen.keyboard.iter().flatten().collect();
    let any = label.bytes().map(usize::from).sum::<usize>() % buttons.len().max(1);
    let labelled = |button: &&&Button| phone.catalog.words.say(&button.label) == label;
    let button = buttons.iter().find(labelled).or_else(|| buttons.get(any))?;
    let choice: Choice = match &button.action {
        Action::Choose(choice) => choice.clone(),
        Action::OpenChat(_) | Action::Share(_) => return None,
    };
    Some(Event::Pressed(Press {
        choice: Some(choice),
        revision: screen.revision,
    }))
}

/// "+3d": up to four digits and `m`, `h`, `d` or `w`; with a minus the clock is set back.
fn span(words: &str) -> Option<SignedDuration> {
    let minutes = match words.chars().last()? {
        'm' => 1,
        'h' => 60,
        'd' => 24 * 60,
        'w' => 7 * 24 * 60,
        _ => return None,
    };
    let count: i16 = words[..words.len() - 1]
        .trim_start_matches('+')
        .parse()
        .ok()?;
    Some(SignedDuration::from_mins(minutes * i64::from(count)))
}
