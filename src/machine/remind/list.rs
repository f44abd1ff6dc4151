//! `/reminders`: everything that comes by itself, each with edit, pause and delete.

use jiff::Timestamp;

use crate::{
    language,
    model::{Control, Private, Text, keys},
    schedule::pause_end,
};

use super::{
    super::{
        emergency, home,
        screen::{Block, Button, Screen},
        session::Scene,
        turn::Turn,
    },
    Doing,
    agenda::Reach,
    choice::Remind,
    clock::{self, ZONE},
    follow_up, habits, is_free,
    message::{name, remind},
    own,
    reminder::{About, Reminder},
    when,
};

/// How long "pause everything" lasts, in days.
const PAUSE_DAYS: u16 = 7;
/// Reminders that have a button each; what is more is listed, and comes into reach when others go.
const MOST_BUTTONS: usize = 30;

/// With more of them than this, words of their own are cut …
const MANY: usize = 12;
/// … after so many characters, so that fifty fit into a message (4,096 characters).
const BRIEF: usize = 24;

/// The list.
pub(in super::super) fn list(turn: &mut Turn<'_>) {
    with(turn, None);
}

/// The reminder that was asked for is gone: the list.
pub(super) fn gone(turn: &mut Turn<'_>) {
    with(turn, Some(Text::new(keys::REMINDER_GONE)));
}

/// The list with what just happened above it.
pub(super) fn with(turn: &mut Turn<'_>, first: Option<Text>) {
    let now = turn.now;
    turn.session.agenda.tidy(now);
    enter(turn);
    let agenda = turn.session.agenda.clone();
    let mut screen = Screen::default();
    screen.blocks.extend(first.map(Block::Para));
    screen = screen.block(Block::Heading(Text::new(keys::REMINDERS_TITLE)));
    if agenda.is_left_off() {
        let some = agenda.reach == Reach::Here && agenda.next().is_some();
        let key = if some {
            keys::REMINDERS_LEFT_OFF
        } else {
            keys::REMINDERS_AWAY
        };
        screen = screen.block(Block::Para(Text::new(key)));
    } else if let Some(until) = agenda.paused_until.filter(|until| *until > now) {
        let until = when::at(turn, until);
        screen = screen.block(Block::Para(
            Text::new(keys::REMINDERS_PAUSED).with("until", until),
        ));
    }
    if agenda.reminders.is_empty() {
        screen = screen.block(Block::Para(Text::new(keys::REMINDERS_NONE)));
    } else {
        let many = agenda.reminders.len() > MANY;
        let named = |one: &Reminder| {
            if many {
                brief(&one.about)
            } else {
                name(&one.about)
            }
        };
        let lines = agenda.reminders.iter();
        let lines = lines.map(|one| line(turn, one, named(one))).collect();
        screen = screen
            .block(Block::Bullets(lines))
            .block(Block::Para(Text::new(keys::REMINDERS_HOW)));
    }
    for one in agenda.reminders.iter().take(MOST_BUTTONS) {
        let label = Text::new(keys::BUTTON_NAME).with("name", name(&one.about));
        screen = screen.row(vec![Button::labelled(label, remind(Remind::Open(one.id)))]);
    }
    screen = screen.row(vec![
        Button::new(keys::BUTTON_REMINDER_NEW, own::NEW),
        Button::new(keys::BUTTON_HABITS, habits::OFFER),
    ]);
    let is_off = agenda.is_left_off() || agenda.paused_until.is_some_and(|until| until > now);
    if is_off {
        let button = Button::new(keys::BUTTON_RESUME_ALL, remind(Remind::ResumeAll));
        screen = screen.row(vec![button]);
    } else if !agenda.reminders.is_empty() {
        let button = Button::new(keys::BUTTON_PAUSE_ALL, remind(Remind::PauseAll));
        screen = screen.row(vec![button]);
    }
    if agenda.zone.is_none() {
        screen = screen
            .block(Block::Small(Text::new(keys::ZONE_UNSET)))
            .row(vec![Button::new(keys::BUTTON_ZONE, ZONE)]);
    }
    let screen = screen.row(emergency::way_on(turn));
    turn.show(screen);
}

fn enter(turn: &mut Turn<'_>) {
    turn.enter(Scene::Remind(Doing::List));
}

/// What a reminder is about, in few characters.
fn brief(about: &About) -> Text {
    match about {
        About::Own { words } if words.chars().count() > BRIEF => {
            let cut: String = words.chars().take(BRIEF).chain(['…']).collect();
            name(&About::Own { words: cut })
        }
        About::Own { .. } | About::FollowUp { .. } | About::Habit { .. } => name(about),
    }
}

/// One of the list: what, when, when next.
fn line(turn: &Turn<'_>, one: &Reminder, what: Text) -> Text {
    let text = match (turn.session.agenda.comes(one), one.came_at) {
        _ if one.is_off() => Text::new(keys::REMINDER_LINE_PAUSED),
        (Some(next), _) if one.plan.recurs() => Text::new(keys::REMINDER_LINE)
            .with("days", when::plan(turn, &one.plan))
            .with("next", when::at(turn, next)),
        (Some(next), _) => Text::new(keys::REMINDER_LINE_ONCE).with("next", when::at(turn, next)),
        (None, came) => Text::new(keys::REMINDER_LINE_OVER)
            .with("came", when::at(turn, came.unwrap_or(one.set_at))),
    };
    text.with("what", what)
}

/// One of the list, to change it.
pub(super) fn open(turn: &mut Turn<'_>, id: u32) {
    let Some(one) = turn.session.agenda.get(id).cloned() else {
        return gone(turn);
    };
    enter(turn);
    let switch = if one.is_off() {
        Button::new(keys::BUTTON_TURN_ON, remind(Remind::Resume(id)))
    } else {
        Button::new(keys::BUTTON_PAUSE, remind(Remind::Pause(id)))
    };
    let edit = match &one.about {
        About::Own { .. } => own::edit_row(id),
        About::FollowUp { .. } => follow_up::edit_row(id),
        About::Habit { .. } => habits::edit_row(id),
    };
    let screen = Screen::say(line(turn, &one, name(&one.about)))
        .row(edit)
        .row(vec![
            switch,
            Button::new(keys::BUTTON_DELETE, remind(Remind::Delete(id))),
        ])
        .row(vec![Button::new(
            keys::BUTTON_REMINDERS_BACK,
            remind(Remind::List),
        )]);
    turn.show(screen);
}

/// Something was set: says so, and goes on with what was under way.
pub(super) fn was_set(turn: &mut Turn<'_>, screen: Screen) {
    turn.enter(Scene::Home);
    turn.show(screen);
    if turn.session.agenda.zone.is_none() {
        clock::ask(turn);
    } else if turn.session.check.is_some() {
        home::resume(turn);
    }
}

/// It comes no more, until it is turned on again.
pub(super) fn pause(turn: &mut Turn<'_>, id: u32) {
    if turn.session.agenda.pause(id) {
        with(turn, Some(Text::new(keys::REMINDER_PAUSED)));
    } else {
        gone(turn);
    }
}

/// It is turned on again.
pub(super) fn resume(turn: &mut Turn<'_>, id: u32) {
    let now = turn.now;
    let Some(next) = turn.session.agenda.resume(id, now) else {
        return gone(turn);
    };
    let next = when::at(turn, next);
    with(
        turn,
        Some(Text::new(keys::REMINDER_RESUMED).with("next", next)),
    );
}

/// It goes.
pub(super) fn delete(turn: &mut Turn<'_>, id: u32) {
    if turn.session.agenda.remove(id).is_none() {
        return gone(turn);
    }
    with(turn, Some(Text::new(keys::REMINDER_DELETED)));
}

/// Nothing comes for a week.
pub(super) fn pause_all(turn: &mut Turn<'_>) {
    let now = turn.now;
    let until = pause_end(&turn.session.agenda.zone(), now, PAUSE_DAYS);
    let Some(until) = until else {
        return list(turn);
    };
    turn.session.agenda.pause_all(until, now);
    let until = when::at(turn, until);
    with(turn, Some(Text::new(keys::PAUSE_SET).with("until", until)));
}

/// Everything comes again.
pub(super) fn resume_all(turn: &mut Turn<'_>) {
    let now = turn.now;
    turn.session.agenda.come_back(now);
    turn.session.agenda.pause_all(Timestamp::MIN, now);
    with(turn, Some(Text::new(keys::PAUSE_ENDED)));
}

/// After the person was away: everything stays off, until they turn it on in the list.
pub(super) fn stay_off(turn: &mut Turn<'_>) {
    turn.session.agenda.be_here();
    list(turn);
}

/// The person blocked the bot: nothing comes any more.
pub(in super::super) fn away(turn: &mut Turn<'_>) {
    let agenda = &mut turn.session.agenda;
    if !agenda.reminders.is_empty() {
        agenda.reach = Reach::Away;
    }
}

/// Whether a typed "yes" or "no" answers whether everything is to be turned on again.
pub(super) fn answered(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    let asked = turn.session.agenda.reach == Reach::Back;
    if !asked || !is_free(turn) {
        return false;
    }
    match language::control(&turn.catalog.lexicon, text.reveal()) {
        Some(Control::Yes) => resume_all(turn),
        Some(Control::No) => stay_off(turn),
        Some(_) | None => return false,
    }
    true
}

/// The person is heard again after they had blocked the bot: asks, once, whether it is to go on.
pub(in super::super) fn back(turn: &mut Turn<'_>) {
    if turn.session.agenda.reach != Reach::Away {
        return;
    }
    turn.session.agenda.reach = Reach::Back;
    let on = Button::new(keys::BUTTON_RESUME_ALL, remind(Remind::ResumeAll));
    let off = Button::new(keys::BUTTON_STAY_OFF, remind(Remind::StayOff));
    let screen = Screen::say(Text::new(keys::BACK_AGAIN));
    turn.say(screen.row(vec![on]).row(vec![off]));
}
