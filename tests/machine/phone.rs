//! What every step must leave on the phone, whatever happened.

use serde_json::Value;
use twitchwise::{
    machine::{Action, Choice, Effect, Event, Plain, Screen, Session, Step, step, write},
    model::Catalog,
    telegram::{Body, Delivery, Incoming, Target, decode, deliveries, encode},
};

use jiff::Timestamp;

/// Telegram's limits: UTF-16 units of a text, bytes of a button's data, characters of a toast,
/// buttons of a message.
const LONGEST_TEXT: usize = 4096;
const LONGEST_DATA: usize = 64;
const LONGEST_TOAST: usize = 200;
const MOST_BUTTONS: usize = 100;

/// A phone with a session behind it.
pub(crate) struct Phone<'c> {
    pub(crate) catalog: &'c Catalog,
    pub(crate) session: Session,
    pub(crate) now: Timestamp,
    /// Every screen so far.
    pub(crate) screens: Vec<Screen>,
}

impl Phone<'_> {
    /// The screen whose buttons are pressed next: the last one that tells the bot anything.
    pub(crate) fn latest(&self) -> Option<&Screen> {
        self.screens
            .iter()
            .rev()
            .find(|screen| !choices(screen).is_empty())
    }

    /// Lets it happen, and checks everything that must hold of the step.
    pub(crate) fn happens(&mut self, event: &Event) -> Result<Step, String> {
        let before = self.session.clone();
        let step = step(self.catalog, before, event, self.now);
        self.check(event, &step)?;
        self.session = step.session.clone();
        for effect in &step.effects {
            if let Effect::Say(screen) | Effect::Edit(screen) | Effect::Remind(screen, _) = effect {
                self.screens.push(screen.clone());
            }
        }
        Ok(step)
    }

    fn check(&self, event: &Event, step: &Step) -> Result<(), String> {
        let kept = serde_json::to_string(&step.session).map_err(|e| e.to_string())?;
        let again: Session = serde_json::from_str(&kept).map_err(|e| e.to_string())?;
        hold(again == step.session, || format!("kept otherwise: {kept}"))?;

        let pressed = matches!(event, Event::Pressed(_));
        let silent = matches!(event, Event::Blocked | Event::Returned | Event::Due);
        let said = !step.effects.is_empty() || step.toast.is_some();
        hold(silent || said, || "no answer".to_owned())?;
        // Only a press can show a toast: another event needs words of its own.
        hold(pressed || silent || !step.effects.is_empty(), || {
            "nothing but a toast without a press".to_owned()
        })?;
        let edits = step
            .effects
            .iter()
            .filter(|e| matches!(e, Effect::Edit(_)))
            .count();
        hold(edits <= usize::from(pressed), || format!("{edits} edits"))?;
        let erases = step.effects.iter().position(|e| *e == Effect::Erase);
        hold(erases.is_none_or(|at| at == 0), || {
            "erases after it spoke".to_owned()
        })?;
        if let Some(toast) = &step.toast {
            let toast = self.catalog.words.say(toast);
            let length = toast.chars().count();
            hold((1..=LONGEST_TOAST).contains(&length), || {
                format!("toast: {toast}")
            })?;
        }
        let shown = step.effects.iter().filter_map(|effect| match effect {
            Effect::Say(screen) | Effect::Edit(screen) | Effect::Remind(screen, _) => Some(screen),
            _ => None,
        });
        let shown: Vec<_> = shown.collect();
        for (at, screen) in shown.iter().enumerate() {
            let last = at + 1 == shown.len();
            self.check_screen(screen, *event == Event::Group, last)?;
            hold(works(screen, &step.session), || {
                "a button that is stale when it is drawn".to_owned()
            })?;
        }
        self.check_sent(event, step)
    }

    /// `last`: nothing is shown below it.
    fn check_screen(&self, screen: &Screen, group: bool, last: bool) -> Result<(), String> {
        let mut text = Plain::default();
        write(&screen.blocks, &self.catalog.words, &mut text);
        let units = text.0.encode_utf16().count();
        let start: String = text.0.chars().take(60).collect();
        let here = |what: &str| format!("{what} in {start:?}");
        hold(!text.0.trim().is_empty(), || here("no words"))?;
        hold(units <= LONGEST_TEXT, || here(&format!("{units} units")))?;
        let buttons: Vec<_> = screen.keyboard.iter().flatten().collect();
        hold(buttons.len() <= MOST_BUTTONS, || here("too many buttons"))?;
        for button in &buttons {
            let label = self.catalog.words.say(&button.label);
            hold(!label.trim().is_empty(), || here("a button without words"))?;
            if let Action::Choose(choice) = &button.action {
                let data = encode(screen.revision, choice);
                hold(data.len() <= LONGEST_DATA, || {
                    here(&format!("{} bytes", data.len()))
                })?;
                let back = decode(&data);
                let same = back.choice.as_ref() == Some(choice) && back.revision == screen.revision;
                hold(same, || here(&format!("{data} is read otherwise")))?;
            }
        }
        let chosen = choices(screen);
        if group {
            return hold(chosen.is_empty() && !buttons.is_empty(), || {
                here("a group's buttons")
            });
        }
        hold(chosen.contains(&&Choice::Emergency), || {
            here("no emergency button")
        })?;
        let on = chosen.iter().any(|choice| **choice != Choice::Emergency);
        hold(on || !last, || here("no way on"))
    }

    /// As Telegram gets it: one answer to a press, none otherwise, and nothing empty.
    fn check_sent(&self, event: &Event, step: &Step) -> Result<(), String> {
        let pressed = matches!(event, Event::Pressed(_));
        let inline = matches!(event, Event::Inline(_));
        let incoming = Incoming {
            chat: 7,
            user: 7,
            event: event.clone(),
            target: Target {
                query: pressed.then(|| "a query".to_owned()),
                inline: inline.then(|| "a query".to_owned()),
                message: pressed.then_some(3),
            },
        };
        let export = Some("{}".to_owned());
        let sent = deliveries(self.catalog, "a_bot", &incoming, step, export);
        let answers = sent
            .iter()
            .filter(|delivery| delivery.answer.is_some())
            .count();
        hold(answers == usize::from(pressed), || {
            format!("{answers} answers to a press")
        })?;
        let shown = step
            .effects
            .iter()
            .filter(|e| !matches!(e, Effect::Erase | Effect::DropUnsent | Effect::Count(..)))
            .count();
        let bodies = sent
            .iter()
            .filter(|delivery| delivery.body.is_some())
            .count();
        hold(bodies == shown, || format!("{bodies} sent of {shown}"))?;
        for delivery in &sent {
            let kept = serde_json::to_vec(delivery).map_err(|e| e.to_string())?;
            serde_json::from_slice::<Delivery>(&kept).map_err(|e| e.to_string())?;
            if let Some(Body::New(call) | Body::Edit(call)) = &delivery.body {
                let call: Value = serde_json::from_str(call.get()).map_err(|e| e.to_string())?;
                let text = call["text"].as_str().unwrap_or_default();
                hold(!text.trim().is_empty(), || "an empty text".to_owned())?;
            }
        }
        Ok(())
    }
}

/// What the buttons of a screen tell the bot.
pub(crate) fn choices(screen: &Screen) -> Vec<&Choice> {
    let actions = screen
        .keyboard
        .iter()
        .flatten()
        .map(|button| &button.action);
    actions
        .filter_map(|action| match action {
            Action::Choose(choice) => Some(choice),
            Action::OpenChat(_) | Action::Share(_) => None,
        })
        .collect()
}

/// Whether every button works, as long as nothing else happens.
fn works(screen: &Screen, session: &Session) -> bool {
    let outcome = session.result.as_ref().map(|result| result.revision);
    choices(screen).iter().all(|choice| {
        choice.is_timeless()
            || if choice.is_of_outcome() {
                // A session of another version may have lost it: the button then says so.
                outcome.is_none_or(|revision| revision == screen.revision)
            } else {
                session.revision == screen.revision
            }
    })
}

fn hold(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}
