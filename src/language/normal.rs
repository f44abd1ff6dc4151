//! One spelling for what people type in many.

use unicode_normalization::UnicodeNormalization;

/// Longest message that is read, in characters; the rest of a longer one is passed over.
/// Telegram's own limit for a message is 4096.
const LONGEST: usize = 4_096;

/// Lower case, apostrophes dropped, accents and compatibility forms folded, everything else that is
/// no letter, digit or decimal point turned into one space.
pub fn normalise(text: &str) -> String {
    // Nearly all that is written is: there is nothing to decompose then.
    if text.is_ascii() {
        spaced(plain(text), text.len())
    } else {
        spaced(folded(text), text.len())
    }
}

fn spaced(folded: impl Iterator<Item = char>, length: usize) -> String {
    let mut out = String::with_capacity(length.min(LONGEST));
    let mut chars = folded.peekable();
    while let Some(c) = chars.next() {
        let decimal_point = c == '.'
            && out.ends_with(|last: char| last.is_ascii_digit())
            && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_alphanumeric() || decimal_point {
            out.push(c);
        } else if !is_apostrophe(c) && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// What [`folded`] makes of ASCII.
fn plain(text: &str) -> impl Iterator<Item = char> {
    let bytes = text.bytes().take(LONGEST);
    bytes.map(|byte| char::from(byte.to_ascii_lowercase()))
}

/// Lower case, without accents, invisible characters and compatibility forms.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .take(LONGEST)
        .nfkd()
        .filter(|c| !is_combining(*c) && !is_invisible(*c))
        .flat_map(char::to_lowercase)
        .take(2 * LONGEST)
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '′')
}

/// The marks that decomposition splits off letters (Unicode block "Combining Diacritical Marks").
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Joiners, marks of direction, soft hyphens, variation selectors: people don't see them.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
    )
}

/// A message in pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Folded {
    /// A word, or a number with its decimals.
    Word(String),
    /// A comma or the like.
    Clause,
    /// The end of a sentence, and whether it asks.
    Sentence { asks: bool },
}

/// The words and stops of a message, in order. Digits part from letters ("3wks"), unless one of them
/// stands alone ("b4").
pub(super) fn pieces(text: &str) -> Vec<Folded> {
    if text.is_ascii() {
        cut(plain(text), text.len())
    } else {
        cut(folded(text), text.len())
    }
}

fn cut(folded: impl Iterator<Item = char>, length: usize) -> Vec<Folded> {
    let mut out = Vec::with_capacity(length.min(LONGEST) / 4);
    let mut word = String::new();
    let mut chars = folded.peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let after_digit = word.ends_with(|last: char| last.is_ascii_digit());
        let point =
            matches!(c, '.' | ',') && after_digit && next.is_some_and(|next| next.is_ascii_digit());
        if c.is_alphanumeric() || (point && c == '.') {
            word.push(c);
            continue;
        }
        if is_apostrophe(c) || (point && c == ',') {
            continue;
        }
        if c == '/' && word == "w" {
            let without = next == Some('o');
            word.clear();
            if without {
                chars.next();
            }
            out.push(Folded::Word(
                if without { "without" } else { "with" }.to_owned(),
            ));
            continue;
        }
        take_word(&mut word, &mut out);
        match c {
            '&' | '+' => out.push(Folded::Word("and".to_owned())),
            '%' => out.push(Folded::Word("percent".to_owned())),
            '.' if next == Some('.') => {
                while chars.next_if_eq(&'.').is_some() {}
                out.push(Folded::Clause);
            }
            '…' | ',' | ':' | '(' | ')' | '–' | '—' => out.push(Folded::Clause),
            '-' if next.is_none_or(char::is_whitespace) => out.push(Folded::Clause),
            '.' | '!' | ';' | '\n' | '。' | '?' | '¿' => {
                out.push(Folded::Sentence { asks: c == '?' });
            }
            _ => {}
        }
    }
    take_word(&mut word, &mut out);
    out
}

fn take_word(word: &mut String, out: &mut Vec<Folded>) {
    if word.is_empty() {
        return;
    }
    let word = std::mem::take(word);
    let word = word.trim_end_matches('.');
    let digits = word
        .bytes()
        .take_while(|b| b.is_ascii_digit() || *b == b'.')
        .count();
    let (number, rest) = word.split_at(digits);
    if digits > 0 && !rest.is_empty() && rest.is_ascii() {
        out.push(Folded::Word(number.trim_end_matches('.').to_owned()));
        out.push(Folded::Word(rest.to_owned()));
    } else if !word.is_empty() {
        out.push(Folded::Word(word.to_owned()));
    }
}

/// Whether the phrase stands in the normalised text as whole words; where, in bytes.
pub(super) fn find_phrase(text: &str, phrase: &str) -> Option<usize> {
    find_phrases(text, phrase).next()
}
/// Every place where it stands.
pub(super) fn find_phrases<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = usize> + 't {
    let places = text.match_indices(phrase).map(|(at, _)| at);
    places.filter(move |at| {
        let end = at + phrase.len();
        let before = text[..*at].chars().next_back().is_none_or(|c| c == ' ');
        let after = text[end..].chars().next().is_none_or(|c| c == ' ');
        !phrase.is_empty() && before && after
    })
}

/// Whether it stands there at all.
pub(super) fn has_phrase(text: &str, phrase: &str) -> bool {
    find_phrase(text, phrase).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ascii_is_folded_as_everything_else(text in "[ -~\n\t]{0,80}") {
            prop_assert!(plain(&text).eq(folded(&text)));
        }
    }
}
