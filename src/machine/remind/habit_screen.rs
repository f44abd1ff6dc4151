//! What is shown while a nudge is chosen and set up.

use jiff::Timestamp;

use crate::{
    model::{Habit, Text, keys},
    schedule::Day,
};

use super::{
    super::{
        event::Choice,
        screen::{Block, Button, Screen},
        turn::Turn,
    },
    choice::Remind,
    habit_choice::{Days, HabitChoice, HabitDraft, HabitStage},
    habit_message::name,
    habits::{self, OFFER, answers, choice},
    when,
};

/// Nudges whose reason is told at once.
const MOST_REASONS: usize = 3;

/// What is being asked.
pub(super) fn screen(turn: &Turn<'_>, stage: &HabitStage) -> Screen {
    match stage {
        HabitStage::Which => which(turn),
        HabitStage::Days(draft) => days(draft, Screen::default()),
        HabitStage::Time(draft) => time(turn, draft, Screen::default()),
        HabitStage::Quiet(draft) => {
            let text = Text::new(keys::REMINDER_IN_QUIET_HOURS);
            Screen::say(text.with("time", when::clock(draft.time)))
                .row(vec![button(
                    keys::BUTTON_AT_THAT_TIME,
                    HabitChoice::AtThatTime,
                )])
                .row(vec![button(
                    keys::BUTTON_REMINDER_CHANGE,
                    HabitChoice::OtherTime,
                )])
        }
        HabitStage::Full(_) => Screen::say(Text::new(keys::HABIT_TOO_MANY)).row(vec![
            button(keys::BUTTON_HABIT_DAYS, HabitChoice::OtherDays),
            to_list(),
        ]),
        HabitStage::Right(draft) => right(turn, draft),
    }
}

/// The question once more, after something that was no answer to it.
pub(super) fn unclear(turn: &Turn<'_>, stage: &HabitStage) -> Screen {
    let hint = Screen::say(Text::new(keys::HABIT_UNCLEAR));
    match stage {
        HabitStage::Days(draft) => days(draft, hint),
        HabitStage::Time(draft) => time(turn, draft, hint),
        HabitStage::Which | HabitStage::Quiet(_) | HabitStage::Full(_) | HabitStage::Right(_) => {
            screen(turn, stage)
        }
    }
}

/// Those that fit with their reasons, then the others that nothing speaks against.
fn which(turn: &Turn<'_>) -> Screen {
    let answers = answers(turn);
    let fitting = turn.catalog.fitting(&answers);
    let text = if fitting.is_empty() {
        keys::HABITS_ANY
    } else {
        keys::HABITS_OFFER
    };
    let mut screen = Screen::default()
        .block(Block::Heading(Text::new(keys::HABITS_TITLE)))
        .block(Block::Para(Text::new(text)));
    let reasons: Vec<_> = fitting
        .iter()
        .take(MOST_REASONS)
        .map(|one| fits(one))
        .collect();
    if !reasons.is_empty() {
        screen = screen.block(Block::Bullets(reasons));
    }
    let others = turn.catalog.habits.iter().filter(|habit| {
        !habit.is_ruled_out(&answers) && !fitting.iter().any(|one| one.id == habit.id)
    });
    let offered: Vec<_> = fitting.iter().copied().chain(others).collect();
    for pair in offered.chunks(2) {
        screen = screen.row(pair.iter().map(|habit| pick(turn, habit)).collect());
    }
    screen.row(vec![to_list()])
}

fn fits(habit: &Habit) -> Text {
    Text::new(keys::HABIT_FITS)
        .with("name", name(&habit.id))
        .with("why", Text::new(format!("{}.why", habit.text_key())))
}

fn pick(turn: &Turn<'_>, habit: &Habit) -> Button {
    let label = Text::new(keys::BUTTON_NAME).with("name", name(&habit.id));
    let mut button = Button::labelled(label, choice(HabitChoice::Pick(habit.id.clone())));
    button.ticked = habits::is_set(turn, habit).map(|_| true);
    button
}

fn days(draft: &HabitDraft, screen: Screen) -> Screen {
    let together = |key, days| button(key, HabitChoice::On(days));
    let day = |day: &Day| {
        let label = Text::new(keys::BUTTON_NAME).with("name", when::weekday(*day));
        let mut button = Button::labelled(label, choice(HabitChoice::Toggle(*day)));
        button.ticked = Some(draft.days.contains(day));
        button
    };
    let mut screen = screen
        .block(Block::Para(Text::new(keys::HABIT_ASK_DAYS)))
        .row(vec![
            together(keys::BUTTON_EVERY_DAY, Days::Every),
            together(keys::BUTTON_WEEKEND, Days::Weekend),
        ])
        .row(vec![together(keys::BUTTON_WORKDAYS, Days::Work)]);
    for some in Day::WEEK.chunks(2) {
        screen = screen.row(some.iter().map(day).collect());
    }
    screen.row(vec![
        button(keys::BUTTON_DONE_WITH, HabitChoice::Ticked),
        to_list(),
    ])
}

fn time(turn: &Turn<'_>, draft: &HabitDraft, screen: Screen) -> Screen {
    let habit = turn.catalog.habit(draft.habit.as_str());
    let times = habit.map_or(&[][..], |habit| &habit.times);
    let at = |time: &jiff::civil::Time| {
        let label = Text::new(keys::BUTTON_ZONE_AT).with("time", when::clock(*time));
        Button::labelled(label, choice(HabitChoice::At(*time)))
    };
    let mut screen = screen.block(Block::Para(Text::new(keys::HABIT_ASK_TIME)));
    for some in times.chunks(2) {
        screen = screen.row(some.iter().map(at).collect());
    }
    screen.row(vec![to_list()])
}

/// "I nudge you every day at 11:00. … Shall I set it?"
fn right(turn: &Turn<'_>, draft: &HabitDraft) -> Screen {
    let part = |part| Text::new(format!("habit-{}.{part}", draft.habit));
    let mut screen = Screen::default()
        .block(Block::Heading(name(&draft.habit)))
        .block(Block::Para(part("why")))
        .block(Block::Small(part("caution")));
    let plan = draft.plan();
    if let Some(next) = turn.session.agenda.planned(&plan, turn.now) {
        let text = Text::new(keys::HABIT_READ_BACK)
            .with("when", when::plan(turn, &plan))
            .with("next", when::at(turn, next));
        screen = screen.block(Block::Para(text));
    }
    screen
        .row(vec![button(keys::BUTTON_REMINDER_YES, HabitChoice::Yes)])
        .row(vec![
            button(keys::BUTTON_HABIT_DAYS, HabitChoice::OtherDays),
            button(keys::BUTTON_REMINDER_CHANGE, HabitChoice::OtherTime),
        ])
        .row(vec![Button::new(keys::BUTTON_HABITS, OFFER), to_list()])
}

/// "Done. …"
pub(super) fn is_set(turn: &Turn<'_>, draft: &HabitDraft, next: Timestamp) -> Screen {
    let text = Text::new(keys::HABIT_SET)
        .with("name", name(&draft.habit))
        .with("when", when::plan(turn, &draft.plan()))
        .with("next", when::at(turn, next));
    Screen::say(text).row(vec![
        Button::new(keys::BUTTON_REMINDERS, Choice::Remind(Remind::List)),
        Button::new(keys::BUTTON_HABITS, OFFER),
    ])
}

fn to_list() -> Button {
    Button::new(keys::BUTTON_REMINDERS_BACK, Choice::Remind(Remind::List))
}

fn button(key: &'static str, what: HabitChoice) -> Button {
    Button::new(key, choice(what))
}
