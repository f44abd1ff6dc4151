//! People who talk to a bot all at once: each says the next line as soon as the reply to the last one is there.
//!
//! The people act in the emulator's world directly, in this process: no request of theirs takes time from the bot's own.
use anyhow::{Context as _, Result};
use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};
use tokio::time::{MissedTickBehavior, interval};
use twitchwise::emulator::{
    Emulator, Options,
    world::{
        World,
        chat::Chat,
        message::{Author, Message},
        people::Tap,
    },
};

/// How often the people look at their phones; latencies are not finer than this.
pub(super) const LOOK: Duration = Duration::from_millis(1);
/// How long a person waits for a reply before giving up.
const PATIENCE: Duration = Duration::from_secs(30);

/// What one person says and does.
#[derive(Debug)]
pub(crate) struct Script {
    /// Its name in the table.
    pub name: &'static str,
    /// One update each, and one reply.
    pub lines: &'static [Line],
}

/// One thing that a person does.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Line {
    /// Types this.
    Say(&'static str),
    /// Presses the first button of the newest message that has one.
    TapFirst,
}

/// How much is played.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Amount {
    /// People at once.
    pub people: usize,
    /// Scripts from beginning to end, over all people.
    pub dialogues: u32,
    /// After this no script is begun any more.
    pub at_most: Duration,
}

/// Before anything is counted: connections are made, caches and the database file have grown.
pub(crate) const WARM_UP: Amount = Amount {
    people: 50,
    dialogues: 200,
    at_most: Duration::from_secs(10),
};
/// What is counted.
pub(crate) const MEASURED: Amount = Amount {
    people: 200,
    dialogues: 2000,
    at_most: Duration::from_secs(40),
};

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Played {
    /// Updates that the bot was given.
    pub updates: u32,
    /// Scripts brought to their end.
    pub finished: u32,
    /// Scripts given up because no reply came, or one without a button to press.
    pub given_up: u32,
    /// From the first line to the last reply.
    pub wall: Duration,
    latencies: Vec<Duration>,
    reply_chars: u64,
}

impl Played {
    /// The time within which so many percent of the replies came.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.latencies.clone();
        sorted.sort_unstable();
        // Nearest rank: the smallest value that at least so many percent do not exceed.
        let rank = (sorted.len() * percent).div_ceil(100).max(1);
        sorted.get(rank - 1).copied().unwrap_or_default()
    }

    /// How long a reply is on average.
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    pub(crate) fn mean_reply_chars(&self) -> f64 {
        self.reply_chars as f64 / self.latencies.len().max(1) as f64
    }
}

/// The emulator and its people.
pub(crate) struct Load {
    pub(super) emulator: Emulator,
    token: String,
}

impl Load {
    /// Starts an emulator on a free port.
    pub(crate) async fn start() -> Result<Self> {
        let options = Options::default();
        let token = options.token.clone();
        let emulator = Emulator::start(options).await?;
        Ok(Self { emulator, token })
    }

    /// What the bot needs to find it.
    pub(crate) fn address(&self) -> (String, String) {
        (self.token.clone(), self.emulator.url())
    }

    /// Whether the bot has asked for updates yet.
    pub(crate) fn is_polled(&self) -> bool {
        self.emulator
            .world(|world| world.stats().calls.contains_key("getUpdates"))
    }

    /// What the bot did that Telegram does not take, or takes against the bot's interest: how often, and the first one.
    pub(crate) fn violations(&self) -> (usize, Option<String>) {
        self.emulator.world(|world| {
            let all = world.violations();
            (
                all.len(),
                all.first().map(|violation| format!("{violation:?}")),
            )
        })
    }

    /// Plays a script with many people at once, to the end.
    pub(crate) async fn play(&self, script: &Script, amount: Amount) -> Result<Played> {
        let mut played = Played::default();
        let mut left = amount.dialogues;
        let mut places: VecDeque<Place> = VecDeque::new();
        let mut looks = interval(LOOK);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let begun = Instant::now();
        loop {
            let now = self.emulator.now();
            self.emulator.world(|world| -> Result<()> {
                for _ in 0..places.len() {
                    let Some(place) = places.pop_front() else {
                        break;
                    };
                    match place.look(world, script, &mut played)? {
                        Look::Waits(place) => places.push_back(place),
                        Look::Next(turn) => {
                            places.extend(turn.act(
                                world,
                                script,
                                now,
                                Instant::now(),
                                &mut played,
                            )?);
                        }
                        Look::Ended => {}
                    }
                }
                while places.len() < amount.people && left > 0 && begun.elapsed() < amount.at_most {
                    left -= 1;
                    let turn = Turn::first(world);
                    places.extend(turn.act(world, script, now, Instant::now(), &mut played)?);
                }
                Ok(())
            })?;
            if places.is_empty() {
                break;
            }
            looks.tick().await;
        }
        played.wall = begun.elapsed();
        Ok(played)
    }

    /// Ends the emulator.
    pub(crate) async fn stop(self) {
        self.emulator.stop().await;
    }
}

/// One person who has said a line and waits for the reply.
pub(super) struct Place {
    person: i64,
    /// The line that was said last.
    line: usize,
    said: Instant,
    /// The chat as it was then.
    version: u64,
    last_message: i64,
    /// The message with the pressed button, as it was then.
    pressed: Option<Message>,
}

/// One person who may say a line.
pub(super) struct Turn {
    person: i64,
    line: usize,
}

/// What a look at the phone shows.
#[expect(
    clippy::large_enum_variant,
    reason = "lives on the stack for a moment, one at a time"
)]
pub(super) enum Look {
    /// No reply yet.
    Waits(Place),
    /// A reply, and the script goes on.
    Next(Turn),
    /// The script is at its end, or given up.
    Ended,
}

impl Place {
    /// Looks whether the reply is there.
    pub(super) fn look(self, world: &World, script: &Script, played: &mut Played) -> Result<Look> {
        let chat = world.chat(self.person).context("the chat is gone")?;
        let Some(reply) = self.reply(chat) else {
            if self.said.elapsed() < PATIENCE {
                return Ok(Look::Waits(self));
            }
            played.given_up += 1;
            return Ok(Look::Ended);
        };
        let words = reply.words().map_or(0, |words| words.text.chars().count());
        played.reply_chars += u64::try_from(words).unwrap_or(u64::MAX);
        played.latencies.push(self.said.elapsed());
        if self.line + 1 < script.lines.len() {
            return Ok(Look::Next(Turn {
                person: self.person,
                line: self.line + 1,
            }));
        }
        played.finished += 1;
        Ok(Look::Ended)
    }

    /// The reply to the last line: a message of the bot's, or a change of the one whose button was pressed.
    fn reply<'a>(&self, chat: &'a Chat) -> Option<&'a Message> {
        if chat.version == self.version {
            return None;
        }
        let newest = chat
            .messages
            .back()
            .filter(|newest| newest.author == Author::Bot && newest.id > self.last_message);
        newest.or_else(|| {
            let before = self.pressed.as_ref()?;
            chat.message(before.id).filter(|after| *after != before)
        })
    }
}

impl Turn {
    /// A person whom the bot does not know, before the first line.
    pub(super) fn first(world: &mut World) -> Self {
        Self {
            person: world.add_person("Ann", Some("en")).id,
            line: 0,
        }
    }

    /// Says the line at `said`; none where there is no button to press.
    pub(super) fn act(
        self,
        world: &mut World,
        script: &Script,
        now: i64,
        said: Instant,
        played: &mut Played,
    ) -> Result<Option<Place>> {
        let Self { person, line } = self;
        let mut pressed = None;
        match script.lines.get(line).context("no such line")? {
            Line::Say(text) => {
                world.say(person, text, now)?;
            }
            Line::TapFirst => {
                let chat = world.chat(person).context("the chat is gone")?;
                let Some((message, data)) = first_button(chat) else {
                    played.given_up += 1;
                    return Ok(None);
                };
                let tap = Tap {
                    message_id: message.id,
                    data,
                    ..Tap::default()
                };
                pressed = Some(message.clone());
                world.press(person, &tap, now)?;
            }
        }
        played.updates += 1;
        let chat = world.chat(person).context("the chat is gone")?;
        Ok(Some(Place {
            person,
            line,
            said,
            version: chat.version,
            last_message: chat.messages.back().map_or(0, |message| message.id),
            pressed,
        }))
    }
}

/// The newest message with buttons that call back, and what its first one carries.
fn first_button(chat: &Chat) -> Option<(&Message, String)> {
    chat.messages.iter().rev().find_map(|message| {
        let keyboard = message.keyboard()?;
        let rows = keyboard["inline_keyboard"].as_array()?;
        let mut buttons = rows.iter().filter_map(|row| row.as_array()).flatten();
        let data = buttons.find_map(|button| button["callback_data"].as_str())?;
        Some((message, data.to_owned()))
    })
}
