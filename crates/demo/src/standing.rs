//! Whether the changes in the demo cloud outlast the page.

/// What becomes of the changes when the last tab of the demo is reloaded or closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They are there again.
    Kept,
    /// Those before the journal was full are there again.
    Full,
    /// They are gone: the browser stores nothing, or another worker keeps the journal.
    NotKept,
}

impl Standing {
    /// All.
    const ALL: [Self; 3] = [Self::Kept, Self::Full, Self::NotKept];

    /// A name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Full => "full",
            Self::NotKept => "not-kept",
        }
    }

    /// What the name is of.
    #[must_use]
    pub fn named(name: &[u8]) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|standing| standing.name().as_bytes() == name)
    }
}
