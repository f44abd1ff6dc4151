//! Reads a TOML file row by row, so that a mistake in one row hides none in another.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::{
    Spanned,
    de::{DeTable, DeValue, Deserializer, ValueDeserializer},
};

use crate::model::{Choices, Field, Level, SourceKey};

use super::{
    files::{File, Files},
    problem::{Findings, Place, did_you_mean},
};

/// The levels at which pieces are shown that don't name their own.
const USUAL_LEVELS: [Level; 3] = [Level::SelfCare, Level::SeeDoctor, Level::Urgent];

/// A TOML file being read.
pub(super) struct Reader<'f, 'n> {
    file: &'f File,
    table: DeTable<'f>,
    /// What was found so far.
    pub(super) findings: &'n mut Findings,
}

impl<'f, 'n> Reader<'f, 'n> {
    /// Parses a file; none where there is no such file (that is a finding already).
    pub(super) fn open(files: &'f Files, path: &str, findings: &'n mut Findings) -> Option<Self> {
        let file = files.get(path)?;
        let (table, errors) = DeTable::parse_recoverable(&file.text);
        for error in errors {
            let span = error.span().unwrap_or_default();
            findings.unreadable(&file.start(&span), format!("not TOML: {}", error.message()));
        }
        Some(Self {
            file,
            table: table.into_inner(),
            findings,
        })
    }

    /// Takes the rows `[[name]]` out.
    pub(super) fn rows<T: DeserializeOwned>(&mut self, name: &str) -> Vec<T> {
        let Some(rows) = self.table.remove(name) else {
            return Vec::new();
        };
        let (span, kind) = (rows.span(), rows.get_ref().type_str());
        if let DeValue::Array(rows) = rows.into_inner() {
            return rows.into_iter().filter_map(|row| self.row(row)).collect();
        }
        self.lose(
            &span,
            format!("`{name}` is a {kind}, not rows `[[{name}]]`"),
        );
        Vec::new()
    }

    /// Reads the whole file as one row.
    pub(super) fn whole<T: DeserializeOwned>(&mut self) -> Option<T> {
        let table = std::mem::replace(&mut self.table, DeTable::new());
        let span = 0..self.file.text.len();
        match T::deserialize(Deserializer::from(Spanned::new(span.clone(), table))) {
            Ok(whole) => Some(whole),
            Err(error) => {
                self.unreadable(&error, &span);
                None
            }
        }
    }

    /// Takes down what nothing asked for.
    pub(super) fn close(self, known: &[&str]) {
        for key in self.table.keys() {
            let hint = did_you_mean(key.get_ref(), known.iter().copied());
            let at = self.file.start(&key.span());
            self.findings
                .hinted(&at, format!("unknown table `{}`", key.get_ref()), hint);
        }
    }

    /// The line where something begins.
    pub(super) fn at(&self, span: &Range<usize>) -> Place {
        self.file.start(span)
    }

    /// Takes down a problem with something.
    pub(super) fn problem(&mut self, span: &Range<usize>, message: impl Into<String>) {
        let at = self.at(span);
        self.findings.problem(&at, message);
    }

    /// Takes down a problem that keeps a row from being read.
    pub(super) fn lose(&mut self, span: &Range<usize>, message: impl Into<String>) {
        let at = self.at(span);
        self.findings.unreadable(&at, message);
    }

    /// Takes down a name that is not known; what it stands in is not complete without it.
    pub(super) fn unknown<'k>(
        &mut self,
        what: &str,
        name: &Spanned<String>,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let at = self.at(&name.span());
        let hint = did_you_mean(name.get_ref(), known);
        self.findings.incomplete(&at);
        self.findings
            .hinted(&at, format!("unknown {what} `{}`", name.get_ref()), hint);
    }

    /// Where a row stands, by its name; the name becomes part of text keys and buttons.
    pub(super) fn id(&mut self, id: &Spanned<String>) -> Place {
        let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if id.get_ref().is_empty() || !id.get_ref().chars().all(fine) {
            let message = format!("`{}` is no id: use a-z, 0-9 and _", id.get_ref());
            self.problem(&id.span(), message);
        }
        self.at(&id.span())
    }

    /// The field of that name.
    pub(super) fn field(&mut self, name: &Spanned<String>) -> Option<Field> {
        let field = Field::named(name.get_ref());
        if field.is_none() {
            self.unknown("field", name, Field::ALL.map(Field::name));
        }
        field
    }

    /// The index of the value of that name.
    pub(super) fn value(&mut self, field: Field, name: &Spanned<String>) -> Option<u8> {
        let value = field.value_named(name.get_ref());
        if value.is_none() {
            let what = format!("value in `{}`:", field.name());
            self.unknown(&what, name, field.values().iter().copied());
        }
        value
    }

    /// The indexes of the values of those names, in their order.
    pub(super) fn values(&mut self, field: Field, names: &[Spanned<String>]) -> Vec<u8> {
        let mut values = Vec::with_capacity(names.len());
        for name in names {
            let Some(value) = self.value(field, name) else {
                continue;
            };
            if values.contains(&value) {
                self.problem(
                    &name.span(),
                    format!("`{}` twice in one list", name.get_ref()),
                );
            } else {
                values.push(value);
            }
        }
        values
    }

    /// Those values as a set.
    pub(super) fn choices(&mut self, field: Field, names: &[Spanned<String>]) -> Choices {
        Choices::of(self.values(field, names))
    }

    /// The sources named, each taken down as cited.
    pub(super) fn cite(&mut self, sources: &[Spanned<String>]) -> Vec<SourceKey> {
        let mut keys: Vec<SourceKey> = Vec::with_capacity(sources.len());
        for source in sources {
            let key = SourceKey::from(source.get_ref().as_str());
            let at = self.at(&source.span());
            if keys.contains(&key) {
                self.findings.problem(&at, format!("source `{key}` twice"));
                continue;
            }
            self.findings.cited.push((key.clone(), at));
            keys.push(key);
        }
        keys
    }

    /// The level of that name.
    pub(super) fn level(&mut self, name: &Spanned<String>) -> Option<Level> {
        let level = Level::named(name.get_ref());
        if level.is_none() {
            self.unknown("level", name, Level::ALL.map(Level::name));
        }
        level
    }

    /// The levels at which a piece is shown. An emergency's message is short: none of them.
    pub(super) fn levels(&mut self, names: Option<&[Spanned<String>]>) -> Vec<Level> {
        let Some(names) = names else {
            return USUAL_LEVELS.to_vec();
        };
        let mut levels = Vec::with_capacity(names.len());
        for name in names {
            match self.level(name) {
                Some(Level::Emergency) => {
                    self.problem(
                        &name.span(),
                        "nothing but first aid is shown at `emergency`",
                    );
                }
                Some(level) if levels.contains(&level) => {
                    self.problem(&name.span(), format!("`{}` twice", level.name()));
                }
                Some(level) => levels.push(level),
                None => {}
            }
        }
        levels
    }

    fn row<T: DeserializeOwned>(&mut self, row: Spanned<DeValue<'f>>) -> Option<T> {
        let span = row.span();
        match T::deserialize(ValueDeserializer::from(row)) {
            Ok(row) => Some(row),
            Err(error) => {
                self.unreadable(&error, &span);
                None
            }
        }
    }

    fn unreadable(&mut self, error: &toml::de::Error, row: &Range<usize>) {
        let at = self.at(&error.span().unwrap_or_else(|| row.clone()));
        self.findings.unreadable(&at, error.message());
    }
}
