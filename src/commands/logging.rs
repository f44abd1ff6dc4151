//! How the program logs: never what a person said, never the token.

use std::{io::Write as _, panic::PanicHookInfo};

use env_logger::{Builder, Env};
use log::{LevelFilter, Log, Metadata, Record, kv};
use serde_json::{Map, Value};
use twitchwise::app::LogFormat;

/// Starts logging to standard error.
pub(crate) fn start(format: LogFormat) {
    let mut builder = Builder::from_env(Env::default().default_filter_or("info"));
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
    let logger = Discreet(builder.build());
    let most = logger.0.filter();
    // Logging may be on already where the library is embedded.
    if log::set_boxed_logger(Box::new(logger)).is_ok() {
        log::set_max_level(most);
    }
    std::panic::set_hook(Box::new(|panic| log::error!("{}", told(panic))));
}

/// What is logged of a panic: the place alone, as the message may repeat what a person said.
fn told(panic: &PanicHookInfo<'_>) -> String {
    let place = panic
        .location()
        .map(ToString::to_string)
        .unwrap_or_default();
    format!("panicked at {place}")
}

/// Keeps libraries quiet that log whole updates, addresses that hold the token, or values, whatever
/// `RUST_LOG` asks of them.
struct Discreet(env_logger::Logger);

/// The most that a library may say.
fn most(target: &str) -> LevelFilter {
    match target.split("::").next().unwrap_or(target) {
        "teloxide" | "teloxide_core" | "dptree" => LevelFilter::Off,
        "reqwest" | "hyper" | "hyper_util" | "sqlx" | "sqlx_core" | "sqlx_sqlite" => {
            LevelFilter::Warn
        }
        _ => LevelFilter::Trace,
    }
}

impl Log for Discreet {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= most(metadata.target()) && self.0.enabled(metadata)
    }

    fn log(&self, record: &Record<'_>) {
        if record.level() <= most(record.target()) {
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
    use std::{
        panic,
        sync::{Arc, Mutex},
        thread,
    };

    use super::*;

    #[test]
    fn what_a_panic_says_is_not_told() {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let before = panic::take_hook();
        let hear = Arc::clone(&heard);
        panic::set_hook(Box::new(move |panic| {
            hear.lock().unwrap().push(told(panic));
        }));
        let said = String::from("zqxw7marker");
        let ended = [
            thread::spawn({
                let said = said.clone();
                move || panic!("{said}")
            }),
            thread::spawn({
                let said = said.clone();
                move || assert!(said.is_empty(), "{said} is left")
            }),
            thread::spawn(move || {
                let _number = said.parse::<u32>().map_err(|_| said).unwrap();
            }),
        ]
        .map(thread::JoinHandle::join);
        panic::set_hook(before);
        assert!(ended.iter().all(Result::is_err), "each panicked");
        let heard = heard.lock().unwrap();
        assert_eq!(heard.len(), 3);
        for line in heard.iter() {
            assert!(
                line.starts_with("panicked at src/commands/logging.rs:"),
                "{line}"
            );
            assert!(!line.contains("marker"), "{line}");
        }
    }
}
