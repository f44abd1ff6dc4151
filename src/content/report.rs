//! What a check of the content has to say.

use std::fmt;

use super::{draft::Draft, problem::Problem};

/// Everything that a check found.
#[derive(Debug)]
pub struct Checked {
    /// What is wrong; the content is refused if anything is.
    pub problems: Vec<Problem>,
    /// What is worth a look.
    pub warnings: Vec<Problem>,
    /// How hard the texts are to read.
    pub reading: ReadingLevels,
    /// How much there is.
    pub counts: Counts,
}

/// Flesch-Kincaid school grades of the texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadingLevels {
    /// The grade of the middle text.
    pub median: f64,
    /// The grade of the hardest text.
    pub worst: f64,
    /// The key of the hardest text.
    pub worst_key: String,
}

/// How much content there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a count of what it names")]
pub struct Counts {
    pub rules: usize,
    pub cases: usize,
    pub advice: usize,
    pub first_aid: usize,
    pub watch: usize,
    pub questions: usize,
    pub topics: usize,
    pub answers: usize,
    pub examples: usize,
    pub habits: usize,
    pub countries: usize,
    pub places: usize,
    pub sources: usize,
    pub texts: usize,
}

impl Counts {
    pub(super) fn of(draft: &Draft) -> Self {
        Self {
            rules: draft.rules.len(),
            cases: draft.rules.iter().map(|row| row.item.notes.len()).sum(),
            advice: draft.advice.len(),
            first_aid: draft.first_aid.len(),
            watch: draft.watch.len(),
            questions: draft.nodes.len(),
            topics: draft.topics.len(),
            answers: draft
                .topics
                .iter()
                .map(|row| 1 + row.item.entry.answers.len())
                .sum(),
            examples: draft.questions.len(),
            habits: draft.habits.len(),
            countries: draft.countries.len(),
            places: draft.cities.places.names.len(),
            sources: draft.sources.len(),
            texts: draft.texts.by_key.len(),
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            rules,
            cases,
            advice,
            first_aid,
            watch,
            ..
        } = self;
        let Self {
            questions,
            topics,
            answers,
            examples,
            habits,
            countries,
            places,
            sources,
            texts,
            ..
        } = self;
        write!(
            f,
            "{rules} rules with {cases} worked cases, {advice} pieces of advice, "
        )?;
        write!(
            f,
            "{first_aid} of first aid, {watch} changes to watch for, "
        )?;
        write!(
            f,
            "{questions} questions, {topics} topics with {answers} answers and {examples} examples, "
        )?;
        write!(
            f,
            "{habits} habits, {countries} countries, {places} names of places, "
        )?;
        write!(f, "{sources} sources, {texts} texts")
    }
}

impl fmt::Display for ReadingLevels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            median,
            worst,
            worst_key,
        } = self;
        write!(
            f,
            "school grade: median {median:.1}, hardest {worst:.1} (`{worst_key}`)"
        )
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for warning in &self.warnings {
            writeln!(f, "warning: {warning}")?;
        }
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        writeln!(f, "{}", self.counts)?;
        writeln!(f, "{}", self.reading)?;
        match self.problems.len() {
            0 => write!(f, "no problems"),
            1 => write!(f, "1 problem"),
            count => write!(f, "{count} problems"),
        }
    }
}
