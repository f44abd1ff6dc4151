//! What a message that was understood is answered with, as one message.

use crate::{
    language::{Intent, Ranked, Understood},
    model::{Assessment, Catalog, Field, Text, Topic, keys},
    triage::assess,
};

use super::{crisis, lines, pages, screen::Block, subject::Subject, understood, warned};

/// The whole answer to a message: danger and crisis first, the topic that it asks for, what was
/// understood of a description, or what the bot can do.
///
/// `fears`: it speaks of a nerve disease that the person fears.
pub fn said_to(catalog: &Catalog, understood: &Understood, fears: bool) -> Vec<Block> {
    let facts = || {
        let facts = Subject::of(catalog, Topic::MndWorry).filter(|_| fears);
        facts.map(|facts| facts.blocks(catalog))
    };
    match understood.intent {
        Intent::Crisis => crisis(catalog, understood),
        Intent::Emergency if understood.unsure => warned::danger_words(catalog, None),
        Intent::Emergency => danger(catalog, &understood.assessment),
        Intent::Describe => {
            let mut blocks = facts().unwrap_or_default();
            blocks.extend(described(catalog, &understood.assessment));
            blocks
        }
        Intent::Ask => match understood.topics.first() {
            Some(ranked) => topic(catalog, ranked, &understood.assessment),
            None => unknown(),
        },
        Intent::Unknown => facts().unwrap_or_else(unknown),
    }
}

/// What was taken or done is told of in the same breath: its first aid stands below.
fn crisis(catalog: &Catalog, understood: &Understood) -> Vec<Block> {
    let mut blocks = crisis::words(None, understood.unsure);
    blocks.extend(first_aid(catalog, &understood.assessment));
    blocks
}

/// First aid for the danger signs among the answers.
pub(super) fn first_aid(catalog: &Catalog, answers: &Assessment) -> Vec<Block> {
    if answers.get(Field::DangerSigns).is_empty() {
        return Vec::new();
    }
    let outcome = assess(catalog, &only_signs(answers), false);
    lines::first_aid(&outcome)
        .into_iter()
        .map(Block::Para)
        .collect()
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
    let items = understood::items(catalog, &understood::of_check(catalog, answers));
    if items.is_empty() {
        return vec![Block::Para(Text::new(keys::WELCOME))];
    }
    let text = Text::new(keys::UNDERSTOOD).with("items", items);
    vec![Block::Para(text)]
}

/// The answer within the topic that fits best, or its general one.
fn topic(catalog: &Catalog, ranked: &Ranked, said: &Assessment) -> Vec<Block> {
    match Subject::asked(catalog, ranked, said) {
        Some(subject) => subject.blocks(catalog),
        None => unknown(),
    }
}

fn unknown() -> Vec<Block> {
    vec![Block::Para(Text::new(keys::UNKNOWN))]
}
