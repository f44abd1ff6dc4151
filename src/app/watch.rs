//! `/healthz`, `/readyz` and `/metrics`, for whoever watches over the bot.

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

use crate::store::Store;

use super::{
    health::Health,
    metrics::{CONTENT_TYPE, Metrics},
};

/// What is watched. Clones share it.
#[derive(Clone)]
pub(super) struct Watched {
    pub(super) store: Store,
    pub(super) health: Health,
    pub(super) metrics: Metrics,
}

impl Watched {
    /// Why the bot can't do its work now, in one word; none: it can.
    pub(super) async fn obstacle(&self) -> Option<&'static str> {
        if let Some(obstacle) = self.health.obstacle() {
            return Some(obstacle);
        }
        if self.store.is_damaged() {
            return Some("store_damaged");
        }
        match self.store.writable().await {
            Ok(()) => None,
            // Each part that needs the store logs its own trouble.
            Err(_) => Some("store_unwritable"),
        }
    }
}

/// The routes.
pub(super) fn routes(watched: Watched) -> Router {
    Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(metrics))
        .with_state(watched)
}

async fn healthz(State(watched): State<Watched>) -> Response {
    if watched.health.is_alive() {
        (StatusCode::OK, "alive\n").into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "part_ended\n").into_response()
    }
}

async fn readyz(State(watched): State<Watched>) -> Response {
    match watched.obstacle().await {
        None => (StatusCode::OK, "ready\n").into_response(),
        Some(obstacle) => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("{obstacle}\n")).into_response()
        }
    }
}

async fn metrics(State(watched): State<Watched>) -> Response {
    let backlog = watched.store.backlog().await.ok();
    match watched.metrics.text(backlog) {
        Ok(text) => ([(header::CONTENT_TYPE, CONTENT_TYPE)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
