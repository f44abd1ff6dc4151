//! Short messages of which it is known what they are for, word for word.
//!
//! People type the same few words again and again ("am I going to die", "is it ALS"), and so few say little
//! to a network.

use std::borrow::Cow;

use super::appraisal::INTENTS;

const ENTRY: usize = size_of::<u64>();
/// The last bits of an entry are what the message is for, the others those of its hash.
const INTENT: u64 = INTENTS.next_power_of_two() as u64 - 1;

/// What each of some messages is for, read where it lies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByHeart {
    /// The entries, each larger than the one before, little end first.
    bytes: Cow<'static, [u8]>,
}

impl ByHeart {
    /// Takes messages by their hash, each with the number of what it is for. One that is said to be for two
    /// things is not taken.
    pub fn new(messages: impl Iterator<Item = (u64, usize)>) -> Self {
        let mut entries: Vec<u64> = messages
            .map(|(hash, intent)| (hash & !INTENT) | (intent as u64 & INTENT))
            .collect();
        entries.sort_unstable();
        entries.dedup();
        let agreed = entries
            .chunk_by(|a, b| a & !INTENT == b & !INTENT)
            .filter(|same| same.len() == 1);
        let bytes: Vec<u8> = agreed.flatten().flat_map(|e| e.to_le_bytes()).collect();
        Self {
            bytes: bytes.into(),
        }
    }

    /// Takes what [`bytes`](Self::bytes) gave; none where it can't be that.
    pub fn read(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let (entries, rest) = bytes.as_chunks::<ENTRY>();
        let entries = entries.iter().map(|entry| u64::from_le_bytes(*entry));
        let messages = entries.clone().map(|entry| entry & !INTENT);
        let next = messages.clone().skip(1);
        let rise = messages.zip(next).all(|(message, next)| message < next);
        let are = entries
            .clone()
            .all(|entry| (entry & INTENT) < INTENTS as u64);
        (rest.is_empty() && rise && are).then_some(Self { bytes })
    }

    /// All entries, to be written down.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many bytes so many messages take.
    pub const fn size(count: usize) -> Option<usize> {
        count.checked_mul(ENTRY)
    }

    /// How many messages are known.
    pub fn count(&self) -> usize {
        self.bytes.len() / ENTRY
    }

    /// The number of what the message with that hash is for.
    pub fn intent(&self, hash: u64) -> Option<usize> {
        let (entries, _) = self.bytes.as_chunks::<ENTRY>();
        let message = hash & !INTENT;
        let entry = |entry: &[u8; ENTRY]| u64::from_le_bytes(*entry);
        let at = entries.partition_point(|of| entry(of) < message);
        let found = entries.get(at).map(entry)?;
        (found & !INTENT == message).then(|| usize::try_from(found & INTENT).ok())?
    }
}
