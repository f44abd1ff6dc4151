//! The way through the check: which question comes next, and how far it is.

use crate::{
    model::{Assessment, Catalog, Choices, Node, NodeKind},
    triage::holds,
};

use super::session::Check;

/// The first question that fits the answers and was neither answered nor passed over.
pub(super) fn next<'c>(catalog: &'c Catalog, check: &Check) -> Option<&'c Node> {
    asked(catalog, check).find(|node| !check.done.contains(&node.id))
}

/// The questions of a check, in order; of a follow-up those that it asks.
pub(super) fn asked<'c>(catalog: &'c Catalog, check: &Check) -> impl Iterator<Item = &'c Node> {
    let following = check.following.as_ref();
    applicable(catalog, &check.answers).filter(move |node| {
        following.is_none_or(|following| following.asks(node.field, &check.answers))
    })
}

/// The questions that fit the answers, in order.
pub(super) fn applicable<'c>(
    catalog: &'c Catalog,
    answers: &Assessment,
) -> impl Iterator<Item = &'c Node> {
    catalog.nodes.iter().filter(move |node| fits(node, answers))
}

fn fits(node: &Node, answers: &Assessment) -> bool {
    node.when.0.is_empty() || holds(&node.when, answers, false)
}

/// The question's number, from 1, and how many there are as far as is known now.
pub(super) fn progress(catalog: &Catalog, check: &Check, at: &Node) -> (i64, i64) {
    let (mut number, mut total) = (1, 0);
    let mut passed = false;
    for node in asked(catalog, check) {
        total += 1;
        passed |= node.id == at.id;
        if !passed {
            number += 1;
        }
    }
    (number.min(total.max(1)), total.max(1))
}

/// The answers without those to questions that don't fit them any more: what a change made
/// pointless must not count.
pub(super) fn settled(catalog: &Catalog, answers: &Assessment) -> Assessment {
    let mut answers = answers.clone();
    for node in &catalog.nodes {
        if !fits(node, &answers) {
            answers.set(node.field, Choices::EMPTY);
        }
    }
    answers
}

/// The groups of a grouped question, those that fit the answers first.
pub(super) fn groups<'c>(kind: &'c NodeKind, answers: &Assessment) -> Vec<&'c crate::model::Group> {
    let NodeKind::Grouped(groups) = kind else {
        return Vec::new();
    };
    let (mut first, rest): (Vec<_>, Vec<_>) = groups
        .iter()
        .partition(|group| holds(&group.first, answers, false));
    first.extend(rest);
    first
}
