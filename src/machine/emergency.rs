//! Emergency advice, one tap away from everywhere; the number of the person's country.

use crate::{
    language,
    model::{
        Assessment, Catalog, Choices, Country, CountryCode, Field, Level, NodeKind, Private, Text,
        keys,
    },
    triage::assess,
};

use super::{
    account, crisis,
    event::{Choice, Origin, Page, sign_named},
    lines, pages,
    screen::{Block, Button, Screen},
    session::{Grave, Scene},
    turn::Turn,
    typed,
};

/// Countries on one page of buttons.
const COUNTRIES_A_PAGE: usize = 16;

/// The sentence with the number to call.
pub(super) fn call(catalog: &Catalog, country: Option<&str>) -> Text {
    match country.and_then(|code| catalog.country(code)) {
        Some(country) => with_number(keys::EMERGENCY_CALL_KNOWN, country),
        None => Text::new(keys::EMERGENCY_CALL_UNKNOWN),
    }
}

pub(super) fn with_number(key: &'static str, country: &Country) -> Text {
    Text::new(key)
        .with("number", country.ambulance.as_str())
        .with("country", country.name())
}

pub(super) fn country<'t>(turn: &'t Turn<'_>) -> Option<&'t str> {
    turn.session.country.as_ref().map(CountryCode::as_str)
}

/// Emergency advice: when to call, which number, first aid. Leaves everything else as it stands.
pub(super) fn help(turn: &mut Turn<'_>, in_place: bool) {
    let screen = Screen::default()
        .block(Block::Heading(call(turn.catalog, country(turn))))
        .block(Block::Para(Text::new(keys::EMERGENCY_HELP_INTRO)))
        .block(Block::Para(Text::new(keys::EMERGENCY_HELP_SIGNS)));
    let screen = with_ways(turn, screen, Origin::Emergency);
    turn.show_or_say(screen, in_place);
}

/// The buttons below whom to call: first aid, the number of the person's country, the way on.
pub(super) fn with_ways(turn: &Turn<'_>, mut screen: Screen, origin: Origin) -> Screen {
    if origin == Origin::Emergency {
        let first_aid = Button::new(keys::BUTTON_FIRST_AID, Choice::FirstAidList);
        screen = screen.row(vec![first_aid]);
    }
    screen.row(country_button(turn, origin)).row(way_on(turn))
}

/// A button to say, or to change, the country.
pub(super) fn country_button(turn: &Turn<'_>, origin: Origin) -> Vec<Button> {
    let key = match country(turn) {
        None => keys::BUTTON_COUNTRY,
        Some(_) => keys::BUTTON_OTHER_COUNTRY,
    };
    vec![Button::new(key, Choice::Countries(origin, 0))]
}

/// Back to what the person was doing.
pub(super) fn way_on(turn: &Turn<'_>) -> Vec<Button> {
    if turn.session.check.is_some() {
        vec![Button::new(keys::BUTTON_RESUME, Choice::Resume)]
    } else {
        vec![Button::new(keys::BUTTON_CHECK, Choice::Check)]
    }
}

/// The danger signs, each a button to its first aid.
pub(super) fn first_aid_list(turn: &mut Turn<'_>) {
    let signs = turn.catalog.nodes.iter().find_map(|node| match &node.kind {
        NodeKind::Signs(signs) => Some((node.field, signs.clone())),
        NodeKind::One(_) | NodeKind::Many { .. } | NodeKind::Grouped(_) => None,
    });
    let mut screen = Screen::default()
        .block(Block::Heading(call(turn.catalog, country(turn))))
        .block(Block::Para(Text::new(keys::FIRST_AID_LIST)));
    for (field, sign) in signs
        .into_iter()
        .flat_map(|(f, signs)| signs.into_iter().map(move |s| (f, s)))
    {
        let name = super::event::name(field, sign);
        let label = Text::option(field, &name).with("age", "unknown");
        screen = screen.row(vec![Button::labelled(label, Choice::FirstAid(name))]);
    }
    let screen = screen.row(way_on(turn));
    turn.show(screen);
}

/// First aid for one danger sign, without recording anything.
pub(super) fn first_aid(turn: &mut Turn<'_>, sign: &str) {
    let Some(index) = sign_named(sign) else {
        return first_aid_list(turn);
    };
    let mut answers = Assessment::default();
    answers.set(Field::DangerSigns, Choices::one(index));
    let outcome = assess(turn.catalog, &answers, false);
    let mut screen = Screen::default()
        .block(Block::Heading(
            Text::option(Field::DangerSigns, sign).with("age", "unknown"),
        ))
        .block(Block::Heading(call(turn.catalog, country(turn))));
    for aid in &outcome.first_aid {
        screen = screen.block(Block::Para(Text::new(format!("first-aid-{}", aid.id))));
    }
    let screen = screen
        .block(lines::foot())
        .row(vec![Button::new(
            keys::BUTTON_OTHER_SIGN,
            Choice::FirstAidList,
        )])
        .row(country_button(turn, Origin::Emergency))
        .row(way_on(turn));
    turn.show(screen);
}

/// A page of countries to choose from. First aid stays on the screen: the list comes below it, and only
/// from page to page in its place.
pub(super) fn countries(turn: &mut Turn<'_>, origin: Origin, page: u8) {
    let turning = turn.session.asked_country.replace(origin) == Some(origin);
    let screen = country_list(turn, origin, page, None);
    turn.show_or_say(screen, turning || origin == Origin::Settings);
}

/// The list; a name can be typed as well.
fn country_list(turn: &Turn<'_>, origin: Origin, page: u8, hint: Option<Text>) -> Screen {
    let countries = &turn.catalog.countries;
    let pages = countries.len().div_ceil(COUNTRIES_A_PAGE).max(1);
    let at = usize::from(page).min(pages - 1);
    let first = hint.unwrap_or_else(|| Text::new(keys::EMERGENCY_PICK_COUNTRY));
    let mut screen = Screen::say(first).block(Block::Para(Text::new(keys::TYPE_COUNTRY)));
    let on_page = countries.chunks(COUNTRIES_A_PAGE).nth(at);
    for pair in on_page.unwrap_or_default().chunks(2) {
        let pick = |country: &Country| {
            Button::labelled(
                country.name(),
                Choice::Country(origin, country.code.clone()),
            )
        };
        screen = screen.row(pair.iter().map(pick).collect());
    }
    let turn_to = |to: usize, key| {
        u8::try_from(to)
            .ok()
            .map(|to| Button::new(key, Choice::Countries(origin, to)))
    };
    let back = at
        .checked_sub(1)
        .and_then(|to| turn_to(to, keys::BUTTON_PREVIOUS));
    let on = (at + 1 < pages)
        .then(|| turn_to(at + 1, keys::BUTTON_MORE))
        .flatten();
    screen
        .row(back.into_iter().chain(on).collect())
        .row(way_back(turn, origin))
}

/// Back to where the country was asked for.
fn way_back(turn: &Turn<'_>, origin: Origin) -> Vec<Button> {
    match origin {
        Origin::Settings => vec![Button::new(keys::BUTTON_SETTINGS, Choice::Settings)],
        Origin::Emergency
            if turn.session.scene == Scene::Outcome && turn.session.result.is_some() =>
        {
            vec![pages::to_result()]
        }
        Origin::Emergency | Origin::Crisis => way_on(turn),
    }
}

/// The person's country is known now: show what it was asked for.
pub(super) fn chosen(turn: &mut Turn<'_>, origin: Origin, code: &CountryCode) {
    if turn.catalog.country(code.as_str()).is_none() {
        return countries(turn, origin, 0);
    }
    turn.session.country = Some(code.clone());
    turn.session.asked_country = None;
    let in_emergency = turn.session.scene == Scene::Outcome
        && turn
            .outcome()
            .is_some_and(|(_, outcome)| outcome.level == Level::Emergency);
    match origin {
        Origin::Settings => account::settings(turn),
        Origin::Emergency if in_emergency => pages::show(turn, Page::Main, 0),
        Origin::Emergency => help(turn, true),
        Origin::Crisis => {
            let unsure = turn.session.warned_of == Some(Grave::PerhapsCrisis);
            let screen = crisis::screen(turn, Choices::EMPTY, unsure);
            turn.show(screen);
        }
    }
}

/// A typed message while the country was asked for: whether it is taken for one. Not where it says
/// something else, or answers the question of the check.
pub(super) fn typed_country(
    turn: &mut Turn<'_>,
    text: &Private<String>,
    something_else: bool,
) -> bool {
    let Some(origin) = turn.session.asked_country.take() else {
        return false;
    };
    if let Some(code) = language::read_country(&turn.catalog.lexicon, text.reveal()) {
        chosen(turn, origin, &code);
        return true;
    }
    if something_else || typed::is_answer(turn, text.reveal()) {
        return false;
    }
    turn.session.asked_country = Some(origin);
    let screen = country_list(turn, origin, 0, Some(Text::new(keys::HINT_COUNTRY)));
    turn.say(screen);
    true
}
