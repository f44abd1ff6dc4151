//! Takes updates in by webhook: committed before Telegram hears 200.
//!
//! Telegram posts several updates at a time, also of one person, and they may arrive out of order.
//! What arrives together is brought into order again and committed together; where a number is
//! missing in between, it is waited for a moment. What comes later than that is handled later: a
//! button carries the session's revision, so that a late press changes nothing it should not.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use futures::StreamExt as _;
use subtle::ConstantTimeEq as _;
use tokio::{
    net::TcpListener,
    sync::{mpsc, oneshot, watch},
    time::{Instant, timeout, timeout_at},
};

use crate::{
    store::StoreError,
    telegram::{Bot, CallError, RawUpdate, me, raw_update, set_webhook},
};

use super::{
    health::Health,
    intake::Intake,
    metrics::Metrics,
    pause::{patience, pause},
    web,
    webhook_config::WebhookConfig,
};

/// Where Telegram puts the secret.
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// The largest update.
const LARGEST: usize = 4 * 1024 * 1024;
/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(20);
/// Updates kept together at most.
const BATCH: usize = 100;
/// How long a missing number is waited for.
const GAP: Duration = Duration::from_millis(20);
/// How often Telegram is asked whether it is still there.
const ASK: Duration = Duration::from_secs(30);

/// An update that came, and who waits to hear whether it is kept.
struct Posted {
    update: RawUpdate,
    kept: oneshot::Sender<bool>,
}

struct Hook {
    secret: String,
    posted: mpsc::Sender<Posted>,
    metrics: Metrics,
}

/// Takes updates in until the bot stops or the store is closed.
pub(super) async fn run(
    bot: Bot,
    intake: Intake,
    config: WebhookConfig,
    listener: TcpListener,
    stop: watch::Receiver<bool>,
) {
    let (sender, receiver) = mpsc::channel(BATCH);
    let hook = Arc::new(Hook {
        secret: config.secret.clone(),
        posted: sender,
        metrics: intake.metrics.clone(),
    });
    let router = Router::new()
        .route(config.url.path(), post(take))
        .with_state(hook);
    let health = intake.health.clone();
    let announcing = announce(&bot, &config, &health, stop.clone());
    let ended = async {
        // The collector ends once nobody can post any more.
        tokio::join!(web::serve(listener, router, stop.clone()), announcing);
    };
    tokio::pin!(ended);
    let collecting = collect(&intake, receiver);
    tokio::pin!(collecting);
    tokio::select! {
        () = &mut ended => collecting.await,
        // The store is closed: nothing can be kept any more.
        () = &mut collecting => {}
    }
}

/// Tells Telegram where to post, and then asks now and then whether it is still there.
async fn announce(
    bot: &Bot,
    config: &WebhookConfig,
    health: &Health,
    mut stop: watch::Receiver<bool>,
) {
    let (mut told, mut attempts) = (false, 0);
    loop {
        let asked = async {
            if told {
                me(bot).await.map(drop)
            } else {
                set_webhook(bot, config.url.as_str(), &config.secret).await
            }
        };
        let asked = tokio::select! {
            asked = asked => asked,
            _ = stop.wait_for(|stopped| *stopped) => return,
        };
        health.telegram(
            asked.is_ok() || (told && !asked.as_ref().is_err_and(CallError::is_unreachable)),
        );
        let wait = match asked {
            Ok(()) if told => ASK,
            Ok(()) => {
                log::info!("updates come by webhook");
                told = true;
                attempts = 0;
                ASK
            }
            Err(error) => {
                if !told {
                    log::warn!(attempt = attempts + 1; "the webhook is not set: {error}");
                }
                attempts += 1;
                match error {
                    CallError::Wait(wait) => patience(wait),
                    CallError::Network(_)
                    | CallError::Server(_)
                    | CallError::Unreadable
                    | CallError::Refused(..) => pause(attempts),
                }
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = stop.wait_for(|stopped| *stopped) => return,
        }
    }
}

/// One post. 200 means: kept.
async fn take(State(hook): State<Arc<Hook>>, headers: HeaderMap, body: Body) -> StatusCode {
    let secret = headers.get(SECRET).map_or(&b""[..], |s| s.as_bytes());
    if !bool::from(secret.ct_eq(hook.secret.as_bytes())) {
        hook.metrics.strangers.inc();
        return StatusCode::FORBIDDEN;
    }
    let body = match timeout(PATIENCE, whole(body)).await {
        Ok(Ok(body)) => body,
        Ok(Err(status)) => return status,
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
    let update = std::str::from_utf8(&body).ok().and_then(raw_update);
    let Some(update) = update else {
        // Refused, Telegram would repeat it for ever, and hold back others.
        log::warn!(bytes = body.len(); "a post with the right secret holds no update");
        hook.metrics.unreadable.inc();
        return StatusCode::OK;
    };
    let (kept, answer) = oneshot::channel();
    if hook.posted.send(Posted { update, kept }).await.is_err() {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    match answer.await {
        Ok(true) => StatusCode::OK,
        Ok(false) | Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// The body, as far as it comes whole: half of an update must not count as received.
async fn whole(body: Body) -> Result<Vec<u8>, StatusCode> {
    let (mut parts, mut whole) = (body.into_data_stream(), Vec::new());
    while let Some(part) = parts.next().await {
        let part = part.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
        if whole.len() + part.len() > LARGEST {
            log::warn!("a post with the right secret is too large for an update");
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        whole.extend_from_slice(&part);
    }
    Ok(whole)
}

/// Keeps what was posted, in the order of Telegram's numbers.
async fn collect(intake: &Intake, mut posted: mpsc::Receiver<Posted>) {
    let (mut batch, mut last) = (Vec::with_capacity(BATCH), None);
    while posted.recv_many(&mut batch, BATCH).await > 0 {
        let until = Instant::now() + GAP;
        batch.sort_by_key(number);
        while batch.len() < BATCH && has_gap(&batch, last) {
            let room = BATCH - batch.len();
            let more = timeout_at(until, posted.recv_many(&mut batch, room)).await;
            batch.sort_by_key(number);
            if !matches!(more, Ok(1..)) {
                break;
            }
        }
        let newest = batch.last().map(number);
        let (updates, waiting): (Vec<_>, Vec<_>) = batch
            .drain(..)
            .map(|posted| (posted.update, posted.kept))
            .unzip();
        let done = intake.keep(updates, None).await;
        if let Err(error) = &done {
            log::warn!("updates can't be received: {error}");
        } else {
            last = newest;
        }
        for kept in waiting {
            // Whoever posted it may have gone.
            let _ = kept.send(done.is_ok());
        }
        if matches!(done, Err(StoreError::Closed)) {
            return;
        }
    }
}

fn number(posted: &Posted) -> i64 {
    posted.update.update_id
}

/// Whether a number is missing after `last` or in between.
fn has_gap(batch: &[Posted], last: Option<i64>) -> bool {
    let first = batch.first().map(number);
    let after = match (last, first) {
        // What comes again, or Telegram counting anew, is no gap.
        (Some(last), Some(first)) => first > last.saturating_add(1),
        _ => false,
    };
    after
        || batch
            .windows(2)
            .any(|pair| number(&pair[1]) > number(&pair[0]).saturating_add(1))
}
