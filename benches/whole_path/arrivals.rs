//! People who write when it suits them, not when the bot is ready: updates arrive at random moments, so many a second.
use anyhow::Result;
use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};
use tokio::time::{MissedTickBehavior, interval};

use crate::load::{LOOK, Load, Look, Place, Played, Script, Turn};

/// Updates a second.
const RATE: f64 = 150.0;
/// How many arrive.
const UPDATES: u32 = 3_000;
/// As many people are in the middle of a script.
const PEOPLE: usize = 200;
/// The same arrivals for every bot and in every run.
const SEED: u64 = 0x5EED_0F7E_1E67_A301;

impl Load {
    /// Updates arrive as a Poisson process, however slow the bot is. Whoever has waited longest since a reply says
    /// the next line; a new person, where nobody has one. Latency counts from the moment that was due, so that a
    /// stall counts for everyone who would have written in it.
    pub(crate) async fn play_at_random(&self, script: &Script) -> Result<Played> {
        let mut played = Played::default();
        let mut random = Random(SEED);
        let (mut waiting, mut ready): (VecDeque<Place>, VecDeque<Turn>) = Default::default();
        let mut looks = interval(LOOK);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let begun = Instant::now();
        let mut due = begun + random.pause();
        let mut left = UPDATES;
        while left > 0 || !waiting.is_empty() {
            let now = self.emulator.now();
            self.emulator.world(|world| -> Result<()> {
                for place in std::mem::take(&mut waiting) {
                    match place.look(world, script, &mut played)? {
                        Look::Waits(place) => waiting.push_back(place),
                        Look::Next(turn) => ready.push_back(turn),
                        Look::Ended => {}
                    }
                }
                while left > 0 && due <= Instant::now() {
                    let full = waiting.len() + ready.len() >= PEOPLE;
                    let turn = if full { ready.pop_front() } else { None };
                    let turn = turn.unwrap_or_else(|| Turn::first(world));
                    waiting.extend(turn.act(world, script, now, due, &mut played)?);
                    left -= 1;
                    due += random.pause();
                }
                Ok(())
            })?;
            looks.tick().await;
        }
        played.wall = begun.elapsed();
        Ok(played)
    }
}

/// xorshift64*: good enough for arrivals, and the same everywhere.
struct Random(u64);

impl Random {
    /// How long until the next arrival: exponentially distributed.
    fn pause(&mut self) -> Duration {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let bits = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32;
        let bits = u32::try_from(bits).unwrap_or(u32::MAX);
        // Above 0 and at most 1.
        let uniform = (f64::from(bits) + 1.0) / (f64::from(u32::MAX) + 1.0);
        Duration::from_secs_f64(-uniform.ln() / RATE)
    }
}
