//! How the program logs: never what a person said, never the token.

use std::io::Write as _;

use env_logger::{Builder, Env};
use log::{LevelFilter, kv};
use serde_json::{Map, Value};
use twitchwise::app::LogFormat;

/// Starts logging to standard error.
pub(crate) fn start(format: LogFormat) {
    let mut builder = Builder::from_env(Env::default().default_filter_or("info"));
    // These log whole updates and addresses that hold the token.
    for module in ["teloxide", "teloxide_core", "dptree"] {
        builder.filter_module(module, LevelFilter::Off);
    }
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
    // Logging may be on already where the library is embedded.
    let _ = builder.try_init();
    std::panic::set_hook(Box::new(|panic| {
        // The place alone: the message may repeat what a person said.
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        log::error!("panicked at {place}");
    }));
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
