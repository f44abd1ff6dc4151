//! Where one person's conversation stands: a value that can be compared, stored and replayed.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};

use crate::{
    model::{Assessment, Choices, CountryCode, Field, NodeId},
    triage::Followed,
};

use super::{
    event::{Origin, Token},
    remind::{Agenda, Doing, Following},
};

/// One person's conversation. Holds ids only; unknown ones (of older content) are passed over.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Counts the steps, from a number that the time of the first one gives; a button of an earlier
    /// step is stale.
    pub revision: u32,
    /// When the person agreed to what is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed_at: Option<Timestamp>,
    /// The person's country, for the emergency number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<CountryCode>,
    /// What is on the screen.
    pub scene: Scene,
    /// The check under way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
    /// The last finished check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<Finished>,
    /// A typed message may name the country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_country: Option<Origin>,
    /// What the person was just warned of: a bare "yes" or "no" that follows is about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warned_of: Option<Grave>,
    /// What was understood of a description, until the person says whether it is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub understood: Option<Assessment>,
    /// The answers lately shown, each until the person says whether it was the one asked for.
    #[serde(
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "one_or_several"
    )]
    pub unrated: Vec<Token>,
    /// How many messages in a row were not understood.
    pub puzzled: u32,
    /// The line that was said last because a message was not understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hinted: Option<Token>,
    /// How often the facts about nerve disease were told since the last check: once is enough.
    pub worries_met: u32,
    /// What comes by itself.
    #[serde(skip_serializing_if = "is_unchanged")]
    pub agenda: Agenda,
    /// When the person was last heard.
    pub heard_at: Timestamp,
}

/// What is on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    /// Nothing under way.
    #[default]
    Home,
    /// The welcome, waiting for consent.
    Welcome,
    /// A question of the check.
    Question(Place),
    /// The answers, before the outcome.
    Review,
    /// The outcome.
    Outcome,
    /// "Go on or start over?"
    Unfinished,
    /// "I understood: … Right?"
    Understood,
    /// "Erase everything?"
    Forget,
    /// Something about what comes by itself.
    Remind(Doing),
}

/// What comes first, whatever else was going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grave {
    /// A danger sign.
    Danger,
    /// The same, where something else may have been meant.
    PerhapsDanger,
    /// Suicide or self-harm.
    Crisis,
    /// The same, where something else may have been meant.
    PerhapsCrisis,
}

impl Grave {
    /// Whether nothing else can have been meant.
    pub(super) const fn is_sure(self) -> bool {
        matches!(self, Self::Danger | Self::Crisis)
    }
}

/// Where in the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The question.
    pub node: NodeId,
    /// The part of it.
    #[serde(default)]
    pub part: Part,
}

/// The part of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The question itself.
    #[default]
    Whole,
    /// The group of that id of a grouped question.
    Group(String),
    /// The danger sign of that name, asked alone.
    Sign(String),
}

/// A check under way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// When it began.
    pub started_at: Timestamp,
    /// The answers so far.
    #[serde(default)]
    pub answers: Assessment,
    /// What is ticked on the question on the screen.
    #[serde(default)]
    pub draft: Assessment,
    /// The questions answered or passed over, in that order.
    #[serde(default)]
    pub done: Vec<NodeId>,
    /// A sign that was asked alone was "not sure".
    #[serde(default)]
    pub unsure: bool,
    /// The question opened by "Change" in the review.
    #[serde(default)]
    pub changing: Option<NodeId>,
    /// The question that is open, also while something else is on the screen.
    #[serde(default)]
    pub at: Option<Place>,
    /// It is the answer to a follow-up: only what may have changed is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub following: Option<Box<Following>>,
}

/// A finished check.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished {
    /// When it was finished.
    pub at: Timestamp,
    /// Its answers.
    pub answers: Assessment,
    /// The questions answered or passed over.
    #[serde(default)]
    pub done: Vec<NodeId>,
    /// The revision that its buttons carry.
    pub revision: u32,
    /// The content's version that it was made with.
    pub content: String,
    /// What it goes by, where follow-ups were answered since the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed: Option<Box<Followed>>,
    /// The person wants no follow-up.
    #[serde(default)]
    pub left_alone: bool,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            revision: 0,
            agreed_at: None,
            country: None,
            scene: Scene::Home,
            check: None,
            result: None,
            asked_country: None,
            warned_of: None,
            understood: None,
            unrated: Vec::new(),
            puzzled: 0,
            hinted: None,
            worries_met: 0,
            agenda: Agenda::default(),
            heard_at: Timestamp::UNIX_EPOCH,
        }
    }
}

impl Session {
    /// The number that the steps of a session are counted from: sixteenths of a second, so that the
    /// buttons of a session that was erased are stale in the next one. Steps are slower. The width
    /// of the number lasts for years; after that it begins anew.
    pub(super) fn first_revision(now: Timestamp) -> u32 {
        let sixteenths = now.as_millisecond().div_euclid(1000 / 16);
        u32::try_from(sixteenths.rem_euclid(1 << 32)).unwrap_or_default()
    }
}

/// Older versions kept the last one only.
fn one_or_several<'de, D: Deserializer<'de>>(kept: D) -> Result<Vec<Token>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        One(Token),
        Several(Vec<Token>),
    }
    Ok(match Kept::deserialize(kept)? {
        Kept::One(name) => vec![name],
        Kept::Several(names) => names,
    })
}

/// Most people have set nothing: then nothing of it is kept.
fn is_unchanged(agenda: &Agenda) -> bool {
    *agenda == Agenda::default()
}

impl std::fmt::Debug for Session {
    /// Answers and country stay private.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Session(revision {})", self.revision)
    }
}

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Check({} done)", self.done.len())
    }
}

impl std::fmt::Debug for Finished {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Finished(revision {})", self.revision)
    }
}

impl Check {
    /// A check that begins now.
    pub fn new(now: Timestamp) -> Self {
        Self {
            started_at: now,
            answers: Assessment::default(),
            draft: Assessment::default(),
            done: Vec::new(),
            unsure: false,
            changing: None,
            at: None,
            following: None,
        }
    }

    /// Takes back an answer: the question is open again.
    pub fn reopen(&mut self, field: Field) {
        self.answers.set(field, Choices::EMPTY);
        self.done.retain(|id| id.as_str() != field.name());
    }

    /// Takes back what speaks of "now" and "since when": asked anew after a long time.
    pub fn outdate(&mut self) {
        let dated: &[Field] = match self.following {
            Some(_) => &[Field::DangerSigns],
            None => &[Field::DangerSigns, Field::Duration, Field::SymptomsSince],
        };
        for field in dated {
            self.reopen(*field);
        }
        self.draft = Assessment::default();
        self.changing = None;
        self.at = None;
    }
}
