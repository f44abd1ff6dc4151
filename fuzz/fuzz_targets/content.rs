//! Any files as `dialogues/`: diagnostics that name a file and a line, never a panic or a hang.
//!
//! The input is several files, each after a line `=== path`.
#![no_main]

use std::{fs, sync::LazyLock};

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;
use twitchwise::content::{self, Source};

/// In memory where the system has such a place.
static PLACE: LazyLock<TempDir> = LazyLock::new(|| {
    let made = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new());
    made.expect("a place for files")
});

/// Every path that content is read from, and one that nothing reads.
const PATHS: [&str; 30] = [
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
    "en/chat.ftl",
    "en/check.ftl",
    "en/options.ftl",
    "en/rules.ftl",
    "en/habits.ftl",
    "checks.toml",
];

fuzz_target!(|data: &[u8]| {
    let root = PLACE.path();
    let mut written = Vec::new();
    for (path, bytes) in files(data) {
        let path = root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).expect("a folder");
        }
        fs::write(&path, bytes).expect("a file");
        written.push(path);
    }
    // Both examine everything: one an input is enough.
    let (problems, refused) = if data.len().is_multiple_of(8) {
        let checked = content::check(Source::Folder(root));
        let problems = [checked.problems, checked.warnings].concat();
        (problems, false)
    } else {
        match content::load(root) {
            Ok(_) => (Vec::new(), false),
            Err(problems) => (problems.0, true),
        }
    };
    for path in written {
        // The same path may have been written twice.
        let _ = fs::remove_file(path);
    }

    assert!(
        !refused || !problems.is_empty(),
        "refused without a problem"
    );
    for problem in problems {
        assert!(problem.line >= 1 && !problem.file.is_empty(), "{problem}");
        assert!(!problem.message.is_empty(), "{problem}");
    }
});

/// The files of an input: those of the known paths.
fn files(data: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        let named = line.strip_prefix(b"=== ").and_then(|name| {
            PATHS
                .iter()
                .find(|path| path.as_bytes() == name.trim_ascii())
        });
        if let Some(path) = named {
            files.push((path, Vec::new()));
        } else if let Some((_, bytes)) = files.last_mut() {
            bytes.extend_from_slice(line);
        }
    }
    files
}
