//! How hard the texts are to read: the Flesch-Kincaid school grade of each.

use crate::content::{
    about::LANGUAGE, draft::Draft, files::Files, problem::Findings, report::ReadingLevels,
};

/// The grade of a few words says nothing.
const FEWEST_WORDS: usize = 8;
/// Harder than this is refused.
const HARDEST: f64 = 8.0;
/// Harder than this is worth a look.
const HARD: f64 = 6.0;
/// So should the middle text be.
const AIM: f64 = 5.0;

/// Grades every text.
pub(super) fn check(draft: &Draft, files: &Files, findings: &mut Findings) -> ReadingLevels {
    let mut grades: Vec<(f64, &str)> = Vec::with_capacity(draft.texts.by_key.len());
    for (key, text) in &draft.texts.by_key {
        // Never shown: it is matched with what people type.
        if key
            .split_once('.')
            .is_some_and(|(_, attribute)| attribute == "names")
        {
            continue;
        }
        let renderings = text
            .renderings
            .iter()
            .filter(|text| letter_words(text) >= FEWEST_WORDS);
        let Some(grade) = renderings.map(|text| grade(text)).max_by(f64::total_cmp) else {
            continue;
        };
        let message = format!("`{key}` is hard to read: school grade {grade:.1}");
        if grade > HARDEST {
            let hint = format!("{HARDEST} at most, aim for {AIM}: shorter sentences and words");
            findings.hinted(&text.at, message, Some(hint));
        } else if grade > HARD {
            findings.warning(&text.at, message);
        }
        grades.push((grade, key));
    }
    grades.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let median = grades
        .get(grades.len() / 2)
        .map_or(0.0, |(grade, _)| *grade);
    if median > AIM {
        let message = format!("the texts are hard to read: median school grade {median:.1}");
        findings.warning(&files.top(LANGUAGE), message);
    }
    let (worst, worst_key) = grades.last().copied().unwrap_or_default();
    ReadingLevels {
        median,
        worst,
        worst_key: worst_key.to_owned(),
    }
}

fn letter_words(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .count()
}

/// 0.39 words a sentence + 11.8 syllables a word - 15.59. Lines end sentences too.
fn grade(text: &str) -> f64 {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ':' | ';' | '\n');
    let (mut sentences, mut words, mut syllables) = (0.0, 0.0, 0.0);
    for sentence in text.split(ends) {
        if !sentence.contains(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        sentences += 1.0;
        for word in spoken(sentence) {
            words += 1.0;
            syllables += if word.starts_with(|c: char| c.is_ascii_digit()) {
                1.0
            } else {
                syllables_of(word)
            };
        }
    }
    if words == 0.0 {
        0.0
    } else {
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

/// Words and numbers: letters with apostrophes, digits with commas.
fn spoken(sentence: &str) -> impl Iterator<Item = &str> {
    let mut rest = sentence;
    std::iter::from_fn(move || {
        rest = &rest[rest.find(|c: char| c.is_ascii_alphanumeric())?..];
        let number = rest.starts_with(|c: char| c.is_ascii_digit());
        let belongs = |c: char| {
            if number {
                c.is_ascii_digit() || c == ','
            } else {
                c.is_ascii_alphabetic() || matches!(c, '\'' | '’')
            }
        };
        let end = rest.find(|c: char| !belongs(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// Groups of vowels, less a silent ending, and one more where two vowels are spoken apart.
fn syllables_of(word: &str) -> f64 {
    let letters: Vec<u8> = word
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|b| b.to_ascii_lowercase())
        .collect();
    if letters.len() <= 3 {
        return 1.0;
    }
    let spoken = letters.strip_suffix(silent(&letters)).unwrap_or(&letters);
    let spoken = spoken.strip_prefix(b"y").unwrap_or(spoken);
    let groups = spoken
        .chunk_by(|a, b| vowel(*a) == vowel(*b))
        .filter(|group| vowel(group[0]));
    let count = groups.count() + usize::from(apart(&letters));
    f64::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX))
}

/// The ending that is not heard: `-es`, `-ed` or `-e` after most consonants.
fn silent(letters: &[u8]) -> &[u8] {
    let (ending, heard_after): (&[u8], &[u8]) = match letters {
        [.., b'e', b's'] => (b"es", b"laeiouy"),
        [.., b'e', b'd'] => (b"ed", b"tdlaeiouy"),
        [.., b'e'] => (b"e", b"laeiouy"),
        _ => return &[],
    };
    let before = letters
        .len()
        .checked_sub(ending.len() + 1)
        .and_then(|at| letters.get(at));
    if before.is_some_and(|letter| !heard_after.contains(letter)) {
        &letters[letters.len() - ending.len()..]
    } else {
        &[]
    }
}

/// Two vowels spoken apart: "ia" or "io" or "eo" at the end, "uous", "iet".
fn apart(letters: &[u8]) -> bool {
    let within = |part: &[u8]| letters.windows(part.len()).any(|window| window == part);
    let then = |pair: &[u8], not: &[u8]| {
        letters
            .windows(3)
            .any(|window| window.starts_with(pair) && !not.contains(&window[2]))
    };
    let ends = |part: &[u8]| letters.ends_with(part);
    // Few words get past this.
    if !(ends(b"ia") || ends(b"io") || ends(b"eo") || within(b"uous") || within(b"iet")) {
        return false;
    }
    then(b"ia", b"r") || then(b"io", b"nu") || within(b"eo") || then(b"ua", b"r") || ends(b"ying")
}

fn vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}
