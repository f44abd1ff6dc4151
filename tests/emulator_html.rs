//! The emulator's reading of Telegram's HTML.

#![allow(clippy::expect_used, reason = "a test may fail")]

use serde_json::{Value, json};
use twitchwise::emulator::rules::detect::detect;
use twitchwise::emulator::rules::entity::Formatted;
use twitchwise::emulator::rules::schema::schema;
use twitchwise::emulator::rules::text::{TextError, read, read_message};

fn html(source: &str) -> Formatted {
    read(source, Some("HTML"), None, 4096).expect("can be read")
}

fn entities(source: &str) -> Value {
    html(source).entities_value()
}

fn refused(source: &str) -> String {
    match read(source, Some("HTML"), None, 4096) {
        Err(TextError::Markup(words)) => words,
        other => format!("{other:?}"),
    }
}

#[test]
fn the_data_is_whole() {
    assert_eq!(schema().size(), (185, 400));
}

#[test]
fn tags_become_entities() {
    for (tag, kind) in [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
    ] {
        let source = format!("a<{tag}>bc</{tag}>d");
        assert_eq!(html(&source).text, "abcd");
        assert_eq!(
            entities(&source),
            json!([{ "type": kind, "offset": 1, "length": 2 }])
        );
    }
}

#[test]
fn attributes_are_kept() {
    let cases = [
        (
            "<span class=\"tg-spoiler\">x</span>",
            json!({ "type": "spoiler" }),
        ),
        (
            "<blockquote expandable>x</blockquote>",
            json!({ "type": "expandable_blockquote" }),
        ),
        (
            "<a href='https://a.org/?x=1&amp;y=2'>x</a>",
            json!({ "type": "text_link", "url": "https://a.org/?x=1&y=2" }),
        ),
        (
            "<tg-emoji emoji-id=\"5368\">x</tg-emoji>",
            json!({ "type": "custom_emoji", "custom_emoji_id": "5368" }),
        ),
        (
            "<tg-time unix=\"1647531900\" format=\"wDT\">x</tg-time>",
            json!({ "type": "date_time", "unix_time": 1_647_531_900, "date_time_format": "wDT" }),
        ),
        (
            "<pre><code class=\"language-rust\">x</code></pre>",
            json!({ "type": "pre", "language": "rust" }),
        ),
    ];
    for (source, mut expected) in cases {
        expected["offset"] = json!(0);
        expected["length"] = json!(1);
        assert_eq!(entities(source), json!([expected]), "{source}");
    }
}

#[test]
fn offsets_count_utf16_units() {
    let read = html("😀<b>é😀</b>&lt;&#128512;");
    assert_eq!(read.text, "😀é😀<😀");
    assert_eq!(read.length(), 8);
    assert_eq!(
        read.entities_value(),
        json!([{ "type": "bold", "offset": 2, "length": 3 }])
    );
}

#[test]
fn references_are_read_as_telegram_reads_them() {
    assert_eq!(html("&lt;&gt;&amp;&quot;&#39;&#x41;").text, "<>&\"'A");
    assert_eq!(html("a & b &nbsp; &apos; &").text, "a & b &nbsp; &apos; &");
}

#[test]
fn white_space_at_the_ends_goes() {
    let read = html("\n  <b> hi </b>  \n");
    assert_eq!(read.text, "hi");
    assert_eq!(
        read.entities_value(),
        json!([{ "type": "bold", "offset": 0, "length": 2 }])
    );
}

#[test]
fn nesting_is_kept_where_telegram_allows_it() {
    let nested = entities("<b>a<i>b</i></b>");
    assert_eq!(nested.as_array().map(Vec::len), Some(2));
    assert_eq!(nested[0]["type"], "bold");
    assert_eq!(
        entities("<code>a<b>b</b></code>").as_array().map(Vec::len),
        Some(1)
    );
    let quotes = "<blockquote>a<blockquote>b</blockquote></blockquote>";
    assert_eq!(entities(quotes).as_array().map(Vec::len), Some(1));
    let quoted = "<blockquote><code>a</code></blockquote>";
    assert_eq!(entities(quoted).as_array().map(Vec::len), Some(2));
}

#[test]
fn wrong_markup_is_refused_in_telegrams_words() {
    for (source, words) in [
        ("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0"),
        ("a < b", "Unsupported start tag \"\" at byte offset 2"),
        (
            "<b>x",
            "Can't find end tag corresponding to start tag \"b\"",
        ),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b>x</i>",
            "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
        ),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href=\"x\"", "Unclosed start tag \"a\" at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        (
            "<span>x</span>",
            "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
        ),
        ("<br/>", "Unsupported start tag \"br/\" at byte offset 0"),
        (
            "<a \"x\">y</a>",
            "Empty attribute name in the tag \"a\" at byte offset 0",
        ),
    ] {
        assert_eq!(refused(source), words, "{source}");
    }
}

#[test]
fn lengths_count_after_parsing() {
    let long = format!("<b>{}</b>", "&amp;".repeat(4096));
    assert_eq!(html(&long).length(), 4096);
    let longer = format!("<b>{}</b>", "&amp;".repeat(4097));
    assert_eq!(
        read(&longer, Some("HTML"), None, 4096),
        Err(TextError::TooLong)
    );
    // Two code units each.
    assert_eq!(
        read(&"😀".repeat(2049), None, None, 4096),
        Err(TextError::TooLong)
    );
    assert_eq!(read_message("", None, None), Err(TextError::Empty));
    assert_eq!(
        read_message(" <b> </b> ", Some("HTML"), None),
        Err(TextError::Blank)
    );
}

#[test]
fn commands_mentions_and_addresses_are_found() {
    let mut text = Formatted::plain("/start@some_bot x/y /help, @someone https://a.org/b. 1/2");
    detect(&mut text);
    let found: Vec<(&str, usize, usize)> = text
        .entities
        .iter()
        .map(|entity| (entity.kind, entity.offset, entity.length))
        .collect();
    assert_eq!(
        found,
        [
            ("bot_command", 0, 15),
            ("bot_command", 20, 5),
            ("mention", 27, 8),
            ("url", 36, 15),
        ]
    );
}
