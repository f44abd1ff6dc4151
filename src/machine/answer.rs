//! Answers to the questions of the check, pressed or typed.

use crate::model::{Assessment, Choices, DangerSign, Node, NodeKind, Text, Value as _, keys};

use super::{
    ask,
    event::{Choice, name, sign_named},
    flow, home, outcome, question, remind, review,
    session::{Part, Place},
    turn::Turn,
    typed,
};

/// Shows the question that comes next, or the review where none is open.
pub(super) fn go_on(turn: &mut Turn<'_>) {
    go_on_below(turn, None);
}

/// The same below a hint.
pub(super) fn go_on_below(turn: &mut Turn<'_>, hint: Option<Text>) {
    let catalog = turn.catalog;
    let answers = flow::settled(catalog, &turn.check().answers);
    let check = turn.check();
    check.answers = answers;
    check.draft = Assessment::default();
    check.at = None;
    match flow::next(catalog, check) {
        Some(node) => open_below(turn, node, &Part::Whole, hint),
        None if turn.check().following.is_some() => remind::assess(turn),
        None => review::show(turn, hint),
    }
}

/// Goes to a question and shows it, ticked as it was answered before.
fn open(turn: &mut Turn<'_>, node: &Node, part: &Part) {
    open_below(turn, node, part, None);
}

fn open_below(turn: &mut Turn<'_>, node: &Node, part: &Part, hint: Option<Text>) {
    let answered = ticks(node, turn.check().answers.get(node.field));
    let check = turn.check();
    let mut draft = check.draft.get(node.field).union(answered);
    // What was told with the answer to a follow-up is ticked, until the question is answered.
    if let Some(following) = &check.following {
        draft = draft.union(following.said.get(node.field));
    }
    check.draft.set(node.field, draft);
    turn.enter_question(&node.id, part.clone());
    show(turn, node, part, hint);
}

fn show(turn: &mut Turn<'_>, node: &Node, part: &Part, hint: Option<Text>) {
    let catalog = turn.catalog;
    let screen = question::screen(catalog, turn.check(), node, part, hint);
    turn.show(screen);
}

/// Shows the question on the screen once more, or where the content no longer has it, the next one.
pub(super) fn again(turn: &mut Turn<'_>, place: &Place, hint: Option<Text>) {
    match turn.catalog.node(place.node.as_str()) {
        Some(node) => {
            let part = known_part(turn, node, &place.part);
            turn.enter_question(&node.id, part.clone());
            show(turn, node, &part, hint);
        }
        None => go_on(turn),
    }
}

/// The part, or the whole question where the content no longer has that part.
pub(super) fn known_part(turn: &Turn<'_>, node: &Node, part: &Part) -> Part {
    let known = match part {
        Part::Whole => true,
        Part::Group(id) => {
            let groups = turn
                .session
                .check
                .as_ref()
                .map(|c| flow::groups(&node.kind, &c.answers));
            groups
                .unwrap_or_default()
                .iter()
                .any(|group| group.id.as_str() == id)
        }
        Part::Sign(sign) => matches!(node.kind, NodeKind::Signs(_)) && sign_named(sign).is_some(),
    };
    if known { part.clone() } else { Part::Whole }
}

/// A button of a question was pressed.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a button that doesn't belong to a question changes nothing"
)]
pub(super) fn pressed(turn: &mut Turn<'_>, place: &Place, choice: &Choice) {
    let Some(node) = turn.catalog.node(place.node.as_str()) else {
        return go_on(turn);
    };
    let part = known_part(turn, node, &place.part);
    let field = node.field;
    let offered = |chosen: &str| {
        field
            .value_named(chosen)
            .filter(|value| node.kind.options().contains(value))
    };
    match choice {
        Choice::Pick(chosen) => match offered(chosen) {
            Some(value) => pick(turn, node, value),
            None => again(turn, place, Some(Text::new(keys::QUESTION_CHANGED))),
        },
        Choice::Toggle(chosen, on) => {
            let has_boxes = !matches!(node.kind, NodeKind::One(_));
            if let Some(value) = offered(chosen).filter(|_| has_boxes) {
                let draft = turn.check().draft.get(field);
                let draft = if *on {
                    draft.with(value)
                } else {
                    draft.without(value)
                };
                turn.check().draft.set(field, draft);
            }
            show(turn, node, &part, None);
        }
        Choice::Open => open_group(turn, node, 0, None),
        Choice::None => none(turn, node, &part),
        Choice::NotSure => not_sure(turn, node, &part),
        Choice::Done => done(turn, node, &part),
        Choice::SignYes | Choice::SignNo | Choice::SignUnsure => sign(turn, node, &part, choice),
        Choice::Back => back(turn, node, &part),
        Choice::Why => {
            let screen = question::why(node);
            turn.show(screen);
        }
        _ => show(turn, node, &part, None),
    }
}

/// One value was chosen: alone, or with what is ticked, or as a danger sign.
fn pick(turn: &mut Turn<'_>, node: &Node, value: u8) {
    match &node.kind {
        NodeKind::Signs(_) => outcome::danger_sign(turn, value),
        NodeKind::One(_) => answered(turn, node, Choices::one(value)),
        NodeKind::Many { .. } => {
            let ticked = turn.check().draft.get(node.field);
            answered(turn, node, ticked.with(value));
        }
        NodeKind::Grouped(_) => {
            let check = turn.check();
            let ticked = check.draft.get(node.field).with(value);
            check.draft.set(node.field, ticked);
            open_group(turn, node, 0, None);
        }
    }
}

/// Records an answer (empty: not sure) and goes on.
pub(super) fn answered(turn: &mut Turn<'_>, node: &Node, choices: Choices) {
    let check = turn.check();
    check.answers.set(node.field, choices);
    check.done.retain(|id| *id != node.id);
    check.done.push(node.id.clone());
    check.changing = None;
    check.unsure = false;
    if let Some(following) = &mut check.following {
        following.said.set(node.field, Choices::EMPTY);
    }
    go_on(turn);
}

fn none(turn: &mut Turn<'_>, node: &Node, part: &Part) {
    let ticked = turn.check().draft.get(node.field);
    let Some(none) = node.field.value_named("none") else {
        return remark(turn, node, part, typed::hint_key(node));
    };
    // "None" pressed on a keyboard that did not yet show the tick: ask, don't guess.
    if matches!(node.kind, NodeKind::Many { .. }) && !ticked.is_empty() {
        return remark(turn, node, part, keys::TOAST_TICKED);
    }
    // "Nothing else" beside what was told: that is the answer. Not where an answer is being changed.
    let changed = turn.check().changing.as_ref() == Some(&node.id);
    let told = matches!(node.kind, NodeKind::Grouped(_)) && !changed && !ticked.is_empty();
    answered(turn, node, if told { ticked } else { Choices::one(none) });
}

/// Says what is missing: a toast for a press, a line above the question for a typed answer.
fn remark(turn: &mut Turn<'_>, node: &Node, part: &Part, key: &'static str) {
    if turn.pressed {
        turn.toast(key);
    } else if turn.said_before(key) {
        return ask::no_answer(turn, &[]);
    }
    let hint = (!turn.pressed).then(|| Text::new(key));
    show(turn, node, part, hint);
}

fn not_sure(turn: &mut Turn<'_>, node: &Node, part: &Part) {
    match (&node.kind, part) {
        (NodeKind::Signs(options), Part::Whole) => match options.first() {
            Some(first) => {
                turn.check().unsure = false;
                open(turn, node, &Part::Sign(name(node.field, *first)));
            }
            None => answered(turn, node, Choices::EMPTY),
        },
        (NodeKind::Signs(_), _) => sign(turn, node, part, &Choice::SignUnsure),
        (NodeKind::Grouped(_), Part::Group(_)) => {
            turn.check().unsure = true;
            done(turn, node, part);
        }
        (NodeKind::Many { .. }, _) => {
            // What is ticked is known; "not sure" then speaks of the rest.
            let ticked = turn.check().draft.get(node.field);
            answered(turn, node, ticked);
        }
        _ => answered(turn, node, Choices::EMPTY),
    }
}

fn done(turn: &mut Turn<'_>, node: &Node, part: &Part) {
    let ticked = turn.check().draft.get(node.field);
    if let (NodeKind::Grouped(_), Part::Group(id)) = (&node.kind, part) {
        let groups = flow::groups(&node.kind, &turn.check().answers);
        let at = groups
            .iter()
            .position(|group| group.id.as_str() == id)
            .unwrap_or_default();
        if at + 1 < groups.len() {
            return open_group(turn, node, at + 1, None);
        }
        let unsure = turn.check().unsure;
        let none = node
            .field
            .value_named("none")
            .map(Choices::one)
            .unwrap_or_default();
        let choices = if ticked.is_empty() && !unsure {
            none
        } else {
            ticked
        };
        return answered(turn, node, choices);
    }
    if !ticked.is_empty() {
        return answered(turn, node, ticked);
    }
    // Opened anew and nothing else said: the answer that it had. Not where its ticks were taken off.
    let known = turn.check().answers.get(node.field);
    if known.is_empty() || !ticks(node, known).is_empty() || matches!(node.kind, NodeKind::Signs(_))
    {
        return remark(turn, node, part, keys::TOAST_CHOOSE_ONE);
    }
    answered(turn, node, known);
}

/// Opens a page of a grouped question. What is ticked counts from now on; the answer given before
/// does not come back.
pub(super) fn open_group(turn: &mut Turn<'_>, node: &Node, at: usize, hint: Option<Text>) {
    let groups = flow::groups(&node.kind, &turn.check().answers);
    let Some(group) = groups.get(at) else {
        return show(turn, node, &Part::Whole, hint);
    };
    if at == 0 {
        turn.check().unsure = false;
    }
    let part = Part::Group(group.id.to_string());
    turn.enter_question(&node.id, part.clone());
    show(turn, node, &part, hint);
}

fn sign(turn: &mut Turn<'_>, node: &Node, part: &Part, choice: &Choice) {
    let (NodeKind::Signs(options), Part::Sign(sign)) = (&node.kind, part) else {
        return show(turn, node, part, None);
    };
    let Some(asked) = sign_named(sign) else {
        return show(turn, node, &Part::Whole, None);
    };
    if *choice == Choice::SignYes {
        return outcome::danger_sign(turn, asked);
    }
    if *choice == Choice::SignUnsure {
        turn.check().unsure = true;
    }
    let next = options.iter().skip_while(|sign| **sign != asked).nth(1);
    if let Some(next) = next {
        return open(turn, node, &Part::Sign(name(node.field, *next)));
    }
    let known = if turn.check().unsure {
        DangerSign::NotSure
    } else {
        DangerSign::None
    };
    answered(turn, node, Choices::one(known.index()));
}

fn back(turn: &mut Turn<'_>, node: &Node, part: &Part) {
    match (&node.kind, part) {
        (NodeKind::Grouped(_), Part::Group(id)) => {
            let groups = flow::groups(&node.kind, &turn.check().answers);
            let at = groups
                .iter()
                .position(|group| group.id.as_str() == id)
                .unwrap_or_default();
            if at > 0 {
                return open_group(turn, node, at - 1, None);
            }
            return reopen(turn, node);
        }
        (NodeKind::Signs(options), Part::Sign(asked)) => {
            let at = options
                .iter()
                .position(|sign| name(node.field, *sign) == *asked)
                .unwrap_or_default();
            let before = at.checked_sub(1).and_then(|at| options.get(at));
            return match before {
                Some(sign) => {
                    open(turn, node, &Part::Sign(name(node.field, *sign)));
                }
                None => reopen(turn, node),
            };
        }
        _ => {}
    }
    let check = turn.check();
    if check.changing.as_ref() == Some(&node.id) {
        check.changing = None;
        check.done.push(node.id.clone());
        return go_on(turn);
    }
    before(turn, Some(node));
}

/// Opens the question before that one, or the last one; before the first there is only home.
pub(super) fn before(turn: &mut Turn<'_>, node: Option<&Node>) {
    let catalog = turn.catalog;
    let asked: Vec<_> = flow::asked(catalog, turn.check()).collect();
    let at = node
        .and_then(|node| asked.iter().position(|other| other.id == node.id))
        .unwrap_or(asked.len());
    match at.checked_sub(1).and_then(|at| asked.get(at)) {
        Some(node) => reopen(turn, node),
        None => home::show(turn),
    }
}

/// Opens an answered question anew, ticked as it was answered.
pub(super) fn reopen(turn: &mut Turn<'_>, node: &Node) {
    let check = turn.check();
    check.done.retain(|id| *id != node.id);
    open(turn, node, &Part::Whole);
}

/// What can be ticked of an answer: not `none`, not `not_sure`.
fn ticks(node: &Node, answer: Choices) -> Choices {
    if matches!(node.kind, NodeKind::Many { .. } | NodeKind::Grouped(_)) {
        Choices::of(
            answer
                .indexes()
                .filter(|value| !node.field.stands_alone(*value)),
        )
    } else {
        Choices::EMPTY
    }
}
