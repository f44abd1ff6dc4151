//! Answers for `@bot words` in any chat: articles that anyone may see.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::{
    machine::{Block, CRISIS, Screen, Subject, crisis_article, payload},
    model::{Catalog, Text, keys},
};

use super::{
    delivery::{NoPreview, raw},
    html,
};

/// How long Telegram may give the same answer to anyone who types the same, in seconds.
const CACHE: u32 = 300;

/// `answerInlineQuery` with these answers. `bot`: the bot's username, for links to it.
pub(super) fn answer(
    catalog: &Catalog,
    bot: &str,
    query: &str,
    names: &[String],
) -> Option<Box<RawValue>> {
    let results = names.iter().filter_map(|name| {
        if name == CRISIS {
            return Some(crisis(catalog, bot));
        }
        let subject = Subject::named(catalog, name)?;
        Some(article(catalog, bot, &subject))
    });
    raw(&Answer {
        inline_query_id: query,
        results: results.collect(),
        cache_time: CACHE,
        is_personal: false,
    })
}

fn article(catalog: &Catalog, bot: &str, subject: &Subject<'_>) -> Article {
    let (title, short) = (subject.title(), subject.short());
    of(
        catalog,
        bot,
        subject.name(),
        &[&title, &short],
        subject.article(),
    )
}

/// For who writes of suicide or self-harm: help, before any topic.
fn crisis(catalog: &Catalog, bot: &str) -> Article {
    let (title, short) = (
        Text::new(keys::CRISIS_TITLE),
        Text::new(keys::CRISIS_LINE_UNKNOWN),
    );
    of(
        catalog,
        bot,
        CRISIS.to_owned(),
        &[&title, &short],
        crisis_article(),
    )
}

fn of(
    catalog: &Catalog,
    bot: &str,
    name: String,
    [title, short]: &[&Text; 2],
    blocks: Vec<Block>,
) -> Article {
    let words = &catalog.words;
    let link = Link {
        text: words
            .say(&Text::new(keys::BUTTON_MORE_IN_CHAT))
            .into_owned(),
        url: format!("https://t.me/{bot}?start={}", payload(&name)),
    };
    let screen = Screen {
        blocks,
        ..Screen::default()
    };
    Article {
        kind: "article",
        id: name,
        title: words.say(title).into_owned(),
        description: words.say(short).into_owned(),
        input_message_content: Content {
            message_text: html::text(&screen, words),
            parse_mode: "HTML",
            link_preview_options: NoPreview { is_disabled: true },
        },
        reply_markup: Markup {
            inline_keyboard: [[link]],
        },
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    inline_query_id: &'a str,
    results: Vec<Article>,
    cache_time: u32,
    is_personal: bool,
}

#[derive(Serialize)]
struct Article {
    #[serde(rename = "type")]
    kind: &'static str,
    id: String,
    title: String,
    description: String,
    input_message_content: Content,
    reply_markup: Markup,
}

#[derive(Serialize)]
struct Content {
    message_text: String,
    parse_mode: &'static str,
    link_preview_options: NoPreview,
}

#[derive(Serialize)]
struct Markup {
    inline_keyboard: [[Link; 1]; 1],
}

#[derive(Serialize)]
struct Link {
    text: String,
    url: String,
}
