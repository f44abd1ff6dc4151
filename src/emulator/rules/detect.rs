//! What Telegram marks by itself in a plain text: commands, mentions, addresses.

use super::entity::{Entity, Formatted, is_code};

/// Marks what isn't marked yet.
pub fn detect(formatted: &mut Formatted) {
    if !formatted.text.contains(['/', '@']) {
        return;
    }
    let found = scan(&formatted.text);
    for entity in found {
        let taken = formatted.entities.iter().any(|other| {
            (is_code(other.kind) || matches!(other.kind, "text_link" | "text_mention"))
                && other.offset < entity.end()
                && entity.offset < other.end()
        });
        if !taken {
            formatted.entities.push(entity);
        }
    }
}

fn scan(text: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut units = 0;
    let mut before: Option<char> = None;
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let hit = if before.is_some_and(is_word) || before == Some('/') {
            None
        } else {
            hit(rest, next, before)
        };
        let (kind, bytes) = hit.unwrap_or(("", next.len_utf8()));
        let (piece, tail) = rest.split_at(bytes);
        let length = piece.encode_utf16().count();
        if !kind.is_empty() {
            found.push(Entity::plain(kind, units, length));
        }
        units += length;
        before = piece.chars().next_back();
        rest = tail;
    }
    found
}

fn hit(rest: &str, next: char, before: Option<char>) -> Option<(&'static str, usize)> {
    match next {
        '/' if before != Some('<') => command(rest).map(|bytes| ("bot_command", bytes)),
        '@' => name(&rest[1..], 3, 32).map(|bytes| ("mention", bytes + 1)),
        'h' | 'H' => address(rest).map(|bytes| ("url", bytes)),
        _ => None,
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn name(text: &str, least: usize, most: usize) -> Option<usize> {
    let length = text
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        .count();
    let ends = !text[length..].starts_with(is_word);
    (ends && (least..=most).contains(&length)).then_some(length)
}

fn command(text: &str) -> Option<usize> {
    let length = 1 + name(&text[1..], 1, 64)?;
    let rest = &text[length..];
    if let Some(bot) = rest.strip_prefix('@')
        && let Some(more) = name(bot, 3, 32)
    {
        return Some(length + 1 + more);
    }
    (!rest.starts_with(['/', '<', '>'])).then_some(length)
}

fn address(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://"].iter().find(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|a| a.eq_ignore_ascii_case(scheme))
    })?;
    let end = text
        .find(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"'))
        .unwrap_or(text.len());
    let address = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
    (address.len() > scheme.len() && super::link::is_address(address)).then_some(address.len())
}
