//! The person's own reminders: "remind me tomorrow at 9 to call the doctor".
//!
//! Asked for in their own words, in whatever state, or by buttons from the list; read back before
//! anything is set. A check that is under way goes on with the same question after that.

use jiff::SignedDuration;

use crate::{
    language::{self, Intent, ReminderRequest, Said},
    model::{Control, Field, Private, Text, keys},
    schedule::Plan,
};

use super::{
    super::{
        event::Choice,
        home,
        screen::{Button, Screen},
        session::Scene,
        turn::Turn,
    },
    Doing,
    agenda::MOST,
    choice::Remind,
    list,
    own_choice::{Draft, OwnChoice, OwnStage},
    own_screen::{self, ask_when, button},
    reminder::About,
    said, when,
};

/// Begins a new one.
pub(super) const NEW: Choice = Choice::Remind(Remind::Own(OwnChoice::New));

/// A button was pressed.
pub(super) fn pressed(turn: &mut Turn<'_>, choice: &OwnChoice) {
    match choice {
        OwnChoice::New => enter(turn, &OwnStage::What(Draft::default())),
        OwnChoice::OtherWords(id) => edit(turn, *id, OwnStage::What),
        OwnChoice::OtherTime(id) => edit(turn, *id, OwnStage::When),
        OwnChoice::NoWords
        | OwnChoice::In(_)
        | OwnChoice::Yes
        | OwnChoice::Change
        | OwnChoice::AtThatTime
        | OwnChoice::AfterQuiet => {
            let Scene::Remind(Doing::Own(stage)) = turn.session.scene.clone() else {
                return list(turn);
            };
            answered(turn, stage.into_draft(), choice);
        }
    }
}

fn answered(turn: &mut Turn<'_>, mut draft: Draft, choice: &OwnChoice) {
    match choice {
        OwnChoice::Yes => return set(turn, draft),
        OwnChoice::Change => return enter(turn, &OwnStage::When(draft)),
        OwnChoice::NoWords => draft.words.clear(),
        OwnChoice::In(soon) => draft.plan = said::plan(&soon.said(turn), turn),
        OwnChoice::AtThatTime => draft.plan = draft.plan.map(Plan::in_quiet_hours_too),
        OwnChoice::AfterQuiet => draft.after_quiet = true,
        OwnChoice::New | OwnChoice::OtherWords(_) | OwnChoice::OtherTime(_) => {}
    }
    go_on(turn, draft);
}

/// One that is set, to change it.
fn edit(turn: &mut Turn<'_>, id: u32, stage: fn(Draft) -> OwnStage) {
    let Some(one) = turn.session.agenda.get(id).cloned() else {
        return list::gone(turn);
    };
    let About::Own { words } = one.about else {
        return list(turn);
    };
    let draft = Draft {
        words,
        plan: Some(one.plan),
        edits: Some(id),
        after_quiet: true,
    };
    enter(turn, &stage(draft));
}

/// A message was typed in answer: whether it was one.
pub(super) fn typed(
    turn: &mut Turn<'_>,
    stage: &OwnStage,
    text: &Private<String>,
    control: Option<Control>,
) -> bool {
    if matches!(
        control,
        Some(Control::Help | Control::Emergency | Control::StartOver)
    ) {
        return false;
    }
    let now = turn.session.agenda.zone().local(turn.now);
    let lexicon = &turn.catalog.lexicon;
    let mut draft = stage.clone().into_draft();
    if let Some(request) = language::read_reminder(lexicon, text.reveal(), now) {
        draft = merged(turn, draft, &request);
        go_on_with(turn, draft, request.when.as_ref());
        return true;
    }
    let when = language::read_when(lexicon, text.reveal(), now);
    match (stage, control) {
        (OwnStage::Right(_), Some(Control::Yes | Control::Done)) => set(turn, draft),
        (OwnStage::Right(_), Some(Control::No)) => enter(turn, &OwnStage::When(draft)),
        (OwnStage::Quiet(_), Some(Control::Yes)) => answered(turn, draft, &OwnChoice::AtThatTime),
        (OwnStage::Quiet(_), Some(Control::No)) => answered(turn, draft, &OwnChoice::AfterQuiet),
        // Of one that is set only the words are asked for.
        (OwnStage::What(_), _) if draft.plan.is_some() => {
            draft.words = shortened(text.reveal());
            go_on(turn, draft);
        }
        (OwnStage::What(_), _) => {
            let request = language::read_errand(lexicon, text.reveal(), now);
            draft = merged(turn, draft, &request);
            go_on_with(turn, draft, request.when.as_ref());
        }
        (_, _) if when.is_some() => {
            let other = said::bare_time(turn, text.reveal());
            draft.plan = match (draft.plan.take(), other) {
                // "At 10" says nothing about the days.
                (Some(plan), Some(time)) => Some(plan.at_time(time)),
                (_, _) => when.as_ref().and_then(|when| said::plan(when, turn)),
            };
            draft.after_quiet = false;
            go_on_with(turn, draft, when.as_ref());
        }
        (OwnStage::When(_), None) if understands(turn, text.reveal()) => return false,
        (OwnStage::When(_), _) => {
            let screen = ask_when(&draft, Text::new(keys::REMINDER_WHEN_UNCLEAR));
            turn.say(screen);
        }
        (OwnStage::Right(_) | OwnStage::Quiet(_), _) => return false,
    }
    true
}

/// A question or a description of its own is no time of day.
pub(super) fn understands(turn: &Turn<'_>, text: &str) -> bool {
    let lexicon = &turn.catalog.lexicon;
    let understood = language::understand(lexicon, text, turn.today());
    // "Every day", "for a week" describe nothing by themselves: here they are days and times.
    let tells = |field: &Field| !matches!(field, Field::Duration | Field::Frequency);
    let answered = |field: Field| !understood.assessment.get(field).is_empty();
    match understood.intent {
        Intent::Unknown => false,
        Intent::Describe => Field::ALL.into_iter().filter(tells).any(answered),
        Intent::Emergency | Intent::Crisis | Intent::Ask => true,
    }
}

/// Whether a message asks for a reminder, or for the list of them; then it is answered.
pub(super) fn asked(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    let lexicon = &turn.catalog.lexicon;
    if language::asks_for_reminders(lexicon, text.reveal()) {
        list(turn);
        return true;
    }
    let now = turn.session.agenda.zone().local(turn.now);
    let Some(request) = language::read_reminder(lexicon, text.reveal(), now) else {
        return false;
    };
    if turn.session.agreed_at.is_none() {
        home::welcome(turn);
        return true;
    }
    let draft = merged(turn, Draft::default(), &request);
    go_on_with(turn, draft, request.when.as_ref());
    true
}

/// What was asked for, put into what is known already.
fn merged(turn: &Turn<'_>, mut draft: Draft, request: &ReminderRequest) -> Draft {
    if !request.what.is_empty() {
        draft.words = shortened(&request.what);
    }
    if let Some(when) = &request.when {
        draft.plan = said::plan(when, turn);
        draft.after_quiet = false;
    }
    draft
}

/// Goes on, or says why what was said about the time can't be set.
fn go_on_with(turn: &mut Turn<'_>, draft: Draft, when: Option<&Said>) {
    let Some(Said::Unable(why)) = when else {
        return go_on(turn, draft);
    };
    let screen = ask_when(&draft, Text::new(said::why_not(*why)));
    enter_silently(turn, OwnStage::When(draft));
    turn.show(screen);
}

/// Asks for what is missing, else reads it back.
fn go_on(turn: &mut Turn<'_>, draft: Draft) {
    let Some(plan) = &draft.plan else {
        return enter(turn, &OwnStage::When(draft));
    };
    // Beyond that a person who does not write is erased, their reminders too.
    let days = i64::from(turn.catalog.retention_days);
    let kept = SignedDuration::from_hours(days.saturating_mul(24));
    let text = match turn.session.agenda.planned(plan, turn.now) {
        None => Some(Text::new(keys::REMINDER_PAST)),
        Some(at) if at.duration_since(turn.now) >= kept => {
            Some(Text::new(keys::REMINDER_TOO_FAR).with("days", days))
        }
        Some(_) => None,
    };
    if let Some(text) = text {
        enter_silently(turn, OwnStage::When(draft.clone()));
        let screen = ask_when(&draft, text);
        return turn.show(screen);
    }
    let quiet = turn.session.agenda.quiet.hold(plan.time());
    if quiet && plan.keeps_quiet && !draft.after_quiet {
        return enter(turn, &OwnStage::Quiet(draft));
    }
    enter(turn, &OwnStage::Right(draft));
}

fn enter(turn: &mut Turn<'_>, stage: &OwnStage) {
    enter_silently(turn, stage.clone());
    show(turn, stage);
}

fn enter_silently(turn: &mut Turn<'_>, stage: OwnStage) {
    turn.enter(Scene::Remind(Doing::Own(stage)));
}

/// Shows what is being asked.
pub(super) fn show(turn: &mut Turn<'_>, stage: &OwnStage) {
    let screen = own_screen::screen(turn, stage);
    turn.show(screen);
}

/// It was right: it is set.
fn set(turn: &mut Turn<'_>, draft: Draft) {
    let now = turn.now;
    let Some(plan) = draft.plan.clone() else {
        return enter(turn, &OwnStage::When(draft));
    };
    let agenda = &mut turn.session.agenda;
    let edited = draft.edits.and_then(|id| agenda.get_mut(id));
    if let Some(one) = edited.filter(|one| one.plan == plan) {
        // Only the words: one that is paused stays so.
        one.about = About::Own { words: draft.words };
        let id = one.id;
        return was_set(turn, id);
    }
    let set = match draft.edits {
        Some(id) => agenda.replan(id, plan, now).then_some(id),
        None => agenda.add(
            About::Own {
                words: draft.words.clone(),
            },
            plan,
            now,
        ),
    };
    let Some(id) = set else {
        if agenda.reminders.len() >= MOST {
            let number = i64::try_from(MOST).unwrap_or_default();
            let full = Text::new(keys::REMINDER_FULL).with("number", number);
            return list::with(turn, Some(full));
        }
        return go_on(turn, draft);
    };
    if let Some(one) = agenda.get_mut(id) {
        one.about = About::Own { words: draft.words };
    }
    was_set(turn, id);
}

/// Says when it comes; of one that is off, that it is.
fn was_set(turn: &mut Turn<'_>, id: u32) {
    let agenda = &turn.session.agenda;
    let Some(next) = agenda.get(id).and_then(|one| agenda.comes(one)) else {
        return list::open(turn, id);
    };
    let text = Text::new(keys::REMINDER_SET).with("when", when::at(turn, next));
    let screen = Screen::say(text).row(vec![
        Button::new(keys::BUTTON_REMINDERS, Choice::Remind(Remind::List)),
        button(keys::BUTTON_EDIT_TIME, OwnChoice::OtherTime(id)),
    ]);
    list::was_set(turn, screen);
}

/// The buttons to change one.
pub(super) fn edit_row(id: u32) -> Vec<Button> {
    vec![
        button(keys::BUTTON_EDIT_TIME, OwnChoice::OtherTime(id)),
        button(keys::BUTTON_EDIT_WORDS, OwnChoice::OtherWords(id)),
    ]
}

/// The longest that is kept of what someone wants to be reminded of, in characters.
const LONGEST: usize = 200;

/// On one line, not longer than a message of ours has room for.
fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect()
}
