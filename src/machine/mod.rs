//! The conversation: `step(catalog, session, event, now) -> Step`. Pure and total.
//!
//! Whatever the session (also one saved by older content) and whatever happens, a step ends with
//! a way on, and emergency advice is one tap away. Time is an argument.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod account;
mod answer;
mod ask;
mod crisis;
mod effect;
mod emergency;
mod event;
mod flow;
mod home;
mod inline;
mod lines;
mod outcome;
mod pages;
mod question;
mod remind;
mod review;
mod said;
mod screen;
mod session;
mod step;
mod subject;
mod told;
mod turn;
mod typed;
mod understood;
mod warned;

pub use crisis::crisis_article;
pub use effect::{Effect, Step};
pub use event::{Attachment, Choice, Command, Event, Located, Origin, Page, Press, Token};
pub use inline::CRISIS;
pub use pages::whole;
pub use remind::{
    About, Agenda, ClockChoice, ClockStage, Doing, Draft, FollowUpChoice, FollowUpStage, Following,
    HabitChoice, HabitDays, HabitDraft, HabitStage, Helped, OwnChoice, OwnStage, Reach, Remind,
    Reminder, Soon,
};
pub use screen::{Action, Block, Button, Markup, Plain, Screen, payload, write};
pub use session::{Check, Finished, Grave, Part, Place, Scene, Session};
pub use step::step;
pub use subject::Subject;
pub use told::said_to;
