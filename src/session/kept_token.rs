//! A token with the place that it is of, as the tab keeps them.

use cloud_api::Service;
use config::{Config, Place};

/// A token as the tab keeps it: one cloud's token goes to that cloud's IAM only, and to where that was when the
/// token was kept.
pub(super) fn with_place(place: Place, token: &str) -> String {
    let Place::Of(cloud, region) = place else {
        return token.to_owned();
    };
    let iam = region.service(Service::Iam);
    let iam = iam.map_or_else(String::new, |iam| format!("{} {}", iam.address, iam.host));
    format!("{} {} {iam} {token}", cloud.id, region.id)
}

/// The place that a kept token is of, and the token; `None` where the console is not set up for it any
/// more.
pub(super) fn placed(config: &'static Config, kept: &str) -> Option<(Place, String)> {
    let token = kept.rsplit(' ').next()?;
    let is_of = |place: &Place| with_place(*place, token) == kept;
    let place = config.places().into_iter().find(is_of)?;
    Some((place, token.to_owned()))
}
