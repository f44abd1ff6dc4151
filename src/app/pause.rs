//! How long to wait before trying again.

use std::time::Duration;

const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(60);

/// A pause that doubles with each attempt, from half a second to a minute, give or take a quarter:
/// many chats that failed together must not come back together.
pub(super) fn pause(attempts: u32) -> Duration {
    let doubled = FIRST.saturating_mul(1_u32.checked_shl(attempts.min(16)).unwrap_or(u32::MAX));
    let jitter = 0.75 + f64::from(random_byte()) / 512.0;
    doubled.min(LONGEST).mul_f64(jitter)
}

/// Without randomness the pause is only less spread.
fn random_byte() -> u8 {
    let mut byte = [128];
    let _ = getrandom::fill(&mut byte);
    byte[0]
}
