//! Keeps other web sites out: a browser that visits them can reach loopback, too.

use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use super::answer;

/// The name without its port.
fn name(authority: &str) -> &str {
    if let Some(end) = authority.find(']') {
        return &authority[..=end];
    }
    authority.split(':').next().unwrap_or(authority)
}

fn is_here(authority: &str) -> bool {
    matches!(name(authority), "127.0.0.1" | "localhost" | "[::1]")
}

fn is_own_origin(origin: &str) -> bool {
    origin.strip_prefix("http://").is_some_and(is_here)
}

/// Why a request isn't served.
fn refusal(request: &Request) -> Option<&'static str> {
    let header = |name| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let host = header(header::HOST).or_else(|| request.uri().host());
    if !host.is_some_and(is_here) {
        return Some("only 127.0.0.1 and localhost are served");
    }
    // An origin that can't be read is somebody else's.
    let origin = request.headers().get(header::ORIGIN);
    let foreign = origin.is_some_and(|origin| !origin.to_str().is_ok_and(is_own_origin));
    foreign.then_some("other sites can't use this")
}

/// Lets only requests to this machine, from this machine's pages or from no page, pass.
pub(super) async fn guard(request: Request, next: Next) -> Response {
    match refusal(&request) {
        Some(words) => answer::problem(StatusCode::FORBIDDEN, words),
        None => next.run(request).await,
    }
}
