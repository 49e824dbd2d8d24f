//! Shares that are to be stopped, and what their recipients hold without them.

use super::image_members::ImageMembers;
use super::recipient_id::RecipientId;
use super::route::{AccountsOfProjects, other_route};
use super::share::Share;
use crate::ims::{DeleteMembers, ImageId, Member};

/// The shares with those recipients that are wanted, image by image. The other route of each is one that
/// stays when all of them are stopped; a member that no request can carry always stays.
#[must_use]
pub fn shares_to_stop<'a>(
    read: impl IntoIterator<Item = (&'a ImageId, &'a ImageMembers)>,
    accounts: &AccountsOfProjects,
    is_wanted: &dyn Fn(&RecipientId) -> bool,
) -> Vec<Share> {
    let mut shares = Vec::new();
    for (image, ImageMembers { members, .. }) in read {
        let is_wanted = |member: &Member| is_wanted(&member.recipient_id());
        let stays = |member: &&Member| !is_wanted(member) || member.recipient().is_none();
        let staying: Vec<Member> = members.iter().filter(stays).cloned().collect();
        for member in members {
            if is_wanted(member) {
                shares.push(Share {
                    other_route: other_route(&member.recipient_id(), &staying, accounts),
                    image: image.clone(),
                    member: member.clone(),
                });
            }
        }
    }
    shares
}

impl DeleteMembers {
    /// The fewest calls that stop exactly these shares, without those that no request can carry.
    #[must_use]
    pub fn of_shares<'a>(shares: impl IntoIterator<Item = &'a Share>) -> Vec<Self> {
        let pair = |share: &Share| Some((share.image.clone(), share.member.recipient()?));
        Self::of_pairs(shares.into_iter().filter_map(pair))
    }
}
