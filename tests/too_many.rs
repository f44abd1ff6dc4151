//! "Too many requests", on the real binary, from a Bot API that counts by chat: the chats that it names
//! wait as long as it says, whatever is sent to them, and nobody else does.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod bot;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
};
use bot::{binary::Installation, people::PATIENCE};
use jiff::Timestamp;
use serde_json::{Value, json};
use twitchwise::store::{Handled, Keys, Outgoing, Sealer, SessionChange, Store, Wake, Who};

/// Chats that are asked to wait, the last of them for an absurd time.
const LIMITED: [i64; 4] = [101, 102, 103, 104];
const OTHERS: [i64; 4] = [201, 202, 203, 204];
const RETRY_AFTER: u64 = 3;
const ABSURD: u64 = 99_999_999_999;
/// What was on its way already when a chat was asked to wait.
const ON_ITS_WAY: Duration = Duration::from_millis(500);

/// What the Bot API knows.
#[derive(Default)]
struct Api {
    updates: Vec<Value>,
    /// Who was asked to wait: since when, and for how long.
    asked: BTreeMap<i64, (Instant, Duration)>,
    /// Messages taken, by chat, in their order.
    taken: Vec<i64>,
    /// Calls that came too early.
    early: Vec<i64>,
}

type Shared = Arc<Mutex<Api>>;

fn lock(api: &Shared) -> MutexGuard<'_, Api> {
    api.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn serve(api: Shared) -> String {
    let router = Router::new()
        .route("/{bot}/{method}", axum::routing::post(call))
        .with_state(api);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
    let listener = listener.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

async fn call(
    State(api): State<Shared>,
    Path((_, method)): Path<(String, String)>,
    body: String,
) -> (StatusCode, String) {
    let body: Value = serde_json::from_str(&body).unwrap_or_default();
    let result = match method.to_ascii_lowercase().as_str() {
        "getme" => json!({
            "id": 1, "is_bot": true, "first_name": "bot", "username": "a_bot",
            "can_join_groups": true, "can_read_all_group_messages": false,
            "supports_inline_queries": false, "can_connect_to_business": false,
            "has_main_web_app": false,
        }),
        "getupdates" => {
            let offset = body["offset"].as_i64().unwrap_or_default();
            let new = || {
                let new = lock(&api).updates.clone().into_iter();
                new.filter(|update| update["update_id"].as_i64() >= Some(offset))
                    .collect::<Vec<_>>()
            };
            if new().is_empty() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            json!(new())
        }
        "sendmessage" => return send(&api, body["chat_id"].as_i64().unwrap_or_default()),
        _ => json!(true),
    };
    let answer = json!({ "ok": true, "result": result });
    (StatusCode::OK, answer.to_string())
}

fn send(api: &Shared, chat: i64) -> (StatusCode, String) {
    let now = Instant::now();
    let mut api = lock(api);
    let retry_after = if LIMITED.last() == Some(&chat) {
        ABSURD
    } else {
        RETRY_AFTER
    };
    match api.asked.get(&chat) {
        None if LIMITED.contains(&chat) => {
            let wait = Duration::from_secs(retry_after);
            api.asked.insert(chat, (now, wait));
        }
        Some((since, wait)) if now.duration_since(*since) < *wait => {
            if now.duration_since(*since) > ON_ITS_WAY {
                api.early.push(chat);
            }
        }
        _ => {
            api.taken.push(chat);
            return (
                StatusCode::OK,
                json!({ "ok": true, "result": {} }).to_string(),
            );
        }
    }
    let refusal = json!({
        "ok": false, "error_code": 429, "description": "Too Many Requests",
        "parameters": { "retry_after": retry_after },
    });
    (StatusCode::TOO_MANY_REQUESTS, refusal.to_string())
}

fn help(number: i64, chat: i64) -> Value {
    json!({ "update_id": number, "message": {
        "message_id": number, "date": 1_763_932_800, "text": "/help",
        "from": { "id": chat, "is_bot": false, "first_name": "Ann" },
        "chat": { "id": chat, "type": "private", "first_name": "Ann" },
    } })
}

/// A message that nobody asked for, for each of them.
async fn remind(installation: &Installation, chats: &[i64]) {
    let keys = Keys::from_file_or_create(&installation.key_file()).expect("keys");
    let store = Store::open(&installation.database_url(), Sealer::new(&keys)).await;
    let store = store.expect("a store");
    for &chat in chats {
        let message = json!({ "body": { "new": { "chat_id": chat, "text": "a reminder" } } });
        let handled = Handled {
            seq: None,
            who: Who { chat, user: chat },
            session: SessionChange::Keep,
            drop_pending: false,
            wake: Wake::Keep,
            outgoing: vec![Outgoing {
                chat,
                unasked: true,
                body: message.to_string().into_bytes(),
            }],
            now: Timestamp::now(),
        };
        store.commit(handled).await.expect("committed");
    }
    store.close().await.expect("closed");
}

async fn until(api: &Shared, what: &str, holds: impl Fn(&Api) -> bool) {
    let begun = Instant::now();
    while !holds(&lock(api)) {
        assert!(
            begun.elapsed() < PATIENCE,
            "not {what}: {:?}",
            lock(api).taken
        );
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn chats_that_are_asked_to_wait_do_and_hold_up_nobody_else() {
    let api = Shared::default();
    let url = serve(Arc::clone(&api)).await;
    let installation = Installation::new();
    remind(&installation, &LIMITED).await;
    let chats = LIMITED.iter().chain(&OTHERS);
    lock(&api).updates = chats
        .zip(1..)
        .map(|(chat, number)| help(number, *chat))
        .collect();
    let settings = [("SEND_PER_SECOND", "2")];
    let process = installation.start_with(&url, &settings);
    until(&api, "answered", |api| {
        OTHERS.iter().all(|chat| api.taken.contains(chat))
    })
    .await;
    assert!(
        !lock(&api).taken.iter().any(|chat| LIMITED.contains(chat)),
        "others wait for nobody: {:?}",
        lock(&api).taken
    );
    // Both a reply and a reminder, in the end.
    let patient = &LIMITED[..LIMITED.len() - 1];
    until(&api, "all sent", |api| {
        let count = |chat| api.taken.iter().filter(|taken| *taken == chat).count();
        patient.iter().all(|chat| count(chat) == 2)
    })
    .await;
    assert_eq!(lock(&api).early, [0_i64; 0], "called before their time");
    assert!(process.stop("TERM").0.success());
    let backlog = installation.backlog().await;
    assert_eq!(
        (backlog.inbox, backlog.outbox),
        (0, 2),
        "the absurd one's wait"
    );
}
