//! Recipients as people paste them.

use std::collections::BTreeMap;

use super::member::MemberType;
use super::recipient::Recipient;
use crate::TextError;

/// One entry of a pasted list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedRecipient {
    /// As it stands there, without what parts it from others.
    pub text: String,
    /// On which line, counted from 1.
    pub line: usize,
    /// At which character of that line it begins, counted from 1.
    pub position: usize,
    /// Whom it names, or the rule that it breaks and where in it.
    pub recipient: Result<Recipient, TextError>,
    /// On which line and at which character the same stands before, where it does.
    pub repeats: Option<(usize, usize)>,
}

/// The entries of a list in any shape: lines, commas, semicolons, tabs, quotes, a JSON array. IDs are of
/// recipients of this kind; what begins like a URN is of an organization.
#[must_use]
pub fn pasted_recipients(text: &str, kind: MemberType) -> Vec<PastedRecipient> {
    let mut entries = Vec::new();
    let mut known: BTreeMap<Recipient, (usize, usize)> = BTreeMap::new();
    // Other systems part lines with one or both of these.
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    for (line, content) in lines.split('\n').enumerate() {
        for (index, text) in words(content) {
            let place = (line + 1, index + 1);
            let is_urn = text.starts_with("organizations:");
            let kind = if is_urn {
                MemberType::Organization
            } else {
                kind
            };
            let recipient = Recipient::typed(kind, &text);
            let repeats = match &recipient {
                Ok(recipient) => known.get(recipient).copied(),
                Err(_) => None,
            };
            if let (Ok(recipient), None) = (&recipient, repeats) {
                known.insert(recipient.clone(), place);
            }
            entries.push(PastedRecipient {
                text,
                line: place.0,
                position: place.1,
                recipient,
                repeats,
            });
        }
    }
    entries
}

/// What stands between separators, each with the index of its first character.
fn words(line: &str) -> Vec<(usize, String)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut goes_on = false;
    for (index, character) in line.chars().enumerate() {
        if is_separator(character) {
            goes_on = false;
            continue;
        }
        match words.last_mut().filter(|_| goes_on) {
            Some((_, word)) => word.push(character),
            None => words.push((index, character.to_string())),
        }
        goes_on = true;
    }
    words
}

/// In no ID and no URN, and between them in lists of every kind; full-width ones as Chinese keyboards have
/// them, and the marks that documents put before a text or around it.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            ',' | ';' | '"' | '\'' | '`' | '[' | ']' | '(' | ')' | '|'
        )
        || matches!(
            character,
            '，' | '；' | '、' | '“' | '”' | '‘' | '’' | '„' | '«' | '»' | '•'
        )
        || matches!(character, '\u{feff}' | '\u{200b}'..='\u{200d}')
}
