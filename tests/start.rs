//! The bot's start when something is wrong: one message that says what, and no secret in it.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod binary;

use std::{fs, path::Path, process::Output};

use binary::{fed, said, twitchwise};
use sqlx::{Connection as _, Executor as _, SqliteConnection};
use twitchwise::store::{Keys, Sealer, Store};

const TOKEN: &str = "123456789:secret-token-of-the-test";
/// Base64 of 32 bytes.
const KEY: &str = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMzQ=";

/// How a start with these settings ends.
fn start(folder: &Path, settings: &[(&str, &str)]) -> Output {
    let mut command = twitchwise(folder, &["run"]);
    command.envs(settings.iter().copied());
    fed(command, b"")
}

#[test]
fn every_wrong_setting_is_named_at_once_and_no_value_is_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let wrong = [
        ("TELOXIDE_TOKEN", "SECRET-no-token"),
        ("TELOXIDE_API_URL", "SECRET-no-address"),
        ("DATABASE_URL", "mysql://user:SECRET@host/db"),
        ("DATA_KEY", "SECRET-no-key"),
        ("PREVIEW_LISTEN", "SECRET:99999"),
        ("LOG_FORMAT", "SECRET-xml"),
        ("METRICS_LISTEN", "SECRET"),
        ("SEND_PER_SECOND", "-SECRET"),
        ("RETENTION_DAYS", "0"),
        ("OPERATOR_CHAT_ID", "SECRET"),
        ("WEBHOOK_LISTEN", "SECRET"),
    ];
    let output = start(folder.path(), &wrong);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    for (name, _) in wrong {
        assert!(said.contains(name), "{name} is not named:\n{said}");
    }
    assert!(!said.contains("SECRET"), "{said}");
    for (name, value) in wrong {
        let output = start(folder.path(), &[(name, value)]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let said = self::said(&output);
        let others: Vec<_> = wrong.iter().filter(|(n, _)| *n != name).collect();
        assert!(said.contains(name), "{said}");
        assert!(
            !others.iter().any(|(n, _)| said.contains(&format!("{n}:"))),
            "{said}"
        );
        assert!(!said.contains("SECRET"), "{said}");
    }
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert!(
        left.is_empty(),
        "nothing is made before the settings are right: {left:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_setting_that_is_no_text_is_wrong_not_absent() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = tempfile::tempdir().expect("a folder");
    let mut command = twitchwise(folder.path(), &["run"]);
    command.env("TELOXIDE_TOKEN", std::ffi::OsStr::from_bytes(b"1:\xff\xfe"));
    let output = fed(command, b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("TELOXIDE_TOKEN"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_broken_env_file_is_named_and_not_quoted() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(
        folder.path().join(".env"),
        format!("TELOXIDE_TOKEN={TOKEN}\n{TOKEN} 'x\n"),
    )
    .expect("written");
    let output = start(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains(".env"), "{}", said(&output));
    assert!(!said(&output).contains("secret-token"), "{}", said(&output));
}

#[test]
fn the_env_file_is_that_of_the_working_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(".env"), "LOG_FORMAT=of-the-parent\n").expect("written");
    let inner = folder.path().join("inner");
    fs::create_dir(&inner).expect("a folder");
    fs::write(inner.join(".env"), "PREVIEW_LISTEN=nowhere\n").expect("written");
    let said = said(&start(&inner, &[]));
    assert!(
        said.contains("PREVIEW_LISTEN") && !said.contains("LOG_FORMAT"),
        "{said}"
    );
    fs::write(inner.join(".env"), "").expect("written");
    let database = [("TELOXIDE_TOKEN", "no-token")];
    let said = self::said(&start(&inner, &database));
    assert!(
        said.contains("TELOXIDE_TOKEN") && !said.contains("LOG_FORMAT"),
        "{said}"
    );
}

/// How a start with this database ends: long before Telegram would be asked.
fn start_with(database: &Path) -> Output {
    let url = format!("sqlite://{}", database.display());
    let settings = [
        ("TELOXIDE_TOKEN", TOKEN),
        ("TELOXIDE_API_URL", "http://127.0.0.1:9"),
        ("DATABASE_URL", url.as_str()),
        ("DATA_KEY", KEY),
    ];
    let output = start(database.parent().expect("a folder"), &settings);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let words = said(&output);
    assert!(
        !words.contains("secret-token") && !words.contains(KEY),
        "{words}"
    );
    let shown = database.display().to_string();
    assert!(words.contains(&shown), "the file is not named:\n{words}");
    output
}

/// A database that this version made.
async fn database(path: &Path, key: &str) {
    let url = format!("sqlite://{}", path.display());
    let keys = Keys::parse(key).expect("a key");
    let store = Store::open(&url, Sealer::new(&keys))
        .await
        .expect("a store");
    store.close().await.expect("closed");
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bot.db");
    let garbage = "not a database at all ".repeat(500);
    fs::write(&path, &garbage).expect("written");
    let said = said(&start_with(&path));
    assert!(said.contains("is not a database"), "{said}");
    assert_eq!(fs::read_to_string(&path).expect("still there"), garbage);
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bot.db");
    database(&path, KEY).await;
    let url = format!("sqlite://{}", path.display());
    let mut conn = SqliteConnection::connect(&url).await.expect("opens");
    conn.execute(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (7001, 'from the future', TRUE, x'00', 0)",
    )
    .await
    .expect("written");
    conn.close().await.expect("closed");
    let said = said(&start_with(&path));
    assert!(said.contains("7001") && said.contains("newer"), "{said}");
}

#[tokio::test]
async fn a_database_sealed_with_another_key_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bot.db");
    database(&path, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=").await;
    let said = said(&start_with(&path));
    assert!(said.contains("another key"), "{said}");
}

#[test]
fn a_refused_token_ends_the_start_and_is_not_shown() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let emulator = runtime
        .block_on(twitchwise::emulator::Emulator::start(
            twitchwise::emulator::Options::default(),
        ))
        .expect("an emulator");
    let folder = tempfile::tempdir().expect("a folder");
    let url = emulator.url();
    let output = start(
        folder.path(),
        &[
            ("TELOXIDE_TOKEN", TOKEN),
            ("TELOXIDE_API_URL", &url),
            ("RUST_LOG", "trace"),
        ],
    );
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains("TELOXIDE_TOKEN"), "{said}");
    assert!(!said.contains("secret-token"), "{said}");
    runtime.block_on(emulator.stop());
}
