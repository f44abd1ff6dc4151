//! What Telegram shows of the bot: who it is, its commands and descriptions.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use teloxide::Bot;

use crate::{
    machine::Command,
    model::{Catalog, keys},
};

use super::{
    call::{CallError, Content, call, tell},
    raw::ALLOWED,
};

/// Posts that Telegram makes at a time.
const CONNECTIONS: u8 = 40;

const PATIENCE: Duration = Duration::from_secs(20);

/// Who the bot is.
#[derive(Debug, Clone, Deserialize)]
pub struct Me {
    /// Its username, without the at sign.
    pub username: String,
}

#[derive(Deserialize)]
struct Answer {
    result: Me,
}

/// Asks Telegram who the bot is.
pub async fn me(bot: &Bot) -> Result<Me, CallError> {
    let answer = call(bot, "getMe", Content::Json("{}".to_owned()), PATIENCE).await?;
    let answer: Answer = serde_json::from_str(&answer).map_err(|_| CallError::Unreadable)?;
    Ok(answer.result)
}

/// Has Telegram post updates to `url`, with this secret. What waits there stays.
pub async fn set_webhook(bot: &Bot, url: &str, secret: &str) -> Result<(), CallError> {
    let hook = json!({
        "url": url,
        "secret_token": secret,
        "max_connections": CONNECTIONS,
        "allowed_updates": ALLOWED,
    });
    let content = Content::Json(hook.to_string());
    tell(bot, "setWebhook", content, PATIENCE).await
}

/// Has Telegram keep updates until they are asked for. What waits there stays.
pub async fn delete_webhook(bot: &Bot) -> Result<(), CallError> {
    let content = Content::Json("{}".to_owned());
    tell(bot, "deleteWebhook", content, PATIENCE).await
}

/// Tells Telegram the commands of the menu and the descriptions.
pub async fn introduce(bot: &Bot, catalog: &Catalog) -> Result<(), CallError> {
    let words = &catalog.words;
    let commands: Vec<_> = Command::MENU
        .iter()
        .map(|(_, name)| {
            let description = words.plain(&format!("command-{name}"));
            json!({ "command": name, "description": description })
        })
        .collect();
    let calls = [
        ("setMyCommands", json!({ "commands": commands })),
        (
            "setMyDescription",
            json!({ "description": words.plain(keys::BOT_DESCRIPTION) }),
        ),
        (
            "setMyShortDescription",
            json!({ "short_description": words.plain(keys::BOT_SHORT_DESCRIPTION) }),
        ),
    ];
    for (method, body) in calls {
        tell(bot, method, Content::Json(body.to_string()), PATIENCE).await?;
    }
    Ok(())
}
