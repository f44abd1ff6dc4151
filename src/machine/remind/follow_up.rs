//! "How is the twitch now?": asked when the day has come, once more the next day, then never again
//! by itself.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    model::{Assessment, Control, Private, Text, keys},
    schedule::Plan,
    triage::Now,
};

use super::{
    super::{
        screen::{Block, Button, Screen},
        session::Scene,
        turn::Turn,
        typed,
    },
    choice::Remind,
    following, how, is_free, list,
    message::remind,
    offer,
    reminder::{About, Reminder},
};

/// How often it is asked by itself.
const MOST_ASKED: u8 = 2;

/// How long a typed "yes" is taken for the answer about the appointment, in hours.
const OPEN_FOR: i64 = 24;

/// What a button about follow-ups stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowUpChoice {
    /// Ask in so many days.
    In(u8),
    /// Days sooner than the usual one.
    Sooner,
    /// Days later than the usual one.
    Later,
    /// Any day.
    Day,
    /// No, thanks.
    No,
    /// The question, asked now.
    Tell,
    /// The answer to the follow-up of that number.
    Now(u32, Now),
}

/// What is being asked in a follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpStage {
    /// When it is to be asked.
    When,
}

impl FollowUpChoice {
    /// The name, of at most 40 printable ASCII characters.
    pub fn name(&self) -> String {
        match self {
            Self::In(days) => format!("in.{days}"),
            Self::Sooner => "sooner".to_owned(),
            Self::Later => "later".to_owned(),
            Self::Day => "day".to_owned(),
            Self::No => "no".to_owned(),
            Self::Tell => "tell".to_owned(),
            Self::Now(id, now) => {
                let name = how::ANSWERS.iter().find(|(one, ..)| one == now);
                format!("now.{id}.{}", name.map_or("", |(_, name, ..)| name))
            }
        }
    }

    /// The choice of that name.
    pub fn named(name: &str) -> Option<Self> {
        let (kind, rest) = name.split_once('.').unwrap_or((name, ""));
        Some(match (kind, rest) {
            ("in", days) => Self::In(days.parse().ok()?),
            ("sooner", "") => Self::Sooner,
            ("later", "") => Self::Later,
            ("day", "") => Self::Day,
            ("no", "") => Self::No,
            ("tell", "") => Self::Tell,
            ("now", rest) => {
                let (id, now) = rest.split_once('.')?;
                let (now, ..) = how::ANSWERS.iter().find(|(_, name, ..)| *name == now)?;
                Self::Now(id.parse().ok()?, *now)
            }
            _ => return None,
        })
    }

    /// Whether the button works however old it is: it speaks of the last check, or names its
    /// follow-up.
    pub const fn is_timeless(&self) -> bool {
        true
    }
}

/// A button was pressed.
pub(super) fn pressed(turn: &mut Turn<'_>, choice: &FollowUpChoice) {
    match choice {
        FollowUpChoice::In(days) => offer::set(turn, u16::from(*days)),
        FollowUpChoice::Sooner => offer::ask_day(turn, offer::Days::Sooner, None),
        FollowUpChoice::Later => offer::ask_day(turn, offer::Days::Later, None),
        FollowUpChoice::Day => offer::ask_day(turn, offer::Days::Any, None),
        FollowUpChoice::No => offer::decline(turn),
        FollowUpChoice::Tell => tell(turn),
        FollowUpChoice::Now(id, now) => match turn.session.agenda.get(*id).cloned() {
            Some(one) => following::begin(turn, &one, *now, &Assessment::default()),
            None => list::gone(turn),
        },
    }
}

/// Shows what is being asked.
pub(super) fn show(turn: &mut Turn<'_>, stage: &FollowUpStage) {
    match stage {
        FollowUpStage::When => offer::ask_day(turn, offer::Days::Any, None),
    }
}

/// A message was typed in answer: whether it was one.
pub(super) fn typed(
    turn: &mut Turn<'_>,
    stage: &FollowUpStage,
    text: &Private<String>,
    control: Option<Control>,
) -> bool {
    match stage {
        FollowUpStage::When => offer::typed_day(turn, text, control),
    }
}

/// Whether a message answers a follow-up that came and waits, or the offer of one; then it is
/// answered.
pub(super) fn answered(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    // What answers the question of a check is meant for that.
    let taken = typed::is_option(turn, text.reveal()) || typed::is_answer(turn, text.reveal());
    let follows = turn.session.check.as_ref();
    let follows = follows.is_some_and(|check| check.following.is_some());
    !taken && !follows && (told(turn, text) || booked(turn, text) || offer::typed(turn, text))
}

/// Whether a message says if there is an appointment, where that was asked; then "how is it" is
/// asked below.
pub(super) fn booked(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    if !is_free(turn) {
        return false;
    }
    let hours = |at: Timestamp| turn.now.duration_since(at).as_hours();
    let recent = |one: &&Reminder| one.came_at.is_some_and(|at| hours(at) < OPEN_FOR);
    let asked = waiting(turn).filter(recent).cloned();
    let Some(one) = asked.filter(|one| how::asks_for_appointment(turn, one)) else {
        return false;
    };
    let key = match how::appointment(turn, text.reveal()) {
        Some(true) => keys::FOLLOW_UP_BOOKED,
        Some(false) => keys::FOLLOW_UP_NOT_BOOKED,
        None => return false,
    };
    let screen = Screen::say(Text::new(key)).block(Block::Heading(Text::new(keys::FOLLOW_UP_HOW)));
    let rows = how::buttons(&one).into_iter();
    let screen = rows.fold(screen, Screen::row);
    turn.say(screen);
    true
}

/// Whether a message says how it is now, where that was asked; then it is answered.
pub(super) fn told(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    let said = waiting(turn).and_then(|one| Some((one.clone(), how::read(turn, text.reveal())?)));
    if let Some((one, (now, rest))) = &said {
        following::begin(turn, one, *now, rest);
    }
    said.is_some()
}

/// The follow-up that came and waits for its answer.
pub(super) fn waiting<'t>(turn: &'t Turn<'_>) -> Option<&'t Reminder> {
    let mut all = turn.session.agenda.reminders.iter();
    all.find(|one| matches!(one.about, About::FollowUp { asked, .. } if asked > 0))
}

/// A follow-up comes just now: where it is not answered it comes once more the next day.
pub(super) fn asked(turn: &mut Turn<'_>, id: u32) {
    let now = turn.now;
    let agenda = &mut turn.session.agenda;
    let mut often = 0;
    if let Some(About::FollowUp { asked, .. }) = agenda.get_mut(id).map(|one| &mut one.about) {
        *asked = asked.saturating_add(1);
        often = *asked;
    }
    if often < MOST_ASKED {
        let again = Plan::in_days(&agenda.zone(), now, 1, agenda.hour);
        if let Some(again) = again {
            agenda.replan(id, again, now);
        }
    }
}

/// The person put it off: that is an answer, and the count begins anew.
pub(super) fn put_off(turn: &mut Turn<'_>, id: u32) {
    if let Some(one) = turn.session.agenda.get_mut(id)
        && let About::FollowUp { asked, .. } = &mut one.about
    {
        *asked = 0;
    }
}

/// The way to a follow-up that was not answered and rests.
pub(in super::super) fn tell_button(turn: &Turn<'_>) -> Vec<Button> {
    let waits = waiting(turn).filter(|_| turn.session.check.is_none());
    let tell = || Button::new(keys::BUTTON_NOW_TELL, choice(FollowUpChoice::Tell));
    waits.map(|_| tell()).into_iter().collect()
}

/// The question, because the person wants to answer it.
fn tell(turn: &mut Turn<'_>) {
    let follow_up = |one: &&Reminder| matches!(one.about, About::FollowUp { .. });
    let one = turn.session.agenda.reminders.iter().find(follow_up);
    let Some(one) = one.cloned() else {
        return list::gone(turn);
    };
    turn.enter(Scene::Home);
    let mut screen = Screen {
        blocks: how::question(turn, &one),
        ..Screen::default()
    };
    for row in how::buttons(&one) {
        screen = screen.row(row);
    }
    turn.show(screen);
}

/// What it says when it comes.
pub(super) fn blocks(turn: &Turn<'_>, one: &Reminder) -> Vec<Block> {
    let mut blocks = Vec::new();
    // Counted since the copy that is passed in was made.
    let now = turn.session.agenda.get(one.id).unwrap_or(one);
    if matches!(now.about, About::FollowUp { asked, .. } if asked >= MOST_ASKED) {
        let check = turn.session.check.as_ref();
        let half = check.is_some_and(|check| check.following.is_some());
        let key = if half {
            keys::FOLLOW_UP_AGAIN_HALF
        } else {
            keys::FOLLOW_UP_AGAIN
        };
        blocks.push(Block::Para(Text::new(key)));
    }
    blocks.extend(how::question(turn, one));
    blocks
}

/// Its answers.
pub(super) fn buttons(_turn: &Turn<'_>, one: &Reminder) -> Vec<Vec<Button>> {
    how::buttons(one)
}

/// The buttons to change one.
pub(super) fn edit_row(_id: u32) -> Vec<Button> {
    let day = Button::new(keys::BUTTON_FOLLOW_UP_DAY, choice(FollowUpChoice::Day));
    let tell = Button::new(keys::BUTTON_NOW_TELL, choice(FollowUpChoice::Tell));
    vec![day, tell]
}

pub(super) const fn choice(choice: FollowUpChoice) -> super::super::event::Choice {
    remind(Remind::FollowUp(choice))
}
