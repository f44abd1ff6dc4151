//! The published formats: what `assess` reads and writes is what the schemas say, no more, no less.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod oracle;
mod schema;
#[path = "triage/space.rs"]
mod space;

use std::{collections::BTreeSet, sync::LazyLock};

use oracle::{LEVELS, Said};
use proptest::prelude::*;
use serde_json::Value;
use space::{any_answers, assessment, line, names, nearly_a_line, said};
use twitchwise::{
    content,
    machine::{Plain, whole, write},
    model::{Assessment, Catalog},
    triage::{assess, report},
};

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| content::embedded().unwrap_or_else(|problems| panic!("{problems}")));

/// The report of these answers as scripts read it.
fn reported(said: &Said) -> Value {
    let answers = assessment(said);
    let outcome = assess(&CATALOG, &answers, false);
    let mut message = Plain::default();
    write(&whole(&CATALOG, &outcome), &CATALOG.words, &mut message);
    let report = report(&CATALOG, Some("a label"), &outcome, &message.0);
    serde_json::to_value(report).expect("JSON")
}

/// What is wrong with a report: by the schema, and with what the schema can't say.
fn misreported(report: &Value) -> Vec<String> {
    let mut found = schema::violations(&schema::OUTCOME, report);
    let known = &schema::OUTCOME["properties"];
    let fields = report.as_object().expect("an object");
    found.extend(
        fields
            .keys()
            .filter(|name| known.get(name).is_none())
            .cloned(),
    );
    let list = |name: &str| report[name].as_array().expect("a list").clone();
    let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
    let pieces = list("reasons").into_iter().chain(list("advice"));
    found.extend(
        pieces
            .filter(|piece| text(&piece["text"]).is_empty())
            .map(|p| p.to_string()),
    );
    found.extend(
        list("watch_for")
            .iter()
            .filter(|w| text(w).is_empty())
            .map(Value::to_string),
    );
    let cited: BTreeSet<_> = list("reasons")
        .into_iter()
        .chain(list("advice"))
        .flat_map(|piece| piece["sources"].as_array().cloned().unwrap_or_default())
        .map(|key| text(&key))
        .collect();
    let given: BTreeSet<_> = list("sources")
        .iter()
        .map(|source| text(&source["key"]))
        .collect();
    found.extend(
        cited
            .difference(&given)
            .map(|key| format!("{key} is cited and not given")),
    );
    let level = text(&report["level"]);
    if !LEVELS.contains(&level.as_str()) || text(&report["message"]).is_empty() {
        found.push("no level or no message".to_owned());
    }
    if report["complete"] != Value::Bool(list("missing").is_empty()) {
        found.push("complete and missing disagree".to_owned());
    }
    found
}

#[test]
fn every_report_of_a_worked_case_is_as_published() {
    for case in CATALOG.rules.iter().flat_map(|rule| &rule.cases) {
        let report = reported(&names(&case.answers));
        let found = misreported(&report);
        assert!(found.is_empty(), "{found:#?}\n{report:#}");
    }
    let nothing = reported(&said(&[("lifestyle", "none")]));
    assert_eq!(misreported(&nothing), [""; 0]);
    assert_eq!(nothing["id"], "a label");
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
    fn what_the_schema_allows_is_read_and_nothing_else(line in nearly_a_line()) {
        let allowed = schema::violations(&schema::ASSESSMENT, &line);
        let read = serde_json::from_str::<Assessment>(&line.to_string());
        prop_assert_eq!(read.is_ok(), allowed.is_empty(), "{:?} {:?}", read.err(), allowed);
    }

    #[test]
    fn answers_are_written_as_they_are_read(said in any_answers()) {
        let line = line(&said);
        prop_assert_eq!(schema::violations(&schema::ASSESSMENT, &line), Vec::<String>::new());
        let read: Assessment = serde_json::from_str(&line.to_string()).expect("valid");
        prop_assert_eq!(&read, &assessment(&said));
        let again: Assessment = serde_json::from_str(&serde_json::to_string(&read).expect("JSON"))
            .expect("valid");
        prop_assert_eq!(again, read);
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn any_report_is_as_published(said in any_answers()) {
        prop_assert_eq!(misreported(&reported(&said)), Vec::<String>::new());
    }
}
