//! As whom a person works in the demo.

/// Somebody of the demo cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// May do everything in the account.
    Administrator,
    /// May edit one organization.
    Editor,
    /// May read one repository.
    Reader,
    /// The administrator of another account, which machine images are shared with.
    Recipient,
}

impl Person {
    /// All, in the order in which they are offered; the first is whom the demo begins with.
    pub const ALL: [Self; 4] = [
        Self::Administrator,
        Self::Editor,
        Self::Reader,
        Self::Recipient,
    ];

    /// ID of the project that the recipient works in.
    pub const RECIPIENT_PROJECT: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";

    /// A name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Editor => "editor",
            Self::Reader => "reader",
            Self::Recipient => "recipient",
        }
    }

    /// Whose name it is.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|person| person.name() == name)
    }
}
