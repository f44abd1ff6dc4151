//! The offer of a follow-up under an outcome, and on which day it comes.

use jiff::civil::{Date, Time};

use crate::{
    language::{self, Said, Unable},
    model::{Control, Level, Private, Text, keys},
    schedule::Plan,
    triage::{Followed, Outcome},
};

use super::{
    super::{
        event::Page,
        pages,
        screen::{Block, Button, Screen},
        session::Scene,
        turn::Turn,
    },
    Doing,
    agenda::MOST,
    choice::Remind,
    clock,
    clock_choice::ClockChoice,
    follow_up::{FollowUpChoice, FollowUpStage, choice},
    list,
    message::remind,
    reminder::About,
    when,
};

/// Days that are offered, from today.
const DAYS: [u8; 9] = [1, 2, 3, 5, 7, 10, 14, 21, 28];
/// The last day that can be chosen, from today.
const LAST_DAY: u16 = 90;

/// Which days are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Days {
    /// Those before the usual one.
    Sooner,
    /// Those after it.
    Later,
    /// All.
    Any,
}

/// A new check was finished: what was asked about the one before is of no use any more.
pub(in super::super) fn begin_anew(turn: &mut Turn<'_>) {
    let follow_up = |about: &About| matches!(about, About::FollowUp { .. });
    turn.session.agenda.remove_if(follow_up);
}

/// What an outcome says of its follow-up, and the buttons for it.
pub(in super::super) fn offer(
    turn: &Turn<'_>,
    outcome: &Outcome<'_>,
) -> (Option<Text>, Vec<Vec<Button>>) {
    let Some(days) = outcome.follow_up_days else {
        return (None, Vec::new());
    };
    let button = |key, what| Button::new(key, choice(what));
    let no = button(keys::BUTTON_FOLLOW_UP_NO, FollowUpChoice::No);
    let set = follow_up(turn).and_then(|id| turn.session.agenda.get(id)?.next);
    if let Some(next) = set {
        let text = Text::new(keys::FOLLOW_UP_SET).with("when", when::at(turn, next));
        let day = button(keys::BUTTON_FOLLOW_UP_DAY, FollowUpChoice::Day);
        return (Some(text), vec![vec![day, no]]);
    }
    let alone = turn.session.result.as_ref();
    if alone.is_some_and(|result| result.left_alone) {
        let ask = button(keys::BUTTON_FOLLOW_UP_AFTER_ALL, FollowUpChoice::Day);
        return (Some(Text::new(keys::FOLLOW_UP_DECLINED)), vec![vec![ask]]);
    }
    let text = match outcome.level {
        Level::SeeDoctor => Text::new(keys::FOLLOW_UP_OFFER_DOCTOR),
        Level::SelfCare | Level::Urgent | Level::Emergency => Text::new(keys::FOLLOW_UP_OFFER),
    };
    let yes = Text::new(keys::BUTTON_FOLLOW_UP_YES).with("days", i64::from(days));
    let days = u8::try_from(days).unwrap_or(u8::MAX);
    let mut other = vec![button(keys::BUTTON_FOLLOW_UP_LATER, FollowUpChoice::Later)];
    if days > 1 {
        other.insert(
            0,
            button(keys::BUTTON_FOLLOW_UP_SOONER, FollowUpChoice::Sooner),
        );
    }
    other.push(no);
    let yes = Button::labelled(yes, choice(FollowUpChoice::In(days)));
    (Some(text), vec![vec![yes], other])
}

/// The follow-up that is set, if there is one.
fn follow_up(turn: &Turn<'_>) -> Option<u32> {
    let mut all = turn.session.agenda.reminders.iter();
    let one = all.find(|one| matches!(one.about, About::FollowUp { .. }))?;
    Some(one.id)
}

/// On which day?
pub(super) fn ask_day(turn: &mut Turn<'_>, days: Days, hint: Option<Text>) {
    turn.enter(Scene::Remind(Doing::FollowUp(FollowUpStage::When)));
    let usual = turn
        .outcome()
        .and_then(|(_, outcome)| outcome.follow_up_days);
    let fits = |day: &u8| match (days, usual) {
        (Days::Sooner, Some(usual)) => u32::from(*day) < usual,
        (Days::Later, Some(usual)) => u32::from(*day) > usual,
        (Days::Any, _) | (_, None) => true,
    };
    let offered: Vec<_> = DAYS.into_iter().filter(fits).collect();
    let mut screen = hint.map_or_else(Screen::default, Screen::say);
    screen = screen.block(Block::Para(Text::new(keys::FOLLOW_UP_WHEN)));
    for row in offered.chunks(3) {
        let button = |day: &u8| {
            let label = Text::new(keys::BUTTON_FOLLOW_UP_IN).with("days", i64::from(*day));
            Button::labelled(label, choice(FollowUpChoice::In(*day)))
        };
        screen = screen.row(row.iter().map(button).collect());
    }
    let hour = remind(Remind::Clock(ClockChoice::Hour));
    let screen = screen
        .row(vec![
            Button::new(keys::BUTTON_HOUR, hour),
            Button::new(keys::BUTTON_FOLLOW_UP_NO, choice(FollowUpChoice::No)),
        ])
        .row(pages::last_result(turn));
    turn.show(screen);
}

/// A day was typed: whether it was one, or something else about it.
pub(super) fn typed_day(
    turn: &mut Turn<'_>,
    text: &Private<String>,
    control: Option<Control>,
) -> bool {
    if control == Some(Control::No) {
        decline(turn);
        return true;
    }
    let now = turn.session.agenda.zone().local(turn.now);
    let when = language::read_when(&turn.catalog.lexicon, text.reveal(), now);
    match told_day(turn, text.reveal()) {
        // "5/12"
        _ if when == Some(Said::Unable(Unable::Day)) => no_day(turn),
        Some(Told::Day(plan)) => set_to(turn, plan),
        Some(Told::NotThen) => no_day(turn),
        None => return false,
    }
    true
}

fn no_day(turn: &mut Turn<'_>) {
    ask_day(turn, Days::Any, Some(Text::new(keys::FOLLOW_UP_NO_DAY)));
}

/// A day that was typed.
enum Told {
    Day(Plan),
    /// One on which it can't be asked.
    NotThen,
}

/// The day that was typed: "tomorrow", "on Friday at 5 pm", "in 5 days".
fn told_day(turn: &Turn<'_>, text: &str) -> Option<Told> {
    let (lexicon, agenda) = (&turn.catalog.lexicon, &turn.session.agenda);
    let today = agenda.zone().local(turn.now);
    if let Some((date, time)) = language::read_day(lexicon, text, today) {
        return Some(told(turn, date, time));
    }
    let days = language::read_days(lexicon, text)?;
    let then = Plan::in_days(&agenda.zone(), turn.now, days, agenda.hour);
    let then = then.filter(|_| days <= LAST_DAY);
    Some(then.map_or(Told::NotThen, Told::Day))
}

/// On that day, at that time or the usual one.
fn told(turn: &Turn<'_>, date: Date, time: Option<Time>) -> Told {
    let agenda = &turn.session.agenda;
    let today = agenda.zone().local(turn.now).date();
    let ahead = today.duration_until(date).as_hours() / 24;
    if !(1..=i64::from(LAST_DAY)).contains(&ahead) {
        return Told::NotThen;
    }
    let at = date.to_datetime(time.unwrap_or(agenda.hour));
    Told::Day(Plan::once(at))
}

/// "Ask me again in 3 days", "remind me on Friday", under an outcome that offers to ask, or where the day
/// is asked for: whether that is what it wants. With words of its own it is a reminder of the person's own.
pub(super) fn requested(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    let asks = Scene::Remind(Doing::FollowUp(FollowUpStage::When));
    if open(turn).is_none() && turn.session.scene != asks {
        return false;
    }
    let now = turn.session.agenda.zone().local(turn.now);
    let request = language::read_reminder(&turn.catalog.lexicon, text.reveal(), now);
    let Some(Said::Once { date, time }) = request
        .filter(|request| request.what.is_empty())
        .and_then(|request| request.when)
    else {
        return false;
    };
    match told(turn, date, time) {
        Told::Day(plan) => set_to(turn, plan),
        // "Remind me at 9": today it is no follow-up.
        Told::NotThen if date == now.date() => return false,
        Told::NotThen => no_day(turn),
    }
    true
}

/// After how many days an outcome on the screen offers to ask, as long as nothing was said to it.
fn open(turn: &Turn<'_>) -> Option<u32> {
    if turn.session.scene != Scene::Outcome || follow_up(turn).is_some() {
        return None;
    }
    let alone = turn.session.result.as_ref()?.left_alone;
    let (_, outcome) = turn.outcome()?;
    outcome.follow_up_days.filter(|_| !alone)
}

/// A message typed under an outcome: whether it answers the offer.
pub(super) fn typed(turn: &mut Turn<'_>, text: &Private<String>) -> bool {
    let Some(usual) = open(turn) else {
        return false;
    };
    match language::control(&turn.catalog.lexicon, text.reveal()) {
        Some(Control::Yes) => set(turn, u16::try_from(usual).unwrap_or(LAST_DAY)),
        Some(Control::No) => decline(turn),
        Some(_) => return false,
        None => {
            let is_short = text.reveal().split_whitespace().count() <= 4;
            match told_day(turn, text.reveal()).filter(|_| is_short) {
                Some(Told::Day(plan)) => set_to(turn, plan),
                Some(Told::NotThen) | None => return false,
            }
        }
    }
    true
}

/// Sets it, or moves it, to so many days from today.
pub(super) fn set(turn: &mut Turn<'_>, days: u16) {
    let now = turn.now;
    let agenda = &turn.session.agenda;
    let plan = Plan::in_days(&agenda.zone(), now, days.clamp(1, LAST_DAY), agenda.hour);
    match plan {
        Some(plan) => set_to(turn, plan),
        None => list(turn),
    }
}

fn set_to(turn: &mut Turn<'_>, plan: Plan) {
    let now = turn.now;
    let is_set = if let Some(id) = follow_up(turn) {
        super::follow_up::put_off(turn, id);
        turn.session.agenda.replan(id, plan, now)
    } else {
        let Some(of) = followed(turn) else {
            return list::gone(turn);
        };
        let about = About::FollowUp { asked: 0, of };
        turn.session.agenda.add(about, plan, now).is_some()
    };
    if !is_set {
        let number = i64::try_from(MOST).unwrap_or_default();
        let full = Text::new(keys::REMINDER_FULL).with("number", number);
        return list::with(turn, Some(full));
    }
    if let Some(result) = &mut turn.session.result {
        result.left_alone = false;
    }
    shown(turn);
    // Asked once, with the first that is set; after that each that comes says what is missing.
    if turn.session.agenda.zone.is_none() && turn.session.agenda.last_id <= 1 {
        clock::ask(turn);
    }
}

/// What is to be followed up: the last outcome's answers, with their days.
fn followed(turn: &Turn<'_>) -> Option<Box<Followed>> {
    let (finished, outcome) = turn.outcome()?;
    outcome.follow_up_days?;
    let new = || {
        let day = turn.session.agenda.zone().local(finished.at).date();
        Box::new(Followed::new(finished.answers.clone(), day))
    };
    Some(finished.followed.clone().unwrap_or_else(new))
}

/// No, thanks.
pub(super) fn decline(turn: &mut Turn<'_>) {
    begin_anew(turn);
    if let Some(result) = &mut turn.session.result {
        result.left_alone = true;
    }
    shown(turn);
}

/// The outcome with what was just chosen, or the list where there is none.
fn shown(turn: &mut Turn<'_>) {
    if turn.session.result.is_none() {
        return list(turn);
    }
    turn.enter(Scene::Outcome);
    pages::show(turn, Page::Main, 0);
}
