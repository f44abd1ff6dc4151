//! Danger signs and crisis words in free text: read before anything else.

use crate::model::Lexicon;

use super::normal::{find_phrase, has_phrase, normalise};

/// How many words before a danger phrase a denial reaches.
const DENIAL_REACH: usize = 4;
/// How many words around a danger phrase a "what if" or "years ago" reaches.
const CONTEXT_REACH: usize = 6;

/// Whether the message speaks of suicide or self-harm, and does not plainly deny it. Where in doubt,
/// it does.
pub fn is_crisis(lexicon: &Lexicon, text: &str) -> bool {
    let text = normalise(text);
    lexicon
        .crisis
        .iter()
        .any(|phrase| find_phrase(&text, phrase).is_some_and(|at| !denied(lexicon, &text[..at], 2)))
}

/// The danger sign that the message tells of as happening, if any: its index. Not one that is
/// denied, asked about in general, or told of long ago.
pub fn danger_sign(lexicon: &Lexicon, text: &str) -> Option<u8> {
    let text = normalise(text);
    let found = lexicon.dangers.iter().find(|(_, phrases)| {
        phrases.iter().any(|phrase| {
            find_phrase(&text, phrase).is_some_and(|at| {
                let (before, after) = (&text[..at], &text[at + phrase.len()..]);
                !denied(lexicon, before, DENIAL_REACH) && !in_context(lexicon, before, after)
            })
        })
    });
    found.map(|(sign, _)| *sign)
}

/// Whether the message speaks of a nerve disease that the person fears.
pub fn fears_nerve_disease(lexicon: &Lexicon, text: &str) -> bool {
    let text = normalise(text);
    lexicon
        .nerve_disease
        .iter()
        .any(|phrase| has_phrase(&text, phrase))
}

fn denied(lexicon: &Lexicon, before: &str, reach: usize) -> bool {
    let near = last_words(before, reach);
    lexicon.negations.iter().any(|no| has_phrase(&near, no))
}

fn in_context(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let near_before = last_words(before, CONTEXT_REACH);
    let near_after = after
        .split(' ')
        .filter(|w| !w.is_empty())
        .take(CONTEXT_REACH);
    let near_after = near_after.collect::<Vec<_>>().join(" ");
    lexicon
        .contexts
        .iter()
        .any(|c| has_phrase(&near_before, c) || has_phrase(&near_after, c))
}

fn last_words(text: &str, count: usize) -> String {
    let words: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words[words.len().saturating_sub(count)..].join(" ")
}
