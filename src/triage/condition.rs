//! Whether a condition of the content holds for some answers.

use crate::model::{
    Assessment, Choices, Clause, Condition, Field, Op, Predicate, Rule, Subject, Test,
};

use super::regions::in_two_regions;

/// What a condition is asked of.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a> {
    /// The answers; those of a follow-up moved on to its day.
    pub(super) answers: &'a Assessment,
    /// How long the twitch has lasted at least.
    pub(super) least_duration: Choices,
    /// These are the answers of a follow-up that says "worse".
    pub(super) worse: bool,
}

impl<'a> Facts<'a> {
    /// Answers as they were given just now.
    pub(super) const fn of(answers: &'a Assessment, worse: bool) -> Self {
        Self {
            answers,
            least_duration: answers.get(Field::Duration),
            worse,
        }
    }

    /// Whether a rule fires.
    pub(super) fn fire(self, rule: &Rule) -> bool {
        self.meet(&rule.when) && !self.meet(&rule.unless)
    }

    /// Whether any clause of the condition holds; one without clauses never does.
    pub(super) fn meet(self, condition: &Condition) -> bool {
        condition.0.iter().any(|clause| clause_holds(clause, self))
    }
}

/// Whether a rule fires. `worse`: these are the answers of a follow-up that says "worse".
pub fn fires(rule: &Rule, answers: &Assessment, worse: bool) -> bool {
    Facts::of(answers, worse).fire(rule)
}

/// Whether any clause of the condition holds; one without clauses never does.
pub fn holds(condition: &Condition, answers: &Assessment, worse: bool) -> bool {
    Facts::of(answers, worse).meet(condition)
}

fn clause_holds(clause: &Clause, facts: Facts<'_>) -> bool {
    let answers = facts.answers;
    clause.tests.iter().all(|test| test_holds(*test, facts))
        && clause.predicates.iter().all(|predicate| match predicate {
            Predicate::KeyQuestionMissing => answers.missing().next().is_some(),
            Predicate::FollowUpWorse => facts.worse,
            Predicate::TwoBodyRegions => in_two_regions(answers.get(Field::Locations)),
        })
}

fn test_holds(test: Test, facts: Facts<'_>) -> bool {
    let (chosen, is_key) = match test.subject {
        Subject::Field(field) => (facts.answers.get(field), field.is_key()),
        // Where both are missing, a key question (the duration) is missing.
        Subject::Began => (facts.answers.began(), true),
        Subject::LeastDuration => (facts.least_duration, true),
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
