//! How the program logs: never what a person said, never the token.

use std::io::Write as _;

use env_logger::{Builder, Env, Logger};
use log::{LevelFilter, Log, Metadata, Record, kv};
use serde_json::{Map, Value};
use twitchwise::app::LogFormat;

/// Starts logging to standard error.
pub(crate) fn start(format: LogFormat) {
    let mut builder = Builder::from_env(Env::default().default_filter_or("info"));
    for module in ["reqwest", "hyper", "hyper_util", "sqlx"] {
        builder.filter_module(module, LevelFilter::Warn);
    }
    if format == LogFormat::Json {
        builder.format(|out, record| {
            let mut line = Map::new();
            line.insert("at".into(), jiff::Timestamp::now().to_string().into());
            line.insert("level".into(), record.level().as_str().into());
            line.insert("target".into(), record.target().into());
            line.insert("message".into(), record.args().to_string().into());
            let mut fields = Fields(&mut line);
            let _ = record.key_values().visit(&mut fields);
            writeln!(out, "{}", Value::Object(line))
        });
    }
    let logger = builder.build();
    log::set_max_level(logger.filter());
    // Only a second logger is refused, and there is none.
    let _ = log::set_boxed_logger(Box::new(Discreet(logger)));
    std::panic::set_hook(Box::new(|panic| {
        // The place alone: the message may repeat what a person said.
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        log::error!("panicked at {place}");
    }));
}

/// These log whole updates and addresses that hold the token.
const TALKATIVE: [&str; 3] = ["teloxide", "teloxide_core", "dptree"];

/// A logger without what the talkative say, whatever `RUST_LOG` asks for.
struct Discreet(Logger);

impl Log for Discreet {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let library = metadata.target().split("::").next().unwrap_or_default();
        !TALKATIVE.contains(&library) && self.0.enabled(metadata)
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            self.0.log(record);
        }
    }

    fn flush(&self) {
        self.0.flush();
    }
}

struct Fields<'l>(&'l mut Map<String, Value>);

impl<'kvs> kv::VisitSource<'kvs> for Fields<'_> {
    fn visit_pair(&mut self, key: kv::Key<'kvs>, value: kv::Value<'kvs>) -> Result<(), kv::Error> {
        let value = value
            .to_i64()
            .map_or_else(|| Value::from(value.to_string()), Value::from);
        self.0.insert(key.as_str().to_owned(), value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_setting_makes_the_talkative_talk() {
        let logger = Discreet(
            Builder::new()
                .parse_filters("trace,teloxide::dispatching=trace")
                .build(),
        );
        let hears = |target| {
            let metadata = Metadata::builder()
                .level(log::Level::Error)
                .target(target)
                .build();
            logger.enabled(&metadata)
        };
        assert!(hears("twitchwise::app") && hears("teloxidelike"));
        assert!(!hears("teloxide") && !hears("teloxide::dispatching::dispatcher"));
        assert!(!hears("teloxide_core::net::request"));
    }
}
