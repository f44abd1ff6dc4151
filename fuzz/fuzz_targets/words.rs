//! Any typed words: read without a panic, to values that were offered, in bounded space.
#![no_main]

use std::sync::LazyLock;

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use twitchwise::{
    content,
    language::{
        control, fears_nerve_disease, is_danger_phrase, names_option, normalise, read_answer,
        read_country, understand,
    },
    model::{Catalog, Choices, Field},
};

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| content::embedded().expect("the content is in order"));

/// One character becomes at most so many bytes (U+FDFA: 18 letters of two bytes).
const LONGEST_FOLD: usize = 36;

fuzz_target!(|text: &str| {
    let lexicon = &CATALOG.lexicon;
    let normal = normalise(text);
    assert!(normal.len() <= LONGEST_FOLD * text.chars().count());
    assert_eq!(normal.trim(), normal);
    assert!(!normal.contains("  "), "two spaces in {normal:?}");

    let _ = (
        is_danger_phrase(lexicon, text),
        fears_nerve_disease(lexicon, text),
        control(lexicon, text),
        read_country(lexicon, text),
    );
    let understood = understand(lexicon, text, date(2026, 11, 23));
    assert!(understood.topics.len() <= 5, "few topics");
    let signs = values(Field::DangerSigns);
    let found = understood.assessment.get(Field::DangerSigns);
    assert!(of(&signs).all(found), "no sign");
    // One question an input, which its length chooses: all of them would make a run too slow.
    let field = Field::ALL[text.len() % Field::ALL.len()];
    let mut options = values(field);
    if text.len() % 2 == 1 {
        options.truncate(options.len() / 2);
    }
    let reading = read_answer(lexicon, field, &options, text, date(2026, 11, 23));
    assert!(of(&options).all(reading.values), "not offered");
    if names_option(lexicon, field, &options, text) {
        assert_eq!(
            reading.values.indexes().count(),
            1,
            "a name that is not read"
        );
    }
});

fn values(field: Field) -> Vec<u8> {
    (0..).zip(field.values()).map(|(index, _)| index).collect()
}

fn of(values: &[u8]) -> Choices {
    Choices::of(values.iter().copied())
}
