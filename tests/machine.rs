//! The machine on random walks: any session, any events. It never fails, always leaves a way on
//! and emergency advice one tap away, and from anywhere a few sensible taps lead to an outcome.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "a test may stop at the first surprise"
)]
#![allow(clippy::wildcard_enum_match_arm, reason = "few buttons lead on")]

#[path = "machine/agenda.rs"]
mod agenda;
#[path = "machine/any.rs"]
mod any;
#[path = "machine/nudges.rs"]
mod nudges;
#[path = "machine/phone.rs"]
mod phone;

use std::{collections::BTreeSet, sync::LazyLock};

use any::{
    BEGIN, Move, any_choice, any_danger, any_data, any_move, any_session, press, press_data,
};
use jiff::{SignedDuration, Timestamp};
use phone::{Phone, choices};
use proptest::{collection::vec, prelude::*};
use serde_json::json;
use twitchwise::{
    content,
    machine::{
        Check, Choice, Command, Effect, Event, Finished, Page, Plain, Scene, Session, Step, write,
    },
    model::{Assessment, Catalog, Choices, Field, Level, Private, keys},
    telegram::{decode, encode},
    triage::assess,
};

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| content::embedded().unwrap_or_else(|problems| panic!("{problems}")));

/// The most taps from anywhere to an outcome.
const TAPS: usize = 40;

fn phone(session: Session) -> Phone<'static> {
    Phone {
        catalog: &CATALOG,
        session,
        now: Timestamp::from_second(BEGIN).unwrap(),
        screens: Vec::new(),
    }
}

/// Makes the moves, everything checked at each.
fn walk(phone: &mut Phone<'_>, moves: &[Move]) -> Result<(), String> {
    for (n, next) in moves.iter().enumerate() {
        let event = match next {
            Move::Latest(button) => phone.latest().map(|screen| {
                let choices = choices(screen);
                press(choices[button % choices.len()].clone(), screen.revision)
            }),
            Move::Earlier(screen, button) => {
                let pressable: Vec<_> = phone
                    .screens
                    .iter()
                    .filter(|s| !choices(s).is_empty())
                    .collect();
                pressable
                    .get(screen % pressable.len().max(1))
                    .map(|screen| {
                        let choices = choices(screen);
                        press(choices[button % choices.len()].clone(), screen.revision)
                    })
            }
            Move::Forged(choice, off) => {
                let revision = phone.session.revision.wrapping_add_signed(i32::from(*off));
                Some(press(choice.clone(), revision))
            }
            Move::Data(data) => Some(press_data(data)),
            Move::Text(text) => Some(Event::Text(Private::new(text.clone()))),
            Move::Edited(text) => Some(Event::Edited(Private::new(text.clone()))),
            Move::Event(event) => Some(event.clone()),
            Move::Pass(span) => {
                phone.now = phone.now.saturating_add(*span).unwrap_or(phone.now);
                None
            }
            Move::Wake => phone.session.agenda.next().map(|next| {
                phone.now = phone.now.max(next);
                Event::Due
            }),
        };
        if let Some(event) = event {
            phone
                .happens(&event)
                .map_err(|wrong| format!("move {}, {next:?}: {wrong}", n + 1))?;
        }
    }
    Ok(())
}

/// How much a button leads on: the first of these that a screen has is pressed.
fn eagerness(choice: &Choice, start_over: bool) -> Option<usize> {
    Some(match choice {
        Choice::Agree => 0,
        Choice::StartOver if start_over => 1,
        Choice::Resume => 2,
        Choice::Finish => 3,
        Choice::None => 4,
        Choice::SignNo => 5,
        Choice::Done => 6,
        Choice::Pick(_) => 7,
        Choice::Toggle(_, true) => 8,
        Choice::Question => 9,
        Choice::ForgetNo => 10,
        Choice::Check => 11,
        _ => return None,
    })
}

/// Presses what leads on until there is a new outcome.
fn taps_to_outcome(phone: &mut Phone<'_>, start_over: bool) -> Result<usize, String> {
    let before = phone.session.result.clone();
    phone.happens(&Event::Command(Command::Check))?;
    for taps in 0..TAPS {
        let new = phone.session.result.is_some() && phone.session.result != before;
        if new && phone.session.scene == Scene::Outcome {
            return Ok(taps);
        }
        // Below the last question there may be another, about reminders.
        let best = phone.screens.iter().rev().take(3).find_map(|screen| {
            let leads = choices(screen)
                .into_iter()
                .filter_map(|choice| Some((eagerness(choice, start_over)?, choice)));
            let (_, choice) = leads.min_by_key(|(eager, _)| *eager)?;
            Some(press(choice.clone(), screen.revision))
        });
        let event = best.ok_or_else(|| format!("nothing leads on: {:?}", phone.latest()))?;
        phone.happens(&event)?;
    }
    Err(format!("no outcome after {TAPS} taps"))
}

#[test]
fn from_hello_to_an_outcome_in_fourteen_taps() {
    let mut phone = phone(Session::default());
    let taps = taps_to_outcome(&mut phone, true).unwrap();
    assert!(taps <= 14, "{taps} taps");
}

/// A session with an outcome of these answers, and a check under way with the same.
fn full(answers: &Assessment) -> Session {
    let mut session = phone(Session::default()).session;
    let at = Timestamp::from_second(BEGIN).unwrap();
    session.agreed_at = Some(at);
    session.revision = 1;
    session.heard_at = at;
    session.scene = Scene::Review;
    let mut check = Check::new(at);
    check.answers = answers.clone();
    check.done = CATALOG.nodes.iter().map(|node| node.id.clone()).collect();
    session.result = Some(Finished {
        at,
        answers: answers.clone(),
        done: check.done.clone(),
        revision: 1,
        content: CATALOG.version.clone(),
        followed: None,
        left_alone: false,
    });
    session.check = Some(check);
    session
}

#[test]
fn the_fullest_outcomes_fit_on_every_page() {
    let pages = [
        Page::Main,
        Page::Why,
        Page::FirstAid,
        Page::Advice,
        Page::Doctor,
        Page::Sources,
        Page::Worry,
    ];
    let mut seen = BTreeSet::new();
    for age in ["baby", "child", "adult", "older_adult"] {
        for mut answers in fullest_answers() {
            let age = Field::AgeGroup.value_named(age).unwrap();
            answers.set(Field::AgeGroup, Choices::one(age));
            seen.insert(assess(&CATALOG, &answers, false).level);
            let mut phone = phone(full(&answers));
            for page in pages {
                for number in 0..8 {
                    phone
                        .happens(&press(Choice::Page(page, number), 1))
                        .unwrap();
                }
            }
            phone.happens(&press(Choice::Resume, 1)).unwrap();
            phone.happens(&Event::Command(Command::Export)).unwrap();
        }
    }
    assert_eq!(seen, Level::ALL.into_iter().collect());
}

/// For each level the most answers that stay at or below it; and every danger sign at once.
fn fullest_answers() -> Vec<Assessment> {
    let all = |field: Field| {
        let values = (0..)
            .zip(field.values())
            .filter(|(_, name)| !matches!(**name, "none" | "not_sure"));
        Choices::of(values.map(|(index, _)| index))
    };
    let mut complete = Assessment::default();
    for (field, value) in [
        (Field::AgeGroup, "adult"),
        (Field::DangerSigns, "none"),
        (Field::Duration, "4_to_14_days"),
        (Field::Symptoms, "none"),
        (Field::Context, "none"),
    ] {
        complete.set(field, Choices::one(field.value_named(value).unwrap()));
    }
    let fullest = |level: Level| {
        let mut answers = complete.clone();
        for field in Field::ALL
            .into_iter()
            .filter(|field| field.is_list() && *field != Field::DangerSigns)
        {
            for value in all(field).indexes() {
                let none = field
                    .value_named("none")
                    .map_or(Choices::EMPTY, Choices::one);
                let mut more = answers.clone();
                more.set(field, more.get(field).minus(none).with(value));
                if assess(&CATALOG, &more, false).level <= level {
                    answers = more;
                }
            }
        }
        answers
    };
    let mut found: Vec<_> = Level::ALL.into_iter().map(fullest).collect();
    let mut signs = fullest(Level::Emergency);
    signs.set(Field::DangerSigns, all(Field::DangerSigns));
    found.push(signs);
    found
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn any_walk_is_answered_and_leads_on(
        session in any_session(),
        moves in vec(any_move(), 1..30),
        start_over: bool,
    ) {
        let mut phone = phone(session);
        prop_assert_eq!(walk(&mut phone, &moves), Ok(()));
        let taps = taps_to_outcome(&mut phone, start_over);
        prop_assert!(taps.is_ok(), "{:?}", taps);
    }

    #[test]
    fn a_walk_from_hello_is_answered_and_leads_on(
        moves in vec(any_move(), 1..60),
        start_over: bool,
    ) {
        let mut phone = phone(Session::default());
        let hello = [Move::Event(Event::Command(Command::Start)), Move::Latest(0)];
        prop_assert_eq!(walk(&mut phone, &hello), Ok(()));
        prop_assert_eq!(walk(&mut phone, &moves), Ok(()));
        let taps = taps_to_outcome(&mut phone, start_over);
        prop_assert!(taps.is_ok(), "{:?}", taps);
    }
}

fn kept(session: serde_json::Value) -> Session {
    serde_json::from_value(session).unwrap()
}

#[test]
fn a_nudge_that_the_content_lost_is_not_set_up_any_more() {
    let draft = json!({
        "habit": "cold_bath", "days": [], "time": "00:00:00", "in_quiet_hours": false,
    });
    for stage in ["days", "time", "quiet", "full", "right"] {
        let mut stages = serde_json::Map::new();
        stages.insert(stage.to_owned(), draft.clone());
        let session = kept(json!({ "scene": { "remind": { "habit": stages } } }));
        for word in ["yes", "8", "asdf"].map(str::to_owned) {
            for first in [Move::Edited(word.clone()), Move::Text(word.clone())] {
                let moves = [first, Move::Text(word.clone()), Move::Latest(0)];
                assert_eq!(walk(&mut phone(session.clone()), &moves), Ok(()), "{stage}");
            }
        }
    }
}

#[test]
fn a_question_with_one_answer_has_one_whatever_is_forged() {
    let session = kept(json!({
        "scene": { "question": { "node": "duration", "part": "whole" } },
        "check": {
            "started_at": "2025-06-15T15:06:40Z", "answers": {},
            "draft": { "duration": "over_3_months" }, "done": [], "unsure": false,
        },
        "heard_at": "2025-06-15T15:06:40Z",
    }));
    let tick = Choice::Toggle("under_1_day".to_owned(), true);
    let moves = [Move::Forged(tick, 0)];
    assert_eq!(walk(&mut phone(session), &moves), Ok(()));
}

/// What the first message of a step says.
fn first_words(step: &Step) -> String {
    let mut text = Plain::default();
    if let Some(Effect::Say(screen) | Effect::Edit(screen)) = step.effects.first() {
        write(&screen.blocks, &CATALOG.words, &mut text);
    }
    text.0
}

#[test]
fn a_bare_yes_or_no_after_a_warning_is_about_that() {
    for warned_of in ["danger", "perhaps_danger", "crisis", "perhaps_crisis"] {
        for said in [
            "yes", "no", "not sure", "nope", "ok", "help", "yes i am", "brrr",
        ] {
            let session = json!({ "scene": "welcome", "warned_of": warned_of, "heard_at": "2026-01-05T12:00:00Z" });
            let mut phone = phone(serde_json::from_value(session).unwrap());
            phone.now = "2026-01-05T12:05:00Z".parse().unwrap();
            let step = phone
                .happens(&Event::Text(Private::new(said.to_owned())))
                .unwrap();
            let heard = first_words(&step);
            for key in [keys::WARNED, keys::EMERGENCY_CALL_UNKNOWN] {
                assert!(
                    heard.contains(CATALOG.words.plain(key)),
                    "{warned_of}, {said}: {heard}"
                );
            }
            assert_eq!(
                phone.session.agreed_at, None,
                "{warned_of}, {said}: no consent"
            );
        }
    }
}

/// Whom to call stays in the chat: the question comes below it.
#[test]
fn going_on_with_the_check_leaves_a_warning_where_it_is() {
    for (warned_of, below) in [(json!("crisis"), true), (json!(null), false)] {
        let begin = Timestamp::from_second(BEGIN).unwrap();
        let session = json!({
            "revision": 7,
            "agreed_at": begin,
            "check": { "started_at": begin },
            "warned_of": warned_of,
            "heard_at": begin,
        });
        let mut phone = phone(serde_json::from_value(session).unwrap());
        let step = phone.happens(&press(Choice::Resume, 7)).unwrap();
        let shown = step.effects.iter().find_map(|effect| match effect {
            Effect::Say(_) => Some(true),
            Effect::Edit(_) => Some(false),
            _ => None,
        });
        assert_eq!(shown, Some(below));
    }
}

/// Whoever says more than yes or no is read as always; so is whoever comes back later, or has gone elsewhere.
#[test]
fn a_warning_takes_nothing_else_from_what_is_said() {
    let warned_of = |grave: &str, minutes: i64| {
        let session =
            json!({ "scene": "welcome", "warned_of": grave, "heard_at": "2026-01-05T12:00:00Z" });
        let mut phone = phone(serde_json::from_value(session).unwrap());
        let begin: Timestamp = "2026-01-05T12:00:00Z".parse().unwrap();
        phone.now = begin + SignedDuration::from_mins(minutes);
        phone
    };
    let warned = |minutes| warned_of("crisis", minutes);
    let says = |phone: &mut Phone<'_>, said: &str| {
        let step = phone.happens(&Event::Text(Private::new(said.to_owned())));
        first_words(&step.unwrap())
    };
    let met = CATALOG.words.plain(keys::WARNED);
    let magnesium = says(&mut warned(5), "no, how much magnesium can i take");
    assert!(magnesium.starts_with("Adults need"), "{magnesium}");
    let crisis = says(
        &mut warned(5),
        "no, i took a whole box of tablets an hour ago",
    );
    let heard = [keys::EMERGENCY_TITLE, keys::CRISIS_MESSAGE];
    assert!(
        heard
            .iter()
            .any(|key| crisis.starts_with(CATALOG.words.plain(key))),
        "{crisis}"
    );
    let mut later = warned(120);
    assert!(!says(&mut later, "yes").contains(met));
    assert!(
        later.session.agreed_at.is_some(),
        "\"yes\" is consent again"
    );
    let mut gone_on = warned(5);
    gone_on.happens(&Event::Command(Command::Help)).unwrap();
    assert!(!says(&mut gone_on, "no").contains(met));
    // A second bare answer is no consent, either.
    let mut again = warned(5);
    assert!(says(&mut again, "no").contains(met));
    assert!(says(&mut again, "ok").contains(met));
    assert_eq!(again.session.agreed_at, None);
    // Where something else may have been meant, what is not understood is met so once.
    let mut puzzling = warned_of("perhaps_crisis", 5);
    assert!(says(&mut puzzling, "brrr").contains(met));
    assert!(!says(&mut puzzling, "brrr").contains(met));
}

proptest! {
    #![proptest_config(config(1000))]

    #[test]
    fn danger_comes_first_in_every_state(
        session in any_session(),
        (crisis, words) in any_danger(),
        how in 0..5,
        hours in 0_i64..50,
    ) {
        let mut phone = phone(session);
        phone.now = phone.session.heard_at.max(phone.now);
        phone.now = phone.now.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(phone.now);
        let text = Private::new(words.to_owned());
        let event = match how {
            0 => Event::Edited(text),
            1 => Event::Ask(text),
            2 => Event::Commanded(Command::Help, text),
            _ => Event::Text(text),
        };
        let step = phone.happens(&event);
        prop_assert!(step.is_ok(), "{:?}", step.err());
        let key = if crisis { keys::CRISIS_MESSAGE } else { keys::EMERGENCY_TITLE };
        let said = first_words(&step.unwrap());
        prop_assert!(said.starts_with(CATALOG.words.plain(key)), "{words:?}: {said}");
    }
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn a_button_is_read_as_it_was_written(choice in any_choice(), revision: u32) {
        let data = encode(revision, &choice);
        let back = decode(&data);
        // A name that is empty, not of letters or unknown never stands on a button.
        if let Some(read) = &back.choice {
            prop_assert_eq!(read, &choice);
            prop_assert_eq!(back.revision, revision);
            prop_assert_eq!(encode(back.revision, read), data);
        } else {
            let named = matches!(
                &choice,
                Choice::Remind(remind) if remind.name().ends_with('.')
            ) || matches!(
                &choice,
                Choice::Pick(n) | Choice::Toggle(n, _) | Choice::Change(n) | Choice::FirstAid(n)
                    | Choice::Answer(n) | Choice::Questions(n) | Choice::Helped(n, _)
                    if n.is_empty()
            );
            prop_assert!(named, "{} can't be read", data);
        }
    }

    #[test]
    fn any_data_is_read_or_refused(data in any_data()) {
        let press = decode(&data);
        if let Some(choice) = &press.choice {
            let again = decode(&encode(press.revision, choice));
            prop_assert_eq!(again, press);
        }
    }
}
