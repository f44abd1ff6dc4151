//! Which messages came more than once: each that came is matched with one that is expected, in order,
//! so that one that is missing and one too many don't make up for each other.

use std::{collections::BTreeMap, time::Duration};

use twitchwise::emulator::{
    Emulator,
    world::message::{Author, Content},
};

use super::{
    phone::Shown,
    script::{Script, later},
};

/// The number of the last message in each chat, whoever wrote it.
pub(crate) type Ends = BTreeMap<i64, i64>;

/// The bot's messages in a chat, each as it was when it came.
pub(crate) fn sent(emulator: &Emulator, chat: i64) -> Vec<Shown> {
    emulator.world(|world| {
        let chat = world.chat(chat).expect("a chat");
        let of_bot = chat.messages.iter().filter(|m| m.author == Author::Bot);
        let shown = of_bot.map(|message| {
            let (content, keyboard) = message.as_sent();
            let text = match content {
                Content::Text(text) | Content::File { caption: text, .. } => text.text.trim(),
                Content::Location { .. } | Content::Service(_) => "",
            };
            Shown {
                id: message.id,
                text: text.to_owned(),
                buttons: buttons(keyboard),
                file: None,
            }
        });
        shown.collect()
    })
}

fn buttons(keyboard: Option<&str>) -> Vec<(String, String)> {
    let keyboard: serde_json::Value = keyboard
        .map(|keyboard| serde_json::from_str(keyboard).expect("a keyboard"))
        .unwrap_or_default();
    let rows = keyboard["inline_keyboard"].as_array().into_iter().flatten();
    let buttons = rows.flat_map(|row| row.as_array().into_iter().flatten());
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    buttons
        .map(|button| (text(&button["text"]), text(&button["callback_data"])))
        .collect()
}

/// The numbers of the messages that are the one before once more. Everything else has to be what the
/// script says, all of it, in its order.
pub(crate) fn copies(emulator: &Emulator, person: i64, script: &Script) -> Vec<i64> {
    let sent = sent(emulator, person);
    let (mut copies, mut began, mut expected) = (Vec::new(), None, script.sent.iter().peekable());
    for (number, shown) in sent.iter().enumerate() {
        let by = expected.peek().and_then(|next| later(shown, next));
        if by.is_some() && began.is_none_or(|began| by == Some(began)) {
            began = by;
            expected.next();
            continue;
        }
        let before = number.checked_sub(1).map(|before| &sent[before]);
        let again = before.is_some_and(|b| b.text == shown.text && b.buttons == shown.buttons);
        assert!(
            again,
            "person {person}: expected {:#?}, came {shown:#?}",
            expected.peek()
        );
        copies.push(shown.id);
    }
    let missing: Vec<_> = expected.collect();
    assert!(missing.is_empty(), "person {person}: missing {missing:#?}");
    copies
}

/// How often a message came again before the first kill, between any two, and after the last.
pub(crate) fn by_kill(person: i64, copies: &[i64], kills: &[Ends]) -> Vec<usize> {
    let mut counts = vec![0; kills.len() + 1];
    for id in copies {
        let before = |ends: &&Ends| ends.get(&person).is_some_and(|end| end < id);
        counts[kills.iter().take_while(before).count()] += 1;
    }
    counts
}

/// Where each chat ends, once what a killed bot had sent has arrived.
pub(crate) async fn ends(emulator: &Emulator, people: &[i64]) -> Ends {
    let calls = || emulator.world(|world| world.stats().calls.values().sum::<u64>());
    let mut before = calls();
    loop {
        tokio::time::sleep(Duration::from_millis(5)).await;
        let now = calls();
        if now == before {
            break;
        }
        before = now;
    }
    emulator.world(|world| {
        let last = |person: &i64| {
            let messages = &world.chat(*person).expect("a chat").messages;
            (*person, messages.back().map_or(0, |message| message.id))
        };
        people.iter().map(last).collect()
    })
}
