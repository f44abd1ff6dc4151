//! What a typed message leads to, in whatever state: danger first.

use crate::{
    language::{self, Intent},
    model::{Control, Private, Text, Topic, keys},
};

use super::{
    account, ask, emergency, event::Choice, home, outcome, pages, remind, review, session::Scene,
    step::leave_forget, subject::Subject, turn::Turn, typed, understood,
};

/// Danger first: whatever else a message says, and in every state.
pub(super) fn danger(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    let lexicon = &turn.catalog.lexicon;
    if language::is_crisis(lexicon, text.reveal()) {
        // What was taken or done is told of in the same breath.
        let signs = language::danger_signs(lexicon, text.reveal(), turn.today());
        emergency::crisis(turn, signs, false);
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
    if let Scene::Remind(doing) = turn.session.scene.clone()
        && remind::typed(turn, &doing, text, control)
    {
        return;
    }
    if remind::asked(turn, text) {
        return;
    }
    let fears = language::fears_nerve_disease(lexicon, text.reveal());
    let is_option = typed::is_option(turn, text.reveal());
    if !is_option
        && (emergency::typed_country(turn, text, fears || control.is_some()) || word(turn, control))
    {
        return;
    }
    // The words of a button need no understanding.
    if control.is_none() && !is_option && understood(turn, text, fears) {
        return;
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
        Scene::Understood if matches!(control, Some(Control::Yes | Control::Done)) => {
            understood::start(turn, true);
        }
        Scene::Understood if control == Some(Control::No) => understood::start(turn, false),
        Scene::Forget if control == Some(Control::Yes) => account::forget(turn),
        Scene::Forget if matches!(control, Some(Control::No | Control::Back | Control::Cancel)) => {
            account::keep(turn);
        }
        Scene::Home
        | Scene::Outcome
        | Scene::Welcome
        | Scene::Unfinished
        | Scene::Forget
        | Scene::Understood
        | Scene::Remind(_)
        | Scene::Question(_)
        | Scene::Review => match control {
            Some(Control::Start | Control::StartOver) => home::start(turn),
            _ if turn.session.scene == Scene::Welcome => home::welcome(turn),
            Some(_) | None => ask::unknown(turn, &[]),
        },
    }
}

/// What the message says beyond the question on the screen: a question of its own, a description, or
/// nothing that is understood. False: it may be an answer to what is on the screen.
fn understood(turn: &mut Turn<'_>, text: &Private<String>, fears: bool) -> bool {
    let understood = language::understand(&turn.catalog.lexicon, text.reveal(), turn.today());
    let in_check = under_way(turn);
    let answers = in_check && typed::is_answer(turn, text.reveal());
    // "Baby" is an age here, "does coffee do this?" is no answer.
    let asks = text.reveal().contains('?') || !answers;
    match understood.intent {
        Intent::Ask if asks => {
            turn.session.puzzled = 0;
            match understood.topics.first() {
                Some(asked) if asked.topic == Topic::MndWorry && asked.answer.is_none() => {
                    nerve_disease(turn);
                }
                Some(asked) => match Subject::asked(turn.catalog, asked) {
                    Some(subject) => ask::tell(turn, subject),
                    None => ask::list(turn, 0),
                },
                None => ask::list(turn, 0),
            }
            true
        }
        _ if fears && !answers => {
            nerve_disease(turn);
            true
        }
        Intent::Describe if !in_check => {
            turn.session.puzzled = 0;
            understood::ask(turn, &understood.assessment);
            true
        }
        Intent::Describe if !answers => typed::described(turn, &understood.assessment),
        Intent::Unknown if !in_check && is_wordless(text.reveal()) => {
            home::not_understood(turn, keys::HINT_EMOJI);
            true
        }
        Intent::Unknown if !in_check && turn.session.scene != Scene::Welcome => {
            ask::unknown(turn, &understood.nearest);
            true
        }
        Intent::Ask | Intent::Unknown | Intent::Describe | Intent::Emergency | Intent::Crisis => {
            false
        }
    }
}

/// `/ask` with a question behind it: as if it had been typed alone, but never a description.
pub(super) fn asked(turn: &mut Turn<'_>, text: &Private<String>) {
    if danger(turn, text) {
        return;
    }
    if let Some(subject) = Subject::named(turn.catalog, &text.reveal().to_lowercase()) {
        return ask::tell(turn, subject);
    }
    let understood = language::understand(&turn.catalog.lexicon, text.reveal(), turn.today());
    let first = understood.topics.first();
    match first.and_then(|asked| Subject::asked(turn.catalog, asked)) {
        Some(subject) => ask::tell(turn, subject),
        None => ask::unknown(turn, &understood.nearest),
    }
}

/// Only emoji and signs.
fn is_wordless(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
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

/// The facts once, then the question that was on the screen; asked again, no loop of reassurance.
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
