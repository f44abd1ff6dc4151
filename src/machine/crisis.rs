//! Someone writes of suicide or self-harm: kind words, a line to talk to, the number to call.

use crate::{
    language::Understood,
    model::{Assessment, Choices, Country, Field, Text, keys},
};

use super::{
    emergency,
    event::Origin,
    screen::{Block, Screen},
    session::Grave,
    told,
    turn::Turn,
};

/// How surely a crisis was heard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Crisis {
    /// The words say so.
    Plain,
    /// More likely something else was meant: it is asked.
    Unsure,
    /// Asked, the person said yes: the number comes first.
    Confirmed,
}

impl Crisis {
    /// Of a message that was understood as one.
    pub(super) const fn of(understood: &Understood) -> Self {
        if understood.unsure {
            Self::Unsure
        } else {
            Self::Plain
        }
    }
}

/// Kind words, a line to talk to, and the number to call: of that country, or where it is not known,
/// how to find them.
pub(super) fn words(country: Option<&Country>, crisis: Crisis) -> Vec<Block> {
    let line = match country.map(|country| (country, &country.crisis)) {
        Some((country, Some(line))) => Text::new(keys::CRISIS_LINE_KNOWN)
            .with("line", line.number.as_str())
            .with("country", country.name()),
        Some((_, None)) => Text::new(keys::CRISIS_LINE_FINDER),
        None => Text::new(keys::CRISIS_LINE_UNKNOWN),
    };
    let call = match country {
        Some(country) => emergency::with_number(keys::CRISIS_CALL_KNOWN, country),
        None => Text::new(keys::CRISIS_CALL_UNKNOWN),
    };
    let say = |key| Block::Para(Text::new(key));
    let (to_do, line, call) = (
        say(keys::CRISIS_DO),
        Block::Para(line),
        Block::Heading(call),
    );
    match crisis {
        Crisis::Plain => vec![say(keys::CRISIS_MESSAGE), to_do, line, call],
        Crisis::Unsure => {
            let misread = Block::Small(Text::new(keys::MISREAD));
            vec![say(keys::CRISIS_UNSURE), to_do, line, call, misread]
        }
        Crisis::Confirmed => vec![say(keys::CRISIS_YES), call, to_do, line],
    }
}

/// What may stand in any chat for who writes of suicide or self-harm.
pub fn crisis_article() -> Vec<Block> {
    let mut blocks = words(None, Crisis::Plain);
    blocks.push(Block::Small(Text::new(keys::ARTICLE_FOOT)));
    blocks
}

/// Someone writes of suicide or self-harm: kind, short, first.
pub(super) fn heard(turn: &mut Turn<'_>, signs: Choices, crisis: Crisis) {
    let screen = screen(turn, signs, crisis);
    turn.session.asked_whether = Some(Grave::Crisis);
    turn.say(screen);
}

pub(super) fn screen(turn: &Turn<'_>, signs: Choices, crisis: Crisis) -> Screen {
    let known = emergency::country(turn).and_then(|code| turn.catalog.country(code));
    let mut answers = Assessment::default();
    answers.set(Field::DangerSigns, signs);
    let mut screen = Screen {
        blocks: words(known, crisis),
        ..Screen::default()
    };
    screen
        .blocks
        .extend(told::first_aid(turn.catalog, &answers));
    screen
        .row(emergency::country_button(turn, Origin::Crisis))
        .row(emergency::way_on(turn))
}
