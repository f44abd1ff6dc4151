//! A chat: who is in it, its last messages, and what its phones show besides.

use std::collections::VecDeque;

use serde::Serialize;
use serde_json::Value;

use super::message::Message;

/// How many messages a chat keeps; older ones are gone for bot and people.
pub const KEPT_MESSAGES: usize = 500;
const KEPT_TOASTS: usize = 5;

/// Who is in a chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Members {
    /// The bot and one person.
    Private,
    /// The bot and several.
    Group {
        /// The title.
        title: String,
        /// The people.
        people: Vec<i64>,
    },
}

/// What an answered button press shows for a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Toast {
    /// Its number in the chat.
    pub id: u64,
    /// The words; empty when the answer had none.
    pub text: String,
    /// Whether it stays until it is closed.
    pub alert: bool,
    /// The press it answers.
    pub query_id: String,
}

/// A button press that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Press {
    /// The query.
    #[serde(skip)]
    pub query: u64,
    /// The message with the button.
    pub message_id: i64,
    /// The button's data.
    pub data: String,
}

/// A chat.
#[derive(Debug, Clone)]
pub struct Chat {
    /// Its id.
    pub id: i64,
    /// Who is in it.
    pub members: Members,
    /// Whether the person ever wrote: before that a bot can't.
    pub started: bool,
    /// Whether the person blocked the bot.
    pub blocked: bool,
    /// The last messages, the oldest first.
    pub messages: VecDeque<Message>,
    /// Counts every change phones should see.
    pub version: u64,
    /// Until when the bot is shown as typing.
    pub typing_until: i64,
    /// The last answers to presses.
    pub toasts: VecDeque<Toast>,
    /// Presses without an answer.
    pub presses: Vec<Press>,
    /// The pinned message.
    pub pinned: Option<i64>,
    /// What the bot put behind the menu button.
    pub menu_button: Option<Value>,
    last_message: i64,
    last_toast: u64,
}

impl Chat {
    /// An empty chat.
    pub fn new(id: i64, members: Members) -> Self {
        Self {
            id,
            started: matches!(members, Members::Group { .. }),
            members,
            blocked: false,
            messages: VecDeque::new(),
            version: 1,
            typing_until: 0,
            toasts: VecDeque::new(),
            presses: Vec::new(),
            pinned: None,
            menu_button: None,
            last_message: 0,
            last_toast: 0,
        }
    }

    /// Adds a message under the next number.
    pub fn push(&mut self, mut message: Message) -> &Message {
        self.last_message += 1;
        message.id = self.last_message;
        if self.messages.len() >= KEPT_MESSAGES {
            self.messages.pop_front();
        }
        self.messages.push_back(message);
        let last = self.messages.len() - 1;
        &self.messages[last]
    }

    fn position(&self, id: i64) -> Option<usize> {
        self.messages
            .binary_search_by_key(&id, |message| message.id)
            .ok()
    }

    /// A kept message.
    pub fn message(&self, id: i64) -> Option<&Message> {
        self.messages.get(self.position(id)?)
    }

    /// A kept message, to change it.
    pub fn message_mut(&mut self, id: i64) -> Option<&mut Message> {
        let position = self.position(id)?;
        self.messages.get_mut(position)
    }

    /// Takes a message away.
    pub fn remove(&mut self, id: i64) -> Option<Message> {
        let position = self.position(id)?;
        self.messages.remove(position)
    }

    /// Shows the answer to a press.
    pub fn toast(&mut self, text: String, alert: bool, query_id: String) {
        self.last_toast += 1;
        self.toasts.push_back(Toast {
            id: self.last_toast,
            text,
            alert,
            query_id,
        });
        if self.toasts.len() > KEPT_TOASTS {
            self.toasts.pop_front();
        }
    }
}
