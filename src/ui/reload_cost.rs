//! What reloading the page costs.

use leptos::prelude::*;

use super::UnderWay;
use super::signed_in::may_be_signed_in;
use crate::browser::environment::{Environment, environment};
use crate::browser::storage::TabItem;
use crate::i18n::{t, text};
use crate::live::{live, shown};

/// How many scopes the tab holds besides the one at the screen, in memory alone.
#[derive(Clone, Copy)]
struct Besides(Callback<(), u64>);

/// Makes known what a reload forgets besides.
pub fn provide_besides(count: impl Fn() -> u64 + Send + Sync + 'static) {
    provide_context(Besides(Callback::new(move |()| count())));
}

/// Whether whoever is signed in stays so, where else they are signed in, and what is broken off; reacts to both.
pub fn reload_cost() -> AnyView {
    let under_way = use_context::<UnderWay>();
    let besides = use_context::<Besides>();
    let signs_out_besides = move || {
        let count = besides.map_or(0, |Besides(count)| count.run(()));
        shown((count > 0).then(|| view! { <p>{t(text::area_reload_besides(count))}</p> }))
    };
    let breaks_off = move || {
        let is_under_way = under_way.is_some_and(|it| it.count() > 0);
        shown(is_under_way.then(|| view! { <p>{t(text::area_reload_breaks_off())}</p> }))
    };
    let stay = match (environment(), TabItem::Token.read()) {
        (Environment::Demo, _) => text::demo_reload(),
        (Environment::Live, Some(_)) => text::area_reload_keeps(),
        (Environment::Live, None) => text::area_reload_signs_out(),
    };
    let may_be_signed_in = may_be_signed_in();
    let stay = move || shown(may_be_signed_in().then(|| view! { <p>{t(stay.clone())}</p> }));
    view! {
        {live(stay)}
        {live(signs_out_besides)}
        {live(breaks_off)}
    }
    .into_any()
}
