//! The outer ring: the only place that waits for both the store and Telegram.
//!
//! [`run`] takes updates in, has them handled chat by chat, commits what follows from them and
//! sends it, until it is told to stop.

mod alarm;
mod clock;
mod config;
mod deliver;
mod export;
mod flood;
mod handle;
mod health;
mod inbox;
mod intake;
mod lanes;
mod limit;
mod metrics;
mod pause;
mod remind;
mod run;
mod settings;
mod settle;
mod status;
mod sweep;
mod turns;
mod under_way;
mod watch;
mod web;
mod webhook;
mod webhook_config;

pub use clock::Clock;
pub use config::{Config, ConfigError, LogFormat};
pub use run::{Running, StartError, run, run_with};
pub use settings::Settings;
pub use webhook_config::WebhookConfig;
