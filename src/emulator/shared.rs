//! The one world behind a lock, and those who wait for something to happen in it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, watch};

use super::clock::Clock;
use super::faults::{Fault, Faults};
use super::world::World;
use super::world::error::ApiError;

/// What all connections share.
#[derive(Debug)]
pub(super) struct Shared {
    world: Mutex<World>,
    /// The time.
    pub(super) clock: Clock,
    /// Whether the page is served.
    pub(super) page: bool,
    /// Wakes pollers and webhook deliveries.
    pub(super) updates: Notify,
    /// Counts polls: a newer one ends an older one.
    pub(super) polls: AtomicU64,
    /// Turns true when the emulator stops.
    pub(super) stopping: watch::Sender<bool>,
    phones: Mutex<BTreeMap<i64, Arc<Notify>>>,
    faults: Mutex<Faults>,
    seed: u64,
    calls: AtomicU64,
    /// Calls that something went wrong with.
    faulted: AtomicU64,
    /// How many messages a chat got without the bot hearing of it.
    unheard: Mutex<BTreeMap<i64, usize>>,
}

/// A panic of one caller mustn't end the world of all others.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    /// A new one around a world.
    pub(super) fn new(world: World, clock: Clock, faults: Faults, seed: u64, page: bool) -> Self {
        Self {
            world: Mutex::new(world),
            clock,
            page,
            updates: Notify::new(),
            polls: AtomicU64::new(0),
            stopping: watch::Sender::new(false),
            phones: Mutex::new(BTreeMap::new()),
            faults: Mutex::new(faults),
            seed,
            calls: AtomicU64::new(0),
            faulted: AtomicU64::new(0),
            unheard: Mutex::default(),
        }
    }

    /// Does something in the world, then wakes those it concerns.
    pub(super) fn with<R>(&self, act: impl FnOnce(&mut World) -> R) -> R {
        let (result, changes) = {
            let mut world = lock(&self.world);
            let result = act(&mut world);
            (result, world.take_changes())
        };
        if changes.updates {
            self.updates.notify_waiters();
        }
        if changes.everywhere {
            for phone in lock(&self.phones).values() {
                phone.notify_waiters();
            }
        } else if !changes.chats.is_empty() {
            let phones = lock(&self.phones);
            for phone in changes.chats.iter().filter_map(|chat| phones.get(chat)) {
                phone.notify_waiters();
            }
        }
        result
    }

    /// What wakes the phones of a chat.
    pub(super) fn phone(&self, chat_id: i64) -> Arc<Notify> {
        Arc::clone(lock(&self.phones).entry(chat_id).or_default())
    }

    /// Changes what goes wrong from now on.
    pub(super) fn set_faults(&self, faults: Faults) {
        *lock(&self.faults) = faults;
    }

    /// A message was taken, and the connection dropped before the bot heard of it.
    pub(super) fn note_unheard(&self, chat: Option<i64>) {
        if let Some(chat) = chat {
            *lock(&self.unheard).entry(chat).or_default() += 1;
        }
    }

    /// How many messages a chat got without the bot hearing of it.
    pub(super) fn unheard(&self, chat: i64) -> usize {
        lock(&self.unheard).get(&chat).copied().unwrap_or_default()
    }

    /// What happens to this call.
    pub(super) fn fault(&self, is_get_updates: bool) -> Fault {
        let faults = lock(&self.faults);
        if faults.is_none() || (is_get_updates && faults.spare_get_updates) {
            return Fault::None;
        }
        let fault = faults.decide(self.seed, self.calls.fetch_add(1, Ordering::SeqCst));
        if fault != Fault::None {
            self.faulted.fetch_add(1, Ordering::SeqCst);
        }
        fault
    }

    /// What this call is told, where it is to be refused.
    pub(super) fn refuse(&self, method: &str, chat: Option<i64>) -> Option<ApiError> {
        let refused = lock(&self.faults).refuse(method, chat);
        if refused.is_some() {
            self.faulted.fetch_add(1, Ordering::SeqCst);
        }
        refused
    }

    /// How many calls something went wrong with so far.
    pub(super) fn faulted(&self) -> u64 {
        self.faulted.load(Ordering::SeqCst)
    }
}
