//! The whole bot: teloxide, the store in a real SQLite file, the emulated Telegram.

use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use twitchwise::{
    app::{self, Clock, Running},
    emulator::{Emulator, Options, Tap},
    model::Catalog,
    store::{Keys, Sealer, Store},
    telegram,
};

use super::phone::{Bot, Seen, Shown};

/// How long the bot may take to come to rest.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Whole {
    runtime: Runtime,
    emulator: Option<Emulator>,
    running: Option<Running>,
    store: Store,
    clock: Clock,
    person: i64,
    group: Option<i64>,
    known: BTreeMap<(i64, i64), Shown>,
    toasts: usize,
    last_said: i64,
    _folder: TempDir,
}

impl Whole {
    pub(crate) fn new(catalog: Arc<Catalog>) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let folder = tempfile::tempdir().expect("a folder");
        let (emulator, running, store, clock) = runtime.block_on(async {
            let emulator = Emulator::start(Options::default())
                .await
                .expect("an emulator");
            let keys =
                Keys::from_file_or_create(&folder.path().join("keys/data.key")).expect("keys");
            let url = format!("sqlite://{}/data/bot.db", folder.path().display());
            let store = Store::open(&url, Sealer::new(&keys))
                .await
                .expect("a store");
            let bot = telegram::Bot::new(Options::default().token)
                .set_api_url(emulator.url().parse().expect("an address"));
            let clock = Clock::with_offset(Arc::clone(&emulator.clock().offset));
            let running = app::run(catalog, store.clone(), bot, clock.clone())
                .await
                .expect("a bot");
            (emulator, running, store, clock)
        });
        let person = emulator.world(|world| world.add_person("Ann", Some("en")).id);
        Self {
            runtime,
            emulator: Some(emulator),
            running: Some(running),
            store,
            clock,
            person,
            group: None,
            known: BTreeMap::new(),
            toasts: 0,
            last_said: 0,
            _folder: folder,
        }
    }

    fn emulator(&self) -> &Emulator {
        self.emulator.as_ref().expect("it runs")
    }

    /// Waits until everything is handled and sent, and gives what is new on the phone.
    fn look(&mut self) -> Seen {
        self.rest();
        let mut seen = Seen::default();
        let chats: Vec<i64> = [Some(self.person), self.group]
            .into_iter()
            .flatten()
            .collect();
        for chat in chats {
            let now = self.emulator().now();
            let Some(view) = self.emulator().world(|world| world.view(chat, None, now)) else {
                continue;
            };
            let (mut changed, mut new) = (Vec::new(), Vec::new());
            for message in view["messages"].as_array().into_iter().flatten() {
                if message["from"] != "bot" {
                    continue;
                }
                let shown = shown(message);
                match self.known.insert((chat, shown.id), shown.clone()) {
                    None => new.push(shown),
                    Some(before) if before != shown => changed.push(shown),
                    Some(_) => {}
                }
            }
            seen.shown.extend(changed);
            seen.shown.extend(new);
            if chat == self.person {
                let toasts = view["toasts"].as_array().cloned().unwrap_or_default();
                // The emulator keeps the last few: their ids say which are new.
                for toast in toasts {
                    let id = toast["id"].as_u64().unwrap_or_default() as usize;
                    if id > self.toasts {
                        self.toasts = id;
                        seen.toasts
                            .push(toast["text"].as_str().unwrap_or_default().to_owned());
                    }
                }
            }
        }
        seen
    }

    fn rest(&self) {
        let begun = Instant::now();
        loop {
            let waiting = self.emulator().world(|world| world.waiting_updates());
            // In the order in which things move on, so that nothing is between two looks.
            let due = self
                .runtime
                .block_on(self.store.due(self.clock.now(), None, 1))
                .expect("what is due");
            let backlog = self
                .runtime
                .block_on(self.store.backlog())
                .expect("a backlog");
            let rests = backlog.inbox == 0 && backlog.outbox == 0 && due.is_empty();
            if waiting == 0 && rests {
                return;
            }
            assert!(
                begun.elapsed() < PATIENCE,
                "the bot does not come to rest: {waiting} updates, {backlog:?}"
            );
            std::thread::sleep(Duration::from_millis(3));
        }
    }

    /// Nothing that Telegram would mind, and a stop within the promised time.
    pub(crate) fn end(mut self) {
        let violations = self.emulator().world(|world| {
            world.tick(i64::MAX / 2);
            world
                .violations()
                .iter()
                .map(|v| format!("{v:?}"))
                .collect::<Vec<_>>()
        });
        assert!(
            violations.is_empty(),
            "Telegram would mind: {violations:#?}"
        );
        let running = self.running.take().expect("it runs");
        let emulator = self.emulator.take().expect("it runs");
        self.runtime.block_on(async move {
            running.stop().await;
            emulator.stop().await;
        });
    }
}

fn shown(message: &Value) -> Shown {
    let buttons = message["keyboard"].as_array().into_iter().flatten();
    let buttons = buttons
        .flat_map(|row| row.as_array().into_iter().flatten())
        .map(|button| {
            let text = |name: &str| button[name].as_str().unwrap_or_default().to_owned();
            (text("text"), text("data"))
        });
    Shown {
        id: message["id"].as_i64().unwrap_or_default(),
        text: message["text"]
            .as_str()
            .unwrap_or_default()
            .trim()
            .to_owned(),
        buttons: buttons.collect(),
        file: message["file"]["name"].as_str().map(str::to_owned),
    }
}

impl Bot for Whole {
    fn say(&mut self, text: &str) -> Seen {
        let (person, now) = (self.person, self.emulator().now());
        let said = self
            .emulator()
            .world(|world| world.say(person, text, now))
            .expect("said");
        self.last_said = said.message_id;
        self.look()
    }

    fn press(&mut self, message: i64, data: &str) -> Seen {
        let (person, now) = (self.person, self.emulator().now());
        let tap = Tap {
            message_id: message,
            data: data.to_owned(),
            chat_id: None,
            forged: true,
            inaccessible: false,
        };
        self.emulator()
            .world(|world| world.press(person, &tap, now))
            .expect("pressed");
        self.look()
    }

    fn send(&mut self, kind: &str, caption: Option<&str>) -> Seen {
        let (person, now) = (self.person, self.emulator().now());
        self.emulator()
            .world(|world| world.send(person, kind, caption, now))
            .expect("sent");
        self.look()
    }

    fn edit(&mut self, text: &str) -> Seen {
        let (person, now, last) = (self.person, self.emulator().now(), self.last_said);
        self.emulator()
            .world(|world| world.edit(person, last, text, now))
            .expect("edited");
        self.look()
    }

    fn group(&mut self, text: &str) -> Seen {
        let (person, now) = (self.person, self.emulator().now());
        let group = self.group.unwrap_or_else(|| {
            self.emulator()
                .world(|world| world.add_group("Friends", &[person], now))
                .expect("a group")
        });
        self.group = Some(group);
        self.emulator()
            .world(|world| world.say_in_group(group, person, text, None, false, now))
            .expect("said");
        self.look()
    }

    fn block(&mut self, blocked: bool) -> Seen {
        let (person, now) = (self.person, self.emulator().now());
        self.emulator()
            .world(|world| {
                if blocked {
                    world.block(person, now)
                } else {
                    world.unblock(person, now)
                }
            })
            .expect("blocked");
        self.look()
    }

    fn pass(&mut self, seconds: i64) -> Seen {
        self.emulator().advance(seconds);
        self.look()
    }
}
