//! A text on its way into a message: its markup, its white space, its length.

use serde_json::Value;

use super::detect::detect;
use super::entity::Formatted;
use super::{given, html};

/// The longest text of a message.
pub const TEXT: usize = 4096;
/// The longest caption.
pub const CAPTION: usize = 1024;

/// Why a text can't be a message's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextError {
    /// Its markup is wrong.
    Markup(String),
    /// A way of marking that isn't played.
    NotPlayed(String),
    /// Nothing was given.
    Empty,
    /// Nothing but white space and markup.
    Blank,
    /// Too many UTF-16 code units.
    TooLong,
}

/// The text as people will see it, not yet held against limits.
fn marked(
    source: &str,
    parse_mode: Option<&str>,
    entities: Option<&[Value]>,
) -> Result<Formatted, TextError> {
    match parse_mode.map(str::to_ascii_lowercase).as_deref() {
        Some("html") => html::parse(source).map_err(TextError::Markup),
        None | Some("") => {
            let total = source.encode_utf16().count();
            let entities =
                given::entities(entities.unwrap_or_default(), total).map_err(TextError::Markup)?;
            Ok(Formatted {
                text: source.to_owned(),
                entities,
            })
        }
        Some("markdown" | "markdownv2") => Err(TextError::NotPlayed(
            parse_mode.unwrap_or_default().to_owned(),
        )),
        Some(_) => Err(TextError::Markup("Unsupported parse_mode".to_owned())),
    }
}

/// A text or caption ready to be shown.
pub fn read(
    source: &str,
    parse_mode: Option<&str>,
    entities: Option<&[Value]>,
    limit: usize,
) -> Result<Formatted, TextError> {
    let mut formatted = marked(source, parse_mode, entities)?;
    formatted.trim();
    if formatted.length() > limit {
        return Err(TextError::TooLong);
    }
    detect(&mut formatted);
    formatted.tidy();
    Ok(formatted)
}

/// The text of a message, which can't be empty.
pub fn read_message(
    source: &str,
    parse_mode: Option<&str>,
    entities: Option<&[Value]>,
) -> Result<Formatted, TextError> {
    if source.is_empty() {
        return Err(TextError::Empty);
    }
    let formatted = read(source, parse_mode, entities, TEXT)?;
    if formatted.text.is_empty() {
        Err(TextError::Blank)
    } else {
        Ok(formatted)
    }
}
