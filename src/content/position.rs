//! From a byte of a text to its line.

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let after_breaks = text.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n');
        Self(
            std::iter::once(0)
                .chain(after_breaks.map(|(_, next)| next))
                .collect(),
        )
    }

    /// The line of that byte, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }
}
