//! The buttons about what comes by itself, each with a name that a button can carry.

use crate::schedule::Snooze;

use super::{
    clock_choice::ClockChoice, follow_up::FollowUpChoice, habit_choice::HabitChoice,
    own_choice::OwnChoice,
};

/// What a button about what comes by itself stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remind {
    /// The list of everything.
    List,
    /// One of the list, to change it.
    Open(u32),
    /// It comes no more, until it is turned on again.
    Pause(u32),
    /// It is turned on again.
    Resume(u32),
    /// It goes.
    Delete(u32),
    /// Nothing comes for a week.
    PauseAll,
    /// Everything comes again.
    ResumeAll,
    /// After the person was away: everything stays off.
    StayOff,
    /// What it reminded of is done.
    Done(u32),
    /// Its ways to be put off.
    Later(u32),
    /// Put off.
    Snooze(u32, Snooze),
    /// It is not to come again.
    Stop(u32),
    /// The same under a message that holds several: what comes of it is said below, so that the
    /// others keep their words and their buttons.
    Among(Box<Self>),
    /// The person's own reminders.
    Own(OwnChoice),
    /// "How is it now?"
    FollowUp(FollowUpChoice),
    /// Small daily nudges.
    Habit(HabitChoice),
    /// The clock and the quiet hours.
    Clock(ClockChoice),
}

const SNOOZES: [(Snooze, &str); 3] = [
    (Snooze::OneHour, "hour"),
    (Snooze::ThisEvening, "evening"),
    (Snooze::Tomorrow, "tomorrow"),
];

impl Remind {
    /// The name, of at most 48 printable ASCII characters.
    pub fn name(&self) -> String {
        match self {
            Self::List => "list".to_owned(),
            Self::Open(id) => format!("open.{id}"),
            Self::Pause(id) => format!("pause.{id}"),
            Self::Resume(id) => format!("resume.{id}"),
            Self::Delete(id) => format!("delete.{id}"),
            Self::PauseAll => "pause".to_owned(),
            Self::ResumeAll => "resume".to_owned(),
            Self::StayOff => "off".to_owned(),
            Self::Done(id) => format!("done.{id}"),
            Self::Later(id) => format!("later.{id}"),
            Self::Snooze(id, how) => {
                let how = SNOOZES.iter().find(|(one, _)| one == how);
                format!("snooze.{id}.{}", how.map_or("", |(_, name)| name))
            }
            Self::Stop(id) => format!("stop.{id}"),
            Self::Among(choice) => format!("among.{}", choice.name()),
            Self::Own(choice) => format!("own.{}", choice.name()),
            Self::FollowUp(choice) => format!("ask.{}", choice.name()),
            Self::Habit(choice) => format!("nudge.{}", choice.name()),
            Self::Clock(choice) => format!("clock.{}", choice.name()),
        }
    }

    /// The choice of that name.
    pub fn named(name: &str) -> Option<Self> {
        let (kind, rest) = name.split_once('.').unwrap_or((name, ""));
        let id = || rest.parse().ok();
        Some(match kind {
            "list" if rest.is_empty() => Self::List,
            "open" => Self::Open(id()?),
            "pause" if rest.is_empty() => Self::PauseAll,
            "pause" => Self::Pause(id()?),
            "resume" if rest.is_empty() => Self::ResumeAll,
            "resume" => Self::Resume(id()?),
            "off" if rest.is_empty() => Self::StayOff,
            "delete" => Self::Delete(id()?),
            "done" => Self::Done(id()?),
            "later" => Self::Later(id()?),
            "snooze" => {
                let (id, how) = rest.split_once('.')?;
                let (how, _) = SNOOZES.iter().find(|(_, name)| *name == how)?;
                Self::Snooze(id.parse().ok()?, *how)
            }
            "stop" => Self::Stop(id()?),
            "among" if !rest.starts_with("among") => Self::Among(Box::new(Self::named(rest)?)),
            "own" => Self::Own(OwnChoice::named(rest)?),
            "ask" => Self::FollowUp(FollowUpChoice::named(rest)?),
            "nudge" => Self::Habit(HabitChoice::named(rest)?),
            "clock" => Self::Clock(ClockChoice::named(rest)?),
            _ => return None,
        })
    }

    /// Whether the button works however old it is: it names what it means, or opens a screen.
    pub fn is_timeless(&self) -> bool {
        match self {
            Self::List
            | Self::Open(_)
            | Self::Pause(_)
            | Self::Resume(_)
            | Self::Delete(_)
            | Self::PauseAll
            | Self::ResumeAll
            | Self::StayOff
            | Self::Done(_)
            | Self::Later(_)
            | Self::Snooze(..)
            | Self::Stop(_) => true,
            Self::Among(choice) => choice.is_timeless(),
            Self::Own(choice) => choice.is_timeless(),
            Self::FollowUp(choice) => choice.is_timeless(),
            Self::Habit(choice) => choice.is_timeless(),
            Self::Clock(choice) => choice.is_timeless(),
        }
    }
}
