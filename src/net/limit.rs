//! Limits on what is waited for and taken in.

/// How long an answer may take, in milliseconds.
pub const ANSWER_MILLISECONDS: u32 = 30_000;

/// Bytes that an answer may have.
pub const ANSWER_BYTES: usize = 64 * 1024 * 1024;
