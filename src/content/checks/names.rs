//! What people type: no name for two things that could both be meant.

use std::collections::BTreeMap;

use crate::{
    content::{draft::Draft, problem::Findings},
    model::Field,
};

/// No two countries and no two values of a field share a name.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let lexicon = &draft.lexicon;
    for field in Field::ALL {
        let options = lexicon
            .options
            .iter()
            .filter(|option| option.field == field);
        let named = options.filter_map(|option| {
            let value = field.values().get(usize::from(option.value))?;
            Some((format!("opt-{}-{value}", field.name()), &option.names[..]))
        });
        once(draft, named, findings);
    }
    let countries = lexicon.countries.iter();
    once(
        draft,
        countries.map(|(code, names)| (format!("country-{code}"), &names[..])),
        findings,
    );
}

fn once<'d>(
    draft: &Draft,
    named: impl Iterator<Item = (String, &'d [String])>,
    findings: &mut Findings,
) {
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    for (key, names) in named {
        for name in names {
            let Some(first) = seen.insert(name, key.clone()) else {
                continue;
            };
            let texts = &draft.texts.by_key;
            if let Some(text) = texts
                .get(&format!("{key}.names"))
                .or_else(|| texts.get(&key))
            {
                let message = format!("“{name}” is a name of `{first}` and of `{key}`");
                findings.problem(&text.at, message);
            }
        }
    }
}
