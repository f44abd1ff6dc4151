//! A small web server of our own: for the webhook, and for health and metrics.

use axum::Router;
use tokio::{net::TcpListener, sync::watch};

/// Serves until the bot stops; what was begun is answered.
pub(super) async fn serve(listener: TcpListener, router: Router, mut stop: watch::Receiver<bool>) {
    let stopped = async move {
        // A sender that is gone means the same.
        let _ = stop.wait_for(|stopped| *stopped).await;
    };
    let served = axum::serve(listener, router).with_graceful_shutdown(stopped);
    if let Err(error) = served.await {
        log::error!("a web server of the bot ended: {error}");
    }
}
