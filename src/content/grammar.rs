//! The patterns of the lexicon: `en/lexicon-*.toml`, made ready for reading messages.

use std::{collections::BTreeMap, ops::Range};

use serde::Deserialize;
use toml::Spanned;

use crate::{
    language::{Builder, Mistake},
    model::{
        Field,
        grammar::{Concept, Cue, Grammar, NEEDED_CLASSES},
    },
};

use super::{about::LANGUAGE, files::Files, problem::Findings, reader::Reader};

/// The files that patterns come from, in the order of reading, below the root.
pub(super) const FILES: [&str; 6] = [
    "en/lexicon-words.toml",
    "en/lexicon-danger.toml",
    "en/lexicon-context.toml",
    "en/lexicon-values.toml",
    "en/lexicon-topics.toml",
    "en/lexicon-common.toml",
];

type Words = Vec<Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    aliases: BTreeMap<Spanned<String>, Spanned<String>>,
    joins: BTreeMap<Spanned<String>, Spanned<String>>,
    classes: Spanned<BTreeMap<Spanned<String>, Words>>,
    vague: BTreeMap<String, f64>,
    moments: BTreeMap<String, f64>,
    drinks: BTreeMap<String, f64>,
    fractions: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDangers {
    crisis: Words,
    danger: Vec<RawDanger>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDanger {
    sign: Spanned<String>,
    patterns: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawValues {
    twitch: Words,
    value: Vec<RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawValue {
    field: Spanned<String>,
    value: Spanned<String>,
    patterns: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCommon {
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopic {
    id: Spanned<String>,
    strong: Words,
    #[serde(default)]
    weak: Words,
}

/// Reads the lexicon. `examples` are questions as people type them: their words are known words.
pub(super) fn read<'e>(
    files: &Files,
    numbers: &[(String, f64)],
    units: &[(String, f64)],
    examples: impl Iterator<Item = &'e str>,
    findings: &mut Findings,
) -> Grammar {
    let mut builder = Builder::default();
    let [words, dangers, context, values, topics, common] = FILES;
    if let Some(mut reader) = Reader::open(files, words, findings)
        && let Some(raw) = reader.whole::<RawWords>()
    {
        take_words(&mut builder, &mut reader, &raw);
    }
    for (word, number) in numbers {
        builder.number(word, *number);
    }
    for (word, hours) in units {
        builder.unit(word, *hours);
    }
    if let Some(mut reader) = Reader::open(files, dangers, findings)
        && let Some(raw) = reader.whole::<RawDangers>()
    {
        patterns(&mut builder, &mut reader, Concept::Crisis, &raw.crisis);
        for danger in &raw.danger {
            if let Some(sign) = reader.value(Field::DangerSigns, &danger.sign) {
                patterns(
                    &mut builder,
                    &mut reader,
                    Concept::Danger(sign),
                    &danger.patterns,
                );
            }
        }
    }
    if let Some(mut reader) = Reader::open(files, context, findings)
        && let Some(raw) = reader.whole::<BTreeMap<Spanned<String>, Words>>()
    {
        take_cues(&mut builder, &mut reader, &raw);
    }
    if let Some(mut reader) = Reader::open(files, values, findings)
        && let Some(raw) = reader.whole::<RawValues>()
    {
        patterns(&mut builder, &mut reader, Concept::Twitch, &raw.twitch);
        for raw in &raw.value {
            let Some(field) = reader.field(&raw.field) else {
                continue;
            };
            if let Some(value) = reader.value(field, &raw.value) {
                let concept = Concept::Value(field, value);
                patterns(&mut builder, &mut reader, concept, &raw.patterns);
            }
        }
    }
    if let Some(mut reader) = Reader::open(files, topics, findings) {
        for raw in reader.rows::<RawTopic>("topic") {
            if let Some(topic) = super::topics::named(&mut reader, &raw.id) {
                patterns(
                    &mut builder,
                    &mut reader,
                    Concept::Topic(topic, true),
                    &raw.strong,
                );
                patterns(
                    &mut builder,
                    &mut reader,
                    Concept::Topic(topic, false),
                    &raw.weak,
                );
            }
        }
        reader.close(&["topic"]);
    }
    if let Some(mut reader) = Reader::open(files, common, findings)
        && let Some(raw) = reader.whole::<RawCommon>()
    {
        for word in raw.words.split_whitespace() {
            builder.known(word);
        }
    }
    for text in examples {
        builder.example(text);
    }
    builder.finish()
}

fn take_words(builder: &mut Builder, reader: &mut Reader<'_, '_>, raw: &RawWords) {
    for (from, to) in &raw.aliases {
        let taken = builder.alias(from.get_ref(), to.get_ref());
        note(reader, &from.span(), taken);
    }
    for (from, to) in &raw.joins {
        let taken = builder.join(from.get_ref(), to.get_ref());
        note(reader, &from.span(), taken);
    }
    for name in NEEDED_CLASSES {
        if !raw
            .classes
            .get_ref()
            .keys()
            .any(|known| known.get_ref() == name)
        {
            reader.problem(
                &raw.classes.span(),
                format!("the class `{name}` is missing"),
            );
        }
    }
    for (name, members) in raw.classes.get_ref() {
        match builder.class(name.get_ref()) {
            Ok(class) => {
                for member in members {
                    let taken = builder.member(class, member.get_ref());
                    note(reader, &member.span(), taken);
                }
            }
            mistake => note(reader, &name.span(), mistake.map(drop)),
        }
    }
    for (word, hours) in &raw.vague {
        builder.vague(word, *hours);
    }
    for (word, code) in &raw.moments {
        builder.moment(word, *code);
    }
    for (word, milligrams) in &raw.drinks {
        builder.drink(word, *milligrams);
    }
    for (word, number) in &raw.fractions {
        builder.number(word, *number);
    }
}

fn take_cues(
    builder: &mut Builder,
    reader: &mut Reader<'_, '_>,
    raw: &BTreeMap<Spanned<String>, Words>,
) {
    for (name, texts) in raw {
        match Cue::ALL.iter().find(|(_, known)| known == name.get_ref()) {
            Some((cue, _)) => patterns(builder, reader, Concept::Cue(*cue), texts),
            None => reader.unknown("cue", name, Cue::ALL.map(|(_, known)| known)),
        }
    }
    for (_, name) in Cue::ALL {
        if !raw.keys().any(|known| known.get_ref() == name) {
            reader.problem(&(0..0), format!("no patterns for the cue `{name}`"));
        }
    }
}

fn patterns(builder: &mut Builder, reader: &mut Reader<'_, '_>, concept: Concept, texts: &Words) {
    for text in texts {
        let taken = builder.pattern(concept, text.get_ref());
        note(reader, &text.span(), taken);
    }
}

fn note(reader: &mut Reader<'_, '_>, span: &Range<usize>, taken: Result<(), Mistake>) {
    let Err(mistake) = taken else {
        return;
    };
    let message = match mistake {
        Mistake::UnknownClass(name) => {
            format!("there is no class `@{name}` in {LANGUAGE}/lexicon-words.toml")
        }
        Mistake::ClassTwice(name) => format!("the class `{name}` twice"),
        Mistake::TooManyClasses => "too many classes".to_owned(),
        Mistake::Empty => "a pattern, or a part of it, has no word".to_owned(),
        Mistake::NotOneWord(text) => format!("`{text}` is not one word"),
        Mistake::BeginsOptional => {
            "a pattern can't begin with a word that may be missing".to_owned()
        }
        Mistake::BadGap(text) => {
            format!("`{text}`: a gap is `~` or `~1` to `~9`, and a word follows it")
        }
        Mistake::TooLong => "the pattern is too long".to_owned(),
        Mistake::Alias(word) => {
            format!("`{word}` is always read as other words (aliases): write those")
        }
    };
    reader.problem(span, message);
}
