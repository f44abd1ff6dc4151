//! The statements of the writer: few of them, so that each stays prepared.

use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

use super::work::SHARED_ROWS;

/// The statements by their number of rows.
#[derive(Default)]
pub(super) struct Statements(BTreeMap<usize, Arc<str>>);

impl Statements {
    pub(super) fn get(&mut self, size: usize) -> Arc<str> {
        if size > SHARED_ROWS {
            return statement(size);
        }
        Arc::clone(self.0.entry(size).or_insert_with(|| statement(size)))
    }
}

fn statement(size: usize) -> Arc<str> {
    let mut sql = String::from("INSERT INTO work VALUES (?,?,?,?,?,?,?)");
    for _ in 1..size {
        // Writing to a string doesn't fail.
        let _ = sql.write_str(",(?,?,?,?,?,?,?)");
    }
    sql.into()
}

/// The size of a statement that has room for so many rows. There are few sizes, so that each
/// stays prepared; what is left over is filled with rows that do nothing, an eighth at most.
pub(super) fn size_for(rows: usize) -> usize {
    let step = (rows.next_power_of_two() / 8).max(1);
    rows.next_multiple_of(step)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::store::work::MOST_ROWS;

    #[test]
    fn few_sizes_and_little_left_over() {
        let sizes = (1..=SHARED_ROWS).map(size_for).collect::<BTreeSet<_>>();
        assert!(sizes.len() <= 40, "{}", sizes.len());
        for rows in 1..=MOST_ROWS {
            let size = size_for(rows);
            assert!(
                size >= rows && (size - rows) * 4 <= size,
                "{rows} in {size}"
            );
            assert!(size * 7 <= 32_766);
        }
    }
}
