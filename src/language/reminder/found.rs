//! Everything about a time that one message says, piece by piece.

use jiff::{
    SignedDuration, ToSpan as _,
    civil::{Date, DateTime},
};

use crate::model::times::{Half, Role, Sense};

use super::{
    End, Said, Unable,
    dates::{Day, day, weekday},
    phrases::Words,
    repeats::{Repeat, repeat},
    spans::{Span, Unit, amount, span, unit},
    times::{Clock, clock},
};

/// What a message says about a time.
#[derive(Clone, Default)]
pub(super) struct Found {
    clock: Option<Clock>,
    day: Option<Day>,
    /// The day of the week that was told beside a date.
    beside: Option<Day>,
    span: Option<SignedDuration>,
    repeat: Option<Repeat>,
    end: Option<Bound>,
    unable: Option<Unable>,
    half: Option<Half>,
    today: bool,
}

impl Found {
    /// Takes the piece at a place and gives where it ends; none where there is none, or it says again
    /// what is known. `bare`: an hour alone counts too, and "sat".
    pub(super) fn take(&mut self, words: &Words<'_>, at: usize, bare: bool) -> Option<usize> {
        self.bounds(words, at)
            .or_else(|| self.span(words, at))
            .or_else(|| self.repeat(words, at))
            .or_else(|| self.day(words, at, bare))
            .or_else(|| self.clock(words, at, bare))
            .or_else(|| words.role(at, Role::Vague))
    }

    /// "until friday", "for 2 weeks", "this week": how long something goes on, where anything in the
    /// message comes again.
    fn bounds(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let (bound, end) = bounds(words, at)?;
        let recurs = (0..words.len()).any(|at| repeat(words, at).is_some());
        if !recurs {
            return None;
        }
        if self.end.is_some() {
            self.unable = self.unable.or(Some(Unable::Bounds));
        }
        self.end = Some(bound);
        Some(end)
    }

    fn span(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        if self.span.is_some() || self.day.is_some() {
            return None;
        }
        let (found, end) = span(words, at)?;
        match found {
            Span::While(wait) => self.span = Some(wait),
            Span::Day(day) => self.day = Some(day),
        }
        Some(end)
    }

    fn repeat(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let (found, part, end) = repeat(words, at)?;
        self.repeat = Some(self.repeat.map_or(found, |known| known.with(found)));
        if let Some(part) = part
            && self.clock.is_none()
        {
            self.half = part.half;
            self.clock = Some(Clock::part(&part));
        }
        Some(end)
    }

    fn day(&mut self, words: &Words<'_>, at: usize, bare: bool) -> Option<usize> {
        // "sat" is a day where a time of day follows it.
        let timed = || weekday(words, at).is_some_and(|(_, end)| clock(words, end, true).is_some());
        let (found, end) = day(words, at, bare || timed())?;
        match &self.day {
            None => self.day = Some(found),
            Some(known) => {
                if let Some(both) = known.with(&found) {
                    self.day = Some(both);
                } else if known.is_dated() && matches!(found, Day::Weekday(_, 0)) {
                    self.beside = Some(found);
                } else if found.is_dated() && matches!(known, Day::Weekday(_, 0)) {
                    self.beside = self.day.replace(found);
                } else if at > 0 && words.role(at - 1, Role::And) == Some(at) {
                    self.unable = self.unable.or(Some(Unable::Often));
                } else {
                    return None;
                }
            }
        }
        // "tomorrow morning", "monday night"
        let part = words.sense(end, |sense| match sense {
            Sense::Part(part) => Some(*part),
            _ => None,
        });
        let Some((part, end)) = part else {
            return Some(end);
        };
        self.half = part.half;
        self.clock = self.clock.or(Some(Clock::part(&part)));
        Some(end)
    }

    fn clock(&mut self, words: &Words<'_>, at: usize, bare: bool) -> Option<usize> {
        if self.clock.is_some_and(|known| !known.is_part()) {
            return None;
        }
        let between = words.role(at, Role::Between);
        let (found, mut end) = clock(words, between.unwrap_or(at), bare || between.is_some())?;
        self.half = self.half.or(found.half());
        self.today |= words
            .sense(end.saturating_sub(1), |sense| match sense {
                Sense::Part(part) if part.today => Some(()),
                _ => None,
            })
            .is_some();
        self.clock = Some(found);
        if let Some((other, to)) = until_clock(words, end, between.is_some()) {
            self.clock = Some(found.to(other));
            end = to;
        } else if let Some(to) = another(words, end) {
            self.unable = self.unable.or(Some(Unable::Often));
            end = to;
        }
        Some(end)
    }

    /// What is asked for is one of the morning.
    pub(super) const fn in_the_morning(&mut self) {
        self.half = Some(Half::Morning);
    }

    /// Whether it says anything.
    pub(super) const fn is_empty(&self) -> bool {
        self.clock.is_none()
            && self.day.is_none()
            && self.span.is_none()
            && self.repeat.is_none()
            && self.end.is_none()
            && self.unable.is_none()
    }

    /// Whether it tells one day, and nothing that comes again.
    pub(super) const fn tells_a_day(&self) -> bool {
        self.day.is_some() && self.repeat.is_none() && self.unable.is_none()
    }

    /// All of it together. `now`: what the person's clock shows.
    pub(super) fn said(&self, now: DateTime) -> Option<Said> {
        if let Some(why) = self.unable {
            return Some(Said::Unable(why));
        }
        let time = self.clock.map(|clock| clock.time(self.half));
        let today = now.date();
        match (self.repeat, self.span) {
            (Some(Repeat::Unable(why)), _) => return Some(Said::Unable(why)),
            (Some(_), Some(_)) => return Some(Said::Unable(Unable::Bounds)),
            (Some(repeat), None) => {
                let each = repeat.said(self.day.as_ref(), time, today);
                return Some(match &self.end {
                    Some(bound) => bound.ends(each, today),
                    None => each,
                });
            }
            (None, Some(wait)) => return Some(Said::After(wait)),
            (None, None) => {}
        }
        let date = match &self.day {
            Some(day) => {
                let date = day.date(today);
                let beside = self.beside.as_ref().and_then(|beside| beside.date(today));
                let agrees =
                    |date: &Date| beside.is_none_or(|beside| beside.weekday() == date.weekday());
                match date.filter(agrees) {
                    Some(date) => Some(date),
                    None => return Some(Said::Unable(Unable::Day)),
                }
            }
            None => None,
        };
        let Some((mut time, clock)) = time.zip(self.clock) else {
            return date.map(|date| Said::Once { date, time: None });
        };
        // "at 9", said at 10 in the morning, is 21:00.
        let is_past = time <= now.time() && date.is_none_or(|date| date == today);
        if is_past && clock.is_open() && self.half.is_none() {
            let evening = clock.at(true);
            if evening > now.time() {
                time = evening;
            }
        }
        let date = match date {
            Some(date) => date,
            None if time > now.time() || self.today => today,
            None => today.tomorrow().ok()?,
        };
        let time = Some(time);
        Some(Said::Once { date, time })
    }
}

/// What ends something that comes again, as it was said.
#[derive(Clone)]
enum Bound {
    Until(Day),
    For(Day),
    ThisWeek,
    ThisMonth,
}

impl Bound {
    /// What comes again up to there.
    fn ends(&self, each: Said, today: Date) -> Said {
        let end = match self {
            // It may be one of seven days.
            Self::Until(Day::NextWeek(None)) => None,
            Self::Until(day) => match day.date(today) {
                Some(last) => Some(End::On(last)),
                None => return Said::Unable(Unable::Day),
            },
            Self::For(Day::Ahead(days)) => Some(End::Days(*days)),
            Self::For(Day::Months(months)) => Some(End::Months(*months)),
            Self::For(_) => None,
            Self::ThisWeek => {
                let gone = i64::from(today.weekday().to_monday_zero_offset());
                today.checked_add((6 - gone).days()).ok().map(End::On)
            }
            Self::ThisMonth => Some(End::On(today.last_of_month())),
        };
        match (each, end) {
            (Said::Unable(why), _) => Said::Unable(why),
            (each, Some(end)) => Said::Until {
                each: Box::new(each),
                end,
            },
            (_, None) => Said::Unable(Unable::Bounds),
        }
    }
}

/// "until friday", "for 2 weeks" or "this week", and where it ends.
fn bounds(words: &Words<'_>, at: usize) -> Option<(Bound, usize)> {
    if let Some(from) = words.role(at, Role::Until) {
        let day = last_day(words, from).map(|(day, end)| (Bound::Until(day), end));
        let end = day.or_else(|| length(words, words.past(from, Role::Next)));
        if end.is_some() {
            return end;
        }
    }
    let on = words.past(at, Role::On);
    let next = words.role(on, Role::Next);
    if next.is_some() || on > at {
        let end = length(words, next.unwrap_or(on));
        if end.is_some() {
            return end;
        }
    }
    match unit(words, words.role(on, Role::This)?)? {
        (Unit::Days(7), end) => Some((Bound::ThisWeek, end)),
        (Unit::Months(1), end) => Some((Bound::ThisMonth, end)),
        _ => None,
    }
}

/// The day behind "until": "friday", "Monday, 7 December".
fn last_day(words: &Words<'_>, at: usize) -> Option<(Day, usize)> {
    let (first, end) = day(words, at, true)?;
    let dated = day(words, end, true).filter(|(dated, _)| dated.is_dated());
    match (first, dated) {
        (Day::Weekday(_, 0), Some(dated)) => Some(dated),
        (first, _) => Some((first, end)),
    }
}

/// So many days, weeks or months, and where they end.
fn length(words: &Words<'_>, at: usize) -> Option<(Bound, usize)> {
    match amount(words, at)? {
        (Span::Day(day), end) => Some((Bound::For(day), end)),
        (Span::While(_), _) => None,
    }
}

/// "and 10" behind "between 9", "to 10" behind "9".
fn until_clock(words: &Words<'_>, at: usize, between: bool) -> Option<(Clock, usize)> {
    let joined = if between {
        words.role(at, Role::And)
    } else {
        words.is_dashed(at).then_some(at)
    };
    let from = joined.or_else(|| words.role(at, Role::To))?;
    words
        .word(from)?
        .starts_with(|c: char| c.is_ascii_digit())
        .then_some(())?;
    let (found, end) = clock(words, from, true)?;
    // "until 3 March"
    let dated = day(words, from, false).is_some_and(|(_, to)| to > end);
    (!dated).then_some((found, end))
}

/// Where another time of day ends that stands behind one: "and at 9 pm".
fn another(words: &Words<'_>, at: usize) -> Option<usize> {
    let from = words.role(at, Role::And)?;
    let (_, end) = clock(words, from, true)?;
    let told = clock(words, from, false).is_some();
    let led = end == words.len() || words.role(end, Role::Lead).is_some();
    (told || led).then_some(end)
}
