//! What is shown while one of the person's own reminders is set up.

use jiff::civil::Time;

use crate::{
    model::{Text, keys},
    schedule::Plan,
};

use super::{
    super::{
        event::Choice,
        screen::{Block, Button, Screen},
        turn::Turn,
    },
    choice::Remind,
    own_choice::{Draft, NEW_WORDS, OwnChoice, OwnStage},
    said, when,
};

/// What is being asked.
pub(super) fn screen(turn: &Turn<'_>, stage: &OwnStage) -> Screen {
    match stage {
        OwnStage::What(_) => Screen::say(Text::new(keys::REMINDER_ASK_WHAT)).row(vec![
            button(keys::BUTTON_NO_WORDS, OwnChoice::NoWords),
            Button::new(keys::BUTTON_REMINDERS_BACK, Choice::Remind(Remind::List)),
        ]),
        OwnStage::When(draft) => ask_when(draft, Text::new(keys::REMINDER_ASK_WHEN)),
        OwnStage::Quiet(draft) => {
            let time = draft.plan.as_ref().map_or(Time::midnight(), Plan::time);
            Screen::say(Text::new(keys::REMINDER_IN_QUIET_HOURS).with("time", when::clock(time)))
                .row(vec![button(
                    keys::BUTTON_AT_THAT_TIME,
                    OwnChoice::AtThatTime,
                )])
                .row(vec![button(
                    keys::BUTTON_AFTER_QUIET,
                    OwnChoice::AfterQuiet,
                )])
        }
        OwnStage::Right(draft) => right(turn, draft),
    }
}

/// When? With what it is about, where that is known.
pub(super) fn ask_when(draft: &Draft, text: Text) -> Screen {
    let mut screen = Screen::default();
    if !draft.words.is_empty() {
        let words = Text::new(keys::REMINDER_OWN).with("what", draft.words.as_str());
        screen = screen.block(Block::Para(words));
    }
    screen = screen.block(Block::Para(text));
    let soon = |(soon, key)| button(key, OwnChoice::In(soon));
    let buttons: Vec<_> = NEW_WORDS.into_iter().map(soon).collect();
    for row in buttons.chunks(2) {
        screen = screen.row(row.to_vec());
    }
    let list = Button::new(keys::BUTTON_REMINDERS_BACK, Choice::Remind(Remind::List));
    screen.row(vec![list])
}

/// "I will remind you tomorrow at 09:00: … Is that right?"
fn right(turn: &Turn<'_>, draft: &Draft) -> Screen {
    let plan = draft.plan.as_ref();
    let text = if draft.words.is_empty() {
        Text::new(keys::REMINDER_READ_BACK_PLAIN)
    } else {
        Text::new(keys::REMINDER_READ_BACK).with("what", draft.words.as_str())
    };
    let planned = plan.map(|plan| when::plan(turn, plan));
    let mut screen = Screen::say(text.with(
        "when",
        planned.unwrap_or_else(|| Text::new(keys::REMINDER_EMPTY_NAME)),
    ));
    let next = plan.and_then(|plan| turn.session.agenda.planned(plan, turn.now));
    // Quiet hours, a pause or the days of the week may move the first one.
    if let Some(next) =
        next.filter(|next| plan.is_some_and(|plan| said::is_moved(turn, plan, *next)))
    {
        let first = Text::new(keys::REMINDER_FIRST).with("next", when::at(turn, next));
        screen = screen.block(Block::Para(first));
    }
    screen
        .row(vec![
            button(keys::BUTTON_REMINDER_YES, OwnChoice::Yes),
            button(keys::BUTTON_REMINDER_CHANGE, OwnChoice::Change),
        ])
        .row(vec![Button::new(
            keys::BUTTON_REMINDERS_BACK,
            Choice::Remind(Remind::List),
        )])
}

pub(super) fn button(key: &'static str, choice: OwnChoice) -> Button {
    Button::new(key, Choice::Remind(Remind::Own(choice)))
}
