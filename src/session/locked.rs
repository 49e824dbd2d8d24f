//! Who was there when a page locked.

/// Who was there when a page locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    pub(super) mark: String,
    /// Name of the person's user; untrusted text.
    pub user_name: String,
    /// How many changes are not followed meanwhile.
    pub jobs: u64,
}
