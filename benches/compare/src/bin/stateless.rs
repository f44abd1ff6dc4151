//! A teloxide bot that stores nothing: the least that any bot on teloxide has to spend.
//!
//! It answers each message with one message of the length of a usual question, under which are four buttons in two rows,
//! and each press by answering it and editing that message. Reads `TELOXIDE_TOKEN` and `TELOXIDE_API_URL`.
use teloxide::{
    prelude::*,
    types::{InlineKeyboardButton, InlineKeyboardMarkup, ParseMode},
};

type HandlerResult = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// What it says to every message, and, with another first word, to every press.
const QUESTION: &str = "<b>Question 3 of 9</b>\n\nIs any of these happening to you right now? Choose every one that fits. \
    If you are not sure about one of them, press the last button, and we go through them one by one.";
const CHANGED: &str = "<b>Question 4 of 9</b>\n\nIs any of these happening to you right now? Choose every one that fits. \
    If you are not sure about one of them, press the last button, and we go through them one by one.";

#[tokio::main]
async fn main() {
    pretty_env_logger::init();
    let bot = Bot::from_env();
    let handler = dptree::entry()
        .branch(Update::filter_message().endpoint(answer))
        .branch(Update::filter_callback_query().endpoint(press));
    Dispatcher::builder(bot, handler)
        .enable_ctrlc_handler()
        .build()
        .dispatch()
        .await;
}

async fn answer(bot: Bot, msg: Message) -> HandlerResult {
    bot.send_message(msg.chat.id, QUESTION)
        .parse_mode(ParseMode::Html)
        .reply_markup(keyboard())
        .await?;
    Ok(())
}

async fn press(bot: Bot, query: CallbackQuery) -> HandlerResult {
    bot.answer_callback_query(query.id.clone()).await?;
    if let Some(message) = query.regular_message() {
        // Telegram refuses an edit that changes nothing: turn from one text to the other.
        let shown = message.text().unwrap_or_default();
        let next = if shown.starts_with("Question 3") {
            CHANGED
        } else {
            QUESTION
        };
        bot.edit_message_text(message.chat.id, message.id, next)
            .parse_mode(ParseMode::Html)
            .reply_markup(keyboard())
            .await?;
    }
    Ok(())
}

fn keyboard() -> InlineKeyboardMarkup {
    let button = |text: &str, data: &str| InlineKeyboardButton::callback(text, data);
    InlineKeyboardMarkup::new([
        [
            button("None of these", "q:none:00000001"),
            button("Not sure", "q:unsure:00000001"),
        ],
        [
            button("Back", "q:back:00000001"),
            button("Why do you ask?", "q:why:00000001"),
        ],
    ])
}
