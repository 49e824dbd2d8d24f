//! A token with the place that it is of, as the tab keeps them.

use config::{Config, Place};

/// A token as the tab keeps it: one cloud's token goes to that cloud's IAM only.
pub(super) fn with_place(place: Place, token: &str) -> String {
    match place {
        Place::OwnOrigin => token.to_owned(),
        Place::Of(cloud, region) => format!("{} {} {token}", cloud.id, region.id),
    }
}

/// The place that a kept token is of, and the token; `None` where the console is not set up for it any
/// more.
pub(super) fn placed(config: &'static Config, kept: &str) -> Option<(Place, String)> {
    let parts: Vec<&str> = kept.split(' ').collect();
    let is_of = |place: &Place| match (place, &*parts) {
        (Place::OwnOrigin, [_]) => true,
        (Place::Of(its_cloud, its_region), [cloud, region, _]) => {
            its_cloud.id == *cloud && its_region.id.as_str() == *region
        }
        _ => false,
    };
    let place = config.places().into_iter().find(is_of)?;
    Some((place, (*parts.last()?).to_owned()))
}
