//! The names that come closest to what a person begins to type.

use crate::fold::fold;

/// How well a name answers; smaller is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// It is the name, or its last part.
    Whole,
    /// Its last part begins so.
    LastPart,
    /// It begins so.
    Beginning,
    /// A part of it, between `/`, `-`, `_` or `.`, begins so.
    Part,
    /// It stands somewhere in it.
    Within,
}

/// The places of the at most `most` names that come closest to `sought`, the closest first; among
/// equals the shorter, then the earlier. Letters match in either case. Nothing is close to an empty
/// text.
#[must_use]
pub fn closest(names: &[Box<str>], sought: &str, most: usize) -> Vec<usize> {
    let sought = fold(sought.trim());
    if sought.is_empty() {
        return Vec::new();
    }
    let found = names.iter().enumerate();
    let mut found: Vec<(Match, usize, usize)> = found
        .filter_map(|(place, name)| Some((how(&fold(name), &sought)?, name.len(), place)))
        .collect();
    if found.len() > most && most > 0 {
        found.select_nth_unstable(most - 1);
    }
    found.truncate(most);
    found.sort_unstable();
    found.into_iter().map(|(_, _, place)| place).collect()
}

fn how(name: &str, sought: &str) -> Option<Match> {
    let last = name.rsplit('/').next().unwrap_or(name);
    let begins_part = || {
        let mut parts = name.split(['/', '-', '_', '.']);
        parts.any(|part| part.starts_with(sought))
    };
    if name == sought || last == sought {
        Some(Match::Whole)
    } else if last.starts_with(sought) {
        Some(Match::LastPart)
    } else if name.starts_with(sought) {
        Some(Match::Beginning)
    } else if begins_part() {
        Some(Match::Part)
    } else {
        name.contains(sought).then_some(Match::Within)
    }
}
