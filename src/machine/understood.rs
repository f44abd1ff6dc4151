//! A description in the person's own words becomes a check that asks only the rest.

use crate::model::{Assessment, Catalog, Choices, Field, Node, NodeKind, Text, keys};

use super::{
    answer, emergency,
    event::Choice,
    flow, home, review,
    screen::{Block, Button, Screen},
    session::{Check, Scene},
    turn::Turn,
    typed,
};

/// What was understood, to be confirmed before anything is made of it. Consent comes with the same tap.
pub(super) fn ask(turn: &mut Turn<'_>, said: &Assessment) {
    let understood = of_check(turn.catalog, said);
    if items(turn.catalog, &understood).is_empty() {
        return home::start(turn);
    }
    turn.session.understood = Some(understood);
    let agreed = turn.session.agreed_at.is_some();
    turn.enter(if agreed {
        Scene::Understood
    } else {
        Scene::Welcome
    });
    again(turn, None);
}

/// Shows once more what was understood, where that waits for a yes, under a hint.
pub(super) fn again(turn: &mut Turn<'_>, hint: Option<&'static str>) {
    let Some(understood) = &turn.session.understood else {
        return home::show(turn);
    };
    let items = items(turn.catalog, understood);
    let agreed = turn.session.agreed_at.is_some();
    let mut screen = Screen::default();
    if let Some(hint) = hint {
        screen = screen.block(Block::Para(Text::new(hint)));
    }
    screen = screen.block(Block::Para(
        Text::new(keys::UNDERSTOOD).with("items", items),
    ));
    if agreed {
        screen = screen
            .row(vec![Button::new(
                keys::BUTTON_UNDERSTOOD,
                Choice::Understood,
            )])
            .row(vec![Button::new(keys::BUTTON_NOT_QUITE, Choice::NotQuite)]);
    } else {
        screen = screen
            .block(Block::Para(Text::new(keys::CONSENT)))
            .row(vec![Button::new(
                keys::BUTTON_UNDERSTOOD_AGREE,
                Choice::Agree,
            )])
            .row(vec![Button::new(
                keys::BUTTON_NOT_QUITE_AGREE,
                Choice::NotQuite,
            )])
            .row(vec![Button::new(keys::BUTTON_PRIVACY, Choice::Privacy)]);
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

/// What a description says that the check under way did not know, the answer to the question on the
/// screen with it; none where it says nothing beside that. Only the review takes back what one of
/// several was chosen: "weak for two days" tells of the weakness, not of the twitch.
pub(super) fn news(turn: &Turn<'_>, text: &str, said: &Assessment) -> Option<Assessment> {
    let check = turn.session.check.as_ref()?;
    let on_screen = typed::on_screen(turn);
    let mut news = of_check(turn.catalog, said);
    for node in &turn.catalog.nodes {
        let known = check.answers.answered(node.field);
        let single = matches!(node.kind, NodeKind::One(_));
        let asked = check.following.as_ref();
        if !asked.is_none_or(|following| following.asks(node.field, &check.answers))
            || single && known && on_screen.is_some()
        {
            news.set(node.field, Choices::EMPTY);
        }
    }
    let here = on_screen.map(|node| node.field);
    let beside = |field: &Field| here != Some(*field) && !news.get(*field).is_empty();
    if !Field::ALL.iter().any(beside) {
        return None;
    }
    if let Some(node) = on_screen.filter(|node| node.field != Field::DangerSigns) {
        let read = typed::read(turn, node, text).values;
        let told = news.get(node.field);
        let answer = match node.kind {
            NodeKind::One(_) if read.len() == 1 => read,
            NodeKind::One(_) => told,
            NodeKind::Many { .. } | NodeKind::Grouped(_) | NodeKind::Signs(_) => told.union(read),
        };
        news.set(node.field, answer);
    }
    Some(news)
}

/// Takes what a description says into the check under way, and goes on: with the question on the
/// screen where it is still open, else with the next one.
pub(super) fn merge(turn: &mut Turn<'_>, news: &Assessment) {
    let catalog = turn.catalog;
    let items = items(catalog, news);
    let place = turn.place();
    let check = turn.check();
    for node in &catalog.nodes {
        let said = news.get(node.field);
        if said.is_empty() {
            continue;
        }
        let here = place.as_ref().is_some_and(|place| place.node == node.id);
        let alone = node.field.alone();
        let ticked = check.draft.get(node.field);
        let before = check.answers.get(node.field).minus(alone);
        let all = match node.kind {
            NodeKind::One(_) => said,
            NodeKind::Many { .. } | NodeKind::Grouped(_) | NodeKind::Signs(_) if here => {
                ticked.union(said)
            }
            NodeKind::Many { .. } | NodeKind::Grouped(_) | NodeKind::Signs(_) => before.union(said),
        };
        let all = if all.minus(alone).is_empty() {
            all
        } else {
            all.minus(alone)
        };
        if here && !is_said_in_full(node) {
            check.draft.set(node.field, all);
            continue;
        }
        check.answers.set(node.field, all);
        if is_said_in_full(node) && !check.done.contains(&node.id) {
            check.done.push(node.id.clone());
        }
        if here {
            check.changing = None;
            check.unsure = false;
        }
    }
    check.answers = flow::settled(catalog, &check.answers);
    let next = flow::next(catalog, check);
    let noted = Some(Text::new(keys::UNDERSTOOD_SO_FAR).with("items", items));
    match place.filter(|place| next.is_some_and(|next| next.id == place.node)) {
        Some(place) => answer::again(turn, &place, noted),
        None => answer::go_on_below(turn, noted),
    }
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
pub(super) fn of_check(catalog: &Catalog, said: &Assessment) -> Assessment {
    let mut answers = Assessment::default();
    for node in &catalog.nodes {
        if node.field != Field::DangerSigns {
            let options = node.kind.options();
            let known = said.get(node.field).indexes();
            let known = known.filter(|value| options.contains(value));
            answers.set(node.field, Choices::of(known));
        }
    }
    flow::settled(catalog, &answers)
}

/// What was understood, in the words of the review.
pub(super) fn items(catalog: &Catalog, answers: &Assessment) -> Vec<Text> {
    let said = catalog.nodes.iter().map(|node| node.field);
    said.filter(|field| answers.answered(*field))
        .map(|field| review::said(answers, field))
        .collect()
}
