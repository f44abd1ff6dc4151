//! Brings the parts up, keeps them running, and takes them down within a few seconds.

use std::{collections::BTreeSet, io, net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    net::TcpListener,
    sync::{Notify, mpsc, watch},
    task::{JoinHandle, JoinSet},
    time::{Instant, timeout_at},
};

use crate::{
    model::Catalog,
    store::{Store, StoreError, Who},
    telegram::{self, Bot, CallError, Handle, StopToken, introduce, listener, me},
};

use super::{
    alarm::Alarm as Bell,
    clock::Clock,
    deliver::{Deliverer, News},
    handle::Handler,
    health::Health,
    inbox::Inbox,
    intake::{Intake, Poller},
    metrics::Metrics,
    pause::{patience, pause},
    remind,
    settings::Settings,
    sweep,
    turns::Turns,
    watch::{Watched, routes},
    web, webhook,
    webhook_config::WebhookConfig,
};

/// How long what is under way may take to end at a stop.
const DRAIN: Duration = Duration::from_secs(3);
/// How long messages on their way may take to arrive, from the beginning of a stop on: cut short, one
/// that Telegram took comes once more. What is left of five seconds is for closing the database.
const LAST_WORDS: Duration = Duration::from_millis(4_200);

/// Why the bot could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The store can't be read.
    #[error("the database can't be read: {0}")]
    Store(#[from] StoreError),
    /// Telegram refuses the token.
    #[error("Telegram does not accept the token (TELOXIDE_TOKEN): {0}")]
    Token(String),
    /// An address of our own can't be listened on.
    #[error("{setting}: can't listen on {address}: {source}")]
    Listen {
        /// The setting that names it.
        setting: &'static str,
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
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
    health: Health,
    /// What ends with the bot, however it ends.
    _beside: JoinSet<()>,
}

/// Starts the bot with the default settings: [`run_with`].
pub async fn run(
    catalog: Arc<Catalog>,
    store: Store,
    bot: Bot,
    clock: Clock,
) -> Result<Running, StartError> {
    run_with(catalog, store, bot, clock, Settings::default()).await
}

/// Starts the bot: what an earlier run left in the inbox and the outbox comes first.
pub async fn run_with(
    catalog: Arc<Catalog>,
    store: Store,
    bot: Bot,
    clock: Clock,
    settings: Settings,
) -> Result<Running, StartError> {
    let (stop, stopped) = watch::channel(false);
    let (health, metrics) = (Health::default(), Metrics::new());
    let watched = Watched {
        store: store.clone(),
        health: health.clone(),
        metrics: metrics.clone(),
    };
    // Before Telegram can be reached: whoever watches shall know what it waits for.
    let mut beside = JoinSet::new();
    if let Some(address) = settings.metrics_listen {
        let listener = listen("METRICS_LISTEN", address).await?;
        beside.spawn(web::serve(
            listener,
            routes(watched.clone()),
            stopped.clone(),
        ));
    }
    let posts = match settings.webhook {
        Some(config) => Some((listen("WEBHOOK_LISTEN", config.listen).await?, config)),
        None => None,
    };
    let username = reach(&bot, &health).await?;
    let (feed, listener) = listener();
    let stopper = listener.stopper();
    let inbox = Arc::new(Inbox::new(store.clone(), feed, clock.clone()));
    let (news, heard) = mpsc::unbounded_channel();
    let deliverer = Deliverer::new(
        bot.clone(),
        store.clone(),
        clock.clone(),
        metrics.clone(),
        settings.send_per_second,
        news,
        stopped.clone(),
    );
    let bell = Bell::new(clock.clone());
    let handler = Arc::new(Handler {
        catalog: Arc::clone(&catalog),
        store: store.clone(),
        inbox: Arc::clone(&inbox),
        deliverer: deliverer.clone(),
        clock: clock.clone(),
        bot: username,
        operator: settings.operator_chat,
        watched,
        turns: Turns::default(),
        alarm: bell.clone(),
        stop: stopped.clone(),
    });
    let unsent = deliverer.resume().await?;
    let left = inbox.replay().await?;
    beside.spawn(apologise(Arc::clone(&handler), left.lost, heard));
    beside.spawn(async move { inbox.take_up_alone(left.suspects).await });
    if unsent + left.count > 0 {
        log::info!(unsent, unhandled = left.count; "an earlier run left work behind: taken up");
    }
    let ended = Arc::new(Notify::new());
    let alarm = Alarm(Arc::clone(&ended), health.clone());
    beside.spawn(end_when_damaged(store.clone(), alarm.clone()));
    let dispatching = dispatch(bot.clone(), listener, Arc::clone(&handler));
    let dispatching = tokio::spawn(alarm.clone().when_ends(dispatching));
    let reminder = Arc::clone(&handler);
    let intake = Intake {
        store: store.clone(),
        handler,
        health: health.clone(),
        metrics: metrics.clone(),
    };
    let receiving = receive(bot.clone(), intake, posts, stopped.clone());
    let receiving = tokio::spawn(alarm.when_ends(receiving));
    let reminding = Arc::clone(&reminder);
    beside.spawn(remind::run(
        reminding,
        store.clone(),
        clock.clone(),
        bell,
        stopped.clone(),
    ));
    let days = settings.retention_days;
    beside.spawn(sweep::run(
        store.clone(),
        clock,
        days,
        metrics,
        stopped.clone(),
    ));
    beside.spawn(introduce_until_heard(bot, catalog, stopped));
    health.started();
    Ok(Running {
        ended,
        stop,
        listener: stopper,
        receiving,
        dispatching,
        deliverer,
        store,
        health,
        _beside: beside,
    })
}

/// Takes updates in, by webhook where there is an address for it.
async fn receive(
    bot: Bot,
    intake: Intake,
    posts: Option<(TcpListener, WebhookConfig)>,
    stop: watch::Receiver<bool>,
) {
    if let Some((listener, config)) = posts {
        webhook::run(bot, intake, config, listener, stop).await;
    } else {
        Poller { bot, intake }.run(stop).await;
    }
}

/// Tells people that a message of theirs, or for them, was lost: each of them once in a run. One who
/// can't be reached any more has blocked the bot, as far as the conversation goes.
async fn apologise(
    handler: Arc<Handler>,
    unreadable: BTreeSet<i64>,
    mut news: mpsc::UnboundedReceiver<News>,
) {
    let mut told = unreadable;
    for &chat in &told {
        handler.apologise_to(Who { chat, user: chat }).await;
    }
    while let Some(news) = news.recv().await {
        match news {
            News::Lost(chat) if told.insert(chat) => {
                handler.apologise_to(Who { chat, user: chat }).await;
            }
            News::Lost(_) => {}
            News::Unreachable(chat) => handler.unreachable(Who { chat, user: chat }).await,
        }
    }
}

async fn listen(setting: &'static str, address: SocketAddr) -> Result<TcpListener, StartError> {
    let failed = |source| StartError::Listen {
        setting,
        address,
        source,
    };
    TcpListener::bind(address).await.map_err(failed)
}

/// Tells when a part that the bot can't be without has ended, by a panic too.
#[derive(Clone)]
struct Alarm(Arc<Notify>, Health);

impl Alarm {
    async fn when_ends(self, part: impl Future<Output = ()>) {
        part.await;
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.1.lost();
        self.0.notify_one();
    }
}

/// Nothing more is to be written into a damaged database.
async fn end_when_damaged(store: Store, alarm: Alarm) {
    alarm
        .when_ends(async {
            let damage = store.damaged().await;
            log::error!("{damage}");
        })
        .await;
}

impl Running {
    /// Waits until the bot has lost a part that it can't be without. It is to be stopped then, and
    /// started again.
    pub async fn ended(&self) {
        self.ended.notified().await;
    }

    /// Stops: no new updates, what is under way ends, what is unsent stays in the store.
    pub async fn stop(self) {
        let begun = Instant::now();
        let deadline = begun + DRAIN;
        self.health.stopping();
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
        if timeout_at(begun + LAST_WORDS, sent).await.is_err() {
            log::info!("some messages are still unsent: the next start sends them");
        }
        if let Err(error) = self.store.close().await {
            log::error!("the database was not closed cleanly: {error}");
        }
    }
}

/// Who the bot is, as soon as Telegram can be reached. Only a refused token ends it.
async fn reach(bot: &Bot, health: &Health) -> Result<String, StartError> {
    let mut attempts = 0;
    loop {
        match me(bot).await {
            Ok(me) => {
                health.telegram(true);
                return Ok(me.username);
            }
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

/// Commands and descriptions may wait: a person who writes is answered without them.
async fn introduce_until_heard(bot: Bot, catalog: Arc<Catalog>, mut stop: watch::Receiver<bool>) {
    let mut attempts = 0;
    while let Err(error) = introduce(&bot, &catalog).await {
        log::warn!(attempt = attempts + 1; "commands and descriptions are not set: {error}");
        let wait = match error {
            CallError::Wait(wait) => patience(wait),
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
