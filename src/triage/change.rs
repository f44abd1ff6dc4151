//! What a follow-up has changed, and why.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::model::{Catalog, Choices, Field, Rule};

use super::{
    follow_up::{Followed, Now, Reply},
    outcome::Outcome,
};

/// The difference between what the last answers led to and what they lead to now.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<'c> {
    /// The level now, compared with the last.
    pub level: Ordering,
    /// Rules that fire now and did not, most serious first.
    pub new: Vec<&'c Rule>,
    /// Rules that fired and don't now, most serious first.
    pub gone: Vec<&'c Rule>,
    /// The main reason to tell; none where the same rules fire.
    pub why: Option<Why<'c>>,
}

/// The main reason for a change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Why<'c> {
    /// The rule that made the difference: at a milder level one that is gone, else a new one.
    pub rule: &'c Rule,
    /// What made it fire, or stop.
    pub cause: Cause,
}

/// What made a rule fire, or stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The days that have passed, alone.
    Time,
    /// A symptom that is new.
    New,
    /// It is getting worse; or was the last time, and isn't now.
    Worse,
    /// The answer about danger signs.
    Signs,
}

impl<'c> Change<'c> {
    /// Compares what the answers before a reply led to with the outcome after it.
    pub(super) fn between(
        catalog: &'c Catalog,
        before: &Followed,
        reply: Reply,
        day: Date,
        now: &Outcome<'c>,
    ) -> Self {
        let last = before.outcome(catalog, before.last);
        let level = now.level.cmp(&last.level);
        let new = without(&now.reasons, &last.reasons);
        let gone = without(&last.reasons, &now.reasons);
        let tell = match level {
            Ordering::Less => gone.first(),
            Ordering::Equal => new.first().or(gone.first()),
            Ordering::Greater => new.first(),
        };
        let why = tell.map(|rule| Why {
            rule,
            cause: cause(rule, now.reasons.contains(rule), before, reply, day),
        });
        Self {
            level,
            new,
            gone,
            why,
        }
    }
}

fn without<'c>(rules: &[&'c Rule], others: &[&'c Rule]) -> Vec<&'c Rule> {
    let mut left = rules.to_vec();
    left.retain(|rule| !others.iter().any(|other| other.id == rule.id));
    left
}

/// Lets first only the days pass, then adds what was said, piece by piece: the cause is the first
/// with which the rule does what it does now.
fn cause(rule: &Rule, fires: bool, before: &Followed, reply: Reply, day: Date) -> Cause {
    let then = Reply {
        danger_signs: before.answers.get(Field::DangerSigns),
        new_symptoms: Choices::EMPTY,
        now: if before.worse { Now::Worse } else { Now::Same },
    };
    let new = Reply {
        new_symptoms: reply.new_symptoms,
        ..then
    };
    let worse = Reply {
        now: reply.now,
        ..new
    };
    let steps = [
        (Cause::Time, then),
        (Cause::New, new),
        (Cause::Worse, worse),
    ];
    steps
        .into_iter()
        .find(|(_, reply)| before.after(*reply, day).ask(day, |facts| facts.fire(rule)) == fires)
        .map_or(Cause::Signs, |(cause, _)| cause)
}
