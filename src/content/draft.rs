//! Everything read, with where it stands: what the checks look at before it becomes a catalog.

use std::{panic::resume_unwind, thread};

use crate::model::{
    Advice, Catalog, Country, CountryCode, Example, FirstAid, Habit, Lexicon, Node, RETENTION_DAYS,
    Rule, Source, SourceKey, Watch,
};

use super::{
    about::{self, About},
    advice, appraisal, check_flow,
    cities::{self, Cities},
    countries,
    doctor::{self, Visit},
    files::Files,
    first_aid, habits, lexicon,
    problem::{Findings, Place},
    questions, rules, sources, times,
    topics::{self, TopicRow},
    watch,
    words::Texts,
};

/// A row of content and where it stands.
#[derive(Debug)]
pub(super) struct Row<T> {
    pub(super) at: Place,
    pub(super) item: T,
}

/// A rule, and where each of its worked cases stands with what it shows.
#[derive(Debug)]
pub(super) struct RuleRow {
    pub(super) rule: Rule,
    pub(super) notes: Vec<(Place, String)>,
}

/// Everything read.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) about: Option<About>,
    pub(super) sources: Vec<Row<(SourceKey, Source)>>,
    pub(super) countries: Vec<Row<Country>>,
    pub(super) rules: Vec<Row<RuleRow>>,
    pub(super) advice: Vec<Row<Advice>>,
    pub(super) first_aid: Vec<Row<FirstAid>>,
    pub(super) watch: Vec<Row<Watch>>,
    pub(super) visit: Visit,
    pub(super) habits: Vec<Row<Habit>>,
    pub(super) cities: Cities,
    pub(super) nodes: Vec<Row<Node>>,
    pub(super) topics: Vec<Row<TopicRow>>,
    pub(super) questions: Vec<Row<Example>>,
    pub(super) lexicon: Lexicon,
    pub(super) texts: Texts,
    words_at: Place,
}

impl Draft {
    /// Reads all files.
    pub(super) fn read(files: &Files, findings: &mut Findings) -> Self {
        let texts = Texts::read(files, findings);
        let countries = countries::read(files, findings);
        let questions = questions::read(files, findings);
        let codes = countries.iter().map(|row| &row.item.code);
        let lexicon = all_words(files, &texts, codes, &questions, findings);
        Self {
            about: about::read(files, findings),
            sources: sources::read(files, findings),
            rules: rules::read(files, findings),
            advice: advice::read(files, findings),
            first_aid: first_aid::read(files, findings),
            watch: watch::read(files, findings),
            visit: doctor::read(files, findings),
            habits: habits::read(files, findings),
            cities: cities::read(files, findings),
            nodes: check_flow::read(files, findings),
            topics: topics::read(files, findings),
            questions,
            words_at: files.top(about::LANGUAGE),
            countries,
            lexicon,
            texts,
        }
    }

    /// The catalog, where nothing was found wrong.
    pub(super) fn into_catalog(self, findings: &mut Findings) -> Option<Catalog> {
        let about = self.about?;
        let words = self.texts.into_words(findings, &self.words_at)?;
        let mut countries: Vec<_> = items(self.countries).collect();
        countries.sort_by_cached_key(|country| words.say(&country.name()).into_owned());
        Some(Catalog {
            version: about.version,
            reviewed: about.reviewed,
            sources: items(self.sources).collect(),
            countries,
            rules: items(self.rules).map(|row| row.rule).collect(),
            advice: items(self.advice).collect(),
            first_aid: items(self.first_aid).collect(),
            watch: items(self.watch).collect(),
            doctor_questions: items(self.visit.questions).collect(),
            doctor_tests: items(self.visit.tests).collect(),
            habits: items(self.habits).collect(),
            places: self.cities.places,
            nodes: items(self.nodes).collect(),
            topics: items(self.topics).map(|row| row.entry).collect(),
            questions: items(self.questions).collect(),
            lexicon: self.lexicon,
            words,
            retention_days: RETENTION_DAYS,
        })
    }
}

/// The words that people use, with all that they are read by.
pub(super) fn all_words<'c>(
    files: &Files,
    texts: &Texts,
    countries: impl Iterator<Item = &'c CountryCode> + Send,
    questions: &[Row<Example>],
    findings: &mut Findings,
) -> Lexicon {
    let mut lexicon = lexicon::read(files, findings);
    // What the patterns need nothing of: read beside them, it costs no time at the start.
    let (rest, found) = thread::scope(|scope| {
        let beside = scope.spawn(|| {
            let (mut rest, mut found) = (Lexicon::default(), Findings::default());
            lexicon::add_names(&mut rest, texts, countries);
            rest.times = times::read(files, &mut found);
            rest.appraisal = appraisal::read(files, &mut found);
            (rest, found)
        });
        lexicon::add_grammar(&mut lexicon, files, questions, findings);
        beside.join().unwrap_or_else(|panic| resume_unwind(panic))
    });
    findings.append(found);
    Lexicon {
        options: rest.options,
        countries: rest.countries,
        times: rest.times,
        appraisal: rest.appraisal,
        ..lexicon
    }
}

/// The rows by rank, small first; rows of one rank stay in their order.
pub(super) fn ranked<T>(mut rows: Vec<(u32, Row<T>)>) -> Vec<Row<T>> {
    rows.sort_by_key(|(rank, _)| *rank);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn items<T>(rows: Vec<Row<T>>) -> impl Iterator<Item = T> {
    rows.into_iter().map(|row| row.item)
}
