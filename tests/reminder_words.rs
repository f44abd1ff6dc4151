//! "Remind me tomorrow at 9 to call the doctor", in the many ways that people write it.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::{path::Path, sync::LazyLock};

use jiff::civil::{DateTime, date};
use proptest::prelude::*;
use serde::Deserialize;
use twitchwise::{
    content,
    language::{Said, asks_for_reminders, read_hours, read_reminder, read_time, read_when},
    model::Catalog,
};

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let dialogues = Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogues");
    content::load(&dialogues).unwrap()
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bank {
    now: DateTime,
    request: Vec<Request>,
    other: Vec<String>,
    list: Vec<String>,
    time: Vec<(String, String)>,
    hours: Vec<(String, String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    text: String,
    now: Option<DateTime>,
    when: String,
    what: String,
}

fn bank() -> Bank {
    toml::from_str(include_str!("language/reminders.toml")).unwrap()
}

/// `2026-11-25 09:00`, `after 120`, `daily 09:00`, `weekly mon tue 08:00`, `every 3 09:00`, `monthly 1
/// 09:00`; `-` for a time that was not said.
fn written(said: Option<&Said>) -> String {
    let at = |time: &Option<jiff::civil::Time>| {
        time.map_or_else(|| "-".to_owned(), |time| time.strftime("%H:%M").to_string())
    };
    match said {
        None => "-".to_owned(),
        Some(Said::Once { date, time }) => format!("{date} {}", at(time)),
        Some(Said::After(wait)) => format!("after {}", wait.as_mins()),
        Some(Said::Daily { time }) => format!("daily {}", at(time)),
        Some(Said::Weekly { days, time }) => {
            let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
            let days: Vec<_> = names.into_iter().zip(days).filter(|(_, on)| **on).collect();
            let days: Vec<_> = days.into_iter().map(|(name, _)| name).collect();
            format!("weekly {} {}", days.join(" "), at(time))
        }
        Some(Said::EveryDays { days, time }) => format!("every {days} {}", at(time)),
        Some(Said::Monthly { day, time }) => format!("monthly {day} {}", at(time)),
    }
}

#[test]
fn requests_are_understood_to_the_minute() {
    let (bank, lexicon) = (bank(), &CATALOG.lexicon);
    let mut wrong = Vec::new();
    for request in &bank.request {
        let now = request.now.unwrap_or(bank.now);
        let read = read_reminder(lexicon, &request.text, now);
        let found = read.map(|read| (written(read.when.as_ref()), read.what));
        let wanted = Some((request.when.clone(), request.what.clone()));
        if found != wanted {
            wrong.push(format!("{:?}: {found:?}, not {wanted:?}", request.text));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        bank.request.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_is_no_request_is_none() {
    let (bank, lexicon) = (bank(), &CATALOG.lexicon);
    let taken = |text: &&String| read_reminder(lexicon, text, bank.now).is_some();
    let wrong: Vec<_> = bank.other.iter().chain(&bank.list).filter(taken).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let missed: Vec<_> = bank
        .list
        .iter()
        .filter(|text| !asks_for_reminders(lexicon, text))
        .collect();
    assert!(missed.is_empty(), "not the list: {missed:#?}");
    let wrong: Vec<_> = bank
        .other
        .iter()
        .filter(|text| asks_for_reminders(lexicon, text))
        .collect();
    assert!(wrong.is_empty(), "the list: {wrong:#?}");
}

#[test]
fn times_alone_are_understood() {
    let (bank, lexicon) = (bank(), &CATALOG.lexicon);
    let shown = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
    let mut wrong = Vec::new();
    for (text, wanted) in &bank.time {
        let found = read_time(lexicon, text).map_or_else(|| "-".to_owned(), shown);
        if found != *wanted {
            wrong.push(format!("{text:?}: {found}, not {wanted}"));
        }
    }
    for (text, from, to) in &bank.hours {
        let found = read_hours(lexicon, text).map(|(from, to)| (shown(from), shown(to)));
        if found != Some((from.clone(), to.clone())) {
            wrong.push(format!("{text:?}: {found:?}, not {from} to {to}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #[test]
    fn any_words_are_read_within_limits(text in ".{0,300}", words in prop::collection::vec("(remind me|every|in|at|3|half|past|next|monday|month|the|1st|of|evening|9:30|to|hour|and|a|31|feb)", 0..40)) {
        let now = date(2028, 2, 29).at(23, 59, 0, 0);
        for text in [text, words.join(" "), format!("remind me {}", words.join(" "))] {
            if let Some(read) = read_reminder(&CATALOG.lexicon, &text, now) {
                prop_assert!(read.what.chars().count() <= 200);
                prop_assert!(!read.what.chars().any(char::is_control));
            }
            if let Some(Said::Weekly { days, .. }) = read_when(&CATALOG.lexicon, &text, now) {
                prop_assert!(days.contains(&true));
            }
            let _ = read_hours(&CATALOG.lexicon, &text);
        }
    }
}
