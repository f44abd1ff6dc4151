//! Sends one delivery and says what became of it.

use std::time::Duration;

use reqwest::multipart::{Form, Part};
use serde_json::value::RawValue;
use teloxide::Bot;

use super::{
    call::{CallError, Content, tell},
    delivery::{Body, Delivery},
};

/// How long Telegram may take to answer a call.
const PATIENCE: Duration = Duration::from_secs(30);

/// What Telegram's words may quote a message behind.
const QUOTES: [char; 7] = ['"', '\'', '`', '“', '‘', '«', '<'];

/// What became of a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// Telegram took it, or it makes no difference any more.
    Done,
    /// Not now: again after this time, or, where Telegram named none, after a pause.
    Later(Option<Duration>),
    /// The person blocked the bot, or is gone.
    Unreachable,
    /// Telegram will never take it: the reason, in its own words, which quote nothing.
    Refused(String),
}

/// The longest that an answer to a pressed button is worth waiting for, while the chat waits with it.
const COURTESY: Duration = Duration::from_secs(3);

/// Sends the answer to the pressed button and the message, side by side. An answer with a message
/// is a courtesy of this moment, tried twice, and not against Telegram's wish; one that is all that
/// the person sees is delivered like a message.
pub async fn send(bot: &Bot, delivery: &Delivery) -> Sent {
    let (answered, sent) = futures::join!(answer(bot, delivery), show(bot, delivery));
    match (answered, &delivery.body) {
        (Sent::Later(wait), None) => Sent::Later(wait),
        // Where the message has to be sent again, the answer goes with it.
        (Sent::Later(wait), Some(_)) if !matches!(sent, Sent::Later(_)) => {
            let wait = wait.unwrap_or_default();
            if wait <= COURTESY {
                tokio::time::sleep(wait).await;
                answer(bot, delivery).await;
            }
            sent
        }
        (Sent::Later(_) | Sent::Done | Sent::Unreachable | Sent::Refused(_), _) => sent,
    }
}

async fn answer(bot: &Bot, delivery: &Delivery) -> Sent {
    match &delivery.answer {
        Some(answer) => judge(post(bot, "answerCallbackQuery", answer).await),
        None => Sent::Done,
    }
}

async fn show(bot: &Bot, delivery: &Delivery) -> Sent {
    match &delivery.body {
        Some(Body::New(raw)) => judge(post(bot, "sendMessage", raw).await),
        Some(Body::Inline(raw)) => judge(post(bot, "answerInlineQuery", raw).await),
        Some(Body::Edit(raw)) => edit(bot, raw).await,
        Some(Body::Document {
            chat,
            name,
            caption,
            content,
        }) => document(bot, *chat, name, caption, content).await,
        None => Sent::Done,
    }
}

async fn post(bot: &Bot, method: &str, raw: &RawValue) -> Result<(), CallError> {
    tell(bot, method, Content::Json(raw.get().to_owned()), PATIENCE).await
}

async fn document(bot: &Bot, chat: i64, name: &str, caption: &str, content: &str) -> Sent {
    let file = Part::bytes(content.as_bytes().to_vec()).file_name(name.to_owned());
    let Ok(file) = file.mime_str("application/json") else {
        return Sent::Refused("the document's type".to_owned());
    };
    let form = Form::new()
        .text("chat_id", chat.to_string())
        .text("caption", caption.to_owned())
        .part("document", file);
    judge(tell(bot, "sendDocument", Content::Form(form), PATIENCE).await)
}

/// An edit whose message is gone or too old becomes a new message: an answer is never lost.
async fn edit(bot: &Bot, raw: &RawValue) -> Sent {
    let edited = judge(post(bot, "editMessageText", raw).await);
    match &edited {
        Sent::Refused(reason) if is_gone(reason) => match as_new(raw) {
            Some(new) => judge(post(bot, "sendMessage", &new).await),
            None => edited,
        },
        Sent::Refused(_) | Sent::Done | Sent::Later(_) | Sent::Unreachable => edited,
    }
}

fn is_gone(reason: &str) -> bool {
    let reason = reason.to_ascii_lowercase();
    reason.contains("message to edit not found")
        || reason.contains("message can't be edited")
        || reason.contains("message_id_invalid")
}

fn as_new(raw: &RawValue) -> Option<Box<RawValue>> {
    let mut call: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(raw.get()).ok()?;
    call.remove("message_id");
    serde_json::value::to_raw_value(&call).ok()
}

/// What an answer of Telegram means for us.
fn judge(answer: Result<(), CallError>) -> Sent {
    match answer {
        // Unreadable: it was taken all the same, and must not be sent again.
        Ok(()) | Err(CallError::Unreadable) => Sent::Done,
        Err(CallError::Wait(pause)) => Sent::Later(Some(pause)),
        Err(CallError::Network(_) | CallError::Server(_)) => Sent::Later(None),
        Err(CallError::Refused(code, said)) => refused(code, &said),
    }
}

fn refused(code: u16, said: &str) -> Sent {
    let lower = said.to_ascii_lowercase();
    if lower.contains("message is not modified") || lower.contains("query is too old") {
        Sent::Done
    } else if code == 403
        || lower.contains("chat not found")
        || lower.contains("user is deactivated")
    {
        Sent::Unreachable
    } else if matches!(code, 401 | 404 | 409) && !lower.starts_with("bad request") {
        // The token or the server's address, not the message: for the operator to mend.
        Sent::Later(None)
    } else {
        Sent::Refused(before_quotes(said).trim_end().to_owned())
    }
}

/// Some of Telegram's words quote what was sent, in one kind of quotation marks or another. The
/// apostrophe of "can't" is none.
fn before_quotes(said: &str) -> &str {
    let quote = said.char_indices().find(|(at, letter)| {
        let in_word = said[..*at].ends_with(char::is_alphanumeric);
        QUOTES.contains(letter) && !(*letter == '\'' && in_word)
    });
    quote.map_or(said, |(at, _)| &said[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telegrams_reasons_quote_nothing_that_was_sent() {
        let reasons = [
            (
                "Bad Request: can't parse entities: Unsupported start tag \"my secret\" at byte 4",
                "Bad Request: can't parse entities: Unsupported start tag",
            ),
            (
                "Bad Request: can't find 'my secret'",
                "Bad Request: can't find",
            ),
            (
                "Bad Request: button <my secret> is wrong",
                "Bad Request: button",
            ),
            (
                "Bad Request: message is too long",
                "Bad Request: message is too long",
            ),
        ];
        for (said, kept) in reasons {
            assert_eq!(refused(400, said), Sent::Refused(kept.to_owned()));
        }
    }
}
