//! Where the images of a policy come from, and where they go.

use cloud_api::enterprise::{Side, TargetRegistry};
use leptos::prelude::*;

use crate::i18n::{Message, text, use_i18n};
use crate::live::live;

/// One side of a policy.
#[derive(Clone, Debug, Hash, PartialEq, Eq)]
pub enum PolicySide {
    /// The instance itself.
    Here,
    /// A target registry by its name; untrusted text.
    Named(String),
    /// One whose name is not known, by its ID.
    ById(String),
    /// The answer does not tell.
    NotTold,
}

impl PolicySide {
    /// A side, by the name of its registry where that is known.
    #[must_use]
    pub fn of(side: Side, registries: &[TargetRegistry]) -> Self {
        match side {
            Side::Local => Self::Here,
            Side::Unread => Self::NotTold,
            Side::Registry(id) => {
                let mut registries = registries.iter();
                let named = registries.find(|it| it.id == Some(id) && !it.name.is_empty());
                named.map_or_else(
                    || Self::ById(id.to_string()),
                    |it| Self::Named(it.name.clone()),
                )
            }
        }
    }

    /// What it is searched and sorted by.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Here | Self::NotTold => "",
            Self::Named(text) | Self::ById(text) => text,
        }
    }

    /// The same in words.
    #[must_use]
    pub fn words(&self) -> Message {
        match self {
            Self::Here => text::policies_this_instance(),
            Self::NotTold => text::policies_unread_side(),
            Self::Named(name) => text::item_name(name.as_str()),
            Self::ById(id) => text::policies_registry_by_id(id.as_str()),
        }
    }

    /// The same in a cell.
    pub fn cell(&self) -> AnyView {
        let (words, said) = (use_i18n(), self.words());
        live(move || words.show(&said)).into_any()
    }
}
