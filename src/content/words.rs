//! The words of a language: Fluent files, parsed once for the bot and walked once for the checks.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use fluent_syntax::{
    ast::{
        Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, VariantKey,
    },
    serializer,
};
use unic_langid::LanguageIdentifier;

use crate::model::Words;

use super::{
    about::LANGUAGE,
    files::{File, Files},
    nesting::{DEEPEST, too_deep},
    problem::{Findings, Place},
};

/// What stands in for the value of a variable while a text is measured.
const FILLER: &str = "word";

/// A text as the checks see it.
#[derive(Debug)]
pub(super) struct TextRow {
    pub(super) at: Place,
    pub(super) variables: BTreeSet<String>,
    /// The variants of each choice: by which variable, under which names.
    pub(super) variants: Vec<(String, Vec<String>)>,
    /// The text with each of its variants in turn.
    pub(super) renderings: Vec<String>,
}

/// The texts of the language, by key: `name` or `name.attribute`.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub(super) by_key: BTreeMap<String, TextRow>,
    resources: Vec<FluentResource>,
}

impl Texts {
    /// Reads every Fluent file of the language.
    pub(super) fn read(files: &Files, findings: &mut Findings) -> Self {
        let mut texts = Self::default();
        for file in files.words(LANGUAGE) {
            if let Some(deep) = too_deep(&file.text) {
                let message = format!("nested more than {DEEPEST} deep");
                findings.unreadable(&file.place(deep), message);
                continue;
            }
            let resource = match FluentResource::try_new(file.text.clone()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    for error in errors {
                        let message = format!("not Fluent: {}", error.kind);
                        findings.unreadable(&file.start(&error.pos), message);
                    }
                    resource
                }
            };
            for entry in resource.entries() {
                texts.add(file, resource.source(), entry, findings);
            }
            texts.resources.push(resource);
        }
        texts
    }

    /// What people type for a text that names something: its label and its `.names`.
    pub(super) fn names(&self, key: &str) -> Vec<&str> {
        let labels = self.by_key.get(key).map_or(&[][..], |row| &row.renderings);
        let others = self.by_key.get(&format!("{key}.names"));
        let others = others.into_iter().flat_map(|row| &row.renderings);
        labels
            .iter()
            .map(String::as_str)
            .chain(others.flat_map(|names| names.split(',')))
            .collect()
    }

    /// The words as the bot uses them.
    pub(super) fn into_words(self, findings: &mut Findings, at: &Place) -> Option<Words> {
        let language: LanguageIdentifier = match LANGUAGE.parse() {
            Ok(language) => language,
            Err(error) => {
                findings.problem(at, format!("`{LANGUAGE}` is no language: {error}"));
                return None;
            }
        };
        let mut whole = bundle_of(&language);
        for resource in &self.resources {
            if let Err(errors) = whole.add_resource(resource) {
                for error in errors {
                    findings.problem(at, format!("Fluent: {error}"));
                }
                return None;
            }
        }
        let (mut plain, mut filled) = (Vec::new(), Vec::new());
        for entry in self.resources.iter().flat_map(FluentResource::entries) {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut fills = false;
            for (key, _, pattern) in texts_of(message) {
                let row = self.by_key.get(&key);
                if row.is_some_and(|row| row.variables.is_empty()) {
                    let text = whole.format_pattern(pattern, None, &mut Vec::new());
                    plain.push((key, text.into_owned()));
                } else {
                    fills = true;
                }
            }
            filled.extend(fills.then(|| entry.clone()));
        }
        // Read anew: what has been formatted needs no tree any more, and that is most of it.
        let filled = serializer::serialize(&Resource { body: filled });
        let mut bundle = bundle_of(&language);
        bundle.add_resource_overriding(FluentResource::try_new(filled).unwrap_or_else(|(r, _)| r));
        Some(Words::new(bundle, plain))
    }

    fn add(&mut self, file: &File, source: &str, entry: &Entry<&str>, findings: &mut Findings) {
        match entry {
            Entry::Message(message) => self.message(file, source, message, findings),
            Entry::Term(term) => {
                let at = file.place_in(source, term.id.name);
                findings.problem(&at, format!("the term `-{}`: write it out", term.id.name));
            }
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => {}
        }
    }

    fn message(
        &mut self,
        file: &File,
        source: &str,
        message: &Message<&str>,
        findings: &mut Findings,
    ) {
        for (key, name, pattern) in texts_of(message) {
            self.text(key, file.place_in(source, name), pattern, findings);
        }
    }

    fn text(&mut self, key: String, at: Place, pattern: &Pattern<&str>, findings: &mut Findings) {
        if let Some(first) = self.by_key.get(&key) {
            let Place { file, line } = &first.at;
            return findings.problem(&at, format!("`{key}` is already at {file}:{line}"));
        }
        let mut walk = Walk::default();
        walk.pattern(pattern);
        for reference in walk.references {
            findings.problem(&at, format!("`{key}` refers to {reference}: write it out"));
        }
        let widest = walk
            .variants
            .iter()
            .map(|(_, names)| names.len())
            .max()
            .unwrap_or(1);
        let renderings = (0..widest).map(|turn| rendering(pattern, turn)).collect();
        let row = TextRow {
            at,
            variables: walk.variables,
            variants: walk.variants,
            renderings,
        };
        self.by_key.insert(key, row);
    }
}

/// The texts of a message: their keys, the names that those end in, what they say.
fn texts_of<'m, 's>(
    message: &'m Message<&'s str>,
) -> impl Iterator<Item = (String, &'s str, &'m Pattern<&'s str>)> {
    let name = message.id.name;
    let value = message.value.iter();
    let value = value.map(move |pattern| (name.to_owned(), name, pattern));
    let attributes = message.attributes.iter();
    value.chain(attributes.map(move |attribute| {
        let own = attribute.id.name;
        (format!("{name}.{own}"), own, &attribute.value)
    }))
}

fn bundle_of<R>(language: &LanguageIdentifier) -> FluentBundle<R> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.clone()]);
    // Marks around what is filled in would show in Telegram's own fields.
    bundle.set_use_isolating(false);
    bundle
}

/// What a text uses.
#[derive(Default)]
struct Walk {
    variables: BTreeSet<String>,
    variants: Vec<(String, Vec<String>)>,
    references: Vec<String>,
}

impl Walk {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let names = variants.iter().map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                });
                if let InlineExpression::VariableReference { id } = selector {
                    self.variants.push((id.name.to_owned(), names.collect()));
                } else {
                    self.references
                        .push("something besides a variable".to_owned());
                }
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { id, .. } => {
                self.references.push(format!("the function `{}`", id.name));
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.push(format!("the text `{}`", id.name));
            }
            InlineExpression::TermReference { id, .. } => {
                self.references.push(format!("the term `-{}`", id.name));
            }
        }
    }
}

/// The text with the variant of that turn in every choice (the last one where there are fewer).
fn rendering(pattern: &Pattern<&str>, turn: usize) -> String {
    let mut text = String::new();
    render(pattern, turn, &mut text);
    text
}

fn render(pattern: &Pattern<&str>, turn: usize, text: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => render_expression(expression, turn, text),
        }
    }
}

fn render_expression(expression: &Expression<&str>, turn: usize, text: &mut String) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            render_expression(expression, turn, text);
        }
        Expression::Inline(
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value },
        ) => text.push_str(value),
        Expression::Inline(_) => text.push_str(FILLER),
        Expression::Select { variants, .. } => {
            if let Some(variant) = variants.get(turn).or(variants.last()) {
                render(&variant.value, turn, text);
            }
        }
    }
}
