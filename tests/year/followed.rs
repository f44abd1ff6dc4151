//! "How is it now?": what is told, and when it is asked next.

use twitchwise::model::{Assessment, Choices, Field};

/// What is known of a twitch that began one to three days before the check.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chain {
    /// The day of the check, since 1970.
    checked: i64,
}

/// What the person says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    Gone,
    Better,
    Same,
    Worse,
}

impl Told {
    pub(crate) const ALL: [Self; 4] = [Self::Gone, Self::Better, Self::Same, Self::Worse];

    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Gone => "It is gone",
            Self::Better => "Better",
            Self::Same => "The same",
            Self::Worse => "Worse",
        }
    }
}

impl Chain {
    pub(crate) const fn new(checked: i64) -> Self {
        Self { checked }
    }

    /// What is pressed to tell it, where there is no danger sign and nothing new.
    pub(crate) fn presses(told: Told) -> Vec<String> {
        let all = [told.label(), "None of these", "No, nothing else"];
        all.map(str::to_owned).into()
    }

    /// In how many days it is asked again, and what is known then. By the clinical text, "What every
    /// outcome contains" and "Follow-up answers": after two weeks, or worse, a doctor and 14 days; else
    /// 4 days where the twitch may be 4 to 14 days old, 7 where it is younger or may be older.
    pub(crate) fn next(self, told: Told, today: i64) -> Option<(i64, Self)> {
        if told == Told::Gone {
            return None;
        }
        let passed = today - self.checked;
        let (least, most) = (1 + passed, 3 + passed);
        let doctor = told == Told::Worse || least > 14;
        let days = match most {
            _ if doctor => 14,
            4..=14 => 4,
            _ => 7,
        };
        Some((days, self))
    }
}

/// The answers of the check.
pub(crate) fn answers() -> Assessment {
    let mut answers = Assessment::default();
    for (field, value) in [
        (Field::AgeGroup, "adult"),
        (Field::DangerSigns, "none"),
        (Field::Locations, "eyelid"),
        (Field::Duration, "1_to_3_days"),
        (Field::Frequency, "now_and_then"),
        (Field::Timing, "any_time"),
        (Field::Symptoms, "none"),
        (Field::Context, "none"),
        (Field::Pregnancy, "no"),
        (Field::Lifestyle, "none"),
    ] {
        if let Some(value) = field.value_named(value) {
            answers.set(field, Choices::one(value));
        }
    }
    answers
}
