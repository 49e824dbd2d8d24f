//! What reloading the page costs.

use leptos::prelude::*;

use super::UnderWay;
use super::signed_in::may_be_signed_in;
use crate::browser::storage::TabItem;
use crate::i18n::{t, text};
use crate::live::{live, shown};

/// Whether whoever is signed in stays so, and what is broken off; reacts to what is under way.
pub fn reload_cost() -> AnyView {
    let under_way = use_context::<UnderWay>();
    let breaks_off = move || {
        let is_under_way = under_way.is_some_and(|it| it.count() > 0);
        shown(is_under_way.then(|| view! { <p>{t(text::area_reload_breaks_off())}</p> }))
    };
    let stay = match TabItem::Token.read() {
        Some(_) => text::area_reload_keeps(),
        None => text::area_reload_signs_out(),
    };
    let may_be_signed_in = may_be_signed_in();
    let stay = move || shown(may_be_signed_in().then(|| view! { <p>{t(stay.clone())}</p> }));
    view! {
        {live(stay)}
        {live(breaks_off)}
    }
    .into_any()
}
