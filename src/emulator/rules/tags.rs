//! The tags of Telegram's HTML and the entities they become.

use super::entity::{Entity, Extra, Formatted};
use super::link::link;

/// All tags there are.
pub const TAGS: &[&str] = &[
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

/// A tag that was opened.
#[derive(Debug, Default)]
pub struct Open {
    /// Its name in small letters.
    pub tag: String,
    /// The attribute that matters, such as an address.
    pub argument: Option<String>,
    /// How a moment is shown.
    pub format: Option<String>,
    /// Where it opened, in code units.
    pub offset: usize,
    /// Where it opened, in bytes.
    pub position: usize,
}

impl Open {
    /// Keeps an attribute if it matters for this tag.
    pub fn keep(&mut self, name: &str, value: String) {
        let class = |prefix: &str| value.strip_prefix(prefix).map(str::to_owned);
        match (self.tag.as_str(), name) {
            ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix") => {
                self.argument = Some(value);
            }
            ("tg-time", "format") => self.format = Some(value),
            ("code", "class") => self.argument = class("language-").or(self.argument.take()),
            ("span", "class") => self.argument = class("tg-").or(self.argument.take()),
            ("blockquote", "expandable") => self.argument = Some(String::new()),
            _ => {}
        }
    }
}

/// The entity of a tag that closes at `end`, unless Telegram shows it without one.
pub fn entity(open: Open, end: usize, out: &mut Formatted, in_pre: bool) -> Option<Entity> {
    let (offset, length) = (open.offset, end - open.offset);
    let (kind, extra) = match open.tag.as_str() {
        "b" | "strong" => ("bold", Extra::None),
        "i" | "em" => ("italic", Extra::None),
        "s" | "strike" | "del" => ("strikethrough", Extra::None),
        "u" | "ins" => ("underline", Extra::None),
        "span" | "tg-spoiler" => ("spoiler", Extra::None),
        "blockquote" if open.argument.is_some() => ("expandable_blockquote", Extra::None),
        "blockquote" => ("blockquote", Extra::None),
        // The language rides on the surrounding `pre`, which closes next.
        "code" if in_pre => ("code", open.argument.map_or(Extra::None, Extra::Language)),
        "code" => ("code", Extra::None),
        "pre" => ("pre", take_code(out, offset, length)),
        "tg-emoji" => ("custom_emoji", Extra::Emoji(open.argument?)),
        "tg-time" => {
            let unix = open.argument?.parse().ok()?;
            (
                "date_time",
                Extra::Time {
                    unix,
                    format: open.format.unwrap_or_default(),
                },
            )
        }
        _ => link(
            open.argument.unwrap_or_default(),
            &out.text[open.position..],
        )?,
    };
    Some(Entity {
        kind,
        offset,
        length,
        extra,
    })
}

/// Takes the code that fills a `pre` away, leaving its language.
fn take_code(out: &mut Formatted, offset: usize, length: usize) -> Extra {
    let inner = out.entities.iter().position(|entity| {
        entity.kind == "code" && entity.offset == offset && entity.length == length
    });
    inner.map_or(Extra::None, |at| out.entities.remove(at).extra)
}
