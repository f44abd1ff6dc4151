//! Drives a headless Chromium through chromedriver: W3C `WebDriver` over plain HTTP.

use std::{
    env,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(20);
/// How `WebDriver` names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Keys that are no characters.
pub(crate) const TAB: &str = "\u{e004}";
pub(crate) const ENTER: &str = "\u{e007}";
pub(crate) const SPACE: &str = " ";

/// A browser with one page. It ends with its driver.
pub(crate) struct Browser {
    driver: Child,
    client: reqwest::Client,
    session: String,
    _profile: TempDir,
}

/// An element of the page.
#[derive(Debug, Clone)]
pub(crate) struct Element(String);

impl Browser {
    /// Opens a page as large as a phone; none where there is no Chromium or no chromedriver.
    pub(crate) async fn open(width: u32, height: u32) -> Option<Self> {
        let chromium = ["chromium", "chromium-browser", "google-chrome"];
        let chromium = chromium.into_iter().find_map(on_path)?;
        let mut driver = Command::new(on_path("chromedriver")?)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let port = port(&mut driver);
        let client = reqwest::Client::builder().no_proxy().build();
        let client = client.expect("a client");
        let profile = tempfile::tempdir().expect("a folder");
        let arguments = [
            "--headless".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            format!("--user-data-dir={}", profile.path().display()),
            format!("--window-size={width},{height}"),
        ];
        let metrics = json!({ "width": width, "height": height, "pixelRatio": 2, "touch": false });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": {
            "binary": chromium,
            "args": arguments,
            "mobileEmulation": { "deviceMetrics": metrics },
        } } } });
        let address = format!("http://127.0.0.1:{port}/session");
        let mut browser = Self {
            driver,
            client,
            session: address.clone(),
            _profile: profile,
        };
        let made = browser.post("", wanted).await.expect("a session");
        let id = made["sessionId"].as_str().expect("an id");
        browser.session = format!("{address}/{id}");
        Some(browser)
    }

    pub(crate) async fn go(&self, url: &str) {
        self.post("/url", json!({ "url": url }))
            .await
            .expect("a page");
    }

    pub(crate) async fn reload(&self) {
        self.post("/refresh", json!({}))
            .await
            .expect("the page again");
    }

    /// Runs JavaScript on the page and gives what it returns.
    pub(crate) async fn run(&self, script: &str, arguments: Value) -> Value {
        let body = json!({ "script": script, "args": arguments });
        let ran = self.post("/execute/sync", body).await;
        ran.unwrap_or_else(|e| panic!("{script}: {e}"))
    }

    /// Waits until the script returns something true, and gives it.
    pub(crate) async fn until(&self, what: &str, script: &str, arguments: Value) -> Value {
        let begun = Instant::now();
        loop {
            let given = self.run(script, arguments.clone()).await;
            if !matches!(given, Value::Null | Value::Bool(false)) {
                return given;
            }
            if begun.elapsed() > PATIENCE {
                let page = self.run("return document.body.innerText", json!([])).await;
                panic!(
                    "not on the page: {what}\n{}",
                    page.as_str().unwrap_or_default()
                );
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the script returns an element.
    pub(crate) async fn find(&self, what: &str, script: &str, arguments: Value) -> Element {
        let found = self.until(what, script, arguments).await;
        Element(found[ELEMENT].as_str().expect("an element").to_owned())
    }

    /// Clicks as a person does: what is covered by something else can't be clicked.
    pub(crate) async fn click(&self, element: &Element) -> Result<(), String> {
        let path = format!("/element/{}/click", element.0);
        self.post(&path, json!({})).await.map(drop)
    }

    /// Types into whatever has the focus.
    pub(crate) async fn type_keys(&self, keys: &str) {
        let keys = keys.chars().flat_map(|key| {
            ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
        });
        let typing =
            json!({ "type": "key", "id": "keyboard", "actions": keys.collect::<Vec<_>>() });
        let typed = self.post("/actions", json!({ "actions": [typing] })).await;
        typed.expect("typed");
    }

    /// What is seen, as a PNG.
    pub(crate) async fn screenshot(&self) -> Vec<u8> {
        let shot = self.client.get(format!("{}/screenshot", self.session));
        let shot = value(shot).await.expect("a picture");
        let picture = shot.as_str().expect("base64");
        STANDARD.decode(picture).expect("a picture")
    }

    /// Closes the browser in good order.
    pub(crate) async fn close(self) {
        let closed = value(self.client.delete(&self.session)).await;
        closed.expect("closed");
    }

    async fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        let url = format!("{}{path}", self.session);
        value(self.client.post(url).body(body.to_string())).await
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The value that `WebDriver` answers with, or its complaint.
async fn value(request: reqwest::RequestBuilder) -> Result<Value, String> {
    let request = request.header("content-type", "application/json");
    let answer = request.send().await.map_err(|e| e.to_string())?;
    let fine = answer.status().is_success();
    let body = answer.text().await.map_err(|e| e.to_string())?;
    let mut body: Value = serde_json::from_str(&body).map_err(|e| e.to_string())?;
    let value = body["value"].take();
    if fine {
        Ok(value)
    } else {
        Err(value["message"].to_string())
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// The port that chromedriver says it took.
fn port(driver: &mut Child) -> u16 {
    let output = BufReader::new(driver.stdout.take().expect("its output"));
    output
        .lines()
        .map_while(Result::ok)
        .find_map(|line| {
            let rest = line.split_once("successfully on port ")?.1;
            rest.trim_end_matches('.').parse().ok()
        })
        .expect("chromedriver names its port")
}
