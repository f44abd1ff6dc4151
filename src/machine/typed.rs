//! Typed answers to the questions of the check.

use crate::{
    language::{self, Reading},
    model::{Assessment, Choices, Control, Field, Node, NodeKind, Text, keys},
};

use super::{
    answer::{again, answered, go_on, known_part, open_group, pressed},
    event::Choice,
    home, outcome, question,
    session::{Part, Place},
    turn::Turn,
};

/// A typed answer to the question on the screen.
pub(super) fn answer(turn: &mut Turn<'_>, place: &Place, text: &str) {
    let Some(node) = turn.catalog.node(place.node.as_str()) else {
        return go_on(turn);
    };
    let reading = read(turn, node, text);
    let part = known_part(turn, node, &place.part);
    if let Some(control) = reading.control {
        let control = meant(turn, node, &part, control);
        return match as_choice(&node.kind, &part, control) {
            Some(choice) => pressed(turn, place, &choice),
            None => no_answer(turn, place, node, text),
        };
    }
    let values = reading.values.union(numbered(turn, node, &part, text));
    match &node.kind {
        _ if values.is_empty() => no_answer(turn, place, node, text),
        NodeKind::Signs(_) => outcome::danger_signs(turn, values),
        NodeKind::One(_) if values.len() > 1 => {
            home::no_answer(turn, text, keys::HINT_ONE_ONLY, |turn, hint| {
                again(turn, place, Some(hint));
            });
        }
        NodeKind::One(_) => answered(turn, node, values),
        NodeKind::Many { .. } => {
            let ticked = turn.check().draft.get(node.field);
            answered(turn, node, ticked.union(values));
        }
        NodeKind::Grouped(_) => {
            let check = turn.check();
            let ticked = check.draft.get(node.field).union(values);
            check.draft.set(node.field, ticked);
            let noted = Some(noted(turn, node.field, values));
            match &part {
                Part::Group(_) => again(turn, place, noted),
                Part::Whole | Part::Sign(_) => open_group(turn, node, 0, noted),
            }
        }
    }
}

/// "2" is the second button and "2 and 3" are two, where a number is no answer of its own. Not of the
/// danger signs: too much hangs on a slip of the finger.
fn numbered(turn: &Turn<'_>, node: &Node, part: &Part, text: &str) -> Choices {
    let counts = matches!(
        node.field,
        Field::AgeGroup | Field::Duration | Field::SymptomsSince
    );
    let options: &[u8] = match (&node.kind, part) {
        _ if counts => &[],
        (NodeKind::One(options) | NodeKind::Many { options, .. }, _) => options,
        (NodeKind::Grouped(groups), Part::Group(id)) => {
            let group = groups.iter().find(|group| group.id.as_str() == id);
            group.map_or(&[], |group| &group.options)
        }
        (NodeKind::Grouped(_) | NodeKind::Signs(_), _) => &[],
    };
    let numbers = language::read_numbers(&turn.catalog.lexicon, text);
    let values: Option<Vec<u8>> = numbers
        .into_iter()
        .map(|number| options.get(number.checked_sub(1)?).copied())
        .collect();
    // One without an option makes all of it unclear.
    Choices::of(values.unwrap_or_default())
}

/// The question again under a hint; the second time in a row other words.
fn no_answer(turn: &mut Turn<'_>, place: &Place, node: &Node, text: &str) {
    home::no_answer(turn, text, hint_key(node), |turn, hint| {
        again(turn, place, Some(hint));
    });
}

/// A description in the middle of the check: what it says of the question on the screen answers it, with
/// the names of options among its words ("coffee, stress and not much sleep"). False where it says
/// nothing of that.
pub(super) fn described(turn: &mut Turn<'_>, text: &str, said: &Assessment) -> bool {
    let Some(node) = on_screen(turn) else {
        return false;
    };
    let options = node.kind.options();
    let values = said.get(node.field).indexes();
    let values = Choices::of(values.filter(|value| options.contains(value)));
    if values.is_empty() || matches!(node.kind, NodeKind::Signs(_)) {
        return false;
    }
    let values = match &node.kind {
        NodeKind::Many { .. } | NodeKind::Grouped(_) => values.union(read(turn, node, text).values),
        NodeKind::One(_) | NodeKind::Signs(_) => values,
    };
    match &node.kind {
        NodeKind::One(_) => answered(turn, node, values),
        NodeKind::Many { .. } => {
            let ticked = turn.check().draft.get(node.field);
            answered(turn, node, ticked.union(values));
        }
        NodeKind::Grouped(_) | NodeKind::Signs(_) => {
            let check = turn.check();
            let ticked = check.draft.get(node.field).union(values);
            check.draft.set(node.field, ticked);
            let noted = Some(noted(turn, node.field, values));
            open_group(turn, node, 0, noted);
        }
    }
    true
}

/// Whether a message is the name of an option of the question on the screen. Not of the danger signs:
/// those are read in every message.
pub(super) fn is_option(turn: &Turn<'_>, text: &str) -> bool {
    on_screen(turn).is_some_and(|node| {
        let lexicon = &turn.catalog.lexicon;
        node.field != Field::DangerSigns
            && language::names_option(lexicon, node.field, &node.kind.options(), text)
    })
}

/// Whether a message answers the question on the screen.
pub(super) fn is_answer(turn: &Turn<'_>, text: &str) -> bool {
    on_screen(turn).is_some_and(|node| {
        let reading = read(turn, node, text);
        !reading.values.is_empty() || reading.control.is_some()
    })
}

/// Whether a description tells of the question on the screen alone, which has one answer: then it is one
/// as any other. Where there may be several, what the patterns find is more than their names.
pub(super) fn tells_of_nothing_else(turn: &Turn<'_>, said: &Assessment) -> bool {
    let Some(node) = on_screen(turn).filter(|node| matches!(node.kind, NodeKind::One(_))) else {
        return false;
    };
    let others = Field::ALL.into_iter().filter(|field| *field != node.field);
    others.map(|field| said.get(field)).all(Choices::is_empty)
}

/// What a message says as an answer to a question.
pub(super) fn read(turn: &Turn<'_>, node: &Node, text: &str) -> Reading {
    let (lexicon, options) = (&turn.catalog.lexicon, node.kind.options());
    language::read_answer(lexicon, node.field, &options, text, turn.today())
}

/// The question on the screen.
pub(super) fn on_screen<'c>(turn: &Turn<'c>) -> Option<&'c Node> {
    turn.catalog.node(turn.place()?.node.as_str())
}

/// What was understood of a typed answer that leaves the question open.
fn noted(turn: &mut Turn<'_>, field: Field, values: Choices) -> Text {
    let age = question::age(turn.check());
    let items: Vec<_> = values
        .names(field)
        .map(|value| Text::option(field, value).with("age", age.as_str()))
        .collect();
    Text::new(keys::HINT_NOTED).with("items", items)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "most questions share one hint"
)]
pub(super) const fn hint_key(node: &Node) -> &'static str {
    match node.field {
        Field::AgeGroup => keys::HINT_AGE,
        Field::Duration | Field::SymptomsSince => keys::HINT_DURATION,
        _ => keys::HINT_ANSWER,
    }
}

/// "That's all" where nothing is ticked: nothing, where there is a button for that. Not of danger signs.
fn meant(turn: &mut Turn<'_>, node: &Node, part: &Part, control: Control) -> Control {
    let ends = match (&node.kind, part) {
        (NodeKind::Grouped(_), Part::Whole) => true,
        (NodeKind::Many { .. }, _) => node.field.value_named("none").is_some(),
        (NodeKind::Grouped(_) | NodeKind::One(_) | NodeKind::Signs(_), _) => false,
    };
    if control == Control::Done && ends && turn.check().draft.get(node.field).is_empty() {
        return Control::None;
    }
    control
}

/// The button that a typed control word stands for on this question.
fn as_choice(kind: &NodeKind, part: &Part, control: Control) -> Option<Choice> {
    let alone = matches!(part, Part::Sign(_));
    let gate = matches!((kind, part), (NodeKind::Grouped(_), Part::Whole));
    Some(match control {
        Control::Yes if alone => Choice::SignYes,
        Control::No | Control::None if alone => Choice::SignNo,
        Control::NotSure if alone => Choice::SignUnsure,
        Control::Yes if gate => Choice::Open,
        Control::None | Control::No if matches!(part, Part::Group(_)) => Choice::Done,
        Control::None | Control::No => Choice::None,
        Control::NotSure => Choice::NotSure,
        Control::Done => Choice::Done,
        Control::Back => Choice::Back,
        Control::Why => Choice::Why,
        Control::Yes
        | Control::Start
        | Control::StartOver
        | Control::Cancel
        | Control::Help
        | Control::Emergency
        | Control::Thanks
        | Control::Cross => return None,
    })
}
