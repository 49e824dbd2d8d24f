//! Where the images of an instance come from and go to, seen from the instance.

use super::ids::RegistryId;
use super::replication_policy::ReplicationPolicy;
use super::side::Side;
use super::target_registry::TargetRegistry;

/// A place that images come from or go to, and the policies that move them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapPlace<'a> {
    /// What it is.
    pub far: Far<'a>,
    /// The policies, in their order.
    pub arrows: Vec<Arrow<'a>>,
}

/// The far end of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Far<'a> {
    /// A target registry of the instance.
    Listed(&'a TargetRegistry),
    /// A registry that is not in the list, such as one that was deleted although a policy uses it.
    NotListed(RegistryId),
    /// The service does not tell, or not in a form that is read.
    NotTold,
}

/// A policy as an arrow between the instance and a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrow<'a> {
    /// The policy.
    pub policy: &'a ReplicationPolicy,
    /// Which way it points.
    pub way: Way,
}

/// Which way an arrow points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// Images come to the instance.
    Here,
    /// Images go from it.
    There,
}

impl Far<'_> {
    fn is_at(&self, side: Side) -> bool {
        match (self, side) {
            (Self::Listed(registry), Side::Registry(id)) => registry.id == Some(id),
            (Self::NotListed(known), Side::Registry(id)) => *known == id,
            (Self::NotTold, Side::Unread | Side::Local) => true,
            _ => false,
        }
    }

    fn of(side: Side) -> Self {
        match side {
            Side::Registry(id) => Self::NotListed(id),
            Side::Unread | Side::Local => Self::NotTold,
        }
    }
}

/// Every registry in its order, also one that no policy uses; then what policies name besides. A policy
/// that names two registries is an arrow at either.
#[must_use]
pub fn replication_map<'a>(
    registries: &'a [TargetRegistry],
    policies: &'a [ReplicationPolicy],
) -> Vec<MapPlace<'a>> {
    let place = |registry| MapPlace {
        far: Far::Listed(registry),
        arrows: Vec::new(),
    };
    let mut places: Vec<MapPlace<'a>> = registries.iter().map(place).collect();
    let mut put = |side: Side, arrow: Arrow<'a>| match places
        .iter_mut()
        .find(|place| place.far.is_at(side))
    {
        Some(place) => place.arrows.push(arrow),
        None => places.push(MapPlace {
            far: Far::of(side),
            arrows: vec![arrow],
        }),
    };
    for policy in policies {
        let here = Arrow {
            policy,
            way: Way::Here,
        };
        let there = Arrow {
            policy,
            way: Way::There,
        };
        match (policy.source, policy.destination) {
            // The instance is the other end of either.
            (Side::Local, to) => put(to, there),
            (from, Side::Local) => put(from, here),
            (from, to) => {
                put(from, here);
                put(to, there);
            }
        }
    }
    places
}
