//! The clock of a person: which are offered, and what is late by it.

#![allow(clippy::wildcard_enum_match_arm, reason = "few effects are looked at")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp};
use twitchwise::{
    content,
    machine::{
        About, Action, Agenda, Choice, ClockChoice, ClockStage, Command, Doing, Effect, Event,
        Located, Plain, Remind, Reminder, Scene, Session, step, write,
    },
    model::{Catalog, Private},
    schedule::{Plan, Zone},
    telegram::{Incoming, Target, deliveries},
};

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| content::embedded().unwrap_or_else(|problems| panic!("{problems}")));

/// Whatever place is shared, its clock is set where there is no doubt, else it is one of a few.
#[test]
fn a_shared_place_finds_its_clock() {
    for (latitude, longitude, name) in [
        (28.61, 77.21, "Asia/Kolkata"),
        (19.08, 72.88, "Asia/Kolkata"),
        (12.97, 77.59, "Asia/Kolkata"),
        (39.90, 116.40, "Asia/Shanghai"),
        (30.57, 104.07, "Asia/Shanghai"),
        (36.16, -86.78, "America/Chicago"),
        (32.78, -96.80, "America/Chicago"),
        (47.61, -122.33, "America/Los_Angeles"),
        (33.75, -84.39, "America/New_York"),
        (41.88, -87.63, "America/Chicago"),
        (31.76, -106.49, "America/Denver"),
        (49.84, 24.03, "Europe/Kyiv"),
        (51.11, 17.03, "Europe/Warsaw"),
        (52.10, 23.70, "Europe/Minsk"),
        (54.69, 20.51, "Europe/Kaliningrad"),
        (31.90, 35.20, "Asia/Hebron"),
        (31.77, 35.21, "Asia/Jerusalem"),
        (-27.47, 153.03, "Australia/Brisbane"),
        (-28.17, 153.54, "Australia/Sydney"),
        (-12.97, -38.50, "America/Bahia"),
        (-15.79, -47.88, "America/Sao_Paulo"),
        (42.24, -8.72, "Europe/Madrid"),
        (41.55, -8.42, "Europe/Lisbon"),
        (55.03, 82.92, "Asia/Novosibirsk"),
        (43.12, 131.89, "Asia/Vladivostok"),
        (31.52, 74.36, "Asia/Karachi"),
        (34.05, -118.24, "America/Los_Angeles"),
        (48.86, 2.35, "Europe/Paris"),
    ] {
        let place = Private::new(Located::new(latitude, longitude));
        let session = Session {
            agreed_at: Some(Timestamp::UNIX_EPOCH),
            scene: Scene::Remind(Doing::Clock(ClockStage::Zone(None))),
            ..Session::default()
        };
        let now = "2026-06-01T12:00Z".parse().unwrap();
        let step = step(&CATALOG, session, &Event::Located(place), now);
        let set = step.session.agenda.zone.clone().into_iter();
        let found: Vec<_> = set.chain(offered(&step.effects)).collect();
        let wanted: Zone = name.parse().unwrap();
        let right = |zone: &Zone| shows_the_same(zone, &wanted, now);
        assert!(found.iter().any(right), "{name}: {found:?}");
        assert!(found.len() <= 5, "{name}: {found:?}");
    }
}

fn offered(effects: &[Effect]) -> Vec<Zone> {
    let screens = effects.iter().filter_map(|effect| match effect {
        Effect::Say(screen) => Some(screen),
        _ => None,
    });
    let buttons = screens.flat_map(|screen| screen.keyboard.iter().flatten());
    buttons
        .filter_map(|button| match &button.action {
            Action::Choose(Choice::Remind(Remind::Clock(ClockChoice::Named(name)))) => {
                Some(name.parse().unwrap())
            }
            _ => None,
        })
        .collect()
}

fn shows_the_same(one: &Zone, other: &Zone, now: Timestamp) -> bool {
    (0..365).all(|day| {
        let then = now + SignedDuration::from_hours(24 * day);
        one.offset(then) == other.offset(then)
    })
}

/// A day at 21:00, and the next ones, by universal time.
fn evening(plan: Plan, put_off: bool) -> Session {
    let next = "2026-06-01T21:00Z".parse().unwrap();
    let reminder = Reminder {
        id: 1,
        about: About::Own {
            words: "call".to_owned(),
        },
        plan,
        next: Some(next),
        put_off,
        paused: false,
        left_off: false,
        held: None,
        set_at: Timestamp::UNIX_EPOCH,
        came_at: None,
    };
    Session {
        agreed_at: Some(Timestamp::UNIX_EPOCH),
        agenda: Agenda {
            zone: Some(Zone::UTC),
            last_id: 1,
            reminders: vec![reminder],
            ..Agenda::default()
        },
        ..Session::default()
    }
}

/// What is said then because time has passed, and the session after it.
fn due(session: Session, now: &str) -> (Option<String>, Session) {
    let step = step(&CATALOG, session, &Event::Due, now.parse().unwrap());
    let said = step.effects.iter().find_map(|effect| match effect {
        Effect::Remind(screen, _) => Some(screen),
        _ => None,
    });
    let said = said.map(|screen| {
        let mut plain = Plain::default();
        write(&screen.blocks, &CATALOG.words, &mut plain);
        plain.0
    });
    (said, step.session)
}

#[test]
fn what_is_late_waits_for_the_end_of_quiet_hours() {
    let once = Plan::once("2026-06-01T21:00".parse().unwrap());
    let daily = Plan::daily("21:00".parse().unwrap());
    for plan in [once, daily.clone()] {
        let again = plan.recurs();
        let (said, session) = due(evening(plan, false), "2026-06-02T02:00Z");
        assert_eq!(said, None, "it is the middle of the night");
        assert_eq!(session.agenda.next(), "2026-06-02T08:00Z".parse().ok());
        let (said, session) = due(session, "2026-06-02T08:00Z");
        let said = said.unwrap();
        assert!(said.contains("call") && said.contains("21:00"), "{said}");
        let then = again.then(|| "2026-06-02T21:00Z".parse().unwrap());
        assert_eq!(session.agenda.next(), then);
    }
    // In the evening it may be late, and so may one that is to come in quiet hours too.
    let (said, _) = due(evening(daily.clone(), false), "2026-06-01T21:50Z");
    assert!(said.is_some());
    let (said, _) = due(
        evening(daily.in_quiet_hours_too(), false),
        "2026-06-02T02:00Z",
    );
    assert!(said.is_some());
}

/// "In an hour", pressed at 22:30: the person wanted it at 23:30.
#[test]
fn an_hour_is_an_hour_in_quiet_hours_too() {
    let mut session = evening(Plan::once("2026-06-01T21:00".parse().unwrap()), true);
    session.agenda.reminders[0].next = "2026-06-01T23:30Z".parse().ok();
    let (said, _) = due(session, "2026-06-01T23:30Z");
    assert!(said.is_some());
}

/// Fifty long ones at once: no message is larger than Telegram takes, and each of them comes.
#[test]
fn many_at_once_come_in_messages_that_telegram_takes() {
    let mut session = evening(Plan::once("2026-06-01T21:00".parse().unwrap()), false);
    let one = session.agenda.reminders[0].clone();
    session.agenda.reminders = (1..=50)
        .map(|id| Reminder {
            id,
            about: About::Own {
                words: format!("{id:02} {}", "w".repeat(197)),
            },
            ..one.clone()
        })
        .collect();
    session.agenda.last_id = 50;
    let now = "2026-06-01T21:00Z".parse().unwrap();
    let listed = Event::Command(Command::Reminders);
    let listed = step(&CATALOG, session.clone(), &listed, now).effects;
    let (text, buttons) = shown(&listed).unwrap();
    assert!(text.encode_utf16().count() <= 4_096 && buttons <= 100);
    assert!((1..=50).all(|id| text.contains(&format!("{id:02} w"))));

    let mut came = String::new();
    loop {
        let next = step(&CATALOG, session, &Event::Due, now);
        session = next.session;
        let Some((text, buttons)) = shown(&next.effects) else {
            break;
        };
        assert!(text.encode_utf16().count() <= 4_096, "{}", text.len());
        assert!(buttons <= 100, "{buttons}");
        came.push_str(&text);
    }
    for id in 1..=50 {
        assert_eq!(came.matches(&format!("{id:02} w")).count(), 1, "{id}");
    }
    assert_eq!(session.agenda.next(), None);
}

/// What is said, and with how many buttons.
fn shown(effects: &[Effect]) -> Option<(String, usize)> {
    let screen = effects.iter().find_map(|effect| match effect {
        Effect::Remind(screen, _) | Effect::Say(screen) => Some(screen),
        _ => None,
    })?;
    let mut plain = Plain::default();
    write(&screen.blocks, &CATALOG.words, &mut plain);
    Some((plain.0, screen.keyboard.iter().map(Vec::len).sum()))
}

/// Silent only where the person asked for it, and never the answer to what they say.
#[test]
fn a_reminder_makes_no_sound_where_that_was_asked_for() {
    let now: Timestamp = "2026-06-01T21:00Z".parse().unwrap();
    for silent in [false, true] {
        let mut session = evening(Plan::once("2026-06-01T21:00".parse().unwrap()), false);
        session.agenda.silent = silent;
        let reminds = sent(session.clone(), Event::Due, now);
        assert_eq!(reminds.contains(r#""disable_notification":true"#), silent);
        let answers = sent(session, Event::Command(Command::Reminders), now);
        assert!(!answers.contains(r#""disable_notification":true"#));
    }
}

/// What goes to Telegram for it, as it is kept until then.
fn sent(session: Session, event: Event, now: Timestamp) -> String {
    let step = step(&CATALOG, session, &event, now);
    let incoming = Incoming {
        chat: 7,
        user: 7,
        event,
        target: Target::default(),
    };
    let sent = deliveries(&CATALOG, "a_bot", &incoming, &step, None);
    assert!(!sent.is_empty());
    serde_json::to_string(&sent).unwrap()
}
