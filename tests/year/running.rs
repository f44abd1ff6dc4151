//! The whole bot in this process, which is stopped, started, and whose clock is moved on.

use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use tempfile::TempDir;
use twitchwise::{
    app::{self, Clock, Running},
    emulator::{Emulator, Options},
    model::Catalog,
    store::{Handled, Keys, Sealer, SessionChange, Store, Wake, Who},
    telegram,
};

use super::{bot::people::catalog, expected::Person};

/// How long the bot may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(40);

pub(crate) struct World {
    pub(crate) emulator: Emulator,
    catalog: Arc<Catalog>,
    folder: TempDir,
    up: Option<(Running, Store, Clock)>,
}

impl World {
    pub(crate) async fn new(begin: Timestamp, seed: u64) -> Self {
        let options = Options {
            seed,
            ..Options::default()
        };
        let emulator = Emulator::start(options).await.expect("an emulator");
        emulator.advance(begin.as_second() - emulator.now());
        Self {
            emulator,
            catalog: Arc::new(catalog()),
            folder: tempfile::tempdir().expect("a folder"),
            up: None,
        }
    }

    /// Seconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.emulator.now()
    }

    async fn store(&self) -> Store {
        let keys = Keys::from_file_or_create(&self.folder.path().join("keys/data.key"));
        let sealer = Sealer::new(&keys.expect("the keys"));
        let url = format!("sqlite://{}/data/bot.db", self.folder.path().display());
        Store::open(&url, sealer).await.expect("a store")
    }

    /// Puts what they planned into the database of the bot, which does not run.
    pub(crate) async fn plan(&self, people: impl Iterator<Item = &Person>) {
        let store = self.store().await;
        let now = Timestamp::from_second(self.now()).expect("a time");
        let commits = people.filter_map(|person| {
            let next = Timestamp::from_second(person.next()?).ok()?;
            let body = serde_json::to_vec(&person.session(now)).expect("written");
            Some(store.commit(Handled {
                seq: None,
                who: Who {
                    chat: person.id,
                    user: person.id,
                },
                session: SessionChange::Save(body),
                drop_pending: false,
                wake: Wake::At(next),
                outgoing: Vec::new(),
                now,
            }))
        });
        for kept in futures::future::join_all(commits).await {
            kept.expect("kept");
        }
        store.close().await.expect("closed");
    }

    pub(crate) async fn start(&mut self) {
        let store = self.store().await;
        let bot = telegram::Bot::new(Options::default().token)
            .set_api_url(self.emulator.url().parse().expect("an address"));
        let clock = Clock::with_offset(Arc::clone(&self.emulator.clock().offset));
        let settings = app::Settings {
            send_per_second: 0,
            ..app::Settings::default()
        };
        let catalog = Arc::clone(&self.catalog);
        let running = app::run_with(catalog, store.clone(), bot, clock.clone(), settings).await;
        self.up = Some((running.expect("a bot"), store, clock));
    }

    pub(crate) async fn stop(&mut self) {
        let (running, store, _) = self.up.take().expect("it runs");
        running.stop().await;
        // Another start of the same database waits until nobody has it.
        let _ = store.close().await;
    }

    pub(crate) fn pass_to(&self, then: i64) {
        self.emulator.advance(then - self.now());
    }

    /// What the bot has noted as the next of all is what the walk says.
    pub(crate) async fn agrees_on(&self, next: i64) {
        let (_, store, clock) = self.up.as_ref().expect("it runs");
        let noted = store.next_due(clock.now()).await.expect("read");
        let noted = noted.map(Timestamp::as_second);
        // What was put off, was so at a moment within that of the press.
        let agrees = noted.is_some_and(|noted| (noted - next).abs() <= 5);
        assert!(agrees, "noted: {noted:?}, expected: {next}");
    }

    /// Waits until everything that is due is handled and sent.
    pub(crate) async fn rest(&self) {
        let (_, store, clock) = self.up.as_ref().expect("it runs");
        let begun = Instant::now();
        loop {
            // In the order in which things move on, so that nothing is between two looks.
            let waiting = self.emulator.world(|world| world.waiting_updates());
            let due = store.due(clock.now(), None, 1).await.expect("what is due");
            let backlog = store.backlog().await.expect("a backlog");
            let rests = backlog.inbox == 0 && backlog.outbox == 0 && due.is_empty();
            if waiting == 0 && rests {
                return;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "the bot does not come to rest: {waiting} updates, {due:?}, {backlog:?}"
            );
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Messages that the bot has sent to anyone.
    pub(crate) fn said(&self) -> usize {
        let sent = |calls: &BTreeMap<_, u64>| calls.get("sendMessage").copied().unwrap_or_default();
        self.emulator.world(|world| sent(&world.stats().calls)) as usize
    }

    /// Ends it, and gives what Telegram would mind.
    pub(crate) async fn end(mut self) -> String {
        self.stop().await;
        let violations = self
            .emulator
            .world(|world| format!("{:#?}", world.violations()));
        self.emulator.stop().await;
        violations
    }
}
