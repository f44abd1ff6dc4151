//! Where the bytes come from: the copy in the binary, or a folder.

use std::{borrow::Cow, collections::BTreeMap, fs, io, ops::Range, path::Path, sync::Arc};

use super::{
    position::Lines,
    problem::{Findings, Place},
};

/// What every `dialogues/` has, besides the words of its language.
const EXPECTED: [&str; 24] = [
    "content.toml",
    "sources.toml",
    "sources-countries.toml",
    "countries.toml",
    "check.toml",
    "advice.toml",
    "first_aid.toml",
    "watch.toml",
    "doctor.toml",
    "habits.toml",
    "cities.toml",
    "rules/emergency.toml",
    "rules/urgent.toml",
    "rules/see_doctor.toml",
    "topics.toml",
    "en/lexicon.toml",
    "en/lexicon-words.toml",
    "en/lexicon-danger.toml",
    "en/lexicon-context.toml",
    "en/lexicon-values.toml",
    "en/lexicon-topics.toml",
    "en/lexicon-common.toml",
    "en/lexicon-times.toml",
    "en/questions.toml",
];

#[derive(rust_embed::Embed)]
#[folder = "dialogues/"]
// Only learning reads the messages, and that from a folder: they would be a quarter of the binary.
#[exclude = "en/messages.tsv"]
struct Embedded;

/// A text file of the content.
#[derive(Debug)]
pub(super) struct File {
    shown: Arc<str>,
    lines: Lines,
    pub(super) text: String,
}

impl File {
    /// The line of that byte.
    pub(super) fn place(&self, offset: usize) -> Place {
        Place {
            file: Arc::clone(&self.shown),
            line: self.lines.line(offset),
        }
    }

    /// The line where those bytes begin.
    pub(super) fn start(&self, span: &Range<usize>) -> Place {
        self.place(span.start)
    }

    /// The line of a piece of this file's own text (or of a copy's, given the copy).
    pub(super) fn place_in(&self, copy: &str, piece: &str) -> Place {
        let offset = (piece.as_ptr() as usize).saturating_sub(copy.as_ptr() as usize);
        self.place(offset)
    }
}

/// The files of the content, by their path below its root.
#[derive(Debug)]
pub(super) struct Files {
    root: String,
    texts: BTreeMap<String, File>,
    /// What was learned: no text.
    learned: Option<Cow<'static, [u8]>>,
    /// Whether anything is to have been learned.
    expects_learned: bool,
}

impl Files {
    /// The copy in the binary.
    pub(super) fn embedded(findings: &mut Findings) -> Self {
        let mut files = Self {
            root: "dialogues".to_owned(),
            texts: BTreeMap::new(),
            learned: None,
            expects_learned: true,
        };
        for path in Embedded::iter() {
            if let Some(file) = Embedded::get(&path) {
                files.add(&path, file.data, findings);
            }
        }
        files
    }

    /// A folder.
    pub(super) fn folder(dir: &Path, findings: &mut Findings) -> Self {
        let root = dir.display().to_string();
        let root = root.trim_end_matches(['/', '\\']).to_owned();
        let mut files = Self {
            root,
            texts: BTreeMap::new(),
            learned: None,
            expects_learned: true,
        };
        files.walk(dir, "", findings);
        files
    }

    /// The same without anything learned.
    pub(super) fn unlearned(self) -> Self {
        Self {
            learned: None,
            expects_learned: false,
            ..self
        }
    }

    /// The file of that path.
    pub(super) fn get(&self, path: &str) -> Option<&File> {
        self.texts.get(path)
    }

    /// What was learned, as it lies in its file.
    pub(super) fn learned(&self) -> Option<Cow<'static, [u8]>> {
        self.learned.clone()
    }

    /// The Fluent files of a language, by name.
    pub(super) fn words<'f>(&'f self, language: &'f str) -> impl Iterator<Item = &'f File> {
        self.texts
            .iter()
            .filter(move |(path, _)| {
                path.strip_prefix(language)
                    .is_some_and(|rest| rest.starts_with('/'))
                    && has_extension(path, "ftl")
            })
            .map(|(_, file)| file)
    }

    /// The first line of a file, there or not.
    pub(super) fn top(&self, path: &str) -> Place {
        Place {
            file: format!("{}/{path}", self.root).into(),
            line: 1,
        }
    }

    fn walk(&mut self, dir: &Path, below: &str, findings: &mut Findings) {
        let entries = fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                let at = Place {
                    file: dir.display().to_string().into(),
                    line: 1,
                };
                return findings.unreadable(&at, format!("the folder can't be read: {error}"));
            }
        };
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{below}{name}");
            // Editors and mounted volumes leave hidden files.
            if name.starts_with('.') {
                continue;
            }
            if entry.path().is_dir() {
                self.walk(&entry.path(), &format!("{path}/"), findings);
                continue;
            }
            match fs::read(entry.path()) {
                Ok(bytes) => self.add(&path, bytes.into(), findings),
                Err(error) => {
                    findings.unreadable(&self.top(&path), format!("can't be read: {error}"));
                }
            }
        }
    }

    fn add(&mut self, path: &str, bytes: Cow<'static, [u8]>, findings: &mut Findings) {
        let name = path.rsplit('/').next().unwrap_or(path);
        // Only learning reads the messages.
        if name == "README.md" || name.starts_with('.') || path == super::lessons::MESSAGES {
            return;
        }
        if path == super::LEARNED {
            self.learned = Some(bytes);
            return;
        }
        let at = self.top(path);
        let known = EXPECTED.contains(&path)
            || (path.starts_with("en/")
                && has_extension(path, "ftl")
                && path.matches('/').count() == 1);
        if !known {
            let hint = super::problem::did_you_mean(path, EXPECTED);
            return findings.hinted(&at, "nothing reads this file", hint);
        }
        match String::from_utf8(bytes.into_owned()) {
            Ok(text) => {
                let lines = Lines::of(&text);
                self.texts.insert(
                    path.to_owned(),
                    File {
                        shown: at.file,
                        lines,
                        text,
                    },
                );
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let breaks = error.as_bytes().iter().take(valid).filter(|b| **b == b'\n');
                let at = Place {
                    line: breaks.count() + 1,
                    ..at
                };
                findings.unreadable(&at, "not UTF-8 text");
            }
        }
    }

    /// Names each file that has to be there and is not.
    pub(super) fn tell_missing(&self, findings: &mut Findings) {
        let missing = EXPECTED
            .into_iter()
            .filter(|path| !self.texts.contains_key(*path));
        let unlearned = self.expects_learned && self.learned.is_none();
        for path in missing.chain(unlearned.then_some(super::LEARNED)) {
            let at = self.top(path);
            // A file that could not be read has its problem already.
            if findings.problems.iter().all(|known| known.file != *at.file) {
                findings.unreadable(&at, "this file is missing");
            }
        }
    }
}

fn has_extension(path: &str, wanted: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|extension| extension == wanted)
}

#[cfg(test)]
mod tests {
    use super::{super::lessons::MESSAGES, Embedded};

    #[test]
    fn what_only_learning_reads_is_not_in_the_binary() {
        assert!(Embedded::get(super::super::LEARNED).is_some());
        assert!(Embedded::get(MESSAGES).is_none());
    }
}
