//! What a traced process wrote to its disk and told the network, in order, as strace saw it.

/// One thing that happened.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// Bytes went to a file; until it is flushed, nobody knows whether they are on the disk.
    Write {
        file: String,
        at: usize,
        bytes: Vec<u8>,
    },
    /// The file was cut or grown.
    Resize { file: String, size: usize },
    /// A flush of the file began, by this thread.
    Flush { file: String, thread: u32 },
    /// The flush that this thread began has ended well.
    Flushed { thread: u32 },
    /// Telegram was asked for updates from here on: those before are confirmed.
    Confirm { offset: i64 },
}

/// The events of a line of `strace -f -y -xx`: a call that ended at once is two.
pub(crate) fn events(line: &str) -> Vec<Event> {
    let Some((thread, call)) = line.split_once(' ') else {
        return Vec::new();
    };
    let (thread, call) = (thread.parse().unwrap_or_default(), call.trim_start());
    if call.starts_with("<... fdatasync resumed>") || call.starts_with("<... fsync resumed>") {
        return Vec::from_iter(call.ends_with("= 0").then_some(Event::Flushed { thread }));
    }
    let Some((name, rest)) = call.split_once('(') else {
        return Vec::new();
    };
    let ended = rest.ends_with("= 0");
    let file = || {
        let path = rest.split_once('<')?.1.split_once('>')?.0;
        Some(String::from_utf8_lossy(&unhex(path)).into_owned())
    };
    let numbers = || {
        let after = rest.rsplit_once('"').map_or(rest, |(_, after)| after);
        let after = after.split(')').next().unwrap_or_default();
        let numbers = after.split(',').skip(1);
        numbers.filter_map(|n| n.split_whitespace().next()?.parse::<usize>().ok())
    };
    let event = match name {
        "pwrite64" => file().zip(numbers().nth(1)).map(|(file, at)| Event::Write {
            file,
            at,
            bytes: unhex(quoted(rest)),
        }),
        "ftruncate" => file()
            .zip(numbers().next())
            .map(|(file, size)| Event::Resize { file, size }),
        "fdatasync" | "fsync" => file().map(|file| Event::Flush { file, thread }),
        "sendto" | "write" | "writev" => offset(rest).map(|offset| Event::Confirm { offset }),
        _ => None,
    };
    let flushed = matches!(event, Some(Event::Flush { .. })) && ended;
    event
        .into_iter()
        .chain(flushed.then_some(Event::Flushed { thread }))
        .collect()
}

/// Where a poll starts, if this is one.
fn offset(rest: &str) -> Option<i64> {
    let sent = rest.split('"').skip(1).step_by(2).flat_map(unhex);
    let sent = String::from_utf8_lossy(&sent.collect::<Vec<_>>()).into_owned();
    let number = sent.split_once("\"offset\":")?.1;
    number.split([',', '}']).next()?.trim().parse().ok()
}

fn quoted(rest: &str) -> &str {
    rest.split('"').nth(1).unwrap_or_default()
}

fn unhex(text: &str) -> Vec<u8> {
    let bytes = text.split("\\x").skip(1);
    bytes
        .filter_map(|hex| u8::from_str_radix(hex, 16).ok())
        .collect()
}
