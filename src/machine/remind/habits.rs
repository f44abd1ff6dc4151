//! Small daily nudges: chosen from those that fit what the person told, each with its own days and
//! time, three on one day at most.

use std::collections::BTreeSet;

use crate::{
    language,
    model::{Assessment, Control, Habit, Private, Text, keys},
    schedule::{Day, When},
};

use super::{
    super::{event::Choice, screen::Button, session::Scene, turn::Turn},
    Doing,
    agenda::MOST,
    choice::Remind,
    habit_choice::{HabitChoice, HabitDraft, HabitStage},
    habit_day::are_too_many,
    habit_message, habit_screen, list, own,
    reminder::{About, Reminder},
};

/// The way to those that there are.
pub(in super::super) const OFFER: Choice = choice(HabitChoice::Offer);

/// A button was pressed.
pub(super) fn pressed(turn: &mut Turn<'_>, choice: &HabitChoice) {
    match choice {
        HabitChoice::Offer => enter(turn, &HabitStage::Which),
        HabitChoice::Pick(habit) => pick(turn, habit.as_str()),
        HabitChoice::EditDays(id) => edit(turn, *id, HabitStage::Days),
        HabitChoice::EditTime(id) => edit(turn, *id, HabitStage::Time),
        HabitChoice::Keep(id) => habit_message::keep(turn, *id),
        HabitChoice::Change(id) => habit_message::change(turn, *id),
        HabitChoice::Yes
        | HabitChoice::OtherDays
        | HabitChoice::OtherTime
        | HabitChoice::On(_)
        | HabitChoice::Toggle(_)
        | HabitChoice::Ticked
        | HabitChoice::At(_)
        | HabitChoice::AtThatTime => {
            let Scene::Remind(Doing::Habit(stage)) = &turn.session.scene else {
                return list(turn);
            };
            match stage.draft().cloned() {
                Some(draft) => answered(turn, draft, choice),
                None => list(turn),
            }
        }
    }
}

/// The habit, to be set up; the one that is set, to be changed.
fn pick(turn: &mut Turn<'_>, id: &str) {
    let Some(habit) = turn.catalog.habit(id) else {
        return enter(turn, &HabitStage::Which);
    };
    if let Some(id) = is_set(turn, habit) {
        return list::open(turn, id);
    }
    let quiet = turn.session.agenda.quiet;
    let mut times = habit.times.iter().copied();
    let awake = times.find(|time| !quiet.hold(*time));
    let draft = HabitDraft {
        habit: habit.id.clone(),
        days: habit.days.iter().map(|day| Day::from(*day)).collect(),
        time: awake.or(habit.times.first().copied()).unwrap_or(habit.from),
        in_quiet_hours: false,
        edits: None,
    };
    go_on(turn, draft);
}

/// Its number, where it is set.
pub(super) fn is_set(turn: &Turn<'_>, habit: &Habit) -> Option<u32> {
    let mut all = turn.session.agenda.reminders.iter();
    let is = |about: &About| matches!(about, About::Habit { habit: one, .. } if *one == habit.id);
    all.find(|one| is(&one.about)).map(|one| one.id)
}

fn answered(turn: &mut Turn<'_>, mut draft: HabitDraft, choice: &HabitChoice) {
    match choice {
        HabitChoice::Yes => return set(turn, draft),
        HabitChoice::OtherDays => return enter(turn, &HabitStage::Days(draft)),
        HabitChoice::OtherTime => return enter(turn, &HabitStage::Time(draft)),
        HabitChoice::Toggle(day) => {
            if !draft.days.remove(day) {
                draft.days.insert(*day);
            }
            return enter(turn, &HabitStage::Days(draft));
        }
        HabitChoice::On(days) => draft.days = days.days(),
        HabitChoice::At(time) => draft = draft.at(*time),
        HabitChoice::AtThatTime => draft.in_quiet_hours = true,
        HabitChoice::Ticked
        | HabitChoice::Offer
        | HabitChoice::Pick(_)
        | HabitChoice::EditDays(_)
        | HabitChoice::EditTime(_)
        | HabitChoice::Keep(_)
        | HabitChoice::Change(_) => {}
    }
    go_on(turn, draft);
}

/// One that is set, to change it.
fn edit(turn: &mut Turn<'_>, id: u32, stage: fn(HabitDraft) -> HabitStage) {
    let Some(one) = turn.session.agenda.get(id).cloned() else {
        return list::gone(turn);
    };
    let About::Habit { habit, .. } = one.about else {
        return list(turn);
    };
    let days: BTreeSet<_> = match &one.plan.when {
        When::Weekly { days, .. } => days.clone(),
        When::Once { .. } | When::Daily { .. } | When::EveryDays { .. } | When::Monthly { .. } => {
            Day::WEEK.into()
        }
    };
    let draft = HabitDraft {
        habit,
        days,
        time: one.plan.time(),
        in_quiet_hours: !one.plan.keeps_quiet,
        edits: Some(id),
    };
    enter(turn, &stage(draft));
}

/// A message was typed in answer: whether it was one.
pub(super) fn typed(
    turn: &mut Turn<'_>,
    stage: &HabitStage,
    text: &Private<String>,
    control: Option<Control>,
) -> bool {
    let Some(draft) = stage.draft().cloned() else {
        return false;
    };
    let now = turn.session.agenda.zone().local(turn.now);
    let lexicon = &turn.catalog.lexicon;
    // A reminder of their own, or a question.
    if language::read_reminder(lexicon, text.reveal(), now).is_some() {
        return false;
    }
    match (stage, control) {
        (HabitStage::Right(_), Some(Control::Yes | Control::Done)) => set(turn, draft),
        (HabitStage::Right(_), Some(Control::No)) => enter(turn, &HabitStage::Which),
        (HabitStage::Quiet(_), Some(Control::Yes)) => {
            answered(turn, draft, &HabitChoice::AtThatTime);
        }
        (HabitStage::Quiet(_), Some(Control::No)) => enter(turn, &HabitStage::Time(draft)),
        (HabitStage::Days(_), Some(Control::Done)) => go_on(turn, draft),
        (_, Some(_)) => return false,
        (_, None) => return told(turn, stage, draft, text.reveal()),
    }
    true
}

/// Days or a time, in their own words.
fn told(turn: &mut Turn<'_>, stage: &HabitStage, draft: HabitDraft, text: &str) -> bool {
    let now = turn.session.agenda.zone().local(turn.now);
    let lexicon = &turn.catalog.lexicon;
    let read = language::read_when(lexicon, text, now);
    let read = read.and_then(|said| draft.clone().said(&said));
    let read = match stage {
        HabitStage::Time(_) => read.or_else(|| {
            let time = language::read_time(lexicon, text)?;
            Some(draft.at(time))
        }),
        HabitStage::Days(_) | HabitStage::Full(_) | HabitStage::Right(_) => read.or_else(|| {
            let days = language::read_weekdays(lexicon, text)?;
            Some(draft.on(days))
        }),
        HabitStage::Which | HabitStage::Quiet(_) => read,
    };
    if own::understands(turn, text) {
        return false;
    }
    match (read, stage) {
        (Some(draft), _) => go_on(turn, draft),
        (None, HabitStage::Days(_) | HabitStage::Time(_)) => {
            let screen = habit_screen::unclear(turn, stage);
            turn.say(screen);
        }
        (
            None,
            HabitStage::Which | HabitStage::Quiet(_) | HabitStage::Full(_) | HabitStage::Right(_),
        ) => return false,
    }
    true
}

/// Asks what is still to be asked, else reads it back.
fn go_on(turn: &mut Turn<'_>, draft: HabitDraft) {
    let stage = if draft.days.is_empty() {
        HabitStage::Days(draft)
    } else if are_too_many(turn, &draft) {
        HabitStage::Full(draft)
    } else if turn.session.agenda.quiet.hold(draft.time) && !draft.in_quiet_hours {
        HabitStage::Quiet(draft)
    } else {
        HabitStage::Right(draft)
    };
    enter(turn, &stage);
}

fn enter(turn: &mut Turn<'_>, stage: &HabitStage) {
    turn.enter(Scene::Remind(Doing::Habit(stage.clone())));
    show(turn, stage);
}

/// Shows what is being asked.
pub(super) fn show(turn: &mut Turn<'_>, stage: &HabitStage) {
    let screen = habit_screen::screen(turn, stage);
    turn.show(screen);
}

/// It was right: it is set.
fn set(turn: &mut Turn<'_>, draft: HabitDraft) {
    if are_too_many(turn, &draft) {
        return enter(turn, &HabitStage::Full(draft));
    }
    let now = turn.now;
    let about = About::Habit {
        habit: draft.habit.clone(),
        helped: super::Helped::default(),
    };
    let agenda = &mut turn.session.agenda;
    let set = match draft.edits {
        Some(id) => agenda.replan(id, draft.plan(), now).then_some(id),
        None => agenda.add(about, draft.plan(), now),
    };
    let next = set.and_then(|id| agenda.get(id)?.next);
    let Some(next) = next else {
        let number = i64::try_from(MOST).unwrap_or_default();
        let full = Text::new(keys::REMINDER_FULL).with("number", number);
        return list::with(turn, Some(full));
    };
    let screen = habit_screen::is_set(turn, &draft, next);
    list::was_set(turn, screen);
}

/// The answers by which a nudge fits: those of the last check.
pub(super) fn answers(turn: &Turn<'_>) -> Assessment {
    let result = turn.session.result.as_ref();
    result
        .map(|result| result.answers.clone())
        .unwrap_or_default()
}

/// Takes away nudges that the content no longer has; where such a one was being set up, it goes back to
/// the question which one.
pub(in super::super) fn forget_unknown(turn: &mut Turn<'_>) {
    let catalog = turn.catalog;
    let is_unknown = |habit: &str| catalog.habit(habit).is_none();
    let unknown =
        |about: &About| matches!(about, About::Habit { habit, .. } if is_unknown(habit.as_str()));
    turn.session.agenda.remove_if(unknown);
    if let Scene::Remind(Doing::Habit(stage)) = &mut turn.session.scene
        && stage
            .draft()
            .is_some_and(|draft| is_unknown(draft.habit.as_str()))
    {
        *stage = HabitStage::Which;
    }
}

/// The nudges that new quiet hours keep from coming at all.
pub(super) fn now_quiet(turn: &Turn<'_>) -> Option<Text> {
    let agenda = &turn.session.agenda;
    let is_kept = |one: &&Reminder| {
        matches!(one.about, About::Habit { .. })
            && one.plan.keeps_quiet
            && agenda.quiet.hold(one.plan.time())
    };
    let kept: Vec<_> = agenda.reminders.iter().filter(is_kept).collect();
    let names: Vec<_> = kept
        .iter()
        .map(|one| super::message::name(&one.about))
        .collect();
    (!names.is_empty()).then(|| Text::new(keys::HABIT_NOW_QUIET).with("what", names))
}

/// The buttons to change one.
pub(super) fn edit_row(id: u32) -> Vec<Button> {
    vec![
        Button::new(keys::BUTTON_HABIT_DAYS, choice(HabitChoice::EditDays(id))),
        Button::new(keys::BUTTON_EDIT_TIME, choice(HabitChoice::EditTime(id))),
    ]
}

pub(super) const fn choice(choice: HabitChoice) -> Choice {
    Choice::Remind(Remind::Habit(choice))
}
