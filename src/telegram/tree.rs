//! The handler tree: every update that we take goes to one handler.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::Future,
    ops::ControlFlow,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use dptree::{HandlerDescription as _, HandlerSignature, di::DependencyMap};
use teloxide::{
    Bot,
    dispatching::{DpHandlerDescription, UpdateHandler},
    dptree,
    error_handlers::IgnoringErrorHandlerSafe,
    prelude::Dispatcher,
    types::Update,
};

use super::listener::Listener;

/// What handles an update.
pub type Handle =
    Arc<dyn Fn(Arc<Update>) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync + 'static>;

type Failure = std::convert::Infallible;

/// How long to wait where Telegram could not be asked who the bot is.
const AGAIN: Duration = Duration::from_secs(1);
/// How long Telegram may take at first to say who the bot is; twice as long each time it doesn't.
const FIRST_PATIENCE: Duration = Duration::from_secs(2);
const LONGEST_PATIENCE: Duration = Duration::from_secs(64);

/// Runs teloxide's dispatcher over the listener until its stream ends and every handler is done.
///
/// `handle` is given each update; `panicked` hears of one whose handling panicked: a panic that
/// reached the dispatcher would end the whole bot.
pub async fn dispatch(bot: Bot, mut listener: Listener, handle: Handle, panicked: Handle) {
    let mut dispatcher = Dispatcher::builder(bot, tree(handle, panicked))
        // The inbox gives one update of a chat at a time. A worker for each chat, as the dispatcher
        // would make them, takes 20 kB and is made anew whenever the chat was idle.
        .distribution_function(|_| None::<()>)
        // Never reached: the tree takes every update. teloxide's own would log it whole.
        .default_handler(|_| async {})
        .build();
    // The dispatcher asks who the bot is before it begins: nothing is lost when that fails. Where
    // Telegram has trouble, teloxide would sleep ten seconds inside that call: it is cut short.
    let begun = listener.begun();
    let mut patience = FIRST_PATIENCE;
    loop {
        let errors = Arc::new(IgnoringErrorHandlerSafe);
        let stopped = listener.stopped();
        tokio::select! {
            done = dispatcher.try_dispatch_with_listener(&mut listener, errors) => {
                if done.is_ok() {
                    return;
                }
            }
            () = unbegun(&begun, tokio::time::sleep(patience)) => {}
            () = unbegun(&begun, stopped) => return,
        }
        log::warn!("Telegram does not say who the bot is: asked again");
        patience = (patience * 2).min(LONGEST_PATIENCE);
        tokio::select! {
            () = tokio::time::sleep(AGAIN) => {}
            () = listener.stopped() => return,
        }
    }
}

/// Ends with `until` where the dispatcher has not begun by then.
async fn unbegun(begun: &AtomicBool, until: impl Future<Output = ()>) {
    until.await;
    if begun.load(Ordering::Acquire) {
        std::future::pending::<()>().await;
    }
}

/// Every update goes to one place, which tells what it is about. Not through dptree's filters: each
/// of them copies the update whole.
fn tree(handle: Handle, panicked: Handle) -> UpdateHandler<Failure> {
    let take = move |dependencies: DependencyMap, _| {
        let (handle, panicked) = (Arc::clone(&handle), Arc::clone(&panicked));
        async move {
            let update: Arc<Update> = dependencies.get();
            let again = Arc::clone(&update);
            if panics(async move { handle(update).await }).await
                && panics(async move { panicked(again).await }).await
            {
                log::error!("dealing with a panic panicked as well");
            }
            ControlFlow::Break(Ok(()))
        }
    };
    let signature = HandlerSignature::Other {
        obligations: BTreeMap::default(),
        guaranteed_outcomes: BTreeSet::default(),
        conditional_outcomes: BTreeSet::default(),
        continues: false,
    };
    dptree::from_fn_with_description(DpHandlerDescription::endpoint(), take, signature)
}

/// Does something as a task of its own, beside all others, and tells whether it panicked.
async fn panics(work: impl Future<Output = ()> + Send + 'static) -> bool {
    let done = tokio::spawn(work).await;
    done.is_err_and(|error| error.is_panic())
}
