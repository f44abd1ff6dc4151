//! The quick-question topics: a closed list, their answers, and how people ask for them.

use super::{
    condition::Condition,
    id::{PieceId, SourceKey},
};

macro_rules! topics {
    ($($Variant:ident = $name:literal),+ $(,)?) => {
        /// What a quick question can be about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each is explained by its text in `dialogues/`")]
        pub enum Topic { $($Variant),+ }

        impl Topic {
            /// Every topic, in the order of the published list.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];
            /// Their names, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// The name in the published formats and in `dialogues/`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Variant => $name),+ }
            }
        }
    };
}

topics! {
    Caffeine = "caffeine", Magnesium = "magnesium", Potassium = "potassium", Calcium = "calcium",
    VitaminD = "vitamin_d", Electrolytes = "electrolytes", Hydration = "hydration", Diet = "diet",
    FoodSensitivity = "food_sensitivity", Supplements = "supplements",
    Sleep = "sleep", Stress = "stress", Anxiety = "anxiety", Exercise = "exercise",
    Alcohol = "alcohol", Nicotine = "nicotine", Screens = "screens", Medicines = "medicines",
    Pregnancy = "pregnancy", Children = "children", OlderAdults = "older_adults",
    Eyelid = "eyelid", Face = "face", Hands = "hands", Legs = "legs", WholeBody = "whole_body",
    Cramps = "cramps", HypnicJerks = "hypnic_jerks", RestlessLegs = "restless_legs",
    Hiccups = "hiccups",
    WhatIsATwitch = "what_is_a_twitch", Causes = "causes", HowLong = "how_long",
    HowToStop = "how_to_stop", MassageAndCompress = "massage_and_compress",
    MyoclonusTypes = "myoclonus_types", BenignFasciculation = "benign_fasciculation",
    MndWorry = "mnd_worry",
    MultipleSclerosis = "multiple_sclerosis", Parkinsons = "parkinsons", Epilepsy = "epilepsy",
    NerveProblems = "nerve_problems", Thyroid = "thyroid",
    WhenToSeeDoctor = "when_to_see_doctor", EmergencySigns = "emergency_signs",
    DoctorVisit = "doctor_visit", Tests = "tests", Treatments = "treatments",
    AboutBot = "about_bot", Privacy = "privacy",
}

impl Topic {
    /// The topic of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|topic| topic.name() == name)
    }

    /// The text of its general answer, or of an answer within it. Its `.title` is the label of a
    /// button, its `.more`, where there is one, the details.
    pub fn text_key(self, answer: Option<&str>) -> String {
        match answer {
            Some(answer) => format!("topic-{}-{answer}", self.name()),
            None => format!("topic-{}", self.name()),
        }
    }
}

/// A topic as the content fills it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicEntry {
    /// The topic.
    pub topic: Topic,
    /// Where its general answer comes from.
    pub sources: Vec<SourceKey>,
    /// What to offer next, 2 to 4 other topics.
    pub related: Vec<Topic>,
    /// Whether "Start a check" is offered.
    pub check: bool,
    /// Answers of their own to common questions within the topic.
    pub answers: Vec<SubAnswer>,
}

impl TopicEntry {
    /// The answer of that id.
    pub fn answer(&self, id: &str) -> Option<&SubAnswer> {
        self.answers.iter().find(|answer| answer.id.as_str() == id)
    }
}

/// The answer to one common question within a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubAnswer {
    /// Its name, once in its topic.
    pub id: PieceId,
    /// Whom it is for: it is given to them whatever else they ask of the topic. No clause: to who asks for it.
    pub whom: Condition,
    /// Where it comes from.
    pub sources: Vec<SourceKey>,
    /// What to offer next; empty: the same as the topic.
    pub related: Vec<Topic>,
}

/// A question as people type it, and what answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The topic that it asks for.
    pub topic: Topic,
    /// The answer within the topic; none: the general one.
    pub answer: Option<PieceId>,
    /// The question, as typed.
    pub text: String,
}
