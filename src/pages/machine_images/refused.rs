//! Why the service has refused a call about shares, in the dialog that sent it.

use cloud_api::ApiError;
use leptos::prelude::*;
use words::explanation::of_image_share;
use words::failure::{outcome, remedy};

use crate::live::{live, shown};
use crate::ui::failure::failure_because;

/// The refusal, while there is one.
pub fn refused(refusal: RwSignal<Option<ApiError>>) -> AnyView {
    let refused = move || {
        shown(refusal.get().map(|error| {
            let why = of_image_share(&error).unwrap_or_else(|| remedy(&error));
            failure_because(outcome(&error), why, &error, None)
        }))
    };
    live(refused).into_any()
}
