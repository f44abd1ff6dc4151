//! From the answers to the outcome: finishing a check, and a danger sign that ends it at once.

use crate::model::{Choices, DangerSign, Field, Value as _};

use super::{
    answer,
    event::Page,
    flow, home, pages,
    session::{Finished, Scene},
    turn::Turn,
};

/// Ends the check: the answers lead to an outcome. Questions still open are asked first.
pub(super) fn finish(turn: &mut Turn<'_>) {
    if turn.session.check.is_none() {
        return home::show(turn);
    }
    let catalog = turn.catalog;
    if flow::next(catalog, turn.check()).is_some() {
        return answer::go_on(turn);
    }
    record(turn);
    turn.session.check = None;
    pages::show(turn, Page::Main, 0);
}

/// A danger sign was chosen: the emergency message at once, no more questions.
pub(super) fn danger_sign(turn: &mut Turn<'_>, sign: u8) {
    danger_signs(turn, Choices::one(sign));
}

/// The same for several at once. The check stays, so that a slip of the finger loses nothing.
pub(super) fn danger_signs(turn: &mut Turn<'_>, signs: Choices) {
    let check = turn.check();
    let alone = [DangerSign::None.index(), DangerSign::NotSure.index()];
    check
        .answers
        .set(Field::DangerSigns, signs.minus(Choices::of(alone)));
    record(turn);
    let check = turn.check();
    check.answers.set(Field::DangerSigns, Choices::EMPTY);
    check
        .done
        .retain(|id| id.as_str() != Field::DangerSigns.name());
    pages::show(turn, Page::Main, 0);
}

fn record(turn: &mut Turn<'_>) {
    turn.enter(Scene::Outcome);
    let answers = flow::settled(turn.catalog, &turn.check().answers);
    let finished = Finished {
        at: turn.now,
        answers,
        done: turn.check().done.clone(),
        revision: turn.session.revision,
        content: turn.catalog.version.clone(),
    };
    turn.session.result = Some(finished);
    turn.session.worries_met = 0;
}

/// Opens the answers of the outcome for changes; danger signs are asked anew.
pub(super) fn change_answers(turn: &mut Turn<'_>) {
    let Some(finished) = turn.session.result.clone() else {
        return home::show(turn);
    };
    let emergency_by_sign = finished.answers.get(Field::DangerSigns);
    let was_sign = !emergency_by_sign.is_empty()
        && finished.answers.answered(Field::DangerSigns)
        && !finished.answers.has(DangerSign::None);
    if turn.session.check.is_none() {
        let check = turn.check();
        check.answers = finished.answers;
        check.done = finished.done;
    }
    if was_sign {
        let check = turn.check();
        check.answers.set(Field::DangerSigns, Choices::EMPTY);
        check
            .done
            .retain(|id| id.as_str() != Field::DangerSigns.name());
    }
    answer::go_on(turn);
}
