//! Danger signs and crisis words in free text: read before anything else.

use crate::model::{Choices, Lexicon};

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

/// The danger signs that the message tells of as happening. Not those that are denied, asked about in
/// general, or told of long ago.
pub fn danger_signs(lexicon: &Lexicon, text: &str) -> Choices {
    sentences(text)
        .map(|sentence| in_sentence(lexicon, sentence))
        .fold(Choices::EMPTY, Choices::union)
}

/// Whether the whole message is one of the phrases that tell of a danger sign.
pub fn is_danger_phrase(lexicon: &Lexicon, text: &str) -> bool {
    let text = normalise(text);
    let mut phrases = lexicon.dangers.iter().flat_map(|(_, phrases)| phrases);
    phrases.any(|phrase| *phrase == text)
}

/// Whether the message speaks of a nerve disease that the person fears.
pub fn fears_nerve_disease(lexicon: &Lexicon, text: &str) -> bool {
    let text = normalise(text);
    lexicon
        .nerve_disease
        .iter()
        .any(|phrase| has_phrase(&text, phrase))
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', ';', '\n'])
}

/// A denial reaches over the commas of a list, a question ("what if …") only up to the next comma.
fn in_sentence(lexicon: &Lexicon, sentence: &str) -> Choices {
    let clauses: Vec<String> = sentence.split(',').map(normalise).collect();
    let tells = |(_, phrases): &&(u8, Vec<String>)| {
        phrases.iter().any(|phrase| {
            clauses.iter().enumerate().any(|(n, clause)| {
                find_phrase(clause, phrase).is_some_and(|at| {
                    let (before, after) = (&clause[..at], &clause[at + phrase.len()..]);
                    let all_before = format!("{} {before}", clauses[..n].join(" "));
                    let all_after = format!("{after} {}", clauses[n + 1..].join(" "));
                    !denies(lexicon, &all_before)
                        && !asked(lexicon, without_asides(lexicon, before))
                        && !past(lexicon, &all_before, &all_after)
                })
            })
        })
    };
    let told = lexicon.dangers.iter().filter(tells);
    Choices::of(told.map(|(sign, _)| *sign))
}

/// What stands after the last aside: "what should I do, …", "I don't feel well …".
fn without_asides<'t>(lexicon: &Lexicon, before: &'t str) -> &'t str {
    let ends = lexicon.asides.iter().filter_map(|aside| {
        let ends = before
            .match_indices(aside.as_str())
            .map(|(at, _)| at + aside.len());
        ends.filter(|end| matches!(before.as_bytes().get(*end), None | Some(b' ')))
            .last()
    });
    ends.max().map_or(before, |end| &before[end..])
}

/// Whether what stands before a danger sign denies it.
pub(super) fn denies(lexicon: &Lexicon, before: &str) -> bool {
    denied(lexicon, without_asides(lexicon, before), DENIAL_REACH)
}

fn denied(lexicon: &Lexicon, before: &str, reach: usize) -> bool {
    let near = last_words(before, reach);
    lexicon.negations.iter().any(|no| has_phrase(&near, no))
}

fn asked(lexicon: &Lexicon, before: &str) -> bool {
    let near = last_words(before, CONTEXT_REACH);
    lexicon.contexts.iter().any(|c| has_phrase(&near, c))
}

fn past(lexicon: &Lexicon, before: &str, after: &str) -> bool {
    let near_before = last_words(before, CONTEXT_REACH);
    let near_after: Vec<_> = after.split_whitespace().take(CONTEXT_REACH).collect();
    let near_after = near_after.join(" ");
    lexicon
        .past
        .iter()
        .any(|p| has_phrase(&near_before, p) || has_phrase(&near_after, p))
}

fn last_words(text: &str, count: usize) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words[words.len().saturating_sub(count)..].join(" ")
}
