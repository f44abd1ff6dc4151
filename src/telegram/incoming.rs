//! An update as an event of one person, or none where it is not for us.

use teloxide::types::{
    CallbackQuery, ChatMemberUpdated, MaybeInaccessibleMessage, Message, Update, UpdateKind,
};

use crate::{
    machine::{Attachment, Command, Event, Located},
    model::Private,
};

use super::token::decode;

/// An event, whose it is, and what an answer goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The chat.
    pub chat: i64,
    /// The person.
    pub user: i64,
    /// What happened.
    pub event: Event,
    /// What a pressed button belongs to.
    pub target: Target,
}

/// What a pressed button belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Target {
    /// The query that waits for an answer.
    pub query: Option<String>,
    /// The words in some other chat that wait for answers.
    pub inline: Option<String>,
    /// The message under which the button stands, where it can still be changed.
    pub message: Option<i32>,
}

/// The longest text that Telegram lets through, in characters. Whatever sends more is not Telegram; the
/// time that reading takes stays bounded.
const LONGEST: usize = 4096;

/// Reads an update. `bot`: the bot's username. None: nothing to react to.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "no other kind, of today or later, is for us"
)]
pub fn incoming(update: &Update, bot: &str) -> Option<Incoming> {
    match &update.kind {
        UpdateKind::Message(message) => from_message(message, bot),
        UpdateKind::EditedMessage(message) if message.chat.is_private() => {
            let text = words(message)?;
            by(message, Event::Edited(Private::new(text.to_owned())))
        }
        UpdateKind::CallbackQuery(query) => Some(from_press(query)),
        UpdateKind::InlineQuery(query) => {
            let user = i64::try_from(query.from.id.0).ok()?;
            Some(Incoming {
                chat: user,
                user,
                event: Event::Inline(Private::new(query.query.clone())),
                target: Target {
                    inline: Some(query.id.0.clone()),
                    ..Target::default()
                },
            })
        }
        UpdateKind::MyChatMember(change) => from_membership(change),
        _ => None,
    }
}

fn words(message: &Message) -> Option<&str> {
    let text = message.text().or_else(|| message.caption())?;
    let end = text.char_indices().nth(LONGEST);
    Some(end.map_or(text, |(end, _)| &text[..end]))
}

/// Whether an update is a message with the command of that name, without the slash.
pub fn is_command(update: &Update, bot: &str, name: &str) -> bool {
    let UpdateKind::Message(message) = &update.kind else {
        return false;
    };
    let said = message.text().and_then(|text| spelled(text, bot));
    said.is_some_and(|said| said.eq_ignore_ascii_case(name))
}

fn from_message(message: &Message, bot: &str) -> Option<Incoming> {
    let text = words(message);
    if !message.chat.is_private() {
        return addressed(message, text, bot).then(|| by(message, Event::Group))?;
    }
    // An answer of ours that the person picked for this chat: our words, not theirs.
    let via = message.via_bot.as_ref();
    if via.is_some_and(|via| via.username.as_deref() == Some(bot)) {
        return None;
    }
    let event = match text {
        Some(text) => {
            commanded(text, bot).unwrap_or_else(|| Event::Text(Private::new(text.to_owned())))
        }
        None => match place(message) {
            Some(place) => Event::Located(Private::new(place)),
            None => Event::Attachment(attachment(message)),
        },
    };
    by(message, event)
}

/// A shared place.
fn place(message: &Message) -> Option<Located> {
    let venue = message.venue().map(|venue| &venue.location);
    let place = message.location().or(venue)?;
    Some(Located::new(place.latitude, place.longitude))
}

fn attachment(message: &Message) -> Attachment {
    if message.sticker().is_some() || message.animation().is_some() || message.dice().is_some() {
        Attachment::Sticker
    } else if message.voice().is_some()
        || message.audio().is_some()
        || message.video_note().is_some()
    {
        Attachment::Voice
    } else if message.photo().is_some() || message.video().is_some() {
        Attachment::Photo
    } else {
        Attachment::Other
    }
}

/// A command with what stands behind it: a question, or what a link to the bot carries.
fn commanded(text: &str, bot: &str) -> Option<Event> {
    let command = command(text, bot)?;
    let (_, behind) = text
        .trim_start()
        .split_once(char::is_whitespace)
        .unwrap_or_default();
    let behind = behind.trim();
    if command == Command::Ask && !behind.is_empty() {
        return Some(Event::Ask(Private::new(behind.to_owned())));
    }
    // In a link, where only letters, digits, `_` and `-` may stand, `-` is the dot of a name.
    let linked = behind.strip_prefix("ask_");
    let linked = linked.filter(|_| command == Command::Start);
    Some(match linked {
        Some(name) => Event::Linked(name.replace('-', ".")),
        None if behind.is_empty() => Event::Command(command),
        None => Event::Commanded(command, Private::new(behind.to_owned())),
    })
}

fn by(message: &Message, event: Event) -> Option<Incoming> {
    let user = i64::try_from(message.from.as_ref()?.id.0).ok()?;
    Some(Incoming {
        chat: message.chat.id.0,
        user,
        event,
        target: Target::default(),
    })
}

/// A command: `/name`, `/name@bot`, in any case, with or without a payload.
pub fn command(text: &str, bot: &str) -> Option<Command> {
    text.trim_start()
        .starts_with('/')
        .then(|| spelled(text, bot).map_or(Command::Unknown, Command::named))
}

/// The name of a command to this bot, as it was typed.
fn spelled<'t>(text: &'t str, bot: &str) -> Option<&'t str> {
    let word = text
        .trim_start()
        .strip_prefix('/')?
        .split(char::is_whitespace)
        .next()?;
    let (name, at) = word
        .split_once('@')
        .map_or((word, None), |(name, at)| (name, Some(at)));
    at.is_none_or(|at| at.eq_ignore_ascii_case(bot))
        .then_some(name)
}

/// In a group the bot is spoken to by a command of its own, its name, or a reply to it.
fn addressed(message: &Message, text: Option<&str>, bot: &str) -> bool {
    let replied = message
        .reply_to_message()
        .is_some_and(|to| to.from.as_ref().and_then(|from| from.username.as_deref()) == Some(bot));
    let text = text.unwrap_or_default();
    let commanded = command(text, bot).is_some_and(|command| command != Command::Unknown);
    let named = mentions(text, bot);
    replied || commanded || named
}

/// Whether the text has the bot's name as a word. Not by the message's entities: teloxide panics at one
/// that reaches over the text's end.
fn mentions(text: &str, bot: &str) -> bool {
    let part_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices('@').any(|(at, _)| {
        let (before, name) = (&text[..at], &text[at + 1..]);
        let name = name.split(|c| !part_of_name(c)).next().unwrap_or_default();
        !before.ends_with(part_of_name) && name.eq_ignore_ascii_case(bot)
    })
}

fn from_press(query: &CallbackQuery) -> Incoming {
    let user = i64::try_from(query.from.id.0).unwrap_or_default();
    let (chat, message, private) = match &query.message {
        Some(MaybeInaccessibleMessage::Regular(message)) => (
            message.chat.id.0,
            Some(message.id.0),
            message.chat.is_private(),
        ),
        Some(MaybeInaccessibleMessage::Inaccessible(message)) => {
            (message.chat.id.0, None, message.chat.is_private())
        }
        None => (user, None, true),
    };
    let mut press = decode(query.data.as_deref().unwrap_or_default());
    if !private {
        // Our messages in groups have no such buttons.
        press.choice = None;
    }
    let target = Target {
        query: Some(query.id.0.clone()),
        inline: None,
        message,
    };
    Incoming {
        chat,
        user,
        event: Event::Pressed(press),
        target,
    }
}

fn from_membership(change: &ChatMemberUpdated) -> Option<Incoming> {
    if !change.chat.is_private() {
        return None;
    }
    let event = if change.new_chat_member.is_banned() || change.new_chat_member.is_left() {
        Event::Blocked
    } else {
        Event::Returned
    };
    let user = i64::try_from(change.from.id.0).ok()?;
    Some(Incoming {
        chat: change.chat.id.0,
        user,
        event,
        target: Target::default(),
    })
}
