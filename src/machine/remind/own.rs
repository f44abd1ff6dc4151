//! The person's own reminders: "remind me tomorrow at 9 to call the doctor".

// What belongs here (issue 5, item 3): a typed request is understood (`language::read_reminder`) in
// whatever state, read back ("I will remind you tomorrow at 09:00: “call the doctor”. Is that
// right?" Yes / Change) and only then set; without a time "When shall I remind you?" with buttons
// (in an hour, this evening, tomorrow morning, in a week, other: type it); without words "What
// about?" (or "nothing, just remind me"); all of it by buttons from the list too (`NEW`); the same
// for a change of one that is set (`edit_row`: other time, other words). A time in quiet hours is
// asked about: send it then all the same, or after quiet hours. A past time is said to be past. With
// the zone unset it is set, and what time it is there asked at once (`clock::ask`). A check under
// way goes on with the same question after the reminder is set (as after a quick answer).

use serde::{Deserialize, Serialize};

use crate::model::{Control, Private, Text, keys};

use super::{
    super::{
        event::Choice,
        screen::{Button, Screen},
        session::Scene,
        turn::Turn,
    },
    Doing,
    choice::Remind,
};

/// What a button about the person's own reminders stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnChoice {
    /// Begins a new one.
    New,
}

/// What is being asked about one of the person's own reminders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnStage {
    /// What, and when.
    New,
}

/// Begins a new one.
pub(super) const NEW: Choice = Choice::Remind(Remind::Own(OwnChoice::New));

impl OwnChoice {
    /// The name, of at most 40 printable ASCII characters.
    pub fn name(&self) -> String {
        match self {
            Self::New => "new".to_owned(),
        }
    }

    /// The choice of that name.
    pub fn named(name: &str) -> Option<Self> {
        (name == "new").then_some(Self::New)
    }

    /// Whether the button works however old it is.
    pub const fn is_timeless(&self) -> bool {
        match self {
            Self::New => true,
        }
    }
}

/// A button was pressed.
pub(super) fn pressed(turn: &mut Turn<'_>, choice: &OwnChoice) {
    match choice {
        OwnChoice::New => show(turn, &OwnStage::New),
    }
}

/// Shows what is being asked.
pub(super) fn show(turn: &mut Turn<'_>, _stage: &OwnStage) {
    turn.enter(Scene::Remind(Doing::Own(OwnStage::New)));
    let list = Button::new(keys::BUTTON_REMINDERS_BACK, Choice::Remind(Remind::List));
    let screen = Screen::say(Text::new(keys::REMINDERS_HOW)).row(vec![list]);
    turn.show(screen);
}

/// A message was typed in answer: whether it was one.
pub(super) fn typed(
    _turn: &mut Turn<'_>,
    _stage: &OwnStage,
    _text: &Private<String>,
    _control: Option<Control>,
) -> bool {
    false
}

/// Whether a message asks for a reminder, or for the list of them; then it is answered.
pub(super) fn asked(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    let asks = text.reveal().trim().eq_ignore_ascii_case("reminders");
    if asks {
        super::list(turn);
    }
    asks
}

/// The buttons to change one.
pub(super) fn edit_row(_id: u32) -> Vec<Button> {
    Vec::new()
}
