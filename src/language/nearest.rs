//! How far the nearest of some hits is from a place in the same sentence, or the same part of it.

use super::{matching::Hit, scene::Scene, words::Word};

/// Hits of one kind, by where they begin.
#[derive(Debug)]
pub(super) struct Nearest {
    group: fn(&Word) -> u16,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    from: usize,
    /// How far those up to this one reach, that begin in the same group.
    reach: usize,
    group: u16,
}

/// Words of a sentence belong together.
pub(super) const fn sentence(word: &Word) -> u16 {
    word.sentence
}

/// Words of a part of a sentence belong together.
pub(super) const fn clause(word: &Word) -> u16 {
    word.clause
}

impl Nearest {
    /// `hits` in the order of where they begin.
    pub(super) fn of<'h>(
        scene: &Scene<'_>,
        group: fn(&Word) -> u16,
        hits: impl Iterator<Item = &'h Hit>,
    ) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        for hit in hits {
            let Some(word) = scene.words.list.get(hit.from) else {
                continue;
            };
            let own = group(word);
            let before = rows.last().filter(|row| row.group == own);
            let reach = before.map_or(hit.to, |row| row.reach.max(hit.to));
            rows.push(Row {
                from: hit.from,
                reach,
                group: own,
            });
        }
        Self { group, rows }
    }

    /// How many words lie between the nearest in the group of the first word and these words; none where
    /// it covers one of them.
    pub(super) fn gap(&self, scene: &Scene<'_>, from: usize, to: usize) -> Option<usize> {
        scene.work.step();
        let own = self.group;
        let group = own(scene.words.list.get(from)?);
        let fits = |row: &&Row| row.group == group;
        let behind = self.rows.partition_point(|row| row.from < to);
        let after = self.rows.get(behind).filter(fits).map(|row| row.from - to);
        let end = scene.end_of(from, own).min(to);
        let before = self.rows.partition_point(|row| row.from < end);
        let before = before.checked_sub(1).and_then(|at| self.rows.get(at));
        let before = before
            .filter(fits)
            .map(|row| from.saturating_sub(row.reach));
        match (before, after) {
            (Some(before), Some(after)) => Some(before.min(after)),
            (before, after) => before.or(after),
        }
    }
}
