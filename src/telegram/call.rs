//! One call of the Bot API, through the bot's own client.
//!
//! Not through teloxide's request types: those wait ten seconds inside a call that meets a server
//! error, and hide whether an unreadable answer came with a success. Both decide here whether a
//! message is sent again.

use std::time::Duration;

use reqwest::{Body, multipart::Form};
use serde::{Deserialize, de::IgnoredAny};
use teloxide::Bot;

/// Why a call did not give what it was made for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// Telegram could not be reached, or did not answer; whether it took the call is unknown.
    #[error("Telegram can't be reached: {0}")]
    Network(String),
    /// Telegram has trouble of its own.
    #[error("Telegram has trouble: status {0}")]
    Server(u16),
    /// Too many calls: again after this time.
    #[error("Telegram asks to wait {0:?}")]
    Wait(Duration),
    /// Telegram took the call, but its answer can't be read.
    #[error("Telegram's answer can't be read")]
    Unreadable,
    /// Telegram refuses the call: its code and its words.
    #[error("Telegram refuses: {1} ({0})")]
    Refused(u16, String),
}

impl CallError {
    /// Whether Telegram did not answer, or has trouble of its own.
    pub const fn is_unreachable(&self) -> bool {
        matches!(self, Self::Network(_) | Self::Server(_))
    }
}

/// What a call carries.
pub(super) enum Content {
    /// A JSON object, already written.
    Json(String),
    /// Fields and a file.
    Form(Form),
}

#[derive(Deserialize)]
struct Refusal {
    #[serde(default)]
    description: String,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
}

#[derive(Deserialize)]
struct Accepted {
    #[serde(rename = "ok")]
    _ok: IgnoredAny,
}

/// Makes a call and gives Telegram's answer as it came. `patience`: how long an answer may take.
pub(super) async fn call(
    bot: &Bot,
    method: &str,
    content: Content,
    patience: Duration,
) -> Result<String, CallError> {
    let path = format!("/bot{}/{method}", bot.token());
    let url = bot
        .api_url()
        .join(&path)
        .map_err(|e| CallError::Network(e.to_string()))?;
    let request = bot.client().post(url).timeout(patience);
    let request = match content {
        Content::Json(json) => request
            .header(reqwest::header::CONTENT_TYPE, "application/json")
            .body(Body::from(json)),
        Content::Form(form) => request.multipart(form),
    };
    // The address holds the token: it stays out of every error.
    let network = |e: reqwest::Error| CallError::Network(e.without_url().to_string());
    let answer = request.send().await.map_err(network)?;
    let status = answer.status();
    if status.is_success() {
        let body = answer.bytes().await.map_err(|_| CallError::Unreadable)?;
        // Looked at once where it is text, as it nearly always is.
        return Ok(String::from_utf8(body.into())
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()));
    }
    if status.is_server_error() {
        return Err(CallError::Server(status.as_u16()));
    }
    let said = answer.text().await.unwrap_or_default();
    let refusal: Refusal = serde_json::from_str(&said).unwrap_or(Refusal {
        description: String::new(),
        parameters: None,
    });
    match refusal.parameters.and_then(|p| p.retry_after) {
        Some(seconds) => Err(CallError::Wait(Duration::from_secs(seconds))),
        None if status.as_u16() == 429 => Err(CallError::Wait(Duration::from_secs(1))),
        None => Err(CallError::Refused(status.as_u16(), refusal.description)),
    }
}

/// The same for a call of whose answer only the success matters.
pub(super) async fn tell(
    bot: &Bot,
    method: &str,
    content: Content,
    patience: Duration,
) -> Result<(), CallError> {
    let answer = call(bot, method, content, patience).await?;
    serde_json::from_str::<Accepted>(&answer)
        .map(|_| ())
        .map_err(|_| CallError::Unreadable)
}
