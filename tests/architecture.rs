//! The table of folders, kept true: who may import whom, who may name which library, and what no
//! file under `src/` may hold.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "architecture/source.rs"]
mod source;

use source::{Kind, Source, Token, sources};

/// Who may import whom. A folder that is missing here fails the test.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("triage", &["model"]),
    ("language", &["model"]),
    ("schedule", &["model"]),
    ("machine", &["model", "triage", "language", "schedule"]),
    ("content", &["model", "triage", "language"]),
    ("telegram", &["model", "machine"]),
    ("store", &["model", "machine", "schedule"]),
    (
        "app",
        &[
            "model", "triage", "language", "schedule", "machine", "content", "telegram", "store",
        ],
    ),
    ("emulator", &[]),
];

/// These meet everything: the command line and its composition.
const ROOTS: [&str; 3] = ["main", "lib", "commands"];

/// Libraries that only some folders name.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("teloxide", &["telegram", "commands", "main"]),
    ("teloxide_core", &["telegram", "commands", "main"]),
    ("dptree", &["telegram", "commands", "main"]),
    ("sqlx", &["store"]),
    ("chacha20poly1305", &["store"]),
    ("axum", &["emulator", "app", "commands"]),
    ("prometheus_client", &["app"]),
    ("subtle", &["app"]),
    ("fluent_bundle", &["model", "content"]),
    ("fluent_syntax", &["model", "content"]),
    ("toml", &["content"]),
    ("clap", &["main", "commands"]),
    ("dotenvy", &["commands"]),
    ("env_logger", &["commands"]),
];

/// Folders of pure code, and what none of them names: the clock, the environment, files, the
/// network, threads and tasks, randomness, and maps whose order depends on a seed.
const PURE: [&str; 5] = ["model", "triage", "language", "machine", "schedule"];
const IMPURE: &[&str] = &[
    "SystemTime",
    "Instant",
    "now()",
    "env",
    "fs",
    "net",
    "process",
    "thread",
    "spawn",
    "async",
    "await",
    "tokio",
    "futures",
    "log",
    "rand",
    "getrandom",
    "RandomState",
    "HashMap",
    "HashSet",
    "Mutex",
    "RwLock",
    "AtomicI64",
    "AtomicU64",
    "AtomicUsize",
    "LazyLock",
    "OnceLock",
    "Cell",
    "RefCell",
    "thread_local",
    "static",
    "unsafe",
    "println",
    "eprintln",
    "stdin",
    "stdout",
];

/// Where one of them does no harm, and why.
const HARMLESS: &[(&str, &str, &str)] = &[
    (
        "src/model/words.rs",
        "HashMap",
        "looked up and never iterated, by a hash without a seed",
    ),
    (
        "src/language/work.rs",
        "Cell",
        "counts steps for a test; nothing is decided by it, and it lives no longer than one call",
    ),
];

/// Words of Telegram and of the operator's settings, which no person reads in a chat.
const FOR_OPERATORS: &[(&str, &str)] = &[
    ("src/app/config.rs", "what is wrong with a setting"),
    ("src/app/settings.rs", "what is wrong with a setting"),
    ("src/app/webhook_config.rs", "what is wrong with a setting"),
    ("src/app/metrics.rs", "what a count is"),
    ("src/app/intake.rs", "what Telegram says to a call"),
    (
        "src/model/assessment.rs",
        "why a script's line can't be read",
    ),
    ("src/telegram/send.rs", "what Telegram says to a call"),
];

/// The most lines of a file.
const LONGEST: usize = 400;

#[test]
fn folders_import_only_what_the_table_allows() {
    let mut broken = Vec::new();
    for source in sources() {
        let module = source.module();
        if ROOTS.contains(&module) {
            continue;
        }
        let Some((_, may)) = MAY_IMPORT.iter().find(|(name, _)| *name == module) else {
            broken.push(format!("{}: not on the table", source.path));
            continue;
        };
        for (token, target) in imports(&source) {
            if target != module && !may.contains(&target.as_str()) {
                broken.push(format!("{}: {module} -> {target}", source.at(token)));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn libraries_stay_in_their_folders() {
    let mut broken = Vec::new();
    for source in sources() {
        for token in &source.tokens {
            let Kind::Word(word) = &token.kind else {
                continue;
            };
            let limited = LIBRARIES.iter().find(|(library, _)| library == word);
            if limited.is_some_and(|(_, folders)| !folders.contains(&source.module())) {
                broken.push(format!("{}: names {word}", source.at(token)));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn pure_folders_name_nothing_impure() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|s| PURE.contains(&s.module())) {
        for (n, token) in source.tokens.iter().enumerate() {
            let Kind::Word(word) = &token.kind else {
                continue;
            };
            let called = source.tokens.get(n + 1).is_some_and(|next| next.is("("));
            let lifetime = n > 0 && source.tokens[n - 1].is("'");
            let name = if called && word == "now" {
                "now()"
            } else {
                word
            };
            let harmless = HARMLESS
                .iter()
                .any(|(path, what, _)| *path == source.path && *what == name);
            if IMPURE.contains(&name) && !lifetime && !harmless {
                broken.push(format!("{}: names {name}", source.at(token)));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn pure_folders_have_clippy_watch_them() {
    let lints = "#![deny(clippy::disallowed_methods, clippy::disallowed_types)]";
    let unwatched: Vec<_> = sources()
        .into_iter()
        .filter(|source| PURE.contains(&source.module()) && source.path.ends_with("/mod.rs"))
        .filter(|source| source.depth() == 1 && !source.text.contains(lints))
        .map(|source| source.path)
        .collect();
    assert!(unwatched.is_empty(), "no `{lints}` in {unwatched:#?}");
}

#[test]
fn every_file_says_what_it_is_and_is_short() {
    let mut broken = Vec::new();
    for source in sources() {
        if !source.text.starts_with("//!") {
            broken.push(format!("{}: does not begin with `//!`", source.path));
        }
        let lines = source.text.lines().count();
        if lines > LONGEST {
            broken.push(format!("{}: {lines} lines", source.path));
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn nothing_ends_the_bot_on_purpose() {
    let mut broken = Vec::new();
    for source in sources() {
        for window in source.tokens.windows(4) {
            let words = matches!(window[3].kind, Kind::Text(_)) || window[3].is("&");
            let method = window[0].is(".")
                && window[2].is("(")
                && (window[1].is("unwrap") || (window[1].is("expect") && words));
            let ends = ["panic", "todo", "unimplemented", "unreachable", "assert"];
            let makro = ends.iter().any(|end| window[0].is(end)) && window[1].is("!");
            if method || makro {
                broken.push(source.at(&window[1]));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn no_sentence_for_people_in_rust() {
    let folders = [
        "model", "triage", "language", "machine", "schedule", "telegram", "app",
    ];
    let mut broken = Vec::new();
    for source in sources() {
        let excused = FOR_OPERATORS.iter().any(|(path, _)| *path == source.path);
        if excused || !folders.contains(&source.module()) {
            continue;
        }
        let mut skip = 0;
        for (n, token) in source.tokens.iter().enumerate() {
            if n < skip {
                continue;
            }
            skip = past_notes(&source.tokens, n);
            if let Kind::Text(text) = &token.kind
                && skip == n
                && is_sentence(text)
            {
                broken.push(format!("{}: {text:?}", source.at(token)));
            }
        }
    }
    assert!(
        broken.is_empty(),
        "words for people belong into dialogues/:\n{}",
        broken.join("\n")
    );
}

/// Three words or more, one of them of letters alone.
fn is_sentence(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| {
        let letters = word.trim_matches(|c: char| c.is_ascii_punctuation());
        letters.len() > 1 && letters.chars().all(|c| c.is_alphabetic() || c == '\'')
    });
    words.count() >= 3
}

/// Past an attribute (`#[error("…")]`, `reason = "…"`), a log line or a parse error for scripts.
fn past_notes(tokens: &[Token], at: usize) -> usize {
    let word = |n: usize, what: &str| tokens.get(at + n).is_some_and(|token| token.is(what));
    let opening = if word(0, "#") && word(1, "[") {
        at + 1
    } else if word(0, "#") && word(1, "!") && word(2, "[") {
        at + 2
    } else if word(0, "log") && word(1, ":") && word(4, "!") {
        at + 5
    } else if (word(0, "custom") || word(0, "write_str")) && word(1, "(") {
        at + 1
    } else if word(0, "write") && word(1, "!") {
        at + 2
    } else {
        return at;
    };
    let mut depth = 0;
    for (n, token) in tokens.iter().enumerate().skip(opening) {
        if ["(", "[", "{"].iter().any(|open| token.is(open)) {
            depth += 1;
        } else if [")", "]", "}"].iter().any(|close| token.is(close)) {
            depth -= 1;
        }
        if depth == 0 {
            return n + 1;
        }
    }
    tokens.len()
}

/// The folders that a file imports from: `crate::x`, `crate::{x, y}`, and `super` up to the root.
fn imports(source: &Source) -> Vec<(&Token, String)> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at + 1;
        let rooted = if tokens[at].is("crate") {
            true
        } else if tokens[at].is("super") {
            let mut ups = 1;
            while follows(tokens, end, "super") {
                (ups, end) = (ups + 1, end + 3);
            }
            ups >= source.depth()
        } else {
            false
        };
        if rooted && tokens.get(end).is_some_and(|token| token.is(":")) {
            let first = end + 2;
            let names = match tokens.get(first) {
                Some(token) if token.is("{") => group(tokens, first),
                Some(_) => vec![first],
                None => Vec::new(),
            };
            for name in names {
                if let Kind::Word(word) = &tokens[name].kind {
                    found.push((&tokens[name], word.clone()));
                }
            }
        }
        at = end;
    }
    found
}

fn follows(tokens: &[Token], at: usize, word: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.is(":"))
        && tokens.get(at + 2).is_some_and(|token| token.is(word))
}

/// Where the paths of a group begin, from its opening brace.
fn group(tokens: &[Token], open: usize) -> Vec<usize> {
    let mut names = Vec::new();
    let mut depth = 0;
    for at in open..tokens.len() {
        if depth == 1 && (at == open + 1 || tokens[at - 1].is(",")) {
            names.push(at);
        }
        if tokens[at].is("{") {
            depth += 1;
        } else if tokens[at].is("}") {
            depth -= 1;
        }
        if depth == 0 {
            break;
        }
    }
    names
}

#[test]
fn the_reader_of_imports_reads_them_all() {
    let source = |path: &str, text: &str| Source {
        path: path.to_owned(),
        tokens: source::tokens(text),
        text: text.to_owned(),
    };
    let text = "use crate::{model::{Id, Text}, triage, machine::step}; // crate::store\n\
        /* crate::app */ const S: &str = \"crate::app\"; fn f(x: crate::content::X) {}\n\
        use super::super::emulator; pub(in crate::language) fn g<'a>(c: char) { c == '\"'; }";
    let names = |source: &Source| {
        let mut names: Vec<_> = imports(source).into_iter().map(|(_, name)| name).collect();
        names.sort();
        names.join(" ")
    };
    let all = "content emulator language machine model triage";
    assert_eq!(names(&source("src/a/b.rs", text)), all);
    let deeper = "content language machine model triage";
    assert_eq!(names(&source("src/a/b/c.rs", text)), deeper);
}
