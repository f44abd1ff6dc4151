//! What a person does in a check, made up from a seed: the pure machine says what they see.
//!
//! Revisions are counted from the time of a session's first step: a [`Script`] is written for its
//! own time, and [`rebased`] tells what a button of it is in a chat that began at another.

use jiff::Timestamp;
use twitchwise::{
    machine::{Choice, Session},
    model::{Catalog, Level, Text, keys},
    telegram::{decode, encode},
};

use super::{
    phone::{Bot as _, Chat, Shown, plain},
    pure::Pure,
    random::Random,
};

/// After so many actions a person only goes forward.
const WANDERS: usize = 25;
/// Nobody takes longer.
const LONGEST: usize = 90;

/// Every so many people have nothing that a doctor should see.
const CALM: u64 = 5;
/// What those answer.
const HARMLESS: [&str; 6] = [
    "adult",
    "eyelid",
    "4_to_14_days",
    "now_and_then",
    "any_time",
    "some",
];

/// One action, and what it leads to.
#[derive(Debug, Clone)]
pub(crate) struct Act {
    pub(crate) what: What,
    /// The message that is new or changed.
    pub(crate) seen: Shown,
    /// How many messages of the bot there are then.
    pub(crate) messages: usize,
    /// Where the person stands then.
    pub(crate) session: Session,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    Say(String),
    /// The data of a button.
    Press(String),
}

/// The data of a button as it is in a session that began so many revisions later.
pub(crate) fn rebased(data: &str, later: u32) -> String {
    let press = decode(data);
    let choice = press.choice.expect("a button of the bot");
    encode(press.revision.wrapping_add(later), &choice)
}

/// How many revisions later the session began in which a message looks like that, where it is the
/// same but for that.
pub(crate) fn later(shown: &Shown, expected: &Shown) -> Option<u32> {
    if shown.text != expected.text || shown.buttons.len() != expected.buttons.len() {
        return None;
    }
    let mut later = None;
    for ((label, data), (wanted, like)) in shown.buttons.iter().zip(&expected.buttons) {
        let by = decode(data).revision.wrapping_sub(decode(like).revision);
        let same = label == wanted && *data == rebased(like, by);
        if !same || later.is_some_and(|later| later != by) {
            return None;
        }
        later = Some(by);
    }
    later
}

/// One person's way from `/start` to the outcome.
#[derive(Debug, Clone)]
pub(crate) struct Script {
    pub(crate) acts: Vec<Act>,
    /// Every message of the bot as it is when it comes, in order.
    pub(crate) sent: Vec<Shown>,
    pub(crate) level: Level,
    /// The outcome's words.
    pub(crate) outcome: String,
}

impl Script {
    pub(crate) fn write(catalog: &Catalog, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut bot = Pure::new(catalog, Timestamp::now());
        let mut chat = Chat::default();
        let mut acts: Vec<Act> = Vec::new();
        let mut what = What::Say("/start".to_owned());
        let (mut messages, mut sent) = (0, Vec::new());
        while acts.len() < LONGEST {
            let seen = match &what {
                What::Say(words) => bot.say(words),
                What::Press(data) => {
                    let on = acts.last().expect("it begins with words").seen.id;
                    bot.press(on, data)
                }
            };
            chat.add(&seen);
            let new = seen
                .shown
                .iter()
                .filter(|shown| shown.id as usize > sent.len());
            sent.extend(new.cloned().collect::<Vec<_>>());
            let shown = seen.shown.last().cloned();
            let shown = shown.unwrap_or_else(|| panic!("seed {seed}: nothing follows {what:?}"));
            messages = messages.max(shown.id as usize);
            let level = level(catalog, &shown);
            let outcome = shown.text.clone();
            acts.push(Act {
                what,
                seen: shown.clone(),
                messages,
                session: bot.session.clone(),
            });
            if let Some(level) = level {
                return Self {
                    acts,
                    sent,
                    level,
                    outcome,
                };
            }
            what = next(
                &mut random,
                &shown,
                acts.len() < WANDERS,
                seed.is_multiple_of(CALM),
            );
        }
        panic!("seed {seed}: no outcome after {LONGEST} actions");
    }
}

/// The level, where the message is an outcome.
fn level(catalog: &Catalog, shown: &Shown) -> Option<Level> {
    let of_outcome = shown.buttons.iter().any(|(_, data)| {
        decode(data)
            .choice
            .is_some_and(|choice| choice.is_of_outcome())
    });
    let headings = [
        (keys::EMERGENCY_TITLE, Level::Emergency),
        (keys::LEVEL_URGENT, Level::Urgent),
        (keys::LEVEL_SEE_DOCTOR, Level::SeeDoctor),
        (keys::LEVEL_SELF_CARE, Level::SelfCare),
    ];
    let begins = |key| {
        shown
            .text
            .starts_with(catalog.words.say(&Text::new(key)).as_ref())
    };
    let found = headings.into_iter().find(|(key, _)| begins(*key));
    found.filter(|_| of_outcome).map(|(_, level)| level)
}

/// What the person does next: mostly an answer, now and then a look around.
fn next(random: &mut Random, shown: &Shown, wanders: bool, calm: bool) -> What {
    let buttons: Vec<_> = shown
        .buttons
        .iter()
        .filter_map(|(label, data)| Some((plain(label), data, decode(data).choice?)))
        .collect();
    let find = |wanted: &Choice| buttons.iter().find(|(_, _, choice)| choice == wanted);
    let forward = [
        Choice::Agree,
        Choice::Question,
        Choice::SignNo,
        Choice::Resume,
    ];
    let only = forward.iter().find_map(find);
    if let Some((_, data, _)) = only {
        return What::Press((*data).clone());
    }
    if wanders && random.percent(12) {
        let asides = [Choice::Why, Choice::Back, Choice::NotSure];
        let asides = if calm { &asides[..2] } else { &asides };
        if let Some((_, data, _)) = find(random.one(asides)) {
            return What::Press((*data).clone());
        }
    }
    if find(&Choice::Finish).is_some() {
        let changes: Vec<_> = buttons
            .iter()
            .filter(|(_, _, choice)| matches!(choice, Choice::Change(_)))
            .collect();
        if wanders && random.percent(25) {
            return What::Press(random.one(&changes).1.clone());
        }
    }
    let answers: Vec<_> = buttons
        .iter()
        .filter(|(_, _, choice)| matches!(choice, Choice::Pick(_) | Choice::Toggle(_, true)))
        .collect();
    let harmless = answers.iter().find(|(_, _, choice)| {
        matches!(choice, Choice::Pick(value) | Choice::Toggle(value, _)
            if HARMLESS.contains(&value.as_str()))
    });
    if let Some((_, data, _)) = harmless.filter(|_| calm) {
        return What::Press((*data).clone());
    }
    let ends: Vec<_> = [Choice::Finish, Choice::Done, Choice::None]
        .iter()
        .filter_map(find)
        .collect();
    // Danger signs and symptoms are rarer than none; the more ticked, the sooner done.
    let ticked = shown.buttons.iter().filter(|(l, _)| l != plain(l)).count();
    if let Some((_, data, choice)) = ends.first() {
        let share = match (choice, ticked) {
            (Choice::None, 0) => 92,
            (Choice::Done, 0) => 80,
            _ => 30 + 25 * ticked,
        };
        if calm || answers.is_empty() || random.percent(share) {
            let open = find(&Choice::Open).filter(|_| !calm && random.percent(30));
            let data = open.map_or(*data, |(_, data, _)| *data);
            return What::Press(data.clone());
        }
    }
    let (label, data, _) = random.one(&answers);
    if random.percent(10) {
        What::Say((*label).to_owned())
    } else {
        What::Press((*data).clone())
    }
}
