//! The settings and the keys, the same for every command that needs them.

use anyhow::Context as _;
use twitchwise::{
    app::Config,
    store::{self, Keys},
};

/// Reads the settings, from `.env` too.
pub(super) fn read() -> anyhow::Result<Config> {
    read_env_file()?;
    // What is no text is wrong, not absent.
    let setting = |name: &str| std::env::var_os(name).map(|v| v.to_string_lossy().into_owned());
    Ok(Config::read(setting)?)
}

/// The keys, made where there are none yet. Beside a database there must be some: with new ones
/// nothing in it could be read.
pub(super) fn keys_or_new(config: &Config) -> anyhow::Result<Keys> {
    if config.data_key.is_some() || config.data_key_file.exists() {
        return keys(config);
    }
    anyhow::ensure!(
        !store::exists(&config.database_url).context("DATABASE_URL")?,
        "DATA_KEY_FILE: the key file {} is missing, but there is a database sealed with a key; \
         bring the key file back, or give the key as DATA_KEY",
        config.data_key_file.display()
    );
    Keys::from_file_or_create(&config.data_key_file).context("DATA_KEY_FILE")
}

/// The keys, which must be there.
pub(super) fn keys(config: &Config) -> anyhow::Result<Keys> {
    match &config.data_key {
        Some(keys) => Keys::parse(keys).context("DATA_KEY"),
        None => Keys::from_file(&config.data_key_file).context("DATA_KEY_FILE"),
    }
}

/// Waits for what one of these commands does.
pub(super) fn wait<T>(work: impl Future<Output = T>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    Ok(runtime.block_on(work))
}

/// A `.env` file in the working folder is optional; one that can't be read is not.
fn read_env_file() -> anyhow::Result<()> {
    match dotenvy::from_path(".env") {
        Ok(()) => Ok(()),
        Err(error) if error.not_found() => Ok(()),
        // The error would quote the line, which may hold the token.
        Err(_) => anyhow::bail!("the file .env can't be read: one NAME=value a line is expected"),
    }
}
