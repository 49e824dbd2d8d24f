//! Which tools the cloud that is shown has.

use cloud_api::clipboard::terraform::Provider;
use leptos::prelude::*;

use crate::session::use_session;

/// The provider of Terraform for whatever is shown now.
pub fn use_provider() -> Provider {
    let identity = untrack(|| use_session().identity());
    identity.map_or(Provider::Unknown, |identity| identity.place.provider())
}
