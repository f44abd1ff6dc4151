//! `twitchwise understand` as scripts use it: the real binary, its lines, its exit status.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod binary;

use binary::{fed, twitchwise};
use serde_json::{Value, json};

/// The exit status and the lines that `understand` writes to this input.
fn understand(input: &[u8]) -> (Option<i32>, Vec<Value>) {
    let folder = tempfile::tempdir().expect("a folder");
    let output = fed(twitchwise(folder.path(), &["understand"]), input);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lines = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    (output.status.code(), lines.collect())
}

#[test]
fn each_line_says_what_a_message_is_for() {
    let messages = [
        ("does coffee make my eye twitch??", "ask"),
        ("calf been jumping for 3 weeks, 6 coffees a day", "describe"),
        ("moms having a siezure", "emergency"),
        ("dont want to be here anymore", "crisis"),
        ("i took 40 pills to kill myself", "crisis"),
        ("hola que tal", "unknown"),
    ];
    let input: Vec<_> = messages.iter().map(|(text, _)| *text).collect();
    let (status, lines) = understand(input.join("\n").as_bytes());
    assert_eq!(status, Some(0));
    assert_eq!(lines.len(), messages.len());
    for ((text, intent), line) in messages.iter().zip(&lines) {
        let fields: Vec<_> = line.as_object().expect("an object").keys().collect();
        assert_eq!(fields.len(), 5, "{fields:?}");
        assert_eq!(line["text"], *text);
        assert_eq!(line["intent"], *intent, "{text}");
        let topics = line["topics"].as_array().expect("a list");
        assert!(*intent != "unknown" || topics.is_empty());
        assert!(
            line["answer"]
                .as_str()
                .is_some_and(|answer| answer.len() > 40)
        );
    }
    assert_eq!(lines[0]["topics"][0], "caffeine");
    assert_eq!(
        lines[1]["assessment"],
        json!({ "locations": ["calf"], "duration": "2_to_4_weeks", "lifestyle": ["high_caffeine"] })
    );
    assert_eq!(
        lines[2]["assessment"],
        json!({ "danger_signs": ["seizure"] })
    );
    let crisis = lines[4]["answer"].as_str().expect("text");
    assert!(crisis.contains("988") && crisis.contains("112"), "{crisis}");
    assert_eq!(lines[5]["assessment"], json!({}));
}

#[test]
fn a_line_that_can_not_be_read_is_an_error_in_its_place() {
    let (status, lines) =
        understand(b"\"calf twitching\\nsince 3 weeks\"\r\n\n\xff\xfe\nmagnesium\n");
    assert_eq!(status, Some(1));
    assert_eq!(lines[0]["text"], "calf twitching\nsince 3 weeks");
    assert_eq!(lines[0]["assessment"]["duration"], "2_to_4_weeks");
    assert_eq!(lines[1]["line"], 2);
    assert_eq!(lines[2]["line"], 3);
    assert_eq!(lines[3]["topics"][0], "magnesium");
}

/// Each of them, before and behind each of a few harmless sentences.
fn beside_anything(plain: &[&str]) -> String {
    let beside = [
        "bicep twitch won't quit",
        "left eyelid has been flickering since Monday",
        "6 coffees a day, bad sleep, lots of stress",
        "neurologist was happy in May, bloods fine",
        "thigh twitching since the half marathon, no pain, no weakness",
    ];
    let both = plain.iter().flat_map(|plain| {
        let beside = beside.iter();
        beside.flat_map(move |other| [format!("{plain}. {other}"), format!("{other}; {plain}")])
    });
    let messages: Vec<String> = both.collect();
    messages.join("\n")
}

/// Those that are not taken for what they are.
fn missed(intent: &str, messages: &str) -> Vec<Value> {
    let (_, lines) = understand(messages.as_bytes());
    let missed = lines.iter().filter(|line| line["intent"] != intent);
    missed.map(|line| line["text"].clone()).collect()
}

#[test]
fn a_plain_danger_is_heard_whatever_is_told_beside_it() {
    let messages = beside_anything(&[
        "I can't breathe",
        "my husband is having a fit right now",
        "nan is unconscious in her armchair",
        "my toddler drank the toilet cleaner",
        "tight crushing chest pain for 15 minutes",
        "my dad is slurring his words and dribbling",
        "half my face has dropped since noon",
        "I lost the sight of my left eye an hour ago",
        "the worst headache of my life hit me in a second",
        "my throat has closed up and nothing goes down",
    ]);
    assert_eq!(missed("emergency", &messages), Vec::<Value>::new());
}

#[test]
fn a_plain_crisis_is_heard_whatever_is_told_beside_it() {
    let messages = beside_anything(&[
        "I want to die",
        "I've been cutting my arms again",
        "I have been self harming for about a month",
        "I wrote the goodbye letters last night",
        "my daughter says she wants to kill herself",
        "I keep thinking about hanging myself",
        "I'm going to take all my tablets tonight",
        "I don't want to be alive any more",
        "everyone would be better off without me",
        "I tried to end my life on Sunday",
    ]);
    assert_eq!(missed("crisis", &messages), Vec::<Value>::new());
}
