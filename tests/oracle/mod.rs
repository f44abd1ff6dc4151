//! The triage rules once more: written by hand from the clinical table, not from `dialogues/` and
//! not from `src/triage`. An independent witness, so it shares nothing with either.

#![allow(dead_code, reason = "each test file uses its share")]

mod emergency;
pub(crate) mod follow_up;
mod see_doctor;
mod urgent;

use std::collections::BTreeMap;

/// What an assessment says: the values chosen, by field. A field without values was not answered.
pub(crate) type Said = BTreeMap<&'static str, Vec<&'static str>>;

/// A rule of the table: its id, and whether it fires.
type Rule = (&'static str, fn(&Answers<'_>) -> bool);

/// The levels, most serious first.
pub(crate) const LEVELS: [&str; 4] = ["emergency", "urgent", "see_doctor", "self_care"];

const KEY_QUESTIONS: [&str; 5] = [
    "age_group",
    "danger_signs",
    "duration",
    "symptoms",
    "context",
];

const REGIONS: [&[&str]; 4] = [
    &["eyelid", "face", "jaw_or_mouth", "tongue"],
    &["neck", "shoulder", "arm", "hand"],
    &["chest", "abdomen", "back"],
    &["hip_or_buttock", "thigh", "calf", "foot"],
];

/// The answers, with the few questions that the table asks of them.
pub(crate) struct Answers<'s> {
    said: &'s Said,
    worse: bool,
    /// At a follow-up: the fewest days that the twitch can have lasted, where that was answered.
    fewest_days: Option<u32>,
}

/// The table as it answers one assessment.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The rules that fire, by level, most serious first.
    pub(crate) fired: Vec<(&'static str, &'static str)>,
    pub(crate) level: &'static str,
    pub(crate) missing: Vec<&'static str>,
    pub(crate) follow_up_days: Option<u32>,
}

/// Every rule with its level.
pub(crate) fn rules() -> impl Iterator<Item = (&'static str, Rule)> {
    let tables = [emergency::RULES, urgent::RULES, see_doctor::RULES];
    let levelled = LEVELS.into_iter().zip(tables);
    levelled.flat_map(|(level, rules)| rules.iter().map(move |rule| (level, *rule)))
}

/// What the table says to an assessment. `worse`: a follow-up says so of these answers.
pub(crate) fn judge(said: &Said, worse: bool) -> Verdict {
    judge_moved_on(said, worse, None)
}

/// The same of answers that were moved on to the day of a follow-up.
fn judge_moved_on(said: &Said, worse: bool, fewest_days: Option<u32>) -> Verdict {
    let answers = Answers {
        said,
        worse,
        fewest_days,
    };
    let fired: Vec<_> = rules()
        .filter(|(_, (_, fires))| fires(&answers))
        .map(|(level, (id, _))| (level, id))
        .collect();
    let level = fired.first().map_or("self_care", |(level, _)| *level);
    let follow_up_days = match level {
        "emergency" => None,
        "urgent" => Some(1),
        "see_doctor" => Some(14),
        _ if answers.duration(&["4_to_14_days"]) => Some(4),
        _ => Some(7),
    };
    let missing = KEY_QUESTIONS
        .into_iter()
        .filter(|question| answers.is_missing(question));
    Verdict {
        level,
        missing: missing.collect(),
        follow_up_days,
        fired,
    }
}

impl Answers<'_> {
    fn of(&self, field: &str) -> &[&'static str] {
        self.said.get(field).map_or(&[], Vec::as_slice)
    }

    fn any(&self, field: &str, values: &[&str]) -> bool {
        self.of(field).iter().any(|chosen| values.contains(chosen))
    }

    /// "Not sure" about danger signs is no answer.
    fn is_missing(&self, question: &str) -> bool {
        let given = self.of(question);
        given.is_empty() || (question == "danger_signs" && given == ["not_sure"])
    }

    fn sym(&self, values: &[&str]) -> bool {
        self.any("symptoms", values)
    }

    fn ctx(&self, values: &[&str]) -> bool {
        self.any("context", values)
    }

    fn life(&self, values: &[&str]) -> bool {
        self.any("lifestyle", values)
    }

    fn timing(&self, values: &[&str]) -> bool {
        self.any("timing", values)
    }

    fn place(&self, values: &[&str]) -> bool {
        self.any("locations", values)
    }

    fn age(&self, value: &str) -> bool {
        self.any("age_group", &[value])
    }

    fn duration(&self, bands: &[&str]) -> bool {
        self.any("duration", bands)
    }

    fn over_two_weeks(&self) -> bool {
        match self.fewest_days {
            Some(days) => days > 14,
            None => self.duration(&["2_to_4_weeks", "1_to_3_months", "over_3_months"]),
        }
    }

    /// When the accompanying symptoms began: where that was not answered, when the twitch did.
    fn began(&self, bands: &[&str]) -> bool {
        let answered = !self.of("symptoms_since").is_empty();
        self.any(
            if answered {
                "symptoms_since"
            } else {
                "duration"
            },
            bands,
        )
    }

    fn began_recently(&self) -> bool {
        self.began(&["under_1_day", "1_to_3_days", "4_to_14_days"])
    }

    fn began_within_four_weeks(&self) -> bool {
        self.began_recently() || self.began(&["2_to_4_weeks"])
    }

    /// How many body regions twitch.
    fn regions(&self) -> usize {
        REGIONS.iter().filter(|region| self.place(region)).count()
    }
}
