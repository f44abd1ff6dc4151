//! The triage rules against an independent transcription of the clinical table: over every pair of
//! answers on top of several bases, over every answer on top of every worked case, and sampled.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod oracle;
mod schema;
#[path = "triage/space.rs"]
mod space;

use std::{collections::BTreeSet, sync::LazyLock, thread};

use oracle::{Said, judge, rules};
use proptest::prelude::*;
use space::{ANSWERS, answer, any_answers, assessment, bases, line, names};
use twitchwise::{
    content,
    model::{Assessment, Catalog, Field, Level, Trigger},
    triage::{Outcome, assess},
};

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| content::embedded().unwrap_or_else(|problems| panic!("{problems}")));

/// Everything that is wrong with what the rules make of these answers.
fn wrong(said: &Said, worse: bool) -> Option<String> {
    let answers = assessment(said);
    let outcome = assess(&CATALOG, &answers, worse);
    let table = judge(said, worse);
    let fired: BTreeSet<_> = outcome
        .reasons
        .iter()
        .map(|rule| (rule.level.name(), rule.id.as_str()))
        .collect();
    let expected: BTreeSet<_> = table.fired.iter().copied().collect();
    let missing: Vec<_> = outcome.missing.iter().map(|field| field.name()).collect();
    let mut found = Vec::new();
    let mut hold = |holds: bool, what: &str| {
        if !holds {
            found.push(what.to_owned());
        }
    };
    hold(
        fired == expected,
        &format!("fired {fired:?}, the table says {expected:?}"),
    );
    hold(
        outcome.level.name() == table.level,
        "another level than the table's",
    );
    hold(
        missing == table.missing,
        "other key questions missing than in the table",
    );
    hold(
        outcome.follow_up_days == table.follow_up_days,
        "another follow-up than the table's",
    );
    let sorted = outcome
        .reasons
        .windows(2)
        .all(|pair| pair[0].level >= pair[1].level);
    hold(sorted, "reasons not sorted most serious first");
    let highest = outcome.reasons.iter().map(|rule| rule.level).max();
    hold(
        outcome.level == highest.unwrap_or(Level::SelfCare),
        "not the highest level that fired",
    );
    hold(
        advice_fits(&answers, &outcome),
        "advice that answers nothing chosen, or none for a choice",
    );
    let emergency = outcome.level == Level::Emergency;
    hold(
        !emergency || !outcome.first_aid.is_empty(),
        "an emergency without first aid",
    );
    hold(
        !emergency || outcome.advice.is_empty(),
        "advice at an emergency",
    );
    hold(
        emergency || !outcome.watch.is_empty(),
        "nothing to watch for",
    );
    (!found.is_empty()).then(|| format!("{}\n  {}", line(said), found.join("\n  ")))
}

/// The fields whose every value but `none` has advice of its own.
const ADVISED: [Field; 3] = [Field::Lifestyle, Field::Symptoms, Field::Context];

/// Advice answers what was chosen; and every factor, symptom and context chosen gets some.
fn advice_fits(answers: &Assessment, outcome: &Outcome<'_>) -> bool {
    let given: BTreeSet<_> = outcome
        .advice
        .iter()
        .filter_map(|advice| advice.factor)
        .collect();
    let chosen = |(field, value): &(Field, u8)| answers.get(*field).has(*value);
    let wanted = |field: Field| {
        let none = field.value_named("none").expect("none");
        answers
            .get(field)
            .without(none)
            .indexes()
            .map(move |value| (field, value))
    };
    let all_given = outcome.level == Level::Emergency
        || ADVISED
            .into_iter()
            .flat_map(wanted)
            .all(|factor| given.contains(&factor));
    given.iter().all(chosen) && all_given
}

/// Fails with the first few of them.
fn none_wrong(wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{} wrong, the first:\n{}",
        wrong.len(),
        wrong.iter().take(5).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn the_table_and_the_content_have_the_same_rules() {
    let table: BTreeSet<_> = rules().map(|(level, (id, _))| (level, id)).collect();
    let content: BTreeSet<_> = CATALOG
        .rules
        .iter()
        .map(|rule| (rule.level.name(), rule.id.as_str()))
        .collect();
    assert_eq!(content, table);
}

#[test]
fn every_pair_of_answers_on_every_base() {
    let pairs_on = |base: &Said| {
        let mut found = Vec::new();
        for (n, (field, value)) in ANSWERS.iter().enumerate() {
            let one = answer(base, field, value);
            for (field, value) in &ANSWERS[n..] {
                found.extend(wrong(&answer(&one, field, value), false));
            }
        }
        found
    };
    let bases = bases();
    let found: Vec<_> = thread::scope(|scope| {
        let halves = bases.chunks(bases.len().div_ceil(2));
        let working: Vec<_> = halves
            .map(|half| scope.spawn(|| half.iter().flat_map(pairs_on).collect::<Vec<_>>()))
            .collect();
        working
            .into_iter()
            .flat_map(|half| half.join().expect("no panic"))
            .collect()
    });
    none_wrong(&found);
}

#[test]
fn every_answer_on_every_worked_case() {
    let mut found = Vec::new();
    for case in CATALOG.rules.iter().flat_map(|rule| &rule.cases) {
        let base = names(&case.answers);
        for (field, value) in ANSWERS.iter() {
            found.extend(wrong(&answer(&base, field, value), case.worse));
        }
    }
    none_wrong(&found);
}

#[test]
fn every_rule_has_a_case_on_each_side() {
    for rule in &CATALOG.rules {
        for side in [true, false] {
            let cases = rule.cases.iter().filter(|case| case.fires == side);
            assert!(cases.count() > 0, "{}: no case that fires: {side}", rule.id);
        }
        for case in &rule.cases {
            let table = judge(&names(&case.answers), case.worse);
            let fires = table.fired.iter().any(|(_, id)| *id == rule.id.as_str());
            assert_eq!(
                fires,
                case.fires,
                "{}: {}",
                rule.id,
                line(&names(&case.answers))
            );
        }
    }
}

#[test]
fn every_danger_sign_has_first_aid_of_its_own_whatever_else_was_answered() {
    let signs = Field::DangerSigns.values();
    for sign in signs
        .iter()
        .filter(|sign| !matches!(**sign, "none" | "not_sure"))
    {
        for base in bases() {
            let mut base = base;
            base.insert("danger_signs", vec![sign]);
            for (field, value) in ANSWERS
                .iter()
                .filter(|(field, _)| field.name != "danger_signs")
            {
                let answers = assessment(&answer(&base, field, value));
                let outcome = assess(&CATALOG, &answers, false);
                assert_eq!(outcome.level, Level::Emergency, "{sign}");
                let index = Field::DangerSigns.value_named(sign).expect("a sign");
                let own = outcome
                    .first_aid
                    .iter()
                    .any(|aid| aid.trigger == Trigger::Sign(index));
                assert!(own, "{sign} with {value}: no first aid");
            }
        }
    }
}

#[test]
fn every_emergency_rule_has_first_aid_of_its_own() {
    for rule in CATALOG
        .rules
        .iter()
        .filter(|rule| rule.level == Level::Emergency)
    {
        if rule.id.as_str() == "danger_sign" {
            continue; // Each sign has its own.
        }
        let given = rule.cases.iter().filter(|case| case.fires).any(|case| {
            let outcome = assess(&CATALOG, &case.answers, case.worse);
            let own = Trigger::Rule(rule.id.clone());
            outcome.first_aid.iter().any(|aid| aid.trigger == own)
        });
        assert!(given, "{}: no case of it is given its first aid", rule.id);
    }
}

#[test]
fn a_danger_sign_never_lowers_the_level() {
    for base in bases() {
        for (field, value) in ANSWERS.iter() {
            let before = answer(&base, field, value);
            let level = assess(&CATALOG, &assessment(&before), false).level;
            for sign in &space::field_named("danger_signs").values {
                let after = answer(&before, space::field_named("danger_signs"), sign);
                let raised = assess(&CATALOG, &assessment(&after), false).level;
                let is_sign = !matches!(*sign, "none" | "not_sure");
                assert!(!is_sign || raised >= level, "{sign} on {}", line(&before));
            }
        }
    }
}

/// What "no" is called in each field that can be answered so.
const NO: [(&str, &str); 6] = [
    ("danger_signs", "none"),
    ("symptoms", "none"),
    ("context", "none"),
    ("lifestyle", "none"),
    ("impact", "none"),
    ("pregnancy", "no"),
];

fn unanswered_is_no_better(said: &Said) -> Result<(), String> {
    let level = |said: &Said| assess(&CATALOG, &assessment(said), false).level;
    for (field, no) in NO {
        let denied = answer(said, space::field_named(field), no);
        let mut skipped = said.clone();
        skipped.remove(field);
        if level(&skipped) < level(&denied) {
            return Err(format!("without {field}: {}", line(said)));
        }
    }
    let sure = answer(said, space::field_named("danger_signs"), "none");
    let unsure = answer(said, space::field_named("danger_signs"), "not_sure");
    if level(&unsure) < level(&sure) {
        return Err(format!("not sure: {}", line(said)));
    }
    Ok(())
}

#[test]
fn an_unanswered_question_is_never_better_than_no() {
    for base in bases() {
        for (field, value) in ANSWERS.iter() {
            unanswered_is_no_better(&answer(&base, field, value)).expect("no better");
        }
    }
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(3000))]

    #[test]
    fn any_answers_are_judged_as_the_table_judges_them(said in any_answers(), worse: bool) {
        prop_assert_eq!(wrong(&said, worse), None);
        prop_assert_eq!(unanswered_is_no_better(&said), Ok(()));
    }
}
