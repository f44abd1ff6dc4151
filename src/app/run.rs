//! Brings the parts up, keeps them running, and takes them down within a few seconds.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::{Notify, watch},
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
}

/// The bot while it runs.
pub struct Running {
    ended: Arc<Notify>,
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
        stop: stopped.clone(),
    });
    let unsent = deliverer.resume().await?;
    let unhandled = inbox.replay().await?;
    if unsent + unhandled > 0 {
        log::info!(unsent, unhandled; "an earlier run left work behind: taken up");
    }
    let ended = Arc::new(Notify::new());
    let alarm = Alarm(Arc::clone(&ended));
    let dispatching = dispatch(bot.clone(), listener, Arc::clone(&handler));
    let dispatching = tokio::spawn(alarm.clone().when_ends(dispatching));
    let receiver = Receiver {
        bot: bot.clone(),
        store: store.clone(),
        inbox,
        handler,
        clock,
    };
    let receiving = tokio::spawn(alarm.when_ends(receiver.run(stopped.clone())));
    tokio::spawn(introduce_until_heard(bot, catalog, stopped));
    Ok(Running {
        ended,
        stop,
        listener: stopper,
        receiving,
        dispatching,
        deliverer,
        store,
    })
}

/// Tells when a part that the bot can't be without has ended, by a panic too.
#[derive(Clone)]
struct Alarm(Arc<Notify>);

impl Alarm {
    async fn when_ends(self, part: impl Future<Output = ()>) {
        part.await;
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

impl Running {
    /// Waits until the bot has lost a part that it can't be without. It is to be stopped then, and
    /// started again.
    pub async fn ended(&self) {
        self.ended.notified().await;
    }

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
        Box::pin(async move { handler.handle(&update).await })
    });
    let panicked: Handle = Arc::new(move |update| {
        let handler = Arc::clone(&panicked);
        Box::pin(async move { handler.panicked(&update).await })
    });
    telegram::dispatch(bot, listener, handle, panicked).await;
}

/// Takes updates in: committed before the next poll confirms them.
struct Receiver {
    bot: Bot,
    store: Store,
    inbox: Arc<Inbox>,
    handler: Arc<Handler>,
    clock: Clock,
}

impl Receiver {
    async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut attempts = 0;
        let mut offset = None;
        while !*stop.borrow() {
            let done = tokio::select! {
                done = self.round(offset) => done,
                _ = stop.wait_for(|stopped| *stopped) => return,
            };
            let trouble = match done {
                Ok(next) => {
                    offset = Some(next);
                    attempts = 0;
                    continue;
                }
                Err(Trouble::Store(StoreError::Closed)) => return,
                Err(trouble) => trouble,
            };
            let wait = match trouble {
                Trouble::Call(CallError::Wait(wait)) => wait,
                Trouble::Call(_) | Trouble::Store(_) => pause(attempts),
            };
            log::warn!(attempt = attempts + 1; "updates can't be received: {trouble}");
            attempts += 1;
            // What was kept is in the store.
            offset = None;
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                _ = stop.wait_for(|stopped| *stopped) => return,
            }
        }
    }

    /// One poll from `offset` on, or from where the store says. Gives where the next one starts.
    async fn round(&self, offset: Option<i64>) -> Result<i64, Trouble> {
        let offset = match offset {
            Some(offset) => offset,
            None => self.store.next_offset().await?.unwrap_or(0),
        };
        let updates = poll(&self.bot, offset, POLL).await.map_err(Trouble::Call)?;
        // The last, not the greatest: after a quiet week Telegram counts anew.
        let Some(last) = updates.last() else {
            return Ok(offset);
        };
        let next = last.update_id.saturating_add(1);
        let updates = self.handler.without_floods(updates).await;
        let received = updates.into_iter().map(|update| Received {
            update_id: update.update_id,
            chat: update.chat,
            user: update.user,
            body: update.body.into_bytes(),
        });
        let rows = self
            .store
            .receive(received.collect(), Some(next), self.clock.now())
            .await?;
        self.inbox.take(rows).await;
        Ok(next)
    }
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
