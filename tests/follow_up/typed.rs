//! How it is now, in people's own words.

use jiff::Timestamp;
use twitchwise::{
    machine::{About, Agenda, Event, Reminder, Session, step},
    model::{Field, Private},
    schedule::{Plan, Zone},
    triage::Now,
};

use crate::notes::{CATALOG, adult, checked};

/// What is understood of a message, where "how is it now?" waits: how it is, and what is new.
fn read(text: &str) -> Option<(Now, Vec<&'static str>)> {
    let now: Timestamp = "2040-01-10T12:00Z".parse().expect("a time");
    let follow_up = Reminder {
        id: 1,
        about: About::FollowUp {
            asked: 1,
            of: Box::new(checked(&adult(&[]))),
        },
        plan: Plan::once(Zone::UTC.local(now)),
        next: None,
        put_off: false,
        paused: false,
        left_off: false,
        held: None,
        set_at: now,
        came_at: Some(now),
    };
    let session = Session {
        agreed_at: Some(now),
        agenda: Agenda {
            zone: Some(Zone::UTC),
            last_id: 1,
            reminders: vec![follow_up],
            ..Agenda::default()
        },
        ..Session::default()
    };
    let text = Event::Text(Private::new(text.to_owned()));
    let check = step(&CATALOG, session, &text, now).session.check?;
    let following = check.following?;
    let new = following.said.get(Field::Symptoms);
    Some((following.now, new.names(Field::Symptoms).collect()))
}

#[test]
fn what_people_say() {
    use Now::{Better, Gone, Same, Worse};
    let said: &[(&str, Now, Strs)] = &[
        ("still twitching", Same, &[]),
        ("It is still twitching.", Same, &[]),
        ("better but my arm is weak", Better, &["weakness"]),
        (
            "worse and my hand is numb",
            Worse,
            &["numbness_or_tingling"],
        ),
        ("no improvement", Same, &[]),
        ("hasn\u{2019}t changed", Same, &[]),
        ("it hasn't changed at all", Same, &[]),
        ("comes and goes", Same, &[]),
        ("it hasn't gone", Same, &[]),
        ("not gone yet", Same, &[]),
        ("it isn't any better", Same, &[]),
        ("not really worse", Same, &[]),
        ("no it is worse", Worse, &[]),
        ("no, worse", Worse, &[]),
        ("it's not the same, it's worse", Worse, &[]),
        ("gone but it came back", Same, &[]),
        ("not gone but better", Better, &[]),
        ("still there but better", Better, &[]),
        ("it is gone!", Gone, &[]),
        ("yes, it has stopped. thank you", Gone, &[]),
        ("no more twitching", Gone, &[]),
        ("it doesn't twitch any more", Gone, &[]),
        ("much better, no weakness", Better, &[]),
        (
            "My hand feels stiff and it got worse",
            Worse,
            &["stiffness"],
        ),
    ];
    for (text, now, new) in said {
        assert_eq!(read(text), Some((*now, new.to_vec())), "{text}");
    }
}

type Strs = &'static [&'static str];

#[test]
fn what_is_no_answer() {
    for text in [
        "is it getting worse?",
        "what is better, coffee or tea?",
        "less coffee is better for me",
        "my exam is over",
        "thanks",
        "hello",
        "good morning",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
