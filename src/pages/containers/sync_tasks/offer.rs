//! Whether the region copies images to other regions at all.

use cloud_api::swr::ShowFeatureGates;
use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::{derived, live};
use crate::query::use_query;
use crate::session::use_session;
use crate::ui::failure::failure_box;

/// What a region's gates say about syncing images.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offer {
    NotReadYet,
    /// Also where the service does not tell: the page's own reads will.
    Offered,
    NotOffered,
}

/// The page, or word that the region does not offer what it shows.
pub fn where_sync_is_offered(page: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let identity = untrack(|| use_session().identity());
    let is_known = identity
        .as_ref()
        .is_some_and(|identity| !identity.place.has_image_sync());
    // What the file tells nobody has to be asked.
    let gates = identity.filter(|_| !is_known).map(|identity| {
        use_query(ShowFeatureGates {
            project: identity.project_id.clone(),
        })
    });
    let offer = derived(move || {
        let Some(gates) = gates else {
            return match is_known {
                true => Offer::NotOffered,
                false => Offer::Offered,
            };
        };
        match gates.value() {
            Some(gates) if gates.enable_image_sync == Some(false) => Offer::NotOffered,
            None if gates.error().is_none() => Offer::NotReadYet,
            _ => Offer::Offered,
        }
    });
    let again = gates.map(|gates| Callback::new(move |()| gates.refresh()));
    live(move || match offer.get() {
        Offer::NotReadYet => {
            view! { <p class="page-wait">{t(text::table_loading())}</p> }.into_any()
        }
        Offer::Offered => untrack(&page),
        Offer::NotOffered => failure_box(
            text::automatic_sync_not_offered(),
            text::automatic_sync_not_offered_why(),
            None,
            again,
        ),
    })
    .into_any()
}
