//! One turn of the conversation while it is being worked out.

use jiff::{Timestamp, civil::Date};

use crate::{
    language,
    model::{Catalog, NodeId, Text, keys},
    triage::{Outcome, assess},
};

use super::{
    effect::{Effect, Step},
    event::Choice,
    screen::{Action, Button, Screen},
    session::{Check, Finished, Part, Place, Scene, Session},
};

/// One turn: the session being changed and the effects gathered so far.
pub(super) struct Turn<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) session: Session,
    pub(super) now: Timestamp,
    /// The turn began with a button of a message, which may be changed in place.
    pub(super) pressed: bool,
    /// The person is back after a long time, and a check waits.
    pub(super) returned: bool,
    pub(super) toast: Option<Text>,
    /// The message was not understood.
    is_puzzled: bool,
    effects: Vec<Effect>,
}

impl<'c> Turn<'c> {
    pub(super) const fn new(
        catalog: &'c Catalog,
        session: Session,
        now: Timestamp,
        pressed: bool,
    ) -> Self {
        Self {
            catalog,
            session,
            now,
            pressed,
            returned: false,
            toast: None,
            is_puzzled: false,
            effects: Vec::new(),
        }
    }

    /// The day, for "since Tuesday".
    pub(super) fn today(&self) -> Date {
        language::today(self.now)
    }

    pub(super) fn finish(self) -> Step {
        Step {
            session: self.session,
            effects: self.effects,
            toast: self.toast,
        }
    }

    /// Goes to another scene: buttons drawn before are stale from now on.
    pub(super) fn enter(&mut self, scene: Scene) {
        self.session.revision = self.session.revision.wrapping_add(1);
        self.session.scene = scene;
    }

    pub(super) fn enter_question(&mut self, node: &NodeId, part: Part) {
        let place = Place {
            node: node.clone(),
            part,
        };
        self.check().at = Some(place.clone());
        self.enter(Scene::Question(place));
    }

    /// Shows a screen in place of the message that was pressed, else as a new message.
    pub(super) fn show(&mut self, screen: Screen) {
        let screen = self.dressed(screen);
        let edits = self.pressed
            && !self
                .effects
                .iter()
                .any(|e| matches!(e, Effect::Edit(_) | Effect::Say(_)));
        self.effects.push(if edits {
            Effect::Edit(screen)
        } else {
            Effect::Say(screen)
        });
    }

    /// Sends a screen as a new message.
    pub(super) fn say(&mut self, screen: Screen) {
        let screen = self.dressed(screen);
        self.effects.push(Effect::Say(screen));
    }

    /// Shows it in place of the message that was pressed, or sends it as a new one.
    pub(super) fn show_or_say(&mut self, screen: Screen, in_place: bool) {
        if in_place {
            self.show(screen);
        } else {
            self.say(screen);
        }
    }

    pub(super) fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    pub(super) fn toast(&mut self, key: &'static str) {
        self.toast = Some(Text::new(key));
    }

    /// One more message in a row that was not understood; how many there were before it.
    pub(super) const fn puzzled(&mut self) -> u32 {
        let before = self.session.puzzled;
        self.session.puzzled = before.saturating_add(1);
        self.is_puzzled = true;
        before
    }

    /// Whether the line of that key was said just before: nobody meets the same wall twice in a row.
    pub(super) fn said_before(&mut self, key: &'static str) -> bool {
        let before = self.session.hinted.take();
        let again = before.as_deref() == Some(key);
        self.session.hinted = (!again).then(|| key.to_owned());
        self.is_puzzled = true;
        again
    }

    /// "In a row" ends with anything that was understood.
    pub(super) fn end_row(&mut self) {
        if !self.is_puzzled {
            self.session.puzzled = 0;
            self.session.hinted = None;
        }
    }

    /// Emergency advice is one tap away from every message.
    pub(super) fn dressed(&self, mut screen: Screen) -> Screen {
        screen.revision = self.revision_of(&screen);
        let emergency = Action::Choose(Choice::Emergency);
        let has_one = screen
            .keyboard
            .iter()
            .flatten()
            .any(|button| button.action == emergency);
        if !has_one {
            screen
                .keyboard
                .push(vec![Button::new(keys::BUTTON_EMERGENCY, Choice::Emergency)]);
        }
        screen
    }

    /// Buttons of an outcome carry its revision, wherever they stand. Beside them stand only such as
    /// work however old they are.
    fn revision_of(&self, screen: &Screen) -> u32 {
        let mut buttons = screen.keyboard.iter().flatten();
        let of_outcome = buttons.any(
            |button| matches!(&button.action, Action::Choose(choice) if choice.is_of_outcome()),
        );
        match &self.session.result {
            Some(result) if of_outcome => result.revision,
            _ => self.session.revision,
        }
    }

    /// The check under way; begins one where there is none.
    pub(super) fn check(&mut self) -> &mut Check {
        let now = self.now;
        self.session.check.get_or_insert_with(|| Check::new(now))
    }

    /// Where in the check the question on the screen is.
    pub(super) fn place(&self) -> Option<Place> {
        match &self.session.scene {
            Scene::Question(place) if self.session.check.is_some() => Some(place.clone()),
            Scene::Home
            | Scene::Welcome
            | Scene::Question(_)
            | Scene::Review
            | Scene::Outcome
            | Scene::Unfinished
            | Scene::Understood
            | Scene::Remind(_)
            | Scene::Forget => None,
        }
    }

    /// What the last finished check leads to, by the content of today.
    pub(super) fn outcome(&self) -> Option<(&Finished, Outcome<'c>)> {
        let finished = self.session.result.as_ref()?;
        let outcome = match &finished.followed {
            Some(followed) => followed.outcome(self.catalog, followed.last),
            None => assess(self.catalog, &finished.answers, false),
        };
        Some((finished, outcome))
    }
}
