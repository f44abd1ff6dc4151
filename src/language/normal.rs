//! One spelling for what people type in many.

use unicode_normalization::UnicodeNormalization;

/// Longest message that is read, in characters; the rest of a longer one is passed over.
/// Telegram's own limit for a message is 4096.
const LONGEST: usize = 4_096;

/// Lower case, apostrophes dropped, accents and compatibility forms folded, everything else that is
/// no letter, digit or decimal point turned into one space.
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST));
    let folded = text
        .chars()
        .take(LONGEST)
        .nfkd()
        .filter(|c| !is_combining(*c));
    let mut chars = folded.flat_map(char::to_lowercase).peekable();
    while let Some(c) = chars.next() {
        let decimal_point = c == '.'
            && out.ends_with(|last: char| last.is_ascii_digit())
            && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_alphanumeric() || decimal_point {
            out.push(c);
        } else if !matches!(c, '\'' | '’' | '‘' | '`' | '´')
            && !out.is_empty()
            && !out.ends_with(' ')
        {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The marks that decomposition splits off letters (Unicode block "Combining Diacritical Marks").
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
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
