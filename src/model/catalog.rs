//! Everything the bot says and decides, checked: only `content` makes one, from `dialogues/`.

use std::{cmp::Reverse, collections::BTreeMap};

use jiff::civil::Date;

use super::{
    assessment::{Assessment, Choices},
    condition::Condition,
    habit::Habit,
    id::{CountryCode, NodeId, PieceId, RuleId, SourceKey},
    lexicon::Lexicon,
    place::Places,
    text::Text,
    topic::{Example, Topic, TopicEntry},
    vocabulary::Field,
    words::Words,
};

/// The checked content of `dialogues/`.
#[derive(Debug)]
pub struct Catalog {
    /// The content's version, shown to people.
    pub version: String,
    /// When a clinician last reviewed it.
    pub reviewed: Date,
    /// Where claims come from.
    pub sources: BTreeMap<SourceKey, Source>,
    /// Emergency numbers, by the names of the countries.
    pub countries: Vec<Country>,
    /// The triage rules, most serious first.
    pub rules: Vec<Rule>,
    /// Pieces of advice, most useful first.
    pub advice: Vec<Advice>,
    /// First aid, what to do first comes first.
    pub first_aid: Vec<FirstAid>,
    /// Changes to watch for, most serious first.
    pub watch: Vec<Watch>,
    /// What the doctor is likely to ask.
    pub doctor_questions: Vec<DoctorItem>,
    /// What the doctor may do.
    pub doctor_tests: Vec<DoctorItem>,
    /// Small daily nudges.
    pub habits: Vec<Habit>,
    /// The questions of the check, in order.
    pub nodes: Vec<Node>,
    /// The quick-question topics, in the order of [`Topic::ALL`].
    pub topics: Vec<TopicEntry>,
    /// How people ask for a topic.
    pub questions: Vec<Example>,
    /// The words that people use.
    pub lexicon: Lexicon,
    /// The places that people name, and the time zones there.
    pub places: Places,
    /// The words that the bot uses.
    pub words: Words,
    /// After so many days of silence a person is erased. For `/privacy`: the operator decides it,
    /// so it is the one thing here that is set after the content was checked.
    pub retention_days: u32,
}

/// How long people are remembered where the operator does not say.
pub const RETENTION_DAYS: u32 = 365;

impl Catalog {
    /// The country of that code.
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries
            .iter()
            .find(|country| country.code.as_str() == code)
    }

    /// The habit of that id.
    pub fn habit(&self, id: &str) -> Option<&Habit> {
        self.habits.iter().find(|habit| habit.id.as_str() == id)
    }

    /// The habits that fit some answers, most fitting first: those whose first reason was given,
    /// then those for which more was. None that an answer rules out.
    pub fn fitting(&self, answers: &Assessment) -> Vec<&Habit> {
        let fits = |habit| Habit::fit(habit, answers);
        let mut fitting: Vec<_> = self
            .habits
            .iter()
            .filter(|habit| fits(habit).is_some())
            .collect();
        // Where both are the same the order of the file counts.
        fitting.sort_by_key(|habit| fits(habit).map(|(place, count)| (place, Reverse(count))));
        fitting
    }

    /// The question of that id.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id.as_str() == id)
    }

    /// What the content has on that topic.
    pub fn topic(&self, topic: Topic) -> Option<&TopicEntry> {
        self.topics.iter().find(|entry| entry.topic == topic)
    }

    /// The question that asks for that field.
    pub fn node_of(&self, field: Field) -> Option<&Node> {
        self.nodes.iter().find(|node| node.field == field)
    }
}

/// How serious an outcome is. Ordered: a greater level is more serious.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// "You can look after this at home."
    SelfCare,
    /// "Book an appointment."
    SeeDoctor,
    /// "Get medical advice today."
    Urgent,
    /// "Call … now."
    Emergency,
}

impl Level {
    /// Every level, least serious first.
    pub const ALL: [Self; 4] = [
        Self::SelfCare,
        Self::SeeDoctor,
        Self::Urgent,
        Self::Emergency,
    ];

    /// The name in the published formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SelfCare => "self_care",
            Self::SeeDoctor => "see_doctor",
            Self::Urgent => "urgent",
            Self::Emergency => "emergency",
        }
    }

    /// The level of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// Where a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Where to read it, if that is certain.
    pub url: Option<String>,
}

/// A country's or territory's emergency numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: CountryCode,
    /// The number that brings an ambulance.
    pub ambulance: String,
    /// Other numbers that work as well.
    pub also: Vec<String>,
    /// Where the number comes from.
    pub source: SourceKey,
    /// The line to talk to in a crisis, where one is known for sure.
    pub crisis: Option<CrisisLine>,
}

impl Country {
    /// What it is called.
    pub fn name(&self) -> Text {
        Text::new(format!("country-{}", self.code))
    }
}

/// A country's line for who thinks of suicide or self-harm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrisisLine {
    /// Its number.
    pub number: String,
    /// Where the number comes from.
    pub source: SourceKey,
}

/// A triage rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// The level that it asks for.
    pub level: Level,
    /// It fires where this holds …
    pub when: Condition,
    /// … and this does not.
    pub unless: Condition,
    /// Where it comes from.
    pub sources: Vec<SourceKey>,
    /// Its sources in an outcome are those of the first aid for the danger signs chosen.
    pub sources_by_sign: bool,
    /// Worked examples.
    pub cases: Vec<Case>,
}

/// A worked example of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The answers.
    pub answers: Assessment,
    /// Whether a follow-up said `worse`.
    pub worse: bool,
    /// Whether the rule fires on them.
    pub fires: bool,
}

/// A piece of advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Its name.
    pub id: PieceId,
    /// The one answer that it responds to; none: it always holds.
    pub factor: Option<(Field, u8)>,
    /// The levels at which it is given.
    pub levels: Vec<Level>,
    /// Given only where this holds too (no clause: always).
    pub when: Condition,
    /// Where it comes from.
    pub sources: Vec<SourceKey>,
}

/// What calls for a piece of first aid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// A danger sign was chosen: its index.
    Sign(u8),
    /// A rule fired.
    Rule(RuleId),
}

/// First aid for a danger sign or for a rule that fired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstAid {
    /// Its name.
    pub id: PieceId,
    /// What calls for it.
    pub trigger: Trigger,
    /// Given at an emergency, too, where another rule made it one.
    pub at_emergency: bool,
    /// Given only where this holds too (no clause: always).
    pub when: Condition,
    /// Where it comes from.
    pub sources: Vec<SourceKey>,
}

/// A change that should make the person come back or get help sooner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// Its name.
    pub id: PieceId,
    /// The levels at which it is said.
    pub levels: Vec<Level>,
    /// Said only where this holds (no clause: always).
    pub when: Condition,
    /// Where it comes from.
    pub sources: Vec<SourceKey>,
}

/// A question or a test that a doctor's visit may bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoctorItem {
    /// Its name.
    pub id: PieceId,
    /// Where it comes from.
    pub sources: Vec<SourceKey>,
}

/// A question of the check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its name: the name of its field.
    pub id: NodeId,
    /// The field that it asks for.
    pub field: Field,
    /// How it is asked.
    pub kind: NodeKind,
    /// Asked only where this holds (no clause: always).
    pub when: Condition,
}

/// How a question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// One of these values.
    One(Vec<u8>),
    /// Any of these values, toggled. `direct` values are an answer of their own that needs no Done.
    Many {
        /// The values, as shown.
        options: Vec<u8>,
        /// Values that end the question when pressed.
        direct: Choices,
    },
    /// Danger signs: any one ends the check; "not sure" asks them one by one.
    Signs(Vec<u8>),
    /// "Nothing else" in one tap, otherwise pages of toggles.
    Grouped(Vec<Group>),
}

impl NodeKind {
    /// Every value that the question offers, in order.
    pub fn options(&self) -> Vec<u8> {
        match self {
            Self::One(options) | Self::Signs(options) | Self::Many { options, .. } => {
                options.clone()
            }
            Self::Grouped(groups) => groups.iter().flat_map(|g| g.options.clone()).collect(),
        }
    }
}

/// A page of values of a grouped question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub id: PieceId,
    /// The values on it.
    pub options: Vec<u8>,
    /// The page comes first where this holds (no clause: never).
    pub first: Condition,
}
