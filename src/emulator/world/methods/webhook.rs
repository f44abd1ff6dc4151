//! Webhook settings.

use serde_json::{Value, json};

use super::Answer;
use crate::emulator::world::World;
use crate::emulator::world::bot::Webhook;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;

/// Deliveries never leave this machine.
fn is_loopback(url: &url::Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// `setWebhook`.
pub(super) fn set(world: &mut World, params: &Params) -> Answer {
    let address = params.text("url").unwrap_or_default();
    if address.is_empty() {
        return Ok(delete(world, params));
    }
    let bad = |words: &str| Err(ApiError::bad_request(words));
    let Ok(url) = url::Url::parse(address) else {
        return bad("bad webhook: invalid URL specified");
    };
    // Telegram itself insists on HTTPS; so do we, but for the plain HTTP of this machine.
    if url.scheme() != "http" {
        return bad("bad webhook: only plain HTTP on this machine is served here");
    }
    if !is_loopback(&url) {
        return bad("bad webhook: HTTPS URL must be provided for webhook");
    }
    let secret = params.text("secret_token");
    if let Some(secret) = secret
        && !secret
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
    {
        return bad("secret token contains unallowed characters");
    }
    let connections = params
        .integer("max_connections")
        .unwrap_or(40)
        .clamp(1, 100);
    if params.flag("drop_pending_updates") {
        world.queue.clear();
    }
    if let Some(kinds) = params.texts("allowed_updates") {
        world.queue.allow(kinds);
    }
    world.queue.put_back();
    world.bot.webhook = Webhook {
        url: address.to_owned(),
        secret: secret.map(str::to_owned),
        max_connections: usize::try_from(connections).unwrap_or(40),
        epoch: world.bot.webhook.epoch + 1,
        last_error: None,
    };
    world.changes.updates = true;
    Ok(json!(true))
}

/// `deleteWebhook`.
pub(super) fn delete(world: &mut World, params: &Params) -> Value {
    if params.flag("drop_pending_updates") {
        world.queue.clear();
    }
    world.queue.put_back();
    world.bot.webhook = Webhook {
        max_connections: 40,
        epoch: world.bot.webhook.epoch + 1,
        ..Webhook::default()
    };
    world.changes.updates = true;
    json!(true)
}

/// `getWebhookInfo`.
pub(super) fn info(world: &World) -> Value {
    let webhook = &world.bot.webhook;
    let mut info = json!({
        "url": webhook.url,
        "has_custom_certificate": false,
        "pending_update_count": world.queue.len(),
    });
    if !webhook.url.is_empty() {
        info["max_connections"] = json!(webhook.max_connections);
        info["ip_address"] = json!("127.0.0.1");
    }
    if !world.queue.allowed().is_empty() {
        info["allowed_updates"] = json!(world.queue.allowed());
    }
    if let Some((at, words)) = &webhook.last_error {
        info["last_error_date"] = json!(at);
        info["last_error_message"] = json!(words);
    }
    info
}
