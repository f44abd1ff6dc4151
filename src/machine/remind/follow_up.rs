//! "How is the twitch now?": offered with an outcome, asked when the day has come.

// What belongs here (issue 5, item 1): under an outcome the offer in place of `lines::follow_up` (its
// default day, earlier, later, no thanks; at `agenda.hour`, which can be changed there); one follow-up
// at a time (a new check replaces it); when it comes (`blocks`, `buttons`) it names what it knows ("A
// week ago your left eyelid had twitched for 3 days. How is it now?"); the answer by a button or
// typed, in whatever state (`answered`; `agenda` holds that it waits); danger signs first, then anything
// new, tapped or typed; re-triage (`triage::follow_up…`), what has changed and why, the whole outcome
// behind its buttons as after a check (`Finished`), the next offer. Not answered: once more the next
// day (`asked`: plans it), then it rests until the person writes. Gone: ends kindly.

use serde::{Deserialize, Serialize};

use crate::model::{Control, Private, Text, keys};

use super::{
    super::{
        screen::{Block, Button},
        turn::Turn,
    },
    agenda::Reminder,
};

/// What a button about follow-ups stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowUpChoice {
    /// No, thanks.
    No,
}

/// What is being asked in a follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpStage {
    /// How it is now.
    Now,
}

impl FollowUpChoice {
    /// The name, of at most 40 printable ASCII characters.
    pub fn name(&self) -> String {
        match self {
            Self::No => "no".to_owned(),
        }
    }

    /// The choice of that name.
    pub fn named(name: &str) -> Option<Self> {
        (name == "no").then_some(Self::No)
    }

    /// Whether the button works however old it is.
    pub const fn is_timeless(&self) -> bool {
        match self {
            Self::No => true,
        }
    }
}

/// A button was pressed.
pub(super) fn pressed(turn: &mut Turn<'_>, _choice: &FollowUpChoice) {
    super::list(turn);
}

/// Shows what is being asked.
pub(super) fn show(turn: &mut Turn<'_>, _stage: &FollowUpStage) {
    super::list(turn);
}

/// A message was typed in answer: whether it was one.
pub(super) fn typed(
    _turn: &mut Turn<'_>,
    _stage: &FollowUpStage,
    _text: &Private<String>,
    _control: Option<Control>,
) -> bool {
    false
}

/// Whether a message answers a follow-up that came and waits; then it is answered.
pub(super) fn answered(_turn: &mut Turn<'_>, _text: &Private<String>) -> bool {
    false
}

/// A follow-up comes just now: what follows where it is not answered.
pub(super) fn asked(_turn: &mut Turn<'_>, _id: u32) {}

/// What it says.
pub(super) fn blocks(_turn: &Turn<'_>, _one: &Reminder) -> Vec<Block> {
    vec![Block::Para(Text::new(keys::REMINDER_FOLLOW_UP_NAME))]
}

/// Its answers.
pub(super) fn buttons(_turn: &Turn<'_>, _one: &Reminder) -> Vec<Vec<Button>> {
    Vec::new()
}

/// The buttons to change one.
pub(super) fn edit_row(_id: u32) -> Vec<Button> {
    Vec::new()
}
