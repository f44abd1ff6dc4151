//! Brings the parts up, keeps them running, and takes them down within a few seconds.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::watch,
    task::JoinHandle,
    time::{Instant, timeout_at},
};

use crate::{
    model::Catalog,
    store::{Received, Store, StoreError},
    telegram::{self, Bot, CallError, Handle, StopToken, introduce, listener, me, poll},
};

use super::{clock::Clock, deliver::Deliverer, handle::Handler, inbox::Inbox, pause::pause};

/// How long one long poll waits.
const POLL: Duration = Duration::from_secs(25);
/// How long what is under way may take to end at a stop.
const DRAIN: Duration = Duration::from_secs(3);
/// How long messages on their way may take to arrive at a stop.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Why the bot could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The store can't be read.
    #[error("the database can't be read: {0}")]
    Store(#[from] StoreError),
    /// Telegram refuses the token.
    #[error("Telegram does not accept the token (TELOXIDE_TOKEN): {0}")]
    Token(String),
    /// The start was interrupted.
    #[error("stopped before the start was done")]
    Stopped,
}

/// The bot while it runs.
pub struct Running {
    stop: watch::Sender<bool>,
    listener: StopToken,
    receiving: JoinHandle<()>,
    dispatching: JoinHandle<()>,
    deliverer: Deliverer,
    store: Store,
}

/// Starts the bot: what an earlier run left in the inbox and the outbox comes first.
pub async fn run(
    catalog: Arc<Catalog>,
    store: Store,
    bot: Bot,
    clock: Clock,
) -> Result<Running, StartError> {
    let username = reach(&bot).await?;
    let (stop, stopped) = watch::channel(false);
    let (feed, listener) = listener();
    let stopper = listener.stopper();
    let inbox = Arc::new(Inbox::new(store.clone(), feed, clock.clone()));
    let deliverer = Deliverer::new(bot.clone(), store.clone(), clock.clone(), stopped.clone());
    let handler = Arc::new(Handler {
        catalog: Arc::clone(&catalog),
        store: store.clone(),
        inbox: Arc::clone(&inbox),
        deliverer: deliverer.clone(),
        clock: clock.clone(),
        bot: username,
    });
    let unsent = deliverer.resume().await?;
    let unhandled = inbox.replay().await?;
    if unsent + unhandled > 0 {
        log::info!(unsent, unhandled; "an earlier run left work behind: taken up");
    }
    let dispatching = tokio::spawn(dispatch(bot.clone(), listener, handler));
    let receiving = tokio::spawn(receive(
        bot.clone(),
        store.clone(),
        inbox,
        clock,
        stopped.clone(),
    ));
    tokio::spawn(introduce_until_heard(bot, catalog, stopped));
    Ok(Running {
        stop,
        listener: stopper,
        receiving,
        dispatching,
        deliverer,
        store,
    })
}

impl Running {
    /// Stops: no new updates, what is under way ends, what is unsent stays in the store.
    pub async fn stop(self) {
        let deadline = Instant::now() + DRAIN;
        let _ = self.stop.send(true);
        let _ = timeout_at(deadline, self.receiving).await;
        self.listener.stop();
        if timeout_at(deadline, self.dispatching).await.is_err() {
            log::warn!("some updates were still under way: the next start takes them up");
        }
        let sent = async {
            while self.deliverer.busy() > 0 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        if timeout_at(deadline.min(Instant::now() + LAST_WORDS), sent)
            .await
            .is_err()
        {
            log::info!("some messages are still unsent: the next start sends them");
        }
        if let Err(error) = self.store.close().await {
            log::error!("the database was not closed cleanly: {error}");
        }
    }
}

/// Who the bot is, as soon as Telegram can be reached. Only a refused token ends it.
async fn reach(bot: &Bot) -> Result<String, StartError> {
    let mut attempts = 0;
    loop {
        match me(bot).await {
            Ok(me) => return Ok(me.username),
            Err(CallError::Refused(401 | 404, said)) => return Err(StartError::Token(said)),
            Err(error) => log::warn!(attempt = attempts + 1; "{error}"),
        }
        tokio::time::sleep(pause(attempts)).await;
        attempts += 1;
    }
}

async fn dispatch(bot: Bot, listener: telegram::Listener, handler: Arc<Handler>) {
    let panicked = Arc::clone(&handler);
    let handle: Handle = Arc::new(move |update| {
        let handler = Arc::clone(&handler);
        Box::pin(async move { handler.handle(update).await })
    });
    let panicked: Handle = Arc::new(move |update| {
        let handler = Arc::clone(&panicked);
        Box::pin(async move { handler.panicked(update).await })
    });
    telegram::dispatch(bot, listener, handle, panicked).await;
}

/// Takes updates in: committed before the next poll confirms them.
async fn receive(
    bot: Bot,
    store: Store,
    inbox: Arc<Inbox>,
    clock: Clock,
    mut stop: watch::Receiver<bool>,
) {
    let mut attempts = 0;
    while !*stop.borrow() {
        let round = async {
            let offset = store.next_offset().await?.unwrap_or(0);
            let updates = poll(&bot, offset, POLL).await.map_err(Trouble::Call)?;
            take(&store, &inbox, &clock, updates).await
        };
        let done: Result<(), Trouble> = tokio::select! {
            done = round => done,
            _ = stop.wait_for(|stopped| *stopped) => return,
        };
        match done {
            Ok(()) => attempts = 0,
            Err(trouble) => {
                let wait = match trouble {
                    Trouble::Call(CallError::Wait(wait)) => wait,
                    Trouble::Call(_) | Trouble::Store(_) => pause(attempts),
                };
                log::warn!(attempt = attempts + 1; "updates can't be received: {trouble}");
                attempts += 1;
                tokio::select! {
                    () = tokio::time::sleep(wait) => {}
                    _ = stop.wait_for(|stopped| *stopped) => return,
                }
            }
        }
    }
}

async fn take(
    store: &Store,
    inbox: &Inbox,
    clock: &Clock,
    updates: Vec<telegram::RawUpdate>,
) -> Result<(), Trouble> {
    // The last, not the greatest: after a quiet week Telegram counts anew.
    let Some(next) = updates.last().map(|update| update.update_id + 1) else {
        return Ok(());
    };
    let received = updates.into_iter().map(|update| Received {
        update_id: update.update_id,
        chat: update.chat,
        user: update.user,
        body: update.body.into_bytes(),
    });
    let rows = store
        .receive(received.collect(), Some(next), clock.now())
        .await?;
    inbox.take(rows).await;
    Ok(())
}

#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("{0}")]
    Call(CallError),
    #[error("{0}")]
    Store(#[from] StoreError),
}

/// Commands and descriptions may wait: a person who writes is answered without them.
async fn introduce_until_heard(bot: Bot, catalog: Arc<Catalog>, mut stop: watch::Receiver<bool>) {
    let mut attempts = 0;
    while let Err(error) = introduce(&bot, &catalog).await {
        log::warn!(attempt = attempts + 1; "commands and descriptions are not set: {error}");
        let wait = match error {
            CallError::Wait(wait) => wait,
            CallError::Network(_)
            | CallError::Server(_)
            | CallError::Unreadable
            | CallError::Refused(..) => pause(attempts),
        };
        attempts += 1;
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = stop.wait_for(|stopped| *stopped) => return,
        }
    }
}
