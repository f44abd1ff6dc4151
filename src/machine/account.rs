//! What is kept about the person: privacy, settings, export, erasing.

use crate::model::{Text, keys};

use super::{
    effect::Effect,
    emergency,
    event::{Choice, Origin},
    home, remind,
    screen::{Block, Button, Screen},
    session::{Scene, Session},
    turn::Turn,
};

/// What is kept, why, how long, where.
pub(super) fn privacy(turn: &mut Turn<'_>) {
    let mut screen = Screen::default()
        .block(Block::Heading(Text::new(keys::PRIVACY_TITLE)))
        .block(Block::Para(
            Text::new(keys::PRIVACY).with("days", i64::from(turn.catalog.retention_days)),
        ))
        .row(vec![
            Button::new(keys::BUTTON_EXPORT, Choice::Export),
            Button::new(keys::BUTTON_FORGET, Choice::Forget),
        ]);
    if turn.session.agreed_at.is_some() {
        screen = screen.row(emergency::way_on(turn));
    } else {
        screen = screen.row(vec![Button::new(keys::BUTTON_AGREE, Choice::Agree)]);
        turn.session.scene = Scene::Welcome;
    }
    turn.show(screen);
}

/// The settings.
pub(super) fn settings(turn: &mut Turn<'_>) {
    let country = turn
        .session
        .country
        .as_ref()
        .and_then(|code| turn.catalog.country(code.as_str()));
    let country = match country {
        Some(country) => Text::new(keys::SETTINGS_COUNTRY)
            .with("country", country.name())
            .with("number", country.ambulance.as_str()),
        None => Text::new(keys::SETTINGS_NO_COUNTRY),
    };
    let [clock, quiet] = remind::settings_rows(turn);
    let screen = Screen::default()
        .block(Block::Heading(Text::new(keys::SETTINGS_TITLE)))
        .block(Block::Para(country))
        .block(Block::Bullets(remind::settings_lines(turn)))
        .row(emergency::country_button(turn, Origin::Settings))
        .row(clock)
        .row(quiet)
        .row(vec![
            Button::new(keys::BUTTON_PRIVACY, Choice::Privacy),
            Button::new(keys::BUTTON_EXPORT, Choice::Export),
        ])
        .row(vec![Button::new(keys::BUTTON_FORGET, Choice::Forget)])
        .row(emergency::way_on(turn));
    turn.show(screen);
}

/// Everything kept, as one document.
pub(super) fn export(turn: &mut Turn<'_>) {
    turn.effect(Effect::Export(Text::new(keys::EXPORT_CAPTION)));
}

/// Asks before erasing.
pub(super) fn ask_forget(turn: &mut Turn<'_>) {
    turn.enter(Scene::Forget);
    let screen = Screen::default()
        .block(Block::Heading(Text::new(keys::FORGET_TITLE)))
        .block(Block::Para(Text::new(keys::FORGET)))
        .row(vec![Button::new(
            keys::BUTTON_FORGET_YES,
            Choice::ForgetYes,
        )])
        .row(vec![Button::new(keys::BUTTON_FORGET_NO, Choice::ForgetNo)]);
    turn.show(screen);
}

/// Erases everything, everywhere, and says so.
pub(super) fn forget(turn: &mut Turn<'_>) {
    turn.session = Session::default();
    turn.effect(Effect::Erase);
    let screen = Screen::say(Text::new(keys::FORGOTTEN))
        .row(vec![Button::new(keys::BUTTON_CHECK, Choice::Check)]);
    turn.show(screen);
}

/// Nothing is erased.
pub(super) fn keep(turn: &mut Turn<'_>) {
    if turn.pressed {
        turn.toast(keys::TOAST_KEPT);
        home::show(turn);
    } else {
        home::show_with(turn, keys::TOAST_KEPT);
    }
}
