//! Names of organizations, repositories and tags, parsed by the API's own rules.
//!
//! Source: the seed pages on deleting a sync task and on cancelling permissions, and the name rules
//! derived from them (reference §3).

mod rule;
mod tag;

use rule::NameRule;
pub use rule::{CharacterRule, NameError};
pub use tag::{TagName, TagNameError};

macro_rules! ruled_name {
    ($(#[$documentation:meta])* $name:ident, $rule:expr) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = NameError;

            fn from_str(text: &str) -> Result<Self, NameError> {
                $rule.check(text)?;
                Ok(Self(text.to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = NameError;

            fn try_from(text: String) -> Result<Self, NameError> {
                $rule.check(&text)?;
                Ok(Self(text))
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

ruled_name!(
    /// An organization of the shared edition: 1 to 64 characters, a lowercase letter first, a
    /// lowercase letter or digit last, `.` `_` `-` between, never two of them side by side except
    /// exactly two underscores.
    OrganizationName,
    NameRule::ORGANIZATION
);

ruled_name!(
    /// An image repository of the shared edition: 1 to 128 characters, a lowercase letter or digit
    /// first and last, `.` `/` `_` `-` between, never two of them side by side except exactly two
    /// underscores. In a path each `/` is sent as `$`.
    RepositoryName,
    NameRule::REPOSITORY
);
