//! The real binary in a folder and an environment of its own.

#![allow(dead_code, reason = "each test file uses its share")]
#![allow(clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::{
    io::{Read, Write as _},
    path::Path,
    process::{Command, Output, Stdio},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How long a command that should end may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A command of the binary: nothing of this test's own environment reaches it.
pub(crate) fn twitchwise(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_twitchwise"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Its end, with this on standard input. One that does not end is killed, and has no exit status.
pub(crate) fn fed(mut command: Command, input: &[u8]) -> Output {
    let mut child = command.stdin(Stdio::piped()).spawn().expect("starts");
    // Beside each other: a full pipe must not hold the others up.
    let mut stdin = child.stdin.take().expect("standard input");
    let input = input.to_vec();
    let writing = thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let stdout = reading(child.stdout.take().expect("standard output"));
    let stderr = reading(child.stderr.take().expect("standard error"));
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a status") {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            child.kill().expect("killed");
        }
        thread::sleep(Duration::from_millis(5));
    };
    writing.join().expect("written");
    Output {
        status,
        stdout: stdout.join().expect("read"),
        stderr: stderr.join().expect("read"),
    }
}

fn reading(mut from: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut all = Vec::new();
        let _ = from.read_to_end(&mut all);
        all
    })
}

/// Both outputs, for messages and for looking that something is not there.
pub(crate) fn said(output: &Output) -> String {
    format!(
        "{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
