//! Forms of refusals that tell whose they are.

use serde_json::Value;

/// A form that a service is known by where its code has no name in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// None of these.
    #[default]
    Any,
    /// With a `title`: IAM's older calls, which repeat the status as their code.
    Titled,
    /// With an `error_description`: HSS.
    Described,
    /// Keystone's receipt for a sign-in to which a further factor is missing.
    Receipt,
}

impl Form {
    /// That of an object with a code.
    pub(super) fn of(value: &Value) -> Self {
        if value.get("title").is_some_and(Value::is_string) {
            Self::Titled
        } else if value.get("error_description").is_some_and(Value::is_string) {
            Self::Described
        } else {
            Self::Any
        }
    }
}
