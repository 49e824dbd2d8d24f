//! Which images a replication policy copies.

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

impl Filter {
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
