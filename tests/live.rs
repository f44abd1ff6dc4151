//! The real binary as it is run for Telegram: it introduces itself, answers, goes on after a
//! restart, and says clearly what is wrong with its settings.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

mod bot;

use std::time::{Duration, Instant};

use bot::{
    binary::{Installation, Process},
    person,
    script::What,
};
use twitchwise::{
    content,
    emulator::{Emulator, Options, Tap},
    machine::Command,
    model::{Words, keys},
};

const PATIENCE: Duration = Duration::from_secs(20);

fn words() -> Words {
    content::embedded().unwrap_or_else(|e| panic!("{e}")).words
}

async fn emulator() -> Emulator {
    Emulator::start(Options::default())
        .await
        .expect("an emulator")
}

/// Waits until it holds.
async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "not so: {what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Waits until the newest message holds the words of that key.
async fn hears(emulator: &Emulator, person: i64, words: &Words, key: &str) {
    let expected = words.plain(key);
    assert!(!expected.is_empty(), "{key} has words");
    until(expected, || {
        let all = person::messages(emulator, person);
        all.last()
            .is_some_and(|shown| shown.text.contains(expected))
    })
    .await;
}

/// Presses the newest button of that label.
fn press(emulator: &Emulator, person: i64, words: &Words, key: &str) {
    let all = person::messages(emulator, person);
    let mut buttons = all.iter().rev().flat_map(|shown| &shown.buttons);
    let button = buttons.find(|(label, _)| label == words.plain(key));
    let data = button.expect("a button").1.clone();
    person::do_it(emulator, person, &What::Press(data)).expect("pressed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_introduces_itself_answers_and_goes_on_after_a_restart() {
    let emulator = emulator().await;
    let person = emulator.world(|world| world.add_person("Ann", Some("en")).id);
    let installation = Installation::new();
    let words = words();
    let process = installation.start(&emulator.url());
    until("commands and descriptions", || {
        let (bot, commands) = emulator.world(|world| {
            let view = world.view(person, None, 0).expect("a chat");
            (world.view_bot(), view["commands"].clone())
        });
        commands.as_array().is_some_and(|all| {
            all.len() == Command::MENU.len()
                && all.iter().zip(Command::MENU).all(|(shown, (_, name))| {
                    shown["command"] == name
                        && shown["description"] == words.plain(&format!("command-{name}"))
                })
        }) && bot["description"] == words.plain(keys::BOT_DESCRIPTION)
            && bot["short_description"] == words.plain(keys::BOT_SHORT_DESCRIPTION)
    })
    .await;

    person::do_it(&emulator, person, &What::Say("/start".to_owned())).expect("said");
    hears(&emulator, person, &words, keys::CONSENT).await;
    press(&emulator, person, &words, keys::BUTTON_AGREE);
    hears(&emulator, person, &words, "ask-danger_signs").await;
    assert!(process.stop("TERM").0.success());

    // Pressed while the bot is away: answered at the same place of the check.
    press(&emulator, person, &words, keys::BUTTON_NONE);
    let process = installation.start(&emulator.url());
    hears(&emulator, person, &words, "ask-age_group").await;
    assert!(process.stop("INT").0.success());
    assert_eq!(
        emulator.world(|world| format!("{:?}", world.violations())),
        "[]"
    );
    let token = Options::default().token;
    assert!(
        !installation.log().contains(&token),
        "the token is never logged"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_telegram_does_not_know_ends_the_start_with_a_clear_message() {
    let emulator = emulator().await;
    let installation = Installation::new();
    let mut process = installation.start_as("123456789:another-token", &emulator.url());
    let status = process.wait(PATIENCE);
    assert_eq!(status.code(), Some(1));
    let log = installation.log();
    assert!(log.contains("TELOXIDE_TOKEN"), "{log}");
    assert!(!log.contains("another-token"), "{log}");
}

#[test]
fn every_wrong_setting_is_named_at_once() {
    let installation = Installation::new();
    let mut command = installation.command();
    command
        .env("TELOXIDE_TOKEN", "not a token")
        .env("TELOXIDE_API_URL", "ftp://telegram.invalid")
        .env("DATABASE_URL", "mysql://nowhere")
        .env("PREVIEW_LISTEN", "somewhere")
        .env("LOG_FORMAT", "loud");
    let status = Process::spawn(&mut command).wait(PATIENCE);
    assert_eq!(status.code(), Some(1));
    let log = installation.log();
    for name in [
        "TELOXIDE_TOKEN",
        "TELOXIDE_API_URL",
        "DATABASE_URL",
        "PREVIEW_LISTEN",
        "LOG_FORMAT",
    ] {
        assert!(log.contains(name), "{name} is not named: {log}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_bot_on_the_same_data_is_refused() {
    let emulator = emulator().await;
    let installation = Installation::new();
    let first = installation.start(&emulator.url());
    installation.wait_for_log("running", PATIENCE);
    let mut second = installation.start(&emulator.url());
    assert_eq!(second.wait(PATIENCE).code(), Some(1));
    let log = installation.log();
    assert!(log.contains("DATABASE_URL"), "{log}");
    assert!(first.stop("TERM").0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_any_chat_it_offers_answers_with_nothing_personal_in_them() {
    let emulator = emulator().await;
    let (ann, now) = emulator.world(|world| (world.add_person("Ann", Some("en")).id, 0));
    let now = emulator.now().max(now);
    let installation = Installation::new();
    let process = installation.start(&emulator.url());
    let ask = |words: &str| {
        let asked = emulator.world(|world| world.ask_inline(ann, words, "", now));
        asked.expect("asked").query_id
    };
    let answer = |id: String| {
        let emulator = &emulator;
        async move {
            until("an answer", || {
                emulator.world(|world| world.inline_answer(&id).is_some())
            })
            .await;
            emulator
                .world(|world| world.inline_answer(&id))
                .expect("an answer")
        }
    };
    let found = answer(ask("magnesium")).await;
    assert_eq!(found["is_personal"], false);
    let first = &found["results"][0];
    assert_eq!(first["id"], "magnesium");
    let link = &first["reply_markup"]["inline_keyboard"][0][0]["url"];
    let link = link.as_str().expect("a link");
    assert!(link.ends_with("?start=ask_magnesium"), "{link}");
    let nothing = answer(ask("")).await;
    assert!(nothing["results"].as_array().expect("results").len() > 3);
    let danger = answer(ask("my face is drooping")).await;
    assert_eq!(danger["results"][0]["id"], "emergency_signs");
    let crisis = answer(ask("i want to die")).await;
    let first = &crisis["results"][0];
    assert_eq!(first["id"], "crisis");
    let said = first["input_message_content"]["message_text"].as_str();
    assert!(said.is_some_and(|said| said.contains("findahelpline.com")));
    // Picked for the chat with the bot itself, it is not read as the person's words.
    let picked = ask("my face is drooping");
    answer(picked.clone()).await;
    let said = emulator.world(|world| world.pick_inline(&picked, "emergency_signs", now));
    said.expect("picked");
    until("all taken", || {
        emulator.world(|world| world.waiting_updates() == 0)
    })
    .await;
    let (status, _) = process.stop("TERM");
    assert!(status.success());
    let all = person::messages(&emulator, ann);
    assert!(
        all.iter()
            .all(|shown| !shown.text.contains("needs help now")),
        "its own words are answered"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_answer_is_rated_once_and_shared_by_a_link_that_leads_to_it() {
    let emulator = emulator().await;
    let person = emulator.world(|world| world.add_person("Ann", Some("en")).id);
    let installation = Installation::new();
    let words = words();
    let at = bot::binary::free_address();
    let listen = at.to_string();
    let settings = [("METRICS_LISTEN", listen.as_str())];
    let process = installation.start_with(&emulator.url(), &settings);
    for asked in [
        "how much coffee is too much?",
        "how much magnesium can i take",
    ] {
        let before = person::count(&emulator, person);
        person::do_it(&emulator, person, &What::Say(asked.to_owned())).expect("said");
        until("an answer", || person::count(&emulator, person) > before).await;
        hears(&emulator, person, &words, keys::ANSWER_HELPED).await;
    }
    let view = emulator.world(|world| world.view(person, None, emulator.now()));
    let view = view.expect("a chat").to_string();
    let link = "share/url?url=https%3A%2F%2Ft.me%2F";
    assert!(view.contains(link), "{view}");
    for name in ["caffeine-how_much", "magnesium-how_much"] {
        let leads = format!("%3Fstart%3Dask_{name}\"");
        assert!(view.contains(&leads), "{leads} is not in {view}");
    }
    // The earlier answer, too, and the one pressed twice counts once.
    let all = person::messages(&emulator, person);
    let button = |at: usize, key: &str| {
        let mut buttons = all[at].buttons.iter();
        let found = buttons.find(|(label, _)| label == words.plain(key));
        found.expect("a button").1.clone()
    };
    let yes = button(0, keys::BUTTON_HELPED_YES);
    let no = button(1, keys::BUTTON_HELPED_NO);
    let now = emulator.now();
    for (at, data) in [(0, &yes), (0, &yes), (1, &no)] {
        let tap = Tap {
            message_id: all[at].id,
            data: data.clone(),
            ..Tap::default()
        };
        // The second press comes before the buttons are gone, as on a slow phone.
        let pressed = emulator.world(|world| world.press(person, &tap, now));
        pressed.expect("pressed");
    }
    let rated = |text: &str| -> Vec<String> {
        let lines = text
            .lines()
            .filter(|l| l.starts_with("twitchwise_answers_rated_total{"));
        lines.map(str::to_owned).collect()
    };
    let begun = Instant::now();
    let lines = loop {
        let answer = reqwest::get(format!("http://{at}/metrics")).await;
        let text = answer.expect("an answer").text().await.expect("a text");
        let lines = rated(&text);
        if lines.len() == 2 {
            break lines;
        }
        assert!(begun.elapsed() < PATIENCE, "{text}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    let counted = |name: &str| lines.iter().find(|line| line.contains(name)).cloned();
    for (name, helped) in [("caffeine.how_much", "yes"), ("magnesium.how_much", "no")] {
        let line = counted(name).unwrap_or_else(|| panic!("no {name} in {lines:?}"));
        assert!(line.contains(helped) && line.ends_with(" 1"), "{line}");
    }
    assert!(process.stop("TERM").0.success());
}
