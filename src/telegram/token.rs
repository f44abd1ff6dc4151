//! What a button carries: the session's revision and the choice, in at most 64 bytes.
//!
//! `REVISION:CODE[ARGUMENT]`, the revision in base 36. Anything else is not ours.

use crate::{
    machine::{Choice, Origin, Page, Press, Remind},
    model::CountryCode,
};

/// The data of a button.
pub fn encode(revision: u32, choice: &Choice) -> String {
    let mut out = base36(revision);
    out.push(':');
    match choice {
        Choice::Agree => out.push_str("agree"),
        Choice::Check => out.push_str("check"),
        Choice::Resume => out.push_str("resume"),
        Choice::StartOver => out.push_str("over"),
        Choice::Pick(value) => tagged(&mut out, '=', value),
        Choice::Toggle(value, true) => tagged(&mut out, '+', value),
        Choice::Toggle(value, false) => tagged(&mut out, '-', value),
        Choice::Open => out.push_str("open"),
        Choice::None => out.push_str("none"),
        Choice::NotSure => out.push_str("unsure"),
        Choice::Done => out.push_str("done"),
        Choice::Back => out.push_str("back"),
        Choice::Why => out.push_str("why"),
        Choice::Question => out.push_str("question"),
        Choice::SignYes => out.push_str("yes"),
        Choice::SignNo => out.push_str("no"),
        Choice::SignUnsure => out.push_str("maybe"),
        Choice::Change(field) => tagged(&mut out, '~', field),
        Choice::Finish => out.push_str("finish"),
        Choice::Page(page, number) => {
            tagged(&mut out, '/', &format!("{}{number}", page_letter(*page)));
        }
        Choice::Mistake => out.push_str("mistake"),
        Choice::ChangeAnswers => out.push_str("answers"),
        Choice::Emergency => out.push_str("emergency"),
        Choice::FirstAidList => out.push_str("aids"),
        Choice::FirstAid(sign) => tagged(&mut out, '!', sign),
        Choice::Countries(origin, page) => {
            tagged(&mut out, '@', &format!("{}{page}", origin_letter(*origin)));
        }
        Choice::Country(origin, code) => {
            tagged(&mut out, '#', &format!("{}{code}", origin_letter(*origin)));
        }
        Choice::Answer(name) => tagged(&mut out, '?', name),
        Choice::Topics(page) => tagged(&mut out, '*', &page.to_string()),
        Choice::Questions(name) => tagged(&mut out, '^', name),
        Choice::Helped(name, true) => tagged(&mut out, '>', name),
        Choice::Helped(name, false) => tagged(&mut out, '<', name),
        Choice::Remind(choice) => tagged(&mut out, '%', &choice.name()),
        Choice::Understood => out.push_str("right"),
        Choice::NotQuite => out.push_str("notquite"),
        Choice::Help => out.push_str("help"),
        Choice::Settings => out.push_str("settings"),
        Choice::Privacy => out.push_str("privacy"),
        Choice::Export => out.push_str("export"),
        Choice::Forget => out.push_str("forget"),
        Choice::ForgetYes => out.push_str("erase"),
        Choice::ForgetNo => out.push_str("keep"),
    }
    out
}

/// A pressed button, from its data; without a choice where the data is not ours.
pub fn decode(data: &str) -> Press {
    let unreadable = Press {
        choice: None,
        revision: 0,
    };
    let Some((revision, code)) = data.split_once(':') else {
        return unreadable;
    };
    match (u32::from_str_radix(revision, 36), choice(code)) {
        (Ok(revision), Some(choice)) => Press {
            choice: Some(choice),
            revision,
        },
        _ => unreadable,
    }
}

fn choice(code: &str) -> Option<Choice> {
    Some(match code {
        "agree" => Choice::Agree,
        "check" => Choice::Check,
        "resume" => Choice::Resume,
        "over" => Choice::StartOver,
        "open" => Choice::Open,
        "none" => Choice::None,
        "unsure" => Choice::NotSure,
        "done" => Choice::Done,
        "back" => Choice::Back,
        "why" => Choice::Why,
        "question" => Choice::Question,
        "yes" => Choice::SignYes,
        "no" => Choice::SignNo,
        "maybe" => Choice::SignUnsure,
        "finish" => Choice::Finish,
        "mistake" => Choice::Mistake,
        "answers" => Choice::ChangeAnswers,
        "emergency" => Choice::Emergency,
        "aids" => Choice::FirstAidList,
        "right" => Choice::Understood,
        "notquite" => Choice::NotQuite,
        "help" => Choice::Help,
        "settings" => Choice::Settings,
        "privacy" => Choice::Privacy,
        "export" => Choice::Export,
        "forget" => Choice::Forget,
        "erase" => Choice::ForgetYes,
        "keep" => Choice::ForgetNo,
        tagged => return tagged_choice(tagged),
    })
}

fn tagged_choice(code: &str) -> Option<Choice> {
    let tag = code.chars().next()?;
    let argument = &code[tag.len_utf8()..];
    if argument.is_empty() || !argument.is_ascii() {
        return None;
    }
    let (letter, rest) = argument.split_at(1);
    Some(match tag {
        '=' => Choice::Pick(argument.to_owned()),
        '+' => Choice::Toggle(argument.to_owned(), true),
        '-' => Choice::Toggle(argument.to_owned(), false),
        '~' => Choice::Change(argument.to_owned()),
        '!' => Choice::FirstAid(argument.to_owned()),
        '?' => Choice::Answer(argument.to_owned()),
        '*' => Choice::Topics(argument.parse().ok()?),
        '^' => Choice::Questions(argument.to_owned()),
        '%' => Choice::Remind(Remind::named(argument)?),
        '>' => Choice::Helped(argument.to_owned(), true),
        '<' => Choice::Helped(argument.to_owned(), false),
        '/' => Choice::Page(page(letter)?, rest.parse().ok()?),
        '@' => Choice::Countries(origin(letter)?, rest.parse().ok()?),
        '#' => Choice::Country(origin(letter)?, CountryCode::from(rest)),
        _ => return None,
    })
}

fn tagged(out: &mut String, tag: char, argument: &str) {
    out.push(tag);
    out.push_str(argument);
}

const PAGES: [(Page, &str); 7] = [
    (Page::Main, "m"),
    (Page::Why, "y"),
    (Page::FirstAid, "f"),
    (Page::Advice, "a"),
    (Page::Doctor, "d"),
    (Page::Sources, "s"),
    (Page::Worry, "n"),
];

fn page_letter(page: Page) -> &'static str {
    PAGES
        .iter()
        .find(|(p, _)| *p == page)
        .map_or("m", |(_, letter)| letter)
}

fn page(letter: &str) -> Option<Page> {
    PAGES
        .iter()
        .find(|(_, l)| *l == letter)
        .map(|(page, _)| *page)
}

const fn origin_letter(origin: Origin) -> char {
    match origin {
        Origin::Emergency => 'e',
        Origin::Settings => 's',
        Origin::Crisis => 'c',
    }
}

fn origin(letter: &str) -> Option<Origin> {
    match letter {
        "e" => Some(Origin::Emergency),
        "s" => Some(Origin::Settings),
        "c" => Some(Origin::Crisis),
        _ => None,
    }
}

fn base36(mut number: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(number % 36, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}
