//! What is learned from messages, and how it is written down.

use std::path::Path;

use twitchwise::{
    content,
    language::{Intent, Lesson, learn},
    model::{Choices, Field},
};

/// Messages that differ in two words: neither of them means danger by itself.
fn lessons() -> Vec<Lesson> {
    let lesson = |text: String, intent, sign: Option<&str>| Lesson {
        text,
        intent,
        signs: Choices::of(sign.and_then(|sign| Field::DangerSigns.value_named(sign))),
    };
    let who = ["nan", "dad", "mate", "sister", "boss", "uncle"];
    who.iter()
        .flat_map(|who| {
            [
                lesson(
                    format!("{who} zorbed and grupped"),
                    Intent::Emergency,
                    Some("seizure"),
                ),
                lesson(format!("{who} zorbed only"), Intent::Unknown, None),
                lesson(format!("{who} grupped only"), Intent::Unknown, None),
            ]
        })
        .collect()
}

#[test]
fn the_same_messages_teach_the_same() {
    let dialogues = Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogues");
    let lexicon = content::unlearned(&dialogues).unwrap();
    assert!(lexicon.appraisal.is_empty());
    let learned = learn(&lexicon, &lessons());
    assert!(learned.features.count() > 0);
    let again = content::written(&learn(&lexicon, &lessons()));
    assert_eq!(content::written(&learned), again);
}

#[test]
fn what_is_shipped_was_learned_from_these_words() {
    // A word that every message has is among what was learned: its hash is still the same.
    let lexicon = content::lexicon().unwrap();
    let feature = twitchwise::language::feature;
    let known = lexicon
        .appraisal
        .shares(&[feature("u:chest"), feature("b:chest pain")]);
    let nothing = lexicon
        .appraisal
        .shares(&[feature("u:no such word at all")]);
    assert!(known.intents[0] > nothing.intents[0]);
}
