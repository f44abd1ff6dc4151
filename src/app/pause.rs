//! How long to wait before trying again.

use std::time::Duration;

const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(60);
/// The longest that Telegram is believed to ask for.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// What is put on top of what Telegram asks for, at least and at most.
const LEAST_MARGIN: Duration = Duration::from_millis(250);
const MOST_MARGIN: Duration = Duration::from_secs(2);

/// A pause that doubles with each attempt, from half a second to a minute, give or take a quarter:
/// many chats that failed together must not come back together.
pub(super) fn pause(attempts: u32) -> Duration {
    let doubled = FIRST.saturating_mul(1_u32.checked_shl(attempts.min(16)).unwrap_or(u32::MAX));
    let jitter = 0.75 + f64::from(random_byte()) / 512.0;
    doubled.min(LONGEST).mul_f64(jitter)
}

/// How long to wait where Telegram asks for this long: never shorter, but for absurd values, and a
/// little longer, so that chats that were refused together don't come back together.
pub(super) fn patience(asked: Duration) -> Duration {
    let asked = asked.min(DAY);
    let margin = (asked / 8).clamp(LEAST_MARGIN, MOST_MARGIN);
    asked + margin.mul_f64(f64::from(random_byte()) / 255.0)
}

/// Without randomness the pause is only less spread.
fn random_byte() -> u8 {
    let mut byte = [128];
    let _ = getrandom::fill(&mut byte);
    byte[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_telegram_asks_for_is_obeyed_within_reason() {
        for seconds in [0, 1, 5, 600, 86_400] {
            let asked = Duration::from_secs(seconds);
            let waits = patience(asked);
            assert!(
                asked <= waits && waits <= asked + MOST_MARGIN,
                "{asked:?}: {waits:?}"
            );
        }
        assert!(patience(Duration::MAX) <= DAY + MOST_MARGIN);
    }
}
