//! Spans of time in a message: "2-3 weeks", "since tuesday", "a year ago", "my 6 month old".

use jiff::civil::{Date, Weekday};

use crate::model::{AgeGroup, Band};

use super::words::{Word, Words};

const HOURS_A_DAY: f64 = 24.0;
const DAYS_A_YEAR: f64 = 365.0;
/// "Nearly a month" is a little less.
const NEARLY: f64 = 0.95;
/// "Over a fortnight" is a little more.
const A_LITTLE: f64 = 0.5;
/// How many words before a unit its count may begin.
const COUNT_REACH: usize = 5;

/// How a span is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// "For two weeks", or a bare "two weeks".
    For,
    /// "Since Tuesday".
    Since,
    /// "Two weeks ago", "yesterday".
    Ago,
    /// "Two years old".
    Age,
    /// "A day", "every week".
    Per,
    /// "Lasts two minutes", "20 weeks pregnant".
    Other,
}

/// A span of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Span {
    /// Its first word, and the first after its last.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) tense: Tense,
    pub(super) least_days: f64,
    pub(super) most_days: f64,
}

/// The classes that times are read by, as they stand among those needed.
struct Classed<'m> {
    words: &'m [Word],
}

const MORE: usize = 5;
const LESS: usize = 6;
const AGO: usize = 7;
const SINCE: usize = 8;
const LATELY: usize = 9;
const EACH: usize = 10;
const OLD: usize = 11;
const LASTS: usize = 12;
const NOT_TIME: usize = 13;
const AND_HALF: usize = 14;

impl Classed<'_> {
    fn is(&self, at: usize, class: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|word| word.needed & (1 << class) != 0)
    }

    fn before(&self, at: usize, reach: usize, class: usize) -> bool {
        (at.saturating_sub(reach)..at).any(|at| self.is(at, class))
    }

    /// In the same part of the sentence.
    fn after(&self, at: usize, reach: usize, class: usize) -> bool {
        let clause = |at: usize| self.words.get(at).map(|word| word.clause);
        let here = at.checked_sub(1).and_then(clause);
        (at..at + reach).any(|at| clause(at) == here && self.is(at, class))
    }

    /// Whether a part of a sentence begins there.
    fn begins(&self, at: usize) -> bool {
        let clause = |at: usize| self.words.get(at).map(|word| word.clause);
        at.checked_sub(1).and_then(clause) != clause(at)
    }

    /// The numbers right before a unit: where they begin, the least and the most.
    fn count(&self, unit: usize) -> Option<(usize, f64, f64)> {
        let sentence = self.words.get(unit)?.sentence;
        let mut found: Option<(usize, f64, f64)> = None;
        let mut half = 0.0;
        let mut empty = 0;
        for at in (unit.saturating_sub(COUNT_REACH)..unit).rev() {
            let word = self
                .words
                .get(at)
                .filter(|word| word.sentence == sentence)?;
            match word.number {
                Some(number) if number > 0.0 && number < 1.0 => {
                    half += number;
                    found =
                        Some(found.map_or((at, 0.0, 0.0), |(_, least, most)| (at, least, most)));
                }
                // "A couple of", "a few": the article counts nothing.
                Some(number) if !word.digits && (number - 1.0).abs() < f64::EPSILON => {
                    found = Some(match found {
                        Some((_, least, most)) if most > 0.0 || half > 0.0 => (at, least, most),
                        _ => (at, number, number),
                    });
                }
                Some(number) => {
                    found = Some(found.map_or((at, number, number), |(_, least, most)| {
                        let least = if least > 0.0 {
                            least.min(number)
                        } else {
                            number
                        };
                        (at, least, most.max(number))
                    }));
                }
                None if self.is(at, AND_HALF) => {
                    empty += 1;
                    if empty > 2 {
                        break;
                    }
                    continue;
                }
                None => break,
            }
            empty = 0;
        }
        found.map(|(at, least, most)| (at, least + half, most + half))
    }
}

/// Every span of time in the message.
pub(super) fn spans(words: &Words, today: Date) -> Vec<Span> {
    let all = Classed { words: &words.list };
    let mut spans = Vec::new();
    for at in 0..words.list.len() {
        let span = counted(&all, at)
            .or_else(|| named(&all, at, today))
            .or_else(|| year(&all, at, today))
            .or_else(|| age(&all, at));
        spans.extend(span);
    }
    spans
}

/// "Two weeks", "for weeks", "a day".
fn counted(all: &Classed<'_>, at: usize) -> Option<Span> {
    let word = all.words.get(at)?;
    let hours = word.unit?;
    let count = all.count(at);
    let bare = count.is_none();
    let (from, mut least, mut most) = match (count, word.vague) {
        (Some((from, least, most)), _) => (from, least * hours, most * hours),
        (None, Some(vague)) => (at, vague, vague),
        // "All week", "this past month".
        (None, None) => (at, hours, hours),
    };
    if all.is(at + 1, AND_HALF) && (at + 1..at + 4).any(|n| is_half(all.words.get(n))) {
        least += hours / 2.0;
        most += hours / 2.0;
    }
    if all.before(from, 2, MORE) {
        most += A_LITTLE * HOURS_A_DAY;
    } else if all.before(from, 2, LESS) {
        most *= NEARLY;
    }
    let one = all
        .words
        .get(from)
        .is_some_and(|w| !w.digits && w.number == Some(1.0));
    let tense = if all.after(at + 1, 2, OLD) {
        Tense::Age
    } else if all.after(at + 1, 2, NOT_TIME)
        || all.before(from, 2, LASTS)
        || (hours < 2.0 && (all.before(from, 3, NOT_TIME) || all.after(at + 1, 3, NOT_TIME)))
    {
        Tense::Other
    } else if all.after(at + 1, 1, AGO) {
        Tense::Ago
    } else if all.before(from, 1, EACH) || (bare && all.before(at, 2, EACH)) {
        Tense::Per
    } else if all.before(from, 1, SINCE) {
        Tense::Since
    } else if one
        && from + 1 == at
        && !all.before(from, 2, LATELY)
        && !all.before(from, 2, MORE)
        && !all.before(from, 2, LESS)
        && !all.after(at + 1, 1, LATELY)
    {
        // "Five coffees a day".
        if all.begins(from) {
            Tense::For
        } else {
            Tense::Per
        }
    } else if (bare && word.vague.is_none() && !all.before(at, 2, LATELY))
        || (hours < 1.0 && !all.before(from, 2, LATELY))
    {
        Tense::Other
    } else {
        Tense::For
    };
    Some(Span {
        from,
        to: at + 1,
        tense,
        least_days: least / HOURS_A_DAY,
        most_days: most / HOURS_A_DAY,
    })
}

fn is_half(word: Option<&Word>) -> bool {
    word.and_then(|word| word.number)
        .is_some_and(|number| number > 0.0 && number < 1.0)
}

/// "Since Tuesday", "yesterday", "last month", "in March".
fn named(all: &Classed<'_>, at: usize, today: Date) -> Option<Span> {
    let code = all.words.get(at)?.moment?;
    let since = all.before(at, 2, SINCE);
    let dated = since || all.before(at, 2, LATELY) || all.after(at + 1, 1, AGO);
    let days = if code >= 2000.0 {
        code - 2000.0
    } else if !dated {
        return None;
    } else if code <= 7.0 {
        // Counted back from today; "since Tuesday" on a Tuesday is a week.
        let back = f64::from(weekday(today)) - code;
        if back <= 0.0 { back + 7.0 } else { back }
    } else {
        days_since(today, code)?
    };
    let tense = if since { Tense::Since } else { Tense::Ago };
    let to = at + 1;
    Some(Span {
        from: at,
        to,
        tense,
        least_days: days,
        most_days: days,
    })
}

fn weekday(today: Date) -> i8 {
    match today.weekday() {
        Weekday::Monday => 1,
        Weekday::Tuesday => 2,
        Weekday::Wednesday => 3,
        Weekday::Thursday => 4,
        Weekday::Friday => 5,
        Weekday::Saturday => 6,
        Weekday::Sunday => 7,
    }
}

/// Days since the last day of that name: month times 100 and day, day 0 the whole month.
#[expect(clippy::cast_possible_truncation, reason = "a code is at most 1231")]
fn days_since(today: Date, code: f64) -> Option<f64> {
    let month = (code / 100.0) as i8;
    let day = ((code % 100.0) as i8).max(1);
    let this_year = Date::new(today.year(), month, day).ok()?;
    let past = if this_year > today {
        Date::new(today.year().checked_sub(1)?, month, day).ok()?
    } else {
        this_year
    };
    days_between(past, today)
}

fn days_between(from: Date, to: Date) -> Option<f64> {
    let days = to.since(from).ok()?.get_days();
    Some(f64::from(days))
}

/// "Since 2019".
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is checked first"
)]
fn year(all: &Classed<'_>, at: usize, today: Date) -> Option<Span> {
    let word = all.words.get(at)?;
    let number = word
        .number
        .filter(|n| word.digits && (1900.0..2200.0).contains(n))?;
    if all
        .words
        .get(at + 1)
        .is_some_and(|next| next.unit.is_some() || next.drink.is_some())
    {
        return None;
    }
    let since = all.before(at, 2, SINCE);
    if !since && !all.before(at, 2, LATELY) {
        return None;
    }
    let days = days_between(Date::new(number as i16, 12, 31).ok()?, today)?.max(0.0);
    let tense = if since { Tense::Since } else { Tense::Ago };
    let most = days + DAYS_A_YEAR;
    Some(Span {
        from: at,
        to: at + 1,
        tense,
        least_days: days,
        most_days: most,
    })
}

/// "I'm 34", "67 yo", "aged 70": a number without a unit.
fn age(all: &Classed<'_>, at: usize) -> Option<Span> {
    let word = all.words.get(at)?;
    let years = word
        .number
        .filter(|n| word.digits && (1.0..=115.0).contains(n) && n.fract() == 0.0)?;
    let next = all
        .words
        .get(at + 1)
        .filter(|next| next.sentence == word.sentence);
    if next.is_some_and(|n| n.unit.is_some() || n.drink.is_some() || n.number.is_some()) {
        return None;
    }
    let old = all.is(at + 1, OLD) || (all.is(at + 2, OLD) && !all.is(at + 1, AND_HALF));
    let told = at > 0 && all.is(at - 1, OLD);
    (old || told).then_some(Span {
        from: at,
        to: at + 1,
        tense: Tense::Age,
        least_days: years * DAYS_A_YEAR,
        most_days: years * DAYS_A_YEAR,
    })
}

/// Bands of the published format: day 14 is in `4_to_14_days`, day 28 in `2_to_4_weeks`,
/// day 90 in `1_to_3_months`. Three months count as 90 days.
pub(super) fn band(days: f64) -> Band {
    match days {
        d if d < 1.0 => Band::Under1Day,
        d if d < 4.0 => Band::Days1To3,
        d if d <= 14.0 => Band::Days4To14,
        d if d <= 28.0 => Band::Weeks2To4,
        d if d <= 90.0 => Band::Months1To3,
        _ => Band::Over3Months,
    }
}

/// Under 2 years a baby, 2 to 15 a child, 16 to 64 an adult. Months of 30 days: 24 are two years.
pub(super) fn age_group(days: f64) -> Option<AgeGroup> {
    match days {
        d if d < 720.0 => Some(AgeGroup::Baby),
        d if d < 16.0 * DAYS_A_YEAR => Some(AgeGroup::Child),
        d if d < 65.0 * DAYS_A_YEAR => Some(AgeGroup::Adult),
        d if d <= 130.0 * DAYS_A_YEAR => Some(AgeGroup::OlderAdult),
        _ => None,
    }
}
