//! A value that a person confided: usable, storable, never printed.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a person said. Its `Debug` and the logs show only that something is there.
#[derive(Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// Looks at the value, knowingly.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// Takes the value out, knowingly.
    pub fn into_revealed(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Private(…)")
    }
}
