//! One update: read, decided by the machine, committed, handed to delivery.

use std::{
    panic::AssertUnwindSafe,
    sync::Arc,
    time::{Duration, Instant},
};

use futures::FutureExt as _;
use tokio::sync::watch;

use crate::{
    machine::{Effect, Event, Session, step},
    model::{Catalog, Text, keys},
    store::{Handled, Outgoing, Seq, SessionChange, Store, StoreError, Wake, Who},
    telegram::{Delivery, Incoming, Target, Update, deliveries, incoming, is_command, kind_line},
};

use super::{
    alarm::Alarm, clock::Clock, deliver::Deliverer, export, inbox::Inbox, pause::pause, status,
    turns::Turns, watch::Watched,
};

/// From this attempt on, the pauses between them grow no longer.
const LONGER: u32 = 3;
/// How often an update may panic.
const PANICS: u32 = 2;
/// How long after a panic it is tried again.
const AFTER_PANIC: Duration = Duration::from_millis(500);

/// Handles updates.
pub(super) struct Handler {
    pub(super) catalog: Arc<Catalog>,
    pub(super) store: Store,
    pub(super) inbox: Arc<Inbox>,
    pub(super) deliverer: Deliverer,
    pub(super) clock: Clock,
    /// The bot's username.
    pub(super) bot: String,
    /// The chat that may ask how the bot does.
    pub(super) operator: Option<i64>,
    pub(super) watched: Watched,
    /// One event of a person at a time.
    pub(super) turns: Turns,
    /// Rings when the next reminder is due.
    pub(super) alarm: Alarm,
    /// Turns true when the bot stops.
    pub(super) stop: watch::Receiver<bool>,
}

impl Handler {
    /// Handles an update to its end. While the store is in trouble it is tried again: it stays in
    /// the inbox, and nothing of its chat overtakes it. What can never succeed is set aside, and the
    /// person is told.
    pub(super) async fn handle(&self, update: &Update) {
        let id = i64::from(update.id.0);
        let Some((seq, chat)) = self.inbox.row(id) else {
            return;
        };
        let (begun, mut tried) = (Instant::now(), 0);
        while let Err(error) = self.decide(seq, update).await {
            tried += 1;
            if matches!(error, StoreError::AlreadyHandled { .. }) {
                break;
            }
            if matches!(error, StoreError::Closed) {
                // The next start takes it up.
                return;
            }
            self.watched.metrics.failed.inc();
            log::error!(update = id, attempt = tried; "an update can't be handled: {error}");
            if error.is_lasting() {
                if self.give_up(seq, "refused").await {
                    self.apologise(update).await;
                }
                break;
            }
            if self.stops_within(pause(tried.min(LONGER))).await {
                return;
            }
        }
        self.watched.metrics.handling(begun.elapsed());
        self.done(id, chat).await;
    }

    /// An update whose handling panicked is tried once more, a moment later; panics are counted in
    /// the store, so that one that ends the process is not tried for ever. Then it is set aside, and
    /// the person is told.
    pub(super) async fn panicked(&self, update: &Update) {
        let id = i64::from(update.id.0);
        let Some((seq, chat)) = self.inbox.row(id) else {
            return;
        };
        loop {
            self.watched.metrics.failed.inc();
            log::error!(update = id; "handling an update panicked");
            match self.store.failed(seq).await {
                // What panicked came after the commit: the person was answered.
                Err(StoreError::AlreadyHandled { .. }) => return self.done(id, chat).await,
                Ok(PANICS..) => break,
                Ok(_) | Err(_) => {}
            }
            if self.stops_within(AFTER_PANIC).await {
                return;
            }
            let again = AssertUnwindSafe(self.handle(update)).catch_unwind();
            if again.await.is_ok() {
                return;
            }
        }
        let aside = self.give_up(seq, "panicked").await;
        // Before what follows, in case that it panics as well.
        self.inbox.done(id).await;
        if aside {
            self.apologise(update).await;
        }
    }

    /// Sets an update aside, and tries until that is done: left in the inbox, it would come again, behind
    /// what came later. False where it had been handled before things went wrong, or the bot stops.
    async fn give_up(&self, seq: Seq, reason: &str) -> bool {
        let mut failed = 0;
        loop {
            let now = self.clock.now();
            match self.store.set_aside_update(seq, reason, now).await {
                Ok(()) => {
                    self.watched.metrics.set_aside.inc();
                    return true;
                }
                Err(StoreError::AlreadyHandled { .. } | StoreError::Closed) => return false,
                Err(error) if failed == 0 => {
                    log::error!(row = seq; "an update can't be set aside yet: {error}");
                }
                Err(_) => {}
            }
            if self.stops_within(pause(failed)).await {
                return false;
            }
            failed += 1;
        }
    }

    /// The chat's next update has room, as soon as what waits to be sent to it has.
    async fn done(&self, id: i64, chat: Option<i64>) {
        let Some(chat) = chat.filter(|chat| self.deliverer.is_crowded(*chat)) else {
            return self.inbox.done(id).await;
        };
        // Not here: the dispatcher may be waiting for this handler.
        let (deliverer, inbox) = (self.deliverer.clone(), Arc::clone(&self.inbox));
        tokio::spawn(async move {
            if deliverer.room(chat).await {
                inbox.done(id).await;
            }
        });
    }

    /// Waits; true where the bot stops meanwhile.
    async fn stops_within(&self, wait: Duration) -> bool {
        let mut stop = self.stop.clone();
        tokio::select! {
            () = tokio::time::sleep(wait) => false,
            _ = stop.wait_for(|stopped| *stopped) => true,
        }
    }

    async fn decide(&self, seq: Seq, update: &Update) -> Result<(), StoreError> {
        let Some(incoming) = incoming(update, &self.bot) else {
            self.store.finish(seq).await?;
            self.watched.metrics.handled.inc();
            return Ok(());
        };
        if self.operator == Some(incoming.chat) && is_command(update, &self.bot, "status") {
            return self.tell_status(seq, &incoming).await;
        }
        self.happens(Some(seq), &incoming).await
    }

    /// An event: the step that it leads to is committed, and handed to delivery. Nothing else of the
    /// same person happens meanwhile.
    pub(super) async fn happens(
        &self,
        seq: Option<Seq>,
        incoming: &Incoming,
    ) -> Result<(), StoreError> {
        let who = Who {
            chat: incoming.chat,
            user: incoming.user,
        };
        let _turn = self.turns.of(who.user).await;
        let (before, fresh) = self.session(who).await?;
        let now = self.clock.now();
        let step = step(&self.catalog, before.clone(), &incoming.event, now);
        let erases = step.effects.contains(&Effect::Erase);
        let drops = erases || step.effects.contains(&Effect::DropUnsent);
        let export = if step
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Export(_)))
        {
            let kept = self.store.export(who).await?;
            Some(export::document(kept, &self.catalog.version, now))
        } else {
            None
        };
        let mut rendered = deliveries(&self.catalog, &self.bot, incoming, &step, export);
        if fresh == Found::Damaged {
            let line = Text::new(keys::ANEW);
            rendered.insert(0, kind_line(&self.catalog, incoming.chat, &line));
        }
        let session = if erases {
            SessionChange::Erase
        } else if fresh == Found::Damaged {
            // Set aside together with telling so.
            written_session(&step.session).map_or(SessionChange::Keep, SessionChange::Replace)
        } else if step.session == before {
            SessionChange::Keep
        } else {
            let saved = match seq {
                Some(_) => SessionChange::Save,
                // Only what the person does keeps them from being erased for their silence.
                None => SessionChange::Renew,
            };
            written_session(&step.session).map_or(SessionChange::Keep, saved)
        };
        let unasked = incoming.event == Event::Due;
        // What was planned stood in the session that can't be read.
        let anew = unasked || fresh == Found::Damaged;
        let wake = wake(&before, &step.session, anew);
        let (rendered, outgoing) = written(incoming.chat, rendered, unasked);
        let handled = Handled {
            seq,
            who,
            session,
            drop_pending: drops,
            wake,
            outgoing,
            now,
        };
        let begun = Instant::now();
        let ids = match self.store.commit(handled).await {
            // What was due is due no more.
            Err(StoreError::Erased) => return Ok(()),
            ids => ids?,
        };
        self.watched.metrics.committing(begun.elapsed());
        self.watched.metrics.handled.inc();
        for effect in &step.effects {
            if let Effect::Count(answer, helped) = effect {
                self.watched.metrics.rated(answer, *helped);
            }
        }
        if drops {
            self.deliverer.forget(incoming.chat);
        }
        if let Wake::At(at) = wake {
            self.alarm.set(at);
        }
        if unasked {
            self.deliverer.wake();
        } else {
            self.deliverer
                .push(incoming.chat, ids.into_iter().zip(rendered).collect());
        }
        Ok(())
    }

    /// The person can't be reached any more.
    pub(super) async fn unreachable(&self, who: Who) {
        let incoming = Incoming {
            chat: who.chat,
            user: who.user,
            event: Event::Blocked,
            target: Target::default(),
        };
        if let Err(error) = self.happens(None, &incoming).await {
            log::error!("that a person can't be reached is not kept: {error}");
        }
    }

    /// What the operator asked: in numbers, how the bot does.
    async fn tell_status(&self, seq: Seq, incoming: &Incoming) -> Result<(), StoreError> {
        let text = status::text(&self.catalog, &self.watched).await?;
        let who = Who {
            chat: incoming.chat,
            user: incoming.user,
        };
        self.say(Some(seq), who, &text).await?;
        self.watched.metrics.handled.inc();
        Ok(())
    }

    /// Sends a text without a step.
    pub(super) async fn say(
        &self,
        seq: Option<Seq>,
        who: Who,
        text: &Text,
    ) -> Result<(), StoreError> {
        let line = kind_line(&self.catalog, who.chat, text);
        let (rendered, outgoing) = written(who.chat, vec![line], false);
        let handled = Handled {
            seq,
            who,
            session: SessionChange::Keep,
            drop_pending: false,
            wake: Wake::Keep,
            outgoing,
            now: self.clock.now(),
        };
        let ids = self.store.commit(handled).await?;
        self.deliverer
            .push(who.chat, ids.into_iter().zip(rendered).collect());
        Ok(())
    }

    /// The person's session. Where it can't be opened or read the chat starts anew, and with that it is set
    /// aside.
    async fn session(&self, who: Who) -> Result<(Session, Found), StoreError> {
        match self.store.session(who).await {
            Ok(None) => return Ok((Session::default(), Found::New)),
            Ok(Some(body)) => {
                if let Ok(session) = serde_json::from_slice(&body) {
                    return Ok((session, Found::Kept));
                }
                let row = self.store.session_row(who).await?.unwrap_or_default();
                log::error!("session row {row} can't be read: set aside, the chat starts anew");
            }
            Err(StoreError::Damaged(row)) => {
                log::error!("{row}: set aside, the chat starts anew");
            }
            Err(error) => return Err(error),
        }
        Ok((Session::default(), Found::Damaged))
    }

    async fn apologise(&self, update: &Update) {
        let Some(incoming) = incoming(update, &self.bot) else {
            return;
        };
        self.apologise_to(Who {
            chat: incoming.chat,
            user: incoming.user,
        })
        .await;
    }

    /// Says that something went wrong, and what to do.
    pub(super) async fn apologise_to(&self, who: Who) {
        if let Err(error) = self.say(None, who, &Text::new(keys::TROUBLE)).await {
            log::error!("a person is not told of the trouble: {error}");
        }
    }
}

/// How a session was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    New,
    Kept,
    Damaged,
}

/// When the person's next reminder is due, where that has changed.
fn wake(before: &Session, after: &Session, anew: bool) -> Wake {
    match after.agenda.next() {
        next if next == before.agenda.next() && !anew => Wake::Keep,
        Some(at) => Wake::At(at),
        None => Wake::Never,
    }
}

fn written_session(session: &Session) -> Option<Vec<u8>> {
    serde_json::to_vec(session).ok()
}

/// Messages and their rows, one for each: what can't be written is left out of both.
fn written(chat: i64, rendered: Vec<Delivery>, unasked: bool) -> (Vec<Delivery>, Vec<Outgoing>) {
    let row = |delivery: Delivery| match serde_json::to_vec(&delivery) {
        Ok(body) => Some((
            delivery,
            Outgoing {
                chat,
                unasked,
                body,
            },
        )),
        Err(error) => {
            log::error!("a message can't be written: {error}");
            None
        }
    };
    rendered.into_iter().filter_map(row).unzip()
}
