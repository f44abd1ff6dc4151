//! Quick questions in the chat: an answer at any moment, and what to go on with.

use crate::model::{Catalog, Text, Topic, keys};

use super::{
    answer as question,
    effect::Effect,
    emergency,
    event::{Choice, Token},
    home, pages, remind,
    screen::{Action, Block, Button, Screen},
    session::Scene,
    subject::Subject,
    turn::Turn,
};

/// Questions within the topic that an answer offers.
const QUESTIONS: usize = 2;
/// Topics that an answer offers.
const RELATED: usize = 2;
/// Topics on a page of the list.
const TOPICS_A_PAGE: usize = 14;

/// The answer; in the middle of a check the same question follows again.
pub(super) fn tell(turn: &mut Turn<'_>, subject: Subject<'_>) {
    turn.session.unrated = Some(subject.name());
    let screen = screen(turn, subject, true);
    turn.show(screen);
    if !turn.pressed {
        question_again(turn);
    }
}

/// The answer of that name was asked for by a button or a link; the list where there is none.
pub(super) fn named(turn: &mut Turn<'_>, name: &str) {
    match Subject::named(turn.catalog, name) {
        Some(subject) => tell(turn, subject),
        None => list(turn, 0),
    }
}

/// All topics, page by page.
pub(super) fn list(turn: &mut Turn<'_>, page: u8) {
    let all = Topic::ALL;
    let last = all.len().div_ceil(TOPICS_A_PAGE).saturating_sub(1);
    let at = usize::from(page).min(last);
    let shown = all.iter().skip(at * TOPICS_A_PAGE).take(TOPICS_A_PAGE);
    let buttons = shown.filter_map(|topic| button(turn.catalog, *topic));
    let mut screen = Screen::say(Text::new(keys::ASK_ANYTHING));
    for row in buttons.collect::<Vec<_>>().chunks(2) {
        screen = screen.row(row.to_vec());
    }
    let to = |page: usize, key| {
        let page = u8::try_from(page).ok()?;
        Some(Button::new(key, Choice::Topics(page)))
    };
    let back = at
        .checked_sub(1)
        .and_then(|page| to(page, keys::BUTTON_PREVIOUS));
    let on = (at < last).then(|| to(at + 1, keys::BUTTON_MORE)).flatten();
    screen = screen
        .row(back.into_iter().chain(on).collect())
        .row(emergency::way_on(turn));
    turn.show(screen);
}

/// Whether it was the answer to the question. Counted once, without who and without words.
pub(super) fn helped(turn: &mut Turn<'_>, name: &Token, helped: bool) {
    let Some(subject) = Subject::named(turn.catalog, name) else {
        return list(turn, 0);
    };
    if turn.session.unrated.as_ref() == Some(name) {
        turn.session.unrated = None;
        turn.effect(Effect::Count(subject.name(), helped));
    }
    turn.toast(keys::ANSWER_THANKS);
    let answered = screen(turn, subject, false);
    turn.show(answered);
    if !helped {
        let near = subject.related();
        let sorry = with_topics(turn, Screen::say(Text::new(keys::ANSWER_SORRY)), near);
        turn.say(sorry);
    }
}

/// Not understood: what it can do and the nearest topics, in other words each time.
pub(super) fn unknown(turn: &mut Turn<'_>, nearest: &[Topic]) {
    if turn.returned {
        return home::unfinished(turn);
    }
    let key = match turn.session.puzzled % 3 {
        0 => keys::UNKNOWN,
        1 => keys::UNKNOWN_AGAIN,
        _ => keys::UNKNOWN_ONCE_MORE,
    };
    turn.session.puzzled = turn.session.puzzled.saturating_add(1);
    let screen =
        with_topics(turn, Screen::say(Text::new(key)), nearest).row(pages::last_result(turn));
    turn.say(screen);
}

/// Topics to tap, the list of all of them, and the way back.
fn with_topics(turn: &Turn<'_>, screen: Screen, topics: &[Topic]) -> Screen {
    let buttons = topics.iter().take(3);
    let mut buttons: Vec<_> = buttons
        .filter_map(|topic| button(turn.catalog, *topic))
        .collect();
    buttons.push(Button::new(keys::BUTTON_TOPICS, Choice::Topics(0)));
    let mut screen = screen;
    for row in buttons.chunks(2) {
        screen = screen.row(row.to_vec());
    }
    screen.row(emergency::way_on(turn))
}

fn button(catalog: &Catalog, topic: Topic) -> Option<Button> {
    Subject::of(catalog, topic).map(to)
}

fn to(subject: Subject<'_>) -> Button {
    Button::labelled(subject.title(), Choice::Answer(subject.name()))
}

/// `rate`: whether it is asked if this was the answer.
fn screen(turn: &Turn<'_>, subject: Subject<'_>, rate: bool) -> Screen {
    let catalog = turn.catalog;
    let mut screen = Screen {
        blocks: subject.blocks(catalog),
        ..Screen::default()
    };
    let mut next: Vec<_> = subject.questions().take(QUESTIONS).map(to).collect();
    let related = subject.related().iter().take(RELATED);
    next.extend(related.filter_map(|topic| button(catalog, *topic)));
    for row in next.chunks(2) {
        screen = screen.row(row.to_vec());
    }
    let under_way = turn.session.check.is_some();
    if subject.entry.check && !under_way || under_way && turn.pressed {
        screen = screen.row(emergency::way_on(turn));
    }
    let name = subject.name();
    if rate {
        screen = screen
            .block(Block::Small(Text::new(keys::ANSWER_HELPED)))
            .row(vec![
                Button::new(keys::BUTTON_HELPED_YES, Choice::Helped(name.clone(), true)),
                Button::new(keys::BUTTON_HELPED_NO, Choice::Helped(name.clone(), false)),
            ]);
    }
    screen.row(vec![
        Button {
            label: Text::new(keys::BUTTON_SHARE),
            ticked: None,
            action: Action::Share(name),
        },
        Button::new(keys::BUTTON_EMERGENCY, Choice::Emergency),
    ])
}

/// In the middle of a check, or of setting a reminder, the question stands again below the answer.
fn question_again(turn: &mut Turn<'_>) {
    if let Scene::Remind(doing) = turn.session.scene.clone() {
        return remind::once_more(turn, &doing);
    }
    let Some(place) = (match &turn.session.scene {
        Scene::Question(place) if turn.session.check.is_some() => Some(place.clone()),
        Scene::Question(_)
        | Scene::Home
        | Scene::Welcome
        | Scene::Review
        | Scene::Outcome
        | Scene::Unfinished
        | Scene::Understood
        | Scene::Remind(_)
        | Scene::Forget => None,
    }) else {
        return;
    };
    if turn.returned {
        home::unfinished(turn);
    } else {
        question::again(turn, &place, None);
    }
}
