//! One update: read, decided by the machine, committed, handed to delivery.

use std::{sync::Arc, time::Duration};

use tokio::sync::watch;

use crate::{
    machine::{Effect, Session, step},
    model::{Catalog, Text, keys},
    store::{Handled, Outgoing, Seq, SessionChange, Store, StoreError, Who},
    telegram::{Delivery, Update, deliveries, incoming, kind_line},
};

use super::{clock::Clock, deliver::Deliverer, export, inbox::Inbox, pause::pause};

/// From this attempt on, the pauses between them grow no longer.
const LONGER: u32 = 3;
/// How often an update may panic.
const PANICS: u32 = 3;

/// Handles updates.
pub(super) struct Handler {
    pub(super) catalog: Arc<Catalog>,
    pub(super) store: Store,
    pub(super) inbox: Arc<Inbox>,
    pub(super) deliverer: Deliverer,
    pub(super) clock: Clock,
    /// The bot's username.
    pub(super) bot: String,
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
        let mut tried = 0;
        while let Err(error) = self.decide(seq, update).await {
            tried += 1;
            if matches!(error, StoreError::AlreadyHandled { .. }) {
                break;
            }
            if matches!(error, StoreError::Closed) {
                // The next start takes it up.
                return;
            }
            log::error!(update = id, attempt = tried; "an update can't be handled: {error}");
            if error.is_lasting() {
                self.give_up(seq, update, "refused").await;
                break;
            }
            if self.stops_within(pause(tried.min(LONGER))).await {
                return;
            }
        }
        self.done(id, chat).await;
    }

    /// An update whose handling panicked: the person is told. The next start tries it again, perhaps
    /// with mended content or code; after three times it is set aside.
    pub(super) async fn panicked(&self, update: &Update) {
        let id = i64::from(update.id.0);
        let Some((seq, _)) = self.inbox.row(id) else {
            return;
        };
        log::error!(update = id; "handling an update panicked");
        let failed = self.store.failed(seq).await;
        // Before what follows, in case that it panics as well.
        self.inbox.done(id).await;
        match failed {
            // What panicked came after the commit: the person was answered.
            Err(StoreError::AlreadyHandled { .. }) => {}
            Ok(PANICS..) => self.give_up(seq, update, "panicked").await,
            Ok(_) | Err(_) => self.apologise(update).await,
        }
    }

    async fn give_up(&self, seq: Seq, update: &Update, reason: &str) {
        let aside = self
            .store
            .set_aside_update(seq, reason, self.clock.now())
            .await;
        match aside {
            Ok(()) => {}
            // It had been handled before things went wrong.
            Err(StoreError::AlreadyHandled { .. }) => return,
            Err(error) => log::error!(row = seq; "an update can't be set aside: {error}"),
        }
        self.apologise(update).await;
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
            return self.store.finish(seq).await;
        };
        let who = Who {
            chat: incoming.chat,
            user: incoming.user,
        };
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
        let mut rendered = deliveries(&self.catalog, &self.bot, &incoming, &step, export);
        if fresh == Found::Damaged {
            let line = Text::new(keys::ANEW);
            rendered.insert(0, kind_line(&self.catalog, incoming.chat, &line));
        }
        let session = if erases {
            SessionChange::Erase
        } else if step.session == before {
            SessionChange::Keep
        } else {
            save(&step.session)
        };
        let outgoing = rendered
            .iter()
            .filter_map(|delivery| outgoing(incoming.chat, delivery));
        let handled = Handled {
            seq: Some(seq),
            who,
            session,
            drop_pending: drops,
            outgoing: outgoing.collect(),
            now,
        };
        let ids = self.store.commit(handled).await?;
        if drops {
            self.deliverer.forget(incoming.chat);
        }
        self.deliverer
            .push(incoming.chat, ids.into_iter().zip(rendered).collect());
        Ok(())
    }

    /// The person's session. One that can't be opened or read is set aside: the chat starts anew.
    async fn session(&self, who: Who) -> Result<(Session, Found), StoreError> {
        let read = match self.store.session(who).await {
            Ok(None) => return Ok((Session::default(), Found::New)),
            Ok(Some(body)) => serde_json::from_slice(&body).ok(),
            Err(StoreError::Damaged(_)) => None,
            Err(error) => return Err(error),
        };
        if let Some(session) = read {
            return Ok((session, Found::Kept));
        }
        log::error!("a session can't be read: set aside, the chat starts anew");
        self.store
            .set_aside_session(who, "unreadable", self.clock.now())
            .await?;
        Ok((Session::default(), Found::Damaged))
    }

    async fn apologise(&self, update: &Update) {
        let Some(incoming) = incoming(update, &self.bot) else {
            return;
        };
        let who = Who {
            chat: incoming.chat,
            user: incoming.user,
        };
        self.tell(who, &Text::new(keys::TROUBLE)).await;
    }

    /// Says something that no event of the machine leads to.
    pub(super) async fn tell(&self, who: Who, text: &Text) {
        let line = kind_line(&self.catalog, who.chat, text);
        let handled = Handled {
            seq: None,
            who,
            session: SessionChange::Keep,
            drop_pending: false,
            outgoing: outgoing(who.chat, &line).into_iter().collect(),
            now: self.clock.now(),
        };
        match self.store.commit(handled).await {
            Ok(ids) => self
                .deliverer
                .push(who.chat, ids.into_iter().zip([line]).collect()),
            Err(error) => log::error!("a person is not told of the trouble: {error}"),
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

fn save(session: &Session) -> SessionChange {
    serde_json::to_vec(session).map_or(SessionChange::Keep, SessionChange::Save)
}

fn outgoing(chat: i64, delivery: &Delivery) -> Option<Outgoing> {
    serde_json::to_vec(delivery)
        .ok()
        .map(|body| Outgoing { chat, body })
}
