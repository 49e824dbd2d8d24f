//! Recipients as people paste them.

use super::member::{Member, MemberType};
use super::recipient::Recipient;
use crate::TextError;

/// What the URNs of organizations begin with.
const URN: &str = "organizations:";

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
/// recipients of this kind, unless they begin with another, such as `account:`; what begins like a URN is
/// of an organization.
#[must_use]
pub fn pasted_recipients(text: &str, kind: MemberType) -> Vec<PastedRecipient> {
    let mut entries = Vec::new();
    // In the order of the recipients.
    let mut known: Vec<(Recipient, (usize, usize))> = Vec::new();
    // Other systems part lines with one or both of these.
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    for (line, content) in lines.split('\n').enumerate() {
        for (index, word) in words(content) {
            let (kind, text) = kind_of(&word, kind);
            let before = word.chars().count() - text.chars().count();
            let place = (line + 1, index + before + 1);
            let (text, recipient) = (text.to_owned(), Recipient::typed(kind, text));
            let repeats = recipient.as_ref().ok().and_then(|recipient| {
                match known.binary_search_by(|(known, _)| known.cmp(recipient)) {
                    Ok(found) => known.get(found).map(|(_, place)| *place),
                    Err(between) => {
                        known.insert(between, (recipient.clone(), place));
                        None
                    }
                }
            });
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

impl Member {
    /// As it stands in such a list whose IDs are of this kind. What no request can name, or nobody could
    /// type, is one entry with a fault: never somebody else.
    #[must_use]
    pub fn in_list_of(&self, kind: MemberType) -> String {
        let (own, identifier) = (self.known_type(), self.identifier());
        let is_told = match own {
            Some(MemberType::Organization) => identifier.starts_with(URN),
            // Else its beginning would be taken for a kind.
            own => own == Some(kind) && !identifier.contains(':'),
        };
        let listed = match own {
            _ if is_told => identifier.to_owned(),
            Some(own) => format!("{}:{identifier}", word_of(own)),
            None => format!("{}:{identifier}", self.member_type),
        };
        listed.chars().filter(|it| !is_separator(*it)).collect()
    }
}

/// What people call a kind.
fn word_of(kind: MemberType) -> &'static str {
    match kind {
        MemberType::Domain => "account",
        kind => kind.name(),
    }
}

/// The kind that an entry is of, and the entry without the word for it.
fn kind_of(word: &str, selected: MemberType) -> (MemberType, &str) {
    if word.starts_with(URN) {
        return (MemberType::Organization, word);
    }
    let told = word.split_once(':').and_then(|(head, rest)| {
        let is_word = |kind: &MemberType| word_of(*kind).eq_ignore_ascii_case(head);
        let mut kinds = MemberType::ALL.into_iter();
        let kind = kinds.find(is_word).or_else(|| MemberType::named(head));
        Some((kind?, rest))
    });
    told.unwrap_or((selected, word))
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
