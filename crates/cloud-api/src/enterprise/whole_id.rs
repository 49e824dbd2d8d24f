//! Identifiers that are whole numbers: registries, policies, executions and tasks.

/// Why a text is no identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a whole number from 1 to 18446744073709551615, without sign, space or a zero before it"
)]
pub struct WholeIdError;

/// The number in a text that is written as the service writes it.
pub(super) fn parse(text: &str) -> Result<std::num::NonZeroU64, WholeIdError> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    let number = is_plain.then(|| text.parse().ok());
    number.flatten().ok_or(WholeIdError)
}

/// An identifier that is a whole number from 1 and stays exact, also beyond 2^53 where JavaScript's
/// numbers do not.
macro_rules! whole_id {
    ($(#[$documentation:meta])* $name:ident) => {
        $(#[$documentation])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize,
            serde::Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(std::num::NonZeroU64);

        impl $name {
            /// The number as a service has listed it; `None` for 0, which names nothing.
            #[must_use]
            pub fn listed(number: u64) -> Option<Self> {
                std::num::NonZeroU64::new(number).map(Self)
            }

            /// The number in a field, where there is one.
            pub(super) fn read(
                fields: $crate::wire::fields::Fields<'_>,
                name: &'static str,
            ) -> Option<Self> {
                fields.whole_id(name).and_then(Self::listed)
            }
        }

        impl From<$name> for u64 {
            fn from(id: $name) -> Self {
                id.0.get()
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::enterprise::WholeIdError;

            /// Reads what stands in an address.
            fn from_str(text: &str) -> Result<Self, $crate::enterprise::WholeIdError> {
                $crate::enterprise::whole_id::parse(text).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

pub(super) use whole_id;
