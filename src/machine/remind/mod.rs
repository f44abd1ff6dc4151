//! What comes by itself: follow-ups, small daily nudges and the person's own reminders. Pure.
//!
//! The reminders stand in the session, as an [`Agenda`]. The outer ring keeps beside it when the
//! next is due, and makes an event of it ([`Event::Due`](super::Event::Due)) when that time has
//! come. A message that comes by itself never changes what is on the screen, nor makes a button
//! stale: only what the person presses or types then does.

mod agenda;
mod choice;
mod clock;
mod clock_choice;
mod due;
mod follow_up;
mod following;
mod habit_choice;
mod habit_day;
mod habit_message;
mod habit_screen;
mod habits;
mod how;
mod list;
mod message;
mod offer;
mod own;
mod own_choice;
mod own_screen;
mod place;
mod reminder;
mod said;
mod when;

pub use agenda::{Agenda, Reach};
pub use choice::Remind;
pub use clock_choice::{ClockChoice, ClockStage};
pub use follow_up::{FollowUpChoice, FollowUpStage};
pub use following::Following;
pub use habit_choice::{Days as HabitDays, HabitChoice, HabitDraft, HabitStage};
pub use own_choice::{Draft, OwnChoice, OwnStage, Soon};
pub use reminder::{About, Helped, Reminder};

pub(super) use clock::{located, settings_lines, settings_rows};
pub(super) use due::due;
pub(super) use follow_up::tell_button;
pub(super) use following::{assess, broken_off, today};
pub(super) use habits::{OFFER as HABITS, forget_unknown};
pub(super) use list::{away, back, list};
pub(super) use offer::{begin_anew, offer};

use serde::{Deserialize, Serialize};

use crate::model::{Control, Private};

use super::{session::Scene, turn::Turn};

/// What is being set up, or answered, on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// The list, or one of it.
    List,
    /// A reminder of the person's own.
    Own(OwnStage),
    /// "How is it now?"
    FollowUp(FollowUpStage),
    /// A small daily nudge.
    Habit(HabitStage),
    /// The clock and the quiet hours.
    Clock(ClockStage),
}

/// A button was pressed.
pub(super) fn pressed(turn: &mut Turn<'_>, choice: &Remind) {
    match choice {
        Remind::List => list(turn),
        Remind::Open(id) => list::open(turn, *id),
        Remind::Pause(id) => list::pause(turn, *id),
        Remind::Resume(id) => list::resume(turn, *id),
        Remind::Delete(id) => list::delete(turn, *id),
        Remind::PauseAll => list::pause_all(turn),
        Remind::ResumeAll => list::resume_all(turn),
        Remind::StayOff => list::stay_off(turn),
        Remind::Done(id) => message::done(turn, *id),
        Remind::Later(id) => message::later(turn, *id),
        Remind::Snooze(id, how) => message::snooze(turn, *id, *how),
        Remind::Stop(id) => message::stop(turn, *id),
        Remind::Among(choice) => {
            turn.pressed = false;
            pressed(turn, choice);
        }
        Remind::Own(choice) => own::pressed(turn, choice),
        Remind::FollowUp(choice) => follow_up::pressed(turn, choice),
        Remind::Habit(choice) => habits::pressed(turn, choice),
        Remind::Clock(choice) => clock::pressed(turn, choice),
    }
}

/// A message was typed while something is being set up or answered: whether it was about that.
/// Danger was looked for before.
pub(super) fn typed(
    turn: &mut Turn<'_>,
    doing: &Doing,
    text: &Private<String>,
    control: Option<Control>,
) -> bool {
    let leaves = matches!(control, Some(Control::Cancel | Control::Back));
    if leaves && matches!(doing, Doing::Own(_) | Doing::Habit(_)) {
        list(turn);
        return true;
    }
    match doing {
        Doing::List => false,
        Doing::Own(stage) => own::typed(turn, stage, text, control),
        Doing::FollowUp(stage) => follow_up::typed(turn, stage, text, control),
        Doing::Habit(stage) => habits::typed(turn, stage, text, control),
        // "Better" is no place: it answers what came while the clock was asked for.
        Doing::Clock(stage) => {
            follow_up::told(turn, text)
                || follow_up::booked(turn, text)
                || message::answered(turn, text)
                || list::answered(turn, text)
                || place::typed(turn, stage, text, control)
        }
    }
}

/// Whether no question is on the screen that a short word may answer. "Yes" is no time of day.
fn is_free(turn: &Turn<'_>) -> bool {
    matches!(
        turn.session.scene,
        Scene::Home
            | Scene::Outcome
            | Scene::Remind(Doing::List | Doing::Clock(ClockStage::Zone(_)))
    )
}

/// A message was typed, whatever is on the screen: whether it asks for a reminder, or answers a
/// question that came by itself. Danger was looked for before.
pub(super) fn asked(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    message::answered(turn, text)
        || offer::requested(turn, text)
        || own::asked(turn, text)
        || habit_message::answered(turn, text)
        || follow_up::answered(turn, text)
        || list::answered(turn, text)
}

/// Asks once more what is being asked, below something else that was said.
pub(super) fn once_more(turn: &mut Turn<'_>, doing: &Doing) {
    if !matches!(doing, Doing::List) {
        again(turn, doing);
    }
}

/// Shows once more what is being set up or answered.
pub(super) fn again(turn: &mut Turn<'_>, doing: &Doing) {
    match doing {
        Doing::List => list(turn),
        Doing::Own(stage) => own::show(turn, stage),
        Doing::FollowUp(stage) => follow_up::show(turn, stage),
        Doing::Habit(stage) => habits::show(turn, stage),
        Doing::Clock(stage) => clock::show(turn, stage),
    }
}
