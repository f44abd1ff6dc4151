//! A reminder is due: all that is due is said in one message.

use jiff::Timestamp;

use crate::{
    model::{Text, keys},
    schedule::is_late,
};

use super::{
    super::{
        effect::Effect,
        screen::{Block, Button, Screen},
        turn::Turn,
    },
    agenda::Reach,
    follow_up, habit_day, habit_message, habits, message,
    reminder::{About, Reminder},
    when,
};

/// So many come in one message: with 200 characters each and their buttons it stays well within
/// Telegram's limits (4,096 characters, 100 buttons). The others are due still, and follow at once.
const MOST_AT_ONCE: usize = 8;

/// What time has brought: everything that is due comes as one message, or as few as it takes.
pub(in super::super) fn due(turn: &mut Turn<'_>) {
    if turn.session.agenda.reach != Reach::Here {
        return;
    }
    habits::forget_unknown(turn);
    let now = turn.now;
    turn.session.agenda.hold_late(now);
    let agenda = &turn.session.agenda;
    let is_due = |one: &&Reminder| agenda.comes(one).is_some_and(|at| at <= now);
    let due = agenda.reminders.iter().filter(is_due);
    let mut due: Vec<_> = due
        .filter_map(|one| {
            let meant = agenda.meant_for(one)?;
            let meant = habit_day::meant_last(turn, one, meant).unwrap_or(meant);
            Some((meant, one.clone()))
        })
        .collect();
    due.sort_by_key(|(at, one)| (*at, one.id));
    due.truncate(MOST_AT_ONCE);
    due.retain(|(at, one)| {
        let makes_sense = habit_day::make_sense(turn, one, *at);
        comes(turn, one, makes_sense);
        makes_sense
    });
    if due.is_empty() {
        return;
    }
    habit_message::ask(turn, &due);
    let screen = screen(turn, &due);
    let silent = turn.session.agenda.silent;
    let screen = turn.dressed(screen);
    turn.effect(Effect::Remind(screen, silent));
}

/// Notes that one comes now, or that its time has passed without it.
fn comes(turn: &mut Turn<'_>, one: &Reminder, comes: bool) {
    let now = turn.now;
    let agenda = &mut turn.session.agenda;
    let again = one.plan.recurs().then(|| agenda.planned(&one.plan, now));
    if let Some(one) = agenda.get_mut(one.id) {
        one.next = again.flatten();
        one.put_off = false;
        one.held = None;
        one.came_at = if comes { Some(now) } else { one.came_at };
    }
    if comes {
        habit_day::count(turn, one);
    }
    if comes && matches!(one.about, About::FollowUp { .. }) {
        follow_up::asked(turn, one.id);
    }
}

fn screen(turn: &Turn<'_>, coming: &[(Timestamp, Reminder)]) -> Screen {
    let several = coming.len() > 1;
    let mut screen = Screen::default();
    if several {
        screen = screen.block(Block::Heading(Text::new(keys::REMINDER_SEVERAL)));
    }
    for (at, one) in coming {
        screen.blocks.extend(message::blocks(turn, one));
        if is_late(*at, turn.now) {
            let due = when::at(turn, *at);
            let late = Text::new(keys::REMINDER_LATE).with("due", due);
            screen = screen.block(Block::Small(late));
        }
        for row in message::buttons(turn, one, several) {
            screen = screen.row(row);
        }
    }
    if turn.session.agenda.zone.is_none() {
        screen = screen
            .block(Block::Small(Text::new(keys::ZONE_UNSET)))
            .row(vec![Button::new(keys::BUTTON_ZONE, super::clock::ZONE)]);
    }
    screen
}
