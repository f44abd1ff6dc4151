//! What is offered for the clock of a person.

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
        Action, Choice, ClockChoice, ClockStage, Doing, Effect, Event, Located, Remind, Scene,
        Session, step,
    },
    model::{Catalog, Private},
    schedule::Zone,
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
