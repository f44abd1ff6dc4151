//! One event of a person at a time: a reminder that falls due while they write waits its turn.

use tokio::sync::{Mutex, MutexGuard};

/// Locks that all people share. Two people with the same one wait for each other, which does no harm.
const LOCKS: usize = 4096;

/// Whose turn it is.
pub(super) struct Turns(Vec<Mutex<()>>);

impl Default for Turns {
    fn default() -> Self {
        Self((0..LOCKS).map(|_| Mutex::new(())).collect())
    }
}

impl Turns {
    /// Waits for a person's turn; it lasts as long as what this gives is kept.
    pub(super) async fn of(&self, person: i64) -> Option<MutexGuard<'_, ()>> {
        let locks = u64::try_from(self.0.len().max(1)).unwrap_or(1);
        let number = usize::try_from(person.unsigned_abs() % locks).unwrap_or_default();
        Some(self.0.get(number)?.lock().await)
    }
}
