//! A reminder as it comes, and what is done with it: done, later, stop.

use crate::{
    language,
    model::{Private, Text, keys},
    schedule::Snooze,
};

use super::{
    super::{
        event::Choice,
        screen::{Action, Block, Button, Screen},
        turn::Turn,
    },
    choice::Remind,
    follow_up, habit_message, is_free, list,
    reminder::{About, Reminder},
    when,
};

/// The ways to put one off: what their buttons say, and what is typed for them.
const SNOOZES: [(&str, &str, Snooze); 3] = [
    (
        keys::BUTTON_SNOOZE_HOUR,
        keys::BUTTON_SNOOZE_HOUR_NAMES,
        Snooze::OneHour,
    ),
    (
        keys::BUTTON_SNOOZE_EVENING,
        keys::BUTTON_SNOOZE_EVENING_NAMES,
        Snooze::ThisEvening,
    ),
    (
        keys::BUTTON_SNOOZE_TOMORROW,
        keys::BUTTON_SNOOZE_TOMORROW_NAMES,
        Snooze::Tomorrow,
    ),
];
/// How long a typed "done" or "stop" is taken for what came last, in hours.
const OPEN_FOR: i64 = 12;

/// What it says.
pub(super) fn blocks(turn: &Turn<'_>, one: &Reminder) -> Vec<Block> {
    match &one.about {
        About::FollowUp { .. } => follow_up::blocks(turn, one),
        About::Habit { habit, .. } => habit_message::blocks(turn, one, habit),
        About::Own { words } if words.trim().is_empty() => {
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
        About::Habit { habit, .. } => habit_message::name(habit),
        About::Own { words } if words.trim().is_empty() => Text::new(keys::REMINDER_EMPTY_NAME),
        About::Own { words } => Text::new(keys::REMINDER_OWN_NAME).with("what", words.as_str()),
    }
}

/// Its buttons: its own answers, where it asks something, then done, later, stop. Among several a
/// row each, named.
pub(super) fn buttons(turn: &Turn<'_>, one: &Reminder, several: bool) -> Vec<Vec<Button>> {
    let id = one.id;
    let mut rows = match &one.about {
        About::FollowUp { .. } => follow_up::buttons(turn, one),
        About::Habit { .. } => habit_message::buttons(turn, one.id),
        About::Own { .. } => Vec::new(),
    };
    // Its answers say that it is done, those to a nudge whether it helps.
    let asks = matches!(one.about, About::FollowUp { .. });
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
        rows.iter_mut().flatten().for_each(among);
    } else {
        let with_stop = asks || rows.is_empty();
        rows.extend(ways(turn, one, !asks, with_stop));
    }
    rows
}

/// The same button under a message that holds several.
fn among(button: &mut Button) {
    if let Action::Choose(Choice::Remind(choice)) = &mut button.action {
        *choice = Remind::Among(Box::new(choice.clone()));
    }
}

/// Done, later, stop.
fn ways(turn: &Turn<'_>, one: &Reminder, with_done: bool, with_stop: bool) -> Vec<Vec<Button>> {
    let id = one.id;
    let done = || Button::new(keys::BUTTON_DONE_WITH, remind(Remind::Done(id)));
    let stop = || Button::new(keys::BUTTON_STOP, remind(Remind::Stop(id)));
    let first = with_done.then(done).into_iter();
    let mut rows = vec![first.chain(with_stop.then(stop)).collect()];
    let fits = |(_, _, how): &(&str, &str, Snooze)| habit_message::can_wait(turn, one, *how);
    let snooze = |(key, _, how)| Button::new(key, remind(Remind::Snooze(id, how)));
    let snoozes: Vec<_> = SNOOZES.into_iter().filter(fits).map(snooze).collect();
    rows.extend(snoozes.chunks(2).map(<[Button]>::to_vec));
    rows
}

/// Whether a typed word says what becomes of the reminder that came last; then that is done. Where
/// several came at once it is not known which of them is meant.
pub(super) fn answered(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    if !is_free(turn) {
        return false;
    }
    let all = &turn.session.agenda.reminders;
    let last = all.iter().filter_map(|one| one.came_at).max();
    let last = last.filter(|at| turn.now.duration_since(*at).as_hours() < OPEN_FOR);
    let came: Vec<_> = all
        .iter()
        .filter(|one| last.is_some() && one.came_at == last)
        .collect();
    let [one] = came.as_slice() else {
        return false;
    };
    let (id, is_question) = (one.id, matches!(one.about, About::FollowUp { .. }));
    let text = language::normalise(text.reveal());
    let words = &turn.catalog.words;
    let is = |names: &str| {
        let mut names = words.plain(names).split(',').map(str::trim);
        names.any(|name| name == text)
    };
    if !is_question && is(keys::BUTTON_DONE_WITH_NAMES) {
        done(turn, id);
    } else if is(keys::BUTTON_STOP_NAMES) {
        stop(turn, id);
    } else if let Some((_, _, how)) = SNOOZES.iter().find(|(_, names, _)| is(names)) {
        snooze(turn, id, *how);
    } else {
        return false;
    }
    true
}

/// "Done": it says so, and what comes again comes again. What was put off is done too.
pub(super) fn done(turn: &mut Turn<'_>, id: u32) {
    let now = turn.now;
    turn.session.agenda.done(id, now);
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
    let Some(one) = turn.session.agenda.get(id).cloned() else {
        return list::gone(turn);
    };
    if !habit_message::can_wait(turn, &one, how) {
        return not_then(turn);
    }
    let Some(next) = turn.session.agenda.snooze(id, how, now) else {
        return not_then(turn);
    };
    follow_up::put_off(turn, id);
    settle(turn, id, |turn| {
        Some(Text::new(keys::REMINDER_SNOOZED).with("when", when::at(turn, next)))
    });
}

fn not_then(turn: &mut Turn<'_>) {
    if turn.pressed {
        turn.toast(keys::REMINDER_NOT_THEN);
    } else {
        let list = Button::new(keys::BUTTON_REMINDERS, remind(Remind::List));
        turn.say(Screen::say(Text::new(keys::REMINDER_NOT_THEN)).row(vec![list]));
    }
}

/// It is not to come again.
pub(super) fn stop(turn: &mut Turn<'_>, id: u32) {
    settle(turn, id, |_| Some(Text::new(keys::REMINDER_STOPPED)));
    turn.session.agenda.remove(id);
}

/// The message once more, with what became of it in the place of its buttons. A question that is
/// still open stays.
pub(super) fn settle(turn: &mut Turn<'_>, id: u32, became: impl FnOnce(&Turn<'_>) -> Option<Text>) {
    let Some(one) = turn.session.agenda.get(id).cloned() else {
        return list::gone(turn);
    };
    let mut screen = Screen {
        blocks: blocks(turn, &one),
        ..Screen::default()
    };
    screen.blocks.extend(became(turn).map(Block::Para));
    if matches!(one.about, About::Habit { .. }) {
        for row in habit_message::buttons(turn, id) {
            screen = screen.row(row);
        }
    }
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
