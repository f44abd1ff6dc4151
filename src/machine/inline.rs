//! `@bot words` in any chat: the best answers, with nothing personal in them.

use jiff::civil::Date;

use crate::{
    language::{self, Intent},
    model::{Catalog, Topic},
};

use super::subject::Subject;

/// The name of the answer to a crisis: no topic.
pub const CRISIS: &str = "crisis";
/// As many answers are offered.
const MOST: usize = 8;
/// What is offered before anything is typed, and where nothing fits.
const FIRST: [Topic; 8] = [
    Topic::Causes,
    Topic::Eyelid,
    Topic::Caffeine,
    Topic::Magnesium,
    Topic::Stress,
    Topic::HowToStop,
    Topic::WhenToSeeDoctor,
    Topic::EmergencySigns,
];

/// The names of the answers that fit, best first. Danger comes first here as well.
pub(super) fn names(catalog: &Catalog, query: &str, today: Date) -> Vec<String> {
    let understood = language::understand(&catalog.lexicon, query, today);
    let danger = matches!(understood.intent, Intent::Emergency | Intent::Crisis);
    let urgent = danger.then_some(Topic::EmergencySigns);
    let asked = understood.topics.iter();
    let asked = asked.filter_map(|asked| Subject::asked(catalog, asked, &understood.assessment));
    let urgent = urgent.and_then(|topic| Subject::of(catalog, topic));
    let near = understood.nearest.iter().copied().chain(FIRST);
    let near = near.filter_map(|topic| Subject::of(catalog, topic));
    let mut names: Vec<String> = Vec::new();
    if understood.intent == Intent::Crisis {
        names.push(CRISIS.to_owned());
    }
    for subject in urgent.into_iter().chain(asked).chain(near) {
        let name = subject.name();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.truncate(MOST);
    names
}
