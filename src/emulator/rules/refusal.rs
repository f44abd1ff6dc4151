//! Telegram's words for a call that doesn't fit the Bot API's data.

use super::check::{Problem, Wrong};

/// The refusal a problem leads to; none where Telegram lets it pass.
pub fn refusal(method: &str, problem: &Problem) -> Option<String> {
    let words = match problem.wrong {
        Wrong::Unknown => return None,
        Wrong::Missing => missing(method, problem),
        Wrong::Type => wrong_type(problem),
        Wrong::TooLong | Wrong::TooShort => length(method, problem),
    };
    Some(format!("Bad Request: {words}"))
}

fn missing(method: &str, problem: &Problem) -> String {
    match (method, problem.path.as_str()) {
        (_, "chat_id") => "chat_id is empty".to_owned(),
        (_, "text") => "message text is empty".to_owned(),
        ("deleteMessage", "message_id") => "message to delete not found".to_owned(),
        (_, "message_id") => "message identifier is not specified".to_owned(),
        ("sendDocument", "document") => "there is no document in the request".to_owned(),
        ("sendPhoto", "photo") => "there is no photo in the request".to_owned(),
        (_, path) if path.starts_with("reply_markup.inline_keyboard[") => {
            format!(
                "can't parse inline keyboard button: Can't find field \"{}\"",
                problem.leaf()
            )
        }
        (_, path) => format!("parameter \"{path}\" is required"),
    }
}

fn wrong_type(problem: &Problem) -> String {
    match problem.path.as_str() {
        "chat_id" => "chat not found".to_owned(),
        "reply_markup" => "object expected as reply markup".to_owned(),
        path if path.starts_with("reply_markup.inline_keyboard[") => {
            format!(
                "can't parse inline keyboard button: Field \"{}\" has a wrong type",
                problem.leaf()
            )
        }
        path if path.starts_with("reply_markup") => {
            "can't parse reply keyboard markup JSON object".to_owned()
        }
        path => format!("invalid {path} specified"),
    }
}

fn length(method: &str, problem: &Problem) -> String {
    match (method, problem.leaf()) {
        (_, "callback_data") => "BUTTON_DATA_INVALID".to_owned(),
        (_, "text") if problem.path.contains("copy_text") => "BUTTON_COPY_TEXT_INVALID".to_owned(),
        ("answerCallbackQuery", "text") => "MESSAGE_TOO_LONG".to_owned(),
        ("setMyCommands", "command") => "BOT_COMMAND_INVALID".to_owned(),
        ("setMyCommands", "description") => "BOT_COMMAND_DESCRIPTION_INVALID".to_owned(),
        ("answerInlineQuery", "id") => "RESULT_ID_INVALID".to_owned(),
        ("setWebhook", "secret_token") => "secret token is too long".to_owned(),
        (_, "message_text" | "text") => "message is too long".to_owned(),
        (_, leaf) if problem.wrong == Wrong::TooLong => format!("{leaf} is too long"),
        (_, leaf) => format!("{leaf} is too short"),
    }
}
