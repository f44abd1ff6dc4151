//! A reminder is due: what is of use is said in one message, the rest is passed over.

use jiff::Timestamp;

use crate::{
    model::{Text, keys},
    schedule::{is_late, nudge_fits},
};

use super::{
    super::{
        effect::Effect,
        screen::{Block, Button, Screen},
        turn::Turn,
    },
    agenda::{About, Reach, Reminder},
    follow_up, habits, message, when,
};

/// What time has brought: everything that is due comes as one message.
pub(in super::super) fn due(turn: &mut Turn<'_>) {
    if turn.session.agenda.reach != Reach::Here {
        return;
    }
    let now = turn.now;
    let mut due: Vec<_> = turn
        .session
        .agenda
        .reminders
        .iter()
        .filter_map(|one| Some((one.next.filter(|next| *next <= now)?, one.clone())))
        .collect();
    due.sort_by_key(|(at, one)| (*at, one.id));
    let coming: Vec<_> = due
        .into_iter()
        .filter(|(at, one)| comes(turn, *at, one))
        .collect();
    if coming.is_empty() {
        return;
    }
    let screen = screen(turn, &coming);
    let silent = turn.session.agenda.silent;
    let screen = turn.dressed(screen);
    turn.effect(Effect::Remind(screen, silent));
}

/// Notes that one was due, and whether it still makes sense.
fn comes(turn: &mut Turn<'_>, at: Timestamp, one: &Reminder) -> bool {
    let now = turn.now;
    let catalog = turn.catalog;
    let agenda = &mut turn.session.agenda;
    let comes = match &one.about {
        About::Habit { habit } => {
            let zone = agenda.zone();
            let fits = habits::still_makes_sense(catalog, habit, &one.plan, &zone, at, now)
                && nudge_fits(&zone, &agenda.nudged, now);
            if fits {
                agenda.tidy(now);
                agenda.nudged.push(now);
            }
            fits
        }
        About::FollowUp { .. } | About::HabitHelped { .. } | About::Own { .. } => true,
    };
    let next = if one.plan.recurs() {
        agenda.planned(&one.plan, now)
    } else {
        None
    };
    if let Some(one) = agenda.get_mut(one.id) {
        one.next = next;
        one.put_off = false;
        if comes {
            one.came_at = Some(now);
        }
    }
    if comes && matches!(one.about, About::FollowUp { .. }) {
        follow_up::asked(turn, one.id);
    }
    comes
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
