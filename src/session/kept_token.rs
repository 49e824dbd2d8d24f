//! A token with the place that it is of, as the tab keeps them.

use cloud_api::Service;
use config::{Config, Iam, Place};

/// A token as the tab keeps it: one cloud's token goes to that cloud's IAM only, to the one that knows it, and to where
/// that was when the token was kept.
pub(super) fn with_place(place: Place, iam: Iam, token: &str) -> String {
    let Place::Of(cloud, region) = place else {
        return token.to_owned();
    };
    let iam = match iam {
        Iam::OfRegion => region.service(Service::Iam),
        Iam::Global => place.global_iam(),
    };
    let iam = iam.map_or_else(String::new, |iam| format!("{} {}", iam.address, iam.host));
    format!("{} {} {iam} {token}", cloud.id, region.id)
}

/// The place that a kept token is of, the IAM that knows it, and the token; `None` where the console is not set up
/// for it any more.
pub(super) fn placed(config: &'static Config, kept: &str) -> Option<(Place, Iam, String)> {
    let token = kept.rsplit(' ').next()?;
    let places = config.places().into_iter();
    let mut ways = places.flat_map(|place| [(place, Iam::OfRegion), (place, Iam::Global)]);
    let (place, iam) = ways.find(|(place, iam)| with_place(*place, *iam, token) == kept)?;
    Some((place, iam, token.to_owned()))
}
