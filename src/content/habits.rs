//! Small daily nudges.

use std::collections::BTreeMap;

use jiff::civil::{Time, Weekday};
use serde::{
    Deserialize, Deserializer,
    de::{Error, SeqAccess, Visitor, value::SeqAccessDeserializer},
};
use toml::Spanned;

use crate::model::{Field, Habit, PieceId};

use super::{draft::Row, files::Files, problem::Findings, reader::Reader};

type Names = Vec<Spanned<String>>;
type Answers = BTreeMap<Spanned<String>, Names>;

const WEEK: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];
const EVERY_DAY: &str = "all";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHabit {
    id: Spanned<String>,
    fits: Spanned<Answers>,
    #[serde(default)]
    not_for: Answers,
    days: Spanned<RawDays>,
    times: Spanned<Names>,
    window: Spanned<[Spanned<String>; 2]>,
    #[serde(default)]
    sources: Names,
    #[serde(default)]
    ideas: Names,
}

/// "all", or some days.
enum RawDays {
    Word(String),
    Days(Names),
}

impl<'de> Deserialize<'de> for RawDays {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawDaysVisitor)
    }
}

struct RawDaysVisitor;

impl<'de> Visitor<'de> for RawDaysVisitor {
    type Value = RawDays;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("\"all\" or a list of days")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<RawDays, E> {
        Ok(RawDays::Word(word.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<RawDays, A::Error> {
        Deserialize::deserialize(SeqAccessDeserializer::new(seq)).map(RawDays::Days)
    }
}

/// Reads the habits, in their order.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Vec<Row<Habit>> {
    let Some(mut reader) = Reader::open(files, "habits.toml", findings) else {
        return Vec::new();
    };
    let rows = reader.rows::<RawHabit>("habit");
    let habits = rows
        .iter()
        .filter_map(|raw| habit(&mut reader, raw))
        .collect();
    reader.close(&["habit"]);
    habits
}

fn habit(reader: &mut Reader<'_, '_>, raw: &RawHabit) -> Option<Row<Habit>> {
    let at = reader.id(&raw.id);
    let fits = answers(reader, raw.fits.get_ref());
    if raw.fits.get_ref().values().all(Vec::is_empty) {
        reader.problem(&raw.fits.span(), "no answer brings the habit up");
    }
    let not_for = answers(reader, &raw.not_for);
    if fits.iter().any(|answer| not_for.contains(answer)) {
        reader.problem(&raw.fits.span(), "an answer both fits and rules out");
    }
    let days = days(reader, &raw.days);
    let (times, window) = times(reader, raw);
    // Read before a row without its times is lost, so that their problems are told too.
    let (sources, ideas) = (reader.cite(&raw.sources), ideas(reader, &raw.ideas));
    let (from, to) = window?;
    let item = Habit {
        id: PieceId::from(raw.id.get_ref().as_str()),
        fits,
        not_for,
        days,
        times,
        from,
        to,
        sources,
        ideas,
    };
    Some(Row { at, item })
}

fn answers(reader: &mut Reader<'_, '_>, raw: &Answers) -> Vec<(Field, u8)> {
    let mut answers = Vec::new();
    for (name, values) in raw {
        if let Some(field) = reader.field(name) {
            let values = reader.values(field, values);
            answers.extend(values.into_iter().map(|value| (field, value)));
        }
    }
    answers
}

fn days(reader: &mut Reader<'_, '_>, raw: &Spanned<RawDays>) -> Vec<Weekday> {
    let names = match raw.get_ref() {
        RawDays::Word(word) if word == EVERY_DAY => return WEEK.map(|(_, day)| day).to_vec(),
        RawDays::Word(word) => {
            let word = Spanned::new(raw.span(), word.clone());
            reader.unknown("days", &word, [EVERY_DAY]);
            return Vec::new();
        }
        RawDays::Days(names) => names,
    };
    if names.is_empty() {
        reader.problem(&raw.span(), "it never comes");
    }
    let mut chosen = [false; WEEK.len()];
    for name in names {
        match WEEK.iter().position(|(known, _)| known == name.get_ref()) {
            Some(place) if chosen[place] => {
                reader.problem(&name.span(), format!("`{}` twice", name.get_ref()));
            }
            Some(place) => chosen[place] = true,
            None => reader.unknown("day", name, WEEK.map(|(known, _)| known)),
        }
    }
    let week = WEEK.iter().zip(chosen).filter(|(_, chosen)| *chosen);
    week.map(|((_, day), _)| *day).collect()
}

/// The times, and the window that holds them all.
fn times(reader: &mut Reader<'_, '_>, raw: &RawHabit) -> (Vec<Time>, Option<(Time, Time)>) {
    let [from, to] = raw.window.get_ref();
    // Both are read, so that the problems of both are told.
    let (from, to) = (time(reader, from), time(reader, to));
    let window = from.zip(to);
    if let Some((from, to)) = window
        && from == to
    {
        reader.problem(&raw.window.span(), "the window begins where it ends");
    }
    if raw.times.get_ref().is_empty() {
        reader.problem(&raw.times.span(), "no time is offered");
    }
    let mut times = Vec::with_capacity(raw.times.get_ref().len());
    for text in raw.times.get_ref() {
        let Some(time) = time(reader, text) else {
            continue;
        };
        if times.contains(&time) {
            reader.problem(&text.span(), format!("`{}` twice", text.get_ref()));
        } else if window.is_some_and(|window| !within(window, time)) {
            let message = format!("`{}` is outside the window", text.get_ref());
            reader.problem(&text.span(), message);
        }
        times.push(time);
    }
    (times, window)
}

fn time(reader: &mut Reader<'_, '_>, text: &Spanned<String>) -> Option<Time> {
    let time = text.get_ref().parse().ok();
    // Other notations, such as "9:00" and "T09", would be read differently elsewhere.
    let time = time.filter(|time: &Time| time.strftime("%H:%M").to_string() == *text.get_ref());
    if time.is_none() {
        let message = format!("`{}` is no time such as `09:30`", text.get_ref());
        reader.lose(&text.span(), message);
    }
    time
}

/// Whether a time lies in a window, which may go past midnight.
fn within((from, to): (Time, Time), time: Time) -> bool {
    if from < to {
        from <= time && time < to
    } else {
        from <= time || time < to
    }
}

fn ideas(reader: &mut Reader<'_, '_>, names: &Names) -> Vec<PieceId> {
    let mut ideas: Vec<PieceId> = Vec::with_capacity(names.len());
    for name in names {
        reader.id(name);
        let idea = PieceId::from(name.get_ref().as_str());
        if ideas.contains(&idea) {
            reader.problem(&name.span(), format!("idea `{idea}` twice"));
        } else {
            ideas.push(idea);
        }
    }
    ideas
}
