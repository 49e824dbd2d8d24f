//! Who can get the images of a place, in one sentence.

use cloud_api::swr::{AccessCount, AccessPlace, AccessSource};

use crate::{Message, text};

/// The sentence: what it says first, and how that comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who can; it answers by itself.
    pub head: Message,
    /// Through what, and whom no API lists; follows the head at once, with its own punctuation.
    pub rest: Message,
}

/// The sentence for so many people. Where not all lists were read, or not to their last row, there
/// are at least so many; where everyone can pull, that comes first.
#[must_use]
pub fn answer(place: &AccessPlace, count: AccessCount, is_whole: bool, is_public: bool) -> Answer {
    let (all, how) = (count.all(), how(place, count));
    if is_public {
        return Answer {
            head: text::access_answer_everyone(),
            rest: match all {
                0 => text::access_answer_everyone_only(),
                _ => text::access_answer_everyone_how(all, how),
            },
        };
    }
    let head = match (place, is_whole) {
        (AccessPlace::Repository(_), true) => text::access_answer(all),
        (AccessPlace::Repository(_), false) => text::access_answer_part(all),
        (AccessPlace::Organization(organization), true) => {
            text::access_answer_organization(all, organization.to_string())
        }
        (AccessPlace::Organization(organization), false) => {
            text::access_answer_organization_part(all, organization.to_string())
        }
    };
    Answer {
        head,
        rest: text::access_answer_how(how),
    }
}

/// Directly, through the organization, and the person at the screen.
fn how(place: &AccessPlace, count: AccessCount) -> Message {
    let direct = (count.direct > 0).then(|| match place {
        AccessPlace::Organization(_) => text::access_how_whole(count.direct),
        AccessPlace::Repository(_) => text::access_how_direct(count.direct),
    });
    let organization = AccessSource::Organization.place(place).to_string();
    let through = match (count.organization, count.both) {
        (0, _) => None,
        (through, 0) => Some(text::access_how_organization(through, organization)),
        (through, both) => Some(text::access_how_both(both, through, organization)),
    };
    let others = match (direct, through) {
        (Some(direct), Some(through)) => Some(text::access_how_list(direct, through)),
        (direct, through) => direct.or(through),
    };
    match (others, count.with_caller) {
        (Some(others), true) => text::access_how_with_you(others),
        (Some(others), false) => others,
        (None, true) => text::access_how_you(),
        (None, false) => text::access_how_nobody(),
    }
}
