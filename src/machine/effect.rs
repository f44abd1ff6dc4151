//! What the bot does in answer to an event: one closed enum, carried out by the outer ring.

use std::fmt;

use crate::model::Text;

use super::{event::Token, screen::Screen, session::Session};

/// What follows from an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The session afterwards.
    pub session: Session,
    /// What to do, in order.
    pub effects: Vec<Effect>,
    /// What a pressed button answers beside that; every press is answered, with or without words.
    pub toast: Option<Text>,
}

/// One thing to do.
#[derive(Clone, PartialEq, Eq)]
pub enum Effect {
    /// Send a new message.
    Say(Screen),
    /// Send a message that nobody asked for just now; `true`: without a sound.
    Remind(Screen, bool),
    /// Put this in place of the message whose button was pressed; where that can't be changed any
    /// more, send it anew.
    Edit(Screen),
    /// Send a document with everything kept about the person, with this caption.
    Export(Text),
    /// Erase everything kept about the person, everywhere. What follows is sent after that.
    Erase,
    /// Offer the answers of these names, for any chat.
    Offer(Vec<Token>),
    /// Count whether the answer of that name was the one asked for: never who said so, or with what words.
    Count(Token, bool),
    /// Throw away what waits to be sent: the person can't be reached.
    DropUnsent,
}

impl fmt::Debug for Effect {
    /// Which answers a person asked for stays private.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Say(screen) => f.debug_tuple("Say").field(screen).finish(),
            Self::Remind(screen, _) => f.debug_tuple("Remind").field(screen).finish(),
            Self::Edit(screen) => f.debug_tuple("Edit").field(screen).finish(),
            Self::Export(_) => f.write_str("Export(…)"),
            Self::Erase => f.write_str("Erase"),
            Self::Offer(_) => f.write_str("Offer(…)"),
            Self::Count(..) => f.write_str("Count(…)"),
            Self::DropUnsent => f.write_str("DropUnsent"),
        }
    }
}
