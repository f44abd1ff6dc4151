//! The updates of the inbox as a listener for teloxide's dispatcher.

use std::{
    panic,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use futures::{StreamExt as _, stream::BoxStream};
use teloxide::{
    stop::{StopFlag, StopToken, mk_stop_token},
    types::Update,
    update_listeners::{AsUpdateStream, UpdateListener},
};
use tokio::sync::mpsc;

use super::raw;

/// Gives updates to the dispatcher.
#[derive(Debug, Clone)]
pub struct Feed(mpsc::UnboundedSender<Update>);

impl Feed {
    /// Gives one update, from its JSON, to the dispatcher.
    pub fn give(&self, body: &str) -> Given {
        let Some(kinds) = raw::kinds(body) else {
            return Given::Unreadable;
        };
        if !kinds.asked {
            return Given::Unasked;
        }
        // teloxide's readers are not ours: one that panics must not end the intake, now and at every
        // start.
        let Ok(Some(update)) = panic::catch_unwind(|| raw::update(body, kinds)) else {
            return Given::Unreadable;
        };
        if self.0.send(update).is_ok() {
            Given::Taken
        } else {
            Given::Ended
        }
    }
}

/// What became of an update given to the dispatcher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// It will be handled.
    Taken,
    /// It is of a kind that nobody asked for: there is nothing to do.
    Unasked,
    /// Nobody can read it.
    Unreadable,
    /// The dispatcher has ended: it is for the next start.
    Ended,
}

/// Listens to what a [`Feed`] gives, until it is told to stop.
pub struct Listener {
    updates: mpsc::UnboundedReceiver<Update>,
    token: StopToken,
    flag: StopFlag,
    begun: Arc<AtomicBool>,
}

/// A feed and the listener at its other end. Who feeds must bound what is under way: the app does,
/// chat by chat.
pub fn listener() -> (Feed, Listener) {
    let (sender, updates) = mpsc::unbounded_channel();
    let (token, flag) = mk_stop_token();
    (
        Feed(sender),
        Listener {
            updates,
            token,
            flag,
            begun: Arc::default(),
        },
    )
}

impl Listener {
    /// Ends the stream, and with it the dispatcher.
    pub fn stopper(&self) -> StopToken {
        self.token.clone()
    }

    /// Turns true when a dispatcher listens.
    pub(super) fn begun(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.begun)
    }

    /// Waits until the listener is told to stop.
    pub(super) fn stopped(&self) -> StopFlag {
        self.flag.clone()
    }
}

/// Borrowed: a dispatcher that could not begin does not take it along.
impl UpdateListener for &mut Listener {
    type Err = std::convert::Infallible;

    fn stop_token(&mut self) -> StopToken {
        self.token.clone()
    }
}

impl<'a> AsUpdateStream<'a> for &mut Listener {
    type StreamErr = std::convert::Infallible;
    type Stream = BoxStream<'a, Result<Update, Self::StreamErr>>;

    fn as_stream(&'a mut self) -> Self::Stream {
        self.begun.store(true, Ordering::Release);
        let flag = self.flag.clone();
        let updates = &mut self.updates;
        futures::stream::poll_fn(move |cx| updates.poll_recv(cx))
            .map(Ok)
            .take_until(flag)
            .boxed()
    }
}
