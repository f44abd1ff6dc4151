//! Messages of which it is known what they are for: `en/messages.tsv`, to learn from. Only
//! `twitchwise learn` reads them.

use std::{fs, path::Path};

use crate::{
    language::{Lesson, intent_named},
    model::{Choices, Field, appraisal::SIGNS},
};

use super::problem::{Problem, Problems};

/// Where they stand, below the root of the content.
pub const MESSAGES: &str = "en/messages.tsv";
/// Where what was learned from them stands.
pub const LEARNED: &str = super::appraisal::FILE;

/// Reads the messages of a folder of content: what each is for, the danger signs that it tells of
/// (between commas), and the message, with tabs between them.
pub fn lessons(dir: &Path) -> Result<Vec<Lesson>, Problems> {
    let path = dir.join(MESSAGES);
    let problem = |line: usize, message: String| Problem {
        file: path.display().to_string(),
        line,
        message,
        hint: None,
    };
    let text = fs::read_to_string(&path)
        .map_err(|error| Problems(vec![problem(1, format!("can't be read: {error}"))]))?;
    let mut lessons = Vec::new();
    let mut problems = Vec::new();
    let rows = (1..).zip(text.lines());
    for (number, row) in rows.filter(|(_, row)| !row.starts_with('#') && !row.is_empty()) {
        match lesson(row) {
            Ok(lesson) => lessons.push(lesson),
            Err(message) => problems.push(problem(number, message)),
        }
    }
    if problems.is_empty() {
        Ok(lessons)
    } else {
        Err(Problems(problems))
    }
}

fn lesson(row: &str) -> Result<Lesson, String> {
    let cells: Vec<&str> = row.split('\t').collect();
    let [intent, signs, text] = cells[..] else {
        return Err("not three cells with tabs between them".to_owned());
    };
    let intent = intent_named(intent).ok_or_else(|| format!("no intent `{intent}`"))?;
    let names = signs.split(',').filter(|name| !name.is_empty());
    let signs = names.map(|name| {
        let sign = Field::DangerSigns.value_named(name);
        let told = sign.filter(|sign| usize::from(*sign) < SIGNS);
        told.ok_or_else(|| format!("no danger sign `{name}`"))
    });
    Ok(Lesson {
        text: text.replace("\\n", "\n"),
        intent,
        signs: Choices::of(signs.collect::<Result<Vec<u8>, _>>()?),
    })
}
