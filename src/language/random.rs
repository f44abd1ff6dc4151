//! Numbers as random as learning needs them, and the same each time.

/// `SplitMix64`: as random as it has to be here, and the same everywhere.
pub(super) struct Random(u64);

impl Random {
    /// Other numbers for each `seed`.
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) const fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// From 0 to 1.
    pub(super) fn share(&mut self) -> f32 {
        as_float(self.below(1 << 20)) / as_float(1 << 20)
    }

    /// Fisher and Yates.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u64 + 1);
            if let Ok(other) = usize::try_from(other) {
                items.swap(last, other);
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
pub(super) const fn as_float(number: u64) -> f32 {
    number as f32
}
