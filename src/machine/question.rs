//! How a question of the check looks.

use crate::model::{Catalog, Choices, Field, Group, Node, NodeKind, Text, keys};

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
    let look = Look {
        catalog,
        check,
        node,
        age: age(check),
    };
    let screen = hint.map_or_else(Screen::default, Screen::say);
    match (&node.kind, part) {
        (NodeKind::Signs(_), Part::Sign(sign)) => look.one_sign(screen, sign),
        (NodeKind::Signs(options), _) => look.signs(screen, options),
        (NodeKind::One(options), _) => look.one(screen, options),
        (NodeKind::Many { options, direct }, _) => look.many(screen, options, *direct),
        (NodeKind::Grouped(_), Part::Group(id)) => look.group(screen, id),
        (NodeKind::Grouped(_), _) => look.gate(screen),
    }
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

/// A question about to be shown.
struct Look<'l> {
    catalog: &'l Catalog,
    check: &'l Check,
    node: &'l Node,
    age: String,
}

impl Look<'_> {
    fn one_sign(&self, screen: Screen, sign: &str) -> Screen {
        let all = self.node.kind.options();
        let at = all
            .iter()
            .position(|value| name(self.node.field, *value) == *sign);
        let sign = Text::new(format!("opt-danger_signs-{sign}.long"));
        let screen = screen
            .block(self.group_progress(at.unwrap_or_default() + 1, all.len()))
            .block(Block::Heading(Text::new(keys::ASK_ONE_SIGN)))
            .block(Block::Para(self.aged(sign)))
            .row(vec![
                Button::new(keys::BUTTON_YES, Choice::SignYes),
                Button::new(keys::BUTTON_NO, Choice::SignNo),
            ]);
        footer(screen, Choice::SignUnsure)
    }

    fn signs(&self, screen: Screen, options: &[u8]) -> Screen {
        let screen = self.meanings(self.asked(screen), options);
        let screen = self.picks(screen, options);
        footer(
            screen.row(vec![Button::new(keys::BUTTON_NONE, Choice::None)]),
            Choice::NotSure,
        )
    }

    fn one(&self, screen: Screen, options: &[u8]) -> Screen {
        footer(self.picks(self.asked(screen), options), Choice::NotSure)
    }

    fn many(&self, screen: Screen, options: &[u8], direct: Choices) -> Screen {
        let screen = self.meanings(self.asked(screen), options);
        let screen = self.toggles(screen, options, direct);
        let has_none = self.node.field.value_named("none").is_some();
        // "None of these" as long as nothing is ticked, then "Done".
        let end = if !self.draft().is_empty() {
            vec![Button::new(keys::BUTTON_DONE, Choice::Done)]
        } else if has_none {
            vec![Button::new(keys::BUTTON_NONE, Choice::None)]
        } else {
            Vec::new()
        };
        footer(screen.row(end), Choice::NotSure)
    }

    /// The question before its pages: one tap for "nothing else".
    fn gate(&self, screen: Screen) -> Screen {
        let mut screen = self.asked(screen);
        if !self.draft().is_empty() {
            let ticked = self
                .draft()
                .indexes()
                .map(|value| self.label(value))
                .collect::<Vec<_>>();
            let so_far = Text::new(keys::SO_FAR).with("items", ticked);
            screen = screen.block(Block::Para(so_far));
        }
        let screen = screen
            .row(vec![Button::new(keys::BUTTON_NOTHING_ELSE, Choice::None)])
            .row(vec![Button::new(keys::BUTTON_SOMETHING_ELSE, Choice::Open)]);
        footer(screen, Choice::NotSure)
    }

    fn group(&self, screen: Screen, id: &str) -> Screen {
        let groups = flow::groups(&self.node.kind, &self.check.answers);
        let at = groups
            .iter()
            .position(|group| group.id.as_str() == id)
            .unwrap_or_default();
        let Some(Group { id, options, .. }) = groups.get(at) else {
            return self.gate(screen);
        };
        let title = Text::new(format!("group-{}-{id}", self.node.id));
        let screen = screen
            .block(self.group_progress(at + 1, groups.len()))
            .block(Block::Heading(self.aged(title)));
        let screen = self.toggles(self.meanings(screen, options), options, Choices::EMPTY);
        let ticked_here = self.draft().any(Choices::of(options.iter().copied()));
        let next = match (at + 1 == groups.len(), ticked_here) {
            (true, _) => keys::BUTTON_DONE,
            (false, true) => keys::BUTTON_NEXT,
            (false, false) => keys::BUTTON_NONE_HERE,
        };
        footer(
            screen.row(vec![Button::new(next, Choice::Done)]),
            Choice::NotSure,
        )
    }

    /// What is ticked.
    const fn draft(&self) -> Choices {
        self.check.draft.get(self.node.field)
    }

    fn aged(&self, text: Text) -> Text {
        text.with("age", self.age.as_str())
    }

    fn asked(&self, screen: Screen) -> Screen {
        let following = self.check.following.as_ref();
        let following = following.filter(|_| self.node.field == Field::Symptoms);
        let question = match following {
            Some(_) => Text::new(keys::FOLLOW_UP_NEW),
            None => Text::new(format!("ask-{}", self.node.id)),
        };
        let mut screen = screen
            .block(self.progress())
            .block(Block::Heading(self.aged(question)));
        let known = following.map(|following| following.followed.answers.get(Field::Symptoms));
        let known: Vec<_> = known.map_or_else(Vec::new, |known| {
            let known = known.minus(Field::Symptoms.alone());
            known.indexes().map(|value| self.label(value)).collect()
        });
        if !known.is_empty() {
            let known = Text::new(keys::FOLLOW_UP_KNOWN).with("items", known);
            screen = screen.block(Block::Para(known));
        }
        screen
    }

    fn progress(&self) -> Block {
        let (number, total) = flow::progress(self.catalog, self.check, self.node);
        Block::Small(
            Text::new(keys::PROGRESS)
                .with("number", number)
                .with("total", total),
        )
    }

    fn group_progress(&self, number: usize, total: usize) -> Block {
        let (question, questions) = flow::progress(self.catalog, self.check, self.node);
        let count = |n: usize| i64::try_from(n).unwrap_or_default();
        let text = Text::new(keys::GROUP_PAGE)
            .with("question", question)
            .with("questions", questions)
            .with("number", count(number))
            .with("total", count(total));
        Block::Small(text)
    }

    /// What the options mean, folded away: some labels are too short to be clear alone.
    fn meanings(&self, screen: Screen, options: &[u8]) -> Screen {
        let field = self.node.field;
        let lines = options.iter().map(|value| {
            let key = format!("opt-{}-{}.long", field.name(), name(field, *value));
            Text::new(keys::MEANING)
                .with("label", self.label(*value))
                .with("meaning", self.aged(Text::new(key)))
        });
        screen.block(Block::Fold(
            Text::new(keys::WHAT_OPTIONS_MEAN),
            lines.collect(),
        ))
    }

    fn label(&self, value: u8) -> Text {
        let field = self.node.field;
        self.aged(Text::option(field, &name(field, value)))
    }

    /// Values that are picked at once; the answer given before is ticked.
    fn picks(&self, screen: Screen, options: &[u8]) -> Screen {
        let field = self.node.field;
        let before = self.check.answers.get(field);
        self.rows(screen, options, |value| Button {
            ticked: before.has(value).then_some(true),
            ..Button::labelled(self.label(value), Choice::pick(field, value))
        })
    }

    /// `direct` values are picked at once, the others are ticked and unticked.
    fn toggles(&self, screen: Screen, options: &[u8], direct: Choices) -> Screen {
        let field = self.node.field;
        self.rows(screen, options, |value| {
            let label = self.label(value);
            if direct.has(value) {
                return Button::labelled(label, Choice::pick(field, value));
            }
            let on = self.draft().has(value);
            let toggle = Choice::Toggle(name(field, value), !on);
            Button {
                ticked: Some(on),
                ..Button::labelled(label, toggle)
            }
        })
    }

    /// Buttons for values, short labels two in a row.
    fn rows(&self, mut screen: Screen, options: &[u8], button: impl Fn(u8) -> Button) -> Screen {
        let mut pair: Vec<Button> = Vec::new();
        for value in options {
            let button = button(*value);
            let short = self.catalog.words.say(&button.label).chars().count() <= SHORT_LABEL;
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
