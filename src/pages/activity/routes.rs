//! The address of Activity.

use std::fmt;

use crate::i18n::{Message, text};
use crate::route::{PageRoute, Title};
use crate::ui::IconName;

/// The one page of what was changed from this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route;

impl Route {
    /// The page that the navigation leads to.
    #[must_use]
    pub fn entries() -> Vec<(Self, Message, IconName)> {
        vec![(Self, text::activity_title(), IconName::History)]
    }
}

impl PageRoute for Route {
    fn parse(segments: &[&str]) -> Option<Self> {
        (*segments == ["activity"]).then_some(Self)
    }

    fn title(&self) -> Title {
        Title::Words(text::activity_title())
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("activity")
    }
}
