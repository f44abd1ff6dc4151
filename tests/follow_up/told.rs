//! What a follow-up says has changed.

use std::cmp::Ordering;

use twitchwise::triage::{Cause, follow_up};

use crate::{
    notes::{CATALOG, Names, adult, assessed, checked, day, reply, says},
    oracle::follow_up::Says,
};

/// What was answered, what is said after so many days; how the level moves, the rule to tell of,
/// and what made the difference.
type Told = (Names, Says, u32, Ordering, Option<(&'static str, Cause)>);

fn told() -> Vec<Told> {
    use Ordering::{Equal, Greater, Less};
    let sign = Says {
        danger_signs: vec!["seizure"],
        ..says("worse", &["weakness"])
    };
    let unsure = Says {
        danger_signs: vec!["not_sure"],
        ..says("same", &[])
    };
    vec![
        (&[], says("same", &[]), 7, Equal, None),
        (
            &[],
            says("same", &[]),
            14,
            Greater,
            Some(("over_two_weeks", Cause::Time)),
        ),
        (
            &[],
            says("worse", &[]),
            7,
            Greater,
            Some(("getting_worse", Cause::Worse)),
        ),
        (
            &[],
            says("better", &["stiffness"]),
            7,
            Greater,
            Some(("weak_or_stiff", Cause::New)),
        ),
        (&[], sign, 7, Greater, Some(("danger_sign", Cause::Signs))),
        (
            &[],
            unsure,
            7,
            Greater,
            Some(("danger_unsure", Cause::Signs)),
        ),
        (
            &[
                ("symptoms", "weakness"),
                ("symptoms_since", "over_3_months"),
            ],
            says("worse", &[]),
            7,
            Greater,
            Some(("progressive_weakness", Cause::Worse)),
        ),
        (
            &[
                ("context", "already_checked"),
                ("duration", "over_3_months"),
            ],
            says("same", &["fatigue"]),
            7,
            Greater,
            Some(("over_two_weeks", Cause::New)),
        ),
        (
            &[("symptoms", "stiffness")],
            says("same", &[]),
            14,
            Equal,
            Some(("over_two_weeks", Cause::Time)),
        ),
        (
            &[("context", "venomous_bite_or_sting")],
            says("same", &[]),
            4,
            Less,
            Some(("bite_or_chemical", Cause::Time)),
        ),
        (
            &[("danger_signs", "not_sure")],
            says("same", &[]),
            1,
            Less,
            Some(("danger_unsure", Cause::Signs)),
        ),
    ]
}

#[test]
fn it_says_what_has_changed_since() {
    for (answers, says, passed, level, why) in told() {
        let answered = follow_up(
            &CATALOG,
            &checked(&adult(answers)),
            reply(&says),
            day(passed),
        );
        let change = answered.expect("not ended").change;
        let told = change.why.map(|why| (why.rule.id.as_str(), why.cause));
        assert_eq!(
            (change.level, told),
            (level, why),
            "{answers:?} {says:?} {passed}"
        );
        let changed = !(change.new.is_empty() && change.gone.is_empty());
        assert_eq!(change.why.is_some(), changed);
    }
    // Worse the last time, not now: milder, and that is why.
    let (after, _) = assessed(&checked(&adult(&[])), &says("worse", &[]), 7);
    let answered = follow_up(&CATALOG, &after, reply(&says("same", &[])), day(8));
    let change = answered.expect("not ended").change;
    let why = change.why.map(|why| (why.rule.id.as_str(), why.cause));
    assert_eq!(
        (change.level, why),
        (Ordering::Less, Some(("getting_worse", Cause::Worse)))
    );
}
