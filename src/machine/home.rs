//! Hello, help, and what lies around the check.

use crate::{
    language,
    model::{Control, Text, keys},
};

use super::{
    answer, ask, emergency,
    event::{Choice, Command},
    lines, pages, remind, review,
    screen::{Action, Block, Button, Screen},
    session::Scene,
    turn::Turn,
    understood,
};

/// What it is, what it isn't, what is kept: the first message, waiting for consent.
pub(super) fn welcome(turn: &mut Turn<'_>) {
    // "I agree" is to be about what stands on the screen.
    turn.session.understood = None;
    turn.enter(Scene::Welcome);
    let screen = Screen::default()
        .block(Block::Heading(Text::new(keys::WELCOME_TITLE)))
        .block(Block::Para(Text::new(keys::WELCOME)))
        .block(Block::Para(Text::new(keys::CONSENT)))
        .row(vec![Button::new(keys::BUTTON_AGREE, Choice::Agree)])
        .row(vec![
            Button::new(keys::BUTTON_PRIVACY, Choice::Privacy),
            Button::new(keys::BUTTON_EMERGENCY, Choice::Emergency),
        ]);
    turn.show(screen);
}

/// Consent was given: the check begins.
pub(super) fn agree(turn: &mut Turn<'_>) {
    turn.session.agreed_at.get_or_insert(turn.now);
    if turn.session.understood.is_some() {
        return understood::start(turn, true);
    }
    start_over(turn);
}

/// Consent was given, and what was understood is not quite right.
pub(super) fn agree_to_change(turn: &mut Turn<'_>) {
    if turn.session.understood.is_none() {
        return welcome(turn);
    }
    turn.session.agreed_at.get_or_insert(turn.now);
    understood::start(turn, false);
}

/// `/start`, `/check` and their buttons: begins a check, or asks about the one under way.
pub(super) fn start(turn: &mut Turn<'_>) {
    if turn.session.agreed_at.is_none() {
        return welcome(turn);
    }
    if turn.session.check.is_some() {
        return unfinished(turn);
    }
    start_over(turn);
}

/// Begins a new check.
pub(super) fn start_over(turn: &mut Turn<'_>) {
    turn.session.understood = None;
    turn.session.check = None;
    answer::go_on(turn);
}

/// "Go on or start over?"
pub(super) fn unfinished(turn: &mut Turn<'_>) {
    let key = if turn.returned {
        keys::UNFINISHED_LONG
    } else {
        keys::UNFINISHED
    };
    turn.enter(Scene::Unfinished);
    let screen = Screen::say(Text::new(key))
        .row(vec![Button::new(keys::BUTTON_RESUME, Choice::Resume)])
        .row(vec![Button::new(
            keys::BUTTON_START_OVER,
            Choice::StartOver,
        )]);
    turn.show(screen);
}

/// Goes on with the check at the same question.
pub(super) fn resume(turn: &mut Turn<'_>) {
    let Some(check) = &turn.session.check else {
        return start(turn);
    };
    match check.at.clone() {
        Some(place) => answer::again(turn, &place, None),
        None => answer::go_on(turn),
    }
}

/// Nothing is under way: what can be done.
pub(super) fn show(turn: &mut Turn<'_>) {
    show_with(turn, keys::HOME);
}

/// The same with other words above the buttons.
pub(super) fn show_with(turn: &mut Turn<'_>, key: &'static str) {
    if turn.session.agreed_at.is_none() {
        return welcome(turn);
    }
    turn.enter(Scene::Home);
    let screen = home_screen(turn, Text::new(key));
    turn.show(screen);
}

fn home_screen(turn: &Turn<'_>, text: Text) -> Screen {
    Screen::say(text)
        .row(emergency::way_on(turn))
        .row(pages::last_result(turn))
        .row(remind::tell_button(turn))
        .row(vec![
            Button::new(keys::BUTTON_HELP, Choice::Help),
            Button::new(keys::BUTTON_SETTINGS, Choice::Settings),
        ])
}

/// `/cancel`: the check under way is thrown away.
pub(super) fn cancel(turn: &mut Turn<'_>) {
    let key = match turn.session.check.take() {
        Some(check) => {
            // The check that waited while a follow-up was answered waits again.
            let following = check.following;
            turn.session.check = following
                .and_then(|following| following.waits)
                .map(|it| *it);
            keys::CANCELLED
        }
        None => keys::NOTHING_TO_CANCEL,
    };
    turn.session.asked_country = None;
    turn.enter(Scene::Home);
    let screen = home_screen(turn, Text::new(key));
    turn.show(screen);
}

/// What the bot can do, and which content it speaks from.
pub(super) fn help(turn: &mut Turn<'_>) {
    let lines = Command::MENU
        .iter()
        .filter(|(command, _)| *command != Command::Start)
        .map(|(_, name)| {
            Text::new(keys::HELP_COMMAND)
                .with("command", *name)
                .with("what", Text::new(format!("command-{name}")))
        });
    let screen = Screen::default()
        .block(Block::Heading(Text::new(keys::HELP_TITLE)))
        .block(Block::Para(Text::new(keys::HELP)))
        .block(Block::Bullets(lines.collect()))
        .block(lines::foot())
        .row(emergency::way_on(turn))
        .row(vec![
            Button::new(keys::BUTTON_SETTINGS, Choice::Settings),
            Button::new(keys::BUTTON_PRIVACY, Choice::Privacy),
        ]);
    turn.show(screen);
}

/// Something that the bot can't read as a message, or doesn't understand: `key` says so above what is on
/// the screen; the second time in a row `shorter` alone, with a way back to it.
pub(super) fn not_understood(turn: &mut Turn<'_>, key: &'static str, shorter: &'static str) {
    if turn.returned {
        return unfinished(turn);
    }
    let again = turn.said_before(key);
    let key = if again { shorter } else { key };
    match turn.session.scene.clone() {
        Scene::Question(_) | Scene::Review if again && turn.session.check.is_some() => {
            let screen = Screen::say(Text::new(key)).row(emergency::way_on(turn));
            turn.show(screen);
        }
        Scene::Question(place) if turn.session.check.is_some() => {
            answer::again(turn, &place, Some(Text::new(key)));
        }
        Scene::Review if turn.session.check.is_some() => review::again(turn, Text::new(key)),
        Scene::Remind(doing) => remind::again(turn, &doing),
        Scene::Understood | Scene::Welcome if !again && turn.session.understood.is_some() => {
            understood::again(turn, Some(key));
        }
        Scene::Home
        | Scene::Outcome
        | Scene::Welcome
        | Scene::Unfinished
        | Scene::Understood
        | Scene::Forget
        | Scene::Question(_)
        | Scene::Review => {
            let screen = if turn.session.agreed_at.is_some() {
                home_screen(turn, Text::new(key))
            } else {
                Screen::say(Text::new(key))
                    .row(begin(turn))
                    .row(vec![Button::new(keys::BUTTON_TOPICS, Choice::Topics(0))])
            };
            turn.show(screen);
        }
    }
}

/// Typed words that answer nothing of what is on the screen: `again` shows that under the hint of that
/// key; the second time in a row other words come, with the topics that may be meant.
pub(super) fn no_answer(
    turn: &mut Turn<'_>,
    text: &str,
    key: &'static str,
    again: impl FnOnce(&mut Turn<'_>, Text),
) {
    if !turn.said_before(key) {
        return again(turn, Text::new(key));
    }
    let lexicon = &turn.catalog.lexicon;
    let nearest = language::understand(lexicon, text, turn.today()).nearest;
    ask::no_answer(turn, &nearest);
}

/// Consent is asked for, and the answer was a greeting, or no.
pub(super) fn not_agreed(turn: &mut Turn<'_>, control: Option<Control>) {
    let key = match control {
        Some(Control::No) => keys::HINT_NOT_AGREED,
        _ => keys::HINT_AGREE,
    };
    not_understood(turn, key, keys::HINT_AGREE_AGAIN);
}

/// The button that begins: where consent is being asked for, it gives that, and what was understood is
/// not left behind.
pub(super) fn begin(turn: &Turn<'_>) -> Vec<Button> {
    if turn.session.scene == Scene::Understood && turn.session.understood.is_some() {
        return vec![Button::new(keys::BUTTON_UNDERSTOOD, Choice::Understood)];
    }
    if turn.session.scene != Scene::Welcome || turn.session.agreed_at.is_some() {
        return emergency::way_on(turn);
    }
    let key = match turn.session.understood {
        Some(_) => keys::BUTTON_UNDERSTOOD_AGREE,
        None => keys::BUTTON_AGREE,
    };
    vec![Button::new(key, Choice::Agree)]
}

/// In a group nothing personal is said: come to the private chat.
pub(super) fn group() -> Screen {
    let button = Button {
        label: Text::new(keys::BUTTON_OPEN_CHAT),
        ticked: None,
        action: Action::OpenChat("check"),
    };
    Screen::say(Text::new(keys::GROUP)).row(vec![button])
}
