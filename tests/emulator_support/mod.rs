//! A running emulator, its bot as a plain HTTP client, and people's phones.

#![allow(dead_code, reason = "each test file uses its share")]
#![allow(clippy::expect_used, reason = "a test may fail")]

use serde_json::{Value, json};
use twitchwise::emulator::{Emulator, Faults, Options};

/// The token of `Options::default()`.
pub(crate) const TOKEN: &str = "123456789:emulated-bot-token";

/// A running emulator.
pub(crate) struct Bot {
    pub(crate) emulator: Emulator,
    pub(crate) client: reqwest::Client,
}

impl Bot {
    pub(crate) async fn start() -> Self {
        Self::with(Options::default()).await
    }

    pub(crate) async fn with_faults(seed: u64, faults: Faults) -> Self {
        Self::with(Options {
            seed,
            faults,
            ..Options::default()
        })
        .await
    }

    pub(crate) async fn with(options: Options) -> Self {
        let emulator = Emulator::start(options).await.expect("starts");
        let client = reqwest::Client::builder()
            .no_proxy()
            .build()
            .expect("a client");
        Self { emulator, client }
    }

    /// A call as a bot makes it; the error is the network's.
    pub(crate) async fn try_call(
        &self,
        method: &str,
        params: Value,
    ) -> reqwest::Result<(u16, String)> {
        let url = format!("{}/bot{TOKEN}/{method}", self.emulator.url());
        let request = self
            .client
            .post(url)
            .header("content-type", "application/json");
        let answer = request.body(params.to_string()).send().await?;
        Ok((answer.status().as_u16(), answer.text().await?))
    }

    pub(crate) async fn call(&self, method: &str, params: Value) -> Value {
        let (_, body) = self.try_call(method, params).await.expect("answers");
        serde_json::from_str(&body).expect("JSON")
    }

    /// What Telegram says to a call it refuses.
    pub(crate) async fn refusal(&self, method: &str, params: Value) -> String {
        let answer = self.call(method, params).await;
        assert_eq!(answer["ok"], false, "{answer}");
        answer["description"].as_str().expect("words").to_owned()
    }

    /// A request to the people API.
    pub(crate) async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}{path}", self.emulator.url());
        let answer = self
            .client
            .post(url)
            .body(body.to_string())
            .send()
            .await
            .expect("answers");
        let status = answer.status().as_u16();
        let body = answer.text().await.expect("a body");
        (status, serde_json::from_str(&body).expect("JSON"))
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, Value) {
        let url = format!("{}{path}", self.emulator.url());
        let answer = self.client.get(url).send().await.expect("answers");
        let status = answer.status().as_u16();
        let body = answer.text().await.expect("a body");
        (status, serde_json::from_str(&body).expect("JSON"))
    }

    pub(crate) fn person(&self) -> i64 {
        self.emulator
            .world(|world| world.add_person("Ann", Some("en")).id)
    }

    /// Writes, and gives the update's id.
    pub(crate) fn say(&self, person: i64, text: &str) -> i64 {
        let now = self.emulator.now();
        let said = self.emulator.world(|world| world.say(person, text, now));
        said.expect("can write").update_id.expect("is told")
    }

    /// The kinds of what the bot did wrong so far.
    pub(crate) fn violations(&self) -> Vec<Value> {
        self.emulator.world(|world| {
            world
                .violations()
                .iter()
                .map(|violation| json!(violation))
                .collect()
        })
    }
}
