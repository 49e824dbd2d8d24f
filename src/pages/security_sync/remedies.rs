//! What can be done about causes that HSS documents.

use cloud_api::hss::FailReason;
use leptos::prelude::*;
use words::fail_reason::remedy;

use crate::i18n::t;
use crate::live::{derived, live, shown};

/// A line for each documented cause that `occurs`, which reacts.
pub fn remedies(occurs: impl Fn(FailReason) -> bool + Send + Sync + 'static) -> AnyView {
    let known = derived(move || FailReason::ALL.map(&occurs));
    live(move || {
        let occurring: Vec<AnyView> = FailReason::ALL
            .into_iter()
            .zip(known.get())
            .filter(|(_, occurs)| *occurs)
            .map(|(reason, _)| {
                view! {
                    <li>
                        <code>{reason.name()}</code>
                        " "
                        {t(remedy(reason))}
                    </li>
                }
                .into_any()
            })
            .collect();
        let is_any = !occurring.is_empty();
        shown(is_any.then(|| view! { <ul class="plain-list note">{occurring}</ul> }))
    })
    .into_any()
}
