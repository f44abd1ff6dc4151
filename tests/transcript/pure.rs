//! The pure machine as a bot: no Telegram, no store.

use jiff::{SignedDuration, Timestamp};
use twitchwise::{
    machine::{
        Action, Attachment, Command, Effect, Event, Located, Plain, Screen, Session, step, write,
    },
    model::{Catalog, Private},
    telegram::{decode, encode},
};

use super::phone::{Bot, Seen, Shown};

pub(crate) struct Pure<'c> {
    catalog: &'c Catalog,
    pub(crate) session: Session,
    now: Timestamp,
    messages: Vec<Shown>,
    blocked: bool,
}

impl<'c> Pure<'c> {
    pub(crate) fn new(catalog: &'c Catalog, now: Timestamp) -> Self {
        Self {
            catalog,
            session: Session::default(),
            now,
            messages: Vec::new(),
            blocked: false,
        }
    }

    fn happens(&mut self, event: &Event, pressed: Option<i64>) -> Seen {
        let step = step(self.catalog, self.session.clone(), event, self.now);
        self.session = step.session;
        let mut seen = Seen::default();
        seen.toasts.extend(
            step.toast
                .map(|toast| self.catalog.words.say(&toast).into_owned()),
        );
        for effect in &step.effects {
            match effect {
                Effect::Say(screen) | Effect::Remind(screen, _) => {
                    let id = self.messages.len() as i64 + 1;
                    let shown = self.shown(id, screen);
                    self.messages.push(shown.clone());
                    seen.shown.push(shown);
                }
                Effect::Edit(screen) => {
                    let id = pressed.expect("an edit follows a press");
                    let shown = self.shown(id, screen);
                    let place = &mut self.messages[id as usize - 1];
                    if *place != shown {
                        *place = shown.clone();
                        seen.shown.push(shown);
                    }
                }
                Effect::Export(caption) => {
                    let id = self.messages.len() as i64 + 1;
                    let shown = Shown {
                        id,
                        text: self.catalog.words.say(caption).into_owned(),
                        buttons: Vec::new(),
                        file: Some("twitchwise-my-data.json".to_owned()),
                    };
                    self.messages.push(shown.clone());
                    seen.shown.push(shown);
                }
                Effect::Erase | Effect::DropUnsent | Effect::Count(..) | Effect::Offer(_) => {}
            }
        }
        seen
    }

    fn shown(&self, id: i64, screen: &Screen) -> Shown {
        let words = &self.catalog.words;
        let mut text = Plain::default();
        write(&screen.blocks, words, &mut text);
        let buttons = screen.keyboard.iter().flatten().map(|button| {
            let label = words.say(&button.label).into_owned();
            let label = if button.ticked == Some(true) {
                format!("✅ {label}")
            } else {
                label
            };
            let data = match &button.action {
                Action::Choose(choice) => encode(screen.revision, choice),
                Action::OpenChat(_) | Action::Share(_) => String::new(),
            };
            (label, data)
        });
        Shown {
            id,
            text: text.0.trim().to_owned(),
            buttons: buttons.collect(),
            file: None,
        }
    }
}

impl Bot for Pure<'_> {
    fn say(&mut self, text: &str) -> Seen {
        let event = match text.strip_prefix('/') {
            Some(rest) => {
                let (name, behind) = rest.split_once(' ').unwrap_or((rest, ""));
                match (Command::named(name), behind) {
                    (Command::Ask, words) if !words.is_empty() => {
                        Event::Ask(Private::new(words.to_owned()))
                    }
                    (Command::Start, link) if link.starts_with("ask_") => {
                        Event::Linked(link["ask_".len()..].replace('-', "."))
                    }
                    (command, "") => Event::Command(command),
                    (command, words) => Event::Commanded(command, Private::new(words.to_owned())),
                }
            }
            None => Event::Text(Private::new(text.to_owned())),
        };
        self.happens(&event, None)
    }

    fn press(&mut self, message: i64, data: &str) -> Seen {
        self.happens(&Event::Pressed(decode(data)), Some(message))
    }

    fn send(&mut self, kind: &str, caption: Option<&str>) -> Seen {
        let event = match caption {
            Some(place) if kind == "location" => {
                let (latitude, longitude) = place.split_once(' ').expect("two degrees");
                let degrees = |text: &str| text.parse().expect("degrees");
                let place = Located::new(degrees(latitude), degrees(longitude));
                Event::Located(Private::new(place))
            }
            Some(caption) => Event::Text(Private::new(caption.to_owned())),
            // The place that the emulator's people share.
            None if kind == "location" => {
                Event::Located(Private::new(Located::new(48.208_2, 16.373_8)))
            }
            None => Event::Attachment(match kind {
                "sticker" => Attachment::Sticker,
                "voice" => Attachment::Voice,
                "photo" => Attachment::Photo,
                _ => Attachment::Other,
            }),
        };
        self.happens(&event, None)
    }

    fn edit(&mut self, text: &str) -> Seen {
        self.happens(&Event::Edited(Private::new(text.to_owned())), None)
    }

    fn group(&mut self, text: &str) -> Seen {
        // Whether a message in a group is for the bot is read off Telegram's update.
        let for_us = text.contains("@twitchwise_bot") || text.starts_with('/');
        if for_us {
            self.happens(&Event::Group, None)
        } else {
            Seen::default()
        }
    }

    fn block(&mut self, blocked: bool) -> Seen {
        self.blocked = blocked;
        self.happens(
            if blocked {
                &Event::Blocked
            } else {
                &Event::Returned
            },
            None,
        )
    }

    fn pass(&mut self, seconds: i64) -> Seen {
        self.now += SignedDuration::from_secs(seconds);
        match self.session.agenda.next() {
            Some(next) if next <= self.now && !self.blocked => self.happens(&Event::Due, None),
            Some(_) | None => Seen::default(),
        }
    }
}
