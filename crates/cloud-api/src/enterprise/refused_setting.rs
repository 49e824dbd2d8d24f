//! Which setting of a policy a refusal is about.

use crate::{ApiError, Meaning, Refusal};

/// A setting that a refusal can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedSetting {
    /// The name.
    Name,
    /// The registry at the far end.
    Registry,
    /// The namespace that images go to.
    DestNamespace,
    /// Which images.
    Filters,
    /// The times.
    Cron,
}

/// The parameter names of the API that stand in a refusal, the longer ones before those that are a part of
/// them in words.
const NAMED: [(&str, RefusedSetting); 9] = [
    ("cron", RefusedSetting::Cron),
    ("trigger_settings", RefusedSetting::Cron),
    ("filters", RefusedSetting::Filters),
    ("filter", RefusedSetting::Filters),
    ("dest_namespace", RefusedSetting::DestNamespace),
    ("src_registry", RefusedSetting::Registry),
    ("dest_registry", RefusedSetting::Registry),
    ("registry", RefusedSetting::Registry),
    ("name", RefusedSetting::Name),
];

impl RefusedSetting {
    /// What a refused create or update of a policy was refused for; `None` where that cannot be told. The
    /// codes are not documented (corrections §5): a name that is taken is a kind of refusal of its own, of
    /// the others the service's words name the parameter.
    #[must_use]
    pub fn of(error: &ApiError) -> Option<Self> {
        let ApiError::Refused(Refusal {
            meaning, message, ..
        }) = error
        else {
            return None;
        };
        match meaning {
            Meaning::AlreadyThere => Some(Self::Name),
            Meaning::Invalid | Meaning::AlreadyGone | Meaning::InUse => named_in(message),
            _ => None,
        }
    }
}

fn named_in(message: &str) -> Option<RefusedSetting> {
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let has = |name: &str| {
        let mut words = message.split(|character| !is_part(character));
        words.any(|word| word.eq_ignore_ascii_case(name))
    };
    NAMED
        .iter()
        .find(|(name, _)| has(name))
        .map(|(_, setting)| *setting)
}
