//! What is to be sent for a step, rendered: one row of the outbox each.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{json, value::RawValue};

use crate::{
    machine::{Effect, Screen, Step},
    model::{Catalog, Text, Words},
};

use super::{
    html,
    incoming::{Incoming, Target},
    inline,
};

/// One row of the outbox: the answer to a pressed button and at most one message, so that a crash
/// in between sends at most one message twice.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Delivery {
    /// `answerCallbackQuery`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Box<RawValue>>,
    /// What is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
}

/// What is shown.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// `sendMessage`.
    New(Box<RawValue>),
    /// `editMessageText`.
    Edit(Box<RawValue>),
    /// `answerInlineQuery`.
    Inline(Box<RawValue>),
    /// `sendDocument`.
    Document {
        /// The chat.
        chat: i64,
        /// The file's name.
        name: String,
        /// What stands under it.
        caption: String,
        /// The file.
        content: String,
    },
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery")
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Body {
    /// The method, not the words: they may be the person's own.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::New(_) => "New(…)",
            Self::Edit(_) => "Edit(…)",
            Self::Inline(_) => "Inline(…)",
            Self::Document { .. } => "Document(…)",
        })
    }
}

/// The name of the exported file.
const EXPORT_NAME: &str = "twitchwise-my-data.json";

/// Renders a step. `export`: the document for [`Effect::Export`], where the step has one.
pub fn deliveries(
    catalog: &Catalog,
    bot: &str,
    incoming: &Incoming,
    step: &Step,
    export: Option<String>,
) -> Vec<Delivery> {
    let words = &catalog.words;
    let mut export = export;
    let mut out: Vec<Delivery> = Vec::new();
    for effect in &step.effects {
        let body = match effect {
            Effect::Say(screen) | Effect::Remind(screen, false) => {
                new_message(incoming.chat, screen, words, bot, false)
            }
            Effect::Remind(screen, true) => new_message(incoming.chat, screen, words, bot, true),
            Effect::Edit(screen) => edit(incoming, screen, words, bot),
            Effect::Export(caption) => document(incoming.chat, words, caption, export.take()),
            Effect::Offer(names) => incoming
                .target
                .inline
                .as_ref()
                .and_then(|query| inline::answer(catalog, bot, query, names).map(Body::Inline)),
            Effect::Erase | Effect::DropUnsent | Effect::Count(..) => None,
        };
        out.extend(body.map(|body| Delivery {
            answer: None,
            body: Some(body),
        }));
    }
    if let Some(answer) = answer(&incoming.target, step.toast.as_ref(), words) {
        match out.first_mut() {
            Some(first) => first.answer = Some(answer),
            None => out.push(Delivery {
                answer: Some(answer),
                body: None,
            }),
        }
    }
    out
}

/// A message with that text alone, when no step could be made.
pub fn kind_line(catalog: &Catalog, chat: i64, text: &Text) -> Delivery {
    let screen = Screen::say(text.clone());
    Delivery {
        answer: None,
        body: new_message(chat, &screen, &catalog.words, "", false),
    }
}

fn new_message(chat: i64, screen: &Screen, words: &Words, bot: &str, silent: bool) -> Option<Body> {
    raw(&Shown {
        chat_id: chat,
        message_id: None,
        disable_notification: silent,
        text: html::text(screen, words),
        parse_mode: "HTML",
        link_preview_options: NoPreview { is_disabled: true },
        reply_markup: html::keyboard(screen, words, bot),
    })
    .map(Body::New)
}

fn edit(incoming: &Incoming, screen: &Screen, words: &Words, bot: &str) -> Option<Body> {
    let Some(message) = incoming.target.message else {
        return new_message(incoming.chat, screen, words, bot, false);
    };
    raw(&Shown {
        chat_id: incoming.chat,
        message_id: Some(message),
        disable_notification: false,
        text: html::text(screen, words),
        parse_mode: "HTML",
        link_preview_options: NoPreview { is_disabled: true },
        reply_markup: html::keyboard(screen, words, bot),
    })
    .map(Body::Edit)
}

fn document(chat: i64, words: &Words, caption: &Text, content: Option<String>) -> Option<Body> {
    Some(Body::Document {
        chat,
        name: EXPORT_NAME.to_owned(),
        caption: words.say(caption).into_owned(),
        content: content?,
    })
}

fn answer(target: &Target, toast: Option<&Text>, words: &Words) -> Option<Box<RawValue>> {
    let query = target.query.as_ref()?;
    let answer = match toast {
        Some(text) => json!({ "callback_query_id": query, "text": words.say(text) }),
        None => json!({ "callback_query_id": query }),
    };
    raw(&answer)
}

pub(super) fn raw(value: &impl Serialize) -> Option<Box<RawValue>> {
    serde_json::value::to_raw_value(value).ok()
}

#[derive(Serialize)]
struct Shown {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_id: Option<i32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disable_notification: bool,
    text: String,
    parse_mode: &'static str,
    link_preview_options: NoPreview,
    reply_markup: html::Keyboard,
}

#[derive(Serialize)]
pub(super) struct NoPreview {
    pub(super) is_disabled: bool,
}
