//! The page with the phone: its files are part of the program.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;

use super::answer;
use crate::emulator::shared::Shared;

/// Nothing of the page comes from elsewhere, and no other page may frame it.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const PICTURE: &str = "image/svg+xml";

/// Each file: where it is served, what it is, and its text.
const FILES: [(&str, &str, &str); 21] = [
    (
        "/",
        "text/html; charset=utf-8",
        include_str!("../page/index.html"),
    ),
    ("/style.css", STYLE, include_str!("../page/style.css")),
    ("/chat.css", STYLE, include_str!("../page/chat.css")),
    ("/message.css", STYLE, include_str!("../page/message.css")),
    ("/icon.svg", PICTURE, include_str!("../page/icon.svg")),
    (
        "/wallpaper.svg",
        PICTURE,
        include_str!("../page/wallpaper.svg"),
    ),
    ("/api.js", SCRIPT, include_str!("../page/api.js")),
    ("/app.js", SCRIPT, include_str!("../page/app.js")),
    ("/clock.js", SCRIPT, include_str!("../page/clock.js")),
    ("/composer.js", SCRIPT, include_str!("../page/composer.js")),
    ("/desk.js", SCRIPT, include_str!("../page/desk.js")),
    ("/dom.js", SCRIPT, include_str!("../page/dom.js")),
    ("/icons.js", SCRIPT, include_str!("../page/icons.js")),
    ("/keyboard.js", SCRIPT, include_str!("../page/keyboard.js")),
    ("/log.js", SCRIPT, include_str!("../page/log.js")),
    ("/menu.js", SCRIPT, include_str!("../page/menu.js")),
    ("/message.js", SCRIPT, include_str!("../page/message.js")),
    ("/notices.js", SCRIPT, include_str!("../page/notices.js")),
    ("/phone.js", SCRIPT, include_str!("../page/phone.js")),
    ("/quote.js", SCRIPT, include_str!("../page/quote.js")),
    ("/text.js", SCRIPT, include_str!("../page/text.js")),
];

/// The routes of all files.
pub(super) fn routes() -> Router<Arc<Shared>> {
    FILES
        .into_iter()
        .fold(Router::new(), |router, (path, mime, text)| {
            let serve =
                move |State(shared): State<Arc<Shared>>| async move { file(&shared, mime, text) };
            router.route(path, get(serve))
        })
}

fn file(shared: &Shared, mime: &str, text: &'static str) -> Response {
    if !shared.page {
        return answer::problem(StatusCode::NOT_FOUND, "the page is switched off");
    }
    let mut response = answer::body(StatusCode::OK, mime, text);
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}
