//! A warning where something else may have been meant, and a bare "yes" or "no" after it.

use crate::{
    language::{self, Intent, Understood},
    model::{Catalog, Control, Field, Private, Text, keys},
};

use super::{
    crisis,
    emergency::{call, country, country_button, first_aid_button, way_on},
    event::Origin,
    screen::{Block, Screen},
    session::{Grave, Scene},
    turn::Turn,
    typed,
};

/// Where danger is only heard to be on the safe side: all danger signs, and whom to call. None is recorded;
/// the check asks for them again, whatever was answered before.
pub(super) fn perhaps_danger(turn: &mut Turn<'_>) {
    if let Some(check) = &mut turn.session.check {
        check.reopen(Field::DangerSigns);
    }
    let screen = Screen {
        blocks: danger_words(turn.catalog, country(turn)),
        ..Screen::default()
    };
    let screen = with_ways(turn, screen, Grave::PerhapsDanger);
    turn.session.warned_of = Some(Grave::PerhapsDanger);
    turn.say(screen);
}

/// Whom to call where one of the danger signs came on suddenly.
pub(super) fn danger_words(catalog: &Catalog, code: Option<&str>) -> Vec<Block> {
    vec![
        Block::Para(Text::new(keys::EMERGENCY_UNSURE)),
        Block::Heading(call(catalog, code)),
        Block::Para(Text::new(keys::EMERGENCY_HELP_SIGNS)),
        Block::Small(Text::new(keys::MISREAD)),
    ]
}

/// A typed message after a warning: whether it is a bare "yes" or "no", or not understood and no answer to a
/// question that waits. It is met with whom to call, and the way on; nothing else is taken from it.
pub(super) fn answered(
    turn: &mut Turn<'_>,
    warned_of: Grave,
    text: &Private<String>,
    understood: &Understood,
) -> bool {
    let bare = match language::control(&turn.catalog.lexicon, text.reveal()) {
        Some(Control::Yes | Control::No | Control::None | Control::NotSure | Control::Help) => true,
        Some(_) => false,
        None => {
            let asks_else = turn.session.asked_country.is_some()
                || matches!(turn.session.scene, Scene::Remind(_));
            understood.intent == Intent::Unknown
                && !asks_else
                && !typed::is_answer(turn, text.reveal())
        }
    };
    if bare {
        again(turn, warned_of);
    }
    bare
}

fn again(turn: &mut Turn<'_>, warned_of: Grave) {
    let known = country(turn).and_then(|code| turn.catalog.country(code));
    let number = call(turn.catalog, country(turn));
    let mut screen = Screen::say(Text::new(keys::WARNED)).block(Block::Heading(number));
    if warned_of != Grave::PerhapsDanger {
        screen = screen.block(Block::Para(crisis::line(known)));
    }
    let screen = with_ways(turn, screen, warned_of);
    turn.say(screen);
}

fn with_ways(turn: &Turn<'_>, screen: Screen, warned_of: Grave) -> Screen {
    let (screen, origin) = match warned_of {
        Grave::PerhapsDanger => (screen.row(first_aid_button()), Origin::Emergency),
        Grave::Crisis | Grave::PerhapsCrisis => (screen, Origin::Crisis),
    };
    screen.row(country_button(turn, origin)).row(way_on(turn))
}
