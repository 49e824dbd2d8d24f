//! Words that differ between an organization and a repository.

use cloud_api::swr::AccessPlace;

use crate::i18n::Message;

/// The words for an organization, or those for a repository.
#[must_use]
pub fn words_for(
    place: &AccessPlace,
    organization: fn() -> Message,
    repository: fn() -> Message,
) -> Message {
    match place {
        AccessPlace::Organization(_) => organization(),
        AccessPlace::Repository(_) => repository(),
    }
}
