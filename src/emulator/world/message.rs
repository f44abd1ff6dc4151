//! A message as the world keeps it.

use std::sync::Arc;

use serde_json::Value;

use super::file::File;
use crate::emulator::rules::entity::Formatted;

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// The bot.
    Bot,
    /// A person.
    Person(i64),
}

/// The kinds of files in messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A file shown as such.
    Document,
    /// A picture.
    Photo,
    /// A sticker.
    Sticker,
    /// A spoken message.
    Voice,
}

impl FileKind {
    /// Its name in the Bot API and in the people API.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Photo => "photo",
            Self::Sticker => "sticker",
            Self::Voice => "voice",
        }
    }
}

/// What is in a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A text.
    Text(Formatted),
    /// A file with a caption.
    File {
        /// Of which kind.
        kind: FileKind,
        /// The file.
        file: Arc<File>,
        /// The words below it.
        caption: Formatted,
    },
    /// A place.
    Location {
        /// Degrees north.
        latitude: f64,
        /// Degrees east.
        longitude: f64,
    },
    /// Something Telegram says, such as who joined: fields added to the message.
    Service(Value),
}

/// A message.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Its number in the chat.
    pub id: i64,
    /// Who wrote it.
    pub author: Author,
    /// When, in seconds since 1970.
    pub date: i64,
    /// When it was last edited.
    pub edited: Option<i64>,
    /// What is in it.
    pub content: Content,
    /// The buttons below it, as compact JSON: most messages are never looked at again.
    pub inline_keyboard: Option<Box<str>>,
    /// The keyboard it puts in place of the phone's, or its removal.
    pub reply_keyboard: Option<Box<str>>,
    /// The message it answers.
    pub reply_to: Option<i64>,
    /// The bot's reaction to it.
    pub reaction: Option<String>,
    /// Whether it came by way of the bot's inline mode.
    pub via_bot: bool,
    /// Whether it may not be forwarded.
    pub protected: bool,
    /// As it was when it came, where it was edited since.
    pub original: Option<Box<Original>>,
}

/// A message as it was when it came.
#[derive(Debug, Clone, PartialEq)]
pub struct Original {
    /// What was in it.
    pub content: Content,
    /// The buttons below it.
    pub inline_keyboard: Option<Box<str>>,
}

impl Message {
    /// A message with nothing but its content.
    pub fn new(author: Author, date: i64, content: Content) -> Self {
        Self {
            id: 0,
            author,
            date,
            edited: None,
            content,
            inline_keyboard: None,
            reply_keyboard: None,
            reply_to: None,
            reaction: None,
            via_bot: false,
            protected: false,
            original: None,
        }
    }

    /// Remembers how it is now, before it is edited for the first time.
    pub fn keep_original(&mut self) {
        if self.original.is_none() {
            self.original = Some(Box::new(Original {
                content: self.content.clone(),
                inline_keyboard: self.inline_keyboard.clone(),
            }));
        }
    }

    /// What was in it when it came, and the buttons below it then.
    pub fn as_sent(&self) -> (&Content, Option<&str>) {
        match &self.original {
            Some(original) => (&original.content, original.inline_keyboard.as_deref()),
            None => (&self.content, self.inline_keyboard.as_deref()),
        }
    }

    /// The buttons below it.
    pub fn keyboard(&self) -> Option<Value> {
        self.inline_keyboard
            .as_deref()
            .and_then(|json| serde_json::from_str(json).ok())
    }

    /// Whether a button below it carries this data.
    pub fn has_button(&self, data: &str) -> bool {
        let Some(keyboard) = self.keyboard() else {
            return false;
        };
        let rows = keyboard["inline_keyboard"].as_array();
        rows.into_iter()
            .flatten()
            .filter_map(Value::as_array)
            .flatten()
            .any(|button| button["callback_data"] == data)
    }

    /// The text or caption.
    pub fn words(&self) -> Option<&Formatted> {
        match &self.content {
            Content::Text(text) | Content::File { caption: text, .. } => Some(text),
            Content::Location { .. } | Content::Service(_) => None,
        }
    }
}
