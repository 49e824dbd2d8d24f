//! Routes by which one recipient holds an image: as itself, and as a part of what it belongs to.

use super::recipient_id::RecipientId;
use crate::ims::{Member, MemberType};

/// IDs of projects, each with that of the account that it belongs to, as far as they are known.
pub type AccountsOfProjects = Vec<(String, String)>;

/// Whether a recipient keeps an image that it alone is taken from (reference §0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OtherRoute {
    /// It does not.
    #[default]
    None,
    /// It may: an account or an organization holds the image too, and nothing tells whether the
    /// recipient is a part of it.
    Maybe,
    /// It does: its account holds the image too.
    Account,
}

/// By what else the recipient holds an image that has these members.
pub(super) fn other_route(
    recipient: &RecipientId,
    members: &[Member],
    accounts: &AccountsOfProjects,
) -> OtherRoute {
    let mut accounts = accounts.iter();
    let account = accounts.find(|(project, _)| *project == recipient.identifier);
    let account = account.map(|(_, account)| account);
    let own_type = recipient.known_type();
    let through = |member: &Member| match (own_type, member.known_type()) {
        (Some(MemberType::Project), Some(MemberType::Domain)) => match account {
            Some(account) if *account == member.member_id => OtherRoute::Account,
            Some(_) => OtherRoute::None,
            None => OtherRoute::Maybe,
        },
        // Which accounts are in an organization is not told by any answer.
        (Some(MemberType::Project | MemberType::Domain), Some(MemberType::Organization)) => {
            OtherRoute::Maybe
        }
        _ => OtherRoute::None,
    };
    let routes = members.iter().map(through);
    routes.max().unwrap_or_default()
}
