//! What an answer to "How is the twitch now?" leads to.
//!
//! Source: the triage rules, "Follow-up answers". Bands and windows always count from the day on
//! which they were answered, never from a band that was itself moved on: so a chain of follow-ups
//! comes to the same as one.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{
    Assessment, Band, Catalog, Choices, Context, DangerSign, Field, Symptom, Value,
};

use super::{
    change::Change,
    condition::Facts,
    outcome::{Outcome, judge},
    passing::{at_least, at_most, band_of, left_of, still_recent},
};

/// How the twitch is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Now {
    /// No more twitch.
    Gone,
    /// Less than at the last answers.
    Better,
    /// As at the last answers.
    Same,
    /// More than at the last answers.
    Worse,
}

/// What a person says at a follow-up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Reply {
    /// The danger signs, asked anew; empty or "not sure": not answered.
    pub danger_signs: Choices,
    /// The symptoms said to be new since the last answers; empty: none.
    pub new_symptoms: Choices,
    /// How the twitch is.
    pub now: Now,
}

impl fmt::Debug for Reply {
    /// What was answered stays private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reply(…)")
    }
}

impl Reply {
    /// Whether there is nothing left to follow up: it is gone, without a danger sign or anything
    /// new. Danger signs that were not answered are no "none".
    pub fn ends(self) -> bool {
        let no_sign = self.danger_signs == Choices::one(DangerSign::None.index());
        self.now == Now::Gone && no_sign && self.news().is_empty()
    }

    /// The danger signs said to be there.
    fn signs(self) -> Choices {
        self.danger_signs.minus(Field::DangerSigns.alone())
    }

    /// The new symptoms, without the word that there are none.
    fn news(self) -> Choices {
        self.new_symptoms.minus(Field::Symptoms.alone())
    }
}

/// Answers that are followed up, with the days on which they were given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// The answers as they were given, with what follow-ups added. Never moved on.
    pub answers: Assessment,
    /// The day of the check: `duration` and `context` are of that day.
    pub checked: Date,
    /// The day on which `symptoms_since` was answered or set.
    pub symptoms: Date,
    /// The day of the last answers, be it the check or a follow-up.
    pub last: Date,
    /// Whether the last follow-up said "worse".
    #[serde(default)]
    pub worse: bool,
    /// What the last follow-up said; none before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Now>,
}

impl Followed {
    /// The answers of a check.
    pub const fn new(answers: Assessment, checked: Date) -> Self {
        Self {
            answers,
            checked,
            symptoms: checked,
            last: checked,
            worse: false,
            said: None,
        }
    }

    /// The answers as they stand on a day: spans of time moved on, context dropped that is past.
    pub fn on(&self, day: Date) -> Assessment {
        let mut answers = self.answers.clone();
        let passed = [
            (Field::Duration, self.checked),
            (Field::SymptomsSince, self.symptoms),
        ];
        for (field, since) in passed {
            if let Some(band) = answers.band(field) {
                answers.set(field, one(at_most(band, days(since, day))));
            }
        }
        let context = answers.get(Field::Context);
        let recent = still_recent(context, days(self.checked, day));
        answers.set(Field::Context, recent);
        answers
    }

    /// What these answers lead to on a day.
    pub fn outcome<'c>(&self, catalog: &'c Catalog, day: Date) -> Outcome<'c> {
        self.ask(day, |facts| judge(catalog, facts))
    }

    /// The same after a reply on that day.
    #[must_use]
    pub fn after(&self, reply: Reply, day: Date) -> Self {
        let mut after = self.clone();
        let (news, worse) = (reply.news(), reply.now == Now::Worse);
        let answers = &mut after.answers;
        answers.set(Field::DangerSigns, reply.danger_signs);
        if !news.is_empty() {
            let symptoms = answers.get(Field::Symptoms).union(news);
            answers.set(Field::Symptoms, symptoms);
            let newest = band_of(days(self.last, day));
            answers.set(Field::SymptomsSince, one(newest));
            after.symptoms = day;
        }
        // Kept beside `weakness`, so that no rule on weakness falls silent.
        if worse && answers.has(Symptom::Weakness) {
            let growing = Symptom::WeaknessGettingWorse.index();
            let symptoms = answers.get(Field::Symptoms).with(growing);
            answers.set(Field::Symptoms, symptoms);
        }
        if worse || !news.is_empty() || !reply.signs().is_empty() {
            let context = answers.get(Field::Context);
            answers.set(
                Field::Context,
                left_of(context, Context::AlreadyChecked.index()),
            );
        }
        after.last = day;
        after.worse = worse;
        after.said = Some(reply.now);
        after
    }

    /// Asks something of the answers as they stand on a day.
    pub(super) fn ask<R>(&self, day: Date, ask: impl FnOnce(Facts<'_>) -> R) -> R {
        let answers = self.on(day);
        let band = self.answers.band(Field::Duration);
        let least = band.map(|band| one(at_least(band, days(self.checked, day))));
        ask(Facts {
            answers: &answers,
            least_duration: least.unwrap_or_default(),
            worse: self.worse,
        })
    }
}

/// What a reply leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp<'c> {
    /// What the next follow-up builds on.
    pub followed: Followed,
    /// What the answers lead to now; when to ask next is in it.
    pub outcome: Outcome<'c>,
    /// What is different from the last time.
    pub change: Change<'c>,
}

/// Assesses a reply on a day. None: it is gone, nothing is asked again. The same reply to the same
/// answers always leads to the same.
pub fn follow_up<'c>(
    catalog: &'c Catalog,
    before: &Followed,
    reply: Reply,
    day: Date,
) -> Option<FollowUp<'c>> {
    if reply.ends() {
        return None;
    }
    let followed = before.after(reply, day);
    let outcome = followed.outcome(catalog, day);
    let change = Change::between(catalog, before, reply, day, &outcome);
    Some(FollowUp {
        followed,
        outcome,
        change,
    })
}

/// Whole days from one day to another; none where a clock went back.
fn days(from: Date, to: Date) -> u32 {
    let hours = from.duration_until(to).as_hours();
    u32::try_from(hours / 24).unwrap_or(0)
}

const fn one(band: Band) -> Choices {
    Choices::one(band as u8)
}
