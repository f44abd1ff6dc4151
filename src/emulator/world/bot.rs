//! The bot as Telegram knows it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// A webhook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Webhook {
    /// Where updates go; empty for none.
    pub url: String,
    /// The secret sent along.
    pub secret: Option<String>,
    /// How many deliveries may run at a time.
    pub max_connections: usize,
    /// Counts changes, so that deliveries of an older setting end.
    pub epoch: u64,
    /// When a delivery last failed, and how.
    pub last_error: Option<(i64, String)>,
}

/// Texts by language code; the empty one is for everybody.
pub type ByLanguage = BTreeMap<String, String>;

/// The bot.
#[derive(Debug)]
pub struct Bot {
    /// Its id, the token's first part.
    pub id: i64,
    /// Its token.
    pub token: String,
    /// Its user name.
    pub username: String,
    /// Its names.
    pub names: ByLanguage,
    /// What an empty chat shows.
    pub descriptions: ByLanguage,
    /// What its profile shows.
    pub short_descriptions: ByLanguage,
    /// Its commands by scope and language.
    pub commands: BTreeMap<(String, String), Vec<Value>>,
    /// The menu button of all private chats.
    pub menu_button: Option<Value>,
    /// Where updates go.
    pub webhook: Webhook,
    /// Whether it called `logOut`.
    pub logged_out: bool,
}

impl Bot {
    /// A bot that nothing was set for yet.
    pub fn new(token: &str, username: &str) -> Self {
        let id = token
            .split(':')
            .next()
            .and_then(|id| id.parse().ok())
            .unwrap_or(1);
        Self {
            id,
            token: token.to_owned(),
            username: username.to_owned(),
            names: BTreeMap::from([(String::new(), username.to_owned())]),
            descriptions: BTreeMap::new(),
            short_descriptions: BTreeMap::new(),
            commands: BTreeMap::new(),
            menu_button: None,
            webhook: Webhook {
                max_connections: 40,
                ..Webhook::default()
            },
            logged_out: false,
        }
    }

    /// The text of a language, or the one for everybody.
    pub fn localized<'a>(texts: &'a ByLanguage, language: &str) -> &'a str {
        texts
            .get(language)
            .or_else(|| texts.get(""))
            .map_or("", String::as_str)
    }

    /// Its name.
    pub fn name(&self) -> &str {
        Self::localized(&self.names, "")
    }

    /// As a Bot API `User`.
    pub fn user(&self) -> Value {
        json!({
            "id": self.id,
            "is_bot": true,
            "first_name": self.name(),
            "username": self.username,
        })
    }
}
