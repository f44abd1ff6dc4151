//! The content as it ships has no problems, and a broken copy is told where it is broken.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "content/habits.rs"]
mod habits;
#[path = "content/topics.rs"]
mod topics;

use std::{fs, path::Path};

use tempfile::TempDir;
use twitchwise::{
    content::{self, Problem, Source},
    model::Field,
};

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/dialogues");

/// A copy of the content to break.
struct Copy(TempDir);

impl Copy {
    fn new() -> Self {
        let copy = Self(TempDir::new().unwrap());
        copy_into(Path::new(SHIPPED), copy.0.path());
        copy
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.path().join(file)).unwrap()
    }

    fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.0.path().join(file), bytes).unwrap();
    }

    /// Replaces the first occurrence; gives its line.
    fn edit(&self, file: &str, from: &str, to: &str) -> usize {
        let text = self.read(file);
        let at = text
            .find(from)
            .unwrap_or_else(|| panic!("no {from:?} in {file}"));
        self.write(file, text.replacen(from, to, 1));
        1 + text[..at].matches('\n').count()
    }

    /// Adds lines at the end; gives the first one's number.
    fn append(&self, file: &str, lines: &str) -> usize {
        let text = self.read(file);
        self.write(file, format!("{text}\n{lines}\n"));
        2 + text.matches('\n').count()
    }

    /// What a check finds, with files named from the copy's root.
    fn problems(&self) -> Vec<Problem> {
        let mut problems = content::check(Source::Folder(self.0.path())).problems;
        let root = format!("{}/", self.0.path().display());
        for problem in &mut problems {
            problem.file = problem.file.replace(&root, "");
        }
        problems
    }

    /// Asserts that this problem is found.
    fn finds(&self, file: &str, line: usize, message: &str) {
        let problems = self.problems();
        let here = |p: &&Problem| p.file == file && p.line == line;
        let found = problems
            .iter()
            .filter(here)
            .any(|p| p.to_string().contains(message));
        assert!(found, "{file}:{line}: {message}: not among {problems:#?}");
    }
}

fn copy_into(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&target).unwrap();
            copy_into(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_shipped_content_has_no_problems() {
    for source in [Source::Embedded, Source::Folder(Path::new(SHIPPED))] {
        let checked = content::check(source);
        assert!(checked.problems.is_empty(), "{checked}");
        assert!(checked.reading.median <= 5.0, "{}", checked.reading);
    }
}

#[test]
fn the_embedded_content_is_the_folder() {
    let embedded = content::embedded().unwrap();
    let folder = content::load(Path::new(SHIPPED)).unwrap();
    assert_eq!(embedded.version, folder.version);
    assert_eq!(embedded.rules, folder.rules);
    assert_eq!(embedded.advice, folder.advice);
    assert_eq!(embedded.nodes, folder.nodes);
    assert_eq!(embedded.topics, folder.topics);
    assert_eq!(embedded.questions, folder.questions);
    assert_eq!(embedded.lexicon, folder.lexicon);
}

#[test]
fn a_catalog_is_sorted_and_speaks() {
    let catalog = content::embedded().unwrap();
    assert!(catalog.rules.is_sorted_by(|a, b| a.level >= b.level));
    for rule in &catalog.rules {
        assert_ne!(catalog.words.plain(&format!("rule-{}", rule.id)), "");
    }
    let mut names = catalog
        .lexicon
        .options
        .iter()
        .flat_map(|option| &option.names);
    assert!(names.all(|name| *name == twitchwise::language::normalise(name)));
    let values: usize = Field::ALL.iter().map(|field| field.values().len()).sum();
    assert_eq!(catalog.lexicon.options.len(), values);
}

/// File, what to replace, with what, how many lines below it is found, and what is found.
type Broken = (
    &'static str,
    &'static str,
    &'static str,
    isize,
    &'static str,
);

const URGENT: &str = "rules/urgent.toml";
const RULES: &str = "en/rules.ftl";
const BABY: &str = "answers = { age_group = \"child\" }, fires = false";

#[rustfmt::skip]
const SHAPE: &[Broken] = &[
    (URGENT, "level = \"urgent\"", "level = urgent", 0, "not TOML"),
    (URGENT, "level = \"urgent\"", "level = \"urgent\"\nwhat = 1", 1, "unknown field `what`"),
    (URGENT, "[[rule]]\nid = \"baby\"", "[[rule]]\n# \"baby\"", 0, "missing field `id`"),
    (URGENT, "[[rule]]", "[[rules]]\nid = \"x\"\n[[rule]]", 0, "unknown table `rules` (did you mean `rule`?)"),
    (URGENT, "id = \"baby\"", "id = \"Baby\"", 0, "`Baby` is no id"),
];

#[rustfmt::skip]
const RULE_ROWS: &[Broken] = &[
    (URGENT, "level = \"urgent\"", "level = \"see_doctor\"", 0, "in the file of another"),
    (URGENT, "level = \"urgent\"", "level = \"urgnt\"", 0, "unknown level `urgnt` (did you mean `urgent`?)"),
    (URGENT, "any = [\"baby\"]", "any = [\"babby\"]", 0, "unknown value in `age_group`: `babby` (did you mean `baby`?)"),
    (URGENT, "any = [\"baby\"]", "any = [\"baby\", \"baby\"]", 0, "`baby` twice"),
    (URGENT, "any = [\"baby\"]", "all = [\"baby\", \"child\"]", 0, "`age_group` never has two values"),
    (URGENT, "any = [\"baby\"]", "some = [\"baby\"]", 0, "unknown comparison `some`"),
    (URGENT, "any = [\"baby\"]", "any = []", 0, "`any` of nothing"),
    (URGENT, "age_group = { any = [\"baby\"] }", "age = { any = [\"baby\"] }", 0, "unknown field `age`"),
    (URGENT, "age_group = { any = [\"baby\"] }", "predicate = \"babyish\"", 0, "unknown predicate `babyish`"),
    (URGENT, "when = [{ age_group = { any = [\"baby\"] } }]", "when = []", 0, "the rule never fires"),
    (URGENT, "when = [{ age_group = { any = [\"baby\"] } }]", "when = [{}]", 0, "always holds"),
    (URGENT, BABY, "answers = { age_group = \"child\" }, fires = true", 0, "rule `baby` does not fire on"),
    (URGENT, BABY, "answers = { age_group = \"baby\" }, fires = false", 0, "rule `baby` fires on"),
    (URGENT, BABY, "answers = { age_group = [\"child\"] }, fires = false", 0, "`age_group` is one value"),
    (URGENT, BABY, "answers = { symptoms = [\"none\", \"fever\"] }, fires = false", 0, "stand alone"),
    (URGENT, "id = \"danger_unsure\"", "id = \"baby\"", 0, "rule `baby` twice"),
];

#[rustfmt::skip]
const ROWS: &[Broken] = &[
    (URGENT, "sources = [\"nhs-infantile-spasms\"]", "sources = []", -2, "rule `baby` has no source"),
    (URGENT, "[\"nhs-infantile-spasms\"]", "[\"nhs-infantile-spasm\"]", 0, "unknown source `nhs-infantile-spasm` (did you mean"),
    ("sources.toml", "https://", "http://", 0, "is no https address"),
    ("advice.toml", "lifestyle = \"high_caffeine\"", "lifestyle = \"caffeine\"", 0, "unknown value in `lifestyle`: `caffeine`"),
    ("advice.toml", "rank = 50", "rank = 50\nlevels = [\"emergency\"]", 1, "nothing but first aid"),
    ("first_aid.toml", "sign = \"seizure\"", "rule = \"seizur\"", -1, "first aid for an unknown rule `seizur`"),
    ("first_aid.toml", "sign = \"seizure\"", "rule = \"baby\"\nsign = \"seizure\"", -1, "for one `sign` or for one `rule`"),
    ("watch.toml", "rank = 1", "rank = \"first\"", 0, "invalid type"),
    ("doctor.toml", "id = \"first_noticed\"", "id = \"first_seen\"", 0, "the text `doctor-question-first_seen` is missing"),
    ("countries.toml", "code = \"AD\"", "code = \"AND\"", 0, "no country code"),
    ("countries.toml", "ambulance = \"112\"", "ambulance = \"none\"", 0, "can't be dialled"),
    ("countries.toml", "crisis = \"116 123\"", "crisis = \"a friend\"", 0, "`a friend` can't be dialled"),
    ("countries.toml", "crisis_source = \"samaritans\"", "", -1, "`crisis` and `crisis_source` belong together"),
    ("check.toml", "kind = \"signs\"", "kind = \"sings\"", 0, "unknown kind `sings` (did you mean `signs`?)"),
    ("check.toml", "kind = \"one\"", "kind = \"many\"", 0, "holds one value"),
    ("check.toml", "\"baby\", \"child\"", "\"child\"", -2, "does not offer `baby`"),
];

#[rustfmt::skip]
const TEXTS: &[Broken] = &[
    (RULES, "rule-baby =", "rule-babi =", 0, "nothing uses the text `rule-babi` (did you mean `rule-baby`?)"),
    (RULES, "rule-baby =", "rule-baby = { $name }", 0, "nothing fills `$name` in `rule-baby`"),
    (RULES, "rule-baby =", "rule-baby = { rule-lithium }", 0, "refers to the text `rule-lithium`"),
    (RULES, "rule-baby =", "rule-baby : ", 0, "not Fluent"),
    (RULES, "rule-baby =", "rule-baby = Once.\nrule-baby =", 1, "`rule-baby` is already at"),
    (RULES, "rule-baby =", "rule-baby = <b>", 0, "foreign or unbalanced markup in `rule-baby`: `<`"),
    (RULES, "rule-baby =", "rule-baby = (", 0, "`(` without its pair"),
    (RULES, "rule-baby =", "rule-baby = “", 0, "`“` without its pair"),
    (RULES, "rule-baby =", "rule-baby = Interdisciplinary neurological considerations necessitate immediate investigation:", 0, "hard to read: school grade 16.9"),
    ("en/countries.ftl", ".names = france", ".names = france, andorra", 0, "“andorra” is a name of `country-AD` and of `country-FR`"),
    ("en/lexicon.toml", "[controls]", "[controls]\nyess = [\"y\"]", 1, "unknown control `yess`"),
    ("en/lexicon-danger.toml", "[[danger]]\nsign = \"", "[[danger]]\nsign = \"x", 1, "unknown value in `danger_signs`"),
    ("en/lexicon-danger.toml", "\"thunderclap\"", "\"@thunder clap\"", 0, "there is no class `@thunder`"),
    ("en/lexicon-danger.toml", "\"thunderclap\"", "\"thunderclap ~\"", 0, "a gap is `~`"),
    ("en/lexicon-context.toml", "denial_after =", "denial_afterr =", 0, "unknown cue `denial_afterr`"),
    ("en/lexicon-values.toml", "\"lithium ~1", "\"im on lithium ~1", 0, "`im` is always read as other words"),
];

fn each_is_found(table: &[Broken]) {
    for (file, from, to, below, message) in table {
        let copy = Copy::new();
        let line = copy.edit(file, from, to);
        copy.finds(file, line.checked_add_signed(*below).unwrap(), message);
    }
}

#[test]
fn broken_toml_is_found_at_its_line() {
    each_is_found(SHAPE);
}

#[test]
fn a_broken_rule_is_found_at_its_line() {
    each_is_found(RULE_ROWS);
}

#[test]
fn a_broken_row_is_found_at_its_line() {
    each_is_found(ROWS);
}

#[test]
fn a_broken_text_is_found_at_its_line() {
    each_is_found(TEXTS);
}

#[test]
fn questions_lead_on() {
    let copy = Copy::new();
    let twice = "[[node]]\nfield = \"age_group\"\nkind = \"one\"\noptions = [\"baby\"]";
    let line = copy.append("check.toml", twice);
    copy.finds(
        "check.toml",
        line + 1,
        "question for the field `age_group` twice",
    );

    let copy = Copy::new();
    let first = "[[node]]\nfield = \"impact\"\nkind = \"one\"\noptions = []\n\
                 when = [{ lifestyle = { any = [\"stress\"] } }]";
    copy.write("check.toml", first);
    copy.finds("check.toml", 2, "question `impact` is never asked");
    copy.finds("check.toml", 2, "question `impact` has no options");
    copy.finds("check.toml", 2, "question `impact` does not offer `severe`");
    copy.finds("check.toml", 1, "no question asks for the field `symptoms`");
}

#[test]
fn what_a_person_needs_is_not_missing() {
    let copy = Copy::new();
    copy.edit(
        "first_aid.toml",
        "sign = \"seizure\"",
        "sign = \"chest_pain\"",
    );
    copy.finds(
        "first_aid.toml",
        1,
        "no first aid for the danger sign `seizure`",
    );

    let copy = Copy::new();
    let text = copy
        .read("advice.toml")
        .replace("for = { lifestyle = \"stress\" }", "");
    copy.write("advice.toml", text);
    copy.finds("advice.toml", 1, "no advice for `lifestyle` `stress`");
}

#[test]
fn lengths_are_held() {
    let copy = Copy::new();
    let line = copy.edit(
        RULES,
        "rule-baby =",
        &format!("rule-baby = {}", "x ".repeat(200)),
    );
    copy.finds(RULES, line, "200 at most");
    let copy = Copy::new();
    let label = "opt-age_group-baby = ";
    let line = copy.edit(
        "en/options.ftl",
        label,
        &format!("{label}{}", "x".repeat(65)),
    );
    copy.finds("en/options.ftl", line, "64 at most");
}

#[test]
fn files_are_missed_and_noticed() {
    let copy = Copy::new();
    fs::remove_file(copy.0.path().join("watch.toml")).unwrap();
    copy.finds("watch.toml", 1, "this file is missing");
    let copy = Copy::new();
    copy.write("advise.toml", "");
    copy.finds(
        "advise.toml",
        1,
        "nothing reads this file (did you mean `advice.toml`?)",
    );
    let copy = Copy::new();
    copy.write("doctor.toml", b"# one\n# \xff\n");
    copy.finds("doctor.toml", 2, "not UTF-8");
    let copy = Copy::new();
    copy.write(
        "content.toml",
        "version = \"1\"\nreviewed = \"soon\"\nlanguages = [\"tlh\"]",
    );
    copy.finds("content.toml", 2, "`soon` is no date");
    copy.finds("content.toml", 3, "`languages` must be");
    let nowhere = content::load(Path::new("/nowhere/dialogues")).unwrap_err();
    assert!(nowhere.to_string().contains("can't be read"), "{nowhere}");
}

#[test]
fn everything_is_told_at_once_in_order() {
    let copy = Copy::new();
    copy.edit(URGENT, "any = [\"baby\"]", "any = [\"babby\"]");
    copy.edit(URGENT, "id = \"lithium\"", "id = \"lithium\"\nwhat = 1");
    copy.edit("sources.toml", "https://", "http://");
    copy.edit(RULES, "rule-baby =", "rule-baby = { $name }");
    let problems = copy.problems();
    let files: Vec<_> = problems
        .iter()
        .map(|problem| problem.file.as_str())
        .collect();
    assert!(files.is_sorted(), "{problems:#?}");
    for (file, count) in [(RULES, 1), (URGENT, 2), ("sources.toml", 1)] {
        assert!(
            files.iter().filter(|f| **f == file).count() >= count,
            "{problems:#?}"
        );
    }
    let error = content::load(copy.0.path()).unwrap_err().to_string();
    assert!(
        error.contains("rules/urgent.toml:9: unknown value in `age_group`: `babby`"),
        "{error}"
    );
}
