//! Follow-up answers: every sentence of the clinical text as a case, the boundaries of every band
//! and window, and any answers against a transcription of the text that shares nothing with it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

#[path = "follow_up/any.rs"]
mod any;
#[path = "follow_up/asked.rs"]
mod asked;
#[path = "follow_up/notes.rs"]
mod notes;
mod oracle;
mod schema;
#[path = "triage/space.rs"]
mod space;
#[path = "follow_up/spans.rs"]
mod spans;
#[path = "follow_up/told.rs"]
mod told;
#[path = "follow_up/typed.rs"]
mod typed;

use notes::{
    BANDS, CATALOG, MONDAY, Names, adult, assessed, checked, day, ids, names, reply, says,
};
use oracle::follow_up::Says;
use space::assessment;
use twitchwise::{
    model::{Field, Level},
    triage::{Followed, follow_up},
};

#[test]
fn the_next_follow_up_follows_from_the_outcome() {
    let cases: [(Names, Says, u32, Option<u32>); 6] = [
        (&[], says("same", &[]), 7, Some(4)),
        (
            &[("duration", "under_1_day")],
            says("same", &[]),
            2,
            Some(7),
        ),
        (
            &[("duration", "4_to_14_days")],
            says("same", &[]),
            4,
            Some(7),
        ),
        (
            &[("duration", "4_to_14_days")],
            says("same", &[]),
            11,
            Some(14),
        ),
        (&[], says("same", &["blank_spells"]), 7, Some(1)),
        (
            &[],
            Says {
                danger_signs: vec!["chest_pain"],
                ..says("same", &[])
            },
            7,
            None,
        ),
    ];
    for (answers, says, passed, next) in cases {
        let (_, outcome) = assessed(&checked(&adult(answers)), &says, passed);
        assert_eq!(outcome.follow_up_days, next, "{answers:?} {says:?}");
    }
}

#[test]
fn danger_signs_are_asked_anew() {
    let before = checked(&adult(&[]));
    let seizure = Says {
        danger_signs: vec!["seizure"],
        ..says("gone", &[])
    };
    let (after, outcome) = assessed(&before, &seizure, 7);
    assert_eq!(outcome.level, Level::Emergency);
    assert!(ids(&outcome).contains(&"danger_sign"));
    let (_, outcome) = assessed(&after, &says("same", &[]), 20);
    assert_ne!(outcome.level, Level::Emergency, "what was said now counts");
    for (signs, rule) in [(vec!["not_sure"], "danger_unsure"), (vec![], "incomplete")] {
        let unsure = Says {
            danger_signs: signs,
            ..says("gone", &[])
        };
        let (_, outcome) = assessed(&before, &unsure, 7);
        assert!(
            ids(&outcome).contains(&rule),
            "{rule}: gone is no answer to that"
        );
    }
}

#[test]
fn something_new_dates_the_symptoms() {
    for (passed, since) in [
        (0, 0),
        (1, 1),
        (3, 1),
        (4, 2),
        (14, 2),
        (15, 3),
        (28, 3),
        (29, 4),
        (90, 4),
        (91, 5),
    ] {
        let before = checked(&adult(&[
            ("symptoms", "fatigue"),
            ("symptoms_since", "over_3_months"),
        ]));
        let (after, _) = assessed(&before, &says("better", &["double_vision"]), passed);
        let field = Field::SymptomsSince;
        assert_eq!(names(&after, day(passed), field), [BANDS[since]]);
        let symptoms = names(&after, day(passed), Field::Symptoms);
        assert_eq!(symptoms, ["double_vision", "fatigue"]);
    }
    // From the last answers, not from the check; and it is moved on from its own day.
    let (second, _) = assessed(&checked(&adult(&[])), &says("same", &[]), 20);
    let (third, _) = assessed(&second, &says("same", &["weakness"]), 22);
    assert_eq!(
        names(&third, day(22), Field::SymptomsSince),
        ["1_to_3_days"]
    );
    assert_eq!(names(&third, day(22), Field::Symptoms), ["weakness"]);
    assert_eq!(
        names(&third, day(23), Field::SymptomsSince),
        ["4_to_14_days"]
    );
    // Nothing new leaves the date as it was.
    let dated = checked(&adult(&[
        ("symptoms", "weakness"),
        ("symptoms_since", "under_1_day"),
    ]));
    let (after, _) = assessed(&dated, &says("worse", &[]), 5);
    assert_eq!(
        names(&after, day(5), Field::SymptomsSince),
        ["4_to_14_days"]
    );
}

#[test]
fn already_checked_is_dropped_on_worse_or_anything_new() {
    let before = checked(&adult(&[
        ("context", "already_checked"),
        ("duration", "1_to_3_months"),
    ]));
    let sign = Says {
        danger_signs: vec!["locked_jaw"],
        ..says("same", &[])
    };
    let cases = [
        (says("same", &[]), true),
        (says("better", &[]), true),
        (says("worse", &[]), false),
        (says("better", &["fatigue"]), false),
        (says("gone", &["fatigue"]), false),
        (sign, false),
    ];
    for (says, kept) in cases {
        let (after, outcome) = assessed(&before, &says, 7);
        let context = names(&after, day(7), Field::Context);
        assert_eq!(context, [if kept { "already_checked" } else { "none" }]);
        assert_eq!(ids(&outcome).contains(&"over_two_weeks"), !kept, "{says:?}");
        let (_, later) = assessed(&after, &self::says("same", &[]), 14);
        assert_eq!(
            ids(&later).contains(&"over_two_weeks"),
            !kept,
            "it stays dropped"
        );
    }
}

#[test]
fn worse_fires_getting_worse() {
    for (now, fires) in [("better", false), ("same", false), ("worse", true)] {
        let (_, outcome) = assessed(&checked(&adult(&[])), &says(now, &[]), 7);
        assert_eq!(ids(&outcome).contains(&"getting_worse"), fires, "{now}");
        let level = if fires {
            Level::SeeDoctor
        } else {
            Level::SelfCare
        };
        assert_eq!(outcome.level, level);
    }
}

#[test]
fn worse_with_weakness_counts_as_growing_weakness() {
    let weak = [
        ("symptoms", "weakness"),
        ("symptoms_since", "1_to_3_months"),
    ];
    let before = checked(&adult(&weak));
    let (_, outcome) = assessed(&before, &says("same", &[]), 7);
    assert_eq!(ids(&outcome), ["weak_or_stiff"]);
    let (after, outcome) = assessed(&before, &says("worse", &[]), 7);
    assert_eq!(
        ids(&outcome),
        ["progressive_weakness", "getting_worse", "weak_or_stiff"]
    );
    let (_, outcome) = assessed(&after, &says("same", &[]), 8);
    assert_eq!(outcome.level, Level::Urgent, "as bad as when it was worse");
    let (_, outcome) = assessed(&checked(&adult(&[])), &says("worse", &["weakness"]), 7);
    assert!(
        ids(&outcome).contains(&"fast_weakness"),
        "weakness that is new counts, too"
    );
}

#[test]
fn gone_ends() {
    for answers in [adult(&[]), adult(&[("symptoms", "weakness_getting_worse")])] {
        for passed in [0, 7, 100] {
            let ended = follow_up(
                &CATALOG,
                &checked(&answers),
                reply(&says("gone", &[])),
                day(passed),
            );
            assert_eq!(ended, None);
        }
    }
    let none = says("gone", &["none"]);
    let ended = follow_up(&CATALOG, &checked(&adult(&[])), reply(&none), day(7));
    assert_eq!(ended, None);
    let (_, outcome) = assessed(&checked(&adult(&[])), &says("gone", &["weakness"]), 7);
    assert_eq!(
        outcome.level,
        Level::SeeDoctor,
        "the twitch is gone, but something is new"
    );
}

#[test]
fn a_clock_that_went_back_moves_nothing() {
    let answers = adult(&[
        ("symptoms", "weakness"),
        ("context", "venomous_bite_or_sting"),
    ]);
    let mut before = checked(&answers);
    before.checked = day(30);
    before.symptoms = day(30);
    assert_eq!(before.on(MONDAY), assessment(&answers));
}

#[test]
fn what_is_followed_can_be_stored_and_says_nothing_in_logs() {
    let (after, _) = assessed(&checked(&adult(&[])), &says("worse", &["weakness"]), 7);
    let stored = serde_json::to_string(&after).expect("it is stored");
    let read: Followed = serde_json::from_str(&stored).expect("it is read");
    assert_eq!(read, after);
    let logged = format!("{after:?} {:?}", reply(&says("worse", &["weakness"])));
    assert!(
        !logged.contains("weakness") && !logged.contains("eyelid"),
        "{logged}"
    );
}
