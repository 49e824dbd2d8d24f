//! What reloading the page costs.

use leptos::prelude::*;

use super::UnderWay;
use crate::browser::environment::{Environment, environment};
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
    let stay = match (environment(), TabItem::Token.read()) {
        (Environment::Demo, _) => text::demo_reload(),
        (Environment::Live, Some(_)) => text::area_reload_keeps(),
        (Environment::Live, None) => text::area_reload_signs_out(),
    };
    view! {
        <p>{t(stay)}</p>
        {live(breaks_off)}
    }
    .into_any()
}
