//! The members of one image, read page after page.

use crate::ims::in_order::{add, in_order};
use crate::ims::{ListImageMembers, Member};
use crate::{Listed, ProjectId};

/// The members of one image, as they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageMembers {
    /// Those that could be read, in the order of the service.
    pub members: Vec<Member>,
    /// How many could not, so that nothing of them is known.
    pub left_out: u64,
    /// Whether these are all.
    pub is_whole: bool,
}

impl ImageMembers {
    /// How many there are, those that could not be read included.
    #[must_use]
    pub fn count(&self) -> u64 {
        (self.members.len() as u64).saturating_add(self.left_out)
    }

    /// Whether nothing of them is unknown: the list was read to its end, and each of its rows.
    #[must_use]
    pub fn are_all_known(&self) -> bool {
        self.is_whole && self.left_out == 0
    }

    /// Takes in a page; gives the ID of the member that the next one follows, `None` at the end. A
    /// page that tells nothing more, or whose last row has no ID, ends a part.
    pub fn take(&mut self, page: Listed<Member>) -> Option<String> {
        let before = self.members.len();
        let is_last = ListImageMembers::is_last(page.received());
        let last = page.last().map(|member| member.member_id.clone());
        self.left_out = self.left_out.saturating_add(page.left_out);
        let mut known = in_order(self.members.iter().map(Member::recipient_id));
        // Nothing tells apart those that nothing names.
        let is_another = |member: &Member| {
            member.identifier().is_empty() || add(&mut known, member.recipient_id())
        };
        self.members.extend(page.into_iter().filter(is_another));
        self.is_whole = is_last;
        let goes_on = !is_last && self.members.len() > before;
        last.filter(|last| goes_on && !last.is_empty())
    }

    /// The member by which a project holds the image: itself, or else what it is a part of, which is
    /// all that the service shows of others' images.
    #[must_use]
    pub fn of_project(&self, project: &ProjectId) -> Option<&Member> {
        let mut members = self.members.iter();
        let itself = members.find(|member| member.member_id == project.as_str());
        itself.or_else(|| self.members.first())
    }
}
