//! Words about times and reminders: `en/lexicon-times.toml`.

use std::collections::BTreeMap;

use jiff::civil::Time;
use serde::Deserialize;
use toml::Spanned;

use crate::{
    language::{index_times, normalise},
    model::times::{Half, PartOfDay, Role, Sense, Times},
};

use super::{about::LANGUAGE, files::Files, problem::Findings, reader::Reader};

type Table<T> = BTreeMap<Spanned<String>, T>;
type Phrases = Vec<Spanned<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTimes {
    roles: Spanned<Table<Phrases>>,
    numbers: Table<u16>,
    ordinals: Table<u16>,
    endings: Table<u16>,
    minutes: Table<u16>,
    days: Table<u16>,
    months: Table<u16>,
    weekdays: Table<u16>,
    weekdays_short: Table<u16>,
    weekdays_each: Table<u16>,
    sets: Table<Vec<u8>>,
    sets_each: Table<Vec<u8>>,
    month_names: Table<u16>,
    ahead: Table<u16>,
    often: Table<u16>,
    part: Vec<RawPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPart {
    names: Phrases,
    time: Spanned<String>,
    half: Option<Spanned<String>>,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    today: bool,
    #[serde(default)]
    each: bool,
}

/// Reads them; every phrase once for each thing that it stands for.
pub(super) fn read(files: &Files, findings: &mut Findings) -> Times {
    let path = format!("{LANGUAGE}/lexicon-times.toml");
    let Some(mut reader) = Reader::open(files, &path, findings) else {
        return Times::default();
    };
    let Some(raw) = reader.whole::<RawTimes>() else {
        return Times::default();
    };
    let mut taking = Taking {
        reader,
        senses: Vec::new(),
    };
    taking.roles(&raw.roles);
    taking.counts(&raw.numbers, 1..=999, |n| Some(Sense::Number(n)));
    taking.counts(&raw.ordinals, 1..=31, |n| {
        Some(Sense::Ordinal(u8::try_from(n).ok()?))
    });
    taking.counts(&raw.endings, 1..=4, |_| Some(Sense::OrdinalEnding));
    taking.counts(&raw.minutes, 1..=720, |n| Some(Sense::Minutes(n)));
    taking.counts(&raw.days, 1..=31, |n| Some(Sense::Days(n)));
    taking.counts(&raw.months, 1..=12, |n| Some(Sense::Months(n)));
    for (table, sure, each) in [
        (&raw.weekdays, true, false),
        (&raw.weekdays_short, false, false),
        (&raw.weekdays_each, true, true),
    ] {
        taking.counts(table, 1..=7, |n| {
            let day = u8::try_from(n.checked_sub(1)?).ok()?;
            Some(Sense::Weekday { day, sure, each })
        });
    }
    taking.sets(&raw.sets, false);
    taking.sets(&raw.sets_each, true);
    taking.counts(&raw.month_names, 1..=12, |n| {
        Some(Sense::Month(u8::try_from(n).ok()?))
    });
    taking.counts(&raw.ahead, 0..=31, |n| Some(Sense::Ahead(n)));
    taking.counts(&raw.often, 1..=366, |n| Some(Sense::Often(n)));
    for part in &raw.part {
        taking.part(part);
    }
    index_times(taking.senses)
}

struct Taking<'f, 'n> {
    reader: Reader<'f, 'n>,
    senses: Vec<(String, Sense)>,
}

impl Taking<'_, '_> {
    fn take(&mut self, phrase: &Spanned<String>, sense: Sense) {
        let text = normalise(phrase.get_ref());
        let known = |(other, its): &(String, Sense)| *other == text && *its == sense;
        if text.is_empty() && phrase.get_ref() != "@" {
            let message = format!("`{}` has no word", phrase.get_ref());
            self.reader.problem(&phrase.span(), message);
        } else if self.senses.iter().any(known) {
            let message = format!("`{text}` twice for one thing");
            self.reader.problem(&phrase.span(), message);
        } else {
            self.senses.push((text, sense));
        }
    }

    fn roles(&mut self, raw: &Spanned<Table<Phrases>>) {
        for (name, phrases) in raw.get_ref() {
            match Role::ALL.iter().find(|(_, known)| known == name.get_ref()) {
                Some((role, _)) => {
                    for phrase in phrases {
                        self.take(phrase, Sense::Role(*role));
                    }
                }
                None => self
                    .reader
                    .unknown("role", name, Role::ALL.map(|(_, known)| known)),
            }
        }
        for (_, name) in Role::ALL {
            let known = |key: &Spanned<String>| key.get_ref() == name;
            if !raw.get_ref().keys().any(known) {
                let message = format!("no words for the role `{name}`");
                self.reader.problem(&raw.span(), message);
            }
        }
    }

    fn counts(
        &mut self,
        table: &Table<u16>,
        allowed: std::ops::RangeInclusive<u16>,
        sense: impl Fn(u16) -> Option<Sense>,
    ) {
        for (phrase, number) in table {
            match sense(*number).filter(|_| allowed.contains(number)) {
                Some(sense) => self.take(phrase, sense),
                None => self.reader.problem(
                    &phrase.span(),
                    format!("{number} is not within {allowed:?}"),
                ),
            }
        }
    }

    fn sets(&mut self, table: &Table<Vec<u8>>, each: bool) {
        for (phrase, numbers) in table {
            let mut days = [false; 7];
            for number in numbers {
                let at = usize::from(*number).checked_sub(1);
                match at.and_then(|at| days.get_mut(at)) {
                    Some(day) => *day = true,
                    None => self.reader.problem(
                        &phrase.span(),
                        format!("{number} is no day of the week: 1 to 7"),
                    ),
                }
            }
            self.take(phrase, Sense::Set { days, each });
        }
    }

    fn part(&mut self, raw: &RawPart) {
        let half = raw.half.as_ref().and_then(|name| {
            let half = Half::ALL.iter().find(|(_, known)| known == name.get_ref());
            if half.is_none() {
                self.reader
                    .unknown("half of the day", name, Half::ALL.map(|(_, known)| known));
            }
            half.map(|(half, _)| *half)
        });
        let Ok(time) = raw.time.get_ref().parse::<Time>() else {
            let message = format!("`{}` is no time of day: 09:00", raw.time.get_ref());
            return self.reader.problem(&raw.time.span(), message);
        };
        let part = PartOfDay {
            time,
            half,
            alone: raw.alone,
            today: raw.today,
            each: raw.each,
        };
        for name in &raw.names {
            self.take(name, Sense::Part(part));
        }
    }
}
