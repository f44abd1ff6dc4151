//! What a message says of the person's twitch, as a partial assessment.

use crate::model::{
    Assessment, Choices, Context, Field, Lifestyle, Location, Pregnancy, Symptom, Value as _,
    grammar::Concept,
};

use super::{
    caffeine,
    context::Meaning,
    marks::Mark,
    matching::Hit,
    nearest::{self, Nearest},
    scene::Scene,
    time::{self, Span, Tense},
};

/// The most mg of caffeine a day that are not a lot; in pregnancy.
const MUCH_CAFFEINE: f64 = 400.0;
const MUCH_IN_PREGNANCY: f64 = 200.0;
/// Hours of sleep a night that are enough, and how near to its hours the word stands.
const ENOUGH_SLEEP: f64 = 7.0;
const SLEEP_REACH: usize = 3;
/// How near a symptom has to stand to take a place of the body for its own.
const OWN_PLACE: usize = 3;
/// Background that stays true however long ago it is told of.
const LASTING: [Context; 8] = [
    Context::Lithium,
    Context::KidneyOrLiver,
    Context::Diabetes,
    Context::Thyroid,
    Context::KnownEpilepsy,
    Context::KnownNeurological,
    Context::FamilyHistory,
    Context::PastSpell,
];

/// What the message states. `signs` are the danger signs that stand, with where.
pub(super) fn assessment(scene: &Scene<'_>, signs: &[(u8, Hit)]) -> Assessment {
    let mut answers = Assessment::default();
    answers.set(
        Field::DangerSigns,
        Choices::of(signs.iter().map(|(sign, _)| *sign)),
    );
    let values = values(scene, signs);
    for (field, value, _) in &values {
        if field.is_list() {
            answers.set(*field, answers.get(*field).with(*value));
        } else if answers.get(*field).is_empty() {
            answers.set(*field, Choices::one(*value));
        }
    }
    prune(&mut answers);
    caffeine(scene, &mut answers);
    sleep(scene, &mut answers);
    times(scene, &values, &mut answers);
    answers
}

type Stated = (Field, u8, Hit);

/// The values that stand, without those that a longer pattern of the same field covers.
fn values(scene: &Scene<'_>, signs: &[(u8, Hit)]) -> Vec<Stated> {
    let mut stated: Vec<Stated> = Vec::new();
    let mut of_signs = vec![false; scene.words.list.len()];
    for (_, sign) in signs {
        of_signs[sign.from..sign.to].fill(true);
    }
    let places = Places::of(scene);
    for hit in scene.hits() {
        let Concept::Value(field, value) = hit.concept else {
            continue;
        };
        let near = hit.from.saturating_sub(scene.longest())..hit.from + 1;
        let covered = longer_wins(field)
            && scene.hits_from(near).any(|other| {
                matches!(other.concept, Concept::Value(f, _) if f == field)
                    && hit.to <= other.to
                    && other.to - other.from > hit.to - hit.from
            });
        let in_sign = of_signs[hit.from..hit.to].contains(&true)
            && (matches!(field, Field::Symptoms | Field::Locations | Field::Frequency)
                || (field, value) == (Field::Context, Context::FamilyHistory.index()));
        if covered || in_sign {
            continue;
        }
        let fine = if field == Field::Locations {
            places.twitches(scene, hit)
        } else {
            meant(field, value, scene.meaning(hit))
        };
        if fine {
            stated.push((field, value, *hit));
        }
    }
    stated
}

/// In a list of symptoms each counts for itself.
const fn longer_wins(field: Field) -> bool {
    matches!(
        field,
        Field::Locations | Field::Frequency | Field::Context | Field::Impact
    )
}

fn meant(field: Field, value: u8, meaning: Meaning) -> bool {
    if field == Field::Context && LASTING.iter().any(|lasting| lasting.index() == value) {
        let family = value == Context::FamilyHistory.index();
        return !meaning.denied
            && !meaning.asked
            && !meaning.figure
            && (family || !meaning.relative || value == Context::PastSpell.index());
    }
    // What ran on for years is past only where nothing says that it is still so.
    let past_counts = matches!(field, Field::Symptoms | Field::Lifestyle);
    let past = past_counts && meaning.past;
    !(meaning.denied || meaning.asked || meaning.figure || meaning.relative || past)
}

/// What a place of the body may be the place of.
struct Places {
    twitch: Nearest,
    cramps: Nearest,
    bodily: Nearest,
    any_twitch: bool,
}

impl Places {
    fn of(scene: &Scene<'_>) -> Self {
        let cramps = Concept::Value(Field::Symptoms, Symptom::CrampsOrPain.index());
        let bodily = |hit: &&Hit| {
            hit.concept != cramps
                && matches!(
                    hit.concept,
                    Concept::Value(Field::Symptoms, _) | Concept::Danger(_)
                )
        };
        let twitches = || scene.hits().filter(|hit| hit.concept == Concept::Twitch);
        let cramps = scene.hits().filter(|hit| hit.concept == cramps);
        Self {
            twitch: Nearest::of(scene, nearest::sentence, twitches()),
            cramps: Nearest::of(scene, nearest::clause, cramps),
            bodily: Nearest::of(scene, nearest::clause, scene.hits().filter(bodily)),
            any_twitch: twitches().next().is_some(),
        }
    }

    /// A place of the body is one of twitching where no other symptom stands nearer.
    fn twitches(&self, scene: &Scene<'_>, hit: &Hit) -> bool {
        if scene.denied(hit) || scene.asked(hit) || scene.figure(hit) {
            return false;
        }
        if scene.any_marked(hit.from..hit.to, Mark::Background) {
            return false;
        }
        let gap = |nearest: &Nearest| nearest.gap(scene, hit.from, hit.to);
        let twitch = gap(&self.twitch);
        let cramps = gap(&self.cramps).filter(|_| twitch.is_none_or(|t| t > 0));
        let symptom = gap(&self.bodily).into_iter().chain(cramps).min();
        match (twitch, symptom) {
            (Some(twitch), Some(symptom)) => twitch <= symptom,
            (None, Some(symptom)) => symptom > OWN_PLACE && self.any_twitch,
            (Some(_) | None, None) => true,
        }
    }
}

/// What a nearer value makes superfluous.
fn prune(answers: &mut Assessment) {
    if answers.has(Location::WholeBody) {
        answers.set(Field::Locations, Choices::one(Location::WholeBody.index()));
    }
    let symptoms = answers.get(Field::Symptoms);
    let mut kept = symptoms;
    if answers.has(Symptom::WeaknessGettingWorse) {
        kept = kept.without(Symptom::Weakness.index());
    }
    if answers.has(Symptom::MouthTingling) {
        kept = kept
            .without(Symptom::NumbnessOrTingling.index())
            .without(Symptom::CrampsOrPain.index());
    }
    if answers.has(Symptom::SevereHeadache) || answers.has(Symptom::RedOrSwollenEye) {
        kept = kept.without(Symptom::CrampsOrPain.index());
    }
    answers.set(Field::Symptoms, kept);
    let context = answers.get(Field::Context);
    let mut kept = context;
    if answers.has(Context::StoppedSedative) {
        kept = kept.without(Context::StoppedMedicine.index());
    }
    answers.set(Field::Context, kept);
}

fn caffeine(scene: &Scene<'_>, answers: &mut Assessment) {
    let stands = |at: usize| {
        let hit = Hit {
            concept: Concept::Twitch,
            from: at,
            to: at + 1,
            pattern: 0,
            own: 1,
        };
        let meaning = scene.meaning(&hit);
        let told = Meaning {
            asked: meaning.asked && !scene.asks_later(&hit),
            ..meaning
        };
        told.stands()
    };
    let milligrams = caffeine::milligrams(scene, stands);
    let limit = if answers.has(Pregnancy::Pregnant) {
        MUCH_IN_PREGNANCY
    } else {
        MUCH_CAFFEINE
    };
    if milligrams > limit {
        let choices = answers
            .get(Field::Lifestyle)
            .with(Lifestyle::HighCaffeine.index());
        answers.set(Field::Lifestyle, choices);
    }
}

/// "Four hours of sleep": under seven is little.
fn sleep(scene: &Scene<'_>, answers: &mut Assessment) {
    let little = scene.spans().any(|span| {
        let hours = span.most_days * 24.0;
        let near = span.from.saturating_sub(SLEEP_REACH)..span.to + SLEEP_REACH;
        let hour = (0.9..ENOUGH_SLEEP).contains(&hours);
        hour && span.tense != Tense::Ago
            && near
                .into_iter()
                .any(|at| scene.asleep(at) && scene.same_clause(at, span.from))
    });
    if little {
        let choices = answers
            .get(Field::Lifestyle)
            .with(Lifestyle::PoorSleep.index());
        answers.set(Field::Lifestyle, choices);
    }
}

/// Ages, and how long the twitch and what came with it have lasted.
fn times(scene: &Scene<'_>, values: &[Stated], answers: &mut Assessment) {
    let mut duration: Option<f64> = None;
    let mut since: Option<f64> = None;
    let dated = Dated::of(scene, values);
    for span in scene.spans() {
        match span.tense {
            Tense::Age => {
                if let Some(age) = time::age_group(span.most_days)
                    && answers.get(Field::AgeGroup).is_empty()
                    && !scene.told_of_relative(span)
                {
                    answers.set(Field::AgeGroup, Choices::one(age.index()));
                }
            }
            Tense::For | Tense::Since | Tense::Ago => match dated.what(scene, span) {
                What::Twitch => {
                    duration =
                        Some(duration.map_or(span.most_days, |d: f64| d.max(span.most_days)));
                }
                What::Symptom => {
                    since = Some(since.map_or(span.least_days, |d: f64| d.min(span.least_days)));
                }
                What::Other => {}
            },
            Tense::Per | Tense::Other => {}
        }
    }
    if let Some(days) = duration {
        answers.set(Field::Duration, Choices::one(time::band(days).index()));
    }
    if let Some(days) = since.filter(|_| !answers.get(Field::Symptoms).is_empty()) {
        answers.set(Field::SymptomsSince, Choices::one(time::band(days).index()));
    }
}

enum What {
    Twitch,
    Symptom,
    Other,
}

/// What a span of time may date.
struct Dated {
    twitch: Nearest,
    symptom: Nearest,
    event: Nearest,
    /// Whether there are several spans.
    several: bool,
    any_twitch: bool,
}

impl Dated {
    fn of(scene: &Scene<'_>, values: &[Stated]) -> Self {
        let event = |hit: &&Hit| {
            matches!(
                hit.concept,
                Concept::Value(Field::Context | Field::Pregnancy | Field::Lifestyle, _)
                    | Concept::Danger(_)
                    | Concept::Crisis
            )
        };
        let twitches = || scene.hits().filter(|hit| hit.concept == Concept::Twitch);
        let symptoms = values
            .iter()
            .filter(|(field, _, _)| *field == Field::Symptoms);
        let dates = |span: &&Span| matches!(span.tense, Tense::For | Tense::Since | Tense::Ago);
        Self {
            twitch: Nearest::of(scene, nearest::clause, twitches()),
            symptom: Nearest::of(scene, nearest::clause, symptoms.map(|(_, _, hit)| hit)),
            event: Nearest::of(scene, nearest::clause, scene.hits().filter(event)),
            several: scene.spans().filter(dates).nth(1).is_some(),
            any_twitch: twitches().next().is_some(),
        }
    }

    /// What a span dates: the nearest of twitch, symptom and event in its part of the sentence.
    fn what(&self, scene: &Scene<'_>, span: &Span) -> What {
        let gap = |nearest: &Nearest| nearest.gap(scene, span.from, span.to);
        match (gap(&self.twitch), gap(&self.symptom), gap(&self.event)) {
            (Some(twitch), Some(symptom), _) if self.several && symptom < twitch => What::Symptom,
            (Some(twitch), _, Some(event)) if event < twitch => What::Other,
            (None, Some(_), None) if self.any_twitch => What::Symptom,
            (None, _, Some(_)) => What::Other,
            (Some(_), _, _) | (None, _, None) => What::Twitch,
        }
    }
}
