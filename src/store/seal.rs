//! Seals what people said: XChaCha20-Poly1305, bound to the column and the person it belongs to.
//!
//! A sealed value is `key id (4) | nonce (24) | ciphertext and tag`. The key id lets several keys
//! live side by side while one replaces another; the newest seals, each opens its own.

use std::{fmt, sync::Arc};

use chacha20poly1305::{
    AeadInPlace, KeyInit, Tag, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};

use super::keys::Keys;

const KEY_ID: usize = 4;
const NONCE: usize = 24;

/// Where a sealed value belongs. A value moved elsewhere in the database doesn't open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// `table.column`.
    pub(super) column: &'static str,
    pub(super) chat: Option<i64>,
    pub(super) user: Option<i64>,
}

impl Place {
    pub(super) fn new(
        column: &'static str,
        chat: impl Into<Option<i64>>,
        user: impl Into<Option<i64>>,
    ) -> Self {
        Self {
            column,
            chat: chat.into(),
            user: user.into(),
        }
    }

    fn associated_data(self) -> Vec<u8> {
        let mut data = Vec::with_capacity(self.column.len() + 19);
        data.extend_from_slice(self.column.as_bytes());
        for id in [self.chat, self.user] {
            data.push(id.is_some().into());
            data.extend_from_slice(&id.unwrap_or_default().to_le_bytes());
        }
        data
    }
}

/// Where the body of a row of this table belongs, also after it was set aside.
pub(super) fn column_of(table: &str) -> &'static str {
    match table {
        "inbox" => "inbox.body",
        "outbox" => "outbox.body",
        _ => "session.body",
    }
}

/// Why a value could not be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum SealError {
    #[error("the system gives no random bytes")]
    Random,
    #[error("the value cannot be sealed")]
    Seal,
    #[error("the value is damaged or sealed with an unknown key")]
    Open,
}

/// Seals and opens values with the keys it was made from.
#[derive(Clone)]
pub struct Sealer(Arc<[SealingKey]>);

struct SealingKey {
    id: [u8; KEY_ID],
    cipher: XChaCha20Poly1305,
}

impl Sealer {
    /// A sealer that seals with the newest key and opens with any.
    pub fn new(keys: &Keys) -> Self {
        Self(keys.iter().map(SealingKey::new).collect())
    }

    /// The id of the key that seals: every value sealed with it begins so.
    pub(super) fn newest(&self) -> [u8; KEY_ID] {
        self.0.first().map(|key| key.id).unwrap_or_default()
    }

    pub(super) fn seal(&self, place: Place, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let key = self.0.first().ok_or(SealError::Seal)?;
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(|_| SealError::Random)?;
        let mut sealed = Vec::with_capacity(KEY_ID + NONCE + plain.len() + size_of::<Tag>());
        sealed.extend_from_slice(&key.id);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let tag = key
            .cipher
            .encrypt_in_place_detached(
                XNonce::from_slice(&nonce),
                &place.associated_data(),
                &mut sealed[KEY_ID + NONCE..],
            )
            .map_err(|_| SealError::Seal)?;
        sealed.extend_from_slice(&tag);
        Ok(sealed)
    }

    pub(super) fn open(&self, place: Place, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (id, rest) = sealed.split_at_checked(KEY_ID).ok_or(SealError::Open)?;
        let (nonce, msg) = rest.split_at_checked(NONCE).ok_or(SealError::Open)?;
        let aad = place.associated_data();
        self.0
            .iter()
            .filter(|key| key.id == id)
            .find_map(|key| {
                key.cipher
                    .decrypt(XNonce::from_slice(nonce), Payload { msg, aad: &aad })
                    .ok()
            })
            .ok_or(SealError::Open)
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealer({} keys)", self.0.len())
    }
}

impl SealingKey {
    fn new(key: &[u8; 32]) -> Self {
        let cipher = XChaCha20Poly1305::new(key.into());
        // The tag of an empty message under a nonce that no random one will meet tells keys
        // apart without telling anything about them.
        let nonce = [0xff; NONCE];
        let tag = cipher
            .encrypt_in_place_detached(XNonce::from_slice(&nonce), b"twitchwise key id", &mut [])
            .unwrap_or_default();
        let mut id = [0; KEY_ID];
        id.copy_from_slice(&tag[..KEY_ID]);
        Self { id, cipher }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealer(keys: &str) -> Sealer {
        Sealer::new(&Keys::parse(keys).unwrap())
    }

    const OLD: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    const NEW: &str = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    #[test]
    fn opens_only_in_its_place() {
        let sealer = sealer(OLD);
        let place = Place::new("session.body", 7, 7);
        let sealed = sealer.seal(place, b"my eyelid").unwrap();
        assert!(!sealed.windows(6).any(|w| w == b"eyelid"));
        assert_eq!(sealer.open(place, &sealed).unwrap(), b"my eyelid");
        for other in [
            Place::new("outbox.body", 7, 7),
            Place::new("session.body", 8, 7),
            Place::new("session.body", 7, 8),
            Place::new("session.body", None, 7),
        ] {
            assert_eq!(sealer.open(other, &sealed), Err(SealError::Open));
        }
    }

    #[test]
    fn any_damage_is_noticed() {
        let sealer = sealer(OLD);
        let place = Place::new("inbox.body", None, None);
        let sealed = sealer.seal(place, b"text").unwrap();
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[at] ^= 1;
            assert_eq!(
                sealer.open(place, &damaged),
                Err(SealError::Open),
                "byte {at}"
            );
            assert_eq!(
                sealer.open(place, &sealed[..at]),
                Err(SealError::Open),
                "length {at}"
            );
        }
    }

    #[test]
    fn keys_rotate() {
        let place = Place::new("session.body", 1, 1);
        let sealed = sealer(OLD).seal(place, b"x").unwrap();
        let both = sealer(&format!("{NEW},{OLD}"));
        assert_eq!(both.open(place, &sealed).unwrap(), b"x");
        assert_eq!(sealer(NEW).open(place, &sealed), Err(SealError::Open));
        let resealed = both.seal(place, b"x").unwrap();
        assert_eq!(sealer(NEW).open(place, &resealed).unwrap(), b"x");
    }

    #[test]
    fn the_same_words_never_look_the_same() {
        let sealer = sealer(OLD);
        let place = Place::new("session.body", 1, 1);
        assert_ne!(
            sealer.seal(place, b"x").unwrap(),
            sealer.seal(place, b"x").unwrap()
        );
    }
}
