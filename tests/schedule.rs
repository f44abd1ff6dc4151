//! When reminders are due: every edge by a table, and `next_due` against an independent
//! calculation over all zones of the database.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop at the first surprise"
)]

#[path = "schedule/edges.rs"]
mod edges;
#[path = "schedule/everywhere.rs"]
mod everywhere;
#[path = "schedule/places.rs"]
mod places;
#[path = "schedule/plans.rs"]
mod plans;
#[path = "schedule/timely.rs"]
mod timely;
#[path = "schedule/walk.rs"]
mod walk;

use jiff::{Timestamp, civil::Time};
use twitchwise::schedule::{Plan, QuietHours, Zone, next_due};

const OFF: QuietHours = QuietHours::OFF;

fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

fn time(text: &str) -> Time {
    text.parse().unwrap()
}

fn quiet(from: &str, to: &str) -> QuietHours {
    QuietHours {
        from: time(from),
        to: time(to),
    }
}

/// `2026-03-29 02:30` there, of a time that comes twice the earlier.
fn at(zone: &Zone, text: &str) -> Timestamp {
    zone.instant(text.parse().unwrap()).unwrap()
}

/// `2026-03-29 02:30 +01:00`.
fn shown(zone: &Zone, at: Timestamp) -> String {
    let offset = zone.offset(at);
    format!("{} {offset}", zone.local(at).strftime("%a %F %R"))
}

/// The next four times, from `after` on.
fn next(plan: &Plan, zone: &Zone, quiet: QuietHours, after: &str) -> Vec<String> {
    let mut now = at(zone, after);
    let mut all = Vec::new();
    while let Some(due) = next_due(plan, zone, quiet, now).filter(|_| all.len() < 4) {
        all.push(shown(zone, due));
        now = due;
    }
    all
}
