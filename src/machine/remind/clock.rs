//! What time it is where the person is, without the name of a zone; quiet hours; sound.

use jiff::{civil::Time, tz::Offset};

use crate::{
    model::{Private, Text, keys},
    schedule::{Day, QuietHours, Zone, offsets_in_use, zones_of},
};

use super::{
    super::{
        account,
        event::{Choice, Located},
        home,
        screen::{Block, Button, Screen},
        session::Scene,
        turn::Turn,
    },
    Doing,
    choice::Remind,
    clock_choice::{ClockChoice, ClockStage},
    habits, place, when,
};

/// Asks what time it is where the person is.
pub(super) const ZONE: Choice = clock(ClockChoice::Zone(None));
/// Times on a page, and in a row of it.
const TIMES: usize = 12;
const IN_A_ROW: usize = 3;
/// Hours offered as the beginning and the end of quiet hours, and for follow-ups.
const EVENINGS: [u8; 6] = [20, 21, 22, 23, 0, 1];
const MORNINGS: [u8; 6] = [6, 7, 8, 9, 10, 11];
const HOURS: [u8; 8] = [8, 9, 10, 12, 14, 17, 19, 20];

/// A button was pressed.
pub(super) fn pressed(turn: &mut Turn<'_>, choice: &ClockChoice) {
    match choice {
        ClockChoice::Zone(page) => show(turn, &ClockStage::Zone(*page)),
        ClockChoice::Offset(minutes) => match offset(*minutes) {
            Some(zone) => place::told_offset(turn, zone),
            None => turn.toast(keys::TOAST_UNREADABLE),
        },
        ClockChoice::Named(name) => match name.parse::<Zone>() {
            Ok(zone) => set_zone(turn, zone),
            Err(_) => turn.toast(keys::TOAST_UNREADABLE),
        },
        ClockChoice::NoCity => place::confirmed(turn),
        ClockChoice::Quiet => show(turn, &ClockStage::QuietFrom),
        ClockChoice::QuietFrom(from) => show(turn, &ClockStage::QuietTo(*from)),
        ClockChoice::QuietTo(from, to) => {
            let mut begin = at(*from);
            if let Scene::Remind(Doing::Clock(ClockStage::QuietUntil(typed))) = &turn.session.scene
                && typed.hour() == begin.hour()
            {
                begin = *typed;
            }
            let (from, to) = (begin, at(*to));
            set_quiet(turn, QuietHours { from, to });
        }
        ClockChoice::QuietOff => set_quiet(turn, QuietHours::OFF),
        ClockChoice::Hour => show(turn, &ClockStage::Hour),
        ClockChoice::HourAt(hour) => set_hour(turn, at(*hour)),
        ClockChoice::Silent(silent) => {
            turn.session.agenda.silent = *silent;
            account::settings(turn);
        }
    }
}

/// Asks what time it is where the person is, after something was set that depends on it.
pub(super) fn ask(turn: &mut Turn<'_>) {
    turn.enter(Scene::Remind(Doing::Clock(ClockStage::Zone(None))));
    let screen = times(turn, None);
    turn.say(screen);
}

/// Shows what is being asked.
pub(super) fn show(turn: &mut Turn<'_>, stage: &ClockStage) {
    turn.enter(Scene::Remind(Doing::Clock(stage.clone())));
    let screen = screen(turn, stage);
    turn.show(screen);
}

/// Says something, and asks once more below it.
pub(super) fn ask_again(turn: &mut Turn<'_>, stage: &ClockStage, hint: Text) {
    turn.enter(Scene::Remind(Doing::Clock(stage.clone())));
    let mut screen = screen(turn, stage);
    screen.blocks.insert(0, Block::Para(hint));
    turn.say(screen);
}

fn screen(turn: &Turn<'_>, stage: &ClockStage) -> Screen {
    let screen = match stage {
        ClockStage::Zone(page) => times(turn, *page),
        ClockStage::City => place::cities(turn),
        ClockStage::QuietFrom => hours(keys::QUIET_ASK_FROM, &EVENINGS, ClockChoice::QuietFrom)
            .row(vec![Button::new(
                keys::BUTTON_QUIET_OFF,
                clock(ClockChoice::QuietOff),
            )]),
        ClockStage::QuietTo(from) => hours(keys::QUIET_ASK_TO, &MORNINGS, |to| {
            ClockChoice::QuietTo(*from, to)
        }),
        ClockStage::QuietUntil(from) => {
            let hour = from.hour().unsigned_abs();
            hours(keys::QUIET_ASK_TO, &MORNINGS, |to| {
                ClockChoice::QuietTo(hour, to)
            })
        }
        ClockStage::Hour => hours(keys::HOUR_ASK, &HOURS, ClockChoice::HourAt),
    };
    screen.row(vec![Button::new(keys::BUTTON_SETTINGS, Choice::Settings)])
}

/// The times that clocks of this Earth show now, a page around where the person may be.
fn times(turn: &Turn<'_>, page: Option<u8>) -> Screen {
    let agenda = &turn.session.agenda;
    let here = agenda.zone().offset(turn.now);
    let used: Vec<_> = offsets_in_use(turn.now).into_iter().collect();
    let last = used.len().div_ceil(TIMES).saturating_sub(1);
    let usual = used.iter().position(|one| *one >= here).unwrap_or(0) / TIMES;
    let page = page.map_or(usual, usize::from).min(last);
    let shown: Vec<_> = used.into_iter().skip(page * TIMES).take(TIMES).collect();
    let there = |offset: Offset| offset.to_datetime(turn.now);
    let one_day = |day| shown.iter().all(|one| there(*one).date() == day);
    let one_day = shown.first().is_some_and(|one| one_day(there(*one).date()));
    let buttons = shown.iter().map(|one| offset_button(turn, *one, !one_day));
    let mut screen = Screen::say(Text::new(keys::ZONE_ASK));
    for row in buttons.collect::<Vec<_>>().chunks(IN_A_ROW) {
        screen = screen.row(row.to_vec());
    }
    let to = |page: usize, key| {
        let page = u8::try_from(page).ok();
        Button::new(key, clock(ClockChoice::Zone(page)))
    };
    let earlier = page
        .checked_sub(1)
        .map(|page| to(page, keys::BUTTON_ZONE_EARLIER));
    let later = (page < last).then(|| to(page + 1, keys::BUTTON_ZONE_LATER));
    screen.row(earlier.into_iter().chain(later).collect())
}

/// The time that a clock of that offset shows now.
pub(super) fn offset_button(turn: &Turn<'_>, offset: Offset, with_day: bool) -> Button {
    let there = offset.to_datetime(turn.now);
    let label = if with_day {
        Text::new(keys::BUTTON_ZONE_AT_DAY).with("weekday", when::weekday(Day::of(there.date())))
    } else {
        Text::new(keys::BUTTON_ZONE_AT)
    };
    let minutes = i16::try_from(offset.seconds() / 60).unwrap_or_default();
    let label = label.with("time", when::clock(there.time()));
    Button::labelled(label, clock(ClockChoice::Offset(minutes)))
}

fn hours(key: &'static str, hours: &[u8], choice: impl Fn(u8) -> ClockChoice) -> Screen {
    let buttons = hours.iter().map(|hour| {
        let label = Text::new(keys::BUTTON_ZONE_AT).with("time", when::clock(at(*hour)));
        Button::labelled(label, clock(choice(*hour)))
    });
    let mut screen = Screen::say(Text::new(key));
    for row in buttons.collect::<Vec<_>>().chunks(IN_A_ROW) {
        screen = screen.row(row.to_vec());
    }
    screen
}

/// A place was shared, in answer to the question for the clock. Only its zone is kept.
pub(in super::super) fn located(turn: &mut Turn<'_>, place: &Private<Located>) {
    let asked = |stage: &ClockStage| matches!(stage, ClockStage::Zone(_) | ClockStage::City);
    if !matches!(&turn.session.scene, Scene::Remind(Doing::Clock(stage)) if asked(stage)) {
        return home::not_understood(turn, keys::HINT_LOCATION, keys::HINT_WORDS_ONLY);
    }
    let (latitude, longitude) = place.reveal().degrees();
    let near = zones_of(latitude, longitude, turn.now, place::LOOKED_AT);
    match near.as_slice() {
        [] => show(turn, &ClockStage::Zone(None)),
        [one] => set_zone(turn, one.clone()),
        several => place::near(turn, several),
    }
}

/// The person's clock: everything planned is worked out anew.
pub(super) fn set_zone(turn: &mut Turn<'_>, zone: Zone) {
    let now = turn.now;
    let key = if zone.is_fixed() {
        keys::ZONE_SET_OFFSET
    } else {
        keys::ZONE_SET
    };
    let mut text = Text::new(key).with("time", when::clock(zone.local(now).time()));
    if !zone.is_fixed() {
        text = text.with("zone", zone.name().replace('_', " "));
    }
    let agenda = &mut turn.session.agenda;
    agenda.set_zone(zone, now);
    let worked_out = !agenda.reminders.is_empty();
    let mut screen = Screen::say(text);
    if worked_out {
        screen = screen.block(Block::Small(Text::new(keys::ZONE_WORKED_OUT)));
    }
    done(turn, screen.row(vec![Button::new(keys::BUTTON_ZONE, ZONE)]));
}

pub(super) fn set_quiet(turn: &mut Turn<'_>, quiet: QuietHours) {
    let now = turn.now;
    turn.session.agenda.quiet = quiet;
    turn.session.agenda.work_out_anew(now);
    let text = if quiet.is_off() {
        Text::new(keys::QUIET_SET_OFF)
    } else {
        Text::new(keys::QUIET_SET)
            .with("from", when::clock(quiet.from))
            .with("to", when::clock(quiet.to))
    };
    let mut screen = Screen::say(text);
    screen
        .blocks
        .extend(habits::now_quiet(turn).map(Block::Para));
    done(turn, screen);
}

/// The time of day of follow-ups: those that wait move there.
pub(super) fn set_hour(turn: &mut Turn<'_>, hour: Time) {
    let now = turn.now;
    turn.session.agenda.ask_at(hour, now);
    let quiet = turn.session.agenda.quiet;
    let text = if quiet.hold(hour) {
        // It would be moved there without a word.
        Text::new(keys::HOUR_SET_QUIET).with("end", when::clock(quiet.to))
    } else {
        Text::new(keys::HOUR_SET)
    };
    done(turn, Screen::say(text.with("time", when::clock(hour))));
}

/// What was set, and the way on: the check that waits, if any, goes on by its button.
fn done(turn: &mut Turn<'_>, screen: Screen) {
    turn.enter(Scene::Home);
    let screen = screen
        .row(vec![
            Button::new(keys::BUTTON_SETTINGS, Choice::Settings),
            Button::new(keys::BUTTON_REMINDERS, Choice::Remind(Remind::List)),
        ])
        .row(super::super::emergency::way_on(turn));
    turn.show(screen);
}

/// What the settings say about the clock, quiet hours and sound.
pub(in super::super) fn settings_lines(turn: &Turn<'_>) -> Vec<Text> {
    let agenda = &turn.session.agenda;
    let zone = match &agenda.zone {
        Some(zone) => Text::new(keys::SETTINGS_ZONE)
            .with("time", when::clock(zone.local(turn.now).time()))
            .with("zone", zone.name().replace('_', " ")),
        None => Text::new(keys::SETTINGS_NO_ZONE),
    };
    let quiet = if agenda.quiet.is_off() {
        Text::new(keys::SETTINGS_QUIET_OFF)
    } else {
        Text::new(keys::SETTINGS_QUIET)
            .with("from", when::clock(agenda.quiet.from))
            .with("to", when::clock(agenda.quiet.to))
    };
    let sound = if agenda.silent {
        keys::SETTINGS_SILENT
    } else {
        keys::SETTINGS_SOUND
    };
    let hour = Text::new(keys::SETTINGS_HOUR).with("time", when::clock(agenda.hour));
    vec![zone, quiet, hour, Text::new(sound)]
}

/// The buttons of the settings about them.
pub(in super::super) fn settings_rows(turn: &Turn<'_>) -> [Vec<Button>; 2] {
    let silent = turn.session.agenda.silent;
    let sound = if silent {
        keys::BUTTON_SOUND
    } else {
        keys::BUTTON_SILENT
    };
    [
        vec![
            Button::new(keys::BUTTON_ZONE, ZONE),
            Button::new(keys::BUTTON_QUIET, clock(ClockChoice::Quiet)),
        ],
        vec![
            Button::new(keys::BUTTON_HOUR, clock(ClockChoice::Hour)),
            Button::new(sound, clock(ClockChoice::Silent(!silent))),
        ],
    ]
}

/// The zone of an offset that some place has.
fn offset(minutes: i16) -> Option<Zone> {
    let offset = Offset::from_seconds(i32::from(minutes) * 60).ok()?;
    Zone::fixed(offset).ok()
}

pub(super) fn at(hour: u8) -> Time {
    Time::midnight().saturating_add(jiff::Span::new().hours(i64::from(hour.min(23))))
}

pub(super) const fn clock(choice: ClockChoice) -> Choice {
    Choice::Remind(Remind::Clock(choice))
}
