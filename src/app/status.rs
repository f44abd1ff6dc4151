//! What the operator may ask: how the bot does, in numbers.

use crate::{
    model::{Catalog, Text, keys},
    store::StoreError,
};

use super::watch::Watched;

/// The text.
pub(super) async fn text(catalog: &Catalog, watched: &Watched) -> Result<Text, StoreError> {
    let backlog = watched.store.backlog().await?;
    let obstacle = watched.obstacle().await;
    let number = |rows: u64| i64::try_from(rows).unwrap_or(i64::MAX);
    Ok(Text::new(keys::STATUS)
        .with("version", env!("CARGO_PKG_VERSION"))
        .with("content", catalog.version.as_str())
        .with("inbox", number(backlog.inbox))
        .with("outbox", number(backlog.outbox))
        .with("aside", number(backlog.set_aside))
        .with("state", obstacle.unwrap_or("ready")))
}
