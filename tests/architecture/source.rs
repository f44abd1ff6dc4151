//! Reads Rust source into words, marks and string literals; comments are left out.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A piece of source, and the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) line: usize,
    pub(crate) kind: Kind,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier, a keyword or a number.
    Word(String),
    /// A string literal, without its quotes.
    Text(String),
    /// Anything else, one character each.
    Mark(char),
}

/// A source file.
pub(crate) struct Source {
    /// From the package's folder.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Without its unit tests.
    pub(crate) tokens: Vec<Token>,
}

impl Source {
    /// The folder right under `src/`, or the file's own name.
    pub(crate) fn module(&self) -> &str {
        let inside = self.path.trim_start_matches("src/");
        inside
            .split('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs")
    }

    /// How deep its module lies: 1 for `src/model/mod.rs`, 2 for `src/model/id.rs`.
    pub(crate) fn depth(&self) -> usize {
        let inside = self.path.trim_start_matches("src/");
        let own = usize::from(!inside.ends_with("mod.rs"));
        inside.matches('/').count() + own
    }

    pub(crate) fn at(&self, token: &Token) -> String {
        format!("{}:{}", self.path, token.line)
    }
}

/// Every Rust file under `src/`.
pub(crate) fn sources() -> Vec<Source> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let inside = path.strip_prefix(&root).unwrap();
        Source {
            path: inside.to_str().unwrap().to_owned(),
            tokens: without_tests(tokens(&text)),
            text,
        }
    };
    files.into_iter().map(read).collect()
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            files.push(path);
        }
    }
}

/// Unit tests stand at the end of a file.
fn without_tests(mut tokens: Vec<Token>) -> Vec<Token> {
    let words = ["#", "[", "cfg", "(", "test", ")", "]"];
    let found = tokens
        .windows(words.len())
        .position(|window| window.iter().zip(words).all(|(token, word)| token.is(word)));
    tokens.truncate(found.unwrap_or(tokens.len()));
    tokens
}

impl Token {
    /// Whether it is that word or mark.
    pub(crate) fn is(&self, what: &str) -> bool {
        match &self.kind {
            Kind::Word(word) => word == what,
            Kind::Mark(mark) => what.len() == mark.len_utf8() && what.starts_with(*mark),
            Kind::Text(_) => false,
        }
    }
}

/// The pieces of a source text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let begun = at;
        let kind = match (chars[at], chars.get(at + 1)) {
            ('/', Some('/')) => {
                at = to_line_end(&chars, at);
                None
            }
            ('/', Some('*')) => {
                at = past_comment(&chars, at);
                None
            }
            ('"', _) => {
                at = past_quoted(&chars, at);
                Some(Kind::Text(chars[begun + 1..at - 1].iter().collect()))
            }
            ('r', Some('"' | '#')) if raw_hashes(&chars, at + 1).is_some() => {
                let hashes = raw_hashes(&chars, at + 1).unwrap_or_default();
                at = past_raw(&chars, at + 1 + hashes + 1, hashes);
                let inside = &chars[begun + hashes + 2..at - hashes - 1];
                Some(Kind::Text(inside.iter().collect()))
            }
            ('\'', Some('\\')) => {
                let close = chars[at + 3..].iter().position(|c| *c == '\'');
                at += 3 + close.unwrap() + 1;
                None
            }
            ('\'', Some(_)) if chars.get(at + 2) == Some(&'\'') => {
                at += 3;
                None
            }
            (c, _) if c.is_alphanumeric() || c == '_' => {
                at += chars[at..]
                    .iter()
                    .take_while(|c| c.is_alphanumeric() || **c == '_')
                    .count();
                let prefix = matches!(&chars[begun..at], ['b' | 'c'] | ['b' | 'c', 'r'])
                    && matches!(chars.get(at), Some('"'));
                (!prefix).then(|| Kind::Word(chars[begun..at].iter().collect()))
            }
            (c, _) => {
                at += 1;
                (!c.is_whitespace()).then_some(Kind::Mark(c))
            }
        };
        found.extend(kind.map(|kind| Token { line, kind }));
        line += chars[begun..at].iter().filter(|c| **c == '\n').count();
    }
    found
}

fn to_line_end(chars: &[char], at: usize) -> usize {
    at + chars[at..].iter().take_while(|c| **c != '\n').count()
}

fn past_comment(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0;
    loop {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
}

fn past_quoted(chars: &[char], mut at: usize) -> usize {
    at += 1;
    while chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// How many `#` stand before the quote of a raw string; none for a raw identifier.
fn raw_hashes(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at..].iter().take_while(|c| **c == '#').count();
    (chars.get(at + hashes) == Some(&'"')).then_some(hashes)
}

fn past_raw(chars: &[char], mut at: usize, hashes: usize) -> usize {
    loop {
        let closes = chars[at] == '"' && chars[at + 1..].iter().take(hashes).all(|c| *c == '#');
        at += 1;
        if closes {
            return at + hashes;
        }
    }
}
