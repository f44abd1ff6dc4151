//! Small daily nudges that fit what the person told about their days.

// What belongs here (issue 5, item 2): offered after an outcome and from the list (`offer_button`),
// those that fit the answers of the last check first; each with its days and hours, chosen by buttons
// or typed (`language::read_time`); at most three a day (`schedule::busiest_day`), said kindly where it
// would be more; an hour in quiet hours is asked about before it is set
// (`Plan::in_quiet_hours_too`), with the zone unset what time it is there is asked at once
// (`clock::ask`); a caution where the person's context is one it is not for; a nudge that comes
// (`nudge`) has the food idea of the day; a week after it was set `About::HabitHelped` comes once:
// keep, change, stop (`helped_question`, `helped_buttons`, `settle` in message.rs shows how a message is
// answered in place). Late ones outside of their window are passed over (`still_makes_sense`).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    model::{Catalog, Control, Private, Text},
    schedule::{Plan, Zone},
};

use super::{
    super::{
        event::Token,
        screen::{Block, Button},
        turn::Turn,
    },
    agenda::Reminder,
};

/// What a button about nudges stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum HabitChoice {
    /// The nudges that can be had.
    List,
}

/// What is being asked about a nudge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HabitStage {
    /// Which.
    List,
}

impl HabitChoice {
    /// The name, of at most 40 printable ASCII characters.
    pub fn name(&self) -> String {
        match self {
            Self::List => "list".to_owned(),
        }
    }

    /// The choice of that name.
    pub fn named(name: &str) -> Option<Self> {
        (name == "list").then_some(Self::List)
    }

    /// Whether the button works however old it is.
    pub const fn is_timeless(&self) -> bool {
        match self {
            Self::List => true,
        }
    }
}

/// A button was pressed.
pub(super) fn pressed(turn: &mut Turn<'_>, _choice: &HabitChoice) {
    super::list(turn);
}

/// Shows what is being asked.
pub(super) fn show(turn: &mut Turn<'_>, _stage: &HabitStage) {
    super::list(turn);
}

/// A message was typed in answer: whether it was one.
pub(super) fn typed(
    _turn: &mut Turn<'_>,
    _stage: &HabitStage,
    _text: &Private<String>,
    _control: Option<Control>,
) -> bool {
    false
}

/// The button to the nudges, in the list of reminders and under an outcome.
pub(super) fn offer_button() -> Vec<Button> {
    Vec::new()
}

/// The buttons to change one.
pub(super) fn edit_row(_id: u32) -> Vec<Button> {
    Vec::new()
}

/// Whether a nudge that was due at `due` is still of use.
pub(super) fn still_makes_sense(
    _catalog: &Catalog,
    _habit: &str,
    _plan: &Plan,
    _zone: &Zone,
    _due: Timestamp,
    _now: Timestamp,
) -> bool {
    true
}

/// What a nudge says.
pub(super) fn nudge(_turn: &Turn<'_>, _one: &Reminder, habit: &Token) -> Vec<Block> {
    vec![Block::Para(Text::new(format!("habit-{habit}")))]
}

/// How a nudge is named.
pub(super) fn name(habit: &Token) -> Text {
    Text::new(format!("habit-{habit}.name"))
}

/// "You have had it for a week. Has it helped?"
pub(super) fn helped_question(habit: &Token) -> Vec<Block> {
    vec![Block::Para(name(habit))]
}

/// Keep, change, stop.
pub(super) fn helped_buttons(_id: u32, _habit: &Token) -> Vec<Vec<Button>> {
    Vec::new()
}

/// A nudge was stopped or deleted: what hangs on it goes too.
pub(super) fn stopped(_turn: &mut Turn<'_>, _habit: &Token) {}
