//! The space of answers: what every test of the rules starts from and moves through.

#![allow(dead_code, reason = "each test file uses its share")]
#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::sync::LazyLock;

use proptest::{collection::vec, prelude::*, sample::subsequence};
use serde_json::{Map, Value, json};
use twitchwise::model::{Assessment, Choices, Field};

use super::{
    oracle::Said,
    schema::{self, FIELDS},
};

/// Every value of every field.
pub(crate) static ANSWERS: LazyLock<Vec<(&'static schema::Field, &'static str)>> =
    LazyLock::new(|| {
        let values = |field: &'static schema::Field| field.values.iter().map(move |v| (field, *v));
        FIELDS.iter().flat_map(values).collect()
    });

/// Where the enumeration starts: from nothing, from harmless answers at every age, and from the
/// middle of the rules that look at most fields.
pub(crate) fn bases() -> Vec<Said> {
    let harmless = |age: &'static str, duration: &'static str| {
        said(&[
            ("age_group", age),
            ("danger_signs", "none"),
            ("locations", "eyelid"),
            ("duration", duration),
            ("symptoms", "none"),
            ("context", "none"),
        ])
    };
    let with = |base: &Said, answers: &[(&'static str, &'static str)]| {
        answers.iter().fold(base.clone(), |said, (field, value)| {
            answer(&said, field_named(field), value)
        })
    };
    let adult = harmless("adult", "1_to_3_days");
    let month = harmless("older_adult", "1_to_3_months");
    vec![
        Said::new(),
        harmless("baby", "4_to_14_days"),
        with(
            &adult,
            &[("danger_signs", "not_sure"), ("frequency", "constant")],
        ),
        with(
            &adult,
            &[
                ("symptoms", "fever"),
                ("symptoms", "palpitations_or_shaking"),
            ],
        ),
        with(
            &month,
            &[
                ("symptoms", "weakness_getting_worse"),
                ("context", "new_medicine"),
            ],
        ),
        with(
            &month,
            &[
                ("timing", "after_exercise"),
                ("symptoms", "memory_or_behaviour_change"),
                ("symptoms_since", "2_to_4_weeks"),
                ("context", "stopped_medicine"),
            ],
        ),
        with(
            &adult,
            &[
                ("timing", "with_movement"),
                ("impact", "some"),
                ("lifestyle", "hard_exercise"),
                ("context", "already_checked"),
            ],
        ),
        adult,
    ]
}

/// Answers from their names.
pub(crate) fn said(answers: &[(&'static str, &'static str)]) -> Said {
    answers.iter().fold(Said::new(), |said, (field, value)| {
        answer(&said, field_named(field), value)
    })
}

pub(crate) fn field_named(name: &str) -> &'static schema::Field {
    FIELDS
        .iter()
        .find(|field| field.name == name)
        .expect("a field")
}

/// The same with one more answer: added to a list, in place of another otherwise.
pub(crate) fn answer(said: &Said, field: &schema::Field, value: &'static str) -> Said {
    let mut said = said.clone();
    let chosen = said.entry(field.name).or_default();
    let alone = |value: &str| matches!(value, "none" | "not_sure");
    if !field.list || alone(value) {
        chosen.clear();
    }
    chosen.retain(|other| !alone(other) && *other != value);
    chosen.push(value);
    said
}

/// The same as the product's own value.
pub(crate) fn assessment(said: &Said) -> Assessment {
    let mut assessment = Assessment::default();
    for (name, values) in said {
        let field = Field::named(name).expect("a field");
        let index = |value: &&str| field.value_named(value).expect("a value");
        assessment.set(field, Choices::of(values.iter().map(index)));
    }
    assessment
}

/// The product's own value as names.
pub(crate) fn names(assessment: &Assessment) -> Said {
    let answered = Field::ALL
        .into_iter()
        .filter(|field| !assessment.get(*field).is_empty());
    answered
        .map(|field| (field.name(), assessment.get(field).names(field).collect()))
        .collect()
}

/// The same as a line of the published format.
pub(crate) fn line(said: &Said) -> Value {
    let fields = said.iter().map(|(name, values)| {
        let value = if field_named(name).list {
            json!(values)
        } else {
            json!(values[0])
        };
        ((*name).to_owned(), value)
    });
    Value::Object(fields.collect::<Map<_, _>>())
}

/// Any valid answers: each field skipped, answered by one value, or by several.
pub(crate) fn any_answers() -> impl Strategy<Value = Said> {
    let fields: Vec<_> = FIELDS.iter().map(any_field).collect();
    fields.prop_map(|answers| answers.into_iter().flatten().collect())
}

fn any_field(
    field: &'static schema::Field,
) -> BoxedStrategy<Option<(&'static str, Vec<&'static str>)>> {
    let name = field.name;
    let one = proptest::sample::select(field.values.clone()).prop_map(|value| vec![value]);
    let (_, together): (Vec<_>, Vec<_>) = field
        .values
        .iter()
        .partition(|value| matches!(**value, "none" | "not_sure"));
    let several = if field.list {
        let most = together.len().min(6);
        let some = subsequence(together, 1..=most);
        prop_oneof![3 => some, 1 => one.clone()].boxed()
    } else {
        one.clone().boxed()
    };
    prop_oneof![1 => Just(None), 3 => several.prop_map(move |values| Some((name, values)))].boxed()
}

/// Lines that are nearly right: values of other fields, unknown ones, twice, none, of a wrong kind.
pub(crate) fn nearly_a_line() -> impl Strategy<Value = Value> {
    let name = proptest::sample::select(
        FIELDS
            .iter()
            .map(|field| field.name)
            .chain(["id", "pulse"])
            .collect::<Vec<_>>(),
    );
    let known = proptest::sample::select(ANSWERS.clone()).prop_map(|(_, value)| json!(value));
    let odd = prop_oneof![
        Just(json!("none")),
        Just(json!("not_sure")),
        Just(json!("")),
        Just(json!("Eyelid")),
        Just(json!(null)),
        Just(json!(1)),
        Just(json!(true)),
        Just(json!({ "value": "none" })),
        Just(json!(["none"])),
    ];
    let scalar = prop_oneof![4 => known, 1 => odd];
    let own = proptest::sample::select(FIELDS.clone()).prop_flat_map(|field| {
        let name = field.name;
        let value = proptest::sample::select(field.values.clone());
        let value = if field.list {
            vec(value, 0..4).prop_map(|values| json!(values)).boxed()
        } else {
            value.prop_map(|value| json!(value)).boxed()
        };
        value.prop_map(move |value| (name.to_owned(), value))
    });
    let any = (
        name,
        prop_oneof![scalar.clone(), vec(scalar, 0..3).prop_map(Value::Array)],
    );
    let any = any.prop_map(|(name, value)| (name.to_owned(), value));
    let fields = prop_oneof![8 => own, 1 => any];
    vec(fields, 0..4).prop_map(|fields| Value::Object(fields.into_iter().collect()))
}
