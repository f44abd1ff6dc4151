//! What a typed message leads to, in whatever state: danger first.

use crate::{
    language::{self, Intent, Understood},
    model::{Assessment, Control, Field, Private, keys},
};

use super::{
    account, ask, crisis, emergency, event::Choice, home, outcome, remind, review, session::Scene,
    step::leave_forget, subject::Subject, turn::Turn, typed, understood, warned,
};

/// Danger first: whatever else a message says, and in every state.
pub(super) fn danger(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    let understood = language::understand(&turn.catalog.lexicon, text.reveal(), turn.today());
    is_danger(turn, text, &understood)
}

fn is_danger(turn: &mut Turn<'_>, text: &Private<String>, understood: &Understood) -> bool {
    let signs = understood.assessment.get(Field::DangerSigns);
    if understood.intent == Intent::Crisis {
        // What was taken or done is told of in the same breath.
        crisis::heard(turn, signs, understood.unsure);
        return true;
    }
    let lexicon = &turn.catalog.lexicon;
    // "Short of breath lying down" is an answer to the question on the screen, "short of breath" isn't.
    if signs.is_empty()
        || (typed::is_option(turn, text.reveal())
            && !language::is_danger_phrase(lexicon, text.reveal()))
    {
        return false;
    }
    if understood.unsure {
        warned::perhaps_danger(turn);
    } else {
        outcome::danger_signs(turn, signs);
    }
    true
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
    // Read once, for all that follows.
    let understood = language::understand(lexicon, text.reveal(), turn.today());
    let for_number = turn.session.asked_country.is_some()
        && language::read_country(lexicon, text.reveal()).is_some();
    let warned_of = if for_number {
        None
    } else {
        turn.session.warned_of.take()
    };
    if is_danger(turn, text, &understood)
        || warned_of.is_some_and(|grave| warned::bare(turn, grave, text))
    {
        return;
    }
    if let Scene::Remind(doing) = turn.session.scene.clone()
        && remind::typed(turn, &doing, text, control)
    {
        return;
    }
    if remind::asked(turn, text)
        || warned_of.is_some_and(|grave| warned::puzzling(turn, grave, text, &understood))
    {
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
    if control.is_none() && !is_option && beyond(turn, text, &understood, fears) {
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
            Some(_) | None => {
                home::no_answer(turn, text.reveal(), keys::HINT_REVIEW, review::again);
            }
        },
        Scene::Welcome if control == Some(Control::Yes) => home::agree(turn),
        // A greeting is no consent, and "no" is not the end.
        Scene::Welcome if matches!(control, Some(Control::Start | Control::No)) => {
            home::not_agreed(turn, control);
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
            Some(_) | None => ask::unknown(turn, &[]),
        },
    }
}

/// What the message says beyond the question on the screen: a question of its own, a description, or
/// nothing that is understood. False: it may be an answer to what is on the screen.
fn beyond(
    turn: &mut Turn<'_>,
    text: &Private<String>,
    understood: &Understood,
    fears: bool,
) -> bool {
    let in_check = under_way(turn);
    let answers = in_check && typed::is_answer(turn, text.reveal());
    // "Baby" is an age here, "does coffee do this?" is no answer.
    let asks = text.reveal().contains('?') || !answers;
    match understood.intent {
        Intent::Ask if asks => {
            ask::answer(turn, understood);
            true
        }
        Intent::Describe
            if answers && typed::tells_of_nothing_else(turn, &understood.assessment) =>
        {
            false
        }
        Intent::Describe if in_check => {
            described(turn, text, &understood.assessment, fears && !answers)
        }
        Intent::Describe => {
            // The facts that they ask for, and nothing of what they tell is lost.
            if fears {
                ask::nerve_disease_above(turn);
            }
            understood::ask(turn, &understood.assessment);
            true
        }
        _ if fears && !answers => {
            ask::nerve_disease(turn);
            ask::question_again(turn);
            true
        }
        Intent::Unknown if !answers && is_wordless(text.reveal()) => {
            home::not_understood(turn, keys::HINT_EMOJI, keys::HINT_WORDS_ONLY);
            true
        }
        Intent::Unknown if !in_check => {
            ask::unknown(turn, &understood.nearest);
            true
        }
        Intent::Ask | Intent::Unknown | Intent::Emergency | Intent::Crisis => false,
    }
}

/// A description while a question of the check, or its review, is on the screen.
fn described(
    turn: &mut Turn<'_>,
    text: &Private<String>,
    said: &Assessment,
    asks_for_facts: bool,
) -> bool {
    let news = understood::news(turn, text.reveal(), said);
    if asks_for_facts {
        ask::nerve_disease_above(turn);
    }
    match news {
        Some(news) => understood::merge(turn, &news),
        // It speaks of the question on the screen only.
        None if typed::described(turn, text.reveal(), said) => {}
        None if asks_for_facts => ask::question_again(turn),
        None => return false,
    }
    true
}

/// `/ask` with a question behind it: as if it had been typed alone, but never a description.
pub(super) fn asked(turn: &mut Turn<'_>, text: &Private<String>) {
    let understood = language::understand(&turn.catalog.lexicon, text.reveal(), turn.today());
    if is_danger(turn, text, &understood) {
        return;
    }
    if let Some(subject) = Subject::named(turn.catalog, &text.reveal().to_lowercase()) {
        return ask::tell(turn, subject);
    }
    if understood.topics.is_empty() {
        ask::unknown(turn, &understood.nearest);
    } else {
        ask::answer(turn, &understood);
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
        Some(Control::Thanks) => {
            home::not_understood(turn, keys::HINT_THANKS, keys::HINT_THANKS);
        }
        Some(Control::Cross) => {
            home::not_understood(turn, keys::HINT_CROSS, keys::HINT_CROSS);
        }
        Some(Control::Cancel) if turn.session.scene != Scene::Forget => home::cancel(turn),
        Some(Control::StartOver) if under_way(turn) => home::start(turn),
        _ => return false,
    }
    true
}

/// Whether a question of the check, or its review, is on the screen.
pub(super) fn under_way(turn: &Turn<'_>) -> bool {
    turn.session.check.is_some() && matches!(turn.session.scene, Scene::Question(_) | Scene::Review)
}
