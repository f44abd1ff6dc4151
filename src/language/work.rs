//! How many steps the reading of a message took. A test holds them against its length: a time would
//! depend on the machine.

use std::cell::Cell;

/// Counts steps: words, hits and times that were looked at.
#[derive(Debug, Default)]
pub(super) struct Work(Cell<u64>);

impl Work {
    /// One more thing was looked at.
    pub(super) fn step(&self) {
        self.0.set(self.0.get().wrapping_add(1));
    }

    /// So many steps were taken for it elsewhere.
    pub(super) fn took(&self, steps: u64) {
        self.0.set(self.0.get().wrapping_add(steps));
    }

    /// Walks over things and counts each.
    pub(super) fn over<'w, T>(
        &'w self,
        things: impl Iterator<Item = T> + 'w,
    ) -> impl Iterator<Item = T> + 'w {
        things.inspect(|_| self.step())
    }

    /// How many there were.
    pub(super) const fn steps(&self) -> u64 {
        self.0.get()
    }
}
