//! Lines in, lines out, in order, worked off on all cores.

use std::{
    io::{self, BufWriter, Write as _},
    num::NonZero,
    process::ExitCode,
    thread,
};

use serde::Serialize;

/// Lines that one thread works off at a time.
const CHUNK: usize = 512;

#[derive(Serialize)]
struct Unreadable {
    error: String,
    line: usize,
}

/// Works off standard input to its end: `work` writes one line for each, or says why it can't. A line
/// that can't be read becomes an error in its place, and the exit status says so.
pub(super) fn each(
    work: impl Fn(&[u8], &mut Vec<u8>) -> Result<(), String> + Sync,
) -> anyhow::Result<ExitCode> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut lines = Lines {
        input: io::stdin().lock(),
        read: 0,
    };
    let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut fine = true;
    // While one batch is worked off, the one before it is written.
    let mut ready: Vec<(Vec<u8>, bool)> = Vec::new();
    loop {
        let chunks = lines.chunks(threads)?;
        let done = chunks.is_empty();
        ready = thread::scope(|scope| {
            let working: Vec<_> = chunks
                .iter()
                .map(|chunk| scope.spawn(|| chunk.work_off(&work)))
                .collect();
            for (bytes, all_read) in &ready {
                output.write_all(bytes)?;
                fine &= all_read;
            }
            let worked = working.into_iter().map(thread::ScopedJoinHandle::join);
            worked
                .collect::<Result<Vec<_>, _>>()
                .map_err(|_| anyhow::anyhow!("a worker panicked"))
        })?;
        if done {
            break;
        }
    }
    output.flush()?;
    Ok(if fine {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

struct Lines<R> {
    input: R,
    read: usize,
}

/// Some lines as they came, and the number of the first.
struct Chunk {
    first: usize,
    lines: Vec<Vec<u8>>,
}

impl<R: io::BufRead> Lines<R> {
    fn chunks(&mut self, most: usize) -> io::Result<Vec<Chunk>> {
        (0..most).map_while(|_| self.chunk().transpose()).collect()
    }

    fn chunk(&mut self) -> io::Result<Option<Chunk>> {
        let first = self.read + 1;
        let mut lines = Vec::new();
        while lines.len() < CHUNK {
            let mut line = Vec::new();
            if self.input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            if line.last() == Some(&b'\n') {
                line.pop();
            }
            self.read += 1;
            lines.push(line);
        }
        Ok((!lines.is_empty()).then_some(Chunk { first, lines }))
    }
}

impl Chunk {
    /// The lines, worked off, and whether every line could be read.
    fn work_off(
        &self,
        work: &impl Fn(&[u8], &mut Vec<u8>) -> Result<(), String>,
    ) -> (Vec<u8>, bool) {
        let mut out = Vec::with_capacity(self.lines.len() * 4096);
        let mut fine = true;
        for (number, line) in (self.first..).zip(&self.lines) {
            let before = out.len();
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if let Err(error) = work(line, &mut out) {
                out.truncate(before);
                fine = false;
                let unreadable = Unreadable {
                    error,
                    line: number,
                };
                out.extend(serde_json::to_vec(&unreadable).unwrap_or_default());
            }
            out.push(b'\n');
        }
        (out, fine)
    }
}
