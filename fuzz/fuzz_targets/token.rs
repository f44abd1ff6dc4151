//! Any data of a button: read or refused, and what was read is written as it is read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use twitchwise::telegram::{decode, encode};

/// Telegram's limit for a button's data, in bytes.
const LONGEST: usize = 64;

fuzz_target!(|data: &str| {
    let press = decode(data);
    let Some(choice) = &press.choice else {
        assert_eq!(press.revision, 0, "a revision without a choice");
        return;
    };
    let written = encode(press.revision, choice);
    assert_eq!(decode(&written), press, "{written} is read otherwise");
    // The revision may come with a sign, in capitals or with zeros in front: ours never does.
    assert!(
        written.len() <= data.len() && (data.len() > LONGEST || written.len() <= LONGEST),
        "{written} is longer than what was pressed"
    );
});
