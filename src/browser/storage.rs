//! Browser storage, kept apart by mount point.

use leptos::prelude::window;
use web_sys::Storage;

use super::address::base_path;

/// What the tab remembers until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabItem {
    /// The token, when the person asked to keep it.
    Token,
    /// The chosen enterprise project.
    EnterpriseProject,
    /// What the person has changed.
    Changes,
}

/// What the browser remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserItem {
    /// The tag of the chosen language.
    Language,
    /// The chosen theme.
    Theme,
    /// Whether what is shown is kept up to date by itself.
    Updates,
}

impl TabItem {
    fn key(self) -> String {
        let name = match self {
            Self::Token => "token",
            Self::EnterpriseProject => "enterprise-project",
            Self::Changes => "changes",
        };
        format!("image-console:{}:live:{name}", base_path())
    }

    fn storage() -> Option<Storage> {
        window().session_storage().ok().flatten()
    }

    /// What is remembered, if anything.
    #[must_use]
    pub fn read(self) -> Option<String> {
        Self::storage()?.get_item(&self.key()).ok().flatten()
    }

    /// Remembers a text; `false` when the browser refuses to store anything.
    pub fn write(self, value: &str) -> bool {
        Self::storage().is_some_and(|storage| storage.set_item(&self.key(), value).is_ok())
    }

    /// Forgets it; `false` when the browser refuses.
    pub fn remove(self) -> bool {
        Self::storage().is_none_or(|storage| storage.remove_item(&self.key()).is_ok())
    }
}

impl BrowserItem {
    fn key(self) -> String {
        let name = match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Updates => "updates",
        };
        format!("image-console:{}:live:{name}", base_path())
    }

    fn storage() -> Option<Storage> {
        window().local_storage().ok().flatten()
    }

    /// What is remembered, if anything.
    #[must_use]
    pub fn read(self) -> Option<String> {
        Self::storage()?.get_item(&self.key()).ok().flatten()
    }

    /// Remembers a text; `false` when the browser refuses to store anything.
    pub fn write(self, value: &str) -> bool {
        Self::storage().is_some_and(|storage| storage.set_item(&self.key(), value).is_ok())
    }
}
