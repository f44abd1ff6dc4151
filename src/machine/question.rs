//! How a question of the check looks.

use crate::model::{Catalog, Choices, Field, Node, NodeKind, Text, keys};

use super::{
    event::{Choice, name},
    flow,
    screen::{Block, Button, Screen},
    session::{Check, Part},
};

/// Labels up to this many characters stand two in a row.
const SHORT_LABEL: usize = 16;

/// The screen of a question, with an optional hint above it.
pub(super) fn screen(
    catalog: &Catalog,
    check: &Check,
    node: &Node,
    part: &Part,
    hint: Option<Text>,
) -> Screen {
    let age = age(check);
    let (number, total) = flow::progress(catalog, &check.answers, node);
    let progress = Text::new(keys::PROGRESS)
        .with("number", number)
        .with("total", total);
    let mut screen = Screen::default();
    if let Some(hint) = hint {
        screen = screen.block(Block::Para(hint));
    }
    screen = screen.block(Block::Small(progress));
    let asked = || Text::new(format!("ask-{}", node.id)).with("age", age.clone());
    let draft = check.draft.get(node.field);
    match (&node.kind, part) {
        (NodeKind::Signs(_), Part::Sign(sign)) => {
            let all = node.kind.options();
            let at = all.iter().position(|v| name(node.field, *v) == *sign);
            let sign = Text::new(format!("opt-danger_signs-{sign}.long")).with("age", age);
            let screen = screen
                .block(Block::Heading(Text::new(keys::ASK_ONE_SIGN)))
                .block(page(at.unwrap_or_default(), all.len()))
                .block(Block::Para(sign))
                .row(vec![
                    Button::new(keys::BUTTON_YES, Choice::SignYes),
                    Button::new(keys::BUTTON_NO, Choice::SignNo),
                ]);
            footer(screen, Choice::SignUnsure)
        }
        (NodeKind::Signs(options), _) => {
            let screen = screen.block(Block::Heading(asked()));
            let screen = meanings(screen, node.field, options, &age);
            let screen = rows(
                screen,
                options,
                |value| {
                    Button::labelled(
                        label(node.field, value, &age),
                        Choice::pick(node.field, value),
                    )
                },
                catalog,
            );
            footer(
                screen.row(vec![Button::new(keys::BUTTON_NONE, Choice::None)]),
                Choice::NotSure,
            )
        }
        (NodeKind::One(options), _) => {
            let screen = screen.block(Block::Heading(asked()));
            // The answer given before is ticked.
            let before = check.answers.get(node.field);
            let screen = rows(
                screen,
                options,
                |value| Button {
                    ticked: Some(before.has(value)),
                    ..Button::labelled(
                        label(node.field, value, &age),
                        Choice::pick(node.field, value),
                    )
                },
                catalog,
            );
            footer(screen, Choice::NotSure)
        }
        (NodeKind::Many { options, direct }, _) => {
            let screen = screen.block(Block::Heading(asked()));
            let screen = toggles(screen, catalog, node.field, options, *direct, draft, &age);
            footer(end(screen, node.field, draft, true), Choice::NotSure)
        }
        (NodeKind::Grouped(_), Part::Group(id)) => {
            let groups = flow::groups(&node.kind, &check.answers);
            let at = groups
                .iter()
                .position(|group| group.id.as_str() == id)
                .unwrap_or_default();
            let Some(group) = groups.get(at) else {
                return footer(screen, Choice::NotSure);
            };
            let title =
                Text::new(format!("group-{}-{}", node.id, group.id)).with("age", age.clone());
            let screen = screen
                .block(Block::Heading(title))
                .block(page(at, groups.len()));
            let screen = meanings(screen, node.field, &group.options, &age);
            let screen = toggles(
                screen,
                catalog,
                node.field,
                &group.options,
                Choices::EMPTY,
                draft,
                &age,
            );
            let last = at + 1 == groups.len();
            let ticked_here = draft.any(Choices::of(group.options.iter().copied()));
            let next = if last {
                keys::BUTTON_DONE
            } else if ticked_here {
                keys::BUTTON_NEXT
            } else {
                keys::BUTTON_NONE_HERE
            };
            footer(
                screen.row(vec![Button::new(next, Choice::Done)]),
                Choice::NotSure,
            )
        }
        (NodeKind::Grouped(_), _) => {
            let mut screen = screen.block(Block::Heading(asked()));
            if !draft.is_empty() {
                let ticked = draft.names(node.field);
                let items: Vec<_> = ticked
                    .map(|value| Text::option(node.field, value).with("age", age.as_str()))
                    .collect();
                let so_far = Text::new(keys::SO_FAR).with("items", items);
                screen = screen.block(Block::Para(so_far));
            }
            let screen = screen
                .row(vec![Button::new(keys::BUTTON_NOTHING_ELSE, Choice::None)])
                .row(vec![Button::new(keys::BUTTON_SOMETHING_ELSE, Choice::Open)]);
            footer(screen, Choice::NotSure)
        }
    }
}

/// "Page 2 of 6".
fn page(at: usize, of: usize) -> Block {
    let count = |n: usize| i64::try_from(n).unwrap_or_default();
    let page = Text::new(keys::GROUP_PAGE)
        .with("number", count(at + 1))
        .with("total", count(of));
    Block::Small(page)
}

/// What the options mean, folded away: some labels are too short to be clear alone.
fn meanings(screen: Screen, field: Field, options: &[u8], age: &str) -> Screen {
    let meaning = |value: &u8| {
        let key = format!("opt-{}-{}.long", field.name(), name(field, *value));
        Text::new(keys::MEANING)
            .with("label", label(field, *value, age))
            .with("meaning", Text::new(key).with("age", age))
    };
    let lines = options.iter().map(meaning).collect();
    screen.block(Block::Fold(Text::new(keys::WHAT_OPTIONS_MEAN), lines))
}

/// Why the question is asked.
pub(super) fn why(node: &Node) -> Screen {
    Screen::say(Text::new(format!("why-{}", node.id))).row(vec![Button::new(
        keys::BUTTON_TO_QUESTION,
        Choice::Question,
    )])
}

/// Who the answers are about, for texts that differ for a baby or a child.
pub(super) fn age(check: &Check) -> String {
    check
        .answers
        .get(Field::AgeGroup)
        .names(Field::AgeGroup)
        .next()
        .unwrap_or("unknown")
        .to_owned()
}

fn label(field: Field, value: u8, age: &str) -> Text {
    Text::option(field, &name(field, value)).with("age", age)
}

/// Buttons for values, short labels two in a row.
fn rows(
    mut screen: Screen,
    options: &[u8],
    button: impl Fn(u8) -> Button,
    catalog: &Catalog,
) -> Screen {
    let mut pair: Vec<Button> = Vec::new();
    for value in options {
        let button = button(*value);
        let short = catalog.words.say(&button.label).chars().count() <= SHORT_LABEL;
        if !short && !pair.is_empty() {
            screen = screen.row(std::mem::take(&mut pair));
        }
        pair.push(button);
        if !short || pair.len() == 2 {
            screen = screen.row(std::mem::take(&mut pair));
        }
    }
    screen.row(pair)
}

fn toggles(
    screen: Screen,
    catalog: &Catalog,
    field: Field,
    options: &[u8],
    direct: Choices,
    draft: Choices,
    age: &str,
) -> Screen {
    rows(
        screen,
        options,
        |value| {
            let label = label(field, value, age);
            if direct.has(value) {
                return Button::labelled(label, Choice::pick(field, value));
            }
            let on = draft.has(value);
            Button {
                ticked: Some(on),
                ..Button::labelled(label, Choice::Toggle(name(field, value), !on))
            }
        },
        catalog,
    )
}

/// "None of these" as long as nothing is ticked, then "Done".
fn end(screen: Screen, field: Field, draft: Choices, with_none: bool) -> Screen {
    let has_none = field.value_named("none").is_some() && with_none;
    if !draft.is_empty() {
        screen.row(vec![Button::new(keys::BUTTON_DONE, Choice::Done)])
    } else if has_none {
        screen.row(vec![Button::new(keys::BUTTON_NONE, Choice::None)])
    } else {
        screen
    }
}

/// What every question has: back, not sure, why, emergency.
fn footer(screen: Screen, not_sure: Choice) -> Screen {
    screen
        .row(vec![
            Button::new(keys::BUTTON_BACK, Choice::Back),
            Button::new(keys::BUTTON_NOT_SURE, not_sure),
        ])
        .row(vec![
            Button::new(keys::BUTTON_WHY, Choice::Why),
            Button::new(keys::BUTTON_EMERGENCY, Choice::Emergency),
        ])
}
