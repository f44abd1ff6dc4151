//! A nudge as it comes, and a week after it was set: "Has it helped?"

use jiff::Timestamp;

use crate::{
    language,
    model::{Control, PieceId, Private, Text, keys},
    schedule::{Snooze, Zone},
};

use super::{
    super::{
        screen::{Block, Button, Screen},
        session::Scene,
        turn::Turn,
    },
    Doing,
    choice::Remind,
    habit_choice::HabitChoice,
    habit_day,
    habits::choice,
    list, message,
    reminder::{About, Helped, Reminder},
};

/// How long after it was set it is asked whether it has helped, in days.
const WEEK: i32 = 7;
/// How long a typed "yes" is taken for the answer, in hours.
const OPEN_FOR: i64 = 24;

/// How it is named.
pub(super) fn name(habit: &PieceId) -> Text {
    Text::new(format!("habit-{habit}.name"))
}

/// What it says.
pub(super) fn blocks(turn: &Turn<'_>, one: &Reminder, habit: &PieceId) -> Vec<Block> {
    // As it came just now, of which the copy that is passed in may not know yet.
    let one = turn.session.agenda.get(one.id).unwrap_or(one);
    let Some(of) = turn.catalog.habit(habit.as_str()) else {
        return Vec::new();
    };
    let zone = turn.session.agenda.zone();
    let day = days(&zone, one.set_at, one.came_at.unwrap_or(turn.now));
    let mut text = Text::new(of.text_key());
    if let Some(idea) = of.idea_key(usize::try_from(day).unwrap_or_default()) {
        text = text.with("idea", Text::new(idea));
    }
    let asks = is_open(one).then(|| Text::new(keys::HABIT_HELPED).with("name", name(habit)));
    [Some(text), asks]
        .into_iter()
        .flatten()
        .map(Block::Para)
        .collect()
}

/// The answers to "Has it helped?", where that is open.
pub(super) fn buttons(turn: &Turn<'_>, id: u32) -> Vec<Vec<Button>> {
    let open = turn.session.agenda.get(id).filter(|one| is_open(one));
    let rows = open.map(|_| {
        vec![
            Button::new(keys::BUTTON_HELPED_KEEP, choice(HabitChoice::Keep(id))),
            Button::new(keys::BUTTON_HELPED_CHANGE, choice(HabitChoice::Change(id))),
            Button::new(keys::BUTTON_HELPED_STOP, message::remind(Remind::Stop(id))),
        ]
    });
    rows.into_iter().collect()
}

/// Days of the calendar there, from one instant to another.
fn days(zone: &Zone, from: Timestamp, to: Timestamp) -> i32 {
    let date = |at| zone.local(at).date();
    date(from).until(date(to)).map_or(0, |span| span.get_days())
}

/// Whether it came last with the question, and that was not answered.
fn is_open(one: &Reminder) -> bool {
    matches!(&one.about, About::Habit { helped: Helped::Asked(at), .. } if one.came_at == Some(*at))
}

/// Of what comes now, asks of the first nudge that is a week old whether it has helped; of another
/// one next time.
pub(super) fn ask(turn: &mut Turn<'_>, coming: &[(Timestamp, Reminder)]) {
    let now = turn.now;
    let agenda = &mut turn.session.agenda;
    let zone = agenda.zone();
    for (_, one) in coming {
        let Some(one) = agenda.get_mut(one.id) else {
            continue;
        };
        let is_old = days(&zone, one.set_at, now) >= WEEK;
        if let About::Habit { helped, .. } = &mut one.about
            && *helped == Helped::NotAsked
            && is_old
        {
            *helped = Helped::Asked(now);
            return;
        }
    }
}

/// Notes that it was answered.
fn told(turn: &mut Turn<'_>, id: u32) {
    if let Some(one) = turn.session.agenda.get_mut(id)
        && let About::Habit { helped, .. } = &mut one.about
    {
        *helped = Helped::Told;
    }
}

/// It has helped: it goes on.
pub(super) fn keep(turn: &mut Turn<'_>, id: u32) {
    told(turn, id);
    message::settle(turn, id, |_| Some(Text::new(keys::HABIT_KEPT)));
}

/// It is to be changed.
pub(super) fn change(turn: &mut Turn<'_>, id: u32) {
    told(turn, id);
    list::open(turn, id);
}

/// Whether a typed "yes" or "no" answers whether a nudge has helped; then it is answered.
pub(super) fn answered(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    // Anywhere else the word answers what is on the screen.
    if !matches!(
        turn.session.scene,
        Scene::Home | Scene::Outcome | Scene::Remind(Doing::List | Doing::Clock(_))
    ) {
        return false;
    }
    let hours = |at: Timestamp| turn.now.duration_since(at).as_hours();
    let recent = |one: &&Reminder| one.came_at.is_some_and(|at| hours(at) < OPEN_FOR);
    let mut all = turn.session.agenda.reminders.iter();
    let Some(id) = all
        .find(|one| is_open(one) && recent(one))
        .map(|one| one.id)
    else {
        return false;
    };
    match language::control(&turn.catalog.lexicon, text.reveal()) {
        Some(Control::Yes) => keep(turn, id),
        Some(Control::Cancel) => message::stop(turn, id),
        Some(Control::No) => {
            let screen = Screen::say(Text::new(keys::HABIT_NOT_HELPED)).row(vec![
                Button::new(keys::BUTTON_HELPED_CHANGE, choice(HabitChoice::Change(id))),
                Button::new(keys::BUTTON_HELPED_STOP, message::remind(Remind::Stop(id))),
            ]);
            told(turn, id);
            turn.say(screen);
        }
        Some(_) | None => return false,
    }
    true
}

/// Whether one can be put off so far: a nudge only to where it still makes sense, and to a day on which
/// there is room for it.
pub(super) fn can_wait(turn: &Turn<'_>, one: &Reminder, how: Snooze) -> bool {
    let agenda = &turn.session.agenda;
    let zone = agenda.zone();
    let target = how.target(&zone, agenda.quiet, turn.now, one.plan.time());
    let About::Habit { habit, .. } = &one.about else {
        return target.is_some();
    };
    let window = turn.catalog.habit(habit.as_str()).map(habit_day::window);
    // Where the person chose an hour outside of it, any will do.
    let holds = |at| window.is_none_or(|window| window.holds(at) || !window.holds(one.plan.time()));
    target.is_some_and(|at| holds(zone.local(at).time()) && habit_day::has_room(turn, one, at))
}
