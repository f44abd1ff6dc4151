//! `/bot<token>/<method>`: the Bot API, with what goes wrong on the way.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::connection::Cut;
use super::{answer, files, poll, read};
use crate::emulator::faults::Fault;
use crate::emulator::shared::Shared;
use crate::emulator::world::error::ApiError;

const BAD_GATEWAY: &str = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n\
    <body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

/// Everything that isn't the people API or the page.
pub(super) async fn handle(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(cut): ConnectInfo<Cut>,
    request: Request,
) -> Response {
    let path = request.uri().path().replace("%3A", ":").replace("%3a", ":");
    if let Some((token, file)) = path
        .strip_prefix("/file/bot")
        .and_then(|p| p.split_once('/'))
    {
        return files::of_bot(&shared, token, file);
    }
    let Some((token, method)) = path.strip_prefix("/bot").and_then(|p| p.split_once('/')) else {
        return answer::refusal(&ApiError::new(404, "Not Found"));
    };
    let is_get_updates = method.eq_ignore_ascii_case("getUpdates");
    let fault = shared.fault(is_get_updates);
    match fault {
        Fault::TooManyRequests { retry_after } => {
            return answer::refusal(&ApiError::too_many_requests(retry_after));
        }
        Fault::BadGateway => {
            return answer::body(StatusCode::BAD_GATEWAY, "text/html", BAD_GATEWAY);
        }
        Fault::DroppedBefore => return dropped(&cut),
        Fault::Slow { millis } => tokio::time::sleep(Duration::from_millis(millis)).await,
        Fault::DroppedAfter | Fault::Garbled { .. } | Fault::None => {}
    }
    let params = match read::params(request).await {
        Ok(params) => params,
        Err(words) => return answer::refusal(&ApiError::bad_request(&words)),
    };
    let chat = params.integer("chat_id");
    if let Some(error) = shared.refuse(method, chat) {
        return answer::refusal(&error);
    }
    let response = if is_get_updates {
        poll::get_updates(&shared, token, params).await
    } else {
        let now = shared.clock.now();
        match shared.with(|world| world.call(token, method, params, now)) {
            Ok(value) => answer::result(&value),
            Err(error) => answer::refusal(&error),
        }
    };
    match fault {
        Fault::DroppedAfter => {
            if response.status().is_success() && method.starts_with("send") {
                shared.note_unheard(chat);
            }
            dropped(&cut)
        }
        Fault::Garbled { number } if response.status().is_success() => answer::garbled(number),
        Fault::Garbled { .. }
        | Fault::None
        | Fault::Slow { .. }
        | Fault::TooManyRequests { .. }
        | Fault::BadGateway
        | Fault::DroppedBefore => response,
    }
}

/// The answer nobody sees.
fn dropped(cut: &Cut) -> Response {
    cut.cut();
    answer::body(StatusCode::OK, "text/plain", "")
}
