//! A message as words that keep their place in it, and what words and phrases stand for.

use crate::model::times::{Role, Sense, Times};

use super::super::normalise;

/// Words that are read of one message.
const MOST: usize = 120;
/// The shortest word in which a slip is forgiven, in letters, and from where on two are.
const SLIP_FROM: usize = 5;
const TWO_SLIPS_FROM: usize = 9;

/// Makes words about times ready for reading.
pub fn index_times(senses: Vec<(String, Sense)>) -> Times {
    let mut times = Times::default();
    for (phrase, sense) in senses {
        times.longest = times.longest.max(phrase.split(' ').count());
        for word in phrase.split(' ') {
            times.words.insert(word.to_owned());
            if word.len() >= SLIP_FROM {
                times.spellings.insert(word.to_owned());
            }
        }
        times.senses.entry(phrase).or_default().push(sense);
    }
    times
}

/// One word: as it is looked up, and where it stands.
pub(super) struct Word {
    pub(super) text: String,
    start: usize,
    end: usize,
}

/// The words of a message.
pub(super) struct Words<'a> {
    text: &'a str,
    all: Vec<Word>,
    times: &'a Times,
}

impl<'a> Words<'a> {
    pub(super) fn of(times: &'a Times, text: &'a str) -> Self {
        let all = cut(text)
            .take(MOST)
            .filter_map(|(start, end)| {
                let plain = if text.get(start..end) == Some("@") {
                    "@".to_owned()
                } else {
                    normalise(text.get(start..end)?)
                };
                let text = respelt(times, plain);
                (!text.is_empty()).then_some(Word { text, start, end })
            })
            .collect();
        Self { text, all, times }
    }

    pub(super) const fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.all.get(at).map(|word| word.text.as_str())
    }

    /// The person's own words from one place to another.
    pub(super) fn said(&self, from: usize, to: usize) -> &'a str {
        let start = self
            .all
            .get(from)
            .map_or(self.text.len(), |word| word.start);
        let end = to.checked_sub(1).and_then(|last| self.all.get(last));
        let end = end.map_or(start, |word| word.end);
        self.text.get(start..end).unwrap_or_default()
    }

    /// What stands between a word and the next one, without the spaces around it.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let end = self.all.get(at).map(|word| word.end);
        let next = self.all.get(at + 1).map(|word| word.start);
        let gap = end.zip(next.or(Some(self.text.len())));
        gap.and_then(|(end, next)| self.text.get(end..next))
            .unwrap_or_default()
            .trim()
    }

    /// Whether a dash stands before a word: "mon-fri".
    pub(super) fn is_dashed(&self, at: usize) -> bool {
        let gap = at.checked_sub(1).map(|before| self.gap(before));
        matches!(gap, Some("-" | "–" | "—"))
    }

    /// What the longest phrase at a place stands for that the test accepts, and where it ends.
    pub(super) fn sense<T>(
        &self,
        at: usize,
        accepts: impl Fn(&Sense) -> Option<T>,
    ) -> Option<(T, usize)> {
        let most = self.times.longest.min(self.len().saturating_sub(at));
        (1..=most).rev().find_map(|length| {
            let words = self.all.get(at..at + length)?;
            let phrase: Vec<_> = words.iter().map(|word| word.text.as_str()).collect();
            let senses = self.times.senses.get(&phrase.join(" "))?;
            Some((senses.iter().find_map(&accepts)?, at + length))
        })
    }

    /// Where a phrase of that role ends, where one stands here.
    pub(super) fn role(&self, at: usize, role: Role) -> Option<usize> {
        let is = |sense: &Sense| (*sense == Sense::Role(role)).then_some(());
        self.sense(at, is).map(|((), end)| end)
    }

    /// The place after a phrase of that role, or the same place.
    pub(super) fn past(&self, at: usize, role: Role) -> usize {
        self.role(at, role).unwrap_or(at)
    }

    /// The digits at a place as a number.
    pub(super) fn digits(&self, at: usize) -> Option<u32> {
        let word = self.word(at)?;
        let is_number = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| word.parse().ok())?
    }

    /// A number in digits or words, and where it ends.
    pub(super) fn number(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(number) = self.digits(at) {
            return Some((number, at + 1));
        }
        self.sense(at, |sense| match sense {
            Sense::Number(number) => Some(u32::from(*number)),
            _ => None,
        })
    }
}

/// Where words begin and end: letters apart from digits, `9:30` and `9.30` as one.
fn cut(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, first) = chars.next()?;
            if first == '@' {
                return Some((start, start + 1));
            }
            if !first.is_alphanumeric() {
                continue;
            }
            let is_digit = first.is_ascii_digit();
            let mut end = start + first.len_utf8();
            while let Some(&(at, c)) = chars.peek() {
                let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
                let joins = if is_digit {
                    let digit_next = rest.starts_with(|next: char| next.is_ascii_digit());
                    c.is_ascii_digit() || (matches!(c, ':' | '.') && digit_next)
                } else {
                    let letter_next = rest.starts_with(char::is_alphabetic);
                    (c.is_alphabetic()) || (matches!(c, '\'' | '’') && letter_next)
                };
                if !joins {
                    break;
                }
                end = at + c.len_utf8();
                chars.next();
            }
            return Some((start, end));
        }
    })
}

/// The word that a misspelt one was meant to be.
fn respelt(times: &Times, word: String) -> String {
    let letters = word.len();
    if letters < SLIP_FROM || times.words.contains(&word) || !word.is_ascii() {
        return word;
    }
    let most = if letters < TWO_SLIPS_FROM { 1 } else { 2 };
    let near = |known: &&String| {
        known.len().abs_diff(letters) <= most
            && known.as_bytes().first() == word.as_bytes().first()
            && strsim::osa_distance(known, &word) <= most
    };
    let mut found = times.spellings.iter().filter(near);
    match (found.next(), found.next()) {
        (Some(known), None) => known.clone(),
        _ => word,
    }
}
