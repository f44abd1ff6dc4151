//! A chat as a phone shows it, with waiting for news.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use tokio::time::{Instant, timeout_at};

use crate::emulator::http::{answer, read};
use crate::emulator::shared::Shared;

/// The longest wait for news, in seconds.
const LONGEST: u64 = 60;

#[derive(Deserialize)]
struct Wish {
    /// The version the phone has: it waits for a newer one.
    since: Option<u64>,
    /// How many seconds it waits.
    #[serde(default)]
    wait: u64,
    /// Only so many of the last messages.
    last: Option<usize>,
}

/// `GET /api/people/{id}/chat`.
pub(in crate::emulator::http) async fn of_person(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<i64>,
    RawQuery(query): RawQuery,
) -> Response {
    chat(&shared, id, query).await
}

/// `GET /api/groups/{id}/chat`.
pub(in crate::emulator::http) async fn of_group(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<i64>,
    RawQuery(query): RawQuery,
) -> Response {
    chat(&shared, id, query).await
}

async fn chat(shared: &Shared, id: i64, query: Option<String>) -> Response {
    let wish: Wish = match read::query(query) {
        Ok(wish) => wish,
        Err(words) => return answer::problem(StatusCode::BAD_REQUEST, &words),
    };
    wait_for_news(shared, id, &wish).await;
    let now = shared.clock.now();
    let view = shared.with(|world| {
        world.tick(now);
        world.view(id, wish.last, now)
    });
    match view {
        Some(view) => answer::ok(&view),
        None => answer::problem(StatusCode::NOT_FOUND, "no such chat"),
    }
}

async fn wait_for_news(shared: &Shared, id: i64, wish: &Wish) {
    let Some(since) = wish.since.filter(|_| wish.wait > 0) else {
        return;
    };
    // A stranger's id mustn't leave a waiting place behind.
    if shared.with(|world| world.version(id)).is_none() {
        return;
    }
    let deadline = Instant::now() + Duration::from_secs(wish.wait.min(LONGEST));
    let phone = shared.phone(id);
    let mut stopping = shared.stopping.subscribe();
    loop {
        let news = phone.notified();
        let version = shared.with(|world| world.version(id));
        if version != Some(since) || *stopping.borrow() {
            return;
        }
        let woken = async {
            tokio::select! {
                () = news => {}
                _ = stopping.changed() => {}
            }
        };
        if timeout_at(deadline, woken).await.is_err() {
            return;
        }
    }
}
