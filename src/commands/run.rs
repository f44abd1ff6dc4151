//! `twitchwise run`: the bot on Telegram, or the local preview where there is no token.

use std::{path::Path, process::ExitCode, sync::Arc, time::Duration};

use anyhow::Context as _;
use tokio::signal::unix::{SignalKind, signal};
use twitchwise::{
    app::{self, Clock, Config},
    model::Catalog,
    store::{Sealer, Store},
    telegram::Bot,
};

use super::{logging, preview, settings};

/// How long what can't be interrupted may take after the end.
const LEFTOVERS: Duration = Duration::from_millis(200);

/// Runs until SIGTERM or Ctrl-C.
pub(crate) fn run(dialogues: Option<&Path>) -> anyhow::Result<ExitCode> {
    let config = settings::read()?;
    logging::start(config.log_format);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let done = runtime.block_on(async {
        // First: from here on a signal ends it in good order.
        let stop = stop_signal()?;
        let mut catalog = super::catalog(dialogues)?;
        catalog.retention_days = config.settings.retention_days;
        let catalog = Arc::new(catalog);
        match config.token.clone() {
            Some(token) => live(&config, token, catalog, stop).await,
            None => preview::run(&config, catalog, stop).await,
        }
    });
    // Looking up Telegram's address can't be interrupted, and must not hold up the end.
    runtime.shutdown_timeout(LEFTOVERS);
    done.map(|()| ExitCode::SUCCESS)
}

async fn live(
    config: &Config,
    token: String,
    catalog: Arc<Catalog>,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let keys = settings::keys_or_new(config)?;
    let store = Store::open(&config.database_url, Sealer::new(&keys))
        .await
        .context("DATABASE_URL")?;
    let mut bot = Bot::new(token);
    if let Some(url) = &config.api_url {
        bot = bot.set_api_url(url.clone());
    }
    tokio::pin!(stop);
    let settings = config.settings.clone();
    let running = tokio::select! {
        running = app::run_with(catalog, store, bot, Clock::default(), settings) => running?,
        () = &mut stop => return Ok(()),
    };
    log::info!("running");
    let lost = tokio::select! {
        () = &mut stop => false,
        () = running.ended() => true,
    };
    log::info!("stopping");
    running.stop().await;
    // A bot that takes in nothing any more is better ended, to be started again.
    anyhow::ensure!(!lost, "a part of the bot ended by itself: start it again");
    Ok(())
}

/// Ends when the process is asked to stop.
fn stop_signal() -> anyhow::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
