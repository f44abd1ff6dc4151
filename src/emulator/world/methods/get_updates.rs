//! `getUpdates`: what an offset confirms, what is handed over.

use serde_json::Value;

use super::Answer;
use crate::emulator::world::World;
use crate::emulator::world::call::Poll;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;
use crate::emulator::world::queue::Json;

/// The longest wait Telegram grants.
const LONGEST: i64 = 50;

/// Confirms, and hands over what is there.
pub(crate) fn run(world: &mut World, params: &Params) -> Result<(Vec<Json>, Poll), ApiError> {
    if !world.bot.webhook.url.is_empty() {
        return Err(ApiError::new(
            409,
            "Conflict: can't use getUpdates method while webhook is active; \
             use deleteWebhook to delete the webhook first",
        ));
    }
    if let Some(kinds) = params.texts("allowed_updates") {
        world.queue.allow(kinds);
    }
    world.queue.confirm(params.integer("offset").unwrap_or(0));
    let limit = params.integer("limit").unwrap_or(100).clamp(1, 100);
    let timeout = params.integer("timeout").unwrap_or(0).clamp(0, LONGEST);
    let poll = Poll {
        limit: usize::try_from(limit).unwrap_or(100),
        timeout: u64::try_from(timeout).unwrap_or(0),
    };
    Ok((world.first_updates(poll.limit), poll))
}

/// The same as values, for callers without HTTP.
pub(super) fn values(world: &mut World, params: &Params) -> Answer {
    let (updates, _) = run(world, params)?;
    let values = updates
        .iter()
        .filter_map(|update| serde_json::from_str(update).ok());
    Ok(Value::Array(values.collect()))
}
