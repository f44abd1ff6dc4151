//! The table's "Follow-up answers", by hand as well: a person's answers as a notebook would keep
//! them, in names and day numbers.

use super::{Said, Verdict, judge_moved_on};

const BANDS: [(&str, u32, u32); 5] = [
    ("under_1_day", 0, 1),
    ("1_to_3_days", 1, 3),
    ("4_to_14_days", 4, 14),
    ("2_to_4_weeks", 15, 28),
    ("1_to_3_months", 29, 90),
];

/// The last day on which a context counts, from the day of its answer.
pub(crate) const WINDOWS: [(&str, u32); 8] = [
    ("venomous_bite_or_sting", 3),
    ("chemical_fumes_or_pesticide", 14),
    ("stopped_medicine", 28),
    ("stopped_sedative_or_baclofen", 28),
    ("stopped_heavy_drinking", 28),
    ("head_or_spine_injury", 28),
    ("dirty_wound", 28),
    ("new_medicine", 56),
];

/// What is written down after each answer. Days are counted from the check.
#[derive(Debug, Clone)]
pub(crate) struct Notebook {
    pub(crate) said: Said,
    pub(crate) symptoms_day: u32,
    pub(crate) last_day: u32,
}

/// An answer to "How is the twitch now?".
#[derive(Debug, Clone)]
pub(crate) struct Says {
    pub(crate) danger_signs: Vec<&'static str>,
    pub(crate) new_symptoms: Vec<&'static str>,
    pub(crate) now: &'static str,
}

impl Notebook {
    pub(crate) fn new(said: Said) -> Self {
        Self {
            said,
            symptoms_day: 0,
            last_day: 0,
        }
    }

    /// Writes an answer down, and judges it; `None`: it is gone.
    pub(crate) fn hear(&mut self, says: &Says, day: u32) -> Option<Verdict> {
        if says.now == "gone" && says.danger_signs == ["none"] && says.new_symptoms.is_empty() {
            return None;
        }
        let worse = says.now == "worse";
        self.said.remove("danger_signs");
        if !says.danger_signs.is_empty() {
            self.said.insert("danger_signs", says.danger_signs.clone());
        }
        for symptom in &says.new_symptoms {
            self.add_symptom(symptom);
        }
        if !says.new_symptoms.is_empty() {
            let newest = band_of_day(day - self.last_day);
            self.said.insert("symptoms_since", vec![newest]);
            self.symptoms_day = day;
        }
        if worse && self.chose("symptoms", "weakness") {
            self.add_symptom("weakness_getting_worse");
        }
        let sign = says
            .danger_signs
            .iter()
            .any(|sign| !matches!(*sign, "none" | "not_sure"));
        if worse || sign || !says.new_symptoms.is_empty() {
            drop_context(&mut self.said, "already_checked");
        }
        self.last_day = day;
        Some(self.judge(worse, day))
    }

    pub(crate) fn judge(&self, worse: bool, day: u32) -> Verdict {
        let mut said = self.said.clone();
        let mut fewest = None;
        if let Some(band) = said.get("duration").map(|bands| bands[0]) {
            let first = BANDS.iter().find(|(name, ..)| *name == band);
            fewest = Some(first.map_or(91, |(_, first, _)| *first) + day);
            said.insert("duration", vec![older(band, day)]);
        }
        if let Some(band) = said.get("symptoms_since").map(|bands| bands[0]) {
            let passed = day - self.symptoms_day;
            said.insert("symptoms_since", vec![older(band, passed)]);
        }
        for (context, window) in WINDOWS {
            if day > window {
                drop_context(&mut said, context);
            }
        }
        judge_moved_on(&said, worse, fewest)
    }

    fn chose(&self, field: &str, value: &str) -> bool {
        self.said
            .get(field)
            .is_some_and(|values| values.contains(&value))
    }

    fn add_symptom(&mut self, symptom: &'static str) {
        let symptoms = self.said.entry("symptoms").or_default();
        symptoms.retain(|other| *other != "none" && *other != symptom);
        symptoms.push(symptom);
    }
}

fn drop_context(said: &mut Said, dropped: &str) {
    if let Some(context) = said.get_mut("context") {
        context.retain(|value| *value != dropped);
        if context.is_empty() {
            context.push("none");
        }
    }
}

fn older(band: &'static str, days: u32) -> &'static str {
    let last = BANDS.iter().find(|(name, ..)| *name == band);
    match last {
        Some((.., last)) if days > 0 => band_of_day(last + days),
        _ => band,
    }
}

fn band_of_day(day: u32) -> &'static str {
    match day {
        0 => "under_1_day",
        1..=3 => "1_to_3_days",
        _ if day <= 14 => "4_to_14_days",
        _ if day <= 28 => "2_to_4_weeks",
        _ if day <= 90 => "1_to_3_months",
        _ => "over_3_months",
    }
}
