//! The settings that the running bot goes by, whoever starts it.

use std::net::SocketAddr;

use crate::model::RETENTION_DAYS;

use super::{
    config::parsed,
    webhook_config::{self, WebhookConfig},
};

/// The longest that people may be remembered: a century.
const LONGEST_RETENTION: u32 = 36_500;
/// Telegram allows about 30 to many people.
const SEND_PER_SECOND: u32 = 25;

/// What the running bot goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How updates come by webhook; none: by long polling.
    pub webhook: Option<WebhookConfig>,
    /// Where health and metrics are served; none: nowhere.
    pub metrics_listen: Option<SocketAddr>,
    /// Messages a second that nobody asked for, over all chats; 0: no limit.
    pub send_per_second: u32,
    /// After so many days of silence a person is erased: 1 to 36,500.
    pub retention_days: u32,
    /// The chat that may ask for the bot's state.
    pub operator_chat: Option<i64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            webhook: None,
            metrics_listen: None,
            send_per_second: SEND_PER_SECOND,
            retention_days: RETENTION_DAYS,
            operator_chat: None,
        }
    }
}

/// Reads them through `set`; what is wrong is added to `wrong`.
pub(super) fn read(set: impl Fn(&str) -> Option<String>, wrong: &mut Vec<String>) -> Settings {
    let webhook = webhook_config::read(&set, wrong);
    let listen = "an address such as 127.0.0.1:9100";
    let metrics_listen = parsed(set("METRICS_LISTEN"), "METRICS_LISTEN", listen, wrong);
    let rate = "a whole number such as 25";
    let send_per_second = parsed(set("SEND_PER_SECOND"), "SEND_PER_SECOND", rate, wrong);
    let days = "a number of days from 1 to 36500";
    let retention_days =
        parsed(set("RETENTION_DAYS"), "RETENTION_DAYS", days, wrong).unwrap_or(RETENTION_DAYS);
    if !(1..=LONGEST_RETENTION).contains(&retention_days) {
        wrong.push(format!("RETENTION_DAYS: not {days}"));
    }
    let chat = "the number of a chat";
    let operator_chat = parsed(set("OPERATOR_CHAT_ID"), "OPERATOR_CHAT_ID", chat, wrong);
    Settings {
        webhook,
        metrics_listen,
        send_per_second: send_per_second.unwrap_or(SEND_PER_SECOND),
        retention_days,
        operator_chat,
    }
}
