//! Features of how cues stand to what is dangerous: before it or behind, near or far, in its sentence or
//! in another.

use crate::model::grammar::{Concept, Cue};

use super::{
    features::{Sink, is_danger},
    matching::Hit,
    scene::Scene,
};

/// So near to what is dangerous a cue is near.
const NEAR: usize = 6;

/// Which cues there are, and where they stand to what is dangerous: each once.
pub(super) fn of_cues(scene: &Scene<'_>, sink: &mut impl Sink) {
    let dangers: Vec<&Hit> = scene.hits().filter(|hit| is_danger(hit)).collect();
    let mut found = [None; Cue::ALL.len()];
    for cue in scene.hits() {
        if let Concept::Cue(kind) = cue.concept
            && let Some(found) = found.get_mut(kind as usize)
        {
            let relations: &mut u16 = found.get_or_insert(0);
            relate(scene, cue, &dangers, relations);
        }
    }
    for ((_, kind), relations) in Cue::ALL.iter().zip(found) {
        let Some(relations) = relations else { continue };
        sink.add(&["cue:", kind]);
        for (bit, [side, near, together]) in (0..).zip(relation_names()) {
            if relations & (1 << bit) != 0 {
                sink.add(&["cr:", kind, side, near, together]);
            }
        }
    }
}

const SIDES: [&str; 3] = [":in:", ":before:", ":behind:"];
const DISTANCES: [&str; 2] = ["near", "far"];
const SENTENCES: [&str; 2] = [":here", ":there"];

fn relation_names() -> impl Iterator<Item = [&'static str; 3]> {
    SIDES.iter().flat_map(|side| {
        DISTANCES.iter().flat_map(move |near| {
            SENTENCES
                .iter()
                .map(move |together| [*side, *near, *together])
        })
    })
}

/// How a cue stands to each danger, a bit for each way: those around it one by one, of those further off
/// the nearest and the farthest, since what lies between is as one of them.
fn relate(scene: &Scene<'_>, cue: &Hit, dangers: &[&Hit], relations: &mut u16) {
    let around = NEAR.max(scene.longest());
    let low = cue.from.saturating_sub(around);
    let high = (cue.from + NEAR).max(cue.to);
    let first = dangers.partition_point(|danger| danger.from < low);
    let end = dangers.partition_point(|danger| danger.from < high);
    let before = dangers.get(..first).unwrap_or_default();
    let beside = dangers.get(first..end).unwrap_or_default();
    let behind = dangers.get(end..).unwrap_or_default();
    let ends = [before.first(), before.last(), behind.first(), behind.last()];
    for danger in scene
        .work
        .over(beside.iter().chain(ends.into_iter().flatten()))
    {
        let side = if cue.overlaps(danger) {
            0
        } else if cue.from < danger.from {
            1
        } else {
            2
        };
        let far = usize::from(cue.from.abs_diff(danger.from) >= NEAR);
        let there = usize::from(!scene.same_sentence(cue.from, danger.from));
        *relations |=
            1 << (side * DISTANCES.len() * SENTENCES.len() + far * SENTENCES.len() + there);
    }
}
