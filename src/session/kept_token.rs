//! A token with the place that it is of, as the tab keeps them.

use config::{Config, Place};

use crate::net::Iam;

/// Stands before a token that the region's IAM does not know.
const GLOBAL: &str = "global";

/// A token as the tab keeps it: one cloud's token goes to that cloud's IAM only, and to the one that knows it.
pub(super) fn with_place(place: Place, iam: Iam, token: &str) -> String {
    match (place, iam) {
        (Place::OwnOrigin, _) => token.to_owned(),
        (Place::Of(cloud, region), Iam::OfRegion) => format!("{} {} {token}", cloud.id, region.id),
        (Place::Of(cloud, region), Iam::Global) => {
            format!("{} {} {GLOBAL} {token}", cloud.id, region.id)
        }
    }
}

/// The place that a kept token is of, the IAM that knows it, and the token; `None` where the console is not set up
/// for it any more.
pub(super) fn placed(config: &'static Config, kept: &str) -> Option<(Place, Iam, String)> {
    let parts: Vec<&str> = kept.split(' ').collect();
    let (at, iam, token) = match *parts {
        [token] => (None, Iam::OfRegion, token),
        [cloud, region, token] => (Some((cloud, region)), Iam::OfRegion, token),
        [cloud, region, GLOBAL, token] => (Some((cloud, region)), Iam::Global, token),
        _ => return None,
    };
    let is_of = |place: &Place| match (place, at) {
        (Place::OwnOrigin, None) => true,
        (Place::Of(its_cloud, its_region), Some((cloud, region))) => {
            its_cloud.id == cloud && its_region.id.as_str() == region
        }
        _ => false,
    };
    let place = config.places().into_iter().find(is_of)?;
    Some((place, iam, token.to_owned()))
}
