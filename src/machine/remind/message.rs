//! A reminder as it comes, and what is done with it: done, later, stop.

use crate::{
    model::{Text, keys},
    schedule::Snooze,
};

use super::{
    super::{
        event::Choice,
        screen::{Block, Button, Screen},
        turn::Turn,
    },
    agenda::{About, Reminder},
    choice::Remind,
    follow_up, habits, list, when,
};

/// What it says.
pub(super) fn blocks(turn: &Turn<'_>, one: &Reminder) -> Vec<Block> {
    match &one.about {
        About::FollowUp { .. } => follow_up::blocks(turn, one),
        About::Habit { habit } => habits::nudge(turn, one, habit),
        About::HabitHelped { habit } => habits::helped_question(habit),
        About::Own { words } if words.is_empty() => {
            vec![Block::Para(Text::new(keys::REMINDER_OWN_EMPTY))]
        }
        About::Own { words } => vec![Block::Para(
            Text::new(keys::REMINDER_OWN).with("what", words.as_str()),
        )],
    }
}

/// How it is named in a list or on a button.
pub(super) fn name(about: &About) -> Text {
    match about {
        About::FollowUp { .. } => Text::new(keys::REMINDER_FOLLOW_UP_NAME),
        About::Habit { habit } => habits::name(habit),
        About::HabitHelped { habit } => {
            Text::new(keys::REMINDER_HELPED_NAME).with("name", habits::name(habit))
        }
        About::Own { words } if words.is_empty() => Text::new(keys::REMINDER_EMPTY_NAME),
        About::Own { words } => Text::new(keys::REMINDER_OWN_NAME).with("what", words.as_str()),
    }
}

/// Its buttons: its own answers, where it asks something, then done, later, stop. Among several a
/// row each, named.
pub(super) fn buttons(turn: &Turn<'_>, one: &Reminder, several: bool) -> Vec<Vec<Button>> {
    let id = one.id;
    let mut rows = match &one.about {
        About::FollowUp { .. } => follow_up::buttons(turn, one),
        About::HabitHelped { habit } => habits::helped_buttons(id, habit),
        About::Habit { .. } | About::Own { .. } => Vec::new(),
    };
    let asks = !rows.is_empty();
    if several {
        let named = |key, choice| {
            Button::labelled(
                Text::new(key).with("name", name(&one.about)),
                remind(choice),
            )
        };
        let done = named(keys::BUTTON_DONE_NAMED, Remind::Done(id));
        let later = named(keys::BUTTON_MORE_NAMED, Remind::Later(id));
        rows.extend((!asks).then(|| vec![done]));
        rows.push(vec![later]);
    } else {
        rows.extend(ways(id, !asks));
    }
    rows
}

/// Done, later, stop.
fn ways(id: u32, with_done: bool) -> Vec<Vec<Button>> {
    let snooze = |key, how| Button::new(key, remind(Remind::Snooze(id, how)));
    let done = Button::new(keys::BUTTON_DONE_WITH, remind(Remind::Done(id)));
    let stop = Button::new(keys::BUTTON_STOP, remind(Remind::Stop(id)));
    vec![
        with_done
            .then_some(done)
            .into_iter()
            .chain([stop])
            .collect(),
        vec![
            snooze(keys::BUTTON_SNOOZE_HOUR, Snooze::OneHour),
            snooze(keys::BUTTON_SNOOZE_EVENING, Snooze::ThisEvening),
        ],
        vec![snooze(keys::BUTTON_SNOOZE_TOMORROW, Snooze::Tomorrow)],
    ]
}

/// "Done": it says so, and what comes again comes again.
pub(super) fn done(turn: &mut Turn<'_>, id: u32) {
    settle(turn, id, |_| Some(Text::new(keys::REMINDER_DONE)));
}

/// The ways to put one of several off.
pub(super) fn later(turn: &mut Turn<'_>, id: u32) {
    let Some(one) = turn.session.agenda.get(id).cloned() else {
        return list::gone(turn);
    };
    let mut screen = Screen {
        blocks: blocks(turn, &one),
        ..Screen::default()
    };
    for row in buttons(turn, &one, false) {
        screen = screen.row(row);
    }
    turn.say(screen);
}

/// Put off.
pub(super) fn snooze(turn: &mut Turn<'_>, id: u32, how: Snooze) {
    let now = turn.now;
    if turn.session.agenda.get(id).is_none() {
        return list::gone(turn);
    }
    let Some(next) = turn.session.agenda.snooze(id, how, now) else {
        return turn.toast(keys::REMINDER_NOT_THEN);
    };
    follow_up::put_off(turn, id);
    settle(turn, id, |turn| {
        Some(Text::new(keys::REMINDER_SNOOZED).with("when", when::at(turn, next)))
    });
}

/// It is not to come again.
pub(super) fn stop(turn: &mut Turn<'_>, id: u32) {
    settle(turn, id, |_| Some(Text::new(keys::REMINDER_STOPPED)));
    if let Some(gone) = turn.session.agenda.remove(id)
        && let About::Habit { habit } = &gone.about
    {
        habits::stopped(turn, habit);
    }
}

/// The message once more, with what became of it in the place of its buttons.
fn settle(turn: &mut Turn<'_>, id: u32, became: impl FnOnce(&Turn<'_>) -> Option<Text>) {
    let Some(one) = turn.session.agenda.get(id).cloned() else {
        return list::gone(turn);
    };
    let mut screen = Screen {
        blocks: blocks(turn, &one),
        ..Screen::default()
    };
    screen.blocks.extend(became(turn).map(Block::Para));
    let screen = screen.row(vec![Button::new(
        keys::BUTTON_REMINDERS,
        remind(Remind::List),
    )]);
    turn.show(screen);
    if turn
        .session
        .agenda
        .get(id)
        .is_some_and(|one| one.is_own() && !one.plan.recurs())
    {
        // Ticked off: nothing of it comes any more, unless it was just put off.
        let waits = turn
            .session
            .agenda
            .get(id)
            .is_some_and(|one| one.next.is_some());
        if !waits {
            turn.session.agenda.remove(id);
        }
    }
}

/// A choice about what comes by itself.
pub(super) const fn remind(choice: Remind) -> Choice {
    Choice::Remind(choice)
}
