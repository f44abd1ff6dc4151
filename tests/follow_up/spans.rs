//! The boundaries of every band and of every window.

use twitchwise::model::{Field, Level};

use crate::{
    notes::{BANDS, adult, assessed, checked, day, ids, names, says},
    oracle::follow_up::WINDOWS,
};

#[test]
fn a_band_counts_as_its_last_day() {
    // What was answered, the days that passed, what it is then.
    let table = [
        (0, 0, 0),
        (0, 1, 1),
        (0, 2, 1),
        (0, 3, 2),
        (0, 13, 2),
        (0, 14, 3),
        (0, 27, 3),
        (0, 28, 4),
        (0, 89, 4),
        (0, 90, 5),
        (1, 0, 1),
        (1, 1, 2),
        (1, 11, 2),
        (1, 12, 3),
        (1, 25, 3),
        (1, 26, 4),
        (1, 87, 4),
        (1, 88, 5),
        (2, 0, 2),
        (2, 1, 3),
        (2, 14, 3),
        (2, 15, 4),
        (2, 76, 4),
        (2, 77, 5),
        (3, 0, 3),
        (3, 1, 4),
        (3, 62, 4),
        (3, 63, 5),
        (4, 0, 4),
        (4, 1, 5),
        (5, 0, 5),
        (5, 1000, 5),
    ];
    for (was, passed, is) in table {
        for field in ["duration", "symptoms_since"] {
            let before = checked(&adult(&[(field, BANDS[was])]));
            let field = Field::named(field).expect("a field");
            let now = names(&before, day(passed), field);
            assert_eq!(now, [BANDS[is]], "{} and {passed} days", BANDS[was]);
        }
    }
}

#[test]
fn for_over_two_weeks_a_band_counts_as_its_first_day() {
    // The first day on which it is surely over two weeks.
    for (band, first) in [(0, 15), (1, 14), (2, 11), (3, 0), (4, 0), (5, 0)] {
        let before = checked(&adult(&[("duration", BANDS[band])]));
        for passed in 0..30 {
            let (_, outcome) = assessed(&before, &says("same", &[]), passed);
            let fires = ids(&outcome).contains(&"over_two_weeks");
            assert_eq!(fires, passed >= first, "{} and {passed}", BANDS[band]);
            let watched = outcome
                .watch
                .iter()
                .any(|watch| watch.id.as_str() == "over_two_weeks");
            assert_eq!(watched, !fires, "to watch for until it has come");
        }
    }
}

#[test]
fn other_rules_go_by_the_last_day() {
    let exercise = adult(&[
        ("locations", "calf"),
        ("timing", "after_exercise"),
        ("duration", "1_to_3_days"),
    ]);
    let (_, outcome) = assessed(&checked(&exercise), &says("same", &[]), 0);
    assert_eq!(outcome.level, Level::SelfCare);
    let (_, outcome) = assessed(&checked(&exercise), &says("same", &[]), 1);
    assert_eq!(ids(&outcome), ["more_than_one_place"]);

    let constant = adult(&[("frequency", "constant"), ("duration", "under_1_day")]);
    let (_, outcome) = assessed(&checked(&constant), &says("same", &[]), 0);
    assert_eq!(outcome.level, Level::SelfCare);
    let (_, outcome) = assessed(&checked(&constant), &says("same", &[]), 1);
    assert_eq!(ids(&outcome), ["constant"]);

    let weak = adult(&[("symptoms", "weakness"), ("symptoms_since", "under_1_day")]);
    for (passed, fires) in [(0, true), (2, true), (3, false)] {
        let (_, outcome) = assessed(&checked(&weak), &says("same", &[]), passed);
        assert_eq!(
            ids(&outcome).contains(&"sudden_weakness"),
            fires,
            "{passed}"
        );
    }
}

#[test]
fn context_is_dropped_past_its_window() {
    for value in Field::Context.values() {
        let window = WINDOWS.iter().find(|(name, _)| name == value);
        let before = checked(&adult(&[("context", value)]));
        let beside = checked(&adult(&[("context", "diabetes"), ("context", value)]));
        for passed in [0, 3, 4, 14, 15, 28, 29, 56, 57, 400] {
            let counts = window.is_none_or(|(_, last)| passed <= *last);
            let left = names(&before, day(passed), Field::Context);
            assert_eq!(left, [if counts { value } else { "none" }], "{passed}");
            let has = names(&beside, day(passed), Field::Context);
            assert_eq!(has.contains(value), counts, "{value} and {passed} days");
            assert!(has.contains(&"diabetes") || *value == "none");
        }
    }
    let bitten = checked(&adult(&[("context", "venomous_bite_or_sting")]));
    assert_eq!(
        assessed(&bitten, &says("same", &[]), 3).1.level,
        Level::Urgent
    );
    let (_, outcome) = assessed(&bitten, &says("same", &[]), 4);
    assert_eq!(outcome.level, Level::SelfCare);
    assert!(outcome.missing.is_empty(), "the question stays answered");
}
