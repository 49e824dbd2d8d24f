//! How far a list is read.

/// Whether a reading goes on at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stride {
    /// Page after page.
    #[default]
    Going,
    /// The service has asked for fewer requests; it goes on by itself after a pause.
    Resting,
}

/// How far a list is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows that have arrived, each once.
    pub read: u64,
    /// Rows in all, as far as the service told.
    pub total: Option<u64>,
    /// Whether it goes on at once.
    pub stride: Stride,
}
