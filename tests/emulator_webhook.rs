//! Webhooks: the secret, repeating until taken, and what the settings do.

#![allow(clippy::expect_used, reason = "a test may fail")]

mod emulator_support;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};

use emulator_support::Bot;

/// A bot's web server: what came, and how often it still fails.
#[derive(Clone, Default)]
struct Hook {
    seen: Arc<Mutex<Vec<(Option<String>, i64)>>>,
    failures: Arc<Mutex<usize>>,
}

impl Hook {
    async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("binds");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let hook = self.clone();
        let route =
            post(move |headers: HeaderMap, body: String| async move { hook.take(&headers, &body) });
        let app = Router::new().route("/hook", route);
        tokio::spawn(async move { axum::serve(listener, app).await });
        url
    }

    fn take(&self, headers: &HeaderMap, body: &str) -> StatusCode {
        let secret = headers.get("x-telegram-bot-api-secret-token");
        let secret = secret
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned);
        let update: Value = serde_json::from_str(body).expect("JSON");
        let id = update["update_id"].as_i64().expect("an id");
        self.seen.lock().expect("a lock").push((secret, id));
        let mut failures = self.failures.lock().expect("a lock");
        if *failures > 0 {
            *failures -= 1;
            return StatusCode::INTERNAL_SERVER_ERROR;
        }
        StatusCode::OK
    }

    fn ids(&self) -> Vec<i64> {
        self.seen
            .lock()
            .expect("a lock")
            .iter()
            .map(|(_, id)| *id)
            .collect()
    }
}

async fn drained(bot: &Bot) -> Value {
    for _ in 0..100 {
        let info = bot.call("getWebhookInfo", json!({})).await["result"].clone();
        if info["pending_update_count"] == 0 {
            return info;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Value::Null
}

#[tokio::test]
async fn updates_are_posted_with_the_secret_until_taken() {
    let bot = Bot::start().await;
    let ann = bot.person();
    let early = bot.say(ann, "before the webhook");
    let hook = Hook::default();
    *hook.failures.lock().expect("a lock") = 2;
    let url = hook.start().await;
    let params = json!({ "url": url, "secret_token": "s3cret_-", "max_connections": 1 });
    assert_eq!(bot.call("setWebhook", params).await["ok"], true);
    let info = drained(&bot).await;
    assert_eq!(
        hook.ids(),
        [early, early, early],
        "two failures, then taken"
    );
    assert!(
        info["last_error_message"]
            .as_str()
            .expect("words")
            .contains("500")
    );
    let later: Vec<i64> = (0..20).map(|n| bot.say(ann, &format!("{n}"))).collect();
    drained(&bot).await;
    assert_eq!(hook.ids()[3..], later, "one connection keeps the order");
    let secrets = hook.seen.lock().expect("a lock").clone();
    assert!(
        secrets
            .iter()
            .all(|(secret, _)| secret.as_deref() == Some("s3cret_-"))
    );
    bot.emulator.stop().await;
}

#[tokio::test]
async fn polling_and_webhook_exclude_each_other() {
    let bot = Bot::start().await;
    let ann = bot.person();
    // Nobody listens there: the update stays.
    let params = json!({ "url": "http://127.0.0.1:9/hook" });
    assert_eq!(bot.call("setWebhook", params).await["ok"], true);
    let sent = bot.say(ann, "hi");
    tokio::time::sleep(Duration::from_millis(200)).await;
    let answer = bot.call("getUpdates", json!({})).await;
    assert_eq!(answer["error_code"], 409);
    assert_eq!(bot.call("deleteWebhook", json!({})).await["ok"], true);
    let updates = bot.call("getUpdates", json!({})).await;
    assert_eq!(updates["result"][0]["update_id"], sent, "put back");
    let dropped = json!({ "drop_pending_updates": true });
    assert_eq!(bot.call("deleteWebhook", dropped).await["ok"], true);
    assert_eq!(bot.call("getUpdates", json!({})).await["result"], json!([]));
    bot.emulator.stop().await;
}

#[tokio::test]
async fn settings_are_checked() {
    let bot = Bot::start().await;
    for (params, words) in [
        (
            json!({ "url": "http://127.0.0.1:9/", "secret_token": "a b" }),
            "Bad Request: secret token contains unallowed characters",
        ),
        (
            json!({ "url": "http://example.org/" }),
            "Bad Request: bad webhook: HTTPS URL must be provided for webhook",
        ),
        (
            json!({ "url": "nowhere" }),
            "Bad Request: bad webhook: invalid URL specified",
        ),
    ] {
        assert_eq!(bot.refusal("setWebhook", params).await, words);
    }
    let long = json!({ "url": "http://127.0.0.1:9/", "secret_token": "a".repeat(257) });
    bot.refusal("setWebhook", long).await;
    bot.emulator.stop().await;
}
