//! What a message that was understood is answered with, as one message.

use crate::{
    language::{Intent, Ranked, Understood},
    model::{Assessment, Catalog, Choices, Field, PieceId, Text, keys},
    triage::assess,
};

use super::{lines, pages, review, screen::Block};

/// The whole answer to a message: danger and crisis first, the topic that it asks for, what was
/// understood of a description, or what the bot can do.
pub fn said_to(catalog: &Catalog, understood: &Understood) -> Vec<Block> {
    match understood.intent {
        Intent::Crisis => crisis(catalog, &understood.assessment),
        Intent::Emergency => danger(catalog, &understood.assessment),
        Intent::Describe => described(catalog, &understood.assessment),
        Intent::Ask => match understood.topics.first() {
            Some(ranked) => topic(catalog, ranked),
            None => unknown(),
        },
        Intent::Unknown => unknown(),
    }
}

/// What was taken or done is told of in the same breath: its first aid stands below.
fn crisis(catalog: &Catalog, answers: &Assessment) -> Vec<Block> {
    let mut blocks = vec![
        Block::Para(Text::new(keys::CRISIS_MESSAGE)),
        Block::Heading(Text::new(keys::CRISIS_CALL_UNKNOWN)),
    ];
    if !answers.get(Field::DangerSigns).is_empty() {
        let signs = only_signs(answers);
        let outcome = assess(catalog, &signs, false);
        blocks.extend(lines::first_aid(&outcome).into_iter().map(Block::Para));
    }
    blocks
}

fn danger(catalog: &Catalog, answers: &Assessment) -> Vec<Block> {
    pages::whole(catalog, &assess(catalog, &only_signs(answers), false))
}

fn only_signs(answers: &Assessment) -> Assessment {
    let mut signs = Assessment::default();
    for field in [Field::AgeGroup, Field::DangerSigns] {
        signs.set(field, answers.get(field));
    }
    signs
}

/// What was understood, as at the end of a check.
fn described(catalog: &Catalog, answers: &Assessment) -> Vec<Block> {
    let nodes = catalog.nodes.iter().map(|node| node.field);
    let stated: Vec<Field> = nodes
        .filter(|f| answers.get(*f) != Choices::EMPTY)
        .collect();
    let pairs: Vec<_> = stated
        .into_iter()
        .map(|field| (review::label(field), review::said(answers, field)))
        .collect();
    let mut blocks = vec![Block::Para(Text::new(keys::UNDERSTOOD))];
    if !pairs.is_empty() {
        blocks.push(Block::Pairs(pairs));
    }
    blocks.push(Block::Para(Text::new(keys::UNDERSTOOD_NEXT)));
    blocks
}

/// The answer within the topic that fits best, or its general one.
fn topic(catalog: &Catalog, ranked: &Ranked) -> Vec<Block> {
    let answer = ranked.answer.as_ref().map(PieceId::as_str);
    let key = ranked.topic.text_key(answer);
    let more = format!("{key}.more");
    let mut blocks = vec![Block::Para(Text::new(key))];
    if catalog.words.has(&more) {
        blocks.push(Block::Para(Text::new(more)));
    }
    blocks.push(lines::foot());
    blocks
}

fn unknown() -> Vec<Block> {
    vec![Block::Para(Text::new(keys::HINT_UNKNOWN))]
}
