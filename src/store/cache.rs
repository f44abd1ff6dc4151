//! The sessions that were saved last, opened, so that a lively chat needs no read.
//!
//! Only the writer puts sessions in, after their commit: the cache never knows more, or less,
//! than the database.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use super::Who;

/// Half of what the cache holds at most: the young and the old generation hold as many each.
const GENERATION: usize = 1_000;
/// Larger sessions are read from the database.
const LARGEST: usize = 16 * 1024;

#[derive(Default)]
pub(super) struct Cache(Mutex<Generations>);

#[derive(Default)]
struct Generations {
    young: HashMap<Who, Arc<[u8]>>,
    old: HashMap<Who, Arc<[u8]>>,
}

/// What a committed operation did to sessions.
pub(super) enum Change {
    Saved(Who, Arc<[u8]>),
    /// All sessions of this person are gone.
    Erased(i64),
}

impl Cache {
    pub(super) fn get(&self, who: Who) -> Option<Arc<[u8]>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(body) = all.young.get(&who) {
            return Some(Arc::clone(body));
        }
        let body = all.old.remove(&who)?;
        all.insert(who, Arc::clone(&body));
        Some(body)
    }

    pub(super) fn apply(&self, changes: impl IntoIterator<Item = Change>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for change in changes {
            match change {
                Change::Saved(who, body) if body.len() <= LARGEST => {
                    all.old.remove(&who);
                    all.insert(who, body);
                }
                Change::Saved(who, _) => {
                    all.old.remove(&who);
                    all.young.remove(&who);
                }
                Change::Erased(user) => {
                    all.old.retain(|who, _| who.user != user);
                    all.young.retain(|who, _| who.user != user);
                }
            }
        }
    }
}

impl Generations {
    fn insert(&mut self, who: Who, body: Arc<[u8]>) {
        if self.young.len() >= GENERATION && !self.young.contains_key(&who) {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(who, body);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn who(id: i64) -> Who {
        Who { chat: id, user: id }
    }

    fn saved(id: i64) -> Change {
        Change::Saved(who(id), Arc::from(id.to_le_bytes()))
    }

    #[test]
    fn what_was_used_lately_stays_and_the_size_is_bounded() {
        let cache = Cache::default();
        for id in 0..10_000 {
            cache.apply([saved(id)]);
            assert!(
                cache.get(who(0)).is_some(),
                "used all the time, gone at {id}"
            );
        }
        let held = (0..10_000)
            .filter(|&id| cache.get(who(id)).is_some())
            .count();
        assert!(held <= 2 * GENERATION, "{held}");
    }

    #[test]
    fn erased_and_outgrown_sessions_are_gone() {
        let cache = Cache::default();
        let group = Who { chat: -5, user: 1 };
        cache.apply([saved(1), saved(3), Change::Saved(group, Arc::from([0]))]);
        cache.apply([Change::Erased(1)]);
        cache.apply([Change::Saved(who(3), Arc::from(vec![0; LARGEST + 1]))]);
        for who in [who(1), who(3), group] {
            assert!(cache.get(who).is_none());
        }
    }
}
