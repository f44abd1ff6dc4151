//! From the answers to the outcome: finishing a check, and a danger sign that ends it at once.

use crate::model::{Assessment, Choices, DangerSign, Field, NodeId, Value as _};

use super::{
    answer,
    event::Page,
    flow, home, pages, remind,
    session::{Finished, Grave, Scene},
    step::LONG_SILENCE,
    turn::Turn,
};

/// Ends the check: the answers lead to an outcome. Questions still open are asked first.
pub(super) fn finish(turn: &mut Turn<'_>) {
    if turn.session.check.is_none() {
        return home::show(turn);
    }
    let catalog = turn.catalog;
    if flow::next(catalog, turn.check()).is_some() || turn.check().following.is_some() {
        return answer::go_on(turn);
    }
    let check = turn.check();
    let (answers, done) = (check.answers.clone(), check.done.clone());
    record(turn, &answers, done);
    turn.session.check = None;
    remind::begin_anew(turn);
    pages::show(turn, Page::Main, 0);
}

/// A danger sign was chosen: the emergency message at once, no more questions.
pub(super) fn danger_sign(turn: &mut Turn<'_>, sign: u8) {
    danger_signs(turn, Choices::one(sign));
}

/// The same for several at once. The check stays, or the answers of the outcome on the screen, so that
/// a slip of the finger loses nothing.
pub(super) fn danger_signs(turn: &mut Turn<'_>, signs: Choices) {
    let on_screen = match &turn.session.result {
        Some(result) if turn.session.scene == Scene::Outcome && is_recent(turn, result) => {
            Some((result.answers.clone(), result.done.clone()))
        }
        _ => None,
    };
    let today = remind::today(turn);
    let under_way = turn.session.check.as_ref();
    let (mut answers, done) = under_way
        .map(|check| match &check.following {
            Some(following) => (following.followed.on(today), check.done.clone()),
            None => (check.answers.clone(), check.done.clone()),
        })
        .or(on_screen)
        .unwrap_or_default();
    let alone = [DangerSign::None.index(), DangerSign::NotSure.index()];
    answers.set(Field::DangerSigns, signs.minus(Choices::of(alone)));
    record(turn, &answers, done);
    if let Some(check) = &mut turn.session.check {
        check.reopen(Field::DangerSigns);
        check.at = None;
        if check.following.is_some() {
            remind::broken_off(turn);
        }
    }
    turn.session.warned_of = Some(Grave::Danger);
    pages::show(turn, Page::Main, 0);
}

fn is_recent(turn: &Turn<'_>, result: &Finished) -> bool {
    turn.now.duration_since(result.at) < LONG_SILENCE
}

pub(super) fn record(turn: &mut Turn<'_>, answers: &Assessment, done: Vec<NodeId>) {
    turn.enter(Scene::Outcome);
    let finished = Finished {
        at: turn.now,
        answers: flow::settled(turn.catalog, answers),
        done,
        revision: turn.session.revision,
        content: turn.catalog.version.clone(),
        followed: None,
        left_alone: false,
    };
    turn.session.result = Some(finished);
    turn.session.worries_met = 0;
}

/// Opens the answers of the outcome for changes. Asked anew: danger signs that were a mistake, and after
/// a long time what speaks of "now".
pub(super) fn change_answers(turn: &mut Turn<'_>) {
    let Some(finished) = turn.session.result.clone() else {
        return home::show(turn);
    };
    let emergency_by_sign = finished.answers.get(Field::DangerSigns);
    let was_sign = !emergency_by_sign.is_empty()
        && finished.answers.answered(Field::DangerSigns)
        && !finished.answers.has(DangerSign::None);
    if turn.session.agreed_at.is_none() {
        turn.session.result = None;
        return home::show(turn);
    }
    if turn.session.check.is_none() {
        // After a follow-up the spans of time are worked out, not told.
        let recent = is_recent(turn, &finished) && finished.followed.is_none();
        let check = turn.check();
        check.answers = finished.answers;
        check.done = finished.done;
        if !recent {
            check.outdate();
        }
    }
    if was_sign {
        turn.check().reopen(Field::DangerSigns);
        turn.session.result = None;
    }
    answer::go_on(turn);
}
