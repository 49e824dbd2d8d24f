//! JSON as it arrives.

use std::iter::Peekable;
use std::num::IntErrorKind;
use std::str::Chars;

use serde_json::Value;

/// What some servers on the way put before a text; JSON does not know it.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads JSON. What cannot be read of a text or number spoils that one only: a byte that is no UTF-8,
/// half of a surrogate pair, a control character, a number beyond all bounds.
pub(super) fn parse(body: &[u8]) -> serde_json::Result<Value> {
    let text = String::from_utf8_lossy(content(body));
    // Mending costs a walk over all of it, and nearly every answer needs none.
    serde_json::from_str(&text)
        .or_else(|error| serde_json::from_str(&mended(&text)).map_err(|_| error))
}

/// The body behind its byte order mark.
pub(super) fn content(body: &[u8]) -> &[u8] {
    body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body)
}

/// The same text, in which each text and number is one that can be read.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut is_in_text = false;
    while let Some(character) = rest.next() {
        match character {
            '"' => {
                is_in_text = !is_in_text;
                mended.push(character);
            }
            '\\' if is_in_text => take_escape(&mut rest, &mut mended),
            '\0'..='\u{1f}' if is_in_text => push_escaped(&mut mended, u32::from(character)),
            '-' | '0'..='9' if !is_in_text => take_number(character, &mut rest, &mut mended),
            _ => mended.push(character),
        }
    }
    mended
}

fn push_escaped(mended: &mut String, unit: u32) {
    mended.push_str(&format!("\\u{unit:04x}"));
}

/// What follows a backslash. Half of a surrogate pair becomes the character for what is none.
fn take_escape(rest: &mut Peekable<Chars<'_>>, mended: &mut String) {
    let Some(kind) = rest.next() else {
        return;
    };
    if kind != 'u' {
        mended.extend(['\\', kind]);
        return;
    }
    let unit = take_unit(rest);
    match unit {
        Some(high @ 0xd800..0xdc00) => {
            let mut ahead = rest.clone();
            let is_escape = ahead.next() == Some('\\') && ahead.next() == Some('u');
            match is_escape.then(|| take_unit(&mut ahead)).flatten() {
                Some(low @ 0xdc00..0xe000) => {
                    push_escaped(mended, high);
                    push_escaped(mended, low);
                    *rest = ahead;
                }
                _ => mended.push(char::REPLACEMENT_CHARACTER),
            }
        }
        Some(0xdc00..0xe000) | None => mended.push(char::REPLACEMENT_CHARACTER),
        Some(unit) => push_escaped(mended, unit),
    }
}

/// Four digits.
fn take_unit(rest: &mut Peekable<Chars<'_>>) -> Option<u32> {
    let mut unit = 0;
    for _ in 0..4 {
        let digit = rest.next_if(char::is_ascii_hexdigit)?;
        unit = unit * 16 + digit.to_digit(16)?;
    }
    Some(unit)
}

/// A number; one beyond all bounds is as good as none.
fn take_number(first: char, rest: &mut Peekable<Chars<'_>>, mended: &mut String) {
    let mut number = String::from(first);
    let is_part = |character: &char| matches!(character, '0'..='9' | '+' | '-' | '.' | 'e' | 'E');
    while let Some(character) = rest.next_if(is_part) {
        number.push(character);
    }
    mended.push_str(match is_beyond_bounds(&number) {
        true => "null",
        false => &number,
    });
}

/// Whether a number is 10^308 or more, which is about where the numbers of JSON readers end. Its digits
/// are counted: the standard library's reader of such numbers has tables of thirteen kilobytes.
fn is_beyond_bounds(number: &str) -> bool {
    const MOST_DIGITS: i64 = 308;
    let number = number.trim_start_matches('-');
    let (digits, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_zero = |digits: &str| digits.bytes().all(|digit| digit == b'0');
    if is_zero(whole) && is_zero(fraction) {
        return false;
    }
    let whole = whole.trim_start_matches('0').len();
    let zeros = fraction.len() - fraction.trim_start_matches('0').len();
    // Digits before the point; fewer than none where zeros follow it.
    let places = match whole {
        0 => 0_i64.saturating_sub_unsigned(zeros as u64),
        _ => 0_i64.saturating_add_unsigned(whole as u64),
    };
    match exponent.parse::<i64>() {
        Ok(exponent) => places.saturating_add(exponent) > MOST_DIGITS,
        Err(error) => *error.kind() == IntErrorKind::PosOverflow,
    }
}
