//! What is wrong in `dialogues/`, where, and what may help.

use std::{error::Error, fmt, sync::Arc};

use crate::model::SourceKey;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as the reader of the message would name it.
    pub file: String,
    /// The line in it, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
    /// What may help.
    pub hint: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

/// Everything that is wrong, sorted by file and line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.len();
        write!(
            f,
            "the content has {count} problem{}",
            if count == 1 { "" } else { "s" }
        )?;
        self.0
            .iter()
            .try_for_each(|problem| write!(f, "\n{problem}"))
    }
}

impl Error for Problems {}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) file: Arc<str>,
    pub(super) line: usize,
}

/// What reading and checking found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) problems: Vec<Problem>,
    /// Worth a look, but no reason to refuse the content.
    pub(super) warnings: Vec<Problem>,
    /// Every mention of a source.
    pub(super) cited: Vec<(SourceKey, Place)>,
    /// Files of which something could not be read: what refers to it, and what it refers to, looks
    /// wrong by itself.
    unread: Vec<Arc<str>>,
}

impl Findings {
    /// Takes over what was found beside these.
    pub(super) fn append(&mut self, others: Self) {
        self.problems.extend(others.problems);
        self.warnings.extend(others.warnings);
        self.cited.extend(others.cited);
        self.unread.extend(others.unread);
    }

    /// Takes down a problem.
    pub(super) fn problem(&mut self, at: &Place, message: impl Into<String>) {
        self.problems.push(problem(at, message.into(), None));
    }

    /// Takes down a problem with what may help.
    pub(super) fn hinted(&mut self, at: &Place, message: impl Into<String>, hint: Option<String>) {
        self.problems.push(problem(at, message.into(), hint));
    }

    /// Takes down a problem that keeps a row or a file from being read at all.
    pub(super) fn unreadable(&mut self, at: &Place, message: impl Into<String>) {
        self.incomplete(at);
        self.problem(at, message);
    }

    /// Takes down that part of a row was left out.
    pub(super) fn incomplete(&mut self, at: &Place) {
        self.unread.push(Arc::clone(&at.file));
    }

    /// Whether something could not be read of a file with that in its path.
    pub(super) fn unread(&self, part: &str) -> bool {
        self.unread.iter().any(|file| file.contains(part))
    }

    /// Takes down something worth a look.
    pub(super) fn warning(&mut self, at: &Place, message: impl Into<String>) {
        self.warnings.push(problem(at, message.into(), None));
    }

    /// Problems and warnings, each sorted by file and line.
    pub(super) fn sorted(mut self) -> (Vec<Problem>, Vec<Problem>) {
        for list in [&mut self.problems, &mut self.warnings] {
            list.sort();
            list.dedup();
        }
        (self.problems, self.warnings)
    }
}

fn problem(at: &Place, message: String, hint: Option<String>) -> Problem {
    Problem {
        file: at.file.to_string(),
        line: at.line,
        message,
        hint,
    }
}

/// Helps with a name that is not known: the nearest one that is, or all where they are few.
pub(super) fn did_you_mean<'n>(
    name: &str,
    known: impl IntoIterator<Item = &'n str>,
) -> Option<String> {
    const FEW: usize = 8;
    let known: Vec<_> = known.into_iter().collect();
    nearest(name, known.iter().copied()).or_else(|| {
        (1..=FEW)
            .contains(&known.len())
            .then(|| format!("known: {}", known.join(", ")))
    })
}

/// Helps with a name that may be a slip: the nearest one that is known.
pub(super) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let distance = |other: &str| strsim::damerau_levenshtein(name, other);
    let (far, other) = known.map(|other| (distance(other), other)).min()?;
    (far * 3 <= name.len().max(3)).then(|| format!("did you mean `{other}`?"))
}
