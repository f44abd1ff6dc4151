//! What the command line says and what the chat says, message by message.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use twitchwise::{
    language::{Intent, control, fears_nerve_disease, understand},
    machine::{Block, Check, Effect, Event, Plain, Session, said_to, step, write},
    model::{Catalog, Field, Private},
};

use super::bank::Bank;

/// The answer of the command line, as plain text.
fn printed(catalog: &Catalog, text: &str, today: Date) -> (Intent, String) {
    let understood = understand(&catalog.lexicon, text, today);
    let fears = fears_nerve_disease(&catalog.lexicon, text);
    (
        understood.intent,
        plain(catalog, &said_to(catalog, &understood, fears)),
    )
}

/// What the chat says to somebody who comes with these words.
fn sent(catalog: &Catalog, text: &str, now: Timestamp) -> String {
    let event = Event::Text(Private::new(text.to_owned()));
    let effects = step(catalog, Session::default(), &event, now).effects;
    let said = effects.iter().filter_map(|effect| match effect {
        Effect::Say(screen) => Some(plain(catalog, &screen.blocks)),
        Effect::Remind(..)
        | Effect::Edit(_)
        | Effect::Export(_)
        | Effect::Erase
        | Effect::Offer(_)
        | Effect::Count(..)
        | Effect::DropUnsent => None,
    });
    said.collect::<Vec<_>>().join("\n\n")
}

fn plain(catalog: &Catalog, blocks: &[Block]) -> String {
    let mut plain = Plain::default();
    write(blocks, &catalog.words, &mut plain);
    plain.0
}

/// What the chat says to each message that is taken for danger or a crisis, surely or not.
pub(crate) fn alarms(catalog: &Catalog, bank: &Bank, intent: Intent, unsure: bool) -> Vec<String> {
    let today = bank.today();
    let now = TimeZone::UTC.to_timestamp(today.at(12, 0, 0, 0)).unwrap();
    let texts = bank.message.iter().map(|message| message.text.as_str());
    let alarms = texts.filter(|text| {
        let understood = understand(&catalog.lexicon, text, today);
        understood.intent == intent && understood.unsure == unsure
    });
    alarms.map(|text| sent(catalog, text, now)).collect()
}

/// Each message of danger in doubt after which a check under way does not ask for the danger signs again.
pub(crate) fn not_asked_again(catalog: &Catalog, bank: &Bank) -> Vec<String> {
    let today = bank.today();
    let now = TimeZone::UTC.to_timestamp(today.at(12, 0, 0, 0)).unwrap();
    let in_doubt = bank.message.iter().filter(|message| {
        let understood = understand(&catalog.lexicon, &message.text, today);
        understood.intent == Intent::Emergency && understood.unsure
    });
    let mut found = false;
    let mut wrong = Vec::new();
    for message in in_doubt {
        found = true;
        let mut session = Session {
            agreed_at: Some(now),
            heard_at: now,
            ..Session::default()
        };
        session.check = serde_json::from_value(
            serde_json::json!({ "started_at": now, "answers": { "danger_signs": ["none"] } }),
        )
        .unwrap();
        let event = Event::Text(Private::new(message.text.clone()));
        let after = step(catalog, session, &event, now).session;
        let open = |check: &Check| check.answers.get(Field::DangerSigns).is_empty();
        if !after.check.as_ref().is_some_and(open) || after.result.is_some() {
            wrong.push(message.text.clone());
        }
    }
    assert!(found, "no danger in doubt");
    wrong
}

/// Each message whose answers differ.
pub(crate) fn differing(catalog: &Catalog, bank: &Bank) -> Vec<String> {
    let today = bank.today();
    let now = TimeZone::UTC.to_timestamp(today.at(12, 0, 0, 0)).unwrap();
    let mut differ = Vec::new();
    // Words of a button, a greeting and bare signs are no questions.
    let asks = |text: &str| {
        control(&catalog.lexicon, text).is_none() && text.contains(char::is_alphanumeric)
    };
    for message in bank.message.iter().filter(|message| asks(&message.text)) {
        let (intent, printed) = printed(catalog, &message.text, today);
        let sent = sent(catalog, &message.text, now);
        // The chat adds what is asked below, and greets before the first check; danger and crisis it tells
        // in its own steps.
        let first = printed.lines().next().unwrap_or_default();
        let same = match intent {
            Intent::Ask | Intent::Unknown => sent.starts_with(&printed),
            Intent::Describe => sent.contains(first),
            Intent::Emergency | Intent::Crisis => sent.starts_with(first),
        };
        if !same {
            let sent = sent.lines().next().unwrap_or_default();
            differ.push(format!(
                "{}: {}\n  printed: {first}\n  sent: {sent}",
                intent.name(),
                message.text
            ));
        }
    }
    differ
}
