//! What a bot did wrong, whether or not Telegram would have refused it.

use serde::Serialize;

/// The kind of a violation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ViolationKind {
    /// No method has this name.
    UnknownMethod,
    /// A method of the Bot API that isn't played here.
    NotPlayed,
    /// A parameter or field the Bot API doesn't have.
    UnknownParameter,
    /// A required parameter or field is missing.
    MissingParameter,
    /// A value of a wrong type.
    WrongType,
    /// A text or list longer or shorter than allowed.
    Length,
    /// Markup Telegram can't read, or would show otherwise than meant.
    Markup,
    /// A keyboard Telegram refuses or shows badly.
    Keyboard,
    /// A button press that was never answered, or too late.
    UnansweredCallback,
}

/// Something a bot did wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Violation {
    /// When, in seconds since 1970.
    pub at: i64,
    /// The method called, or empty.
    pub method: String,
    /// What kind.
    pub kind: ViolationKind,
    /// The chat, when there is one.
    pub chat_id: Option<i64>,
    /// What exactly.
    pub detail: String,
}
