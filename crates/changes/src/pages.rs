//! A list that is read page by page: what is missing in it is known once its end was seen.

use std::collections::BTreeSet;

use cloud_api::{
    ApiError, Before, Judgement, Manner, Mutation, Request, Response, Subject, Unreadable,
};
use serde::{Deserialize, Serialize};

/// Pages after which a list is taken for one without an end.
const MOST: u32 = 100;

/// How far a list was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pages {
    /// With what the page ends behind which the list goes on; `None` before the first one.
    behind: Option<String>,
    /// Pages that were read.
    read: u32,
    /// What they showed of what is looked for.
    seen: BTreeSet<Subject>,
}

impl Pages {
    /// Whether nothing was read of it yet.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.behind.is_none()
    }

    /// The read of the next page.
    pub(crate) fn request(&self, mutation: &Mutation) -> Request {
        match &self.behind {
            Some(marker) => mutation.read_back_behind(marker),
            None => mutation.read_back(),
        }
    }

    /// Takes in a page. Gives what the list says of each subject, in their order; `None` while it goes on.
    pub(crate) fn take(
        &mut self,
        mutation: &Mutation,
        subjects: &[&Subject],
        before: &Before,
        page: &Response,
    ) -> Option<Vec<Judgement>> {
        let mut judgements = mutation.judge_each(subjects, before, page);
        let listed = match mutation.manner() {
            Manner::Remove => Judgement::NotApplied,
            Manner::Change | Manner::Start => Judgement::Applied,
        };
        let endless = match mutation.next_page(page) {
            Ok(None) => None,
            Ok(Some(marker)) if self.read < MOST && self.behind.as_ref() != Some(&marker) => {
                let seen = subjects.iter().zip(&judgements);
                let seen = seen.filter(|(_, judgement)| **judgement == listed);
                self.seen
                    .extend(seen.map(|(subject, _)| (*subject).clone()));
                self.behind = Some(marker);
                self.read += 1;
                return None;
            }
            Ok(Some(_)) => Some(ApiError::Unreadable(Unreadable {
                status: page.status,
                at: "the list does not end".to_owned(),
                request_id: page.request_id(),
            })),
            Err(error) => Some(error),
        };
        for (subject, judgement) in subjects.iter().zip(&mut judgements) {
            if self.seen.contains(*subject) {
                *judgement = listed.clone();
            } else if let Some(error) = &endless
                && *judgement != listed
            {
                *judgement = Judgement::CannotTell(error.clone());
            }
        }
        Some(judgements)
    }
}
