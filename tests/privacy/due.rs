//! A reminder that is due when the bot starts.

use std::path::Path;

use jiff::Timestamp;
use serde_json::json;
use twitchwise::{
    emulator::Emulator,
    machine::{About, Agenda, Reminder, Session},
    schedule::{Plan, Zone},
    store::{Handled, Keys, Sealer, SessionChange, Store, Wake, Who},
};

use super::live::token;

/// Someone whom the bot may write to, and a reminder with these words that is due now. Gives who.
pub(crate) async fn remind(emulator: &Emulator, folder: &Path, words: &str) -> i64 {
    let now = emulator.now();
    let person = emulator.world(|world| {
        let person = world.add_person("Ann", Some("en")).id;
        world.say(person, "/start", now).expect("said");
        let drop = json!({ "drop_pending_updates": true });
        let dropped = world.call(&token(), "deleteWebhook", drop, now);
        dropped.expect("nothing waits");
        person
    });
    let now = Timestamp::now();
    let reminder = Reminder {
        id: 1,
        about: About::Own {
            words: words.to_owned(),
        },
        plan: Plan::once(Zone::UTC.local(now)).in_quiet_hours_too(),
        next: Some(now),
        put_off: false,
        held: None,
        left_off: false,
        paused: false,
        set_at: now,
        came_at: None,
    };
    let session = Session {
        agreed_at: Some(now),
        agenda: Agenda {
            zone: Some(Zone::UTC),
            last_id: 1,
            reminders: vec![reminder],
            ..Agenda::default()
        },
        ..Session::default()
    };
    let keys = Keys::from_file_or_create(&folder.join("keys/data.key")).expect("the keys");
    let url = format!("sqlite://{}", folder.join("data/bot.db").display());
    let store = Store::open(&url, Sealer::new(&keys)).await.expect("opens");
    let kept = store.commit(Handled {
        seq: None,
        who: Who {
            chat: person,
            user: person,
        },
        session: SessionChange::Save(serde_json::to_vec(&session).expect("written")),
        drop_pending: false,
        wake: Wake::At(now),
        outgoing: Vec::new(),
        now,
    });
    kept.await.expect("kept");
    store.close().await.expect("closed");
    person
}
