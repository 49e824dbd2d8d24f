//! How long a file may be.

use crate::source::Source;

/// The most lines that a file may have.
pub const MOST_LINES: usize = 400;

/// The files that are longer.
pub fn too_long(sources: &[Source]) -> Vec<String> {
    let lengths = sources
        .iter()
        .map(|source| (&source.path, source.text.lines().count()));
    let long = lengths.filter(|(_, lines)| *lines > MOST_LINES);
    long.map(|(path, lines)| format!("{path} has {lines} lines, {MOST_LINES} are the most"))
        .collect()
}
