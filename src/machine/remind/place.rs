//! From what a person types to their zone: a time of day, a city, a zone's name.

use crate::{
    model::{Private, Text, keys},
    schedule::Zone,
};

use super::{
    super::{
        emergency,
        screen::{Button, Screen},
        turn::Turn,
    },
    clock::{ClockStage, ZONE, set_zone, show},
};

/// The time of day there is known, and so how far its clock is ahead.
pub(super) fn told_offset(turn: &mut Turn<'_>, zone: Zone) {
    set_zone(turn, zone);
}

/// Which of these cities has that clock all year?
pub(super) fn cities(turn: &mut Turn<'_>) {
    show(turn, &ClockStage::Zone(None));
}

/// The offset is all that is known.
pub(super) fn confirmed(turn: &mut Turn<'_>) {
    super::list(turn);
}

/// Something was typed in answer to a question about the clock: whether it was an answer.
pub(super) fn typed(turn: &mut Turn<'_>, stage: &ClockStage, text: &Private<String>) -> bool {
    match stage {
        ClockStage::Zone(_) | ClockStage::City => match text.reveal().trim().parse::<Zone>() {
            Ok(zone) => set_zone(turn, zone),
            Err(_) => {
                let zone = Button::new(keys::BUTTON_ZONE, ZONE);
                let screen = Screen::say(Text::new(keys::ZONE_UNKNOWN)).row(vec![zone]);
                let screen = screen.row(emergency::way_on(turn));
                turn.say(screen);
            }
        },
        ClockStage::QuietFrom | ClockStage::QuietTo(_) | ClockStage::Hour => return false,
    }
    true
}
