//! Whether a condition of the content holds for some answers.

use crate::model::{Assessment, Clause, Condition, Field, Op, Predicate, Rule, Subject, Test};

use super::regions::in_two_regions;

/// Whether a rule fires. `worse`: these are the answers of a follow-up that says "worse".
pub fn fires(rule: &Rule, answers: &Assessment, worse: bool) -> bool {
    holds(&rule.when, answers, worse) && !holds(&rule.unless, answers, worse)
}

/// Whether any clause of the condition holds; one without clauses never does.
pub fn holds(condition: &Condition, answers: &Assessment, worse: bool) -> bool {
    condition
        .0
        .iter()
        .any(|clause| clause_holds(clause, answers, worse))
}

fn clause_holds(clause: &Clause, answers: &Assessment, worse: bool) -> bool {
    clause.tests.iter().all(|test| test_holds(*test, answers))
        && clause.predicates.iter().all(|predicate| match predicate {
            Predicate::KeyQuestionMissing => answers.missing().next().is_some(),
            Predicate::FollowUpWorse => worse,
            Predicate::TwoBodyRegions => in_two_regions(answers.get(Field::Locations)),
        })
}

fn test_holds(test: Test, answers: &Assessment) -> bool {
    let (chosen, is_key) = match test.subject {
        Subject::Field(field) => (answers.get(field), field.is_key()),
        // Where both are missing, a key question (the duration) is missing.
        Subject::Began => (answers.began(), true),
    };
    match test.op {
        Op::Any => chosen.any(test.values),
        Op::All => chosen.all(test.values),
        Op::Only => !chosen.is_empty() && test.values.all(chosen),
        Op::OtherThan => !chosen.minus(test.values).is_empty(),
        Op::Not if chosen.is_empty() => is_key,
        Op::Not => !chosen.any(test.values),
    }
}
