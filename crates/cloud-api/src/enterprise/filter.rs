//! Which images a replication policy copies.

use serde_json::{Value, json};

use super::glob::{Glob, GlobError};
use crate::wire::fields::Fields;

/// One condition that images have to meet, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// What is looked at, `type`; not always a word that is known.
    pub filter_type: String,
    /// The pattern; untrusted text. `None` where it is no text.
    pub value: Option<String>,
    /// `matches`, or `excludes` where the condition is turned round; Harbor has it, the documentation of
    /// the cloud does not, and an empty one stands for the first.
    pub decoration: String,
}

/// What a condition looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilterType {
    /// Namespace and repository, joined by `/`.
    Name,
    /// The tag.
    Tag,
}

impl FilterType {
    /// All known ones.
    pub const ALL: [Self; 2] = [Self::Name, Self::Tag];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Tag => "tag",
        }
    }

    /// The type of that word, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// Why a text is no pattern of a filter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// Nothing was given; a filter that is left out takes everything.
    #[error("the pattern is empty")]
    Empty,
    /// The pattern is not understood.
    #[error(transparent)]
    Pattern(#[from] GlobError),
}

impl Filter {
    /// Reads what a person has typed for a filter of this type.
    ///
    /// # Errors
    /// Why it is no pattern.
    pub fn typed(filter_type: FilterType, text: &str) -> Result<Self, FilterError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FilterError::Empty);
        }
        text.parse::<Glob>()?;
        Ok(Self {
            filter_type: filter_type.name().to_owned(),
            value: Some(text.to_owned()),
            decoration: String::new(),
        })
    }

    /// As a body has it. A condition that is turned round stays so.
    pub(super) fn body(&self) -> Value {
        let mut body = json!({ "type": self.filter_type, "value": self.value });
        if !self.decoration.is_empty() {
            body["decoration"] = json!(self.decoration);
        }
        body
    }

    pub(super) fn read(fields: Fields<'_>) -> Self {
        let value = fields.get("value");
        Self {
            filter_type: fields.text_or_number("type"),
            value: value.map_or_else(|| Some(String::new()), |it| Some(it.as_str()?.to_owned())),
            decoration: fields.text_or_number("decoration"),
        }
    }

    /// What it looks at, where that is a known word.
    #[must_use]
    pub fn known_type(&self) -> Option<FilterType> {
        FilterType::named(&self.filter_type)
    }
}
