//! What webhook deliveries change in the world.

use super::World;
use super::queue::Json;

impl World {
    /// The next update for a delivery of this webhook setting.
    pub(crate) fn take_delivery(&mut self, epoch: u64) -> Option<(i64, Json)> {
        if self.bot.webhook.epoch != epoch {
            return None;
        }
        let taken = self.queue.take()?;
        self.stats.updates_delivered += 1;
        Some(taken)
    }

    /// A delivery succeeded. True: it has ended.
    pub(crate) fn end_delivery(&mut self, id: i64, epoch: u64) -> bool {
        if self.bot.webhook.epoch == epoch {
            self.queue.delivered(id);
        }
        true
    }

    /// A delivery failed. True when it has ended because the webhook changed.
    pub(crate) fn fail_delivery(&mut self, epoch: u64, words: String, now: i64) -> bool {
        if self.bot.webhook.epoch != epoch {
            return true;
        }
        self.bot.webhook.last_error = Some((now, words));
        false
    }
}
