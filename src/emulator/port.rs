//! Starting and stopping the emulator.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::clock::Clock;
use super::faults::Faults;
use super::http;
use super::shared::Shared;
use super::webhook;
use super::world::World;

/// How to start.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where to listen; port 0 takes any free one.
    pub listen: SocketAddr,
    /// Decides faults and where ids start.
    pub seed: u64,
    /// The time.
    pub clock: Clock,
    /// What goes wrong.
    pub faults: Faults,
    /// The bot's token.
    pub token: String,
    /// The bot's user name.
    pub bot_username: String,
    /// Whether to serve the page with the phone, which begins with one person.
    pub page: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            seed: 1,
            clock: Clock::default(),
            faults: Faults::default(),
            token: "123456789:emulated-bot-token".to_owned(),
            bot_username: "twitchwise_bot".to_owned(),
            page: false,
        }
    }
}

/// A running emulator.
#[derive(Debug)]
pub struct Emulator {
    addr: SocketAddr,
    shared: Arc<Shared>,
    tasks: Vec<JoinHandle<()>>,
}

impl Emulator {
    /// Starts to listen.
    pub async fn start(options: Options) -> io::Result<Self> {
        if !options.listen.ip().is_loopback() {
            let words = "the emulator listens on loopback only";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, words));
        }
        let listener = TcpListener::bind(options.listen).await?;
        let addr = listener.local_addr()?;
        let mut world = World::new(options.seed, &options.token, &options.bot_username);
        if options.page {
            world.add_person("Alex", Some("en"));
        }
        let Options {
            seed,
            clock,
            faults,
            page,
            ..
        } = options;
        let shared = Arc::new(Shared::new(world, clock, faults, seed, page));
        let server = tokio::spawn(http::serve(listener, Arc::clone(&shared)));
        let deliveries = tokio::spawn(webhook::run(Arc::clone(&shared)));
        Ok(Self {
            addr,
            shared,
            tasks: vec![server, deliveries],
        })
    }

    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// The address a bot uses as the Bot API's.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// The time of the world.
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// Seconds since 1970 in the world.
    pub fn now(&self) -> i64 {
        self.shared.clock.now()
    }

    /// Does something in the world.
    pub fn world<R>(&self, act: impl FnOnce(&mut World) -> R) -> R {
        self.shared.with(act)
    }

    /// Lets time pass at once; presses that wait for an answer don't age by that.
    pub fn advance(&self, seconds: i64) {
        self.shared.clock.advance(seconds);
        self.shared.with(|world| world.jumped(seconds));
    }

    /// Changes what goes wrong from now on.
    pub fn set_faults(&self, faults: Faults) {
        self.shared.set_faults(faults);
    }

    /// How many calls something went wrong with so far.
    pub fn faulted(&self) -> u64 {
        self.shared.faulted()
    }

    /// How many messages a chat got whose acceptance the bot could not hear of: each may come again.
    pub fn unheard(&self, chat: i64) -> usize {
        self.shared.unheard(chat)
    }

    /// Stops listening and ends all connections.
    pub async fn stop(mut self) {
        self.shared.stopping.send_replace(true);
        for task in std::mem::take(&mut self.tasks) {
            if let Err(error) = task.await {
                log::warn!("a part of the emulator ended badly: {error}");
            }
        }
    }
}

impl Drop for Emulator {
    /// A test that fails mustn't leave anything running.
    fn drop(&mut self) {
        self.shared.stopping.send_replace(true);
    }
}
