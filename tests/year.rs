//! A year of a thousand people, with restarts: what comes to each is matched one to one with what was
//! to come, by a calculation of its own. The whole bot over the emulator, with a real SQLite file;
//! only the clock is moved on.
//!
//! `TWITCHWISE_SEED=N` plans another year; the seed is in the figures.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and shows its figures; its numbers are small"
)]

#[path = "year/acts.rs"]
mod acts;
mod bot;
#[path = "year/expected.rs"]
mod expected;
#[path = "year/followed.rs"]
mod followed;
#[path = "year/nudges.rs"]
mod nudges;
#[path = "year/running.rs"]
mod running;
#[path = "schedule/walk.rs"]
#[allow(dead_code, reason = "the schedule's tests use more of it")]
mod walk;

use std::{collections::BTreeMap, time::Instant};

use bot::{
    people::acquaint,
    person,
    phone::Shown,
    random::{self, Random},
};
use expected::{Person, What, clocks};
use jiff::Timestamp;
use running::World;

const PEOPLE: usize = 1_000;
/// Half of them before, half of them after a time in which the bot was off.
const RESTARTS: i64 = 24;
/// A leap year.
const BEGIN: &str = "2028-01-01T00:00:00Z";
const YEAR: i64 = 366 * 24 * 60 * 60;
/// The longest that the bot is off.
const OFF: usize = 4 * 24 * 60;
/// The longest jump of the clock, in minutes: what lies in it comes late.
const JUMP: usize = 8 * 60;
/// What an action of a person may take, in seconds of the clock.
const MOMENT: i64 = 50;

/// What is counted along the way.
#[derive(Default)]
pub(crate) struct Figures {
    reminders: usize,
    messages: usize,
    nudges: usize,
    follow_ups: usize,
    answered: usize,
    put_off: usize,
    stopped: usize,
    blocked: usize,
    returned: usize,
    late: usize,
    changed: usize,
    /// Messages that answer a person, and don't come by themselves.
    answers: usize,
}

/// From how late on a reminder says so, in seconds.
const LATE: i64 = 15 * 60;

/// To whom something came, what it was about, and the message.
type Came = (i64, Vec<expected::Came>, Shown);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_year_in_which_everything_comes_once_and_nothing_else_does() {
    let begun = Instant::now();
    let seed = random::seed();
    let mut random = Random::new(seed);
    let begin: Timestamp = BEGIN.parse().expect("a time");
    let mut world = World::new(begin, seed).await;
    let clocks = clocks(begin.as_second() / 60);
    let from = world.now() / 60;
    let mut people = BTreeMap::new();
    for id in acquaint(&world.emulator, PEOPLE) {
        people.insert(id, Person::any(id, &clocks, from, &mut random));
    }
    world.plan(people.values()).await;
    world.start().await;

    let mut figures = Figures::default();
    let mut restart_at = begin.as_second() + YEAR / (RESTARTS + 1);
    let mut restarts = 0;
    loop {
        let due = people.values().filter_map(Person::next).min();
        let returns = people.values().filter_map(|person| person.returns).min();
        let Some(next) = due.into_iter().chain(returns).min() else {
            break;
        };
        if let Some(due) = due {
            world.agrees_on(due).await;
        }
        let mut to = next.max(world.now()) + 60 * random.below(JUMP) as i64 + 5;
        if restarts < RESTARTS && to >= restart_at {
            restarts += 1;
            restart_at = begin.as_second() + YEAR / (RESTARTS + 1) * (restarts + 1);
            world.stop().await;
            if restarts % 2 == 0 {
                to += 60 * random.below(OFF) as i64;
            }
            world.pass_to(clear(&people, to));
            world.start().await;
        } else {
            world.pass_to(clear(&people, to));
        }
        world.rest().await;
        let came = came(&world, &mut people, &mut figures);
        acts::act(
            &world,
            &mut people,
            &came,
            &clocks,
            &mut figures,
            &mut random,
            world.now() > begin.as_second() + YEAR,
        )
        .await;
    }
    assert_eq!(restarts, RESTARTS);
    for person in people.values() {
        assert!(person.gone || person.reminders.is_empty());
    }
    let violations = world.end().await;
    assert_eq!(violations, "[]", "Telegram would mind");
    println!(
        "seed {seed}: a year of {PEOPLE} people, {RESTARTS} restarts: {} reminders in {} messages, {} of \
         them nudges and {} follow-ups, each when it was due and once, {} late and said so; {} follow-ups \
         answered, {} put off, {} stopped, {} blocked, {} of them back, {} changes of the clock, of quiet \
         hours and pauses; {:.1} s",
        figures.reminders,
        figures.messages,
        figures.nudges,
        figures.follow_ups,
        figures.late,
        figures.answered,
        figures.put_off,
        figures.stopped,
        figures.blocked,
        figures.returned,
        figures.changed,
        begun.elapsed().as_secs_f64()
    );
}

/// The first time from `to` on around which nothing is due, no day ends and no nudge's hours do, so that
/// it doesn't matter how long the bot takes.
fn clear(people: &BTreeMap<i64, Person>, mut to: i64) -> i64 {
    let near = to - 10..to + 24 * 60 * 60;
    let mut due: Vec<_> = people
        .values()
        .filter(|person| !person.gone)
        .flat_map(|person| &person.reminders)
        .flat_map(|one| one.due.iter().copied().take(40).chain(one.comes()))
        .filter(|due| near.contains(due))
        .collect();
    due.sort_unstable();
    loop {
        // Clocks are whole quarters of an hour apart.
        let left = 900 - to % 900;
        let ends = (left <= MOMENT).then_some(to + left);
        let soon = |due: &&i64| to - 3 < **due && **due <= to + MOMENT;
        let Some(busy) = due.iter().find(soon).copied().or(ends) else {
            return to;
        };
        to = busy + 5;
    }
}

/// Compares what each person got with what was to come, and gives both.
fn came(world: &World, people: &mut BTreeMap<i64, Person>, figures: &mut Figures) -> Vec<Came> {
    let now = world.now();
    let mut all = Vec::new();
    let mut total = 0;
    for (id, person) in people.iter_mut().filter(|(_, person)| !person.gone) {
        let expected = person.come(now);
        if expected.is_empty() {
            continue;
        }
        let messages = person::recent(&world.emulator, *id);
        let newest = messages.last().unwrap_or_else(|| panic!("{id}: nothing"));
        for one in &expected {
            let words = match &one.kind {
                What::Own(words) => words.as_str(),
                What::FollowUp(..) => "How is it now?",
                What::Nudge(habit) => habit.words,
            };
            let times = newest.text.matches(words).count();
            assert_eq!(
                times, 1,
                "{id} at {now}: {words} not once in {}",
                newest.text
            );
        }
        let asks = newest.text.matches("Has it helped?").count();
        let expected_asks = expected.iter().filter(|one| one.asks).count();
        assert_eq!(asks, expected_asks, "{id} at {now}: {}", newest.text);
        // At the edge it depends on how long the bot took.
        let late = expected.iter().map(|one| now - one.due - LATE);
        if !late.clone().any(|late| late.abs() < MOMENT) {
            let late = late.filter(|late| *late > 0).count();
            let said = newest.text.matches("This one comes late").count();
            assert_eq!(said, late, "{id} at {now}: {}", newest.text);
            figures.late += late;
        }
        total += 1;
        figures.reminders += expected.len();
        let is = |what: fn(&What) -> bool| expected.iter().filter(|one| what(&one.kind)).count();
        figures.nudges += is(|what| matches!(what, What::Nudge(_)));
        figures.follow_ups += is(|what| matches!(what, What::FollowUp(..)));
        all.push((*id, expected, newest.clone()));
    }
    figures.messages += total;
    // So nobody else got anything, and nobody two.
    assert_eq!(
        world.said(),
        figures.messages + figures.answers,
        "messages in all, at {now}, after {} people were due",
        all.len()
    );
    all
}
