//! `twitchwise assess`: assessments in, outcomes out, one a line, in order.

use std::{
    io::{self, BufWriter, Write as _},
    num::NonZero,
    path::Path,
    process::ExitCode,
    thread,
};

use serde::Serialize;
use twitchwise::{
    machine::{Plain, whole, write},
    model::{Assessment, Catalog},
    triage,
};

/// Lines that one thread works off at a time.
const CHUNK: usize = 512;

#[derive(Serialize)]
struct Unreadable {
    error: String,
    line: usize,
}

/// Reads standard input to its end; a line that can't be read becomes an error in its place.
pub(crate) fn assess(dialogues: Option<&Path>) -> anyhow::Result<ExitCode> {
    let catalog = super::catalog(dialogues)?;
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
                .map(|chunk| scope.spawn(|| chunk.outcomes(&catalog)))
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
    /// The outcomes, a line each, and whether every line could be read.
    fn outcomes(&self, catalog: &Catalog) -> (Vec<u8>, bool) {
        let mut out = Vec::with_capacity(self.lines.len() * 4096);
        let mut fine = true;
        for (number, line) in (self.first..).zip(&self.lines) {
            if let Err(error) = outcome(catalog, line, &mut out) {
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

fn outcome(catalog: &Catalog, line: &[u8], out: &mut Vec<u8>) -> Result<(), String> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.trim_ascii().is_empty() {
        return Err("empty line: an assessment is expected".to_owned());
    }
    let answers: Assessment = serde_json::from_slice(line).map_err(|e| e.to_string())?;
    let outcome = triage::assess(catalog, &answers, false);
    let mut message = Plain(String::with_capacity(4096));
    write(&whole(catalog, &outcome), &catalog.words, &mut message);
    let report = triage::report(catalog, answers.id.as_deref(), &outcome, &message.0);
    serde_json::to_writer(out, &report).map_err(|e| e.to_string())
}
