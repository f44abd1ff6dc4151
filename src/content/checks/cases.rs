//! Worked cases: each rule against its own examples.

use crate::{
    content::{draft::Draft, problem::Findings},
    triage,
};

/// Each rule has a case that fires and a near miss, and does what its cases say.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for row in &draft.rules {
        let rule = &row.item.rule;
        for (fires, what) in [(true, "case that fires"), (false, "near miss")] {
            if rule.cases.iter().all(|case| case.fires != fires) {
                findings.problem(&row.at, format!("rule `{}` has no {what}", rule.id));
            }
        }
        for (case, (at, note)) in rule.cases.iter().zip(&row.item.notes) {
            if triage::fires(rule, &case.answers, case.worse) != case.fires {
                let does = if case.fires { "does not fire" } else { "fires" };
                findings.problem(at, format!("rule `{}` {does} on “{note}”", rule.id));
            }
        }
    }
}
