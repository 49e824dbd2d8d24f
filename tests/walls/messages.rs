//! Messages of the catalogue that nobody says.

use std::collections::BTreeSet;

use crate::source::Source;

/// How the code names the messages: `text::name_of_the_key`.
const SAID: &str = "text::";

/// The keys of a catalogue that no file names. A key stands alone on its line, two spaces from the
/// edge.
pub fn said_by_nobody(catalogue: &str, sources: &[Source]) -> Vec<String> {
    let said: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| source.text.split(SAID).skip(1).map(name_at))
        .collect();
    let keys = catalogue.lines().filter_map(key_of);
    keys.filter(|key| !said.contains(key.replace(['.', '-'], "_").as_str()))
        .map(str::to_owned)
        .collect()
}

/// The name with which a text begins.
fn name_at(text: &str) -> &str {
    let end = text.find(|character: char| !character.is_alphanumeric() && character != '_');
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

fn key_of(line: &str) -> Option<&str> {
    let key = line.strip_prefix("  \"")?;
    Some(key.split_once('"')?.0)
}
