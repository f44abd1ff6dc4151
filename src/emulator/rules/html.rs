//! Telegram's HTML: the tags it knows, with its own words for what it refuses.
//!
//! A hand-made reader, since Telegram's isn't HTML: unknown tags are errors, unknown attributes
//! are passed over, and entities are counted in UTF-16 code units.

use super::entity::Formatted;
use super::reference;
use super::tags::{Open, TAGS, entity};

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
        let (letter, used) = reference::read(&self.source[self.at..])?;
        self.at += used;
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
        let in_pre = self.open.iter().any(|outer| outer.tag == "pre");
        let found = entity(open, self.units, &mut self.out, in_pre);
        self.out.entities.extend(found);
    }
}
