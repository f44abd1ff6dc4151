//! The words that people use.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::{
    language::{self, normalise},
    model::{Control, CountryCode, Example, Field, Lexicon, OptionNames},
};

use super::{draft::Row, files::Files, grammar, problem::Findings, reader::Reader, words::Texts};

type Phrases = Spanned<Vec<Spanned<String>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLexicon {
    nerve_disease: Phrases,
    negations: Phrases,
    asides: Phrases,
    small_words: Phrases,
    joining: Phrases,
    roughly: Phrases,
    controls: Spanned<BTreeMap<Spanned<String>, Phrases>>,
    numbers: BTreeMap<Spanned<String>, u32>,
    units: BTreeMap<Spanned<String>, u32>,
}

/// Reads `en/lexicon.toml`; the names of options and countries come with the words.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Lexicon {
    let path = format!("{}/lexicon.toml", super::about::LANGUAGE);
    let Some(mut reader) = Reader::open(files, &path, findings) else {
        return Lexicon::default();
    };
    let Some(raw) = reader.whole::<RawLexicon>() else {
        return Lexicon::default();
    };
    Lexicon {
        options: Vec::new(),
        controls: controls(&mut reader, &raw.controls),
        countries: Vec::new(),
        nerve_disease: phrases(&mut reader, &raw.nerve_disease),
        negations: phrases(&mut reader, &raw.negations),
        asides: phrases(&mut reader, &raw.asides),
        small_words: phrases(&mut reader, &raw.small_words),
        joining: phrases(&mut reader, &raw.joining),
        roughly: phrases(&mut reader, &raw.roughly),
        numbers: numbers(&mut reader, &raw.numbers),
        units: numbers(&mut reader, &raw.units),
        ..Lexicon::default()
    }
}

/// Adds what people call options and countries: their labels and the `.names` beside them.
pub(super) fn add_names<'c>(
    lexicon: &mut Lexicon,
    texts: &Texts,
    countries: impl Iterator<Item = &'c CountryCode>,
) {
    for field in Field::ALL {
        for (value, index) in field.values().iter().zip(0..) {
            let names = texts.names(&format!("opt-{}-{value}", field.name()));
            let names = names.iter().map(|name| normalise(name)).collect();
            lexicon.options.push(OptionNames {
                field,
                value: index,
                names: distinct(names),
            });
        }
    }
    for code in countries {
        let mut names: Vec<_> = texts
            .names(&format!("country-{code}"))
            .iter()
            .map(|name| normalise(name))
            .collect();
        names.push(normalise(code.as_str()));
        lexicon.countries.push((code.clone(), distinct(names)));
    }
}

/// Adds the patterns, and what topics are ranked by.
pub(super) fn add_grammar(
    lexicon: &mut Lexicon,
    files: &Files,
    questions: &[Row<Example>],
    findings: &mut Findings,
) {
    let as_f64 = |list: &[(String, u32)]| -> Vec<(String, f64)> {
        list.iter()
            .map(|(word, n)| (word.clone(), f64::from(*n)))
            .collect()
    };
    let (numbers, units) = (as_f64(&lexicon.numbers), as_f64(&lexicon.units));
    let examples = || questions.iter().map(|row| &row.item);
    let texts = examples().map(|example| example.text.as_str());
    lexicon.grammar = grammar::read(files, &numbers, &units, texts, findings);
    lexicon.ranking = language::index(&lexicon.grammar, examples());
}

fn distinct(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        if !name.is_empty() && !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept
}

fn phrases(reader: &mut Reader<'_, '_>, raw: &Phrases) -> Vec<String> {
    let mut phrases: Vec<String> = Vec::with_capacity(raw.get_ref().len());
    if raw.get_ref().is_empty() {
        reader.problem(&raw.span(), "an empty list of phrases");
    }
    for text in raw.get_ref() {
        let phrase = normalise(text.get_ref());
        if phrase.is_empty() {
            reader.problem(&text.span(), format!("`{}` has no word", text.get_ref()));
        } else if phrases.contains(&phrase) {
            reader.problem(&text.span(), format!("`{phrase}` twice in one list"));
        } else {
            phrases.push(phrase);
        }
    }
    phrases
}

fn controls(
    reader: &mut Reader<'_, '_>,
    raw: &Spanned<BTreeMap<Spanned<String>, Phrases>>,
) -> Vec<(Control, Vec<String>)> {
    for name in raw.get_ref().keys() {
        if !Control::ALL
            .iter()
            .any(|(_, known)| known == name.get_ref())
        {
            reader.unknown("control", name, Control::ALL.map(|(_, known)| known));
        }
    }
    let mut controls = Vec::with_capacity(Control::ALL.len());
    for (control, name) in Control::ALL {
        match raw.get_ref().get(name) {
            Some(list) => controls.push((control, phrases(reader, list))),
            None => reader.problem(&raw.span(), format!("no words for the control `{name}`")),
        }
    }
    controls
}

fn numbers(
    reader: &mut Reader<'_, '_>,
    raw: &BTreeMap<Spanned<String>, u32>,
) -> Vec<(String, u32)> {
    raw.iter()
        .map(|(word, number)| {
            let phrase = normalise(word.get_ref());
            if phrase.is_empty() {
                reader.problem(&word.span(), format!("`{}` has no word", word.get_ref()));
            }
            (phrase, *number)
        })
        .collect()
}
