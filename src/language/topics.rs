//! Which topics a message asks for: how near it is to the example questions of each.
//!
//! A message and an example are as near as their rare words are the same (cosine of weights by
//! inverse document frequency, each word counted once, as in BM25 with short texts). Words that are
//! in no example count against all of them, so that a message about something else is near to none.

use rustc_hash::FxHashMap;

use crate::model::{
    Document, Example, PieceId, Ranking, Topic,
    grammar::{Classes, Concept, Grammar, MOST_CLASSES},
};

use super::{
    scene::Scene,
    words::{NO_WORD, Word, Words, read},
};

/// Numbers of classes begin here, above those of words.
const CLASS_TERMS: u32 = 1 << 24;
/// The weight of a word that no example has.
const UNKNOWN_RARITY: f32 = 6.5;
/// What is left of the worth of a word that is in all topics alike.
const SPREAD_WORTH: f32 = 0.3;
/// What words of the lexicon that speak for a topic add: for sure, and maybe.
const FOR_SURE: f32 = 0.45;
const MAYBE: f32 = 0.22;
/// What a second and a third example of the same topic add.
const MORE_EXAMPLES: f32 = 0.12;
/// From here on the words of a message are those of an example.
const SAME_WORDS: f32 = 0.999;
/// A word tells of an answer where so many of its examples have it, and at least one of so many.
const FEWEST_TELLING: usize = 2;
const PART_TELLING: usize = 5;

/// A topic that a message may ask for.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The topic.
    pub topic: Topic,
    /// The answer within it that fits best; none: the general one.
    pub answer: Option<PieceId>,
    /// How well it fits, 0 to about 1.6.
    pub score: f32,
    /// Whether words of the lexicon speak for it.
    pub(super) named: Named,
    /// Whether the message is, word for word, an example question of it.
    pub(super) example: bool,
}

impl Ranked {
    /// Whether words of the lexicon speak for it, so that it is asked for in so many words.
    pub fn is_named(&self) -> bool {
        self.named != Named::No
    }
}

/// Whether words of the lexicon speak for a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    No,
    Maybe,
    ForSure,
}

impl Named {
    /// What it adds to the score.
    const fn worth(self) -> f32 {
        match self {
            Self::No => 0.0,
            Self::Maybe => MAYBE,
            Self::ForSure => FOR_SURE,
        }
    }
}

/// The index of the examples.
pub fn index<'e>(grammar: &Grammar, examples: impl Iterator<Item = &'e Example>) -> Ranking {
    let mut ranking = Ranking::default();
    let mut documents: Vec<Vec<u32>> = Vec::new();
    for example in examples {
        let mut terms: Vec<u32> = terms(grammar, &read(grammar, &example.text));
        terms.retain(|term| *term != NO_WORD);
        ranking.documents.push(Document {
            topic: example.topic,
            answer: example.answer.clone(),
        });
        documents.push(terms);
    }
    for (number, terms) in (0_u32..).zip(&documents) {
        for term in terms {
            let next = u32::try_from(ranking.postings.len()).unwrap_or(u32::MAX);
            let row = *ranking.terms.entry(*term).or_insert(next);
            if row == next {
                ranking.postings.push(Vec::new());
            }
            if let Some(row) = ranking.postings.get_mut(row as usize) {
                row.push((number, 0.0));
            }
        }
    }
    ranking.telling = telling(&ranking.documents, &documents);
    weigh(&mut ranking);
    ranking
}

/// Words that several examples of one answer have, and none beside it in its topic: "pregnant" among
/// the questions about caffeine.
fn telling(documents: &[Document], terms: &[Vec<u32>]) -> FxHashMap<(Topic, u32), u32> {
    let mut examples: FxHashMap<(Topic, Option<&PieceId>), usize> = FxHashMap::default();
    // The first document with the word, and how many more of its answer have it; none: others as well.
    let mut found: FxHashMap<(Topic, u32), Option<(u32, usize)>> = FxHashMap::default();
    for ((number, document), terms) in (0_u32..).zip(documents).zip(terms) {
        let (topic, answer) = (document.topic, document.answer.as_ref());
        *examples.entry((topic, answer)).or_default() += 1;
        for term in terms {
            let known = found.entry((topic, *term)).or_insert(Some((number, 0)));
            *known = known.and_then(|(first, count)| {
                let same = documents.get(first as usize)?.answer.as_ref() == answer;
                same.then_some((first, count + 1))
            });
        }
    }
    let tells = |((topic, term), known): ((Topic, u32), Option<(u32, usize)>)| {
        let (first, count) = known?;
        let answer = documents.get(first as usize)?.answer.as_ref()?;
        let all = examples.get(&(topic, Some(answer)))?;
        (count >= FEWEST_TELLING && count * PART_TELLING >= *all).then_some(((topic, term), first))
    };
    found.into_iter().filter_map(tells).collect()
}

/// A word is worth more the fewer examples have it, and the fewer topics it is spread over.
#[expect(
    clippy::cast_precision_loss,
    reason = "there are a few thousand examples"
)]
fn weigh(ranking: &mut Ranking) {
    let all = ranking.documents.len() as f32;
    let topics = (Topic::ALL.len() as f32).ln();
    let documents = &ranking.documents;
    let rarity = |row: &Vec<(u32, f32)>| {
        let having = row.len() as f32;
        let mut of_topics = vec![0.0_f32; Topic::ALL.len()];
        for document in row.iter().filter_map(|(n, _)| documents.get(*n as usize)) {
            if let Some(count) = of_topics.get_mut(document.topic as usize) {
                *count += 1.0 / having;
            }
        }
        let shares = of_topics.iter().filter(|share| **share > 0.0);
        let spread = shares.map(|share| -share * share.ln()).sum::<f32>() / topics;
        let rare = (1.0 + (all - having + 0.5) / (having + 0.5)).ln();
        rare * (SPREAD_WORTH + (1.0 - SPREAD_WORTH) * (1.0 - spread))
    };
    ranking.rarity = ranking.postings.iter().map(rarity).collect();
    let mut lengths = vec![0.0_f32; documents.len()];
    for (row, rarity) in ranking.postings.iter().zip(&ranking.rarity) {
        for (document, _) in row {
            lengths[*document as usize] += rarity * rarity;
        }
    }
    for (row, rarity) in ranking.postings.iter_mut().zip(&ranking.rarity) {
        for (document, weight) in row {
            *weight = rarity / lengths[*document as usize].sqrt().max(f32::MIN_POSITIVE);
        }
    }
}

/// Each word once; words of one meaning are one.
fn terms(grammar: &Grammar, words: &Words) -> Vec<u32> {
    let mut terms: Vec<u32> = words.list.iter().map(|word| term(grammar, word)).collect();
    terms.sort_unstable();
    let unknown = terms.iter().take_while(|term| **term == NO_WORD).count();
    let mut known = terms.split_off(unknown);
    known.dedup();
    terms.extend(known);
    terms
}

fn term(grammar: &Grammar, word: &Word) -> u32 {
    let shared: &Classes = &grammar.one_term;
    if word.classes.meets(shared) {
        let class = (0..MOST_CLASSES).find(|class| word.classes.has(*class) && shared.has(*class));
        if let Some(class) = class.and_then(|class| u32::try_from(class).ok()) {
            return CLASS_TERMS + class;
        }
    }
    word.stem
}

/// A place of the body by itself asks for nothing: "my knee clicks".
const fn is_place(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Eyelid | Topic::Face | Topic::Hands | Topic::Legs | Topic::WholeBody
    )
}

/// The answer of a topic that words of the message ask for, where the nearest example's has none of them.
fn told_answer<'r>(
    ranking: &'r Ranking,
    topic: Topic,
    nearest: &'r Document,
    terms: &[u32],
) -> Option<&'r PieceId> {
    let mut best: Option<(f32, u32)> = None;
    for term in terms {
        let Some(first) = ranking.telling.get(&(topic, *term)) else {
            continue;
        };
        let document = ranking.documents.get(*first as usize)?;
        if document.answer == nearest.answer {
            return nearest.answer.as_ref();
        }
        let row = ranking.terms.get(term)?;
        let rarity = ranking.rarity.get(*row as usize)?;
        if best.is_none_or(|(known, _)| *rarity > known) {
            best = Some((*rarity, *first));
        }
    }
    let told = best.and_then(|(_, first)| ranking.documents.get(first as usize));
    told.unwrap_or(nearest).answer.as_ref()
}

/// The topics that a message may ask for, best first.
pub(super) fn rank(ranking: &Ranking, scene: &Scene<'_>) -> Vec<Ranked> {
    let (grammar, words) = (scene.grammar, scene.words);
    let mut named = vec![Named::No; Topic::ALL.len()];
    let twitches = scene.hits().any(|hit| hit.concept == Concept::Twitch);
    for hit in scene.hits() {
        if let Concept::Topic(topic, sure) = hit.concept
            && let Some(known) = named.get_mut(topic as usize)
        {
            let sure = sure && (twitches || !is_place(topic));
            *known = (*known).max(if sure { Named::ForSure } else { Named::Maybe });
        }
    }
    let mut near = vec![0.0_f32; ranking.documents.len()];
    let mut length = 0.0_f32;
    let terms = terms(grammar, words);
    for term in &terms {
        let row = ranking.terms.get(term).map(|row| *row as usize);
        let Some(row) = row.filter(|_| *term != NO_WORD) else {
            length += UNKNOWN_RARITY * UNKNOWN_RARITY;
            continue;
        };
        let rarity = ranking.rarity.get(row).copied().unwrap_or_default();
        length += rarity * rarity;
        for (document, weight) in ranking.postings.get(row).into_iter().flatten() {
            near[*document as usize] += rarity * weight;
        }
    }
    let length = length.sqrt().max(f32::MIN_POSITIVE);
    let mut best: Vec<Option<([f32; 3], usize)>> = vec![None; Topic::ALL.len()];
    for (at, (document, near)) in ranking.documents.iter().zip(&near).enumerate() {
        let score = near / length;
        let Some(slot) = best
            .get_mut(document.topic as usize)
            .filter(|_| score > 0.0)
        else {
            continue;
        };
        let (scores, first) = slot.get_or_insert(([0.0; 3], at));
        if score > scores[0] {
            *first = at;
        }
        let mut score = score;
        for known in scores {
            if score > *known {
                std::mem::swap(&mut score, known);
            }
        }
    }
    let mut ranked: Vec<Ranked> = Vec::new();
    for ((topic, best), named) in Topic::ALL.iter().zip(best).zip(named) {
        let (nearest, near, first) = best.map_or((0.0, 0.0, None), |(scores, first)| {
            let more = MORE_EXAMPLES * (scores[1] + scores[2]) / 2.0;
            (scores[0], scores[0] + more, ranking.documents.get(first))
        });
        let score = near + named.worth();
        let example = nearest >= SAME_WORDS;
        if score > 0.0 {
            let answer = first.and_then(|document| match document.answer.as_ref() {
                own if example => own,
                _ => told_answer(ranking, *topic, document, &terms),
            });
            ranked.push(Ranked {
                topic: *topic,
                answer: answer.cloned(),
                score,
                named,
                example,
            });
        }
    }
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.topic.cmp(&b.topic)));
    ranked
}
