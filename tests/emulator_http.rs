//! The emulator over HTTP: the forms a call may take, files, faults, and who is kept out.

#![allow(clippy::expect_used, reason = "a test may fail")]

mod emulator_support;

use serde_json::{Value, json};
use teloxide::Bot as Teloxide;
use teloxide::payloads::{SendDocumentSetters, SendMessageSetters};
use teloxide::prelude::Requester;
use teloxide::types::{ChatId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, ParseMode};
use twitchwise::emulator::{Fault, Faults};

use emulator_support::{Bot, TOKEN};

fn teloxide(bot: &Bot) -> Teloxide {
    let client = reqwest::Client::builder()
        .no_proxy()
        .build()
        .expect("a client");
    let url = bot.emulator.url().parse().expect("an address");
    Teloxide::with_client(TOKEN, client).set_api_url(url)
}

#[tokio::test]
async fn teloxide_sends_messages_and_documents() {
    let bot = Bot::start().await;
    let ann = bot.person();
    bot.say(ann, "/summary");
    let client = teloxide(&bot);
    let button = InlineKeyboardButton::callback("Yes", "y");
    let sent = client
        .send_message(ChatId(ann), "<b>Ready</b>")
        .parse_mode(ParseMode::Html)
        .reply_markup(InlineKeyboardMarkup::new([[button.clone()]]))
        .await
        .expect("is sent");
    assert_eq!(sent.text(), Some("Ready"));
    let file = InputFile::memory("a,b\n1,2\n").file_name("diary.csv");
    let sent = client
        .send_document(ChatId(ann), file)
        .caption("Your <i>diary</i>")
        .parse_mode(ParseMode::Html)
        .reply_markup(InlineKeyboardMarkup::new([[button]]))
        .await
        .expect("is sent");
    let document = sent.document().expect("a document");
    assert_eq!(document.file_name.as_deref(), Some("diary.csv"));
    assert_eq!(sent.caption(), Some("Your diary"));
    assert!(sent.reply_markup().is_some());
    let found = client
        .get_file(document.file.id.clone())
        .await
        .expect("is kept");
    let download = format!("{}/file/bot{TOKEN}/{}", bot.emulator.url(), found.path);
    let bytes = bot.client.get(download).send().await.expect("answers");
    assert_eq!(bytes.text().await.expect("a body"), "a,b\n1,2\n");
    let (_, chat) = bot.get(&format!("/api/people/{ann}/chat")).await;
    let shown = &chat["messages"][2];
    assert_eq!(shown["kind"], "document");
    assert_eq!(shown["file"]["size"], 8);
    let id = shown["file"]["id"].as_str().expect("an id");
    let page = bot
        .client
        .get(format!("{}/api/files/{id}", bot.emulator.url()));
    let page = page.send().await.expect("answers");
    let disposition = page.headers()["content-disposition"]
        .to_str()
        .expect("text")
        .to_owned();
    assert_eq!(disposition, "attachment; filename=\"diary.csv\"");
    assert_eq!(bot.violations(), Vec::<Value>::new());
    bot.emulator.stop().await;
}

#[tokio::test]
async fn calls_come_as_query_form_or_json() {
    let bot = Bot::start().await;
    let ann = bot.person();
    bot.say(ann, "hi");
    let url = format!("{}/bot{TOKEN}/sendMessage", bot.emulator.url());
    let query = bot
        .client
        .get(format!("{url}?chat_id={ann}&text=by%20query"));
    assert_eq!(query.send().await.expect("answers").status(), 200);
    let form = bot
        .client
        .post(&url)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!(
            "chat_id={ann}&text=by+form&disable_notification=true"
        ));
    assert_eq!(form.send().await.expect("answers").status(), 200);
    let broken = bot
        .client
        .post(&url)
        .header("content-type", "application/json")
        .body("{");
    assert_eq!(broken.send().await.expect("answers").status(), 400);
    let (_, chat) = bot.get(&format!("/api/people/{ann}/chat?last=2")).await;
    assert_eq!(chat["messages"][0]["text"], "by query");
    assert_eq!(chat["messages"][1]["text"], "by form");
    assert_eq!(bot.violations(), Vec::<Value>::new());
    bot.emulator.stop().await;
}

#[test]
fn faults_follow_from_seed_and_number() {
    let faults = Faults {
        too_many_requests: 100,
        retry_after: 3,
        bad_gateway: 100,
        dropped_before: 100,
        dropped_after: 100,
        slow: 100,
        slow_millis: 5,
        garbled: 100,
        spare_get_updates: true,
        ..Faults::default()
    };
    let run = |seed| {
        (0..10_000)
            .map(|n| faults.decide(seed, n))
            .collect::<Vec<Fault>>()
    };
    assert_eq!(run(1), run(1));
    assert_ne!(run(1), run(2));
    let share = |fault: Fault| run(1).into_iter().filter(|seen| *seen == fault).count();
    for fault in [
        Fault::TooManyRequests { retry_after: 3 },
        Fault::BadGateway,
        Fault::DroppedBefore,
        Fault::DroppedAfter,
        Fault::Slow { millis: 5 },
    ] {
        assert!(
            (800..1200).contains(&share(fault)),
            "{fault:?}: {}",
            share(fault)
        );
    }
    let garbled = |fault: &Fault| matches!(fault, Fault::Garbled { .. });
    let share = run(1).iter().filter(|fault| garbled(fault)).count();
    assert!((800..1200).contains(&share), "garbled: {share}");
    assert_eq!(Faults::default().decide(1, 1), Fault::None);
}

#[tokio::test]
async fn faults_show_as_a_bad_network_does() {
    let bot = Bot::start().await;
    let ann = bot.person();
    bot.say(ann, "hi");
    let hello = || json!({ "chat_id": ann, "text": "hello" });
    let count = || {
        bot.emulator
            .world(|world| world.chat(ann).map(|chat| chat.messages.len()))
    };
    let always = |change: fn(&mut Faults)| {
        let mut faults = Faults {
            spare_get_updates: true,
            retry_after: 7,
            ..Faults::default()
        };
        change(&mut faults);
        bot.emulator.set_faults(faults);
    };
    always(|faults| faults.too_many_requests = 1000);
    let answer = bot.call("sendMessage", hello()).await;
    assert_eq!(answer["error_code"], 429);
    assert_eq!(answer["parameters"]["retry_after"], 7);
    assert_eq!(
        bot.call("getUpdates", json!({})).await["ok"],
        true,
        "polls are spared"
    );
    always(|faults| faults.bad_gateway = 1000);
    let (status, body) = bot.try_call("sendMessage", hello()).await.expect("answers");
    assert_eq!(status, 502);
    assert!(body.starts_with("<html>"));
    always(|faults| faults.dropped_before = 1000);
    bot.try_call("sendMessage", hello())
        .await
        .expect_err("no answer");
    assert_eq!(count(), Some(1), "never arrived");
    always(|faults| faults.dropped_after = 1000);
    bot.try_call("sendMessage", hello())
        .await
        .expect_err("no answer");
    assert_eq!(count(), Some(2), "arrived");
    assert_eq!(bot.emulator.unheard(ann), 1);
    always(|faults| faults.garbled = 1000);
    for arrived in 3..11 {
        let url = format!("{}/bot{TOKEN}/sendMessage", bot.emulator.url());
        let call = bot
            .client
            .post(url)
            .header("content-type", "application/json");
        let answer = call
            .body(hello().to_string())
            .send()
            .await
            .expect("answers");
        assert_eq!(answer.status(), 200);
        let body = answer.bytes().await.expect("a body");
        let read = serde_json::from_slice::<Value>(&body).unwrap_or_default();
        assert!(read["result"]["message_id"].is_null(), "it can be read");
        assert_eq!(count(), Some(arrived), "arrived");
    }
    always(|_| {});
    assert_eq!(bot.call("sendMessage", hello()).await["ok"], true);
    bot.emulator.stop().await;
}

#[tokio::test]
async fn other_sites_are_kept_out() {
    let bot = Bot::start().await;
    let url = format!("{}/api/people", bot.emulator.url());
    let post = || bot.client.post(&url).body("{\"name\":\"Eve\"}");
    let foreign = post().header("origin", "https://evil.example");
    assert_eq!(foreign.send().await.expect("answers").status(), 403);
    let unknown = post().header("origin", "null");
    assert_eq!(unknown.send().await.expect("answers").status(), 403);
    let rebound = post().header("host", "evil.example");
    assert_eq!(rebound.send().await.expect("answers").status(), 403);
    let own = post().header("origin", bot.emulator.url());
    assert_eq!(own.send().await.expect("answers").status(), 200);
    bot.emulator.stop().await;
}
