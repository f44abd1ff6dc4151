//! Texts and what asks for them: none missing, none unused, no variable that nothing fills.

use std::collections::BTreeMap;

use crate::{
    content::{
        about::LANGUAGE,
        draft::Draft,
        files::Files,
        problem::{Findings, Place, did_you_mean, nearest},
        words::TextRow,
    },
    model::{AgeGroup, Field, NodeKind, keys},
};

/// Fields whose values need a line of explanation.
const EXPLAINED: [Field; 3] = [Field::DangerSigns, Field::Symptoms, Field::Context];
/// Filled in whatever is said about the person: the age group's name, or [`UNKNOWN_AGE`].
const AGE: &str = "age";
const UNKNOWN_AGE: &str = "unknown";

/// A text that something asks for.
struct Wanted {
    at: Place,
    variables: &'static [&'static str],
    required: bool,
}

/// Holds the texts against what asks for them.
pub(super) fn check(draft: &Draft, files: &Files, findings: &mut Findings) {
    let wanted = Wishes::of(draft, files).0;
    for (key, wish) in &wanted {
        match draft.texts.by_key.get(key) {
            Some(text) => variables(key, text, wish, findings),
            None if wish.required => {
                findings.problem(&wish.at, format!("the text `{key}` is missing"));
            }
            None => {}
        }
    }
    // A row that could not be read makes its texts look unused.
    if findings.unread(".toml") {
        return;
    }
    let missing = wanted.keys().map(String::as_str);
    let missing: Vec<_> = missing
        .filter(|key| !draft.texts.by_key.contains_key(*key))
        .collect();
    for (key, text) in &draft.texts.by_key {
        if !wanted.contains_key(key) {
            let hint = nearest(key, missing.iter().copied());
            findings.hinted(&text.at, format!("nothing uses the text `{key}`"), hint);
        }
    }
}

fn variables(key: &str, text: &TextRow, wish: &Wanted, findings: &mut Findings) {
    for variable in &text.variables {
        if !wish.variables.contains(&variable.as_str()) {
            let hint = did_you_mean(variable, wish.variables.iter().copied());
            findings.hinted(
                &text.at,
                format!("nothing fills `${variable}` in `{key}`"),
                hint,
            );
        }
    }
    let ages = || {
        AgeGroup::NAMES
            .iter()
            .copied()
            .chain([UNKNOWN_AGE, "other"])
    };
    for (_, names) in text.variants.iter().filter(|(variable, _)| variable == AGE) {
        for name in names.iter().filter(|name| !ages().any(|age| age == *name)) {
            let hint = did_you_mean(name, ages());
            findings.hinted(
                &text.at,
                format!("`{key}`: unknown age group `{name}`"),
                hint,
            );
        }
    }
}

#[derive(Default)]
struct Wishes(BTreeMap<String, Wanted>);

impl Wishes {
    fn of(draft: &Draft, files: &Files) -> Self {
        let mut wishes = Self::default();
        let any_file = files.top(&format!("{LANGUAGE}/chat.ftl"));
        for (key, variables) in keys::all() {
            wishes.add((*key).to_owned(), &any_file, variables, true);
        }
        wishes.options(&files.top(&format!("{LANGUAGE}/options.ftl")));
        wishes.follow_up(&files.top(&format!("{LANGUAGE}/follow_up.ftl")));
        wishes.questions(draft);
        wishes.pieces(draft);
        wishes.topics(draft);
        wishes
    }

    fn add(&mut self, key: String, at: &Place, variables: &'static [&'static str], required: bool) {
        self.0.insert(
            key,
            Wanted {
                at: at.clone(),
                variables,
                required,
            },
        );
    }

    fn plain(&mut self, key: String, at: &Place) {
        self.add(key, at, &[], true);
    }

    fn options(&mut self, at: &Place) {
        for field in Field::ALL {
            for value in field.values() {
                let key = format!("opt-{}-{value}", field.name());
                // "None of these" explains itself.
                let explained =
                    EXPLAINED.contains(&field) && !matches!(*value, "none" | "not_sure");
                self.add(format!("{key}.long"), at, &[AGE], explained);
                self.add(format!("{key}.names"), at, &[], false);
                self.add(key, at, &[AGE], true);
            }
        }
    }

    /// Where it twitches, for how long and how it was, in the middle of a sentence.
    fn follow_up(&mut self, at: &Place) {
        for (what, field) in [("place", Field::Locations), ("lasted", Field::Duration)] {
            for value in field.values() {
                self.plain(format!("follow-up-{what}-{value}"), at);
            }
        }
        for now in ["gone", "better", "same", "worse"] {
            self.plain(format!("follow-up-told-{now}"), at);
        }
    }

    fn questions(&mut self, draft: &Draft) {
        for row in &draft.nodes {
            let node = &row.item;
            self.add(format!("ask-{}", node.id), &row.at, &[AGE], true);
            self.add(format!("why-{}", node.id), &row.at, &[AGE], true);
            self.add(format!("review-{}", node.id), &row.at, &[AGE], true);
            if let NodeKind::Grouped(groups) = &node.kind {
                for group in groups {
                    self.plain(format!("group-{}-{}", node.id, group.id), &row.at);
                }
            }
        }
    }

    fn topics(&mut self, draft: &Draft) {
        for row in &draft.topics {
            let entry = &row.item.entry;
            self.answer(entry.topic.text_key(None), &row.at);
            for (answer, at) in entry.answers.iter().zip(&row.item.answers_at) {
                self.answer(entry.topic.text_key(Some(answer.id.as_str())), at);
            }
        }
    }

    fn answer(&mut self, key: String, at: &Place) {
        self.plain(format!("{key}.title"), at);
        self.add(format!("{key}.more"), at, &[], false);
        self.plain(key, at);
    }

    fn pieces(&mut self, draft: &Draft) {
        for row in &draft.rules {
            let key = format!("rule-{}", row.item.rule.id);
            // As it is said at a follow-up, where only the days that have passed made it fire.
            self.add(format!("{key}.now"), &row.at, &[], false);
            self.plain(key, &row.at);
        }
        for row in &draft.advice {
            self.plain(format!("advice-{}", row.item.id), &row.at);
            self.plain(format!("advice-{}.short", row.item.id), &row.at);
        }
        for row in &draft.first_aid {
            self.plain(format!("first-aid-{}", row.item.id), &row.at);
        }
        for row in &draft.watch {
            self.plain(format!("watch-{}", row.item.id), &row.at);
        }
        for row in &draft.visit.questions {
            self.plain(format!("doctor-question-{}", row.item.id), &row.at);
        }
        for row in &draft.visit.tests {
            self.plain(format!("doctor-test-{}", row.item.id), &row.at);
        }
        for row in &draft.habits {
            let (habit, key) = (&row.item, row.item.text_key());
            for part in ["name", "why", "caution"] {
                self.plain(format!("{key}.{part}"), &row.at);
            }
            let variables: &[&str] = if habit.ideas.is_empty() {
                &[]
            } else {
                &["idea"]
            };
            self.add(key, &row.at, variables, true);
            for idea in &habit.ideas {
                self.plain(format!("idea-{idea}"), &row.at);
            }
        }
        for row in &draft.countries {
            self.plain(format!("country-{}", row.item.code), &row.at);
            self.plain(format!("country-{}.names", row.item.code), &row.at);
        }
    }
}
