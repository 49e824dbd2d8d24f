//! What a person typed to find rows.

use crate::fold::fold;

/// Words that must all occur in a row, in any order, as parts of words too, without regard to case.
/// Without words every row matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The longest first: it rules out most rows.
    words: Vec<String>,
}

impl Filter {
    /// Reads the words, which white space of any kind separates. Normalise the text before, the way
    /// the rows' texts were.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut words: Vec<String> = Vec::new();
        // A person types a handful of words: no sorting is worth its code.
        for word in text.split_whitespace().map(fold) {
            if !words.contains(&word) {
                let place = words.partition_point(|longer| longer.len() >= word.len());
                words.insert(place, word);
            }
        }
        Self { words }
    }

    /// Whether there are no words, so that every row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether all words occur in a text that has been folded.
    pub(crate) fn matches(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }
}
