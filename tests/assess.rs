//! `twitchwise assess` and `twitchwise check` as scripts use them: the real binary, its lines, its
//! exit status.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod binary;
mod schema;

use std::{fs, path::Path};

use binary::{fed, said, twitchwise};
use serde_json::{Value, json};

/// The exit status and the lines that `assess` writes to this input.
fn assess(input: &[u8]) -> (Option<i32>, Vec<Value>) {
    let folder = tempfile::tempdir().expect("a folder");
    let output = fed(twitchwise(folder.path(), &["assess"]), input);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        text.is_empty() || text.ends_with('\n'),
        "the last line ends"
    );
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "",
        "nothing on standard error"
    );
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert!(left.is_empty(), "no file is made: {left:?}");
    let lines = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    (output.status.code(), lines.collect())
}

#[test]
fn outcomes_come_in_order_with_their_labels() {
    let levels = [
        (json!({ "danger_signs": ["seizure"] }), "emergency"),
        (json!({ "age_group": "baby" }), "urgent"),
        (json!({}), "see_doctor"),
        (
            json!({ "age_group": "adult", "danger_signs": ["none"], "duration": "1_to_3_days",
                    "symptoms": ["none"], "context": ["none"], "lifestyle": ["high_caffeine"] }),
            "self_care",
        ),
    ];
    let mut input = String::new();
    for n in 0..3000 {
        let mut line = levels[n % levels.len()].0.clone();
        line["id"] = json!(format!("№ {n} \"\\\n"));
        input.push_str(&line.to_string());
        input.push('\n');
    }
    let (status, lines) = assess(input.as_bytes());
    assert_eq!(status, Some(0));
    assert_eq!(lines.len(), 3000);
    for (n, line) in lines.iter().enumerate() {
        assert_eq!(line["id"], format!("№ {n} \"\\\n"));
        assert_eq!(line["level"], levels[n % levels.len()].1);
    }
    for line in &lines[..4] {
        assert_eq!(schema::violations(&schema::OUTCOME, line), [""; 0]);
    }
}

#[test]
fn without_a_label_none_is_given() {
    let (status, lines) = assess(b"{}");
    assert_eq!((status, lines.len()), (Some(0), 1));
    assert_eq!(lines[0].get("id"), None);
    assert_eq!(lines[0]["complete"], false);
}

#[test]
fn nothing_in_nothing_out() {
    assert_eq!(assess(b""), (Some(0), Vec::new()));
}

#[test]
fn a_line_may_end_as_windows_ends_it_and_the_last_may_not_end() {
    let (status, lines) = assess(b"{\"id\":\"a\"}\r\n{\"id\":\"b\"}\r\n{\"id\":\"c\"}");
    assert_eq!(status, Some(0));
    let ids: Vec<_> = lines.iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}

/// A line that can't be read, and what its error has to name.
const BROKEN: &[(&[u8], &[&str])] = &[
    (b"", &["empty"]),
    (b"   \t", &["empty"]),
    (b"\r", &["empty"]),
    (b"{", &["EOF"]),
    (b"twitching eyelid", &["expected"]),
    (b"null", &["null"]),
    (b"[]", &["assessment"]),
    (b"{} {}", &["trailing"]),
    (b"{\"pulse\":70}", &["pulse"]),
    (b"{\"age_group\":\"teenager\"}", &["age_group", "teenager"]),
    (b"{\"age_group\":[\"adult\"]}", &["age_group"]),
    (b"{\"age_group\":3}", &["age_group"]),
    (b"{\"age_group\":null}", &["age_group"]),
    (
        b"{\"age_group\":\"adult\",\"age_group\":\"adult\"}",
        &["age_group", "twice"],
    ),
    (b"{\"locations\":\"eyelid\"}", &["locations"]),
    (b"{\"locations\":[\"elbow\"]}", &["locations", "elbow"]),
    (
        b"{\"locations\":[\"calf\",\"calf\"]}",
        &["locations", "calf", "twice"],
    ),
    (b"{\"locations\":[]}", &["locations", "empty"]),
    (
        b"{\"symptoms\":[\"none\",\"fever\"]}",
        &["symptoms", "none"],
    ),
    (
        b"{\"symptoms\":[\"fever\",\"none\"]}",
        &["symptoms", "none"],
    ),
    (
        b"{\"danger_signs\":[\"not_sure\",\"seizure\"]}",
        &["danger_signs", "not_sure"],
    ),
    (
        b"{\"danger_signs\":[\"none\",\"not_sure\"]}",
        &["danger_signs"],
    ),
    (b"{\"id\":7}", &["string"]),
    (b"{\"id\":\"a\",\"id\":\"b\"}", &["id", "twice"]),
    (b"{\"id\":\"\xff\xfe\"}", &["unicode"]),
    (b"\xef\xbb\xbf{}", &["expected"]),
];

#[test]
fn a_line_that_can_not_be_read_is_an_error_in_its_place() {
    let good = b"{\"id\":\"good\"}".as_slice();
    let mut input = Vec::new();
    for (line, _) in BROKEN {
        input.extend([good, line, b""].join(&b'\n'));
    }
    let (status, lines) = assess(&input);
    assert_eq!(status, Some(1));
    assert_eq!(lines.len(), 2 * BROKEN.len());
    for (n, (line, names)) in BROKEN.iter().enumerate() {
        let shown = String::from_utf8_lossy(line);
        assert_eq!(lines[2 * n]["id"], "good", "before {shown}");
        let error = lines[2 * n + 1].as_object().expect("an object");
        assert_eq!(error.len(), 2, "{shown}: {error:?}");
        assert_eq!(error["line"], json!(2 * n + 2), "{shown}");
        let words = error["error"].as_str().expect("words");
        for name in *names {
            assert!(words.contains(name), "{shown}: {words}");
        }
    }
}

#[test]
fn a_line_of_many_megabytes_is_one_error() {
    let mut input = b"{\"id\":\"".to_vec();
    input.resize(5_000_000, b'x');
    input.extend(b"\n{}\n");
    let (status, lines) = assess(&input);
    assert_eq!((status, lines.len()), (Some(1), 2));
    assert_eq!(lines[0]["line"], 1);
    let deep = [b"{\"locations\":".to_vec(), b"[".repeat(100_000)].concat();
    assert_eq!(assess(&deep).0, Some(1));
}

/// A copy of the shipped content.
fn content_copy() -> tempfile::TempDir {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder") {
            let entry = entry.expect("an entry");
            let to = to.join(entry.file_name());
            if entry.file_type().expect("a type").is_dir() {
                copy(&entry.path(), &to);
            } else {
                fs::copy(entry.path(), to).expect("copied");
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogues"),
        folder.path(),
    );
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = fed(twitchwise(folder, arguments), b"");
    (output.status.code(), said(&output))
}

#[test]
fn check_says_whether_the_content_is_in_order() {
    let copy = content_copy();
    let dir = copy.path().to_str().expect("a path").to_owned();
    assert_eq!(
        check(copy.path(), &["check"]).0,
        Some(0),
        "what is built in"
    );
    assert_eq!(
        check(copy.path(), &["check", &dir]).0,
        Some(0),
        "a faithful copy"
    );
    assert_eq!(
        check(copy.path(), &["--dialogues", &dir, "check"]).0,
        Some(0)
    );

    let flow = copy.path().join("rules/urgent.toml");
    let text = fs::read_to_string(&flow).expect("the rules");
    fs::write(&flow, text.replacen("past_spell", "past_spel", 1)).expect("written");
    let words = copy.path().join("en/outcome.ftl");
    let text = fs::read_to_string(&words).expect("the words");
    fs::write(&words, format!("{text}\nnobody-says-this = Hello.\n")).expect("written");
    let (status, said) = check(copy.path(), &["check", &dir]);
    assert_eq!(status, Some(1), "{said}");
    for named in [
        "urgent.toml",
        "past_spel",
        "outcome.ftl",
        "nobody-says-this",
    ] {
        assert!(said.contains(named), "{named} is not named:\n{said}");
    }
    let (status, _) = check(copy.path(), &["check", "/nowhere/at/all"]);
    assert_eq!(status, Some(1), "no such folder");
}

#[test]
fn assess_takes_other_content_and_refuses_broken_content() {
    let copy = content_copy();
    let dir = copy.path().to_str().expect("a path").to_owned();
    let arguments = ["--dialogues", dir.as_str(), "assess"];
    let output = fed(twitchwise(copy.path(), &arguments), b"{}\n");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    fs::write(copy.path().join("advice.toml"), "[[advice]]\nid = 3\n").expect("written");
    let output = fed(twitchwise(copy.path(), &arguments), b"{}\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty(), "{}", said(&output));
    assert!(said(&output).contains("advice.toml"), "{}", said(&output));
}
