//! One whole check on the page of the local preview, in a browser as large as a phone, with the
//! things that people do on the way: typed nonsense, an old button, emergency advice, back, the
//! keyboard alone, reload.
//!
//! `TWITCHWISE_SCREENSHOT=docs/preview.png cargo test --test browser` renews the README's picture.

#![allow(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test may stop at the first surprise, and says why it did nothing"
)]

mod bot;

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::Stdio,
    time::Duration,
};

use bot::{
    binary::{Installation, Process},
    webdriver::{Browser, ENTER, SPACE, TAB},
};
use serde_json::json;
use twitchwise::{
    content,
    model::{Field, Text, Words, keys},
};

/// The newest button of that label on the phone.
const BUTTON: &str = "return [...document.querySelectorAll('[data-testid=inline-button]')] \
    .filter(b => b.innerText.trim().replace('✅ ', '') === arguments[0]).at(arguments[1])";
/// Whether the bot's newest message holds these words.
const HEARD: &str = "return [...document.querySelectorAll('[data-testid=message][data-from=bot]')] \
    .at(-1)?.innerText.includes(arguments[0])";
const HOOK: &str = "return [...document.querySelectorAll(`[data-testid=${arguments[0]}]`)] \
    .find(e => e.checkVisibility())";

/// The page, and the words that are looked for on it.
struct Visitor {
    browser: Browser,
    words: Words,
}

impl Visitor {
    fn say(&self, key: &str) -> String {
        let said = self.words.say(&Text::new(key.to_owned())).into_owned();
        assert!(!said.is_empty(), "{key} has words");
        // As the browser shows it, line by line.
        said.lines().next().unwrap_or_default().to_owned()
    }

    /// Presses the newest button of that label and waits for the words that follow.
    async fn press(&self, label: &str, hears: &str) {
        self.press_at(label, -1).await;
        self.hears(hears).await;
    }

    async fn press_at(&self, label: &str, at: i32) {
        let button = self.browser.find(label, BUTTON, json!([label, at])).await;
        let clicked = self.browser.click(&button).await;
        clicked.unwrap_or_else(|e| panic!("{label}: {e}"));
    }

    async fn press_key(&self, label: &str, hears: &str) {
        self.press(&self.say(label), &self.say(hears)).await;
    }

    async fn choose(&self, field: Field, value: &str, hears: &str) {
        self.press(&self.option(field, value), &self.say(hears))
            .await;
    }

    fn option(&self, field: Field, value: &str) -> String {
        let label = Text::option(field, value).with("age", "adult");
        self.words.say(&label).into_owned()
    }

    async fn hears(&self, words: &str) {
        self.browser.until(words, HEARD, json!([words])).await;
    }

    async fn click_hook(&self, hook: &str) {
        let element = self.browser.find(hook, HOOK, json!([hook])).await;
        let clicked = self.browser.click(&element).await;
        clicked.unwrap_or_else(|e| panic!("{hook}: {e}"));
    }

    async fn types(&self, words: &str, hears: &str) {
        self.click_hook("composer").await;
        self.browser.type_keys(words).await;
        self.browser.type_keys(ENTER).await;
        self.hears(hears).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_check_on_the_page() {
    let Some(browser) = Browser::open(390, 844).await else {
        let missing = "no chromium or no chromedriver on the PATH";
        assert!(env::var_os("CI").is_none(), "{missing}: CI must have them");
        eprintln!("skipped: {missing}");
        return;
    };
    let installation = Installation::new();
    let (process, address) = preview(&installation);
    let catalog = content::embedded().unwrap_or_else(|e| panic!("{e}"));
    let page = Visitor {
        browser,
        words: catalog.words,
    };
    page.browser.go(&address).await;
    page.click_hook("start").await;
    page.hears(&page.say(keys::CONSENT)).await;
    page.press_key(keys::BUTTON_AGREE, "ask-danger_signs").await;
    page.press_key(keys::BUTTON_NONE, "ask-age_group").await;
    nonsense_and_an_old_button(&page).await;
    page.choose(Field::AgeGroup, "adult", "ask-locations").await;
    by_keyboard_alone(&page).await;
    emergency_and_back(&page).await;
    page.choose(Field::Duration, "4_to_14_days", "ask-frequency")
        .await;
    page.choose(Field::Frequency, "many_times_a_day", "ask-timing")
        .await;
    page.choose(Field::Timing, "any_time", "ask-symptoms").await;
    page.press_key(keys::BUTTON_NOTHING_ELSE, "ask-context")
        .await;
    page.press_key(keys::BUTTON_NOTHING_ELSE, "ask-impact")
        .await;
    page.choose(Field::Impact, "some", "ask-lifestyle").await;
    for value in ["high_caffeine", "poor_sleep"] {
        let label = page.option(Field::Lifestyle, value);
        page.press_at(&label, -1).await;
        ticked(&page, &label, true).await;
    }
    page.press_key(keys::BUTTON_DONE, keys::REVIEW).await;
    page.press_key(keys::BUTTON_RESULT, keys::LEVEL_SELF_CARE)
        .await;

    // The page again: the chat is still there, and so are its buttons.
    page.browser.reload().await;
    page.hears(&page.say(keys::LEVEL_SELF_CARE)).await;
    page.press_key(keys::BUTTON_WHY_RESULT, keys::PAGE_WHY)
        .await;
    page.press_key(keys::BUTTON_TO_RESULT, keys::LEVEL_SELF_CARE)
        .await;
    nothing_is_cut_off(&page).await;
    picture(&page, &installation).await;
    page.browser.close().await;
    let (status, took) = process.stop("INT");
    assert!(
        status.success() && took < Duration::from_secs(5),
        "{status} {took:?}"
    );
}

/// The binary without a token: the preview, and the address that it prints.
fn preview(installation: &Installation) -> (Process, String) {
    let mut command = installation.command();
    command
        .env("PREVIEW_LISTEN", "127.0.0.1:0")
        .stdout(Stdio::piped());
    let mut process = Process::spawn(&mut command);
    let output = process.child().stdout.take().expect("its output");
    let lines = BufReader::new(output).lines().map_while(Result::ok);
    let address = lines
        .flat_map(|line| {
            line.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .find(|word| word.starts_with("http://127.0.0.1:"))
        .expect("the preview prints its address");
    assert!(!address.ends_with(":0"), "the real port: {address}");
    (process, address)
}

/// Words that mean nothing get a hint and the question again; the buttons above are old then.
async fn nonsense_and_an_old_button(page: &Visitor) {
    page.types("qwertz uiop", &page.say(keys::HINT_AGE)).await;
    page.hears(&page.say("ask-age_group")).await;
    let label = page.option(Field::AgeGroup, "adult");
    page.press_at(&label, 0).await;
    let toast = page.say(keys::TOAST_STALE);
    let script = "return [...document.querySelectorAll('[data-testid=toast]')] \
        .some(t => t.innerText.includes(arguments[0]))";
    page.browser.until(&toast, script, json!([toast])).await;
}

/// Ticks and unticks with Tab, Space and Enter; the focus stays where it is.
async fn by_keyboard_alone(page: &Visitor) {
    let label = page.option(Field::Locations, "eyelid");
    focus(page, &label).await;
    for (key, on) in [(SPACE, true), (ENTER, false), (SPACE, true)] {
        page.browser.type_keys(key).await;
        ticked(page, &label, on).await;
    }
    focus(page, &page.say(keys::BUTTON_DONE)).await;
    page.browser.type_keys(ENTER).await;
    page.hears(&page.say("ask-duration")).await;
}

/// Tabs on until the button of that label has the focus.
async fn focus(page: &Visitor, label: &str) {
    for _ in 0..60 {
        let script = "return document.activeElement.innerText?.trim().replace('✅ ', '')";
        if page.browser.run(script, json!([])).await == label {
            return;
        }
        page.browser.type_keys(TAB).await;
    }
    panic!("{label} can't be reached by the keyboard");
}

async fn ticked(page: &Visitor, label: &str, on: bool) {
    let script = "return [...document.querySelectorAll('[data-testid=inline-button]')] \
        .filter(b => b.innerText.trim().endsWith(arguments[0])).at(-1) \
        ?.innerText.includes('✅') === arguments[1]";
    page.browser.until(label, script, json!([label, on])).await;
}

/// Emergency advice in between, on to the same question, then one back and forth again.
async fn emergency_and_back(page: &Visitor) {
    page.press_key(keys::BUTTON_EMERGENCY, keys::EMERGENCY_HELP_INTRO)
        .await;
    page.press_key(keys::BUTTON_RESUME, "ask-duration").await;
    page.press(
        &page.say(keys::BUTTON_BACK),
        &page.option(Field::Locations, "eyelid"),
    )
    .await;
    ticked(page, &page.option(Field::Locations, "eyelid"), true).await;
    page.press_key(keys::BUTTON_DONE, "ask-duration").await;
}

/// The page is no wider than the phone, and no request left this machine.
async fn nothing_is_cut_off(page: &Visitor) {
    let script = "return document.documentElement.scrollWidth <= window.innerWidth";
    page.browser
        .until("the whole width", script, json!([]))
        .await;
    let script = "return performance.getEntriesByType('resource') \
        .map(r => r.name).filter(n => !n.startsWith(location.origin) && !n.startsWith('data:'))";
    assert_eq!(page.browser.run(script, json!([])).await, json!([]));
}

/// Keeps what is seen: the head of the outcome.
async fn picture(page: &Visitor, installation: &Installation) {
    let script = "[...document.querySelectorAll('[data-testid=message]')].at(-1) \
        .scrollIntoView({ block: 'start' })";
    page.browser.run(script, json!([])).await;
    let script = "return document.querySelector('[data-testid=toast]') === null";
    page.browser.until("no toast", script, json!([])).await;
    let path = env::var_os("TWITCHWISE_SCREENSHOT").map_or_else(
        || installation.path().join("preview.png"),
        |path| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path),
    );
    let picture = page.browser.screenshot().await;
    assert!(picture.starts_with(b"\x89PNG"), "a picture");
    fs::write(path, picture).expect("written");
}
