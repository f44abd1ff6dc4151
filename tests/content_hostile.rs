//! Content that nobody writes on purpose: it gets its diagnostics, and never ends the program.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;

use tempfile::TempDir;
use twitchwise::content::{self, Source};

/// Deep enough to overflow the stack of whoever reads it by recursion.
const DEEP: usize = 100_000;

/// What a check finds in a folder with only this file, as `line: message`.
fn found(path: &str, text: &str) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, text).unwrap();
    let problems = content::check(Source::Folder(folder.path())).problems;
    let here = problems
        .into_iter()
        .filter(|problem| problem.file.ends_with(path));
    here.map(|problem| format!("{}: {}", problem.line, problem.message))
        .collect()
}

fn nested(open: &str, close: &str, depth: usize) -> String {
    format!("{}1{}", open.repeat(depth), close.repeat(depth))
}

#[test]
fn texts_nested_too_deep_are_told() {
    let select = nested("{ $x ->\n *[a] ", "\n }", DEEP);
    let hidden = nested("{ F(\"}}\", ", ") }", DEEP);
    for text in [
        nested("{ ", " }", DEEP),
        nested("{\n", "\n}", DEEP),
        "{".repeat(DEEP),
        format!("{{ {} }}", nested("F(", ")", DEEP)),
        format!("{{ {}", nested("F(\"}\", ", "", DEEP)),
        select,
        hidden,
    ] {
        let found = found("en/chat.ftl", &format!("fine = 1\ndeep = {text}\n"));
        assert!(
            found.iter().any(|problem| problem.contains("nested")),
            "{found:?}"
        );
    }
}

#[test]
fn texts_that_only_look_nested_are_read() {
    let many = "{ \"{\" } :( { $x -> [a] say \"{ $x } *[b] ( } ".repeat(3);
    let text = (0..200).fold(String::new(), |all, n| {
        format!("{all}# {{ a comment {{\ntext-{n} = {many}\n")
    });
    let found = found("en/chat.ftl", &text);
    assert!(
        found.iter().all(|problem| !problem.contains("nested")),
        "{found:?}"
    );
}

#[test]
fn tables_nested_too_deep_are_told() {
    let dotted = vec!["a"; DEEP].join(".");
    for text in [
        format!("node = {}", nested("[", "]", DEEP)),
        format!("node = {}", nested("{a=", "}", DEEP)),
        format!("node = {}", "[".repeat(DEEP)),
        format!("{dotted} = 1"),
        format!("[{dotted}]"),
        format!("[[{dotted}]]"),
        format!("[[node]]\n{dotted} = 1"),
        format!("[[node]]\nfield = {{ {dotted} = 1 }}"),
    ] {
        let found = found("check.toml", &text);
        assert!(!found.is_empty(), "{}", &text[..60]);
    }
}

#[test]
fn what_was_learned_is_read_whole_or_not_at_all() {
    const LEARNED: &str = "en/appraisal.bin";
    let shipped = format!("{}/dialogues/{LEARNED}", env!("CARGO_MANIFEST_DIR"));
    let shipped = fs::read(shipped).unwrap();
    let found = |bytes: &[u8]| {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join(LEARNED);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, bytes).unwrap();
        let problems = content::check(Source::Folder(folder.path())).problems;
        problems
            .iter()
            .any(|problem| problem.file.ends_with(LEARNED))
    };
    assert!(!found(&shipped));
    let mut nan = shipped.clone();
    // What is said of its size takes the first 40 bytes.
    nan[40..44].copy_from_slice(&f32::NAN.to_le_bytes());
    let mut one_word_more = shipped.clone();
    one_word_more[24] ^= 1;
    let mut one_message_more = shipped.clone();
    one_message_more[32] ^= 1;
    let mut other = shipped.clone();
    other[0] ^= 1;
    // A row is 36 bytes: without its last ones it looks like one that never had them.
    let few = shipped.len() - 36_000;
    let cut = [0, 7, 8, 100, few, shipped.len() - 36, shipped.len() - 1];
    let cut = cut.map(|length| shipped[..length].to_vec());
    for bytes in cut
        .into_iter()
        .chain([nan, one_word_more, one_message_more, other])
    {
        assert!(found(&bytes), "{} bytes", bytes.len());
    }
}
