//! A text on its way into a message: its markup, its white space, its length.

use serde_json::Value;

use super::detect::detect;
use super::entity::Formatted;
use super::{given, html};

/// The longest text of a message.
pub const TEXT: usize = 4096;
/// The longest caption.
pub const CAPTION: usize = 1024;

/// A text that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// The text as people will see it.
    pub formatted: Formatted,
    /// What Telegram takes, but shows otherwise than meant.
    pub notes: Vec<String>,
}

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
) -> Result<Read, TextError> {
    match parse_mode.map(str::to_ascii_lowercase).as_deref() {
        Some("html") => html::parse(source).map_err(TextError::Markup),
        None | Some("") => {
            let total = source.encode_utf16().count();
            let entities =
                given::entities(entities.unwrap_or_default(), total).map_err(TextError::Markup)?;
            let formatted = Formatted {
                text: source.to_owned(),
                entities,
            };
            Ok(Read {
                formatted,
                notes: Vec::new(),
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
) -> Result<Read, TextError> {
    let mut read = marked(source, parse_mode, entities)?;
    let formatted = &mut read.formatted;
    formatted.trim();
    if formatted.length() > limit {
        return Err(TextError::TooLong);
    }
    detect(formatted);
    formatted.tidy();
    Ok(read)
}

/// The text of a message, which can't be empty.
pub fn read_message(
    source: &str,
    parse_mode: Option<&str>,
    entities: Option<&[Value]>,
) -> Result<Read, TextError> {
    if source.is_empty() {
        return Err(TextError::Empty);
    }
    let read = read(source, parse_mode, entities, TEXT)?;
    if read.formatted.text.is_empty() {
        Err(TextError::Blank)
    } else {
        Ok(read)
    }
}
