//! The outcome, page by page: a short first message, the rest behind buttons.

use crate::{
    model::{Catalog, Context, CountryCode, Field, Level, Location, Symptom, Text, Topic, keys},
    triage::Outcome,
};

use super::{
    emergency,
    event::{Choice, Page},
    flow, home, lines, remind, review,
    screen::{Block, Button, Screen},
    session::Finished,
    subject::Subject,
    turn::Turn,
};

/// Pieces of advice in the first message.
const FIRST_ADVICE: usize = 3;
/// Pieces of first aid that stand open at an emergency; more are folded away.
const OPEN_FIRST_AID: usize = 2;
/// Characters that one page may hold, well under Telegram's 4096.
const PAGE_CHARACTERS: usize = 1_600;

/// Shows a page of the last outcome.
pub(super) fn show(turn: &mut Turn<'_>, page: Page, number: u8) {
    let catalog = turn.catalog;
    let Some((finished, outcome)) = turn.outcome() else {
        return home::show(turn);
    };
    let screen = match page {
        Page::Main => main(turn, finished, &outcome),
        Page::Why => paged(
            catalog,
            page,
            number,
            keys::PAGE_WHY,
            lines::reasons(&outcome),
        ),
        Page::FirstAid => paged(
            catalog,
            page,
            number,
            keys::PAGE_FIRST_AID,
            lines::first_aid(&outcome),
        ),
        Page::Advice => paged(
            catalog,
            page,
            number,
            keys::PAGE_ADVICE,
            lines::all_advice(&outcome),
        ),
        Page::Doctor => doctor(catalog, finished),
        Page::Sources => paged(
            catalog,
            page,
            number,
            keys::PAGE_SOURCES,
            lines::sources(&outcome),
        ),
        Page::Worry => worry(catalog, turn.session.worries_met).row(vec![to_result()]),
    };
    if page == Page::Worry {
        turn.session.worries_met = turn.session.worries_met.saturating_add(1);
    }
    turn.show(screen);
}

/// The whole message of an outcome with everything unfolded, as `assess` prints it.
pub fn whole(catalog: &Catalog, outcome: &Outcome<'_>) -> Vec<Block> {
    let mut blocks = opening(catalog, outcome, None);
    let first_aid = lines::first_aid(outcome);
    blocks.extend(first_aid.into_iter().map(Block::Para));
    if outcome.level == Level::Emergency {
        blocks.extend(lines::reason_line(outcome));
    } else {
        blocks.extend(lines::missing(outcome));
        blocks.extend(lines::titled(keys::PAGE_WHY, lines::reasons(outcome)));
        blocks.push(Block::Heading(Text::new(keys::PAGE_ADVICE)));
        blocks.extend(lines::all_advice(outcome).into_iter().map(Block::Para));
        blocks.extend(lines::titled(keys::PAGE_WATCH, lines::watch(outcome)));
        if outcome.level >= Level::SeeDoctor {
            blocks.extend(lines::visit(catalog));
        }
        blocks.extend(lines::follow_up(outcome));
        blocks.extend(lines::titled(keys::PAGE_SOURCES, lines::sources(outcome)));
    }
    blocks.push(lines::foot());
    blocks
}

/// The first page of the last outcome, under what a follow-up has changed.
pub(super) fn show_changed(turn: &mut Turn<'_>, changed: Vec<Block>) {
    let Some((finished, outcome)) = turn.outcome() else {
        return home::show(turn);
    };
    let mut screen = main(turn, finished, &outcome);
    // What to do at an emergency comes before everything else.
    let at = match outcome.level {
        Level::Emergency => screen.blocks.len().saturating_sub(1),
        Level::Urgent | Level::SeeDoctor | Level::SelfCare => 0,
    };
    screen.blocks.splice(at..at, changed);
    turn.show(screen);
}

fn main(turn: &Turn<'_>, finished: &Finished, outcome: &Outcome<'_>) -> Screen {
    let country = turn.session.country.as_ref();
    let mut screen = Screen {
        blocks: opening(turn.catalog, outcome, country.map(CountryCode::as_str)),
        ..Screen::default()
    };
    if outcome.level == Level::Emergency {
        let (open, folded) = outcome
            .first_aid
            .split_at(outcome.first_aid.len().min(OPEN_FIRST_AID));
        screen
            .blocks
            .extend(open.iter().map(|aid| Block::Para(lines::aid_text(aid))));
        screen.blocks.extend(lines::reason_line(outcome));
        screen.blocks.push(lines::foot());
        return emergency_buttons(screen, country.is_none(), !folded.is_empty(), finished);
    }
    screen.blocks.extend(
        outcome
            .first_aid
            .iter()
            .take(OPEN_FIRST_AID)
            .map(|aid| Block::Para(lines::aid_text(aid))),
    );
    screen.blocks.extend(lines::missing(outcome));
    let top = outcome.advice.iter().take(FIRST_ADVICE);
    let top: Vec<_> = top
        .map(|advice| Text::new(format!("advice-{}.short", advice.id)))
        .collect();
    if !top.is_empty() {
        screen
            .blocks
            .push(Block::Heading(Text::new(keys::TOP_ADVICE)));
        screen.blocks.push(Block::Bullets(top));
    }
    screen.blocks.push(Block::Fold(
        Text::new(keys::PAGE_WATCH),
        lines::watch(outcome),
    ));
    let (offer, rows) = remind::offer(turn, outcome);
    screen.blocks.extend(offer.map(Block::Para));
    screen.blocks.push(lines::foot());
    for row in rows {
        screen = screen.row(row);
    }
    let button = |key, page| Button::new(key, Choice::Page(page, 0));
    let mut screen = screen.row(vec![
        button(keys::BUTTON_ADVICE, Page::Advice),
        button(keys::BUTTON_WHY_RESULT, Page::Why),
    ]);
    if outcome.first_aid.len() > OPEN_FIRST_AID {
        screen = screen.row(vec![button(keys::BUTTON_ALL_FIRST_AID, Page::FirstAid)]);
    }
    if outcome.level >= Level::SeeDoctor {
        screen = screen.row(vec![button(keys::BUTTON_DOCTOR, Page::Doctor)]);
    }
    let mut last = vec![button(keys::BUTTON_SOURCES, Page::Sources)];
    if outcome.level <= Level::SeeDoctor {
        last.push(Button::new(keys::BUTTON_HABITS, remind::HABITS));
    }
    screen = screen.row(last);
    if may_worry(finished, outcome) {
        screen = screen.row(vec![button(keys::BUTTON_WORRY, Page::Worry)]);
    }
    screen.row(vec![Button::new(
        keys::BUTTON_CHANGE_ANSWERS,
        Choice::ChangeAnswers,
    )])
}

/// The facts about nerve disease comfort only where no answer points to it.
fn may_worry(finished: &Finished, outcome: &Outcome<'_>) -> bool {
    let answers = &finished.answers;
    let signs = [
        Symptom::Weakness,
        Symptom::WeaknessGettingWorse,
        Symptom::MuscleWasting,
        Symptom::SpeechChanges,
        Symptom::SwallowingChanges,
        Symptom::BreathlessLyingDown,
    ];
    outcome.level <= Level::SeeDoctor
        && answers.answered(Field::Symptoms)
        && !signs.into_iter().any(|sign| answers.has(sign))
        && !answers.has(Location::Tongue)
        && !answers.has(Context::KnownNeurological)
}

fn emergency_buttons(
    screen: Screen,
    ask_country: bool,
    more_aid: bool,
    finished: &Finished,
) -> Screen {
    let button = |key, page| Button::new(key, Choice::Page(page, 0));
    let mut screen = screen;
    if ask_country {
        let ask = Choice::Countries(super::event::Origin::Emergency, 0);
        screen = screen.row(vec![Button::new(keys::BUTTON_COUNTRY, ask)]);
    }
    if more_aid {
        screen = screen.row(vec![button(keys::BUTTON_ALL_FIRST_AID, Page::FirstAid)]);
    }
    screen = screen.row(vec![
        button(keys::BUTTON_WHY_RESULT, Page::Why),
        button(keys::BUTTON_SOURCES, Page::Sources),
    ]);
    let by_sign = finished.answers.answered(Field::DangerSigns)
        && !finished.answers.has(crate::model::DangerSign::None);
    let (key, choice) = if by_sign {
        (keys::BUTTON_MISTAKE, Choice::Mistake)
    } else {
        (keys::BUTTON_CHANGE_ANSWERS, Choice::ChangeAnswers)
    };
    screen.row(vec![Button::new(key, choice)])
}

/// The level in one sentence that can be acted on, and what to do.
fn opening(catalog: &Catalog, outcome: &Outcome<'_>, country: Option<&str>) -> Vec<Block> {
    match outcome.level {
        Level::Emergency => vec![
            Block::Heading(Text::new(keys::EMERGENCY_TITLE)),
            Block::Heading(emergency::call(catalog, country)),
            Block::Para(Text::new(keys::EMERGENCY_TRANSPORT)),
        ],
        Level::Urgent => said(keys::LEVEL_URGENT, keys::DO_URGENT),
        Level::SeeDoctor => said(keys::LEVEL_SEE_DOCTOR, keys::DO_SEE_DOCTOR),
        Level::SelfCare => said(keys::LEVEL_SELF_CARE, keys::DO_SELF_CARE),
    }
}

fn said(level: &'static str, what_to_do: &'static str) -> Vec<Block> {
    vec![
        Block::Heading(Text::new(level)),
        Block::Para(Text::new(what_to_do)),
    ]
}

fn doctor(catalog: &Catalog, finished: &Finished) -> Screen {
    let answers = &finished.answers;
    let pairs: Vec<_> = flow::applicable(catalog, answers)
        .filter(|node| answers.answered(node.field))
        .map(|node| (review::label(node.field), review::said(answers, node.field)))
        .collect();
    let mut blocks = vec![Block::Heading(Text::new(keys::PAGE_DOCTOR))];
    if !pairs.is_empty() {
        blocks.push(Block::Para(Text::new(keys::DOCTOR_SUMMARY)));
        blocks.push(Block::Pairs(pairs));
    }
    blocks.extend(lines::visit(catalog));
    Screen {
        blocks,
        ..Screen::default()
    }
    .row(vec![to_result()])
}

/// The facts once, calmly; asked again, no loop of reassurance.
fn worry(catalog: &Catalog, met: u32) -> Screen {
    match Subject::of(catalog, Topic::MndWorry) {
        Some(facts) if met == 0 => Screen {
            blocks: facts.blocks(catalog),
            ..Screen::default()
        },
        Some(_) | None => Screen::say(Text::new(keys::WORRY_AGAIN)),
    }
}

/// Back to the last outcome, where there is one and no check is under way.
pub(super) fn last_result(turn: &Turn<'_>) -> Vec<Button> {
    let in_reach = turn.session.result.is_some() && turn.session.check.is_none();
    in_reach.then(to_result).into_iter().collect()
}

pub(super) fn to_result() -> Button {
    Button::new(keys::BUTTON_TO_RESULT, Choice::Page(Page::Main, 0))
}

/// Lines on as many pages as they need, with buttons to turn them.
fn paged(
    catalog: &Catalog,
    page: Page,
    number: u8,
    title: &'static str,
    lines: Vec<Text>,
) -> Screen {
    let mut pages: Vec<Vec<Text>> = vec![Vec::new()];
    let mut used = 0;
    for line in lines {
        let length = catalog.words.say(&line).chars().count() + 3;
        if used + length > PAGE_CHARACTERS && used > 0 {
            pages.push(Vec::new());
            used = 0;
        }
        used += length;
        if let Some(page) = pages.last_mut() {
            page.push(line);
        }
    }
    let number = usize::from(number).min(pages.len() - 1);
    let total = pages.len();
    let shown = pages.swap_remove(number);
    let block = if matches!(page, Page::Advice | Page::FirstAid) {
        shown.into_iter().map(Block::Para).collect()
    } else {
        vec![Block::Bullets(shown)]
    };
    let mut screen = Screen::default().block(Block::Heading(Text::new(title)));
    screen.blocks.extend(block);
    let turn = |to: usize, key| {
        u8::try_from(to)
            .ok()
            .map(|to| Button::new(key, Choice::Page(page, to)))
    };
    let back = number
        .checked_sub(1)
        .and_then(|to| turn(to, keys::BUTTON_PREVIOUS));
    let on = (number + 1 < total)
        .then(|| turn(number + 1, keys::BUTTON_MORE))
        .flatten();
    screen
        .row(back.into_iter().chain(on).collect())
        .row(vec![to_result()])
}
