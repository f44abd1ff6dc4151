//! Deliveries to a webhook: several at a time, each repeated until it succeeds.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::shared::Shared;
use super::world::bot::Webhook;
use super::world::queue::Json;

/// The first pause before a delivery is repeated; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How long a webhook may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Delivers until the emulator stops.
pub(super) async fn run(shared: Arc<Shared>) {
    let client = match reqwest::Client::builder()
        .timeout(PATIENCE)
        .no_proxy()
        .build()
    {
        Ok(client) => client,
        Err(error) => {
            log::error!("webhooks can't be served: {error}");
            return;
        }
    };
    let mut stopping = shared.stopping.subscribe();
    let mut running = JoinSet::new();
    let mut slots = (0, Arc::new(Semaphore::new(0)));
    loop {
        let news = shared.updates.notified();
        let webhook = shared.with(|world| world.bot.webhook.clone());
        if slots.0 != webhook.epoch {
            // Deliveries of an older setting end by themselves; their updates were put back.
            slots = (
                webhook.epoch,
                Arc::new(Semaphore::new(webhook.max_connections)),
            );
        }
        while !webhook.url.is_empty()
            && let Ok(slot) = Arc::clone(&slots.1).try_acquire_owned()
            && let Some((id, update)) = shared.with(|world| world.take_delivery(webhook.epoch))
        {
            let (shared, client, webhook) = (Arc::clone(&shared), client.clone(), webhook.clone());
            running.spawn(async move {
                deliver(&shared, &client, &webhook, id, update).await;
                drop(slot);
            });
        }
        tokio::select! {
            () = news => {}
            Some(_) = running.join_next() => {}
            _ = stopping.changed() => return,
        }
    }
}

/// Posts one update until it is taken, or the webhook changes.
async fn deliver(
    shared: &Shared,
    client: &reqwest::Client,
    webhook: &Webhook,
    id: i64,
    update: Json,
) {
    let mut pause = FIRST_PAUSE;
    loop {
        let mut request = client
            .post(&webhook.url)
            .header(CONTENT_TYPE, "application/json");
        if let Some(secret) = &webhook.secret {
            request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        let failure = match request.body(update.to_string()).send().await {
            Ok(response) if response.status().is_success() => None,
            Ok(response) => {
                let status = response.status();
                Some(format!("Wrong response from the webhook: {status}"))
            }
            Err(error) => Some(format!("Connection failed: {}", error.without_url())),
        };
        let now = shared.clock.now();
        let done = shared.with(|world| match failure {
            None => world.end_delivery(id, webhook.epoch),
            Some(words) => world.fail_delivery(webhook.epoch, words, now),
        });
        if done {
            return;
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
