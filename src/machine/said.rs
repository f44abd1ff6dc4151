//! What a typed message leads to, in whatever state: danger first.

use crate::{
    language,
    model::{Control, Private, Text, keys},
};

use super::{
    account, emergency, event::Choice, home, outcome, pages, review, session::Scene,
    step::leave_forget, turn::Turn, typed,
};

/// Danger first: whatever else a message says, and in every state.
pub(super) fn danger(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
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
    let signs = language::danger_signs(lexicon, text.reveal());
    if !signs.is_empty() {
        outcome::danger_signs(turn, signs);
    }
    !signs.is_empty()
}

/// A typed message.
pub(super) fn said(turn: &mut Turn<'_>, text: &Private<String>) {
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

/// Whether a question of the check, or its review, is on the screen.
pub(super) fn under_way(turn: &Turn<'_>) -> bool {
    turn.session.check.is_some() && matches!(turn.session.scene, Scene::Question(_) | Scene::Review)
}
