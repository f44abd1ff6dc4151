//! What a person sees on the phone, whichever bot is behind it.

/// A message of the bot as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Shown {
    pub(crate) id: i64,
    pub(crate) text: String,
    /// Label and data of each button.
    pub(crate) buttons: Vec<(String, String)>,
    pub(crate) file: Option<String>,
}

/// What one action of the person led to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Seen {
    /// Messages that are new or changed, in order.
    pub(crate) shown: Vec<Shown>,
    pub(crate) toasts: Vec<String>,
}

/// A bot that a transcript can talk to.
pub(crate) trait Bot {
    fn say(&mut self, text: &str) -> Seen;
    fn press(&mut self, message: i64, data: &str) -> Seen;
    fn send(&mut self, kind: &str, caption: Option<&str>) -> Seen;
    fn edit(&mut self, text: &str) -> Seen;
    fn group(&mut self, text: &str) -> Seen;
    fn block(&mut self, blocked: bool) -> Seen;
    /// Time passes; gives what came by itself.
    fn pass(&mut self, seconds: i64) -> Seen;
}

/// The chat as it grew: every message as it stands, and every button that ever was.
#[derive(Debug, Default)]
pub(crate) struct Chat {
    messages: Vec<Shown>,
    gone: Vec<(i64, String, String)>,
}

impl Chat {
    pub(crate) fn add(&mut self, seen: &Seen) {
        for shown in &seen.shown {
            match self
                .messages
                .iter_mut()
                .find(|message| message.id == shown.id)
            {
                Some(message) => {
                    let id = message.id;
                    self.gone.extend(
                        message
                            .buttons
                            .iter()
                            .map(|(l, d)| (id, l.clone(), d.clone())),
                    );
                    *message = shown.clone();
                }
                None => self.messages.push(shown.clone()),
            }
        }
    }

    /// The button of that label on the latest message that has one.
    pub(crate) fn button(&self, label: &str) -> Option<(i64, String)> {
        self.messages.iter().rev().find_map(|message| {
            let found = message
                .buttons
                .iter()
                .find(|(l, _)| plain(l) == plain(label))?;
            Some((message.id, found.1.clone()))
        })
    }

    /// The button of that label that was replaced last.
    pub(crate) fn old_button(&self, label: &str) -> Option<(i64, String)> {
        let found = self
            .gone
            .iter()
            .rev()
            .find(|(_, l, _)| plain(l) == plain(label))?;
        Some((found.0, found.2.clone()))
    }

    /// The revision that the newest buttons carry.
    pub(crate) fn revision(&self) -> Option<String> {
        let mut buttons = self.messages.iter().rev().flat_map(|shown| &shown.buttons);
        let found = buttons.find_map(|(_, data)| data.split_once(':'));
        found.map(|(revision, _)| revision.to_owned())
    }

    /// The last message of the bot.
    pub(crate) fn last(&self) -> Option<i64> {
        self.messages.last().map(|message| message.id)
    }
}

/// A label without the tick.
pub(crate) fn plain(label: &str) -> &str {
    label.trim_start_matches("✅ ")
}
