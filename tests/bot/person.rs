//! A person who follows a script on the emulated phone, and looks at what comes.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use serde_json::Value;
use twitchwise::emulator::{Emulator, Tap};

use super::{
    phone::Shown,
    script::{Act, Script, What, later, rebased},
};

/// How often a person looks at the phone.
const GLANCE: Duration = Duration::from_millis(3);

/// Messages of a chat, the person's own too, that are looked at where only the newest count.
const RECENT: usize = 12;

/// What became of a person.
#[derive(Debug, Default)]
pub(crate) struct Played {
    /// The updates that the person caused.
    pub(crate) updates: usize,
    /// Their numbers.
    pub(crate) numbers: Vec<i64>,
    /// How many revisions later than the script's the session began.
    pub(crate) began: u32,
    /// Messages beyond those that the script has.
    pub(crate) twice: usize,
    /// The words of the outcome.
    pub(crate) outcome: String,
}

/// Follows the script to its end. Each action happens once: what the bot took before it was
/// killed, it answers when it is back. `acted` counts the actions of all, `kills` says how many
/// messages may have been sent twice by now: one each.
pub(crate) async fn play(
    emulator: &Emulator,
    person: i64,
    script: &Script,
    patience: Duration,
    acted: &AtomicUsize,
    kills: &AtomicUsize,
) -> Result<Played, String> {
    let mut played = Played::default();
    // When the session began, which only its first message tells.
    let mut began = None;
    for (number, act) in script.acts.iter().enumerate() {
        let what = match &act.what {
            What::Press(data) => What::Press(rebased(data, began.unwrap_or_default())),
            What::Say(words) => What::Say(words.clone()),
        };
        played.numbers.extend(do_it(emulator, person, &what)?);
        acted.fetch_add(1, Ordering::SeqCst);
        played.updates += 1;
        played.outcome = wait(emulator, person, act, &mut began, patience)
            .await
            .map_err(|seen| {
                format!(
                    "person {person}, action {number} {:?}: expected {:#?}, not among {seen:#?}",
                    act.what, act.seen
                )
            })?;
        played.twice = count(emulator, person).saturating_sub(act.messages);
        let kills = kills.load(Ordering::SeqCst);
        if played.twice > kills {
            let twice = played.twice;
            return Err(format!(
                "person {person}: {twice} messages twice in {kills} kills"
            ));
        }
    }
    played.began = began.unwrap_or_default();
    Ok(played)
}

/// How many messages of the bot the chat holds.
pub(crate) fn count(emulator: &Emulator, person: i64) -> usize {
    messages(emulator, person).len()
}

/// The bot's messages in the chat as they stand.
pub(crate) fn messages(emulator: &Emulator, person: i64) -> Vec<Shown> {
    seen(emulator, person, None)
}

/// The newest of them: what a person looks at.
pub(crate) fn recent(emulator: &Emulator, person: i64) -> Vec<Shown> {
    seen(emulator, person, Some(RECENT))
}

fn seen(emulator: &Emulator, person: i64, last: Option<usize>) -> Vec<Shown> {
    let now = emulator.now();
    let view = emulator.world(|world| world.view(person, last, now));
    let view = view.expect("a chat");
    let messages = view["messages"].as_array().into_iter().flatten();
    messages
        .filter(|message| message["from"] == "bot")
        .map(shown)
        .collect()
}

/// Presses a button of the newest message that has it, or says something. Gives the update's number.
pub(crate) fn do_it(emulator: &Emulator, person: i64, what: &What) -> Result<Option<i64>, String> {
    let now = emulator.now();
    match what {
        What::Say(words) => {
            let said = emulator.world(|world| world.say(person, words, now));
            Ok(said.map_err(|e| e.to_string())?.update_id)
        }
        What::Press(data) => {
            let has = |shown: &&Shown| shown.buttons.iter().any(|(_, d)| d == data);
            let newest = recent(emulator, person);
            let older = || {
                messages(emulator, person)
                    .into_iter()
                    .rev()
                    .find(|one| has(&one))
            };
            let message = newest.into_iter().rev().find(|one| has(&one));
            let message = message.or_else(older);
            let tap = Tap {
                message_id: message.ok_or_else(|| format!("no button {data}"))?.id,
                data: data.clone(),
                ..Tap::default()
            };
            let pressed = emulator.world(|world| world.press(person, &tap, now));
            Ok(pressed.map_err(|e| e.to_string())?.update_id)
        }
    }
}

/// Waits until a message looks as the script says; else gives all messages.
async fn wait(
    emulator: &Emulator,
    person: i64,
    act: &Act,
    began: &mut Option<u32>,
    patience: Duration,
) -> Result<String, Vec<Shown>> {
    let begun = Instant::now();
    let mut looked_at = None;
    loop {
        let version = emulator.world(|world| world.version(person));
        if version != looked_at {
            looked_at = version;
            let seen = messages(emulator, person);
            for shown in seen.iter().rev() {
                let by = later(shown, &act.seen);
                if by.is_some() && began.is_none_or(|began| by == Some(began)) {
                    *began = by;
                    return Ok(shown.text.clone());
                }
            }
        }
        if begun.elapsed() > patience {
            return Err(messages(emulator, person));
        }
        tokio::time::sleep(GLANCE).await;
    }
}

fn shown(message: &Value) -> Shown {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = message["keyboard"].as_array().into_iter().flatten();
    let buttons = rows.flat_map(|row| row.as_array().into_iter().flatten());
    Shown {
        id: message["id"].as_i64().unwrap_or_default(),
        text: text(&message["text"]).trim().to_owned(),
        buttons: buttons
            .map(|button| (text(&button["text"]), text(&button["data"])))
            .collect(),
        file: None,
    }
}
