//! What a message says of the person's twitch, as a partial assessment.

use crate::model::{
    Assessment, Choices, Context, Field, Lifestyle, Location, Pregnancy, Symptom, Value as _,
    grammar::Concept,
};

use super::{
    caffeine,
    context::{Meaning, Scene},
    matching::Hit,
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
    for hit in scene.hits {
        let Concept::Value(field, value) = hit.concept else {
            continue;
        };
        let covered = scene.hits.iter().any(|other| {
            matches!(other.concept, Concept::Value(f, _) if f == field)
                && other.from <= hit.from
                && hit.to <= other.to
                && other.to - other.from > hit.to - hit.from
                && longer_wins(field)
        });
        let in_sign = signs.iter().any(|(_, sign)| sign.overlaps(hit))
            && (matches!(field, Field::Symptoms | Field::Locations | Field::Frequency)
                || (field, value) == (Field::Context, Context::FamilyHistory.index()));
        if covered || in_sign {
            continue;
        }
        let fine = if field == Field::Locations {
            place(scene, hit)
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

/// A place of the body is one of twitching where no other symptom stands nearer.
fn place(scene: &Scene<'_>, hit: &Hit) -> bool {
    if scene.denied(hit) || scene.asked(hit) || scene.figure(hit) {
        return false;
    }
    let gap = |other: &Hit| {
        if other.from >= hit.to {
            other.from - hit.to
        } else {
            hit.from.saturating_sub(other.to)
        }
    };
    let same_clause = |other: &&Hit| scene.same_clause(other.from, hit.from);
    let twitch = scene
        .hits
        .iter()
        .filter(|other| {
            other.concept == Concept::Twitch && scene.same_sentence(other.from, hit.from)
        })
        .map(gap)
        .min();
    let bodily = |other: &&Hit| match other.concept {
        Concept::Value(Field::Symptoms, value) => {
            value != Symptom::CrampsOrPain.index() || twitch.is_none_or(|t| t > 0)
        }
        Concept::Danger(_) => true,
        Concept::Crisis
        | Concept::Value(..)
        | Concept::Twitch
        | Concept::Topic(..)
        | Concept::Cue(_) => false,
    };
    let symptom = scene
        .hits
        .iter()
        .filter(bodily)
        .filter(same_clause)
        .map(gap)
        .min();
    let background = scene.hits.iter().any(|other| {
        matches!(other.concept, Concept::Value(Field::Context, _)) && other.overlaps(hit)
    });
    if background {
        return false;
    }
    let any_twitch = scene
        .hits
        .iter()
        .any(|other| other.concept == Concept::Twitch);
    match (twitch, symptom) {
        (Some(twitch), Some(symptom)) => twitch <= symptom,
        (None, Some(symptom)) => symptom > OWN_PLACE && any_twitch,
        (Some(_) | None, None) => true,
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
        scene.meaning(&hit).stands()
    };
    let milligrams = caffeine::milligrams(scene.grammar, scene.words, scene.spans, stands);
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
    let little = scene.spans.iter().any(|span| {
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
    for span in scene.spans {
        match span.tense {
            Tense::Age => {
                if let Some(age) = time::age_group(span.most_days)
                    && answers.get(Field::AgeGroup).is_empty()
                    && !scene.told_of_relative(span)
                {
                    answers.set(Field::AgeGroup, Choices::one(age.index()));
                }
            }
            Tense::For | Tense::Since | Tense::Ago => match of_what(scene, values, span) {
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

/// What a span of time dates: the nearest of twitch, symptom and event in its part of the sentence.
fn of_what(scene: &Scene<'_>, values: &[Stated], span: &Span) -> What {
    let near = |hit: &Hit| {
        scene.same_clause(hit.from, span.from).then(|| {
            if hit.from >= span.to {
                hit.from - span.to
            } else {
                span.from.saturating_sub(hit.to)
            }
        })
    };
    let nearest = |wanted: &dyn Fn(&Hit) -> bool| {
        scene
            .hits
            .iter()
            .filter(|hit| wanted(hit))
            .filter_map(near)
            .min()
    };
    let twitch = nearest(&|hit| hit.concept == Concept::Twitch);
    let event = nearest(&|hit| {
        matches!(
            hit.concept,
            Concept::Value(Field::Context | Field::Pregnancy | Field::Lifestyle, _)
                | Concept::Danger(_)
                | Concept::Crisis
        )
    });
    let symptom = values
        .iter()
        .filter(|(field, _, _)| *field == Field::Symptoms)
        .filter_map(|(_, _, hit)| near(hit))
        .min();
    let several = scene
        .spans
        .iter()
        .filter(|span| matches!(span.tense, Tense::For | Tense::Since | Tense::Ago))
        .count()
        > 1;
    let any_twitch = scene.hits.iter().any(|hit| hit.concept == Concept::Twitch);
    match (twitch, symptom, event) {
        (Some(twitch), Some(symptom), _) if several && symptom < twitch => What::Symptom,
        (Some(twitch), _, Some(event)) if event < twitch => What::Other,
        (None, Some(_), None) if any_twitch => What::Symptom,
        (None, _, Some(_)) => What::Other,
        (Some(_), _, _) | (None, _, None) => What::Twitch,
    }
}
