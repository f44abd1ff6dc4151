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

mod bot;
#[path = "year/expected.rs"]
mod expected;
#[path = "year/running.rs"]
mod running;
#[path = "schedule/walk.rs"]
#[allow(dead_code, reason = "the schedule's tests use more of it")]
mod walk;

use std::{collections::BTreeMap, time::Instant};

use bot::{
    person::{self, do_it},
    phone::Shown,
    random::{self, Random},
    script::What as Act,
};
use expected::{Person, What, clocks};
use jiff::Timestamp;
use running::World;
use twitchwise::schedule::Zone;
use walk::Clock;

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
struct Figures {
    reminders: usize,
    messages: usize,
    put_off: usize,
    stopped: usize,
    blocked: usize,
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
    for id in world.acquaint(PEOPLE) {
        people.insert(id, Person::any(id, &clocks, from, &mut random));
    }
    world.plan(people.values()).await;
    world.start().await;

    let mut figures = Figures::default();
    let mut restart_at = begin.as_second() + YEAR / (RESTARTS + 1);
    let mut restarts = 0;
    while let Some(next) = people.values().filter_map(Person::next).min() {
        world.agrees_on(next).await;
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
        act(&world, &mut people, &came, &mut figures, &mut random).await;
        change(
            &world,
            &mut people,
            &came,
            &clocks,
            &mut figures,
            &mut random,
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
        "seed {seed}: a year of {PEOPLE} people, {RESTARTS} restarts: {} reminders in {} messages, each \
         when it was due and once, {} late and said so; {} put off, {} stopped, {} blocked, {} changes of \
         the clock, of quiet hours and pauses; {:.1} s",
        figures.reminders,
        figures.messages,
        figures.late,
        figures.put_off,
        figures.stopped,
        figures.blocked,
        figures.changed,
        begun.elapsed().as_secs_f64()
    );
}

/// The first time from `to` on around which nothing is due, so that it doesn't matter how long the
/// bot takes.
fn clear(people: &BTreeMap<i64, Person>, mut to: i64) -> i64 {
    let mut due: Vec<_> = people
        .values()
        .filter(|person| !person.gone)
        .flat_map(|person| &person.reminders)
        .flat_map(|one| one.due.iter().copied().take(40).chain(one.comes()))
        .collect();
    due.sort_unstable();
    for due in due {
        if due > to + MOMENT {
            break;
        }
        if due > to - 3 {
            to = due + 5;
        }
    }
    to
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
        let messages = person::messages(&world.emulator, *id);
        let newest = messages.last().unwrap_or_else(|| panic!("{id}: nothing"));
        for one in &expected {
            let words = match &one.kind {
                What::Own(words) => words.as_str(),
                What::FollowUp(_) => "How is it now?",
            };
            let times = newest.text.matches(words).count();
            assert_eq!(
                times, 1,
                "{id} at {now}: {words} not once in {}",
                newest.text
            );
        }
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

/// Some put it off, stop it, tick it off, or block the bot.
async fn act(
    world: &World,
    people: &mut BTreeMap<i64, Person>,
    came: &[Came],
    figures: &mut Figures,
    random: &mut Random,
) {
    for (id, expected, message) in came {
        let [
            expected::Came {
                id: own,
                kind: what @ What::Own(_),
                ..
            },
        ] = expected.as_slice()
        else {
            continue;
        };
        let Some(person) = people.get_mut(id) else {
            continue;
        };
        let press = |label: &str| {
            let mut buttons = message.buttons.iter();
            let data = &buttons.find(|(words, _)| words == label).expect(label).1;
            do_it(&world.emulator, *id, &Act::Press(data.clone())).expect("pressed");
        };
        match random.below(100) {
            0..6 => {
                press("In 1 hour");
                world.rest().await;
                person.put_off(*own, what, world.now() + 60 * 60);
                figures.put_off += 1;
            }
            6..8 => {
                press("Stop");
                world.rest().await;
                person.stop(*own);
                figures.stopped += 1;
            }
            8..20 => {
                press("Done");
                world.rest().await;
            }
            20 => {
                let now = world.now();
                world
                    .emulator
                    .world(|world| world.block(*id, now))
                    .expect("blocked");
                world.rest().await;
                person.gone = true;
                figures.blocked += 1;
            }
            _ => {}
        }
    }
}

/// Some move to another clock, want other quiet hours, or pause everything for a week.
async fn change(
    world: &World,
    people: &mut BTreeMap<i64, Person>,
    came: &[Came],
    clocks: &[(Zone, Clock)],
    figures: &mut Figures,
    random: &mut Random,
) {
    for (id, ..) in came {
        let Some(person) = people.get_mut(id) else {
            continue;
        };
        let chosen = random.below(100);
        if chosen >= 6 || !person.may_change(world.now()) {
            continue;
        }
        match chosen {
            0..2 => {
                let clock = random.one(clocks);
                say(world, *id, "/settings").await;
                press(world, *id, "My time").await;
                say(world, *id, &clock.0.name()).await;
                person.moves(clock, world.now());
            }
            2..4 => {
                say(world, *id, "/settings").await;
                press(world, *id, "Quiet hours").await;
                say(world, *id, "from 23:00 to 06:30").await;
                person.quiet((23 * 60, 6 * 60 + 30), world.now());
            }
            _ => {
                say(world, *id, "/reminders").await;
                press(world, *id, "Pause everything for a week").await;
                person.pause(world.now());
            }
        }
        figures.changed += 1;
    }
    figures.answers = world.said() - figures.messages;
}

async fn say(world: &World, id: i64, words: &str) {
    do_it(&world.emulator, id, &Act::Say(words.to_owned())).expect("said");
    world.rest().await;
}

async fn press(world: &World, id: i64, label: &str) {
    let messages = person::messages(&world.emulator, id);
    let mut buttons = messages.iter().rev().flat_map(|message| &message.buttons);
    let button = buttons.find(|(words, _)| words == label);
    let data = button
        .unwrap_or_else(|| panic!("{id}: no {label}"))
        .1
        .clone();
    do_it(&world.emulator, id, &Act::Press(data)).expect("pressed");
    world.rest().await;
}
