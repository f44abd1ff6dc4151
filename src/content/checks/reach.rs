//! The questions as a path: each can be reached, each leads on, each answer can be given.

use std::collections::BTreeMap;

use crate::{
    content::{draft::Draft, files::Files, problem::Findings},
    model::{Choices, Clause, Field, Node, Op, Predicate, Subject, Test},
};

/// What the questions so far can have been answered with.
type Offered = BTreeMap<Field, Choices>;

/// No question out of reach or without options, no field or value that nothing asks for.
pub(super) fn check(draft: &Draft, files: &Files, findings: &mut Findings) {
    let mut offered = Offered::new();
    for row in &draft.nodes {
        let node = &row.item;
        let options = Choices::of(node.kind.options());
        if options.is_empty() {
            findings.problem(&row.at, format!("question `{}` has no options", node.id));
        }
        if !reachable(node, &offered) {
            let message = format!("question `{}` is never asked", node.id);
            let hint = "no question before it offers what its `when` needs".to_owned();
            findings.hinted(&row.at, message, Some(hint));
        }
        for value in dead(node.field, options) {
            let message = format!("question `{}` does not offer `{value}`", node.id);
            findings.problem(&row.at, message);
        }
        let so_far = offered.entry(node.field).or_default();
        *so_far = so_far.union(options);
    }
    if findings.unread("check.toml") {
        return;
    }
    for field in Field::ALL
        .into_iter()
        .filter(|field| !offered.contains_key(field))
    {
        let at = files.top("check.toml");
        findings.problem(
            &at,
            format!("no question asks for the field `{}`", field.name()),
        );
    }
}

/// Values that cannot be answered. `none` and `not_sure` of a list have buttons of their own.
fn dead(field: Field, options: Choices) -> impl Iterator<Item = &'static str> {
    field
        .values()
        .iter()
        .zip(0..)
        .filter(move |(_, index)| !options.has(*index) && !field.stands_alone(*index))
        .map(|(value, _)| *value)
}

fn reachable(node: &Node, offered: &Offered) -> bool {
    node.when.0.is_empty() || node.when.0.iter().any(|clause| possible(clause, offered))
}

fn possible(clause: &Clause, offered: &Offered) -> bool {
    clause
        .tests
        .iter()
        .all(|test| test_possible(*test, offered))
        && clause.predicates.iter().all(|predicate| match predicate {
            Predicate::KeyQuestionMissing => true,
            Predicate::TwoBodyRegions => offered.contains_key(&Field::Locations),
            // A check asks before there is anything to follow up.
            Predicate::FollowUpWorse => false,
        })
}

fn test_possible(test: Test, offered: &Offered) -> bool {
    let (fields, is_key) = match test.subject {
        Subject::Field(field) => (vec![field], field.is_key()),
        Subject::Began => (vec![Field::SymptomsSince, Field::Duration], true),
        Subject::LeastDuration => (vec![Field::Duration], true),
    };
    let values = (fields.iter().filter_map(|field| offered.get(field)))
        .fold(Choices::EMPTY, |all, values| all.union(*values));
    match test.op {
        Op::Any | Op::Only => values.any(test.values),
        Op::All => values.all(test.values),
        Op::OtherThan => !values.minus(test.values).is_empty(),
        Op::Not => is_key || !values.minus(test.values).is_empty(),
    }
}
