//! The words of one language: texts by key, formatted by Fluent.

use std::{borrow::Cow, fmt};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rustc_hash::FxHashMap;

use super::text::{Arg, Text};

type Pattern<'w> = &'w fluent_syntax::ast::Pattern<&'w str>;

/// The words of one language. Texts without variables are formatted once, at the start.
pub struct Words {
    /// The texts with variables.
    bundle: FluentBundle<FluentResource>,
    /// Looked up many times a message, never iterated: a seed can't change what is said.
    plain: FxHashMap<String, String>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({} plain)", self.plain.len())
    }
}

impl Words {
    /// Takes the texts that have variables, and those that have none, formatted.
    pub fn new(
        bundle: FluentBundle<FluentResource>,
        plain: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        Self {
            bundle,
            plain: plain.into_iter().collect(),
        }
    }

    /// Formats a text once and for all, under a key of its own: Fluent is slow for what every
    /// message needs again.
    pub fn prepare(&mut self, key: String, text: &Text) {
        let said = self.say(text).into_owned();
        self.plain.insert(key, said);
    }

    /// Whether there is a text of that key.
    pub fn has(&self, key: &str) -> bool {
        self.plain.contains_key(key) || self.pattern(key).is_some()
    }

    /// A text without variables; empty where there is none (the content check rules that out).
    pub fn plain(&self, key: &str) -> &str {
        self.plain.get(key).map_or("", String::as_str)
    }

    /// The words of a text, its variables filled.
    pub fn say<'w>(&'w self, text: &Text) -> Cow<'w, str> {
        match self.plain.get(text.key.as_ref()) {
            Some(plain) => Cow::Borrowed(plain),
            None => Cow::Owned(self.format(&text.key, &text.args)),
        }
    }

    fn pattern(&self, key: &str) -> Option<Pattern<'_>> {
        let (id, attribute) = key
            .split_once('.')
            .map_or((key, None), |(id, a)| (id, Some(a)));
        let message = self.bundle.get_message(id)?;
        match attribute {
            Some(name) => Some(message.get_attribute(name)?.value()),
            None => message.value(),
        }
    }

    /// What Fluent could not fill (the content check rules that out) it shows by its name.
    fn format(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        let Some(pattern) = self.pattern(key) else {
            return String::new();
        };
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            filled.set(*name, self.value(arg));
        }
        self.bundle
            .format_pattern(pattern, Some(&filled), &mut Vec::new())
            .into_owned()
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Word(word) => FluentValue::from(word.clone()),
            Arg::Text(text) => FluentValue::from(self.say(text).into_owned()),
            Arg::List(list) => {
                let said: Vec<_> = list.iter().map(|text| self.say(text)).collect();
                FluentValue::from(said.join("; "))
            }
        }
    }
}
