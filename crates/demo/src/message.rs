//! Numbered messages: four bytes, the lowest first, and what is said.

/// The number of no request: the worker says under it, unasked, that its cloud has begun anew.
pub const BEGUN_ANEW: u32 = 0;

/// A message of that number.
#[must_use]
pub fn numbered(number: u32, said: &[u8]) -> Vec<u8> {
    [&number.to_le_bytes()[..], said].concat()
}

/// The number of a message.
#[must_use]
pub fn number_of(message: &[u8]) -> Option<u32> {
    message.first_chunk().copied().map(u32::from_le_bytes)
}

/// What a message says.
#[must_use]
pub fn without_number(message: &[u8]) -> &[u8] {
    message.get(4..).unwrap_or_default()
}
