//! What a message is for, weighed: the rules' findings and the words around them against what was
//! learned from thousands of messages.
//!
//! The rules see what they have patterns for; people write in more ways than that.

use crate::model::{
    Choices,
    appraisal::{self, Appraisal, SIGNS, Shares},
    sequence,
};

use super::{
    features::{self, Hashes, feature},
    matching::Hit,
    read::Read,
    understand::Intent,
};

/// In the order of the weights.
pub(super) const INTENTS: [Intent; appraisal::INTENTS] = [
    Intent::Emergency,
    Intent::Crisis,
    Intent::Describe,
    Intent::Ask,
    Intent::Unknown,
];
/// From this share on a message is taken for danger. It is low, since to miss one is
/// worse than any other mistake: chosen on messages that nothing was learned from, so that hardly one
/// is missed and of twenty that only look like it one raises an alarm at most.
const FROM: f32 = 0.07;
/// At least so much in messages of so many words where the rules find no danger that stands: the fewer there
/// are, the less can be told with them, and the more often they are an hour, a number, a place.
const FROM_IN_FEW: InFewWords = &[(3, 0.5), (5, 0.2), (8, 0.1)];
/// The same where the rules find no word of danger at all: of 8,693 dangers that nothing was learned from 30
/// told it in nine words or fewer and in none that the rules know.
const FROM_WORDLESS_IN_FEW: InFewWords = &[(3, 0.5), (6, 0.3), (9, 0.15)];
/// From this share on it is a crisis: lower still, for the same reason. Where the rules say so, too, it is the
/// same however few the words are.
const CRISIS_FROM: f32 = 0.06;
/// The same for few words: "i want to stop" is said of a check, too.
const CRISIS_FROM_IN_FEW: InFewWords = &[(3, 0.4), (6, 0.1), (9, 0.08)];
/// Where it may be either, crisis counts from this part of danger on: its words name the emergency
/// number as well.
const CRISIS_BESIDE_DANGER: f32 = 0.7;
/// For crisis, where the rules know what a message is for and find no word of crisis.
const CRISIS_FROM_KNOWN: f32 = 0.1;
/// For danger, where the rules find all of it denied.
const FROM_DENIED: f32 = 0.3;
/// For crisis, where the rules find all of it denied or a figure of speech.
const CRISIS_FROM_NOT_MEANT: f32 = 0.5;
/// From this share on a sentence that is read alone counts, whatever stands around it: more likely than
/// not. Chosen on messages that nothing was learned from.
const ALONE_FROM: f32 = 0.5;
/// Where danger and crisis together have more than the first share and less than the second, a second
/// opinion is asked, which takes longer. Chosen on messages that nothing was learned from: to ask it of all
/// found no more danger, and little more crisis.
const SECOND_ASKED: (f32, f32) = (0.01, 0.95);
/// What the second opinion counts for; less where there are so few words that their order says little.
const SECOND_COUNTS: f32 = 0.3;
const SECOND_COUNTS_IN_FEW: InFewWords = &[(6, 0.15)];
/// From this score on a message is nearly an example question.
const WELL_KNOWN: f32 = 0.9;
/// To say that one has not understood is worth less than an answer that may fit.
const UNKNOWN_COUNTS: f32 = 0.6;
/// From this share on it is danger or a crisis more likely than not; below it the words may be of something else.
const LIKELY_FROM: f32 = 0.5;
/// From this share on a danger sign is one that the message tells of.
const SIGN_FROM: f32 = 0.5;
/// Of so few words the rules know best: an answer to a question, the words of a button.
const FEW_WORDS: usize = 3;

/// Words at most, and the share that counts there.
type InFewWords = &'static [(usize, f32)];

/// The names of the intents, in the order of the weights.
pub fn intent_names() -> [&'static str; appraisal::INTENTS] {
    INTENTS.map(Intent::name)
}

/// The intent of that name.
pub fn intent_named(name: &str) -> Option<Intent> {
    INTENTS.into_iter().find(|intent| intent.name() == name)
}

/// What came of weighing a message.
pub(super) struct Weighed {
    /// What it is for, all things weighed.
    pub(super) intent: Intent,
    /// Whether danger or a crisis is only heard to be on the safe side, and more likely something else is meant.
    pub(super) unsure: bool,
    /// How much speaks for each danger sign.
    pub(super) signs: [f32; SIGNS],
}

/// What a message is for, all things weighed.
pub(super) fn weigh(appraisal: &Appraisal, read: &Read<'_, '_>) -> Weighed {
    let rules_know = read.scene.words.list.len() <= FEW_WORDS
        && matches!(read.by_rule, Intent::Emergency | Intent::Crisis);
    if appraisal.is_empty() || rules_know {
        return Weighed {
            intent: read.by_rule,
            unsure: false,
            signs: [0.0; SIGNS],
        };
    }
    let Shares { intents, signs } = shares(appraisal, read);
    let [danger, crisis, ..] = intents;
    let intent = intent(&intents, read);
    let unsure = match intent {
        // What stands by the rules as a danger sign is told as one.
        Intent::Crisis => read.signs.is_empty() && crisis < LIKELY_FROM,
        Intent::Emergency => read.signs.is_empty() && danger < LIKELY_FROM,
        Intent::Describe | Intent::Ask | Intent::Unknown => false,
    };
    Weighed {
        intent,
        unsure,
        signs,
    }
}

/// Crisis or danger that stands by the rules, of a sentence that is read alone, where it is likely meant.
pub(super) fn alone(appraisal: &Appraisal, read: &Read<'_, '_>) -> Option<Intent> {
    let [danger, crisis, ..] = shares(appraisal, read).intents;
    if read.crisis && crisis >= ALONE_FROM {
        Some(Intent::Crisis)
    } else if !read.signs.is_empty() && danger >= ALONE_FROM {
        Some(Intent::Emergency)
    } else {
        None
    }
}

fn shares(appraisal: &Appraisal, read: &Read<'_, '_>) -> Shares {
    let mut found = Hashes::default();
    features::of_message(read, &mut found);
    let mut shares = appraisal.shares(&distinct(found));
    let [danger, crisis, ..] = shares.intents;
    let (least, most) = SECOND_ASKED;
    if (least..most).contains(&(danger + crisis)) {
        let second = by_order(appraisal, read);
        let counts = in_few_words(read, SECOND_COUNTS_IN_FEW).unwrap_or(SECOND_COUNTS);
        shares.intents = together(shares.intents, second, counts);
    }
    shares
}

/// By the words in their order.
fn by_order(appraisal: &Appraisal, read: &Read<'_, '_>) -> [f32; appraisal::INTENTS] {
    let mut words = Hashes::default();
    features::in_order(read.scene, &mut words);
    let Hashes(words) = words;
    appraisal
        .sequence
        .shares(&words, feature(sequence::UNKNOWN))
}

/// Two opinions as one: a mean of their logarithms, in which the second counts for so much of one.
fn together<const CLASSES: usize>(
    mut first: [f32; CLASSES],
    second: [f32; CLASSES],
    counts: f32,
) -> [f32; CLASSES] {
    for (first, second) in first.iter_mut().zip(second) {
        // Nothing at all would leave nothing to share out.
        let second = second.max(f32::MIN_POSITIVE);
        *first = first.powf(1.0 - counts) * second.powf(counts);
    }
    let all: f32 = first.iter().sum();
    first.map(|share| share / all)
}

fn intent(shares: &[f32; appraisal::INTENTS], read: &Read<'_, '_>) -> Intent {
    let [danger, crisis, ..] = *shares;
    if crisis >= crisis_from(read) && crisis >= danger * CRISIS_BESIDE_DANGER {
        return Intent::Crisis;
    }
    if danger >= danger_from(read) {
        return Intent::Emergency;
    }
    let others = INTENTS.iter().zip(shares).skip(2);
    let others = others.map(|(intent, share)| match intent {
        Intent::Unknown => (intent, *share * UNKNOWN_COUNTS),
        Intent::Emergency | Intent::Crisis | Intent::Describe | Intent::Ask => (intent, *share),
    });
    let best = others.max_by(|(_, a), (_, b)| a.total_cmp(b));
    let best = best.map_or(Intent::Unknown, |(intent, _)| *intent);
    // What somebody wrote down as a question is one, however few words it has.
    let nearest = read.ranked.first().map_or(0.0, |ranked| ranked.score);
    let well_known = read.by_rule == Intent::Ask && nearest >= WELL_KNOWN;
    let example = || read.ranked.iter().any(|ranked| ranked.example);
    if best == Intent::Unknown && (well_known || example()) {
        return Intent::Ask;
    }
    best
}

fn crisis_from(read: &Read<'_, '_>) -> f32 {
    if read.crisis {
        return CRISIS_FROM;
    }
    let from = in_few_words(read, CRISIS_FROM_IN_FEW).unwrap_or(CRISIS_FROM);
    let from = if read.known() && !read.speaks_of_crisis() {
        from.max(CRISIS_FROM_KNOWN)
    } else {
        from
    };
    if read.no_crisis_meant() {
        from.max(CRISIS_FROM_NOT_MEANT)
    } else {
        from
    }
}

fn danger_from(read: &Read<'_, '_>) -> f32 {
    if read.all_denied() {
        return in_few_words(read, FROM_IN_FEW)
            .unwrap_or(FROM)
            .max(FROM_DENIED);
    }
    if !read.signs.is_empty() {
        return FROM;
    }
    let few = if read.speaks_of_danger() {
        FROM_IN_FEW
    } else {
        FROM_WORDLESS_IN_FEW
    };
    in_few_words(read, few).unwrap_or(FROM)
}

fn in_few_words(read: &Read<'_, '_>, from: InFewWords) -> Option<f32> {
    let count = read.scene.words.list.len();
    let few = from.iter().find(|(words, _)| count <= *words);
    few.map(|(_, from)| *from)
}

fn distinct(Hashes(mut hashes): Hashes) -> Vec<u64> {
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// Which danger a message tells of that is one: what stands by the rules, else what such messages tell
/// of.
pub(super) fn signs(shares: &[f32; SIGNS], standing: &[(u8, Hit)]) -> Choices {
    if !standing.is_empty() {
        return Choices::of(standing.iter().map(|(sign, _)| *sign));
    }
    let best = (0..).zip(shares).max_by(|(_, a), (_, b)| a.total_cmp(b));
    let sure = (0..).zip(shares).filter(|(_, share)| **share > SIGN_FROM);
    let found = sure.chain(best);
    Choices::of(found.map(|(sign, _)| sign))
}
