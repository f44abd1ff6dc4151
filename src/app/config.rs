//! The settings, from the environment: all wrong ones are named at once.

use std::{fmt, net::SocketAddr, path::PathBuf, str::FromStr};

use url::Url;

use crate::store::Keys;

use super::settings::{self, Settings};

/// The settings.
#[derive(Clone)]
pub struct Config {
    /// The bot's token; none: the local preview.
    pub token: Option<String>,
    /// Address of the Bot API server; none: Telegram's.
    pub api_url: Option<Url>,
    /// Where the database is.
    pub database_url: String,
    /// The keys that seal what people said; none: the key file.
    pub data_key: Option<String>,
    /// The file of the keys.
    pub data_key_file: PathBuf,
    /// Where the local preview listens.
    pub preview_listen: SocketAddr,
    /// What the running bot goes by.
    pub settings: Settings,
    /// How log lines look.
    pub log_format: LogFormat,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Every wrong setting, one line each: its name and what is wrong. Values are not repeated, they may
/// be secrets.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("these settings are wrong:\n{}", .0.join("\n"))]
pub struct ConfigError(pub Vec<String>);

impl fmt::Debug for Config {
    /// Neither the token nor the keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("preview_listen", &self.preview_listen)
            .finish_non_exhaustive()
    }
}

impl Config {
    /// Reads the settings through `get` (a variable's value, none where it is not set).
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let mut wrong = Vec::new();
        let set = |name: &str| {
            get(name)
                .map(|v| v.trim().to_owned())
                .filter(|v| !v.is_empty())
        };
        let token = set("TELOXIDE_TOKEN");
        if token
            .as_deref()
            .is_some_and(|token| !looks_like_token(token))
        {
            wrong.push("TELOXIDE_TOKEN: not a token of BotFather (123456:ABC…)".to_owned());
        }
        let api_url = parsed(
            set("TELOXIDE_API_URL"),
            "TELOXIDE_API_URL",
            "an http(s) address",
            &mut wrong,
        )
        .filter(|url: &Url| {
            let ok = matches!(url.scheme(), "http" | "https") && url.has_host();
            if !ok {
                wrong.push("TELOXIDE_API_URL: not an http(s) address".to_owned());
            }
            ok
        });
        let database_url =
            set("DATABASE_URL").unwrap_or_else(|| "sqlite://data/twitchwise.db".to_owned());
        if !(database_url.starts_with("sqlite:") || database_url.starts_with("postgres")) {
            wrong.push("DATABASE_URL: neither sqlite://PATH nor postgres://…".to_owned());
        }
        let data_key = set("DATA_KEY");
        if let Some(Err(error)) = data_key.as_deref().map(Keys::parse) {
            wrong.push(format!("DATA_KEY: {error}"));
        }
        let preview = "PREVIEW_LISTEN";
        let preview_listen = parsed(
            set(preview),
            preview,
            "an address such as 127.0.0.1:8787",
            &mut wrong,
        )
        .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8787)));
        let log_format = match set("LOG_FORMAT").as_deref() {
            None | Some("text") => LogFormat::Text,
            Some("json") => LogFormat::Json,
            Some(_) => {
                wrong.push("LOG_FORMAT: neither text nor json".to_owned());
                LogFormat::Text
            }
        };
        let settings = settings::read(set, &mut wrong);
        if !wrong.is_empty() {
            return Err(ConfigError(wrong));
        }
        Ok(Self {
            token,
            api_url,
            database_url,
            data_key,
            data_key_file: set("DATA_KEY_FILE")
                .unwrap_or_else(|| "keys/data.key".to_owned())
                .into(),
            preview_listen,
            settings,
            log_format,
        })
    }
}

pub(super) fn parsed<T: FromStr>(
    value: Option<String>,
    name: &str,
    what: &str,
    wrong: &mut Vec<String>,
) -> Option<T> {
    let parsed = value?.parse().ok();
    if parsed.is_none() {
        wrong.push(format!("{name}: not {what}"));
    }
    parsed
}

/// `NUMBER:SECRET`.
fn looks_like_token(token: &str) -> bool {
    token.split_once(':').is_some_and(|(number, secret)| {
        !number.is_empty()
            && number.bytes().all(|b| b.is_ascii_digit())
            && !secret.is_empty()
            && secret
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    })
}
