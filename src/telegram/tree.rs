//! The handler tree: every kind of update that we take goes to one handler.

use std::{future::Future, panic::AssertUnwindSafe, pin::Pin, sync::Arc, time::Duration};

use futures::FutureExt as _;
use teloxide::{
    Bot,
    dispatching::{UpdateFilterExt as _, UpdateHandler},
    dptree,
    error_handlers::IgnoringErrorHandlerSafe,
    prelude::Dispatcher,
    types::Update,
};

use super::listener::Listener;

/// What handles an update.
pub type Handle =
    Arc<dyn Fn(Update) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync + 'static>;

type Failure = std::convert::Infallible;

/// How long to wait where Telegram could not be asked who the bot is.
const AGAIN: Duration = Duration::from_secs(1);

/// Runs teloxide's dispatcher over the listener until its stream ends and every handler is done.
///
/// `handle` is given each update; `panicked` hears of one whose handling panicked: a panic that
/// reached the dispatcher would end the whole bot.
pub async fn dispatch(bot: Bot, mut listener: Listener, handle: Handle, panicked: Handle) {
    let mut dispatcher = Dispatcher::builder(bot, tree(handle, panicked))
        // Never reached: the tree takes every update. teloxide's own would log it whole.
        .default_handler(|_| async {})
        .build();
    // The dispatcher asks who the bot is before it begins: nothing is lost when that fails.
    while dispatcher
        .try_dispatch_with_listener(&mut listener, Arc::new(IgnoringErrorHandlerSafe))
        .await
        .is_err()
    {
        log::warn!("Telegram does not say who the bot is: asked again");
        tokio::select! {
            () = tokio::time::sleep(AGAIN) => {}
            () = listener.stopped() => return,
        }
    }
}

fn tree(handle: Handle, panicked: Handle) -> UpdateHandler<Failure> {
    let endpoint = move |update: Update| {
        let (handle, panicked) = (Arc::clone(&handle), Arc::clone(&panicked));
        async move {
            let again = update.clone();
            // Created inside the guard as well: a handler may panic before its first await.
            let handled = AssertUnwindSafe(async move { handle(update).await }).catch_unwind();
            if handled.await.is_err() {
                let told = AssertUnwindSafe(async move { panicked(again).await }).catch_unwind();
                if told.await.is_err() {
                    log::error!("dealing with a panic panicked as well");
                }
            }
            Ok(())
        }
    };
    dptree::entry()
        .branch(Update::filter_message().endpoint(endpoint.clone()))
        .branch(Update::filter_edited_message().endpoint(endpoint.clone()))
        .branch(Update::filter_callback_query().endpoint(endpoint.clone()))
        .branch(Update::filter_my_chat_member().endpoint(endpoint.clone()))
        // Of any other kind: its row in the inbox has to end as well.
        .branch(dptree::endpoint(endpoint))
}
