//! `answerInlineQuery`.

use serde_json::{Value, json};

use super::Answer;
use crate::emulator::rules::keyboard;
use crate::emulator::rules::text::{self, TextError};
use crate::emulator::world::World;
use crate::emulator::world::error::ApiError;
use crate::emulator::world::params::Params;
use crate::emulator::world::violation::ViolationKind;

const METHOD: &str = "answerInlineQuery";
const MOST_RESULTS: usize = 50;
const ANSWERABLE: i64 = 30;
const TOO_OLD: &str = "query is too old and response timeout expired or query ID is invalid";

/// `answerInlineQuery`.
pub(super) fn run(world: &mut World, params: &Params, now: i64) -> Answer {
    let results = params.list("results").unwrap_or_default();
    if let Err((kind, words)) = check(results) {
        world.violate(kind, METHOD, None, words.clone(), now);
        return Err(ApiError::bad_request(&words));
    }
    if !params.flag("is_personal") {
        let detail = "the answer isn't personal: its cache is shared by everybody";
        world.violate(ViolationKind::MissingParameter, METHOD, None, detail, now);
    }
    let id = params.text("inline_query_id").unwrap_or_default();
    let query = world.inline.get_mut(id);
    let Some(query) = query.filter(|query| query.at + ANSWERABLE >= now) else {
        return Err(ApiError::bad_request(TOO_OLD));
    };
    query.answer = Some(Value::Object(params.fields.clone()));
    let person = query.person;
    world.touch(person);
    Ok(json!(true))
}

fn check(results: &[Value]) -> Result<(), (ViolationKind, String)> {
    if results.len() > MOST_RESULTS {
        return Err((ViolationKind::Length, "RESULTS_TOO_MUCH".to_owned()));
    }
    let mut ids: Vec<&str> = results
        .iter()
        .filter_map(|result| result["id"].as_str())
        .collect();
    ids.sort_unstable();
    if ids.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err((ViolationKind::WrongType, "RESULT_ID_DUPLICATE".to_owned()));
    }
    for result in results {
        if let Some(markup) = result.get("reply_markup")
            && let Some(words) = keyboard::check(markup).refusal
        {
            return Err((ViolationKind::Keyboard, words));
        }
        let content = &result["input_message_content"];
        if let Some(source) = content["message_text"].as_str() {
            let mode = content["parse_mode"].as_str();
            let entities = content["entities"].as_array().map(Vec::as_slice);
            text::read_message(source, mode, entities).map_err(words)?;
        }
    }
    Ok(())
}

fn words(error: TextError) -> (ViolationKind, String) {
    match error {
        TextError::Markup(detail) => (
            ViolationKind::Markup,
            format!("can't parse entities: {detail}"),
        ),
        TextError::NotPlayed(mode) => (
            ViolationKind::NotPlayed,
            format!("parse_mode {mode} is not played"),
        ),
        TextError::Empty | TextError::Blank => {
            (ViolationKind::Length, "message text is empty".to_owned())
        }
        TextError::TooLong => (ViolationKind::Length, "MESSAGE_TOO_LONG".to_owned()),
    }
}
