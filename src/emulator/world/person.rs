//! A person with a phone.

use serde::Serialize;
use serde_json::{Value, json};

/// A person; their private chat with the bot has the same id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The id of the user.
    pub id: i64,
    /// The first name.
    pub name: String,
    /// The user name, without `@`.
    pub username: Option<String>,
    /// The language of the phone.
    pub language: Option<String>,
}

impl Person {
    /// As a Bot API `User`.
    pub fn user(&self) -> Value {
        let mut user = json!({ "id": self.id, "is_bot": false, "first_name": self.name });
        if let Some(username) = &self.username {
            user["username"] = json!(username);
        }
        if let Some(language) = &self.language {
            user["language_code"] = json!(language);
        }
        user
    }
}
