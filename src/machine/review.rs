//! The answers at a glance before the outcome, with "Change" beside each.

use crate::model::{Assessment, Field, Text, keys};

use super::{
    answer,
    event::Choice,
    flow, outcome,
    screen::{Block, Button, Screen},
    session::Scene,
    turn::Turn,
};

/// Shows the answers, below a hint.
pub(super) fn show(turn: &mut Turn<'_>, hint: Option<Text>) {
    turn.enter(Scene::Review);
    let screen = screen(turn, hint);
    turn.show(screen);
}

/// Shows the answers again, with a hint.
pub(super) fn again(turn: &mut Turn<'_>, hint: Text) {
    let screen = screen(turn, Some(hint));
    turn.show(screen);
}

fn screen(turn: &mut Turn<'_>, hint: Option<Text>) -> Screen {
    let catalog = turn.catalog;
    let answers = &turn.check().answers;
    let fields: Vec<_> = flow::applicable(catalog, answers)
        .map(|node| node.field)
        .collect();
    let pairs = fields
        .iter()
        .map(|field| (label(*field), said(answers, *field)))
        .collect();
    let mut screen = Screen::default();
    if let Some(hint) = hint {
        screen = screen.block(Block::Para(hint));
    }
    screen = screen
        .block(Block::Heading(Text::new(keys::REVIEW)))
        .block(Block::Pairs(pairs))
        .row(vec![Button::new(keys::BUTTON_RESULT, Choice::Finish)]);
    for pair in fields.chunks(2) {
        let change = |field: &Field| {
            let label = Text::new(keys::BUTTON_CHANGE).with("what", label(*field));
            Button::labelled(label, Choice::Change(field.name().to_owned()))
        };
        screen = screen.row(pair.iter().map(change).collect());
    }
    screen.row(vec![Button::new(keys::BUTTON_BACK, Choice::Back)])
}

/// What an answer is called in the review and in the doctor's summary.
pub(super) fn label(field: Field) -> Text {
    Text::new(format!("review-{}", field.name()))
}

/// An answer in words.
pub(super) fn said(answers: &Assessment, field: Field) -> Text {
    let chosen = answers.get(field);
    if !answers.answered(field) {
        return Text::new(keys::NOT_ANSWERED);
    }
    let age = answers
        .get(Field::AgeGroup)
        .names(Field::AgeGroup)
        .next()
        .unwrap_or("unknown");
    let items: Vec<_> = chosen
        .names(field)
        .map(|name| Text::option(field, name).with("age", age))
        .collect();
    Text::new(keys::LIST).with("items", items)
}

/// A button of the review was pressed.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a button that doesn't belong to the review changes nothing"
)]
pub(super) fn pressed(turn: &mut Turn<'_>, choice: &Choice) {
    match choice {
        Choice::Finish | Choice::Done => outcome::finish(turn),
        Choice::Change(name) => change(turn, Field::named(name)),
        Choice::Back => answer::before(turn, None),
        _ => show(turn, None),
    }
}

fn change(turn: &mut Turn<'_>, field: Option<Field>) {
    match field.and_then(|field| turn.catalog.node_of(field)) {
        Some(node) => {
            turn.check().changing = Some(node.id.clone());
            answer::reopen(turn, node);
        }
        None => show(turn, None),
    }
}
