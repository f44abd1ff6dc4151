//! Character references such as `&lt;`: Telegram knows four names and numbers.

/// The longest number, with its sign and `x`.
const LONGEST: usize = 8;

/// The letter a text starts with by reference, and how many bytes that takes.
pub fn read(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('&')?;
    let (letter, used) = match rest.strip_prefix('#') {
        Some(number) => by_number(number)?,
        None => by_name(rest)?,
    };
    let closed = rest[used..].starts_with(';');
    Some((letter, 1 + used + usize::from(closed)))
}

fn by_number(number: &str) -> Option<(char, usize)> {
    let (digits, radix, lead) = match number.strip_prefix('x') {
        Some(hex) => (hex, 16, 2),
        None => (number, 10, 1),
    };
    let count = digits
        .chars()
        .take_while(|digit| digit.is_digit(radix))
        .count();
    let code = u32::from_str_radix(&digits[..count], radix).ok()?;
    let fits = code != 0 && count + lead <= LONGEST;
    fits.then_some((char::from_u32(code)?, lead + count))
}

fn by_name(text: &str) -> Option<(char, usize)> {
    let count = text.chars().take_while(char::is_ascii_alphabetic).count();
    let letter = match &text[..count] {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        _ => return None,
    };
    Some((letter, count))
}
