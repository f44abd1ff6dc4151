//! Which calls go wrong, and how: decided by a seed and the call's number alone, or because a call of
//! that kind is to be refused.

use super::world::error::ApiError;

/// How many of a thousand calls go wrong in which way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    /// Calls refused with 429.
    pub too_many_requests: u16,
    /// Seconds those are told to wait.
    pub retry_after: u32,
    /// Calls answered with 502.
    pub bad_gateway: u16,
    /// Connections dropped before the call is looked at.
    pub dropped_before: u16,
    /// Connections dropped after the call was carried out.
    pub dropped_after: u16,
    /// Calls carried out whose answer, with the status of a success, can't be read.
    pub garbled: u16,
    /// Calls carried out late.
    pub slow: u16,
    /// How late, in milliseconds.
    pub slow_millis: u64,
    /// Whether `getUpdates` is left alone (it then doesn't count as a call either).
    pub spare_get_updates: bool,
    /// Calls that are refused whatever they hold.
    pub refusals: Vec<Refusal>,
}

/// Calls of one method that are refused, as Telegram does for reasons that the world doesn't know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Of this method.
    pub method: String,
    /// In this chat; without it in each, and where the call names none.
    pub chat: Option<i64>,
    /// How many of them.
    pub times: u32,
    /// What they are told.
    pub error: ApiError,
}

/// What happens to one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// 429.
    TooManyRequests {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// 502.
    BadGateway,
    /// The connection is dropped, the call never arrives.
    DroppedBefore,
    /// The call is carried out, then the connection is dropped.
    DroppedAfter,
    /// The call is carried out, then answered with something that can't be read.
    Garbled {
        /// Which of the unreadable answers.
        number: u64,
    },
    /// The call is carried out late.
    Slow {
        /// How late.
        millis: u64,
    },
}

impl Faults {
    /// What a call that is to be refused is told; it counts as one of them.
    pub fn refuse(&mut self, method: &str, chat: Option<i64>) -> Option<ApiError> {
        let refusal = self.refusals.iter_mut().find(|refusal| {
            refusal.times > 0
                && refusal.method.eq_ignore_ascii_case(method)
                && (refusal.chat.is_none() || refusal.chat == chat)
        })?;
        refusal.times -= 1;
        Some(refusal.error.clone())
    }

    /// Whether nothing ever goes wrong by chance.
    pub fn is_none(&self) -> bool {
        self.too_many_requests == 0
            && self.bad_gateway == 0
            && self.dropped_before == 0
            && self.dropped_after == 0
            && self.garbled == 0
            && self.slow == 0
    }

    /// What happens to the call with this number.
    pub fn decide(&self, seed: u64, number: u64) -> Fault {
        let mut left = u16::try_from(mix(seed, number) % 1000).unwrap_or(0);
        let kinds = [
            (
                self.too_many_requests,
                Fault::TooManyRequests {
                    retry_after: self.retry_after,
                },
            ),
            (self.bad_gateway, Fault::BadGateway),
            (self.dropped_before, Fault::DroppedBefore),
            (self.dropped_after, Fault::DroppedAfter),
            (self.garbled, Fault::Garbled { number }),
            (
                self.slow,
                Fault::Slow {
                    millis: self.slow_millis,
                },
            ),
        ];
        for (share, fault) in kinds {
            if left < share {
                return fault;
            }
            left -= share;
        }
        Fault::None
    }
}

/// `SplitMix64` of the seed and the number.
fn mix(seed: u64, number: u64) -> u64 {
    let mut z = seed.wrapping_add(number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
