//! A recipient and the images that it holds.

use super::image_members::ImageMembers;
use super::recipient_id::RecipientId;
use super::route::{AccountsOfProjects, OtherRoute, other_route};
use super::share::Share;
use crate::ims::{ImageId, MemberStatus};

/// A recipient with the images that were found shared with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RecipientShares {
    /// Who it is.
    pub id: RecipientId,
    /// Each image once, in the order in which they were read.
    pub shares: Vec<Share>,
}

impl RecipientShares {
    /// Everybody whom the members that were read name, in an order that stays.
    #[must_use]
    pub fn all<'a>(
        read: impl IntoIterator<Item = (&'a ImageId, &'a ImageMembers)>,
        accounts: &AccountsOfProjects,
    ) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for (image, ImageMembers { members, .. }) in read {
            for member in members {
                let id = member.recipient_id();
                let other_route = other_route(&id, members, accounts);
                let place = match all.binary_search_by(|known| known.id.cmp(&id)) {
                    Ok(place) => place,
                    Err(place) => {
                        let shares = Vec::new();
                        all.insert(place, Self { id, shares });
                        place
                    }
                };
                let Some(Self { shares, .. }) = all.get_mut(place) else {
                    continue;
                };
                // A row that the service gives twice is one share.
                if shares.last().is_none_or(|share| share.image != *image) {
                    shares.push(Share {
                        image: image.clone(),
                        member: member.clone(),
                        other_route,
                    });
                }
            }
        }
        all
    }

    /// How many images it holds that stand so; `None` for a status that is not known.
    #[must_use]
    pub fn count(&self, status: Option<MemberStatus>) -> u64 {
        let shares = self.shares.iter();
        let standing = shares.filter(|share| share.member.known_status() == status);
        standing.count() as u64
    }

    /// How many images it holds, or may hold, by another route too.
    #[must_use]
    pub fn count_by(&self, route: OtherRoute) -> u64 {
        let shares = self.shares.iter();
        let by_route = shares.filter(|share| share.other_route == route);
        by_route.count() as u64
    }
}
