//! "Remind me tomorrow at 9 to call the doctor", in the many ways that people write it.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and shows its figures"
)]

use std::{path::Path, sync::LazyLock};

use jiff::civil::{DateTime, date};
use proptest::prelude::*;
use serde::Deserialize;
use twitchwise::{
    content,
    language::{
        End, Said, Unable, asks_for_reminders, read_clock, read_day, read_errand, read_hours,
        read_reminder, read_time, read_weekdays, read_when,
    },
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
    errand: Vec<(String, String, String)>,
    day: Vec<(String, String)>,
    when: Vec<(String, String)>,
    weekdays: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeldBack {
    request: Vec<Request>,
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

/// `2026-11-25 09:00`, `after 120`, `daily 09:00`, `weekly mon tue 08:00`, `every 3 09:00`, `every 14
/// from 2026-11-30 09:00`, `monthly 1 09:00`, `daily 09:00 until 2026-11-27`, `daily 09:00 for 14 days`;
/// `-` for a time that was not said.
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
            format!("weekly {} {}", named(*days), at(time))
        }
        Some(Said::EveryDays { days, from, time }) => {
            let from = from.map_or_else(String::new, |from| format!("from {from} "));
            format!("every {days} {from}{}", at(time))
        }
        Some(Said::Monthly { day, time }) => format!("monthly {day} {}", at(time)),
        Some(Said::Until { each, end }) => {
            let end = match end {
                End::On(last) => format!("until {last}"),
                End::Days(days) => format!("for {days} days"),
                End::Months(months) => format!("for {months} months"),
            };
            format!("{} {end}", written(Some(each)))
        }
        Some(Said::Unable(Unable::Often)) => "often".to_owned(),
        Some(Said::Unable(Unable::Seldom)) => "seldom".to_owned(),
        Some(Said::Unable(Unable::Bounds)) => "bounds".to_owned(),
        Some(Said::Unable(Unable::Day)) => "day".to_owned(),
    }
}

fn named(days: [bool; 7]) -> String {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let days = names.into_iter().zip(days).filter(|(_, on)| *on);
    days.map(|(name, _)| name).collect::<Vec<_>>().join(" ")
}

/// How a request is read, and how it should be.
fn read(request: &Request, now: DateTime) -> (Option<(String, String)>, (String, String)) {
    let now = request.now.unwrap_or(now);
    let read = read_reminder(&CATALOG.lexicon, &request.text, now);
    let found = read.map(|read| (written(read.when.as_ref()), read.what));
    (found, (request.when.clone(), request.what.clone()))
}

/// Compares each line of a table.
fn all_right(lines: impl IntoIterator<Item = (String, String, String)>) {
    let wrong: Vec<_> = lines
        .into_iter()
        .filter(|(_, found, wanted)| found != wanted)
        .map(|(text, found, wanted)| format!("{text:?}: {found}, not {wanted}"))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} lines:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn requests_are_understood_to_the_minute() {
    let bank = bank();
    assert!(bank.request.len() >= 120, "{} requests", bank.request.len());
    let mut wrong = Vec::new();
    for request in &bank.request {
        let (found, wanted) = read(request, bank.now);
        if found.as_ref() != Some(&wanted) {
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
fn requests_that_it_was_not_made_for() {
    let now = bank().now;
    let held: HeldBack = toml::from_str(include_str!("language/reminders-held-back.toml")).unwrap();
    let (mut whole, mut when) = (0, 0);
    for request in &held.request {
        let (found, wanted) = read(request, now);
        whole += usize::from(found.as_ref() == Some(&wanted));
        when += usize::from(found.is_some_and(|(found, _)| found == wanted.0));
    }
    let all = held.request.len();
    println!(
        "of {all} requests held back {when} have the right time, {whole} also the right words"
    );
    assert!(
        all >= 60 && when * 100 >= all * 85 && whole * 100 >= all * 80,
        "{when} {whole} of {all}"
    );
}

#[test]
fn answers_to_each_question_about_a_time() {
    let (bank, lexicon) = (bank(), &CATALOG.lexicon);
    let now = bank.now;
    all_right(bank.errand.into_iter().map(|(text, when, what)| {
        let read = read_errand(lexicon, &text, now);
        let found = format!("{} | {}", written(read.when.as_ref()), read.what);
        (text, found, format!("{when} | {what}"))
    }));
    all_right(bank.day.into_iter().map(|(text, wanted)| {
        let read = read_day(lexicon, &text, now);
        let read = read.map(|(date, time)| Said::Once { date, time });
        (text, written(read.as_ref()), wanted)
    }));
    all_right(bank.when.into_iter().map(|(text, wanted)| {
        let read = read_when(lexicon, &text, now);
        (text, written(read.as_ref()), wanted)
    }));
    all_right(bank.weekdays.into_iter().map(|(text, wanted)| {
        let read = read_weekdays(lexicon, &text);
        (text, read.map_or_else(|| "-".to_owned(), named), wanted)
    }));
}

/// What a text tells people to type.
fn examples(words: &str) -> Vec<String> {
    let quoted = words
        .split('“')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('”')?.0));
    let own = quoted.filter(|quote| !quote.contains(['{', '?']));
    own.map(str::to_owned).collect()
}

#[test]
fn what_people_are_told_to_type_is_understood() {
    let (lexicon, now) = (&CATALOG.lexicon, bank().now);
    let mut seen = std::collections::BTreeSet::new();
    for file in ["reminders", "habits", "follow_up"] {
        let path = format!("{}/dialogues/en/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
        let words = std::fs::read_to_string(path).unwrap();
        // A message goes on in lines that are indented.
        for message in words.replace("\n ", " ").lines() {
            let Some((key, text)) = message.split_once(" = ") else {
                continue;
            };
            for example in examples(text) {
                let read = match key {
                    "reminders-none" | "reminders-how" => read_reminder(lexicon, &example, now)
                        .is_some_and(|read| read.when.is_some()),
                    "reminder-ask-what" => {
                        let read = read_errand(lexicon, &example, now);
                        read.when.is_some() && read.what == "call the doctor"
                    }
                    "quiet-ask-from" => read_hours(lexicon, &example).is_some(),
                    "hour-ask" | "habit-ask-time" => read_clock(lexicon, &example).is_some(),
                    "habit-ask-days" => read_weekdays(lexicon, &example).is_some(),
                    "follow-up-when" | "follow-up-no-day" => {
                        read_day(lexicon, &example, now).is_some()
                    }
                    key if key.starts_with("reminder-") => {
                        let read = read_when(lexicon, &example, now);
                        read.is_some_and(|said| !matches!(said, Said::Unable(_)))
                    }
                    // The name of a button.
                    _ => words.contains(&format!(" = {example}\n")),
                };
                assert!(read, "{key}: “{example}” is not understood");
                seen.insert(example);
            }
        }
    }
    assert!(seen.len() >= 9, "{seen:?}");
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
    fn any_words_are_read_within_limits(text in ".{0,300}", words in prop::collection::vec("(remind me|every|in|at|3|half|past|next|monday|month|the|1st|of|evening|9:30|to|hour|and|a|31|feb|5/12|2026-12-05|25.12.|weekly|on|until|other|week|year|mornings|first|until|for|2 weeks|2027|-)", 0..40)) {
        let now = date(2028, 2, 29).at(23, 59, 0, 0);
        for text in [text, words.join(" "), format!("remind me {}", words.join(" "))] {
            if let Some(read) = read_reminder(&CATALOG.lexicon, &text, now) {
                prop_assert!(read.what.chars().count() <= 200);
                prop_assert!(!read.what.chars().any(char::is_control));
            }
            let errand = read_errand(&CATALOG.lexicon, &text, now);
            prop_assert!(errand.what.chars().count() <= 200);
            match read_when(&CATALOG.lexicon, &text, now) {
                Some(Said::Weekly { days, .. }) => prop_assert!(days.contains(&true)),
                Some(Said::EveryDays { days, .. }) => prop_assert!(days.get() <= 366),
                Some(Said::Monthly { day, .. }) => prop_assert!((1..=31).contains(&day)),
                _ => {}
            }
            let _ = (read_day(&CATALOG.lexicon, &text, now), read_weekdays(&CATALOG.lexicon, &text));
            let _ = read_hours(&CATALOG.lexicon, &text);
        }
    }
}
