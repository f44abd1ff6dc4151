//! Telegram's HTML: the tags it knows, with its own words for what it refuses.
//!
//! A hand-made reader, since Telegram's isn't HTML: unknown tags are errors, unknown attributes
//! are passed over, and entities are counted in UTF-16 code units.

use super::entity::{Entity, Extra, Formatted};

const TAGS: &[&str] = &[
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

struct Open {
    tag: String,
    argument: Option<String>,
    format: Option<String>,
    offset: usize,
    position: usize,
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    out: Formatted,
    units: usize,
    open: Vec<Open>,
}

/// Reads Telegram's HTML; the error is the tail of "can't parse entities: …".
pub fn parse(source: &str) -> Result<Formatted, String> {
    let mut reader = Reader {
        source,
        at: 0,
        out: Formatted::default(),
        units: 0,
        open: Vec::new(),
    };
    while let Some(next) = reader.peek() {
        match next {
            '<' if reader.source[reader.at + 1..].starts_with('/') => reader.end_tag()?,
            '<' => reader.start_tag()?,
            _ => reader.character(next),
        }
    }
    if let Some(open) = reader.open.last() {
        return Err(format!(
            "Can't find end tag corresponding to start tag \"{}\"",
            open.tag
        ));
    }
    Ok(reader.out)
}

fn is_space(letter: Option<char>) -> bool {
    // The end counts as white space, as the closing zero byte does in Telegram's reader.
    matches!(
        letter,
        None | Some(' ' | '\t' | '\r' | '\n' | '\0' | '\u{b}')
    )
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn step(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn skip_space(&mut self) {
        while self.at < self.source.len() && is_space(self.peek()) {
            self.step();
        }
    }

    fn take_until(&mut self, stop: impl Fn(Option<char>) -> bool) -> &str {
        let start = self.at;
        while !stop(self.peek()) {
            self.step();
        }
        &self.source[start..self.at]
    }

    fn character(&mut self, next: char) {
        let letter = if next == '&' { self.reference() } else { None };
        let letter = letter.unwrap_or_else(|| {
            self.step();
            next
        });
        self.out.text.push(letter);
        self.units += letter.len_utf16();
    }

    /// Reads `&lt;` and the like; leaves everything where it is when it isn't one.
    fn reference(&mut self) -> Option<char> {
        let rest = self.source[self.at..].strip_prefix('&')?;
        let (letter, used) = if let Some(number) = rest.strip_prefix('#') {
            let (digits, radix, lead) = match number.strip_prefix('x') {
                Some(hex) => (hex, 16, 2),
                None => (number, 10, 1),
            };
            let count = digits
                .chars()
                .take_while(|digit| digit.is_digit(radix))
                .count();
            let code = u32::from_str_radix(digits.get(..count)?, radix).ok()?;
            if code == 0 || count + lead > 8 {
                return None;
            }
            (char::from_u32(code)?, lead + count)
        } else {
            let count = rest.chars().take_while(char::is_ascii_alphabetic).count();
            let letter = match rest.get(..count)? {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                _ => return None,
            };
            (letter, count)
        };
        self.at += 1 + used;
        if self.peek() == Some(';') {
            self.step();
        }
        Some(letter)
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.step();
        let tag = self
            .take_until(|next| is_space(next) || next == Some('>'))
            .to_ascii_lowercase();
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!(
                "Unsupported start tag \"{tag}\" at byte offset {begin}"
            ));
        }
        let mut open = Open {
            tag,
            argument: None,
            format: None,
            offset: self.units,
            position: 0,
        };
        loop {
            self.skip_space();
            match self.peek() {
                Some('>') => break,
                _ => self.attribute(&mut open, begin)?,
            }
        }
        self.step();
        if open.tag == "span" && open.argument.as_deref() != Some("spoiler") {
            return Err(format!(
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
            ));
        }
        open.position = self.out.text.len();
        self.open.push(open);
        Ok(())
    }

    fn attribute(&mut self, open: &mut Open, begin: usize) -> Result<(), String> {
        let unclosed = || format!("Unclosed start tag \"{}\" at byte offset {begin}", open.tag);
        let name = self
            .take_until(|next| is_space(next) || matches!(next, Some('=' | '>' | '/' | '"' | '\'')))
            .to_owned();
        if name.is_empty() {
            if self.peek().is_none() {
                return Err(unclosed());
            }
            return Err(format!(
                "Empty attribute name in the tag \"{}\" at byte offset {begin}",
                open.tag
            ));
        }
        self.skip_space();
        if self.peek() != Some('=') {
            if self.peek().is_none() {
                return Err(unclosed());
            }
            if open.tag == "blockquote" && name == "expandable" {
                open.argument = Some(String::new());
            }
            return Ok(());
        }
        self.step();
        self.skip_space();
        let value = match self.peek() {
            None => return Err(unclosed()),
            Some(quote @ ('"' | '\'')) => self.quoted(quote),
            Some(_) => self.token()?,
        };
        if self.peek().is_none() {
            return Err(unclosed());
        }
        open.keep(&name, value);
        Ok(())
    }

    fn quoted(&mut self, quote: char) -> String {
        self.step();
        let mut value = String::new();
        while let Some(next) = self.peek() {
            if next == quote {
                self.step();
                break;
            }
            let letter = if next == '&' { self.reference() } else { None };
            value.push(letter.unwrap_or_else(|| {
                self.step();
                next
            }));
        }
        value
    }

    fn token(&mut self) -> Result<String, String> {
        let begin = self.at;
        let value = self
            .take_until(|next| {
                !next.is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, '.' | '-'))
            })
            .to_ascii_lowercase();
        if is_space(self.peek()) || self.peek() == Some('>') {
            Ok(value)
        } else {
            Err(format!(
                "Unexpected end of name token at byte offset {begin}"
            ))
        }
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.at += 2;
        let found = self
            .take_until(|next| is_space(next) || next == Some('>'))
            .to_owned();
        self.skip_space();
        if self.peek() != Some('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.step();
        if !found.is_empty() && found != open.tag {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{found}>\"",
                open.tag
            ));
        }
        if self.units > open.offset {
            self.close(open);
        }
        Ok(())
    }

    fn close(&mut self, open: Open) {
        let (offset, length) = (open.offset, self.units - open.offset);
        let entities = &mut self.out.entities;
        let (kind, extra) = match open.tag.as_str() {
            "b" | "strong" => ("bold", Extra::None),
            "i" | "em" => ("italic", Extra::None),
            "s" | "strike" | "del" => ("strikethrough", Extra::None),
            "u" | "ins" => ("underline", Extra::None),
            "span" | "tg-spoiler" => ("spoiler", Extra::None),
            "blockquote" if open.argument.is_some() => ("expandable_blockquote", Extra::None),
            "blockquote" => ("blockquote", Extra::None),
            "code" => {
                // The language rides on the surrounding `pre`, which closes next.
                let language = open.argument.map_or(Extra::None, Extra::Language);
                ("code", language)
            }
            "pre" => {
                let inner = entities.iter().position(|entity| {
                    entity.kind == "code" && entity.offset == offset && entity.length == length
                });
                let extra = inner.map_or(Extra::None, |at| entities.remove(at).extra);
                ("pre", extra)
            }
            "tg-emoji" => match open.argument {
                Some(id) => ("custom_emoji", Extra::Emoji(id)),
                None => return,
            },
            "tg-time" => match open.argument.and_then(|unix| unix.parse().ok()) {
                Some(unix) => {
                    let format = open.format.unwrap_or_default();
                    ("date_time", Extra::Time { unix, format })
                }
                None => return,
            },
            _ => match link(
                open.argument.unwrap_or_default(),
                &self.out.text[open.position..],
            ) {
                Some(link) => link,
                None => return,
            },
        };
        let extra = if kind == "code" && !self.open.iter().any(|outer| outer.tag == "pre") {
            Extra::None
        } else {
            extra
        };
        self.out.entities.push(Entity {
            kind,
            offset,
            length,
            extra,
        });
    }
}

impl Open {
    fn keep(&mut self, name: &str, value: String) {
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

/// The entity of a link, or nothing when the address isn't one: Telegram drops those silently.
pub fn link(address: String, shown: &str) -> Option<(&'static str, Extra)> {
    let address = if address.is_empty() {
        shown.to_owned()
    } else {
        address
    };
    let mention = address
        .strip_prefix("tg://user?id=")
        .and_then(|id| id.parse().ok());
    match mention {
        Some(user) => Some(("text_mention", Extra::User(user))),
        None if is_address(&address) => Some(("text_link", Extra::Url(address))),
        None => None,
    }
}

/// Whether Telegram takes this as an address.
pub fn is_address(address: &str) -> bool {
    let with_scheme = if address.contains("://") {
        address.to_owned()
    } else {
        format!("http://{address}")
    };
    let Ok(url) = url::Url::parse(&with_scheme) else {
        return false;
    };
    match url.scheme() {
        "http" | "https" => url
            .host_str()
            .is_some_and(|host| host.contains('.') || host == "localhost" || host.starts_with('[')),
        "tg" | "ton" | "tonsite" => true,
        _ => false,
    }
}
