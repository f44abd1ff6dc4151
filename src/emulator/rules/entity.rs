//! Marked stretches of a text, counted in UTF-16 code units as Telegram counts them.

use serde_json::{Value, json};

/// What a marked stretch carries besides its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extra {
    /// Nothing.
    None,
    /// The address of a `text_link`.
    Url(String),
    /// The language of a `pre`.
    Language(String),
    /// The emoji of a `custom_emoji`.
    Emoji(String),
    /// The person of a `text_mention`.
    User(i64),
    /// The moment of a `date_time`.
    Time {
        /// Seconds since 1970.
        unix: i64,
        /// How to show it.
        format: String,
    },
}

/// A marked stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Telegram's name of the kind.
    pub kind: &'static str,
    /// Where it starts.
    pub offset: usize,
    /// How long it is.
    pub length: usize,
    /// What it carries.
    pub extra: Extra,
}

impl Entity {
    /// One that carries nothing more.
    pub fn plain(kind: &'static str, offset: usize, length: usize) -> Self {
        Self {
            kind,
            offset,
            length,
            extra: Extra::None,
        }
    }

    /// Where it ends.
    pub fn end(&self) -> usize {
        self.offset + self.length
    }

    /// As the Bot API shows it.
    pub fn to_value(&self) -> Value {
        let mut value = json!({ "type": self.kind, "offset": self.offset, "length": self.length });
        match &self.extra {
            Extra::None => {}
            Extra::Url(url) => value["url"] = json!(url),
            Extra::Language(language) => value["language"] = json!(language),
            Extra::Emoji(id) => value["custom_emoji_id"] = json!(id),
            Extra::User(id) => {
                value["user"] = json!({ "id": id, "is_bot": false, "first_name": "" });
            }
            Extra::Time { unix, format } => {
                value["unix_time"] = json!(unix);
                value["date_time_format"] = json!(format);
            }
        }
        value
    }
}

/// A text and its marked stretches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Formatted {
    /// The text as people see it.
    pub text: String,
    /// Its marked stretches, by where they start, the longer first.
    pub entities: Vec<Entity>,
}

impl Formatted {
    /// A text without markup.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            entities: Vec::new(),
        }
    }

    /// Its length in UTF-16 code units.
    pub fn length(&self) -> usize {
        self.text.encode_utf16().count()
    }

    /// The entities as the Bot API shows them.
    pub fn entities_value(&self) -> Value {
        Value::Array(self.entities.iter().map(Entity::to_value).collect())
    }

    /// Takes the white space at both ends away, as Telegram does with every message.
    pub fn trim(&mut self) {
        let trimmed_end = self.text.trim_end();
        self.text.truncate(trimmed_end.len());
        let lead = self.text.len() - self.text.trim_start().len();
        let shift = self
            .text
            .get(..lead)
            .map_or(0, |white| white.encode_utf16().count());
        self.text.drain(..lead);
        let total = self.length();
        for entity in &mut self.entities {
            let end = entity.end().saturating_sub(shift).min(total);
            entity.offset = entity.offset.saturating_sub(shift).min(total);
            entity.length = end.saturating_sub(entity.offset);
        }
        self.entities.retain(|entity| entity.length > 0);
    }

    /// Puts the entities in order and keeps the nesting Telegram allows: nothing inside code,
    /// no quote inside a quote.
    pub fn tidy(&mut self) {
        self.entities.sort_by(|a, b| {
            a.offset
                .cmp(&b.offset)
                .then(b.length.cmp(&a.length))
                .then(a.kind.cmp(b.kind))
        });
        let closed: Vec<(usize, usize, bool)> = self
            .entities
            .iter()
            .filter(|entity| is_code(entity.kind) || is_quote(entity.kind))
            .map(|entity| (entity.offset, entity.end(), is_code(entity.kind)))
            .collect();
        let mut place = 0;
        let mut kept: Vec<Entity> = Vec::with_capacity(self.entities.len());
        for entity in self.entities.drain(..) {
            let mine = is_code(entity.kind) || is_quote(entity.kind);
            let inside = closed
                .iter()
                .enumerate()
                .any(|(other, &(start, end, code))| {
                    let around = start <= entity.offset && entity.end() <= end;
                    let same = mine && other >= place;
                    around && !same && code != is_quote(entity.kind)
                });
            place += usize::from(mine);
            if !inside {
                kept.push(entity);
            }
        }
        self.entities = kept;
    }
}

/// Kinds that can't hold others.
pub fn is_code(kind: &str) -> bool {
    kind == "pre" || kind == "code"
}

fn is_quote(kind: &str) -> bool {
    kind == "blockquote" || kind == "expandable_blockquote"
}
