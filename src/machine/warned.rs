//! A warning of danger where something else may have been meant, and what is said after any warning.

use crate::{
    language::{self, Intent, Ranked, Understood},
    model::{Catalog, Control, Field, Private, Text, keys},
};

use super::{
    crisis,
    emergency::{call, country, with_ways},
    event::{Origin, Page},
    pages,
    screen::{Block, Screen},
    session::{Grave, Part, Scene},
    turn::Turn,
    typed,
};

/// Where danger is only heard to be on the safe side: all danger signs, and whom to call. None is recorded;
/// the check asks for all of them again, whatever was answered before.
pub(super) fn perhaps_danger(turn: &mut Turn<'_>) {
    if let Some(check) = &mut turn.session.check {
        check.reopen(Field::DangerSigns);
        check.at = None;
    }
    if let Scene::Question(place) = &mut turn.session.scene
        && matches!(place.part, Part::Sign(_))
    {
        place.part = Part::Whole;
    }
    let screen = Screen {
        blocks: danger_words(turn.catalog, country(turn)),
        ..Screen::default()
    };
    let screen = with_ways(turn, screen, Origin::Emergency);
    turn.session.warned_of = Some(Grave::PerhapsDanger);
    turn.say(screen);
}

/// The danger signs, and whom to call where one of them came on suddenly.
pub(super) fn danger_words(catalog: &Catalog, code: Option<&str>) -> Vec<Block> {
    vec![
        Block::Para(Text::new(keys::EMERGENCY_UNSURE)),
        Block::Para(Text::new(keys::EMERGENCY_HELP_SIGNS)),
        Block::Heading(call(catalog, code)),
        Block::Small(Text::new(keys::MISREAD)),
    ]
}

/// A typed message after a warning: whether it is a bare "yes", "no" or the like. It is met with whom to call,
/// and the way on; nothing else is taken from it.
pub(super) fn bare(turn: &mut Turn<'_>, warned_of: Grave, text: &Private<String>) -> bool {
    use Control as C;
    let control = language::control(&turn.catalog.lexicon, text.reveal());
    let bare = matches!(
        control,
        Some(C::Yes | C::No | C::None | C::NotSure | C::Help | C::Thanks | C::Cross)
    );
    if bare {
        turn.session.warned_of = Some(warned_of);
        again(turn, warned_of);
    }
    bare
}

/// The same of one that says nothing of twitches and is no answer to a question that waits.
pub(super) fn puzzling(
    turn: &mut Turn<'_>,
    warned_of: Grave,
    text: &Private<String>,
    understood: &Understood,
) -> bool {
    let of_something_else = match understood.intent {
        Intent::Unknown => false,
        // "What do I do" is about what was just said.
        Intent::Ask if warned_of.is_sure() => understood.topics.iter().any(Ranked::is_named),
        Intent::Ask | Intent::Describe | Intent::Emergency | Intent::Crisis => true,
    };
    let control = language::control(&turn.catalog.lexicon, text.reveal());
    if control.is_some() || of_something_else || asks_else(turn, text) {
        return false;
    }
    // Where something else may have been meant it is met so once: after that it is told that it was not
    // understood.
    if warned_of.is_sure() {
        turn.session.warned_of = Some(warned_of);
    }
    again(turn, warned_of);
    true
}

/// Whether something else was asked, and this may answer it, or it speaks of what has an answer of its own.
fn asks_else(turn: &Turn<'_>, text: &Private<String>) -> bool {
    turn.session.asked_country.is_some()
        || matches!(turn.session.scene, Scene::Remind(_))
        || typed::is_answer(turn, text.reveal())
        || typed::is_option(turn, text.reveal())
        || text.reveal().contains(|c: char| c.is_ascii_digit())
        || language::fears_nerve_disease(&turn.catalog.lexicon, text.reveal())
}

/// Whom to call, in other words each time.
fn again(turn: &mut Turn<'_>, warned_of: Grave) {
    let in_turn = turn.puzzled().is_multiple_of(2);
    if warned_of == Grave::Danger && turn.session.scene == Scene::Outcome && !in_turn {
        return pages::show(turn, Page::Main, 0);
    }
    let known = country(turn).and_then(|code| turn.catalog.country(code));
    let number = Block::Heading(call(turn.catalog, country(turn)));
    let line = Block::Para(crisis::line(known));
    let misread = Block::Small(Text::new(keys::MISREAD));
    let say = |key| Block::Para(Text::new(key));
    let blocks = match warned_of {
        Grave::Danger => vec![say(keys::WARNED), number],
        Grave::PerhapsDanger if in_turn => vec![say(keys::WARNED), number, misread],
        Grave::PerhapsDanger => vec![misread, say(keys::WARNED), number],
        Grave::PerhapsCrisis if in_turn => vec![say(keys::WARNED), number, line, misread],
        Grave::PerhapsCrisis => vec![misread, line, say(keys::WARNED), number],
        Grave::Crisis if in_turn => {
            vec![say(keys::WARNED_CRISIS), line, say(keys::WARNED), number]
        }
        Grave::Crisis => vec![say(keys::WARNED), number, line],
    };
    let origin = match warned_of {
        Grave::Danger | Grave::PerhapsDanger => Origin::Emergency,
        Grave::Crisis | Grave::PerhapsCrisis => Origin::Crisis,
    };
    let screen = Screen {
        blocks,
        ..Screen::default()
    };
    let screen = with_ways(turn, screen, origin);
    turn.say(screen);
}
