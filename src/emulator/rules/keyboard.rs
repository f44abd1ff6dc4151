//! What Telegram refuses in keyboards beyond their types.

use serde_json::Value;

use super::link::is_address;

/// The most buttons under a message.
pub const MOST_BUTTONS: usize = 100;
/// The most buttons side by side.
pub const MOST_IN_ROW: usize = 8;

const ACTIONS: &[&str] = &[
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
];

/// What a keyboard was found to be.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Telegram's refusal, after "Bad Request: ".
    pub refusal: Option<String>,
    /// What Telegram takes, but shouldn't be sent.
    pub notes: Vec<String>,
}

impl Verdict {
    fn refuse(words: impl Into<String>) -> Self {
        Self {
            refusal: Some(words.into()),
            notes: Vec::new(),
        }
    }
}

fn rows<'a>(markup: &'a Value, name: &str) -> Option<&'a Vec<Value>> {
    markup.get(name).and_then(Value::as_array)
}

/// Holds a `reply_markup` against Telegram's rules.
pub fn check(markup: &Value) -> Verdict {
    if let Some(rows) = rows(markup, "inline_keyboard") {
        inline(rows)
    } else if let Some(rows) = rows(markup, "keyboard") {
        Verdict {
            refusal: None,
            notes: wide(rows),
        }
    } else if markup["remove_keyboard"] == true || markup["force_reply"] == true {
        Verdict::default()
    } else {
        Verdict::refuse("object expected as reply markup")
    }
}

fn wide(rows: &[Value]) -> Vec<String> {
    rows.iter()
        .enumerate()
        .filter_map(|(row, buttons)| {
            let count = buttons.as_array().map_or(0, Vec::len);
            (count > MOST_IN_ROW).then(|| format!("row {row} has {count} buttons"))
        })
        .collect()
}

fn inline(rows: &[Value]) -> Verdict {
    let mut count = 0;
    for button in rows.iter().filter_map(Value::as_array).flatten() {
        count += 1;
        if let Some(refusal) = button_refusal(button) {
            return Verdict::refuse(refusal);
        }
    }
    if count > MOST_BUTTONS {
        return Verdict::refuse("REPLY_MARKUP_TOO_LONG");
    }
    let mut notes = wide(rows);
    let empty = rows
        .iter()
        .filter(|row| row.as_array().is_some_and(Vec::is_empty))
        .count();
    if empty > 0 {
        notes.push(format!("{empty} empty rows"));
    }
    Verdict {
        refusal: None,
        notes,
    }
}

fn button_refusal(button: &Value) -> Option<String> {
    let text = button["text"].as_str().unwrap_or_default();
    if text.trim().is_empty() {
        return Some("inline keyboard button text must be non-empty".to_owned());
    }
    let actions = ACTIONS
        .iter()
        .filter(|action| button.get(**action).is_some())
        .count();
    if actions == 0 {
        return Some(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
                .to_owned(),
        );
    }
    if actions > 1 {
        return Some(
            "can't parse inline keyboard button: exactly one action must be specified".to_owned(),
        );
    }
    if let Some(data) = button.get("callback_data").and_then(Value::as_str)
        && !(1..=64).contains(&data.len())
    {
        return Some("BUTTON_DATA_INVALID".to_owned());
    }
    if let Some(address) = button.get("url").and_then(Value::as_str)
        && !is_address(address)
    {
        return Some(format!(
            "inline keyboard button URL '{address}' is invalid: Wrong HTTP URL"
        ));
    }
    if let Some(copied) = button.get("copy_text")
        && !(1..=256).contains(
            &copied["text"]
                .as_str()
                .unwrap_or_default()
                .encode_utf16()
                .count(),
        )
    {
        return Some("BUTTON_COPY_TEXT_INVALID".to_owned());
    }
    if let Some(style) = button.get("style").and_then(Value::as_str)
        && !matches!(style, "danger" | "success" | "primary")
    {
        return Some("can't parse inline keyboard button: invalid button style".to_owned());
    }
    None
}
