//! What stands in a message, feature by feature: words, pairs and threes of words, what the patterns of the
//! lexicon found and what stands beside that.
//!
//! A feature is a name such as `b:my face` or `fl:denied`. Reading a message needs only the hash of
//! it, which is taken piece by piece; learning keeps the names.

use crate::model::{
    Choices, Field,
    grammar::{Concept, Cue},
};

use super::{
    context::Meaning,
    matching::Hit,
    read::{Read, is_crisis, is_danger},
    scene::Scene,
    time::Tense,
    topics::{Named, Ranked},
};

/// So many words before and after those of danger or crisis stand near them.
const AROUND: usize = 4;

/// What the names of three words side by side begin with.
pub(super) const THREE: &str = "t:";

/// Takes the pieces that a feature's name is made of.
pub(super) trait Sink {
    fn add(&mut self, pieces: &[&str]);
}

/// Keeps hashes.
#[derive(Default)]
pub(super) struct Hashes(pub(super) Vec<u64>);

impl Sink for Hashes {
    fn add(&mut self, pieces: &[&str]) {
        self.0.push(hash(pieces));
    }
}

/// Keeps names.
#[derive(Default)]
pub(super) struct Names(pub(super) Vec<String>);

impl Sink for Names {
    fn add(&mut self, pieces: &[&str]) {
        self.0.push(pieces.concat());
    }
}

/// The number of the feature of that name.
pub fn feature(name: &str) -> u64 {
    hash(&[name])
}

/// The hash of a name, however it is cut in pieces. It stands in files: it is the same everywhere and for
/// good (FNV-1a, and a last step by which its upper half depends on all of the name).
pub(super) fn hash(pieces: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in pieces.iter().flat_map(|piece| piece.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// All features.
pub(super) fn of_message(read: &Read<'_, '_>, sink: &mut impl Sink) {
    of_words(read.scene, sink);
    of_hits(read, sink);
    of_cues(read.scene, sink);
    of_whole(read, sink);
}

/// All words and stops in their order, each by itself.
pub(super) fn in_order(scene: &Scene<'_>, sink: &mut impl Sink) {
    for token in tokens(scene) {
        sink.add(&["w:", token.form]);
    }
}

fn of_words(scene: &Scene<'_>, sink: &mut impl Sink) {
    let tokens = tokens(scene);
    for token in &tokens {
        sink.add(&["u:", token.text]);
    }
    for pair in tokens.windows(2) {
        sink.add(&["b:", pair[0].text, " ", pair[1].text]);
    }
    for three in tokens.windows(3) {
        sink.add(&[THREE, three[0].text, " ", three[1].text, " ", three[2].text]);
    }
    of_forms(scene, sink);
    of_surroundings(&tokens, sink);
    of_signs(scene, &tokens, sink);
}

/// Words that are not their own stem: "I passed out" is not "I pass out".
fn of_forms(scene: &Scene<'_>, sink: &mut impl Sink) {
    let words = scene.words.texts.iter().zip(&scene.words.stems);
    for (text, _) in words.filter(|(text, stem)| text != stem) {
        sink.add(&["r:", text]);
    }
}

/// What stands shortly before and after words of danger or crisis.
fn of_surroundings(tokens: &[Token<'_>], sink: &mut impl Sink) {
    let grave = |tokens: &[Token<'_>]| tokens.iter().any(|token| token.grave);
    for (at, token) in tokens.iter().enumerate() {
        let end = tokens.len().min(at + 1 + AROUND);
        if grave(&tokens[at + 1..end]) {
            sink.add(&["nb:", token.text]);
        }
        if grave(&tokens[at.saturating_sub(AROUND)..at]) {
            sink.add(&["na:", token.text]);
        }
    }
}

/// Which danger signs are spoken of, and the words that stand in the message with each.
fn of_signs(scene: &Scene<'_>, tokens: &[Token<'_>], sink: &mut impl Sink) {
    let signs = scene.hits().filter_map(|hit| {
        if let Concept::Danger(sign) = hit.concept {
            Some(sign)
        } else {
            None
        }
    });
    for sign in Choices::of(signs).indexes() {
        let sign = name(Field::DangerSigns, sign);
        sink.add(&["sign:", sign]);
        for token in tokens {
            sink.add(&["su:", sign, ":", token.text]);
        }
    }
}

/// A word, or what stands between two.
struct Token<'s> {
    text: &'s str,
    /// The word as it is written, not its stem.
    form: &'s str,
    /// Whether it belongs to words of danger or crisis.
    grave: bool,
}

impl<'s> Token<'s> {
    const fn between(text: &'s str) -> Self {
        Self {
            text,
            form: text,
            grave: false,
        }
    }
}

/// Words by stem, numbers alike, with the stops between them.
fn tokens<'s>(scene: &'s Scene<'_>) -> Vec<Token<'s>> {
    let list = &scene.words.list;
    let grave = grave(scene);
    let mut tokens = Vec::with_capacity(list.len() * 5 / 4 + 3);
    tokens.push(Token::between("^"));
    for (at, grave) in grave.into_iter().enumerate() {
        tokens.extend(stop_between(scene, at).map(Token::between));
        let word = |of: &'s [String]| match list.get(at) {
            Some(word) if word.number.is_some() => "#",
            _ => of.get(at).map_or("", String::as_str),
        };
        tokens.push(Token {
            text: word(&scene.words.stems),
            form: word(&scene.words.texts),
            grave,
        });
    }
    let last = list.len().checked_sub(1);
    if last.is_some_and(|last| scene.words.is_question(last)) {
        tokens.push(Token::between("?"));
    }
    tokens.push(Token::between("$"));
    tokens
}

/// What stands between a word and the one before it.
pub(super) fn stop_between(scene: &Scene<'_>, at: usize) -> Option<&'static str> {
    let before = at.checked_sub(1)?;
    if !scene.same_sentence(before, at) {
        return Some(if scene.words.is_question(before) {
            "?"
        } else {
            "."
        });
    }
    (!scene.same_clause(before, at)).then_some(",")
}

/// Of each word whether it belongs to words of danger or crisis.
fn grave(scene: &Scene<'_>) -> Vec<bool> {
    let mut grave = vec![false; scene.words.list.len()];
    let hits = scene.hits();
    for hit in hits.filter(|hit| is_danger(hit) || is_crisis(hit)) {
        let words = grave.iter_mut().enumerate().skip(hit.from);
        for (at, grave) in words.take(hit.to - hit.from) {
            *grave |= hit.owns(at);
        }
    }
    grave
}

/// What is dangerous, and how the rules take it.
fn of_hits(read: &Read<'_, '_>, sink: &mut impl Sink) {
    let scene = read.scene;
    // Both stand in the order of the message.
    let mut signs = read.signs.iter().peekable();
    for hit in scene.hits() {
        match hit.concept {
            Concept::Danger(_) => {
                let stands = signs.next_if(|(_, sign)| sign == hit).is_some();
                let flags = flags(scene, hit, stands);
                for flag in &flags {
                    sink.add(&["fl:", flag]);
                }
                sink.add(&["flset:", &flags.join("+")]);
            }
            Concept::Crisis => sink.add(&["c:", &flags(scene, hit, false).join("+")]),
            Concept::Value(field, _) => sink.add(&["v:", field.name()]),
            Concept::Topic(_, sure) => sink.add(&["tp:", if sure { "sure" } else { "maybe" }]),
            Concept::Twitch | Concept::Cue(_) => {}
        }
    }
}

fn flags(scene: &Scene<'_>, hit: &Hit, stands: bool) -> Vec<&'static str> {
    let Meaning {
        denied,
        asked,
        past,
        gradual,
        relative,
        figure,
        now,
    } = scene.meaning(hit);
    let all = [
        (denied, "denied"),
        (asked, "asked"),
        (past, "past"),
        (gradual, "gradual"),
        (relative, "relative"),
        (figure, "figure"),
        (now, "now"),
        (stands, "stands"),
    ];
    all.iter()
        .filter(|(so, _)| *so)
        .map(|(_, flag)| *flag)
        .collect()
}

/// Which cues there are.
fn of_cues(scene: &Scene<'_>, sink: &mut impl Sink) {
    let mut found = [false; Cue::ALL.len()];
    for hit in scene.hits() {
        if let Concept::Cue(cue) = hit.concept
            && let Some(found) = found.get_mut(cue as usize)
        {
            *found = true;
        }
    }
    for ((_, cue), _) in Cue::ALL.iter().zip(found).filter(|(_, found)| *found) {
        sink.add(&["cue:", cue]);
    }
}

/// What is true of the message as a whole.
fn of_whole(read: &Read<'_, '_>, sink: &mut impl Sink) {
    let scene = read.scene;
    let hits =
        |wanted: fn(&Concept) -> bool| scene.hits().filter(|hit| wanted(&hit.concept)).count();
    sink.add(&["always"]);
    sink.add(&["crisis:", if read.crisis { "yes" } else { "no" }]);
    sink.add(&["rule:", read.by_rule.name()]);
    sink.add(&["standing:", digit(read.signs.len().min(3))]);
    sink.add(&[
        "dangers:",
        digit(scene.hits().filter(|hit| is_danger(hit)).count().min(3)),
    ]);
    let twitches = hits(|what| matches!(what, Concept::Twitch)) > 0;
    sink.add(&["twitch:", if twitches { "yes" } else { "no" }]);
    for field in read.fields {
        sink.add(&["field:", field.name()]);
    }
    sink.add(&["fields:", digit(read.fields.len().min(4))]);
    of_topics(read.ranked.first(), sink);
    let words = &scene.words.list;
    let length = usize::BITS - words.len().leading_zeros();
    sink.add(&["length:", digit(length.min(9) as usize)]);
    let known = words.iter().filter(|word| word.known).count();
    sink.add(&["known:", digit(known * 5 / words.len().max(1))]);
    for span in scene.spans() {
        let lately = if span.least_days > 7.0 {
            "long"
        } else {
            "lately"
        };
        sink.add(&["span:", tense_name(span.tense), ":", lately]);
    }
}

/// How near the nearest topic is, in steps of a tenth.
fn of_topics(best: Option<&Ranked>, sink: &mut impl Sink) {
    let Some(best) = best else {
        return sink.add(&["topic:none"]);
    };
    let named = match best.named {
        Named::No => "no",
        Named::Maybe => "maybe",
        Named::ForSure => "sure",
    };
    sink.add(&["topic:", named]);
    for (step, at_least) in (2..9).zip([0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
        if best.score > at_least {
            sink.add(&["topic>", digit(step)]);
        }
    }
}

fn tense_name(tense: Tense) -> &'static str {
    match tense {
        Tense::For => "for",
        Tense::Since => "since",
        Tense::Ago => "ago",
        Tense::Age => "age",
        Tense::Per => "per",
        Tense::Other => "other",
    }
}

fn name(field: Field, value: u8) -> &'static str {
    field
        .values()
        .get(usize::from(value))
        .copied()
        .unwrap_or("")
}

fn digit(n: usize) -> &'static str {
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
        .get(n)
        .copied()
        .unwrap_or("9")
}
