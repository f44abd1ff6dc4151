//! Any answers, any replies, any days.

use std::{cmp::Ordering, collections::BTreeSet};

use proptest::{collection::vec, prelude::*, sample::select, sample::subsequence};
use twitchwise::{
    model::{Field, Subject},
    triage::{Cause, FollowUp, assess, follow_up},
};

use crate::{
    notes::{CATALOG, assessed, checked, choices, day, ids, reply, says},
    oracle::follow_up::{Notebook, Says, WINDOWS},
    space::{any_answers, assessment, field_named},
};

fn any_says() -> impl Strategy<Value = Says> {
    let values = |field: &str| field_named(field).values.clone();
    let mut signs = vec![vec![], vec!["none"], vec!["not_sure"]];
    signs.extend(values("danger_signs").into_iter().map(|sign| vec![sign]));
    let symptoms: Vec<_> = values("symptoms")
        .into_iter()
        .filter(|name| *name != "none")
        .collect();
    let new = prop_oneof![2 => Just(Vec::new()), 1 => subsequence(symptoms, 1..=3)];
    let signs = prop_oneof![4 => Just(vec!["none"]), 1 => select(signs)];
    (signs, new, select(vec!["gone", "better", "same", "worse"])).prop_map(
        |(danger_signs, new_symptoms, now)| Says {
            danger_signs,
            new_symptoms,
            now,
        },
    )
}

fn any_days() -> impl Strategy<Value = u32> {
    prop_oneof![3 => 0..20_u32, 2 => 20..100_u32, 1 => 100..2000_u32]
}

/// The last day on which something new began no longer than three months ago.
const QUARTER: u32 = 90;

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 3000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// The rules that look at when the symptoms began, or at a context with a window: time can end
/// them. Found in the content, so that a rule that begins to is noticed.
fn can_end() -> BTreeSet<&'static str> {
    let windowed = WINDOWS.map(|(name, _)| name);
    let windowed = choices(Field::Context, &windowed);
    let rules = CATALOG.rules.iter().filter(|rule| {
        let mut tests = rule.when.0.iter().flat_map(|clause| &clause.tests);
        tests.any(|test| match test.subject {
            Subject::Began => true,
            Subject::Field(field) => field == Field::Context && test.values.any(windowed),
            Subject::LeastDuration => false,
        })
    });
    rules.map(|rule| rule.id.as_str()).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_chain_of_follow_ups_is_judged_as_the_text_judges_it(
        said in any_answers(),
        chain in vec((any_says(), any_days()), 1..4),
    ) {
        let mut notebook = Notebook::new(said.clone());
        let mut followed = checked(&said);
        let mut on = 0;
        for (says, passed) in chain {
            on += passed;
            let verdict = notebook.hear(&says, on);
            let answered = follow_up(&CATALOG, &followed, reply(&says), day(on));
            let Some(FollowUp { followed: after, outcome, .. }) = answered else {
                prop_assert_eq!(verdict, None);
                break;
            };
            let verdict = verdict.expect("not gone");
            let fired: BTreeSet<_> = ids(&outcome).into_iter().collect();
            let expected: BTreeSet<_> = verdict.fired.iter().map(|(_, id)| *id).collect();
            prop_assert_eq!(fired, expected, "{:?} on day {}", says, on);
            prop_assert_eq!(outcome.level.name(), verdict.level);
            prop_assert_eq!(outcome.follow_up_days, verdict.follow_up_days);
            let missing: Vec<_> = outcome.missing.iter().map(|field| field.name()).collect();
            prop_assert_eq!(missing, verdict.missing);
            followed = after;
        }
    }

    #[test]
    fn a_sign_something_new_or_worse_never_lowers_the_level(
        said in any_answers(), says in any_says(), more in any_says(), days in any_days(),
    ) {
        // Later, something new dates the symptoms "over 3 months ago", and what never said when it began
        // is taken to have begun then: the rules say so.
        let days = days.min(QUARTER);
        // Where the symptoms were never answered, naming one answers the question.
        let mut said = said;
        said.entry("symptoms").or_insert_with(|| vec!["none"]);
        let less = Says { danger_signs: vec!["none"], now: "same", ..says.clone() };
        let (_, calm) = assessed(&checked(&said), &less, days);
        let both = [&less.new_symptoms[..], &more.new_symptoms].concat();
        let raised = [
            Says { danger_signs: more.danger_signs.clone(), ..less.clone() },
            Says { new_symptoms: both, ..less.clone() },
            Says { now: "worse", ..less.clone() },
        ];
        for raised in raised {
            let (_, outcome) = assessed(&checked(&said), &raised, days);
            prop_assert!(outcome.level >= calm.level, "{:?} on {:?}", raised, less);
        }
    }

    #[test]
    fn days_end_only_what_is_about_recent_things(
        said in any_answers(), days in any_days(), more in any_days(),
    ) {
        let before = checked(&said);
        let (_, early) = assessed(&before, &says("same", &[]), days);
        let (_, late) = assessed(&before, &says("same", &[]), days + more);
        let (early, late) = (ids(&early), ids(&late));
        let ended = early.iter().filter(|id| !late.contains(id));
        for id in ended {
            prop_assert!(can_end().contains(id), "{id} ended with the days");
        }
    }

    #[test]
    fn the_same_and_no_day_passed_is_the_check_itself(said in any_answers()) {
        let signs = said.get("danger_signs").cloned().unwrap_or_default();
        let says = Says { danger_signs: signs.clone(), ..says("same", &[]) };
        let (_, outcome) = assessed(&checked(&said), &says, 0);
        let sign = signs.iter().any(|sign| !matches!(*sign, "none" | "not_sure"));
        let check = assess(&CATALOG, &assessment(&said), false);
        // A danger sign takes "already checked" away.
        prop_assert!(sign || outcome == check);
        prop_assert_eq!(outcome.level, check.level);
    }

    #[test]
    fn what_is_told_fits_the_outcome(
        said in any_answers(), says in any_says(), days in any_days(),
    ) {
        let before = checked(&said);
        let last = assess(&CATALOG, &assessment(&said), false);
        if let Some(FollowUp { outcome, change, .. }) =
            follow_up(&CATALOG, &before, reply(&says), day(days))
        {
            prop_assert_eq!(change.level, outcome.level.cmp(&last.level));
            let why = change.why.map(|why| (why.rule.level, outcome.reasons.contains(&why.rule)));
            match change.level {
                Ordering::Greater => prop_assert_eq!(why, Some((outcome.level, true))),
                Ordering::Less => prop_assert_eq!(why, Some((last.level, false))),
                Ordering::Equal => {}
            }
            let changed = !(change.new.is_empty() && change.gone.is_empty());
            prop_assert_eq!(change.why.is_some(), changed);
            if let Some(why) = change.why {
                let silent = says.new_symptoms.is_empty();
                prop_assert!(!silent || why.cause != Cause::New);
                prop_assert!(says.now == "worse" || why.cause != Cause::Worse);
            }
        }
    }
}
