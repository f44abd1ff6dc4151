//! One event in, the new session and its effects out.

use jiff::{SignedDuration, Timestamp};

use crate::model::{Catalog, keys};

use super::{
    account, answer, ask,
    effect::{Effect, Step},
    emergency,
    event::{Attachment, Choice, Command, Event, Page, Press},
    home, inline, outcome, pages, remind, review,
    said::{asked, danger, said, under_way},
    session::{Scene, Session},
    turn::Turn,
    understood,
};

/// After this long without a word, "now" in the danger signs is another now.
pub(super) const LONG_SILENCE: SignedDuration = SignedDuration::from_hours(24);
/// After so long a "yes" is hardly about a warning any more.
const WARNED: SignedDuration = SignedDuration::from_hours(1);

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
            remind::away(&mut turn);
            turn.effect(Effect::DropUnsent);
            return turn.finish();
        }
        Event::Due => {
            // What comes now is what a "yes" is about.
            turn.session.warned_of = None;
            remind::due(&mut turn);
            return turn.finish();
        }
        Event::Inline(words) => {
            let names = inline::names(catalog, words.reveal(), turn.today());
            turn.effect(Effect::Offer(names));
            return turn.finish();
        }
        Event::Returned => return turn.finish(),
        Event::Command(_)
        | Event::Commanded(..)
        | Event::Text(_)
        | Event::Pressed(_)
        | Event::Ask(_)
        | Event::Linked(_)
        | Event::Attachment(_)
        | Event::Located(_)
        | Event::Edited(_) => {
            if turn.session == Session::default() {
                turn.session.revision = Session::first_revision(now);
            }
            turn.session.heard_at = now;
            remind::forget_unknown(&mut turn);
        }
    }
    if let Some(check) = turn.session.check.as_mut().filter(|_| waited) {
        check.outdate();
        turn.returned = true;
    }
    if turn.session.warned_of.is_some() && goes_on(event) {
        // Whom to call stays in the chat: what goes on comes below it.
        turn.pressed = false;
    }
    if silence >= WARNED || !stays(event) {
        turn.session.warned_of = None;
    }
    match event {
        Event::Command(command) => commanded(&mut turn, *command),
        Event::Commanded(command, words) => {
            leave_forget(&mut turn);
            if !danger(&mut turn, words) {
                commanded(&mut turn, *command);
            }
        }
        Event::Text(text) => said(&mut turn, text),
        Event::Pressed(press) => pressed_button(&mut turn, press),
        Event::Ask(text) => {
            leave_forget(&mut turn);
            asked(&mut turn, text);
        }
        Event::Linked(name) => {
            leave_forget(&mut turn);
            ask::named(&mut turn, name);
        }
        Event::Attachment(kind) => {
            leave_forget(&mut turn);
            home::not_understood(&mut turn, hint_for(*kind), keys::HINT_WORDS_ONLY);
        }
        Event::Located(place) => {
            leave_forget(&mut turn);
            remind::located(&mut turn, place);
        }
        Event::Edited(text) => {
            leave_forget(&mut turn);
            if !danger(&mut turn, text) {
                home::not_understood(&mut turn, keys::HINT_EDITED, keys::HINT_EDITED);
            }
        }
        Event::Group | Event::Blocked | Event::Returned | Event::Inline(_) | Event::Due => {}
    }
    turn.end_row();
    remind::back(&mut turn);
    turn.finish()
}

const fn hint_for(kind: Attachment) -> &'static str {
    match kind {
        Attachment::Sticker => keys::HINT_STICKER,
        Attachment::Voice => keys::HINT_VOICE,
        Attachment::Photo => keys::HINT_PHOTO,
        Attachment::Other => keys::HINT_ATTACHMENT,
    }
}

/// "Yes" means the question on the screen: whoever goes elsewhere has not agreed to erase anything.
pub(super) fn leave_forget(turn: &mut Turn<'_>) {
    if turn.session.scene == Scene::Forget {
        turn.enter(Scene::Home);
    }
}

/// Whether the person goes on with the check, or begins one.
const fn goes_on(event: &Event) -> bool {
    matches!(
        event,
        Event::Pressed(Press {
            choice: Some(Choice::Resume | Choice::Check),
            ..
        })
    )
}

/// Whether what happens leads nowhere else: a warning stands. The country is chosen for its number.
const fn stays(event: &Event) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Edited(_)
            | Event::Attachment(_)
            | Event::Pressed(Press {
                choice: Some(Choice::Countries(..) | Choice::Country(..)),
                ..
            })
    )
}

fn commanded(turn: &mut Turn<'_>, command: Command) {
    leave_forget(turn);
    turn.session.asked_country = None;
    match command {
        Command::Start | Command::Check => home::start(turn),
        Command::Ask => ask::list(turn, 0),
        Command::Help => home::help(turn),
        Command::Reminders => remind::list(turn),
        Command::Settings => account::settings(turn),
        Command::Privacy => account::privacy(turn),
        Command::Export => account::export(turn),
        Command::Forget => account::ask_forget(turn),
        Command::Cancel => home::cancel(turn),
        Command::Emergency => emergency::help(turn, false),
        Command::Unknown => {
            home::not_understood(turn, keys::HINT_COMMAND, keys::HINT_COMMAND_AGAIN);
        }
    }
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
        Choice::Answer(name) => ask::named(turn, name),
        Choice::Topics(page) => ask::list(turn, *page),
        Choice::Questions(name) => ask::questions(turn, name),
        Choice::Helped(name, helped) => ask::helped(turn, name, *helped),
        Choice::Remind(choice) => remind::pressed(turn, choice),
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
        (Scene::Welcome, Choice::NotQuite) => home::agree_to_change(turn),
        (Scene::Unfinished, Choice::StartOver) => home::start_over(turn),
        (Scene::Understood, Choice::Understood) => understood::start(turn, true),
        (Scene::Understood, Choice::NotQuite) => understood::start(turn, false),
        (Scene::Forget, Choice::ForgetYes) => account::forget(turn),
        (Scene::Forget, Choice::ForgetNo) => account::keep(turn),
        (Scene::Question(place), Choice::Question) => answer::again(turn, &place, None),
        (Scene::Question(place), choice) if turn.session.check.is_some() => {
            answer::pressed(turn, &place, choice);
        }
        (Scene::Remind(_), Choice::Remind(choice)) => remind::pressed(turn, choice),
        (Scene::Review, choice) if turn.session.check.is_some() => review::pressed(turn, choice),
        _ => home::show(turn),
    }
}
