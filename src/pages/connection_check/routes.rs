//! The address of the connection check.

use std::fmt;

use crate::i18n::{Message, text};
use crate::route::{PageRoute, Title};
use crate::ui::IconName;

/// The one page of how far requests come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route;

impl Route {
    /// None: what fails leads here, and the person's menu.
    #[must_use]
    pub fn entries() -> Vec<(Self, Message, IconName)> {
        Vec::new()
    }
}

impl PageRoute for Route {
    fn parse(segments: &[&str]) -> Option<Self> {
        (*segments == ["connection-check"]).then_some(Self)
    }

    fn title(&self) -> Title {
        Title::Words(text::connection_title())
    }

    fn tabs() -> Vec<(Self, Message)> {
        vec![(Self, text::connection_title())]
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("connection-check")
    }
}
