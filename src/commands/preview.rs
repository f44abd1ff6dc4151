//! The local preview: the real bot against an emulated Telegram in the same process, with a phone
//! in the browser.

use std::{io::Write as _, path::Path, sync::Arc};

use anyhow::Context as _;
use twitchwise::{
    app::{self, Clock, Config},
    emulator::{Emulator, Options},
    model::Catalog,
    store::{Keys, Sealer, Store},
    telegram::Bot,
};

/// Where the preview keeps its database: emulated people begin anew at every start, so it does too.
const FOLDER: &str = "data/preview";

/// Runs the preview until it is told to stop.
pub(super) async fn run(
    config: &Config,
    catalog: Arc<Catalog>,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let options = Options {
        listen: config.preview_listen,
        page: true,
        ..Options::default()
    };
    let token = options.token.clone();
    let emulator = Emulator::start(options)
        .await
        .with_context(|| format!("PREVIEW_LISTEN: can't listen on {}", config.preview_listen))?;
    name_bot(&emulator, &token);
    let folder = Path::new(FOLDER);
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(error).context(format!("the folder {FOLDER} can't be emptied"));
        }
        Ok(()) | Err(_) => {}
    }
    let keys = Keys::from_file_or_create(&folder.join("keys/data.key"))?;
    let url = format!("sqlite://{FOLDER}/twitchwise.db");
    let store = Store::open(&url, Sealer::new(&keys)).await?;
    let bot = Bot::new(token).set_api_url(emulator.url().parse()?);
    let clock = Clock::with_offset(Arc::clone(&emulator.clock().offset));
    let running = app::run(catalog, store, bot, clock).await?;
    let greeting = format!(
        "Twitchwise preview: open http://{} in a browser. Ctrl-C stops it.\n\
         For Telegram itself set TELOXIDE_TOKEN (see .env.example).",
        emulator.addr()
    );
    // Nobody may be reading: no reason to end.
    if let Err(error) = writeln!(std::io::stdout().lock(), "{greeting}") {
        log::warn!("the address could not be printed: {error}");
    }
    stop.await;
    running.stop().await;
    emulator.stop().await;
    Ok(())
}

/// On Telegram the operator names the bot; here nobody else does.
fn name_bot(emulator: &Emulator, token: &str) {
    let name = serde_json::json!({ "name": "Twitchwise" });
    let now = emulator.now();
    if let Err(error) = emulator.world(|world| world.call(token, "setMyName", name, now)) {
        log::warn!("the bot has no name: {error:?}");
    }
}
