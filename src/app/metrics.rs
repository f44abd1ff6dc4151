//! What the bot did, in numbers: never whose, never what.

use std::{sync::Arc, time::Duration};

use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};

use crate::store::Backlog;

/// What the text of [`Metrics::text`] is.
pub(super) const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Upper bounds in seconds.
const BOUNDS: [f64; 12] = [
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];

/// The counts. Clones share them.
#[derive(Clone)]
pub(super) struct Metrics(Arc<Counts>);

/// Which answer, and whether it was the one asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Rating {
    answer: String,
    helped: &'static str,
}

/// Every count by its name.
pub(super) struct Counts {
    registry: Registry,
    /// Updates kept in the inbox.
    pub(super) received: Counter,
    /// Updates of a flood, not kept.
    pub(super) unread: Counter,
    /// Updates that came once more.
    pub(super) repeated: Counter,
    /// Updates handled to their end.
    pub(super) handled: Counter,
    /// Attempts to handle an update that failed.
    pub(super) failed: Counter,
    /// Updates set aside.
    pub(super) set_aside: Counter,
    /// What came by webhook with a wrong secret.
    pub(super) strangers: Counter,
    /// What came by webhook and is no update.
    pub(super) unreadable: Counter,
    /// Messages that Telegram took.
    pub(super) sent: Counter,
    /// Messages that Telegram will never take.
    pub(super) refused: Counter,
    /// Attempts to send that have to be repeated later.
    pub(super) postponed: Counter,
    /// Chats that can't be reached any more.
    pub(super) unreachable: Counter,
    /// People erased for their silence.
    pub(super) erased: Counter,
    /// Times that what is due was looked for.
    pub(super) looked: Counter,
    /// Answers to quick questions that people said something about.
    rated: Family<Rating, Counter>,
    receiving: Histogram,
    handling: Histogram,
    committing: Histogram,
    sending: Histogram,
    inbox: Gauge,
    outbox: Gauge,
    aside: Gauge,
}

impl Metrics {
    /// All at zero.
    pub(super) fn new() -> Self {
        let mut registry = Registry::with_prefix("twitchwise");
        let mut counter = |name: &str, help: &str| {
            let counter = Counter::default();
            registry.register(name, help, counter.clone());
            counter
        };
        let unread = counter("updates_unread", "Updates of a flood, not kept");
        let received = counter("updates_received", "Updates kept in the inbox");
        let repeated = counter("updates_repeated", "Updates that came once more");
        let handled = counter("updates_handled", "Updates handled to their end");
        let failed = counter("updates_failed", "Failed attempts to handle an update");
        let set_aside = counter("updates_set_aside", "Updates set aside");
        let strangers = counter("webhook_strangers", "Webhook posts without the secret");
        let unreadable = counter("webhook_unreadable", "Webhook posts that are no update");
        let sent = counter("messages_sent", "Messages that Telegram took");
        let refused = counter(
            "messages_refused",
            "Messages that Telegram refused for good",
        );
        let postponed = counter(
            "messages_postponed",
            "Sending attempts to be repeated later",
        );
        let unreachable = counter(
            "chats_unreachable",
            "Chats that blocked the bot or are gone",
        );
        let erased = counter("people_erased", "People erased after a long silence");
        let looked = counter("due_looks", "Times that what is due was looked for");
        let rated = Family::<Rating, Counter>::default();
        registry.register(
            "answers_rated",
            "Quick answers, by whether they answered the question",
            rated.clone(),
        );
        let mut histogram = |name: &str, help: &str| {
            let histogram = Histogram::new(BOUNDS);
            registry.register(name, help, histogram.clone());
            histogram
        };
        let receiving = histogram("receive_seconds", "Committing received updates");
        let handling = histogram("handle_seconds", "Handling an update, its commit included");
        let committing = histogram("commit_seconds", "Committing what an update led to");
        let sending = histogram("send_seconds", "Telegram taking or refusing a message");
        let mut gauge = |name: &str, help: &str| {
            let gauge = Gauge::default();
            registry.register(name, help, gauge.clone());
            gauge
        };
        let inbox = gauge("inbox_rows", "Updates that wait to be handled");
        let outbox = gauge("outbox_rows", "Messages that wait to be sent");
        let aside = gauge("set_aside_rows", "Rows that wait for the operator");
        Self(Arc::new(Counts {
            registry,
            received,
            unread,
            repeated,
            handled,
            failed,
            set_aside,
            strangers,
            unreadable,
            sent,
            refused,
            postponed,
            unreachable,
            erased,
            looked,
            rated,
            receiving,
            handling,
            committing,
            sending,
            inbox,
            outbox,
            aside,
        }))
    }

    /// Someone said whether the answer of that name was the one asked for.
    pub(super) fn rated(&self, answer: &str, helped: bool) {
        let answer = answer.to_owned();
        let helped = if helped { "yes" } else { "no" };
        self.0.rated.get_or_create(&Rating { answer, helped }).inc();
    }

    /// How long keeping received updates took.
    pub(super) fn receiving(&self, took: Duration) {
        self.0.receiving.observe(took.as_secs_f64());
    }

    /// How long an update took, from its first attempt on.
    pub(super) fn handling(&self, took: Duration) {
        self.0.handling.observe(took.as_secs_f64());
    }

    /// How long the commit of what an update led to took.
    pub(super) fn committing(&self, took: Duration) {
        self.0.committing.observe(took.as_secs_f64());
    }

    /// How long Telegram took over a message.
    pub(super) fn sending(&self, took: Duration) {
        self.0.sending.observe(took.as_secs_f64());
    }

    /// All counts as Prometheus reads them. `backlog`: none where it can't be known now.
    pub(super) fn text(&self, backlog: Option<Backlog>) -> Result<String, std::fmt::Error> {
        if let Some(backlog) = backlog {
            for (gauge, rows) in [
                (&self.0.inbox, backlog.inbox),
                (&self.0.outbox, backlog.outbox),
                (&self.0.aside, backlog.set_aside),
            ] {
                gauge.set(rows.try_into().unwrap_or(i64::MAX));
            }
        }
        let mut text = String::new();
        encode(&mut text, &self.0.registry)?;
        Ok(text)
    }
}

impl std::ops::Deref for Metrics {
    type Target = Counts;

    fn deref(&self) -> &Counts {
        &self.0
    }
}
