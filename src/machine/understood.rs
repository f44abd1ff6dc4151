//! A description in the person's own words becomes a check that asks only the rest.

use crate::model::{Assessment, Catalog, Field, Node, NodeKind, Text, keys};

use super::{
    answer, emergency,
    event::Choice,
    flow, home, review,
    screen::{Block, Button, Screen},
    session::{Check, Scene},
    turn::Turn,
};

/// What was understood, to be confirmed before anything is made of it. Consent comes with the same tap.
pub(super) fn ask(turn: &mut Turn<'_>, said: &Assessment) {
    let understood = of_check(turn, said);
    let items = items(turn.catalog, &understood);
    if items.is_empty() {
        return home::start(turn);
    }
    turn.session.understood = Some(understood);
    let agreed = turn.session.agreed_at.is_some();
    turn.enter(if agreed {
        Scene::Understood
    } else {
        Scene::Welcome
    });
    let text = Text::new(keys::UNDERSTOOD).with("items", items);
    let mut screen = Screen::say(text);
    if !agreed {
        screen = screen.block(Block::Para(Text::new(keys::CONSENT)));
    }
    let (yes, choice) = if agreed {
        (keys::BUTTON_UNDERSTOOD, Choice::Understood)
    } else {
        (keys::BUTTON_UNDERSTOOD_AGREE, Choice::Agree)
    };
    screen = screen.row(vec![Button::new(yes, choice)]);
    if agreed {
        screen = screen.row(vec![Button::new(keys::BUTTON_NOT_QUITE, Choice::NotQuite)]);
    } else {
        screen = screen.row(vec![Button::new(keys::BUTTON_PRIVACY, Choice::Privacy)]);
    }
    if turn.session.check.is_some() {
        screen = screen.row(emergency::way_on(turn));
    }
    turn.show(screen);
}

/// Begins the check with what was understood. `right`: what was said in full is not asked again.
pub(super) fn start(turn: &mut Turn<'_>, right: bool) {
    let Some(answers) = turn.session.understood.take() else {
        return home::start(turn);
    };
    // What an unfinished check already knows, and this does not say, is kept.
    let unfinished = turn.session.check.take();
    let unfinished = unfinished.filter(|check| check.following.is_none());
    let mut check = unfinished.unwrap_or_else(|| Check::new(turn.now));
    check.reopen(Field::DangerSigns);
    for node in &turn.catalog.nodes {
        let said = answers.get(node.field);
        if said.is_empty() {
            continue;
        }
        check.answers.set(node.field, said);
        check.done.retain(|id| *id != node.id);
        if right && is_said_in_full(node) {
            check.done.push(node.id.clone());
        }
    }
    turn.session.check = Some(check);
    answer::go_on(turn);
}

/// Someone who tells of one symptom has not been asked about the others: such questions stay open,
/// what was said is ticked. Where it twitches and when it comes is said in full.
fn is_said_in_full(node: &Node) -> bool {
    match node.kind {
        NodeKind::One(_) => true,
        NodeKind::Many { .. } => node.field != Field::Lifestyle,
        NodeKind::Signs(_) | NodeKind::Grouped(_) => false,
    }
}

/// Of what was said, what the check asks. Danger signs never: they are always asked.
fn of_check(turn: &Turn<'_>, said: &Assessment) -> Assessment {
    let mut answers = Assessment::default();
    for node in &turn.catalog.nodes {
        if node.field != Field::DangerSigns {
            let options = node.kind.options();
            let known = said.get(node.field).indexes();
            let known = known.filter(|value| options.contains(value));
            answers.set(node.field, crate::model::Choices::of(known));
        }
    }
    flow::settled(turn.catalog, &answers)
}

/// What was understood, in the words of the review.
pub(super) fn items(catalog: &Catalog, answers: &Assessment) -> Vec<Text> {
    let said = catalog.nodes.iter().map(|node| node.field);
    said.filter(|field| answers.answered(*field))
        .map(|field| review::said(answers, field))
        .collect()
}
