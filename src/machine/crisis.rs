//! Someone writes of suicide or self-harm: kind words, a line to talk to, the number to call.

use crate::model::{Assessment, Choices, Country, Field, Text, keys};

use super::{
    emergency,
    event::Origin,
    screen::{Block, Screen},
    session::Grave,
    told,
    turn::Turn,
};

/// Kind words, a line to talk to, and the number to call: of that country, or where it is not known,
/// how to find them. `unsure`: something else may have been meant.
pub(super) fn words(country: Option<&Country>, unsure: bool) -> Vec<Block> {
    let line = line(country);
    let call = match country {
        Some(country) => emergency::with_number(keys::CRISIS_CALL_KNOWN, country),
        None => Text::new(keys::CRISIS_CALL_UNKNOWN),
    };
    let first = if unsure {
        keys::CRISIS_UNSURE
    } else {
        keys::CRISIS_MESSAGE
    };
    let mut blocks = vec![
        Block::Para(Text::new(first)),
        Block::Para(Text::new(keys::CRISIS_DO)),
        Block::Para(line),
        Block::Heading(call),
    ];
    if unsure {
        blocks.push(Block::Small(Text::new(keys::MISREAD)));
    }
    blocks
}

/// The line to talk to, or how to find one.
pub(super) fn line(country: Option<&Country>) -> Text {
    match country.map(|country| (country, &country.crisis)) {
        Some((country, Some(line))) => Text::new(keys::CRISIS_LINE_KNOWN)
            .with("line", line.number.as_str())
            .with("country", country.name()),
        Some((_, None)) => Text::new(keys::CRISIS_LINE_FINDER),
        None => Text::new(keys::CRISIS_LINE_UNKNOWN),
    }
}

/// What may stand in any chat for who writes of suicide or self-harm.
pub fn crisis_article() -> Vec<Block> {
    let mut blocks = words(None, false);
    blocks.push(Block::Small(Text::new(keys::ARTICLE_FOOT)));
    blocks
}

/// Someone writes of suicide or self-harm: kind, short, first. `unsure`: something else may have been meant.
pub(super) fn heard(turn: &mut Turn<'_>, signs: Choices, unsure: bool) {
    let screen = screen(turn, signs, unsure);
    turn.session.warned_of = Some(if unsure {
        Grave::PerhapsCrisis
    } else {
        Grave::Crisis
    });
    turn.say(screen);
}

/// The message with its buttons, and first aid for what was taken or done.
pub(super) fn screen(turn: &Turn<'_>, signs: Choices, unsure: bool) -> Screen {
    let known = emergency::country(turn).and_then(|code| turn.catalog.country(code));
    let mut answers = Assessment::default();
    answers.set(Field::DangerSigns, signs);
    let mut screen = Screen {
        blocks: words(known, unsure),
        ..Screen::default()
    };
    screen
        .blocks
        .extend(told::first_aid(turn.catalog, &answers));
    emergency::with_ways(turn, screen, Origin::Crisis)
}
