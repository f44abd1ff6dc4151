//! Quick questions in the chat: an answer at any moment, and what to go on with.

use crate::{
    language::Understood,
    model::{Catalog, Choices, Text, Topic, keys},
};

use super::{
    answer as question, crisis,
    effect::Effect,
    emergency,
    event::{Choice, Token},
    home,
    inline::CRISIS,
    pages,
    remind::{self, Doing},
    review,
    screen::{Action, Block, Button, Screen},
    session::Scene,
    subject::Subject,
    turn::Turn,
    understood,
};

/// Questions within the topic that an answer offers.
const QUESTIONS: usize = 2;
/// Topics that an answer offers.
const RELATED: usize = 2;
/// Topics that are offered where nothing was understood.
const NEAREST: usize = 3;
/// What is offered where fewer are near.
const FIRST: [Topic; NEAREST] = [Topic::Causes, Topic::HowToStop, Topic::WhenToSeeDoctor];
/// Answers that may still be rated; older ones are no longer counted.
const MOST_UNRATED: usize = 20;
/// Topics on a page of the list.
const TOPICS_A_PAGE: usize = 14;

/// The answer; in the middle of a check the same question follows again.
pub(super) fn tell(turn: &mut Turn<'_>, subject: Subject<'_>) {
    tell_with(turn, subject, &[], follows(turn));
    question_again(turn);
}

/// What a message asks for: the answer that fits best, and the others to tap.
pub(super) fn answer(turn: &mut Turn<'_>, understood: &Understood) {
    let asked = |ranked| Subject::asked(turn.catalog, ranked, &understood.assessment);
    let mut subjects = understood.topics.iter().filter_map(asked);
    let Some(best) = subjects.next() else {
        return list(turn, 0);
    };
    let others: Vec<_> = subjects.collect();
    tell_with(turn, best, &others, follows(turn));
    question_again(turn);
}

/// The facts about nerve disease, for who fears it.
pub(super) fn nerve_disease(turn: &mut Turn<'_>) {
    if let Some(facts) = Subject::of(turn.catalog, Topic::MndWorry) {
        tell_with(turn, facts, &[], follows(turn));
    }
}

/// The same where what comes below is to be answered: nothing to tap, so that the eye goes there.
pub(super) fn nerve_disease_above(turn: &mut Turn<'_>) {
    let Some(facts) = Subject::of(turn.catalog, Topic::MndWorry) else {
        return;
    };
    let blocks = blocks(turn.catalog, facts, worries_before(turn, facts));
    turn.show(Screen {
        blocks,
        ..Screen::default()
    });
}

/// How often the facts about nerve disease were told before; one time more from now on.
fn worries_before(turn: &mut Turn<'_>, subject: Subject<'_>) -> u32 {
    let met = turn.session.worries_met;
    if is_worry(subject) {
        turn.session.worries_met = met.saturating_add(1);
    }
    met
}

fn tell_with(turn: &mut Turn<'_>, subject: Subject<'_>, others: &[Subject<'_>], goes_on: bool) {
    let name = subject.name();
    turn.session.unrated.retain(|other| *other != name);
    turn.session.unrated.push(name);
    let too_many = turn.session.unrated.len().saturating_sub(MOST_UNRATED);
    turn.session.unrated.drain(..too_many);
    let met = worries_before(turn, subject);
    let told = Told {
        others,
        rate: true,
        goes_on,
        met,
    };
    let screen = screen(turn, subject, &told);
    turn.show(screen);
}

fn is_worry(subject: Subject<'_>) -> bool {
    subject.entry.topic == Topic::MndWorry && subject.answer.is_none()
}

/// The answer of that name was asked for by a button or a link; the list where there is none.
pub(super) fn named(turn: &mut Turn<'_>, name: &str) {
    match Subject::named(turn.catalog, name) {
        Some(subject) => tell(turn, subject),
        None if name == CRISIS => crisis::heard(turn, Choices::EMPTY, false),
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
    let unrated = &mut turn.session.unrated;
    if let Some(at) = unrated.iter().position(|other| other == name) {
        unrated.remove(at);
        turn.effect(Effect::Count(subject.name(), helped));
    }
    turn.toast(keys::ANSWER_THANKS);
    let told = Told {
        others: &[],
        rate: false,
        goes_on: false,
        met: turn.session.worries_met.saturating_sub(1),
    };
    let answered = screen(turn, subject, &told);
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
    let before = turn.puzzled();
    let waits = matches!(turn.session.scene, Scene::Understood | Scene::Welcome);
    if waits && turn.session.understood.is_some() && !turn.said_before(keys::HINT_UNDERSTOOD) {
        return understood::again(turn, Some(keys::HINT_UNDERSTOOD));
    }
    let key = match before % 3 {
        0 => keys::UNKNOWN,
        1 => keys::UNKNOWN_AGAIN,
        _ => keys::UNKNOWN_ONCE_MORE,
    };
    let nearest = filled(nearest);
    let mut screen = with_topics(turn, Screen::say(Text::new(key)), &nearest);
    if !waits {
        screen = screen.row(pages::last_result(turn));
    }
    turn.say(screen);
}

/// The same in the middle of a check, where it was no answer either.
pub(super) fn no_answer(turn: &mut Turn<'_>, nearest: &[Topic]) {
    let screen = Screen::say(Text::new(keys::UNKNOWN_IN_CHECK));
    let screen = with_topics(turn, screen, &filled(nearest));
    turn.say(screen);
}

/// As many topics as are offered: what most people ask for, where fewer are near.
fn filled(nearest: &[Topic]) -> Vec<Topic> {
    let mut topics = nearest.to_vec();
    topics.extend(FIRST.iter().filter(|topic| !nearest.contains(topic)));
    topics.truncate(NEAREST);
    topics
}

/// The questions within a topic, all of them.
pub(super) fn questions(turn: &mut Turn<'_>, name: &str) {
    let Some(subject) = Subject::named(turn.catalog, name) else {
        return list(turn, 0);
    };
    let general = Subject {
        answer: None,
        ..subject
    };
    let mut screen = Screen::default()
        .block(Block::Heading(general.title()))
        .block(Block::Para(Text::new(keys::ASK_QUESTIONS)));
    let all: Vec<_> = general.questions().map(to).collect();
    for row in all.chunks(2) {
        screen = screen.row(row.to_vec());
    }
    let topics = Button::new(keys::BUTTON_TOPICS, Choice::Topics(0));
    let screen = screen
        .row(vec![to(general), topics])
        .row(emergency::way_on(turn));
    turn.show(screen);
}

/// Topics to tap, the list of all of them, and the way back.
fn with_topics(turn: &Turn<'_>, screen: Screen, topics: &[Topic]) -> Screen {
    let buttons = topics.iter().take(NEAREST);
    let mut buttons: Vec<_> = buttons
        .filter_map(|topic| button(turn.catalog, *topic))
        .collect();
    buttons.push(Button::new(keys::BUTTON_TOPICS, Choice::Topics(0)));
    let mut screen = screen;
    for row in buttons.chunks(2) {
        screen = screen.row(row.to_vec());
    }
    screen.row(home::begin(turn))
}

fn button(catalog: &Catalog, topic: Topic) -> Option<Button> {
    Subject::of(catalog, topic).map(to)
}

fn to(subject: Subject<'_>) -> Button {
    Button::labelled(subject.title(), Choice::Answer(subject.name()))
}

/// How an answer is told.
struct Told<'t> {
    /// What else was asked for.
    others: &'t [Subject<'t>],
    /// It is asked whether this was the answer.
    rate: bool,
    /// What was on the screen, or something to answer, stands below.
    goes_on: bool,
    /// How often the facts about nerve disease were told before.
    met: u32,
}

fn blocks(catalog: &Catalog, subject: Subject<'_>, met: u32) -> Vec<Block> {
    if is_worry(subject) && met > 0 {
        // The facts once, calmly; asked again, no loop of reassurance.
        return vec![Block::Para(Text::new(keys::WORRY_AGAIN))];
    }
    subject.blocks(catalog)
}

fn screen(turn: &Turn<'_>, subject: Subject<'_>, told: &Told<'_>) -> Screen {
    let catalog = turn.catalog;
    let mut screen = Screen {
        blocks: blocks(catalog, subject, told.met),
        ..Screen::default()
    };
    let mut next: Vec<_> = subject.questions().take(QUESTIONS).map(to).collect();
    // By the topic's title: that of a question within it does not say what it is about.
    let others = told.others.iter().filter_map(|other| {
        let title = Subject::of(catalog, other.entry.topic)?.title();
        let elsewhere = other.entry.topic != subject.entry.topic;
        elsewhere.then(|| Button::labelled(title, Choice::Answer(other.name())))
    });
    let related = subject.related().iter().take(RELATED);
    let related = related.filter_map(|topic| button(catalog, *topic));
    for button in others.chain(related) {
        if !next.iter().any(|other| other.label == button.label) {
            next.push(button);
        }
    }
    if subject.questions().nth(QUESTIONS).is_some() {
        let all = Choice::Questions(subject.entry.topic.name().to_owned());
        next.push(Button::new(keys::BUTTON_MORE_QUESTIONS, all));
    }
    for row in next.chunks(2) {
        screen = screen.row(row.to_vec());
    }
    let under_way = turn.session.check.is_some();
    if (subject.entry.check || under_way) && !told.goes_on {
        screen = screen.row(emergency::way_on(turn));
    }
    let name = subject.name();
    if told.rate {
        screen = screen
            .block(Block::Small(Text::new(keys::ANSWER_HELPED)))
            .row(vec![
                Button::new(keys::BUTTON_HELPED_YES, Choice::Helped(name.clone(), true)),
                Button::new(keys::BUTTON_HELPED_NO, Choice::Helped(name.clone(), false)),
            ]);
    }
    screen = screen.row(vec![
        Button {
            label: Text::new(keys::BUTTON_SHARE),
            ticked: None,
            action: Action::Share(name),
        },
        Button::new(keys::BUTTON_EMERGENCY, Choice::Emergency),
    ]);
    if is_worry(subject) {
        screen = screen.row(pages::last_result(turn));
    }
    screen
}

/// Whether what was on the screen stands again below the answer. A button's answer takes its place, with
/// a way back.
fn follows(turn: &Turn<'_>) -> bool {
    if turn.pressed {
        return false;
    }
    match &turn.session.scene {
        Scene::Question(_) | Scene::Review => turn.session.check.is_some(),
        Scene::Understood | Scene::Welcome => turn.session.understood.is_some(),
        Scene::Remind(doing) => !matches!(doing, Doing::List),
        Scene::Home | Scene::Outcome | Scene::Unfinished | Scene::Forget => false,
    }
}

/// In the middle of a check, or of setting a reminder, what was on the screen stands again below the
/// answer.
pub(super) fn question_again(turn: &mut Turn<'_>) {
    if !follows(turn) {
        return;
    }
    let in_check = turn.session.check.is_some();
    match turn.session.scene.clone() {
        Scene::Remind(doing) => remind::once_more(turn, &doing),
        Scene::Question(_) | Scene::Review if turn.returned && in_check => home::unfinished(turn),
        Scene::Question(place) => question::again(turn, &place, None),
        Scene::Review => review::show(turn, None),
        Scene::Understood | Scene::Welcome => understood::again(turn, None),
        Scene::Home | Scene::Outcome | Scene::Unfinished | Scene::Forget => {}
    }
}
