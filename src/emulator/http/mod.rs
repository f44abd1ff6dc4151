//! HTTP on loopback: the Bot API, the people API, and the page with the phone.

mod answer;
mod bot;
mod connection;
mod files;
mod guard;
mod multipart;
mod page;
mod people;
mod poll;
mod read;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use tokio::net::TcpListener;

use super::shared::Shared;
use connection::{Connections, Cut};

/// Room for the biggest file and its form.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// How long connections may take to end when the emulator stops.
const GRACE: Duration = Duration::from_secs(2);

/// Serves until the emulator stops.
pub(super) async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let mut stopping = shared.stopping.subscribe();
    let mut stopped = shared.stopping.subscribe();
    let app = router(shared).into_make_service_with_connect_info::<Cut>();
    let server = axum::serve(Connections(listener), app).with_graceful_shutdown(async move {
        if stopping.wait_for(|stop| *stop).await.is_err() {
            log::debug!("the emulator is gone");
        }
    });
    let deadline = async move {
        if stopped.wait_for(|stop| *stop).await.is_ok() {
            tokio::time::sleep(GRACE).await;
        }
    };
    tokio::select! {
        ended = server => if let Err(error) = ended {
            log::error!("the emulator's server ended: {error}");
        },
        () = deadline => {}
    }
}

fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/api/state", get(people::state::state))
        .route("/api/people", post(people::add::person))
        .route("/api/people/{id}/chat", get(people::chat::of_person))
        .route("/api/people/{id}/say", post(people::act::say))
        .route("/api/people/{id}/press", post(people::act::press))
        .route("/api/people/{id}/send", post(people::act::send))
        .route("/api/people/{id}/edit", post(people::act::edit))
        .route("/api/people/{id}/block", post(people::act::block))
        .route("/api/people/{id}/unblock", post(people::act::unblock))
        .route("/api/people/{id}/inline", post(people::inline::ask))
        .route(
            "/api/inline/{query}",
            get(people::inline::answer).post(people::inline::pick),
        )
        .route("/api/groups", post(people::add::group))
        .route("/api/groups/{id}/chat", get(people::chat::of_group))
        .route("/api/groups/{id}/say", post(people::act::say_in_group))
        .route("/api/files/{id}", get(files::of_message))
        .route("/api/clock", post(people::state::clock))
        .route("/api/violations", get(people::state::violations))
        .route("/api/stats", get(people::state::stats))
        .merge(page::routes())
        // `/bot<token>/<method>` and `/file/bot<token>/<path>`: no route can spell those.
        .fallback(bot::handle)
        .layer(middleware::from_fn(guard::guard))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .with_state(shared)
}
