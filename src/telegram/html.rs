//! A screen as Telegram's HTML and inline keyboard.

use serde::Serialize;

use crate::{
    machine::{Action, Button, Markup, Screen, payload, write},
    model::Words,
};

use super::token::encode;

/// The keyboard under a message, as Telegram reads it.
#[derive(Debug, Serialize)]
pub(super) struct Keyboard {
    inline_keyboard: Vec<Vec<Key>>,
}

#[derive(Debug, Serialize)]
struct Key {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    callback_data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// The words of a screen in Telegram's HTML.
pub(super) fn text(screen: &Screen, words: &Words) -> String {
    let mut html = Html(String::with_capacity(512));
    write(&screen.blocks, words, &mut html);
    html.0
}

/// The buttons of a screen. `bot`: the bot's username, for links to the private chat.
pub(super) fn keyboard(screen: &Screen, words: &Words, bot: &str) -> Keyboard {
    let key = |button: &Button| {
        let label = words.say(&button.label);
        let text = match button.ticked {
            Some(true) => format!("✅ {label}"),
            Some(false) | None => label.into_owned(),
        };
        match &button.action {
            Action::Choose(choice) => Key {
                text,
                callback_data: Some(encode(screen.revision, choice)),
                url: None,
            },
            Action::OpenChat(payload) => Key {
                text,
                callback_data: None,
                url: Some(format!("https://t.me/{bot}?start={payload}")),
            },
            Action::Share(name) => Key {
                text,
                callback_data: None,
                url: Some(format!(
                    "https://t.me/share/url?url=https%3A%2F%2Ft.me%2F{bot}%3Fstart%3D{}",
                    payload(name)
                )),
            },
        }
    };
    let row = |row: &Vec<Button>| row.iter().map(key).collect();
    Keyboard {
        inline_keyboard: screen.keyboard.iter().map(row).collect(),
    }
}

struct Html(String);

impl Html {
    fn tagged(&mut self, tag: &str, words: &str) {
        self.0.push('<');
        self.0.push_str(tag);
        self.0.push('>');
        self.text(words);
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }
}

impl Markup for Html {
    fn text(&mut self, words: &str) {
        let mut rest = words;
        // All three are single bytes: between them whole runs are copied.
        while let Some(at) = rest.bytes().position(|b| matches!(b, b'&' | b'<' | b'>')) {
            let (run, special) = rest.split_at(at);
            self.0.push_str(run);
            self.0.push_str(match special.as_bytes().first() {
                Some(b'&') => "&amp;",
                Some(b'<') => "&lt;",
                _ => "&gt;",
            });
            rest = &special[1..];
        }
        self.0.push_str(rest);
    }

    fn strong(&mut self, words: &str) {
        self.tagged("b", words);
    }

    fn small(&mut self, words: &str) {
        self.tagged("i", words);
    }

    fn fold(&mut self) {
        self.0.push_str("<blockquote expandable>");
    }

    fn unfold(&mut self) {
        self.0.push_str("</blockquote>");
    }
}
