//! Benches of the pure core: `step`, `assess`, and loading the content.
#![allow(
    missing_docs,
    clippy::expect_used,
    reason = "a bench may stop at the first surprise"
)]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use jiff::Timestamp;
use twitchwise::{
    content, language,
    machine::{Action, Choice, Command, Effect, Event, Plain, Press, Session, step, whole, write},
    model::{Assessment, Catalog},
    triage,
};

/// Answers of a person with several things at once.
const ANSWERS: &str = r#"{"age_group":"adult","danger_signs":["none"],"locations":["eyelid","calf"],
"duration":"2_to_4_weeks","frequency":"many_times_a_day","timing":["at_rest"],"symptoms":["fatigue","anxiety"],
"context":["new_medicine"],"impact":"some","lifestyle":["high_caffeine","poor_sleep","stress"]}"#;

/// What people type: the bank that the rules are checked against.
const BANK: &str = include_str!("../tests/language/bank.toml");

fn assess(c: &mut Criterion) {
    let catalog = content::embedded().expect("the content is in order");
    c.bench_function("assess: one line to one line", |b| {
        b.iter(|| {
            let answers: Assessment = serde_json::from_str(black_box(ANSWERS)).expect("answers");
            let outcome = triage::assess(&catalog, &answers, false);
            let mut message = Plain::default();
            write(&whole(&catalog, &outcome), &catalog.words, &mut message);
            let report = triage::report(&catalog, None, &outcome, &message.0);
            serde_json::to_string(&report).expect("a report")
        });
    });
}

/// A whole check, tapping the calmest button of each screen; the time is that of all its steps.
fn steps(c: &mut Criterion) {
    let catalog = content::embedded().expect("the content is in order");
    let events = walk(&catalog);
    c.bench_function(
        &format!("step: a whole check of {} steps", events.len()),
        |b| {
            b.iter(|| {
                let mut session = Session::default();
                for (event, now) in &events {
                    session = step(&catalog, session, event, *now).session;
                }
                session
            });
        },
    );
}

fn walk(catalog: &Catalog) -> Vec<(Event, Timestamp)> {
    let now = Timestamp::from_second(1_800_000_000).expect("a time");
    let wanted = [
        Choice::Agree,
        Choice::None,
        Choice::Pick("adult".to_owned()),
        Choice::Toggle("eyelid".to_owned(), true),
        Choice::Pick("4_to_14_days".to_owned()),
        Choice::Pick("now_and_then".to_owned()),
        Choice::Pick("any_time".to_owned()),
        Choice::Finish,
        Choice::Done,
        Choice::Pick("none".to_owned()),
    ];
    let mut events = vec![(Event::Command(Command::Start), now)];
    let mut session = Session::default();
    let mut at = 0;
    while let Some((event, now)) = events.get(at).cloned() {
        at += 1;
        let done = step(catalog, session, &event, now);
        session = done.session;
        let shown = done.effects.iter().rev().find_map(|effect| match effect {
            Effect::Say(screen) | Effect::Remind(screen, _) | Effect::Edit(screen) => Some(screen),
            Effect::Export(_)
            | Effect::Erase
            | Effect::DropUnsent
            | Effect::Count(..)
            | Effect::Offer(_) => None,
        });
        let Some(screen) = shown else { break };
        let offered: Vec<_> = screen
            .keyboard
            .iter()
            .flatten()
            .filter_map(|button| match &button.action {
                Action::Choose(choice) => Some(choice),
                Action::OpenChat(_) | Action::Share(_) => None,
            })
            .collect();
        let next = wanted.iter().find(|choice| offered.contains(choice));
        if let Some(choice) = next {
            let press = Press {
                choice: Some(choice.clone()),
                revision: screen.revision,
            };
            events.push((Event::Pressed(press), now));
        }
    }
    assert!(session.result.is_some(), "the walk reaches an outcome");
    events
}

fn load(c: &mut Criterion) {
    c.bench_function("content: load and check everything", |b| {
        b.iter(|| content::embedded().expect("the content is in order"));
    });
}

/// All messages of the bank, one after the other; elements a second are messages a second.
fn understand(c: &mut Criterion) {
    let lexicon = content::lexicon().expect("the lexicon is in order");
    let today = jiff::civil::date(2026, 11, 20);
    let bank: toml::Table = BANK.parse().expect("the bank is TOML");
    let messages = bank["message"].as_array().into_iter().flatten();
    let texts: Vec<&str> = messages
        .filter_map(|message| message["text"].as_str())
        .collect();
    let mut group = c.benchmark_group("understand");
    group.throughput(Throughput::Elements(texts.len() as u64));
    group.bench_function("every message of the bank", |b| {
        b.iter(|| {
            for text in &texts {
                black_box(language::understand(&lexicon, black_box(text), today));
            }
        });
    });
    group.finish();
}

/// The lexicon alone, files read and patterns made ready.
fn lexicon(c: &mut Criterion) {
    c.bench_function("understand: the lexicon", |b| {
        b.iter_with_large_drop(|| content::lexicon().expect("the lexicon is in order"));
    });
}

/// The index of the topics, a part of it.
fn index(c: &mut Criterion) {
    let catalog = content::embedded().expect("the content is in order");
    c.bench_function("understand: index of the examples", |b| {
        b.iter(|| language::index(&catalog.lexicon.grammar, catalog.questions.iter()));
    });
}

criterion_group! {
    name = core;
    config = Criterion::default().sample_size(50);
    targets = assess, steps, load, understand, lexicon, index
}
criterion_main!(core);
