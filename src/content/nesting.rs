//! How deep a Fluent file nests, before it is parsed: the parser recurses, and a stack that
//! overflows ends the whole program.

/// The deepest that texts may nest; a choice within a choice is three.
pub(super) const DEEPEST: usize = 20;

/// What a bracket opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// An expression, or the arguments of a call.
    Expression,
    /// The variants of a choice, which hold text again.
    Variants,
}

/// The byte at which a Fluent file nests deeper than [`DEEPEST`].
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let mut open: Vec<Inside> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // Whatever was left open before: here the parser begins anew.
        if line.starts_with('#') || begins_entry(line) {
            open.clear();
        }
        if !line.starts_with('#')
            && let Some(deep) = read_line(line, &mut open)
        {
            return Some(at + deep);
        }
        at += line.len();
    }
    None
}

/// Follows the brackets of a line; gives the byte at which they are too deep.
fn read_line(line: &str, open: &mut Vec<Inside>) -> Option<usize> {
    let mut bytes = line.bytes().enumerate();
    let mut last = 0;
    while let Some((at, byte)) = bytes.next() {
        let expression = open.last() == Some(&Inside::Expression);
        match byte {
            b'{' => open.push(Inside::Expression),
            b'(' if expression => open.push(Inside::Expression),
            b')' if !expression => {}
            b')' | b'}' => {
                open.pop();
            }
            b'>' if expression && last == b'-' => {
                open.pop();
                open.push(Inside::Variants);
            }
            b'"' if expression => skip_string(&mut bytes),
            _ => {}
        }
        if open.len() > DEEPEST {
            return Some(at);
        }
        last = byte;
    }
    None
}

/// A string ends with its line at the latest.
fn skip_string(bytes: &mut impl Iterator<Item = (usize, u8)>) {
    while let Some((_, byte)) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            b'"' => return,
            _ => {}
        }
    }
}

/// Whether an entry begins here: no expression goes on with a name and an equals sign.
fn begins_entry(line: &str) -> bool {
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let rest = line.trim_start_matches(name);
    let named = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
    named && rest.trim_start_matches(' ').starts_with('=')
}
