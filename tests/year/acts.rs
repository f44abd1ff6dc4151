//! What people do when something came: they put it off, stop it, tick it off, answer it, choose nudges,
//! move, change their quiet hours, pause everything, block the bot and come back.

use std::collections::{BTreeMap, VecDeque};

use twitchwise::schedule::Zone;

use super::{
    Came, Figures,
    bot::{
        person::{self, do_it},
        random::Random,
        script::What as Act,
    },
    expected::{self, Person, What},
    followed::{Chain, Told},
    nudges::{HABITS, Habit},
    running::World,
    walk::{Clock, DAY},
};

/// One thing that a person does.
enum Step {
    Say(String),
    /// The newest button with that label.
    Press(String),
    Block,
    Unblock,
}

/// What follows from it for what is to come.
enum Then {
    Nothing,
    PutOff(u32, What),
    Stop(u32),
    /// Answered on that day, and asked again in so many days, if at all.
    Answered(u32, Option<(i64, Chain)>, i64),
    Chooses(Vec<&'static Habit>),
    Moves((Zone, Clock)),
    Quiet(i64, i64),
    Pause,
    /// Comes back after so many days, if at all.
    Gone(Option<i64>),
    /// Back: everything is turned on again, or left off.
    Back(bool),
}

/// What a person does, and what follows.
struct Script {
    id: i64,
    steps: VecDeque<Step>,
    then: Then,
}

fn say(words: impl Into<String>) -> Step {
    Step::Say(words.into())
}

fn press(label: impl Into<String>) -> Step {
    Step::Press(label.into())
}

/// Lets people do what they do after that has come, and those come back whose time it is. When the year
/// is over nothing new begins.
pub(crate) async fn act(
    world: &World,
    people: &mut BTreeMap<i64, Person>,
    came: &[Came],
    clocks: &[(Zone, Clock)],
    figures: &mut Figures,
    random: &mut Random,
    over: bool,
) {
    let now = world.now();
    let mut scripts: Vec<_> = came
        .iter()
        .filter_map(|came| after(&people[&came.0], came, clocks, (now, over), random))
        .collect();
    let back = |person: &&Person| person.returns.is_some_and(|at| at <= now);
    for person in people.values().filter(back) {
        scripts.push(returns(person.id, random.percent(80)));
    }
    do_all(world, &mut scripts).await;
    for script in scripts {
        let person = people.get_mut(&script.id).expect("they are known");
        follows(person, script.then, world.now(), figures);
    }
    figures.answers = world.said() - figures.messages;
}

/// Each does one thing after the other, all at the same time.
async fn do_all(world: &World, scripts: &mut [Script]) {
    loop {
        let mut done = true;
        for script in &mut *scripts {
            let Some(step) = script.steps.pop_front() else {
                continue;
            };
            done = false;
            let (id, now) = (script.id, world.now());
            match step {
                Step::Say(words) => {
                    do_it(&world.emulator, id, &Act::Say(words)).expect("said");
                }
                Step::Press(label) => press_now(world, id, &label),
                Step::Block => {
                    let blocked = world.emulator.world(|world| world.block(id, now));
                    blocked.expect("blocked");
                }
                Step::Unblock => {
                    let back = world.emulator.world(|world| world.unblock(id, now));
                    back.expect("unblocked");
                }
            }
        }
        if done {
            return;
        }
        world.rest().await;
    }
}

fn press_now(world: &World, id: i64, label: &str) {
    let messages = person::recent(&world.emulator, id);
    let mut buttons = messages.iter().rev().flat_map(|message| &message.buttons);
    let button = buttons.find(|(words, _)| words == label);
    let data = button
        .unwrap_or_else(|| panic!("{id}: no {label} in {messages:#?}"))
        .1
        .clone();
    do_it(&world.emulator, id, &Act::Press(data)).expect("pressed");
}

/// What someone does to whom that came.
fn after(
    person: &Person,
    (id, came, message): &Came,
    clocks: &[(Zone, Clock)],
    (now, over): (i64, bool),
    random: &mut Random,
) -> Option<Script> {
    let has = |label: &str| message.buttons.iter().any(|(words, _)| words == label);
    let script = |steps: Vec<Step>, then: Then| {
        Some(Script {
            id: *id,
            steps: steps.into(),
            then,
        })
    };
    let roll = random.below(100);
    // Not for ever.
    if let Some((one, habit)) = lasts(person, over) {
        let steps = vec![say("/reminders"), press(habit.name), press("Delete")];
        return script(steps, Then::Stop(one));
    }
    let follow_up = came.iter().find_map(|one| match one.kind {
        What::FollowUp(_, chain) => Some((one.id, chain)),
        What::Own(_) | What::Nudge(_) => None,
    });
    if let Some((one, chain)) = follow_up.filter(|_| roll < 65) {
        let today = person.clock.shows(now / 60) / DAY;
        let (steps, then) = answers(one, chain, today, random, over);
        return script(steps, then);
    }
    if roll >= 94 && person.waits_as_planned(now) && !person.reminders.is_empty() {
        let returns = random.percent(75).then(|| 1 + random.below(40) as i64);
        return script(vec![Step::Block], Then::Gone(returns));
    }
    if let [one] = came.as_slice()
        && !matches!(one.kind, What::FollowUp(..))
    {
        let known = || (one.id, one.kind.clone());
        match roll {
            0..45 if one.asks => return script(vec![press("Stop it")], Then::Stop(one.id)),
            45..70 if one.asks => return script(vec![press("Yes, keep it")], Then::Nothing),
            0..10 if has("In 1 hour") => {
                let (one, what) = known();
                return script(vec![press("In 1 hour")], Then::PutOff(one, what));
            }
            10..12 if has("Stop") => return script(vec![press("Stop")], Then::Stop(one.id)),
            12..24 => return script(vec![press("Done")], Then::Nothing),
            _ => {}
        }
    }
    if over {
        return None;
    }
    let (steps, then) = changes(person, clocks, now, random)?;
    script(steps, then)
}

/// A nudge that is looked at not much further ahead, or any when the year is over.
fn lasts(person: &Person, over: bool) -> Option<(u32, &'static Habit)> {
    person.reminders.iter().find_map(|one| match one.kind {
        What::Nudge(habit) if over || one.due.len() < 20 => Some((one.id, habit)),
        What::Nudge(_) | What::Own(_) | What::FollowUp(..) => None,
    })
}

/// "How is it now?"
fn answers(
    id: u32,
    chain: Chain,
    today: i64,
    random: &mut Random,
    over: bool,
) -> (Vec<Step>, Then) {
    let told = *random.one(&Told::ALL);
    let mut steps: Vec<_> = Chain::presses(told).into_iter().map(press).collect();
    let mut next = chain.next(told, today);
    if let Some((days, _)) = next {
        if !over && random.percent(85) {
            steps.push(press(format!("Yes, in {days} days")));
        } else {
            steps.push(press("No, thanks"));
            next = None;
        }
    }
    (steps, Then::Answered(id, next, today))
}

/// Another clock, other quiet hours, a pause, or nudges.
fn changes(
    person: &Person,
    clocks: &[(Zone, Clock)],
    now: i64,
    random: &mut Random,
) -> Option<(Vec<Step>, Then)> {
    let roll = random.below(100);
    if roll >= 12 || !person.may_change(now) {
        return None;
    }
    Some(match roll {
        0..3 => {
            let clock = random.one(clocks).clone();
            let name = clock.0.name().into_owned();
            let steps = vec![say("/settings"), press("My time"), say(name)];
            (steps, Then::Moves(clock))
        }
        3..5 => {
            let hours = say("from 23:00 to 06:30");
            let steps = vec![say("/settings"), press("Quiet hours"), hours];
            (steps, Then::Quiet(23 * 60, 6 * 60 + 30))
        }
        5..8 => {
            let pause = press("Pause everything for a week");
            (vec![say("/reminders"), pause], Then::Pause)
        }
        _ => {
            let nudge = |one: &expected::Expected| matches!(one.kind, What::Nudge(_));
            if person.reminders.iter().any(nudge) {
                return None;
            }
            let first = random.below(HABITS.len());
            let chosen = (0..=random.below(3)).map(|n| &HABITS[(first + n) % HABITS.len()]);
            let chosen: Vec<_> = chosen.collect();
            let mut steps = Vec::new();
            for habit in &chosen {
                steps.push(say("/reminders"));
                for label in ["Small daily nudges", habit.name, "Yes, set it"] {
                    steps.push(press(label));
                }
            }
            (steps, Then::Chooses(chosen))
        }
    })
}

/// Someone who had blocked the bot.
fn returns(id: i64, turns_on: bool) -> Script {
    let label = if turns_on {
        "Turn everything on"
    } else {
        "Leave them off"
    };
    Script {
        id,
        steps: vec![Step::Unblock, say("/cancel"), press(label)].into(),
        then: Then::Back(turns_on),
    }
}

fn follows(person: &mut Person, then: Then, now: i64, figures: &mut Figures) {
    match then {
        Then::Nothing => {}
        Then::PutOff(id, what) => {
            person.put_off(id, &what, now + 60 * 60);
            figures.put_off += 1;
        }
        Then::Stop(id) => {
            person.stop(id);
            figures.stopped += 1;
        }
        Then::Answered(id, next, today) => {
            person.answered(id, next, today, now);
            figures.answered += 1;
        }
        Then::Chooses(habits) => {
            for habit in habits {
                person.chooses(habit, now);
            }
        }
        Then::Moves(clock) => {
            person.moves(&clock, now);
            figures.changed += 1;
        }
        Then::Quiet(from, to) => {
            person.quiet((from, to), now);
            figures.changed += 1;
        }
        Then::Pause => {
            person.pause(now);
            figures.changed += 1;
        }
        Then::Gone(days) => {
            person.gone = true;
            person.returns = days.map(|days| now + days * DAY * 60);
            figures.blocked += 1;
        }
        Then::Back(turns_on) => {
            person.gone = false;
            person.returns = None;
            figures.returned += 1;
            if turns_on {
                person.turns_on(now);
            } else {
                person.reminders.clear();
            }
        }
    }
}
