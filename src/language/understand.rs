//! The whole of what a message says: what it is for, its topics, and what it tells of a twitch.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::{
    Assessment, Choices, Context, Field, Lexicon, Location, Pregnancy, Topic, grammar::Concept,
};

use super::{
    appraise, by_heart, danger,
    matching::Hit,
    message::Message,
    read::Read,
    scene::Scene,
    slots,
    topics::{self, Named, Ranked},
};

/// How near to an example a message has to be, to ask for its topic.
const NEAR_ENOUGH: f32 = 0.47;
/// The same where words of the lexicon only hint at it.
const NEAR_HINTED: f32 = 0.62;
/// The same where no word of the lexicon speaks for it.
const NEAR_UNNAMED: f32 = 0.74;
/// The same where it asks about a twitch, or tells of one.
const NEAR_TWITCH: f32 = 0.35;
/// What is less near than this part of the best is no topic of the message.
const BESIDE_THE_BEST: f32 = 0.62;
/// What a topic gains by being about what a description tells of.
const TOLD: f32 = 0.4;
/// The most topics of a message.
const MOST_TOPICS: usize = 5;
/// A message of this many words, less than half of them known, is in another language or none.
const ENOUGH_WORDS: usize = 3;
/// The most words of a heading.
const HEADING: usize = 5;

/// What a message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// A danger sign, now or in the last seven days.
    Emergency,
    /// Suicide or self-harm.
    Crisis,
    /// Tells of a twitch: a check can start from it.
    Describe,
    /// A question that a topic answers.
    Ask,
    /// Anything else.
    Unknown,
}

impl Intent {
    /// The name in the published format.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Crisis => "crisis",
            Self::Describe => "describe",
            Self::Ask => "ask",
            Self::Unknown => "unknown",
        }
    }
}

/// What a message says.
#[derive(Clone, PartialEq)]
pub struct Understood {
    /// What it is for.
    pub intent: Intent,
    /// Whether danger or a crisis is only heard to be on the safe side, and more likely something else is meant.
    pub unsure: bool,
    /// The topics that it asks for, best first; none where it is unknown.
    pub topics: Vec<Ranked>,
    /// What an unknown message may have meant, best first.
    pub nearest: Vec<Topic>,
    /// What it states, danger signs included; only fields that it states.
    pub assessment: Assessment,
}

impl std::fmt::Debug for Understood {
    /// What was said stays private.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Understood(…)")
    }
}

/// Understands a message. `today` is the day that "since Tuesday" counts back from. The time grows
/// with the message's length, up to its limit of 4096 characters.
pub fn understand(lexicon: &Lexicon, text: &str, today: Date) -> Understood {
    let message = Message::read(&lexicon.grammar, text, today);
    understood(lexicon, &message)
}

/// How many steps it takes to understand a message: words, patterns, hits and times looked at.
pub fn steps(lexicon: &Lexicon, text: &str, today: Date) -> u64 {
    let message = Message::read(&lexicon.grammar, text, today);
    understood(lexicon, &message);
    message.steps()
}

fn understood(lexicon: &Lexicon, message: &Message<'_>) -> Understood {
    let scene = message.scene();
    let first = FirstReading::of(lexicon, &scene);
    let weighed = appraise::weigh(&lexicon.appraisal, &first.read(&scene));
    let known = by_heart::intent(&lexicon.appraisal.by_heart, &scene);
    let mut intent = known.unwrap_or(weighed.intent);
    let mut unsure = known.is_none() && weighed.unsure;
    let calm = !matches!(intent, Intent::Emergency | Intent::Crisis);
    if unsure || (known.is_none() && calm) {
        let meant = of_a_sentence(lexicon, message, &first);
        unsure &= meant.is_none();
        intent = meant.unwrap_or(intent);
    }
    let FirstReading {
        signs: standing,
        assessment: by_rule,
        mut ranked,
        ..
    } = first;
    if intent == Intent::Ask && ranked.is_empty() {
        intent = Intent::Unknown;
    }
    let nearest = ranked.iter().take(3).map(|ranked| ranked.topic).collect();
    let mut assessment = match intent {
        Intent::Unknown => {
            ranked.clear();
            Assessment::default()
        }
        Intent::Describe | Intent::Ask if !standing.is_empty() => slots::assessment(&scene, &[]),
        Intent::Emergency | Intent::Crisis | Intent::Describe | Intent::Ask => by_rule,
    };
    match intent {
        Intent::Emergency => {
            let signs = appraise::signs(&weighed.signs, &standing);
            assessment.set(Field::DangerSigns, signs);
        }
        Intent::Ask => general(&mut assessment),
        Intent::Describe => prefer_told(&mut ranked, &assessment),
        Intent::Crisis | Intent::Unknown => {}
    }
    prefer_examples(&mut ranked);
    let best = ranked.first().map_or(0.0, |ranked| ranked.score);
    ranked.retain(|ranked| ranked.score >= best * BESIDE_THE_BEST);
    ranked.truncate(MOST_TOPICS);
    Understood {
        intent,
        unsure,
        topics: ranked,
        nearest,
        assessment,
    }
}

/// Crisis or danger that a sentence likely tells of when it is read alone: whatever else is told around it
/// does not talk it away.
fn of_a_sentence(lexicon: &Lexicon, message: &Message<'_>, first: &FirstReading) -> Option<Intent> {
    let words = &message.words;
    let scene = message.scene();
    let crises = scene
        .hits()
        .filter(|hit| first.crisis && hit.concept == Concept::Crisis);
    let standing = first.signs.iter().map(|(_, hit)| hit).chain(crises);
    let sentences = standing.filter_map(|hit| {
        let word = words.list.get(hit.from)?;
        (!words.is_question(hit.from)).then_some(word.sentence)
    });
    let sentences: BTreeSet<u16> = sentences.collect();
    let alone = sentences.into_iter().filter_map(|at| message.alone(at));
    let meant = alone.filter_map(|sentence| {
        let scene = sentence.scene();
        let first = FirstReading::of(lexicon, &scene);
        let meant = appraise::alone(&lexicon.appraisal, &first.read(&scene));
        message.took(sentence.steps());
        meant
    });
    // Of both, crisis: its words name the emergency number as well.
    meant.min_by_key(|intent| *intent != Intent::Crisis)
}

/// What a message states, whatever it is for: it tells more of a twitch that is known already. No danger
/// signs: they come first, by [`understand`].
pub fn told(lexicon: &Lexicon, text: &str, today: Date) -> Assessment {
    let message = Message::read(&lexicon.grammar, text, today);
    let scene = message.scene();
    slots::assessment(&scene, &[])
}

/// What the rules make of a message, before it is weighed.
pub(super) struct FirstReading {
    signs: Vec<(u8, Hit)>,
    assessment: Assessment,
    crisis: bool,
    ranked: Vec<Ranked>,
    fields: Vec<Field>,
    intent: Intent,
}

impl FirstReading {
    pub(super) fn of(lexicon: &Lexicon, scene: &Scene<'_>) -> Self {
        let signs = danger::signs(scene);
        let assessment = slots::assessment(scene, &signs);
        let ranked = topics::rank(&lexicon.ranking, scene);
        let crisis = danger::crisis(scene);
        let answered = |field: &Field| !assessment.get(*field).is_empty();
        Self {
            crisis,
            intent: by_rule(scene, crisis, &signs, &assessment, &ranked),
            fields: Field::ALL.into_iter().filter(answered).collect(),
            assessment,
            signs,
            ranked,
        }
    }

    pub(super) fn read<'r, 'm>(&'r self, scene: &'r Scene<'m>) -> Read<'r, 'm> {
        Read {
            scene,
            by_rule: self.intent,
            signs: &self.signs,
            crisis: self.crisis,
            ranked: &self.ranked,
            fields: &self.fields,
        }
    }
}

fn by_rule(
    scene: &Scene<'_>,
    crisis: bool,
    signs: &[(u8, Hit)],
    assessment: &Assessment,
    ranked: &[Ranked],
) -> Intent {
    let best = ranked.first().map_or(0.0, |ranked| ranked.score);
    let named = ranked.first().map_or(Named::No, |ranked| ranked.named);
    let enough = match named {
        _ if speaks_of_twitch(scene) => NEAR_TWITCH,
        Named::ForSure => NEAR_ENOUGH,
        Named::Maybe => NEAR_HINTED,
        Named::No => NEAR_UNNAMED,
    };
    let readable = is_readable(scene);
    let alone = scene.words.list.len() == 1 && named == Named::No;
    if crisis {
        Intent::Crisis
    } else if !signs.is_empty() {
        Intent::Emergency
    } else if readable && describes(scene, assessment) {
        Intent::Describe
    } else if readable && best >= enough && !alone {
        Intent::Ask
    } else {
        Intent::Unknown
    }
}

/// Who tells of a twitch wants to know about that place of the body, and about what came before it.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few topics belong to an answer of the check"
)]
fn prefer_told(ranked: &mut [Ranked], assessment: &Assessment) {
    use Location as L;
    let told = |topic: Topic| match topic {
        Topic::Eyelid => assessment.has(L::Eyelid),
        Topic::Face => [L::Face, L::JawOrMouth]
            .iter()
            .any(|place| assessment.has(*place)),
        Topic::Hands => assessment.has(L::Hand),
        Topic::Legs => [L::Thigh, L::Calf, L::Foot]
            .iter()
            .any(|place| assessment.has(*place)),
        Topic::WholeBody => assessment.has(L::WholeBody),
        Topic::Pregnancy => assessment.has(Pregnancy::Pregnant),
        Topic::Medicines => [
            Context::NewMedicine,
            Context::StoppedMedicine,
            Context::StoppedSedative,
        ]
        .iter()
        .any(|what| assessment.has(*what)),
        _ => false,
    };
    for ranked in ranked.iter_mut() {
        if told(ranked.topic) {
            ranked.score += TOLD;
        }
    }
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.topic.cmp(&b.topic)));
}

/// What somebody wrote down as a question about a topic is about that topic.
fn prefer_examples(ranked: &mut [Ranked]) {
    let best = ranked.first().map_or(0.0, |ranked| ranked.score);
    if let Some(at) = ranked.iter().position(|ranked| ranked.example) {
        ranked[..=at].rotate_right(1);
        ranked[0].score = ranked[0].score.max(best);
    }
}

/// Whether most words are known.
fn is_readable(scene: &Scene<'_>) -> bool {
    let words = &scene.words.list;
    let known = words.iter().filter(|word| word.known).count();
    words.len() < ENOUGH_WORDS || 2 * known > words.len()
}

/// A question tells little of the one who asks: who it is about, not how they are.
fn general(assessment: &mut Assessment) {
    for field in Field::ALL {
        if !matches!(field, Field::AgeGroup | Field::Pregnancy | Field::Context) {
            assessment.set(field, Choices::EMPTY);
        }
    }
}

/// Whether the message tells of a twitch, rather than asks about twitches.
fn describes(scene: &Scene<'_>, assessment: &Assessment) -> bool {
    let answered = |field: &&Field| !assessment.get(**field).is_empty();
    let told_of =
        |field: &Field| !matches!(field, Field::Locations | Field::Pregnancy | Field::AgeGroup);
    let details = Field::ALL
        .iter()
        .filter(answered)
        .filter(|field| told_of(field))
        .count();
    let habits = [Field::Lifestyle, Field::Context];
    let habits = habits.iter().filter(answered).count();
    let placed = !assessment.get(Field::Locations).is_empty();
    let twitches = || {
        scene.hits().filter(|hit| {
            if hit.concept != Concept::Twitch {
                return false;
            }
            let meaning = scene.meaning(hit);
            !meaning.denied && !meaning.asked && !meaning.figure
        })
    };
    let asking = scene.asking();
    let asked_before = |hit: &Hit| {
        let word = scene.words.list.get(hit.from);
        let sentence = word.map_or(0, |word| usize::from(word.sentence));
        asking.get(sentence).is_some_and(|from| *from <= hit.from)
    };
    let told = twitches().any(|hit| !asked_before(hit));
    let asks = scene.asks() || scene.words.asked.contains(&true);
    let dated = dated(assessment);
    let someone = (0..scene.words.list.len()).any(|at| scene.tells_of(at));
    let heading = is_heading(scene) && !someone && !dated;
    if told {
        // "Eye twitch from screens?" asks, "my eye twitches, is it the screens" tells.
        return if asks {
            dated || (someone && details > 0)
        } else if heading {
            // "Work stress and eyelid" asks, too; "lid twitching" tells.
            habits == 0 && (details > 0 || placed)
        } else {
            details > 0 || placed || someone
        };
    }
    if asks {
        return twitches().next().is_some() && dated && details > 1;
    }
    let enough = if heading { details - habits } else { details };
    (placed && enough > 0) || enough > 1
}

/// Whether a twitch is in it, asked about or told of: then it is hardly about anything else.
fn speaks_of_twitch(scene: &Scene<'_>) -> bool {
    let twitches = |hit: &Hit| hit.concept == Concept::Twitch && !scene.figure(hit);
    scene.hits().any(twitches)
}

/// Whether it is a few words without a stop, as one types them into a search.
fn is_heading(scene: &Scene<'_>) -> bool {
    let words = &scene.words.list;
    words.len() <= HEADING && words.last().is_none_or(|last| last.clause == 0)
}

/// Whether it says since when or how often.
fn dated(assessment: &Assessment) -> bool {
    let says = |field: Field| !assessment.get(field).is_empty();
    says(Field::Duration) || says(Field::Frequency)
}
