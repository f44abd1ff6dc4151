//! One event in, the new session and its effects out.

use jiff::{SignedDuration, Timestamp};

use crate::{
    language,
    model::{Catalog, Control, Private, Text, keys},
};

use super::{
    account, answer,
    effect::{Effect, Step},
    emergency,
    event::{Choice, Command, Event, Page, Press},
    home, outcome, pages, review,
    session::{Scene, Session},
    turn::Turn,
    typed,
};

/// After this long without a word, "now" in the danger signs is another now.
pub(super) const LONG_SILENCE: SignedDuration = SignedDuration::from_hours(24);

/// What follows from an event. Total: never fails, never panics, always leaves a way on.
pub fn step(catalog: &Catalog, session: Session, event: &Event, now: Timestamp) -> Step {
    let pressed = matches!(event, Event::Pressed(_));
    let silence = now.duration_since(session.heard_at);
    let waited = silence >= LONG_SILENCE && session.heard_at != Timestamp::UNIX_EPOCH;
    let mut turn = Turn::new(catalog, session, now, pressed);
    match event {
        Event::Group => {
            turn.effect(Effect::Say(home::group()));
            return turn.finish();
        }
        Event::Blocked => {
            turn.effect(Effect::DropUnsent);
            return turn.finish();
        }
        Event::Returned => return turn.finish(),
        Event::Command(_)
        | Event::Text(_)
        | Event::Pressed(_)
        | Event::Attachment
        | Event::Edited(_) => turn.session.heard_at = now,
    }
    if let Some(check) = turn.session.check.as_mut().filter(|_| waited) {
        check.outdate();
        turn.returned = true;
    }
    match event {
        Event::Command(command) => commanded(&mut turn, *command),
        Event::Text(text) => said(&mut turn, text),
        Event::Pressed(press) => pressed_button(&mut turn, press),
        Event::Attachment => {
            leave_forget(&mut turn);
            home::not_understood(&mut turn, keys::HINT_ATTACHMENT);
        }
        Event::Edited(text) => {
            leave_forget(&mut turn);
            if !danger(&mut turn, text) {
                home::not_understood(&mut turn, keys::HINT_EDITED);
            }
        }
        Event::Group | Event::Blocked | Event::Returned => {}
    }
    turn.finish()
}

/// "Yes" means the question on the screen: whoever goes elsewhere has not agreed to erase anything.
fn leave_forget(turn: &mut Turn<'_>) {
    if turn.session.scene == Scene::Forget {
        turn.enter(Scene::Home);
    }
}

fn commanded(turn: &mut Turn<'_>, command: Command) {
    leave_forget(turn);
    turn.session.asked_country = None;
    match command {
        Command::Start | Command::Check => home::start(turn),
        Command::Help => home::help(turn),
        Command::Settings => account::settings(turn),
        Command::Privacy => account::privacy(turn),
        Command::Export => account::export(turn),
        Command::Forget => account::ask_forget(turn),
        Command::Cancel => home::cancel(turn),
        Command::Emergency => emergency::help(turn, false),
        Command::Unknown => home::not_understood(turn, keys::HINT_COMMAND),
    }
}

/// Danger first: whatever else a message says, and in every state.
fn danger(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    let lexicon = &turn.catalog.lexicon;
    if language::is_crisis(lexicon, text.reveal()) {
        emergency::crisis(turn, false);
        return true;
    }
    // "Short of breath lying down" is an answer to the question on the screen, "short of breath" isn't.
    if typed::is_option(turn, text.reveal()) && !language::is_danger_phrase(lexicon, text.reveal())
    {
        return false;
    }
    let signs = language::danger_signs(lexicon, text.reveal(), turn.today());
    if !signs.is_empty() {
        outcome::danger_signs(turn, signs);
    }
    !signs.is_empty()
}

fn said(turn: &mut Turn<'_>, text: &Private<String>) {
    let lexicon = &turn.catalog.lexicon;
    let control = language::control(lexicon, text.reveal());
    let decides = matches!(
        control,
        Some(Control::Yes | Control::No | Control::Back | Control::Cancel)
    );
    if !decides {
        leave_forget(turn);
    }
    if danger(turn, text) {
        return;
    }
    let fears = language::fears_nerve_disease(lexicon, text.reveal());
    let is_option = typed::is_option(turn, text.reveal());
    if !is_option
        && (emergency::typed_country(turn, text, fears || control.is_some()) || word(turn, control))
    {
        return;
    }
    if fears && !is_option {
        return nerve_disease(turn);
    }
    if turn.returned && under_way(turn) {
        return home::unfinished(turn);
    }
    match turn.session.scene.clone() {
        Scene::Question(place) if turn.session.check.is_some() => {
            typed::answer(turn, &place, text.reveal());
        }
        Scene::Review if turn.session.check.is_some() => match control {
            Some(Control::Yes | Control::Done) => outcome::finish(turn),
            Some(Control::Back) => review::pressed(turn, &Choice::Back),
            Some(_) | None => review::again(turn, Text::new(keys::HINT_REVIEW)),
        },
        Scene::Welcome if matches!(control, Some(Control::Yes | Control::Start)) => {
            home::agree(turn);
        }
        Scene::Unfinished
            if matches!(control, Some(Control::Yes | Control::Start | Control::Done)) =>
        {
            home::resume(turn);
        }
        Scene::Unfinished if control == Some(Control::StartOver) => home::start_over(turn),
        Scene::Forget if control == Some(Control::Yes) => account::forget(turn),
        Scene::Forget if matches!(control, Some(Control::No | Control::Back | Control::Cancel)) => {
            account::keep(turn);
        }
        Scene::Home
        | Scene::Outcome
        | Scene::Welcome
        | Scene::Unfinished
        | Scene::Forget
        | Scene::Question(_)
        | Scene::Review => match control {
            Some(Control::Start | Control::StartOver) => home::start(turn),
            Some(_) | None => home::not_understood(turn, keys::HINT_TEXT),
        },
    }
}

/// A typed word that stands for a command, whatever is on the screen.
fn word(turn: &mut Turn<'_>, control: Option<Control>) -> bool {
    match control {
        Some(Control::Emergency) => emergency::help(turn, false),
        Some(Control::Help) => home::help(turn),
        Some(Control::Cancel) if turn.session.scene != Scene::Forget => home::cancel(turn),
        Some(Control::StartOver) if under_way(turn) => home::start(turn),
        _ => return false,
    }
    true
}

/// The facts once, then the question that was on the screen.
fn nerve_disease(turn: &mut Turn<'_>) {
    let screen = pages::worry(turn.session.worries_met)
        .row(pages::last_result(turn))
        .row(emergency::way_on(turn));
    turn.session.worries_met = turn.session.worries_met.saturating_add(1);
    turn.say(screen);
}

fn under_way(turn: &Turn<'_>) -> bool {
    turn.session.check.is_some() && matches!(turn.session.scene, Scene::Question(_) | Scene::Review)
}

fn pressed_button(turn: &mut Turn<'_>, press: &Press) {
    let Some(choice) = &press.choice else {
        turn.toast(keys::TOAST_UNREADABLE);
        return;
    };
    if !matches!(choice, Choice::Countries(..)) {
        turn.session.asked_country = None;
    }
    if choice.is_of_outcome() {
        let current = turn
            .session
            .result
            .as_ref()
            .is_some_and(|r| r.revision == press.revision);
        if current {
            of_outcome(turn, choice);
        } else {
            turn.toast(keys::TOAST_STALE);
        }
        return;
    }
    if choice.is_timeless() {
        leave_forget(turn);
        return timeless(turn, choice);
    }
    if press.revision != turn.session.revision {
        return turn.toast(keys::TOAST_STALE);
    }
    if turn.returned && under_way(turn) {
        return home::unfinished(turn);
    }
    current(turn, choice);
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the caller sends only buttons of an outcome"
)]
fn of_outcome(turn: &mut Turn<'_>, choice: &Choice) {
    match choice {
        Choice::Page(page, number) => pages::show(turn, *page, *number),
        Choice::Mistake | Choice::ChangeAnswers => outcome::change_answers(turn),
        _ => pages::show(turn, Page::Main, 0),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the caller sends only timeless buttons; help is one"
)]
fn timeless(turn: &mut Turn<'_>, choice: &Choice) {
    match choice {
        Choice::Check => home::start(turn),
        Choice::Resume => home::resume(turn),
        Choice::Emergency => emergency::help(turn, false),
        Choice::FirstAidList => emergency::first_aid_list(turn),
        Choice::FirstAid(sign) => emergency::first_aid(turn, sign),
        Choice::Countries(origin, page) => emergency::countries(turn, *origin, *page),
        Choice::Country(origin, code) => emergency::chosen(turn, *origin, code),
        Choice::Settings => account::settings(turn),
        Choice::Privacy => account::privacy(turn),
        Choice::Export => account::export(turn),
        Choice::Forget => account::ask_forget(turn),
        _ => home::help(turn),
    }
}

/// A button of the screen that is up now.
fn current(turn: &mut Turn<'_>, choice: &Choice) {
    match (turn.session.scene.clone(), choice) {
        (Scene::Welcome, Choice::Agree) => home::agree(turn),
        (Scene::Unfinished, Choice::StartOver) => home::start_over(turn),
        (Scene::Forget, Choice::ForgetYes) => account::forget(turn),
        (Scene::Forget, Choice::ForgetNo) => account::keep(turn),
        (Scene::Question(place), Choice::Question) => answer::again(turn, &place, None),
        (Scene::Question(place), choice) if turn.session.check.is_some() => {
            answer::pressed(turn, &place, choice);
        }
        (Scene::Review, choice) if turn.session.check.is_some() => review::pressed(turn, choice),
        _ => home::show(turn),
    }
}
