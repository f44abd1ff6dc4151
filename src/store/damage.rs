//! What is known of damaged pages while the store is in use.

use std::sync::atomic::Ordering;

use super::{Store, StoreError};

impl Store {
    /// Waits until pages of the database are found damaged, and says what to do. The next start
    /// refuses it.
    pub async fn damaged(&self) -> String {
        let mut damage = self.0.damage.clone();
        let found = damage.wait_for(Option::is_some).await;
        let found = found.ok().and_then(|found| found.clone());
        match found {
            Some(found) => found,
            None => std::future::pending().await,
        }
    }

    /// Whether damaged pages were met since the start.
    pub fn is_damaged(&self) -> bool {
        self.0.damaged.load(Ordering::Relaxed)
    }

    /// Damaged pages are said once: everything that meets them goes on trying.
    pub(super) fn noted<T>(&self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(StoreError::Corrupt(_)) = &done
            && !self.0.damaged.swap(true, Ordering::Relaxed)
        {
            log::error!(
                "the database is damaged: stop the bot and bring back the newest backup \
                 (twitchwise restore FILE)"
            );
        }
        done
    }
}
