//! What can happen to a conversation: one closed enum.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{CountryCode, Private, Value as _};

use super::remind::Remind;

/// Something that happened in one person's chat with the bot.
#[derive(Clone, PartialEq, Eq)]
pub enum Event {
    /// A command of the menu.
    Command(Command),
    /// A command with words behind it that it has no use for: only danger is looked for in them.
    Commanded(Command, Private<String>),
    /// A typed message.
    Text(Private<String>),
    /// A button was pressed.
    Pressed(Press),
    /// `/ask` with the question behind it.
    Ask(Private<String>),
    /// Someone types the bot's name and these words in any chat.
    Inline(Private<String>),
    /// A link from elsewhere that leads to the answer of that name.
    Linked(Token),
    /// Anything but text.
    Attachment(Attachment),
    /// A place was shared.
    Located(Private<Located>),
    /// An earlier message was edited: what was answered stays answered.
    Edited(Private<String>),
    /// Someone addressed the bot in a group.
    Group,
    /// The person blocked the bot.
    Blocked,
    /// The person unblocked the bot.
    Returned,
    /// Time has passed: a reminder is due.
    Due,
}

impl fmt::Debug for Event {
    /// What happened, not what was said or pressed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Command(_) => "Command(…)",
            Self::Commanded(..) => "Commanded(…)",
            Self::Text(_) => "Text(…)",
            Self::Pressed(_) => "Pressed(…)",
            Self::Ask(_) => "Ask(…)",
            Self::Inline(_) => "Inline(…)",
            Self::Linked(_) => "Linked(…)",
            Self::Attachment(_) => "Attachment(…)",
            Self::Located(_) => "Located(…)",
            Self::Edited(_) => "Edited(…)",
            Self::Group => "Group",
            Self::Blocked => "Blocked",
            Self::Returned => "Returned",
            Self::Due => "Due",
        })
    }
}

/// A place on Earth, in millionths of a degree, north and east positive.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Located {
    latitude: i32,
    longitude: i32,
}

impl fmt::Debug for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Located(…)")
    }
}

impl Located {
    /// The place at that latitude and longitude, in degrees; beyond the poles it is the pole.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float beyond the range becomes its end, and no number becomes 0"
    )]
    pub fn new(latitude: f64, longitude: f64) -> Self {
        Self {
            latitude: (latitude.clamp(-90.0, 90.0) * 1e6) as i32,
            longitude: (longitude.clamp(-180.0, 180.0) * 1e6) as i32,
        }
    }

    /// Its latitude and longitude, in degrees.
    pub fn degrees(self) -> (f64, f64) {
        (
            f64::from(self.latitude) / 1e6,
            f64::from(self.longitude) / 1e6,
        )
    }
}

/// What someone sends that holds no words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attachment {
    /// A sticker, an animation or a die.
    Sticker,
    /// A voice message, or a round video.
    Voice,
    /// A photo or a video.
    Photo,
    /// A file, a contact, a poll, or what came later than this program.
    Other,
}

/// A command of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are the commands")]
pub enum Command {
    Start,
    Check,
    Ask,
    Help,
    Reminders,
    Settings,
    Privacy,
    Export,
    Forget,
    Cancel,
    Emergency,
    Unknown,
}

impl Command {
    /// The commands of the menu, in its order, with the names that people type.
    pub const MENU: [(Self, &'static str); 11] = [
        (Self::Check, "check"),
        (Self::Ask, "ask"),
        (Self::Reminders, "reminders"),
        (Self::Emergency, "emergency"),
        (Self::Help, "help"),
        (Self::Settings, "settings"),
        (Self::Privacy, "privacy"),
        (Self::Export, "export"),
        (Self::Forget, "forget"),
        (Self::Cancel, "cancel"),
        (Self::Start, "start"),
    ];

    /// The command of that name, without the slash; any other name is [`Self::Unknown`].
    pub fn named(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        Self::MENU
            .into_iter()
            .find(|(_, n)| *n == name)
            .map_or(Self::Unknown, |(c, _)| c)
    }
}

/// A pressed button.
#[derive(Clone, PartialEq, Eq)]
pub struct Press {
    /// What the button stands for; none where its data could not be read.
    pub choice: Option<Choice>,
    /// The session's revision when the button was drawn.
    pub revision: u32,
}

impl fmt::Debug for Press {
    /// What was pressed stays private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Press(revision {})", self.revision)
    }
}

/// What a button stands for: options by their id, never by position or label.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// "I understand, let's start": consent.
    Agree,
    /// Begin a check.
    Check,
    /// Go on with the check at the same question.
    Resume,
    /// Throw the unfinished check away and begin anew.
    StartOver,
    /// Choose this value and go on.
    Pick(Token),
    /// Tick (`true`) or untick this value. Says the goal, so that a press sent twice does no harm.
    Toggle(Token, bool),
    /// "Something else, yes": open the pages of a grouped question.
    Open,
    /// None of these.
    None,
    /// Not sure.
    NotSure,
    /// Done with toggling.
    Done,
    /// One question back.
    Back,
    /// Why is this asked?
    Why,
    /// Back from "why" to the question.
    Question,
    /// This sign: yes, it is happening.
    SignYes,
    /// This sign: no.
    SignNo,
    /// This sign: not sure.
    SignUnsure,
    /// Change the answer to the field of that name.
    Change(Token),
    /// From the review to the outcome.
    Finish,
    /// A page of the outcome.
    Page(Page, u8),
    /// The sign was chosen by mistake.
    Mistake,
    /// Open the answers of the outcome for changes.
    ChangeAnswers,
    /// Emergency advice.
    Emergency,
    /// The list of danger signs with first aid.
    FirstAidList,
    /// First aid for the danger sign of that name.
    FirstAid(Token),
    /// A page of countries.
    Countries(Origin, u8),
    /// This country.
    Country(Origin, CountryCode),
    /// The answer of that name: a topic, or one question of it.
    Answer(Token),
    /// A page of the list of topics.
    Topics(u8),
    /// All questions within the topic of that name.
    Questions(Token),
    /// Whether the answer of that name was the one asked for.
    Helped(Token, bool),
    /// What was understood of a description is right.
    Understood,
    /// It is not quite: every question is asked, what was understood is ticked.
    NotQuite,
    /// What comes by itself.
    Remind(Remind),
    /// Help.
    Help,
    /// Settings.
    Settings,
    /// What is kept, why, how long, where.
    Privacy,
    /// Send everything that is kept.
    Export,
    /// Ask before erasing.
    Forget,
    /// Yes, erase everything.
    ForgetYes,
    /// No, keep it.
    ForgetNo,
}

impl fmt::Debug for Choice {
    /// What was chosen stays private, and forged data may be anything.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Choice(…)")
    }
}

/// The name of an option, as `dialogues/` and the formats spell it.
pub type Token = String;

/// A page of the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The level, what to do, the first pieces of advice.
    Main,
    /// The reasons, with their sources.
    Why,
    /// First aid beyond what the first message holds.
    FirstAid,
    /// All advice.
    Advice,
    /// What the doctor asks and does, and a summary to take along.
    Doctor,
    /// The sources.
    Sources,
    /// Fear of a nerve disease.
    Worry,
}

/// Where the question for the country came from, and where the answer leads back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Emergency advice.
    Emergency,
    /// The settings.
    Settings,
    /// The answer to someone who writes of suicide or self-harm.
    Crisis,
}

impl Choice {
    /// A pick of that value.
    pub fn pick(field: crate::model::Field, value: u8) -> Self {
        Self::Pick(name(field, value))
    }

    /// Whether the button works however old it is.
    pub fn is_timeless(&self) -> bool {
        match self {
            Self::Remind(choice) => choice.is_timeless(),
            Self::Check
            | Self::Resume
            | Self::Emergency
            | Self::FirstAidList
            | Self::FirstAid(_)
            | Self::Countries(..)
            | Self::Country(..)
            | Self::Answer(_)
            | Self::Topics(_)
            | Self::Questions(_)
            | Self::Helped(..)
            | Self::Help
            | Self::Settings
            | Self::Privacy
            | Self::Export
            | Self::Forget => true,
            Self::Agree
            | Self::StartOver
            | Self::Pick(_)
            | Self::Toggle(..)
            | Self::Open
            | Self::None
            | Self::NotSure
            | Self::Done
            | Self::Back
            | Self::Why
            | Self::Question
            | Self::SignYes
            | Self::SignNo
            | Self::SignUnsure
            | Self::Change(_)
            | Self::Finish
            | Self::Page(..)
            | Self::Mistake
            | Self::ChangeAnswers
            | Self::Understood
            | Self::NotQuite
            | Self::ForgetYes
            | Self::ForgetNo => false,
        }
    }

    /// Whether the button belongs to an outcome, and works as long as that outcome is the last one.
    pub const fn is_of_outcome(&self) -> bool {
        matches!(self, Self::Page(..) | Self::Mistake | Self::ChangeAnswers)
    }
}

/// The name of a value, for a button.
pub(super) fn name(field: crate::model::Field, value: u8) -> Token {
    field
        .values()
        .get(usize::from(value))
        .copied()
        .unwrap_or_default()
        .to_owned()
}

/// The index of a danger sign by its name, `none` and `not_sure` apart.
pub(super) fn sign_named(name: &str) -> Option<u8> {
    use crate::model::{DangerSign, Field};
    let index = Field::DangerSigns.value_named(name)?;
    let is_sign = index != DangerSign::None.index() && index != DangerSign::NotSure.index();
    is_sign.then_some(index)
}
