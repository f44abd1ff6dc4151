//! What the tests of follow-ups share: answers by name, days by number.

use std::sync::LazyLock;

use jiff::{ToSpan, civil::Date};
use twitchwise::{
    content,
    model::{Catalog, Choices, Field},
    triage::{Followed, Now, Outcome, Reply, follow_up},
};

use crate::{
    oracle::{Said, follow_up::Says},
    space::{assessment, said},
};

pub(crate) static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| content::embedded().unwrap_or_else(|problems| panic!("{problems}")));

pub(crate) const MONDAY: Date = jiff::civil::date(2026, 2, 2);

pub(crate) fn day(days: u32) -> Date {
    MONDAY
        .checked_add(i64::from(days).days())
        .expect("a day of the calendar")
}

pub(crate) fn choices(field: Field, names: &[&str]) -> Choices {
    let index = |name: &&str| field.value_named(name).expect("a value");
    Choices::of(names.iter().map(index))
}

pub(crate) fn reply(says: &Says) -> Reply {
    Reply {
        danger_signs: choices(Field::DangerSigns, &says.danger_signs),
        new_symptoms: choices(Field::Symptoms, &says.new_symptoms),
        now: match says.now {
            "gone" => Now::Gone,
            "better" => Now::Better,
            "same" => Now::Same,
            "worse" => Now::Worse,
            other => panic!("{other}"),
        },
    }
}

pub(crate) fn says(now: &'static str, new_symptoms: &[&'static str]) -> Says {
    Says {
        danger_signs: vec!["none"],
        new_symptoms: new_symptoms.to_vec(),
        now,
    }
}

/// Answers by name.
pub(crate) type Names = &'static [(&'static str, &'static str)];

/// Harmless answers, with these in place of them or beside them.
pub(crate) fn adult(answers: &[(&'static str, &'static str)]) -> Said {
    let harmless = [
        ("age_group", "adult"),
        ("danger_signs", "none"),
        ("locations", "eyelid"),
        ("duration", "1_to_3_days"),
        ("symptoms", "none"),
        ("context", "none"),
    ];
    said(&[&harmless[..], answers].concat())
}

pub(crate) fn checked(said: &Said) -> Followed {
    Followed::new(assessment(said), MONDAY)
}

pub(crate) fn assessed<'c>(before: &Followed, says: &Says, days: u32) -> (Followed, Outcome<'c>) {
    let answered = follow_up(&CATALOG, before, reply(says), day(days)).expect("not ended");
    (answered.followed, answered.outcome)
}

pub(crate) fn ids<'o>(outcome: &'o Outcome<'_>) -> Vec<&'o str> {
    outcome
        .reasons
        .iter()
        .map(|rule| rule.id.as_str())
        .collect()
}

pub(crate) fn names(followed: &Followed, day: Date, field: Field) -> Vec<&'static str> {
    followed.on(day).get(field).names(field).collect()
}

pub(crate) const BANDS: [&str; 6] = [
    "under_1_day",
    "1_to_3_days",
    "4_to_14_days",
    "2_to_4_weeks",
    "1_to_3_months",
    "over_3_months",
];
