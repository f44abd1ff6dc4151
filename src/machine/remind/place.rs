//! From what a person types to their zone, their quiet hours and the hour of questions.

use std::cmp::Reverse;

use jiff::tz::Offset;

use crate::{
    language::{self, ToldTime},
    model::{Control, Private, Text, ZoneName, keys},
    schedule::{QuietHours, Zone, clocks_at, offsets_told},
};

use super::{
    super::{
        screen::{Block, Button, Screen},
        session::Scene,
        turn::Turn,
    },
    Doing,
    clock::{ask_again, clock, offset_button, set_hour, set_quiet, set_zone, show},
    clock_choice::{ClockChoice, ClockStage},
    own, when,
};

/// Cities that are offered.
const MOST: usize = 8;
/// Clocks near a shared place that are offered.
const NEAR: usize = 5;
/// Of them the nearest, whoever knows them.
const NEAREST: usize = 3;
/// Clocks of which the best known are offered.
pub(super) const LOOKED_AT: usize = 12;

/// The time of day there is known, and so how far its clock is ahead. Where clocks of that offset
/// differ in the course of the year, it asks for a city.
pub(super) fn told_offset(turn: &mut Turn<'_>, zone: Zone) {
    let clocks = best_known(turn, zone.offset(turn.now));
    if let [one] = clocks.as_slice() {
        return set_zone(turn, one.clone());
    }
    if clocks.is_empty() {
        return set_zone(turn, zone);
    }
    // What is known counts at once, whether they name a city or not.
    let now = turn.now;
    turn.session.agenda.set_zone(zone, now);
    show(turn, &ClockStage::City);
}

/// Of the zones with that offset now, one of each clock: the best known, those first that more
/// people know.
fn best_known(turn: &Turn<'_>, offset: Offset) -> Vec<Zone> {
    let places = &turn.catalog.places;
    let best = |zones: Vec<Zone>| {
        let known = zones
            .into_iter()
            .map(|zone| (places.known(&zone.name()), zone));
        known.max_by_key(|(known, zone)| (*known, Reverse(zone.name().into_owned())))
    };
    let clocks = clocks_at(offset, turn.now);
    let mut best: Vec<_> = clocks.into_iter().filter_map(best).collect();
    best.sort_by_key(|(known, zone)| (Reverse(*known), zone.name().into_owned()));
    best.into_iter().map(|(_, zone)| zone).collect()
}

/// Which of these cities has that clock all year?
pub(super) fn cities(turn: &Turn<'_>) -> Screen {
    let here = turn.session.agenda.zone();
    let time = when::clock(here.local(turn.now).time());
    let mut screen = Screen::say(Text::new(keys::ZONE_ASK_CITY).with("time", time));
    let clocks = best_known(turn, here.offset(turn.now));
    let city = |zone: &Zone| {
        let label = Text::new(keys::BUTTON_NAME).with("name", city(zone));
        let name = zone.name().into_owned();
        Button::labelled(label, clock(ClockChoice::Named(name)))
    };
    let buttons: Vec<_> = clocks.iter().take(MOST).map(city).collect();
    for row in buttons.chunks(2) {
        screen = screen.row(row.to_vec());
    }
    let none = Button::new(keys::BUTTON_ZONE_NONE, clock(ClockChoice::NoCity));
    screen.row(vec![none])
}

/// The city that a zone is named after.
fn city(zone: &Zone) -> String {
    let name = zone.name();
    let last = name.rsplit('/').next().unwrap_or_default();
    last.replace('_', " ")
}

/// The offset is all that is known.
pub(super) fn confirmed(turn: &mut Turn<'_>) {
    let zone = turn.session.agenda.zone();
    set_zone(turn, zone);
}

/// Something was typed in answer to a question about the clock: whether it was an answer.
pub(super) fn typed(
    turn: &mut Turn<'_>,
    stage: &ClockStage,
    text: &Private<String>,
    control: Option<Control>,
) -> bool {
    let text = text.reveal();
    let there = turn.session.agenda.zone().local(turn.now);
    if language::read_reminder(&turn.catalog.lexicon, text, there).is_some() {
        return false;
    }
    let is_answer = match stage {
        ClockStage::Zone(_) | ClockStage::City => {
            if *stage == ClockStage::City && matches!(control, Some(Control::No | Control::None)) {
                confirmed(turn);
                return true;
            }
            zone(turn, text)
        }
        ClockStage::QuietFrom | ClockStage::QuietTo(_) | ClockStage::QuietUntil(_) => {
            quiet(turn, stage, text, control)
        }
        ClockStage::Hour => hour(turn, text),
    };
    if is_answer {
        return true;
    }
    // A question of its own, or a word for something else.
    if control.is_some() || own::understands(turn, text) {
        return false;
    }
    let (stage, hint) = match stage {
        ClockStage::Zone(_) | ClockStage::City => (&ClockStage::Zone(None), keys::ZONE_UNKNOWN),
        ClockStage::QuietFrom
        | ClockStage::QuietTo(_)
        | ClockStage::QuietUntil(_)
        | ClockStage::Hour => (stage, keys::HOURS_UNCLEAR),
    };
    ask_again(turn, stage, Text::new(hint));
    true
}

/// Where they are, or what time it is there.
fn zone(turn: &mut Turn<'_>, text: &str) -> bool {
    if let Ok(zone) = text.trim().parse::<Zone>() {
        set_zone(turn, zone);
        return true;
    }
    if let Some(zone) = Zone::typed_offset(text) {
        told_offset(turn, zone);
        return true;
    }
    let zones = turn.catalog.zones_of_place(text);
    let known: Vec<_> = zones.iter().filter_map(named).collect();
    match known.as_slice() {
        [] => {}
        [one] => {
            set_zone(turn, one.clone());
            return true;
        }
        several => {
            which(turn, several);
            return true;
        }
    }
    let told = language::read_clock(&turn.catalog.lexicon, text);
    told.is_some_and(|told| told_time(turn, told))
}

fn named(zone: &ZoneName) -> Option<Zone> {
    Zone::named(zone.as_str()).ok()
}

/// The place is in one of these.
fn which(turn: &mut Turn<'_>, zones: &[Zone]) {
    choose(turn, keys::ZONE_SEVERAL, zones);
}

/// The shared place is in one of these, or near, the nearest first. Offered are the nearest and the
/// best known, those first that more people know.
pub(super) fn near(turn: &mut Turn<'_>, zones: &[Zone]) {
    let places = &turn.catalog.places;
    let known = |zone: &Zone| Reverse(places.known(&zone.name()));
    let (nearest, rest) = zones.split_at(zones.len().min(NEAREST));
    let mut rest = rest.to_vec();
    rest.sort_by_key(known);
    let mut zones = nearest.to_vec();
    zones.extend(rest.into_iter().take(NEAR - NEAREST));
    zones.sort_by_key(known);
    choose(turn, keys::ZONE_NEAR, &zones);
}

fn choose(turn: &mut Turn<'_>, key: &'static str, zones: &[Zone]) {
    turn.enter(Scene::Remind(Doing::Clock(ClockStage::Zone(None))));
    let button = |zone: &Zone| {
        let time = when::clock(zone.local(turn.now).time());
        let label = Text::new(keys::BUTTON_ZONE_CITY)
            .with("city", city(zone))
            .with("time", time);
        Button::labelled(label, clock(ClockChoice::Named(zone.name().into_owned())))
    };
    let mut screen = Screen::say(Text::new(key));
    for zone in zones.iter().take(MOST) {
        screen = screen.row(vec![button(zone)]);
    }
    let none = Button::new(keys::BUTTON_ZONE_NONE, clock(ClockChoice::Zone(None)));
    turn.say(screen.row(vec![none]));
}

/// What the clock shows there: whether some place on Earth has that time now.
fn told_time(turn: &mut Turn<'_>, told: ToldTime) -> bool {
    let times = [Some(told.plain), told.other].into_iter().flatten();
    let mut found: Vec<_> = times
        .flat_map(|time| offsets_told(turn.now, time))
        .map(|one| (!one.common, one.offset))
        .collect();
    found.sort_unstable();
    found.dedup();
    let found: Vec<_> = found.into_iter().map(|(_, offset)| offset).collect();
    match found.as_slice() {
        [] => return false,
        [one] => match Zone::fixed(*one) {
            Ok(zone) => told_offset(turn, zone),
            Err(_) => return false,
        },
        several => {
            turn.enter(Scene::Remind(Doing::Clock(ClockStage::Zone(None))));
            let mut screen = Screen::default().block(Block::Para(Text::new(keys::ZONE_ASK_WHICH)));
            for offset in several {
                screen = screen.row(vec![offset_button(turn, *offset, true)]);
            }
            turn.say(screen);
        }
    }
    true
}

/// Quiet hours: both, one of them, or none at all.
fn quiet(turn: &mut Turn<'_>, stage: &ClockStage, text: &str, control: Option<Control>) -> bool {
    if matches!(control, Some(Control::No | Control::None)) {
        set_quiet(turn, QuietHours::OFF);
        return true;
    }
    let lexicon = &turn.catalog.lexicon;
    if let Some((from, to)) = language::read_hours(lexicon, text) {
        set_quiet(turn, QuietHours { from, to });
        return true;
    }
    let Some(told) = language::read_clock(lexicon, text).filter(|_| !own::understands(turn, text))
    else {
        return false;
    };
    let from = match stage {
        ClockStage::QuietTo(from) => super::clock::at(*from),
        ClockStage::QuietUntil(from) => *from,
        ClockStage::Zone(_) | ClockStage::City | ClockStage::QuietFrom | ClockStage::Hour => {
            show(turn, &ClockStage::QuietUntil(told.evening));
            return true;
        }
    };
    let to = told.plain;
    set_quiet(turn, QuietHours { from, to });
    true
}

/// The time of day of questions.
fn hour(turn: &mut Turn<'_>, text: &str) -> bool {
    let told = language::read_clock(&turn.catalog.lexicon, text);
    let Some(told) = told.filter(|_| !own::understands(turn, text)) else {
        return false;
    };
    set_hour(turn, told.usual);
    true
}
