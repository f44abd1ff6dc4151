//! One message: what it says, as keys, and the buttons under it.

use std::fmt;

use crate::model::{Text, Words};

use super::event::Choice;

/// One message to the person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Screen {
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
    /// Rows of buttons.
    pub keyboard: Vec<Vec<Button>>,
    /// The session's revision that its buttons carry.
    pub revision: u32,
}

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The one sentence to read first.
    Heading(Text),
    /// A paragraph.
    Para(Text),
    /// Lines with a bullet each.
    Bullets(Vec<Text>),
    /// Names and values.
    Pairs(Vec<(Text, Text)>),
    /// A heading and lines, folded away until tapped.
    Fold(Text, Vec<Text>),
    /// A heading and a text of paragraphs, folded away until tapped.
    Details(Text, Text),
    /// A line at the foot or the head, in small.
    Small(Text),
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: Text,
    /// Whether it is a toggle, and ticked.
    pub ticked: Option<bool>,
    /// What it does.
    pub action: Action,
}

/// What a button does.
#[derive(Clone, PartialEq, Eq)]
pub enum Action {
    /// Tells the bot.
    Choose(Choice),
    /// Opens the private chat with the bot, with a start payload.
    OpenChat(&'static str),
    /// Offers to send someone a link to the bot that leads to the answer of that name.
    Share(String),
}

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Choose(_) => "Choose(…)",
            Self::OpenChat(_) => "OpenChat(…)",
            Self::Share(_) => "Share(…)",
        })
    }
}

impl Button {
    /// A button that tells the bot.
    pub fn new(key: &'static str, choice: Choice) -> Self {
        Self::labelled(Text::new(key), choice)
    }

    /// A button with that label.
    pub const fn labelled(label: Text, choice: Choice) -> Self {
        Self {
            label,
            ticked: None,
            action: Action::Choose(choice),
        }
    }
}

/// What a link to an answer carries: `ask_` and its name, whose dot may not stand in a link.
pub fn payload(name: &str) -> String {
    format!("ask_{}", name.replace('.', "-"))
}

impl Screen {
    /// A message that begins with that paragraph.
    pub fn say(text: Text) -> Self {
        Self {
            blocks: vec![Block::Para(text)],
            ..Self::default()
        }
    }

    /// The same with one more block.
    #[must_use]
    pub fn block(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// The same with one more row of buttons; an empty row is none.
    #[must_use]
    pub fn row(mut self, row: Vec<Button>) -> Self {
        if !row.is_empty() {
            self.keyboard.push(row);
        }
        self
    }
}

/// How words are marked up.
pub trait Markup {
    /// Words as they are.
    fn text(&mut self, words: &str);
    /// Words that stand out.
    fn strong(&mut self, words: &str);
    /// Words in small.
    fn small(&mut self, words: &str);
    /// What follows is folded away …
    fn fold(&mut self);
    /// … up to here.
    fn unfold(&mut self);
}

/// Writes a message's words, block by block, an empty line between them.
pub fn write(blocks: &[Block], words: &Words, out: &mut impl Markup) {
    for (n, block) in blocks.iter().enumerate() {
        if n > 0 {
            out.text("\n\n");
        }
        match block {
            Block::Heading(text) => heading(&words.say(text), out),
            Block::Para(text) => out.text(&words.say(text)),
            Block::Small(text) => out.small(&words.say(text)),
            Block::Details(title, text) => {
                out.fold();
                out.strong(&words.say(title));
                out.text("\n");
                out.text(&words.say(text));
                out.unfold();
            }
            Block::Bullets(lines) => {
                for (n, line) in lines.iter().enumerate() {
                    out.text(if n > 0 { "\n• " } else { "• " });
                    out.text(&words.say(line));
                }
            }
            Block::Pairs(pairs) => {
                for (n, (name, value)) in pairs.iter().enumerate() {
                    out.text(if n > 0 { "\n" } else { "" });
                    out.strong(&words.say(name));
                    out.text(": ");
                    out.text(&words.say(value));
                }
            }
            Block::Fold(title, lines) => {
                out.fold();
                out.strong(&words.say(title));
                for line in lines {
                    out.text("\n• ");
                    out.text(&words.say(line));
                }
                out.unfold();
            }
        }
    }
}

/// The first paragraph stands out; what explains it does not.
fn heading(words: &str, out: &mut impl Markup) {
    let (first, rest) = words.split_once("\n\n").unwrap_or((words, ""));
    out.strong(first);
    if !rest.is_empty() {
        out.text("\n\n");
        out.text(rest);
    }
}

/// The words alone, without markup.
#[derive(Debug, Default)]
pub struct Plain(pub String);

impl Markup for Plain {
    fn text(&mut self, words: &str) {
        self.0.push_str(words);
    }

    fn strong(&mut self, words: &str) {
        self.0.push_str(words);
    }

    fn small(&mut self, words: &str) {
        self.0.push_str(words);
    }

    fn fold(&mut self) {}

    fn unfold(&mut self) {}
}
