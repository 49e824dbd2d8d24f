//! Browser storage, kept apart by mount point and environment.

use leptos::prelude::window;
use web_sys::Storage;

use super::address::base_path;
use super::environment::{Environment, cloud, environment};

/// The name of something of this console in the environment of the page: another console may be on the same origin,
/// and the demo sees nothing of what is live.
#[must_use]
pub fn own(name: &str) -> String {
    let environment = match environment() {
        Environment::Live => "live",
        Environment::Demo => "demo",
    };
    format!("image-console:{}:{environment}:{name}", base_path())
}

/// The name of something of the cloud of the page: the demo has one after another, and several at once, whose changes
/// have nothing to do with each other.
#[must_use]
pub fn of_cloud(name: &str) -> String {
    own(name) + &cloud()
}

/// What the tab remembers until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabItem {
    /// The token, when the person asked to keep it.
    Token,
    /// When somebody last used the page, where it keeps a token.
    UsedAt,
    /// Which sign-out was the last before it keeps a token.
    SignedOutBefore,
    /// The chosen enterprise project.
    EnterpriseProject,
    /// As whom a person works in the demo.
    DemoPerson,
    /// That what to try in the demo was put away.
    DemoTrials,
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
    /// Who has signed out last, and when.
    SignedOut,
    /// What a tab tells the others where the browser has no channel for that.
    Notice,
}

/// What the browser remembers many of, each under a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrowserItems {
    /// What people have changed.
    Changes,
    /// Which tab goes on with a change, where the browser knows no locks.
    Claims,
}

impl TabItem {
    fn key(self) -> String {
        let name = match self {
            Self::Token => "token",
            Self::UsedAt => "used-at",
            Self::SignedOutBefore => "signed-out-before",
            Self::EnterpriseProject => "enterprise-project",
            Self::DemoPerson => "person",
            Self::DemoTrials => "trials",
        };
        own(name)
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

fn of_browser() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Whether the browser remembers nothing for this console, because the person lets no site store anything.
#[must_use]
pub fn is_refused() -> bool {
    of_browser().is_none()
}

impl BrowserItem {
    fn key(self) -> String {
        let name = match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Updates => "updates",
            Self::SignedOut => "signed-out",
            // As the channel that it stands for.
            Self::Notice => return of_cloud("notice"),
        };
        own(name)
    }

    /// Whether a key of the storage is that of this one.
    #[must_use]
    pub fn has_key(self, key: &str) -> bool {
        self.key() == key
    }

    /// What is remembered, if anything.
    #[must_use]
    pub fn read(self) -> Option<String> {
        of_browser()?.get_item(&self.key()).ok().flatten()
    }

    /// Remembers a text; `false` when the browser refuses to store anything.
    pub fn write(self, value: &str) -> bool {
        of_browser().is_some_and(|storage| storage.set_item(&self.key(), value).is_ok())
    }
}

impl BrowserItems {
    fn name(self) -> &'static str {
        match self {
            Self::Changes => "changes:",
            Self::Claims => "claims:",
        }
    }

    fn beginning(self) -> String {
        of_cloud(self.name())
    }

    fn key(self, name: &str) -> String {
        format!("{}{name}", self.beginning())
    }

    /// The names of all that are remembered, in no order.
    #[must_use]
    pub fn names(self) -> Vec<String> {
        names_below(&self.beginning())
    }

    /// Forgets what is of other clouds whose names begin like this.
    pub fn forget_others(self, clouds: &str) {
        let all = own(self.name());
        let here = cloud();
        for name in names_below(&all) {
            if name.starts_with(clouds) && !name.starts_with(&here) {
                forget(&format!("{all}{name}"));
            }
        }
    }

    /// What is remembered under a name, if anything.
    #[must_use]
    pub fn read(self, name: &str) -> Option<String> {
        of_browser()?.get_item(&self.key(name)).ok().flatten()
    }

    /// Remembers a text; `false` when the browser refuses to store it.
    pub fn write(self, name: &str, value: &str) -> bool {
        of_browser().is_some_and(|storage| storage.set_item(&self.key(name), value).is_ok())
    }

    /// Forgets what is under a name; `false` when the browser refuses.
    pub fn remove(self, name: &str) -> bool {
        forget(&self.key(name))
    }
}

/// What follows a beginning in the keys that have it, in no order.
fn names_below(beginning: &str) -> Vec<String> {
    let Some(storage) = of_browser() else {
        return Vec::new();
    };
    let keys = (0..storage.length().unwrap_or_default())
        .filter_map(|place| storage.key(place).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(beginning).map(str::to_owned))
        .collect()
}

fn forget(key: &str) -> bool {
    of_browser().is_none_or(|storage| storage.remove_item(key).is_ok())
}
