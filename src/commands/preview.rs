//! The local preview: the real bot against an emulated Telegram in the same process, with a phone
//! in the browser.

use std::{
    fs::{self, TryLockError},
    io::{self, Write as _},
    path::Path,
    sync::Arc,
};

use anyhow::Context as _;
use twitchwise::{
    app::{self, Clock, Config, Settings},
    emulator::{Emulator, Options},
    model::Catalog,
    store::{Keys, Sealer, Store},
    telegram::Bot,
};

/// Where the preview keeps its database: emulated people begin anew at every start, so it does too.
const FOLDER: &str = "data/preview";
const DATABASE: &str = "twitchwise.db";

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
    begin_anew(&folder.join(DATABASE))?;
    let keys = Keys::from_file_or_create(&folder.join("keys/data.key"))?;
    let url = format!("sqlite://{FOLDER}/{DATABASE}");
    let store = Store::open(&url, Sealer::new(&keys)).await?;
    let bot = Bot::new(token).set_api_url(emulator.url().parse()?);
    let clock = Clock::with_offset(Arc::clone(&emulator.clock().offset));
    // Nobody but the emulator is there to post.
    let settings = Settings {
        webhook: None,
        ..config.settings.clone()
    };
    let running = app::run_with(catalog, store, bot, clock, settings).await?;
    let greeting = format!(
        "Twitchwise preview: open http://{} in a browser. Ctrl-C stops it.\n\
         For Telegram itself set TELOXIDE_TOKEN (see .env.example).",
        emulator.addr()
    );
    // Nobody may be reading: no reason to end.
    if let Err(error) = writeln!(io::stdout().lock(), "{greeting}") {
        log::warn!("the address could not be printed: {error}");
    }
    tokio::select! {
        () = stop => {}
        () = running.ended() => log::error!("the bot has ended: start it again"),
    }
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

/// Removes the database of an earlier preview: its own files only, and not those of a preview that
/// runs now.
fn begin_anew(database: &Path) -> anyhow::Result<()> {
    let file = |ending: &str| {
        let mut path = database.as_os_str().to_owned();
        path.push(ending);
        path
    };
    let cant = || format!("{} can't be begun anew", database.display());
    match fs::File::open(file(".lock")).map(|lock| lock.try_lock()) {
        Ok(Err(TryLockError::WouldBlock)) => {
            anyhow::bail!("another preview runs in this folder: end it first");
        }
        // A file system without locks, or no earlier preview.
        Ok(Ok(()) | Err(TryLockError::Error(_))) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(cant),
    }
    for ending in ["", "-wal", "-shm"] {
        match fs::remove_file(file(ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(cant);
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_previews_own_files_go_and_only_while_it_rests() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        begin_anew(&path(DATABASE)).unwrap();
        for name in [
            "notes.txt",
            "twitchwise.db",
            "twitchwise.db-wal",
            "twitchwise.db.lock",
        ] {
            fs::write(path(name), "x").unwrap();
        }
        let running = fs::File::open(path("twitchwise.db.lock")).unwrap();
        running.try_lock().unwrap();
        assert!(begin_anew(&path(DATABASE)).is_err());
        assert!(path("twitchwise.db").exists());
        drop(running);
        begin_anew(&path(DATABASE)).unwrap();
        assert!(!path("twitchwise.db").exists() && !path("twitchwise.db-wal").exists());
        assert!(path("notes.txt").exists());
    }
}
